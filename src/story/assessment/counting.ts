/**
 * Whether a sign-off counts (rule 8). Asked each time the story is read, from all that is known then: authors and
 * bylines of any time, who wrote the words before the verdict, all other sign-offs, the roster. Nothing of it is
 * stored.
 */
import { factsText } from '../../catalogue/rooms/facts'
import { rightsText } from '../../catalogue/rooms/rights'
import { roleOf } from '../desk/roster'
import { sameWords } from '../copy/factWords'
import { AGAINST, STATUS_WORDS, type SignedStatus, type SignOff } from '../ledger/fact'
import type { FactRecord } from '../ledger/factRecord'
import { writersOfWords } from '../ledger/wordings'
import { sameText } from '../text/compare'
import { isAuthorEver, type Authored } from './authors'
import type { People } from './rights'

/** What counting reads of a fact. */
export type Signed = Pick<FactRecord, 'signOffs' | 'wordings' | 'current' | 'answeredEntry'>

/** The verdict that holds, and the latest one if that does not count. */
export interface Counted {
  readonly current?: SignOff
  readonly refused?: { readonly signOff: SignOff; readonly why: string }
}

/** The last sign-off that counts, among those that neither a withdrawal nor an answer took away. */
export function lastCounted(record: Signed, story: Authored, desk: People): Counted {
  const latest = record.current
  if (!latest) return {}
  const why = whyNotCounted(record, story, desk)
  const refusal = why(latest)
  if (refusal === undefined) return { current: asShown(latest, record, story, desk) }
  const refused = { signOff: latest, why: refusal }
  const earlier = record.signOffs.findLast(
    (other) => other.entry < latest.entry && other.entry > (record.answeredEntry ?? 0) && why(other) === undefined,
  )
  return earlier ? { current: asShown(earlier, record, story, desk), refused } : { refused }
}

/**
 * Answers why a sign-off of the fact does not count, as one sentence for people; undefined: it counts. Reads the
 * sign-offs once, oldest first: whether one counts depends on earlier ones.
 */
export function whyNotCounted(record: Signed, story: Authored, desk: People): (of: SignOff) => string | undefined {
  const answers = new Map<number, string | undefined>()
  const counted: SignOff[] = []
  for (const signOff of record.signOffs) {
    const why = whyNot(signOff, counted, record, story, desk)
    answers.set(signOff.entry, why)
    if (why === undefined) counted.push(signOff)
  }
  return ({ entry }) => answers.get(entry)
}

/** The sign-offs that count, oldest first. */
export function countedOf(record: Signed, story: Authored, desk: People): readonly SignOff[] {
  const why = whyNotCounted(record, story, desk)
  return record.signOffs.filter((signOff) => why(signOff) === undefined)
}

/** Rights of the verdicts that give trust. The others take it, which anybody may. */
const RIGHT_OF: Partial<Record<SignedStatus, 'verify' | 'onAuthor' | 'letStand'>> = {
  verified: 'verify',
  onAuthor: 'onAuthor',
  letStand: 'letStand',
}

/** `before`: the earlier sign-offs that count. */
function whyNot(
  signOff: SignOff,
  before: readonly SignOff[],
  record: Signed,
  story: Authored,
  desk: People,
): string | undefined {
  const { by, status, words, entry } = signOff
  const right = RIGHT_OF[status]
  const takesTrust = right === undefined
  // A verdict that takes trust away counts from every name.
  if (!takesTrust && roleOf(by, desk.roster) === undefined) return rightsText('notOnRoster', { by })
  if (signOff.selfChecked || desk.settings.deskOfOne) return undefined
  const against = againstOf(words, by, before)
  const role = signOff.role ?? roleOf(by, desk.roster)
  if (against && (role !== 'editor' || isAuthorEver(story, by))) return againstText(against)
  if (takesTrust) return undefined
  if (isAuthorEver(story, by)) return rightsText(`${right}.author`, { by })
  // An accepted context carries a verdict over: the time of the verdict counts.
  const given = signOff.given ?? entry
  const wrote = writersOfWords(record, words, given).has(by) && !isVerifiedByAnother(by, words, before, given)
  return wrote ? rightsText(`${right}.writer`, { by }) : undefined
}

/** Whether somebody else's *verified* stood on exactly these words. `counted`: sign-offs that count. */
export const isVerifiedByAnother = (
  by: string,
  words: string,
  counted: readonly SignOff[],
  before: number = Infinity,
): boolean =>
  counted.some(
    (other) =>
      other.entry < before &&
      other.by !== by &&
      other.status === 'verified' &&
      !other.selfChecked &&
      sameWords(other.words, words),
  )

/** The verdict of another person against exactly these words. `counted`: sign-offs that count, oldest first. */
export function againstOf(words: string, by: string, counted: readonly SignOff[]): SignOff | undefined {
  const last = counted.findLast((other) => sameWords(other.words, words))
  return last && last.by !== by && AGAINST.has(last.status) ? last : undefined
}

export const againstText = ({ by, status }: SignOff): string =>
  factsText('refusal.against.other', { by, status: STATUS_WORDS[status].toLowerCase() })

/**
 * Whether somebody still has to look at the context (rule 8): the verifier wrote in it, or a person who changed it
 * accepted it, and nobody else has looked at exactly this context.
 */
export function needsAnotherLook(signOff: SignOff, { signOffs }: Pick<FactRecord, 'signOffs'>): boolean {
  if (signOff.status !== 'verified' || signOff.selfChecked) return false
  const looker = lookerOf(signOff)
  if (!signOff.contextWriters?.includes(looker)) return false
  return !signOffs.some(
    (other) =>
      lookerOf(other) !== looker &&
      other.status === 'verified' &&
      sameWords(other.words, signOff.words) &&
      sameText(other.sentence, signOff.sentence) &&
      sameText(other.preceding, signOff.preceding),
  )
}

/** Who looked at the context when it was signed. */
export const lookerOf = ({ acceptedBy, by }: SignOff): string => acceptedBy ?? by

/** Marks a sign-off that counts only because the one-person desk is on now. */
function asShown(signOff: SignOff, record: Signed, story: Authored, desk: People): SignOff {
  if (!desk.settings.deskOfOne || signOff.selfChecked) return signOff
  const among = { ...desk, settings: { ...desk.settings, deskOfOne: false } }
  const isWhole = whyNotCounted(record, story, among)(signOff) === undefined && !needsAnotherLook(signOff, record)
  return isWhole ? signOff : { ...signOff, selfChecked: true }
}
