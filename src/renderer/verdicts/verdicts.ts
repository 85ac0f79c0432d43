import type { ReviewKeyId } from '../../ipc/commands'
import type { SignedStatus } from '../../story/ledger/fact'

/** The statuses a reviewer gives. */
export interface VerdictKind {
  readonly key: ReviewKeyId
  readonly status: SignedStatus
  readonly label: string
  /** What is asked first, and whether it may stay empty. */
  readonly ask?: { readonly label: string; readonly optional: boolean }
}

export const VERDICTS: readonly VerdictKind[] = [
  { key: 'review.verified', status: 'verified', label: 'Verified' },
  {
    key: 'review.queried',
    status: 'queried',
    label: 'Query',
    ask: { label: 'Question to the author', optional: false },
  },
  { key: 'review.wrong', status: 'wrong', label: 'Wrong', ask: { label: 'What is wrong', optional: true } },
  {
    key: 'review.disputed',
    status: 'disputed',
    label: 'Disputed',
    ask: { label: 'Who says otherwise', optional: true },
  },
  {
    key: 'review.unverifiable',
    status: 'unverifiable',
    label: 'Unverifiable',
    ask: { label: 'What was tried', optional: true },
  },
  { key: 'review.onAuthor', status: 'onAuthor', label: 'On author' },
  {
    key: 'review.letStand',
    status: 'letStand',
    label: 'Let stand',
    ask: { label: 'Why it may stand (printed on the fact sheet)', optional: false },
  },
]
