/**
 * Who may sign what (rule 8). Each function returns the refusal as one sentence for people, or undefined if the person
 * may. The table is rights.ts; whether a given verdict counts later is counting.ts.
 */
import { factsText } from '../../../catalogue/story/facts'
import {
  AGAINST,
  GUARDED,
  STATUS_WORDS,
  type Evidence,
  type FactType,
  type SignedStatus,
  type SignOff,
} from '../../ledger/facts/fact'
import { isAnswered, type FactRecord } from '../../ledger/record/factRecord'
import { sameWords } from '../../copy/words/factWords'
import type { Right } from '../../desk/rightsTable'
import { writersOfWords } from '../../ledger/writers/wordings'
import { isAuthorEver, type Authored, type WithAuthors } from './authors'
import { countedOf, isVerifiedByAnother, lastCounted, type CountingDesk } from '../counting'
import { againstOf, againstText } from '../verdicts/against'
import { lookerOf } from '../verdicts/anotherLook'
import { lastVerdict, type ShownVerdict } from '../verdicts/takenBack'
import { isOwnCheck, whyNotMay, type People } from './rights'

export interface Signature {
  readonly by: string
  readonly status: SignedStatus
  readonly type: FactType
  readonly record: FactRecord
  /** The fact's words now. */
  readonly words: string
  /** The evidence after the signature. */
  readonly evidence: readonly Evidence[]
  readonly reason?: string
}

const RIGHT_OF: Readonly<Record<SignedStatus, Right>> = {
  verified: 'verify',
  onAuthor: 'onAuthor',
  letStand: 'letStand',
  queried: 'query',
  wrong: 'markAgainst',
  disputed: 'markAgainst',
  unverifiable: 'markAgainst',
}

export function whyNotSign(signature: Signature, story: Authored, desk: CountingDesk): string | undefined {
  const { by, status, record, words, reason } = signature
  const given = reason?.trim() ?? ''
  const wrote = wroteWords(by, record, words, story, desk)
  const may = whyNotMay(RIGHT_OF[status], by, { desk, story, wrote }) ?? whyNotReplace(by, words, record, story, desk)
  if (may !== undefined) return may
  const why = whyNotStatus(signature, story, desk)
  if (why !== undefined) return why
  const replaced = replacedVerdict(status, words, { ...lastCounted(record, story, desk), record })
  return replaced && given === ''
    ? factsText('refusal.replace.noReason', {
        by: replaced.by,
        status: STATUS_WORDS[replaced.status].toLowerCase(),
      })
    : undefined
}

/** What each status asks for. */
function whyNotStatus(signature: Signature, story: Authored, desk: CountingDesk): string | undefined {
  const { by, status, type, record, evidence, reason } = signature
  const given = reason?.trim() ?? ''
  switch (status) {
    case 'verified': {
      if (!evidence.some((item) => item.stance === 'supports' && item.locator.trim() !== ''))
        return factsText('refusal.verify.noEvidence')
      if (evidence.some((item) => item.stance === 'contradicts') && given === '')
        return factsText('refusal.verify.contradicted')
      return undefined
    }
    case 'onAuthor':
      return type === 'allegation' ? factsText('refusal.onAuthor.allegation') : undefined
    case 'letStand':
      return given === '' ? factsText('refusal.letStand.noReason') : undefined
    case 'queried': {
      const against = whyNotSoften(signature, story, desk)
      if (against !== undefined) return against
      // An answered query cancels all earlier signatures, lapsed ones too.
      const other = record.signOffs.findLast((signOff) => signOff.by !== by && !isAnswered(record, signOff))
      const takes = record.current && other && other.status !== 'queried'
      return takes && isAuthorEver(story, by) && !desk.settings.deskOfOne
        ? factsText('refusal.query.author', { by: other.by })
        : undefined
    }
    case 'disputed':
    case 'unverifiable':
    case 'wrong':
      return whyNotSoften(signature, story, desk)
  }
}

/** Why an author may not replace another person's verdict against the fact, not even after its words changed. */
function whyNotSoften({ by, record }: Signature, story: Authored, desk: CountingDesk): string | undefined {
  const current = lastVerdict({ ...lastCounted(record, story, desk), record })
  if (!current || current.by === by || !AGAINST.has(current.status) || desk.settings.deskOfOne) return undefined
  return isAuthorEver(story, by)
    ? factsText('refusal.against.author', { by: current.by, status: STATUS_WORDS[current.status].toLowerCase() })
    : undefined
}

/** The verdict against exactly these words that another status would replace, with a reason. */
export function replacedVerdict(status: SignedStatus, words: string, shown: ShownVerdict): SignOff | undefined {
  const current = lastVerdict(shown)
  return current && AGAINST.has(current.status) && current.status !== status && sameWords(current.words, words)
    ? current
    : undefined
}

/** Whether a person may withdraw a sign-off of a fact (`takenBack`). Everyone may withdraw their own. */
export function whyNotWithdraw(
  by: string,
  current: SignOff,
  record: FactRecord,
  story: Authored,
  desk: CountingDesk,
): string | undefined {
  if (lookerOf(current) === by) return whyNotMay('markAgainst', by, { desk })
  // Also while other words stand there: the verdict holds again when its words come back.
  if (AGAINST.has(current.status)) return whyNotReplace(by, current.words, record, story, desk)
  return isAuthorEver(story, by) && !desk.settings.deskOfOne
    ? factsText('refusal.withdraw.author', { by: current.by })
    : whyNotMay('markAgainst', by, { desk })
}

/** Why a person may not replace a verdict against exactly these words. */
function whyNotReplace(
  by: string,
  words: string,
  record: FactRecord,
  story: Authored,
  desk: CountingDesk,
): string | undefined {
  const against = againstOf(words, by, countedOf(record, story, desk), record)
  if (!against || desk.settings.deskOfOne) return undefined
  const why = whyNotMay('replaceVerdict', by, { desk, story })
  return why === undefined ? undefined : `${againstText(against)} ${why}`
}

/** Whether a person wrote the words, without anybody else's *verified* on exactly these words. */
const wroteWords = (by: string, record: FactRecord, words: string, story: Authored, desk: CountingDesk): boolean =>
  writersOfWords(record, words).has(by) && !isVerifiedByAnother(by, words, countedOf(record, story, desk))

/** Whether this signature is one that only the desk-of-one setting allowed. */
export function isSelfChecked(
  { by, status, record, words }: Pick<Signature, 'by' | 'status' | 'record' | 'words'>,
  story: Authored,
  desk: CountingDesk,
): boolean {
  if (status !== 'verified' && status !== 'onAuthor' && status !== 'letStand') return false
  const among = { ...desk, settings: { ...desk.settings, deskOfOne: false } }
  const wrote = wroteWords(by, record, words, story, among)
  return (
    isOwnCheck(RIGHT_OF[status], by, { desk, story, wrote }) ||
    (desk.settings.deskOfOne && whyNotReplace(by, words, record, story, among) !== undefined)
  )
}

/**
 * Whether a person may approve the record of a correction. `wrote`: the person wrote it alone (correctionRecorders.ts).
 */
export const whyNotApproveCorrection = (
  by: string,
  story: WithAuthors,
  desk: People,
  wrote = false,
): string | undefined => whyNotMay('approveCorrection', by, { desk, story, wrote })

/**
 * Whether a person may remove a tag, or change the type away from quote or allegation (rule 10). `wrote`: the person
 * wrote its words, or in their sentence.
 */
export function whyNotRemoveGuard(
  by: string,
  type: FactType,
  reason: string | undefined,
  story: Authored,
  desk: People,
  wrote = false,
): string | undefined {
  const known = whyNotMay('acceptContext', by, { desk })
  if (known !== undefined) return known
  if ((reason?.trim() ?? '') === '') return factsText('refusal.guard.noReason')
  return GUARDED.has(type) ? whyNotMay('removeGuard', by, { desk, story, wrote }) : undefined
}
