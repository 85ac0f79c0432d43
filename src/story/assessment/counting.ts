/**
 * Whether a sign-off counts (rule 8). Asked each time the story is read, from all that is known then: authors and
 * bylines of any time, who wrote the words before the verdict, all other sign-offs, the roster. Nothing of it is
 * stored.
 */
import { factsText } from '../../catalogue/rooms/facts'
import { rightsText } from '../../catalogue/rooms/rights'
import { roleOf, type LibrarySettings } from '../desk/roster'
import { sameWords } from '../copy/factWords'
import { AGAINST, STATUS_WORDS, type SignedStatus, type SignOff } from '../ledger/fact'
import { isAnswered, knewEntry, type FactRecord } from '../ledger/factRecord'
import { hashEvidence } from '../ledger/hash'
import { writersOfWords } from '../ledger/wordings'
import type { ViewParts } from '../ledger/viewParts'
import { canonicalJson } from '../text/canonicalJson'
import { sameText } from '../text/compare'
import { readable } from '../view/claims'
import { changesWhoSays } from '../view/attributions'
import { defined } from '../text/defined'
import { authorsAmong, isAuthorEver, type Authored } from './authors'
import { whyOnlyOnAuthor } from './whyOnlyOnAuthor'
import type { Desk } from './story'
import type { People } from './rights'

/** What counting reads of a fact. */
export type Signed = Pick<
  FactRecord,
  'signOffs' | 'wordings' | 'current' | 'answers' | 'unknown' | 'withdrawals' | 'evidence' | 'broughtBy'
>

/** What counting reads of the library. `sources`: absent where nobody asks what evidence carries. */
export type CountingDesk = People & Partial<Pick<Desk, 'sources'>>

/** The verdict that holds, and the latest one if that does not count. */
export interface Counted {
  readonly current?: SignOff
  readonly refused?: { readonly signOff: SignOff; readonly why: string }
  /** The same verdict by people who did not know of it, latest first. Absent: none. */
  readonly beside?: readonly SignOff[]
  /** People who did not know of one another gave other verdicts, none against the words. */
  readonly differs?: true
  /** Verdicts against other words than the answered query asked about. They stand again with their words. */
  readonly unanswered?: readonly SignOff[]
}

/**
 * The last sign-off that counts, among those that neither a withdrawal nor an answer took away. Of several that did not
 * know of one another the strictest holds, and a tick beside another verdict is to be checked again.
 */
export function lastCounted(noted: Signed, story: Authored, desk: CountingDesk): Counted {
  const record = withoutFalseWithdrawals(noted, story, desk)
  const latest = record.current
  if (!latest) return defined({ unanswered: unansweredOf(record, story, desk) })
  const why = whyNotCounted(record, story, desk)
  const refusal = why(latest)
  const refused = refusal === undefined ? undefined : { signOff: latest, why: refusal }
  const standing = record.signOffs.filter(
    (one) => why(one) === undefined && (one === latest || !isAnswered(record, one)),
  )
  const last = standing.at(-1)
  if (!last) return defined({ refused })
  const open = record.unknown
    ? standing.filter((one) => !standing.some(({ entry }) => knewEntry(record, entry, one.entry)))
    : [last]
  const strictest = Math.min(...open.map(strictness))
  const [current = last, ...beside] = open
    .filter((one) => strictness(one) === strictest)
    .toReversed()
    .map((one) => asShown(one, record, story, desk))
  const differs = !AGAINST.has(current.status) && open.some(({ status }) => status !== current.status)
  return {
    current,
    ...defined({ refused }),
    ...(beside.length > 0 ? { beside } : {}),
    ...(differs ? { differs: true } : {}),
  }
}

/** Verdicts from the one that gives least trust on. Those against the words weigh alike. */
const BY_STRICTNESS: readonly SignedStatus[] = ['queried', 'onAuthor', 'letStand', 'verified']
const strictness = ({ status }: SignOff): number => (AGAINST.has(status) ? -1 : BY_STRICTNESS.indexOf(status))

/** An answer says nothing of words that somebody found wrong before the query was asked about other words. */
function unansweredOf(record: Signed, story: Authored, desk: CountingDesk): readonly SignOff[] | undefined {
  const query = record.signOffs.findLast((one) => isAnswered(record, one))
  if (!query) return undefined
  const counted = countedOf(record, story, desk)
  const found = counted.filter(
    (one, index) =>
      AGAINST.has(one.status) &&
      !sameWords(one.words, query.words) &&
      !counted.slice(index + 1).some((later) => sameWords(later.words, one.words)),
  )
  return found.length > 0 ? found : undefined
}

/**
 * A verdict against words is taken back by its giver or an editor. A withdrawal by anybody else, which the app never
 * writes, takes nothing back.
 */
function withoutFalseWithdrawals(record: Signed, story: Authored, desk: People): Signed {
  const standing = (record.withdrawals ?? []).flatMap(({ by, signOffs }) =>
    signOffs.filter(
      (one) => AGAINST.has(one.status) && lookerOf(one) !== by && one.by !== by && !mayReplace(by, story, desk),
    ),
  )
  if (standing.length === 0) return record
  const signOffs = [...record.signOffs, ...standing].sort((a, b) => a.entry - b.entry)
  const current = signOffs.findLast((one) => !isAnswered(record, one))
  return { ...record, signOffs, ...defined({ current }) }
}

const mayReplace = (by: string, story: Authored, desk: People): boolean =>
  desk.settings.deskOfOne || (roleOf(by, desk.roster) === 'editor' && !isAuthorEver(story, by))

/**
 * Answers why a sign-off of the fact does not count, as one sentence for people; undefined: it counts. Reads the
 * sign-offs once, oldest first: whether one counts depends on earlier ones.
 */
function whyNotCounted(record: Signed, story: Authored, desk: CountingDesk): (of: SignOff) => string | undefined {
  const answers = new Map<number, string | undefined>()
  const counted: SignOff[] = []
  for (const signOff of record.signOffs) {
    const known = record.unknown ? counted.filter(({ entry }) => knewEntry(record, signOff.entry, entry)) : counted
    const why = whyNot(signOff, known, record, story, desk)
    answers.set(signOff.entry, why)
    if (why === undefined) counted.push(signOff)
  }
  return ({ entry }) => answers.get(entry)
}

/** The sign-offs that count, oldest first. */
export function countedOf(record: Signed, story: Authored, desk: CountingDesk): readonly SignOff[] {
  const why = whyNotCounted(record, story, desk)
  return record.signOffs.filter((signOff) => why(signOff) === undefined)
}

/** Whether the one-person desk was on at an instant. Who signs says that it was: the library's own list decides. */
function wasAlone({ changes = [] }: LibrarySettings, at: string): boolean {
  let isOn = false
  // Switched off in the same millisecond: it was on before.
  for (const change of changes) if (change.deskOfOne ? change.at <= at : change.at < at) isOn = change.deskOfOne
  return isOn
}

/** Rights of the verdicts that give trust. The others take it, which anybody may. */
const RIGHT_OF: Partial<Record<SignedStatus, 'verify' | 'onAuthor' | 'letStand'>> = {
  verified: 'verify',
  onAuthor: 'onAuthor',
  letStand: 'letStand',
}

/** `before`: the earlier sign-offs that count and that the signer knew. */
function whyNot(
  signOff: SignOff,
  before: readonly SignOff[],
  record: Signed,
  story: Authored,
  desk: CountingDesk,
): string | undefined {
  const { by, status, words, entry } = signOff
  const right = RIGHT_OF[status]
  const takesTrust = right === undefined
  // A verdict that takes trust away counts from every name.
  if (!takesTrust && roleOf(by, desk.roster) === undefined) return rightsText('notOnRoster', { by })
  if (desk.settings.deskOfOne || (signOff.selfChecked && wasAlone(desk.settings, signOff.at))) return undefined
  const against = againstOf(words, by, before)
  // Who signs says the own role: it counts only with that of the roster.
  const now = roleOf(by, desk.roster)
  const isEditor = now === 'editor' && (signOff.role ?? now) === 'editor'
  if (against && (!isEditor || isAuthorEver(story, by))) return againstText(against)
  if (takesTrust) return undefined
  if (right === 'letStand' && !isEditor) return rightsText('letStand.role', { by, role: now ?? '' })
  if (isAuthorEver(story, by)) return rightsText(`${right}.author`, { by })
  // An accepted context carries a verdict over: the time of the verdict counts.
  const given = signOff.given ?? entry
  const wrote = writersOfWords(record, words, given).has(by) && !isVerifiedByAnother(by, words, before, given)
  if (wrote) return rightsText(`${right}.writer`, { by })
  return right === 'verify' ? whyOnlyBrought(signOff, record, story, desk) : undefined
}

/**
 * Evidence that only an author brought, also one who became it later. A sign-off from before views keeps its meaning.
 */
function whyOnlyBrought(
  { by, evidence: signed, parts }: SignOff,
  record: Signed,
  story: Authored,
  { sources, roster }: CountingDesk,
): string | undefined {
  if (!sources || !parts) return undefined
  return whyOnlyOnAuthor({
    verifier: by,
    evidence: record.evidence.filter((item) => signed.includes(hashEvidence(item))),
    record,
    isAuthor: (person) => isAuthorEver(story, person),
    authors: () => authorsAmong(story, roster),
    source: (id) => sources.get(id),
  })
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
      sameText(other.preceding, signOff.preceding) &&
      sameSurroundings(other.parts, signOff.parts),
  )
}

/** Whether two looks saw the same around the words: neighbours, headers, lead-ins, picture, rest of the graf. */
function sameSurroundings(one: ViewParts | undefined, other: ViewParts | undefined): boolean {
  if (!one || !other) return one === other
  const seen = ({ near, nth, nearShown, headers, belongsTo, picture, dateline }: ViewParts): string =>
    canonicalJson(defined({ near, nth, nearShown, headers, belongsTo, picture, dateline }))
  if (seen(one) !== seen(other)) return false
  if (!one.rest || !other.rest || canonicalJson(one.graf) === canonicalJson(other.graf)) return true
  const texts = [one.rest, other.rest].map(({ left, right }) =>
    typeof left === 'string' && typeof right === 'string' ? `${left} ${right}`.trim() : undefined,
  )
  const [was, is] = texts
  return was !== undefined && is !== undefined && !changesWhoSays(was, is, readable(one.near))
}

/** Who looked at the context when it was signed. */
export const lookerOf = ({ acceptedBy, by }: SignOff): string => acceptedBy ?? by

/** Marks a sign-off that counts only because the one-person desk is on now. */
function asShown(signOff: SignOff, record: Signed, story: Authored, desk: CountingDesk): SignOff {
  if (!desk.settings.deskOfOne || signOff.selfChecked) return signOff
  const among = { ...desk, settings: { ...desk.settings, deskOfOne: false } }
  const isWhole = whyNotCounted(record, story, among)(signOff) === undefined && !needsAnotherLook(signOff, record)
  return isWhole ? signOff : { ...signOff, selfChecked: true }
}
