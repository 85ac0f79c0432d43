import { factsPanelText } from '../../catalogue/window/factsPanel'
import type { ReviewKeyId } from '../../ipc/commands'
import type { SignedStatus } from '../../story/ledger/facts/fact'

/** A status that a reviewer can give. */
export interface VerdictKind {
  readonly key: ReviewKeyId
  readonly status: SignedStatus
  readonly label: string
  /** What is asked first, and whether it may stay empty. */
  readonly ask?: { readonly label: string; readonly optional: boolean }
}

export const VERDICTS: readonly VerdictKind[] = [
  {
    key: 'review.verified',
    status: 'verified',
    get label() {
      return factsPanelText('verdicts.verified')
    },
  },
  {
    key: 'review.queried',
    status: 'queried',
    get label() {
      return factsPanelText('verdicts.query')
    },
    ask: {
      get label() {
        return factsPanelText('verdicts.questionAuthor')
      },
      optional: false,
    },
  },
  {
    key: 'review.wrong',
    status: 'wrong',
    get label() {
      return factsPanelText('verdicts.wrong')
    },
    ask: {
      get label() {
        return factsPanelText('verdicts.whatWrong')
      },
      optional: true,
    },
  },
  {
    key: 'review.disputed',
    status: 'disputed',
    get label() {
      return factsPanelText('verdicts.disputed')
    },
    ask: {
      get label() {
        return factsPanelText('verdicts.whoSaysOtherwise')
      },
      optional: true,
    },
  },
  {
    key: 'review.unverifiable',
    status: 'unverifiable',
    get label() {
      return factsPanelText('verdicts.unverifiable')
    },
    ask: {
      get label() {
        return factsPanelText('verdicts.whatTried')
      },
      optional: true,
    },
  },
  {
    key: 'review.onAuthor',
    status: 'onAuthor',
    get label() {
      return factsPanelText('verdicts.author')
    },
  },
  {
    key: 'review.letStand',
    status: 'letStand',
    get label() {
      return factsPanelText('verdicts.letStand')
    },
    ask: {
      get label() {
        return factsPanelText('verdicts.whyMayStandPrinted')
      },
      optional: false,
    },
  },
]
