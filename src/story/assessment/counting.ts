/**
 * Whether a sign-off counts (rule 8). Asked each time the story is read, from all that is known then: authors and
 * bylines of any time, who wrote the words before the verdict, all other sign-offs, the roster. Nothing of it is
 * stored.
 */
import { roleWords } from '../desk/roster'
import { rightsText } from '../../catalogue/story/rights'
import { roleOf, type LibrarySettings } from '../desk/roster'
import { sameWords } from '../copy/words/factWords'
import { AGAINST, type SignedStatus, type SignOff } from '../ledger/facts/fact'
import { foundOf, isAnswered, knewEntry, type FactRecord } from '../ledger/record/factRecord'
import { hashEvidence } from '../ledger/hash'
import { writersOfWords } from '../ledger/writers/wordings'
import { defined } from '../text/defined'
import { authorsAmong, isAuthorEver, type Authored } from './people/authors'
import { againstOf, againstText } from './verdicts/against'
import { whyNotAccepted } from './verdicts/acceptance'
import { whyNotLook } from './verdicts/lookedAgain'
import { givesTrust, lookerOf, needsAnotherLook } from './verdicts/anotherLook'
import { whyOnlyOnAuthor } from './people/whyOnlyOnAuthor'
import type { Desk } from './story'
import type { People } from './people/rights'

/** What counting reads of a fact. */
export type Signed = Pick<
  FactRecord,
  | 'signOffs'
  | 'wordings'
  | 'found'
  | 'current'
  | 'answers'
  | 'known'
  | 'withdrawals'
  | 'evidence'
  | 'broughtBy'
  | 'contextBy'
  | 'proposals'
>

/** What counting reads of the library. `sources`: absent where nobody asks what evidence carries. */
export type CountingDesk = People & Partial<Pick<Desk, 'sources'>>

/** The verdict that holds, and the latest one if that does not count. */
export interface Counted {
  readonly current?: SignOff
  readonly refused?: { readonly signOff: SignOff; readonly why: string }
  /** The same verdict by people who did not know of it, latest first. Absent: none. */
  readonly beside?: readonly SignOff[]
  /** Other verdicts, none against the words, by people who did not know of one another, latest first. Absent: none. */
  readonly differs?: readonly SignOff[]
  /** Verdicts against other words than the answered query asked about. They stand again with their words. */
  readonly unanswered?: readonly SignOff[]
}

/**
 * The last sign-off that counts, among those that neither a withdrawal nor an answer took away. Of several that did not
 * know of one another the strictest holds, and a tick beside another verdict is to be checked again.
 */
export function lastCounted(noted: Signed, story: Authored, desk: CountingDesk): Counted {
  const record = withoutFalseWithdrawals(noted, story, desk)
  const why = whyNotCounted(record, story, desk)
  const isTaken = takenByAnswers(record, why)
  const latest = record.current ?? record.signOffs.findLast((one) => !isTaken(one))
  if (!latest) return defined({ unanswered: unansweredOf(record, story, desk) })
  const refusal = why(latest)
  const refused = refusal === undefined ? undefined : { signOff: latest, why: refusal }
  const standing = record.signOffs.filter((one) => why(one) === undefined && (one === latest || !isTaken(one)))
  const last = standing.at(-1)
  if (!last) return defined({ refused })
  const open = record.known ? openAmong(standing, record) : [last]
  const strictest = Math.min(...open.map(strictness))
  const [current = last, ...beside] = open
    .filter((one) => strictness(one) === strictest)
    .toReversed()
    .map((one) => asShown(one, record, story, desk))
  const differs = AGAINST.has(current.status) ? [] : open.filter(({ status }) => status !== current.status).toReversed()
  return {
    current,
    ...defined({ refused }),
    ...(beside.length > 0 ? { beside } : {}),
    ...(differs.length > 0 ? { differs } : {}),
  }
}

/** The sign-offs that no giver of another one knew. From the last one on, one that no open one knew is open. */
function openAmong(standing: readonly SignOff[], record: Signed): readonly SignOff[] {
  const open: SignOff[] = []
  for (const one of standing.toReversed())
    if (!open.some(({ entry }) => knewEntry(record, entry, one.entry))) open.push(one)
  return open.toReversed()
}

/** Verdicts from the one that gives least trust on. Those against the words weigh alike. */
const BY_STRICTNESS: readonly SignedStatus[] = ['queried', 'onAuthor', 'letStand', 'verified']
const strictness = ({ status }: SignOff): number => (AGAINST.has(status) ? -1 : BY_STRICTNESS.indexOf(status))

/**
 * Answers which sign-offs an answer took away. A verdict against the words goes only with a query, or another verdict,
 * by somebody who knew it and whose verdict counts: its giver, or an editor.
 */
function takenByAnswers(record: Signed, why: (of: SignOff) => string | undefined): (one: SignOff) => boolean {
  if (!record.answers) return () => false
  const counted = record.signOffs.filter((one) => why(one) === undefined)
  const isPassed = ({ entry }: SignOff): boolean => counted.some((other) => knewEntry(record, other.entry, entry))
  return (one) => isAnswered(record, one) && (!AGAINST.has(one.status) || why(one) !== undefined || isPassed(one))
}

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
 * A verdict against words is taken back by its giver or an editor, and any other one by nobody who is an author but by
 * its giver. A withdrawal by anybody else, which the app never writes, takes nothing back.
 */
function withoutFalseWithdrawals(record: Signed, story: Authored, desk: People): Signed {
  const standing = (record.withdrawals ?? []).flatMap(({ by, signOffs }) =>
    signOffs.filter(
      (one) => lookerOf(one) !== by && one.by !== by && !mayWithdraw(by, one, record.signOffs, story, desk),
    ),
  )
  if (standing.length === 0) return record
  const signOffs = [...record.signOffs, ...standing].sort((a, b) => a.entry - b.entry)
  const current = signOffs.findLast((one) => !isAnswered(record, one))
  return { ...record, signOffs, ...defined({ current }) }
}

/** A tick that an author took away stays away, unless an earlier verdict that gives trust would stand in its place. */
function mayWithdraw(
  by: string,
  { status, entry }: SignOff,
  signOffs: readonly SignOff[],
  story: Authored,
  desk: People,
): boolean {
  if (AGAINST.has(status)) return mayReplace(by, story, desk)
  if (desk.settings.deskOfOne || !isAuthorEver(story, by)) return true
  return status !== 'queried' && !signOffs.some((one) => one.entry < entry && givesTrust(one))
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
    const known = record.known ? counted.filter(({ entry }) => knewEntry(record, signOff.entry, entry)) : counted
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

/** Why sign-offs of the fact do not count, by the hash of their entry; also those that somebody took back. */
export function refusalsOf(noted: Signed, story: Authored, desk: CountingDesk): ReadonlyMap<string, string> {
  const record = withoutFalseWithdrawals(noted, story, desk)
  const standing = new Set(record.signOffs)
  const back = (record.withdrawals ?? []).flatMap(({ signOffs }) => signOffs.filter((one) => !standing.has(one)))
  const all = [...record.signOffs, ...back].sort((a, b) => a.entry - b.entry)
  const why = whyNotCounted(record, story, desk)
  const whyBack = whyNotCounted({ ...record, signOffs: all }, story, desk)
  return new Map(
    all.flatMap((one) => {
      const told = standing.has(one) ? why(one) : whyBack(one)
      return told === undefined || one.hash === undefined ? [] : [[one.hash, told] as const]
    }),
  )
}

/**
 * Whether the one-person desk was on when a verdict was signed. The signer claims it and a time. The library's own
 * list decides. A time earlier than an entry that this one follows does not count.
 */
function wasSelfChecked({ selfChecked, backDated, at }: SignOff, { changes = [] }: LibrarySettings): boolean {
  if (!selfChecked || backDated) return false
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
  const around = { suggestions: story.ledger.suggestions, ...defined({ sources: desk.sources }) }
  const accepted = takesTrust ? undefined : whyNotAccepted(verdictOf(signOff, record), record, around)
  if (accepted !== undefined) return accepted
  if (status === 'verified' && isUnbacked(signOff, record)) return rightsText('verify.unbacked', { by })
  if (desk.settings.deskOfOne || wasSelfChecked(signOff, desk.settings)) return undefined
  const against = againstOf(words, by, before, record)
  // A signer states a role: the verdict counts only if the roster says the same. Who only looked states none.
  const now = roleOf(by, desk.roster)
  const said = signOff.acceptedBy === undefined ? signOff.role : now
  const isEditor = now === 'editor' && (said ?? now) === 'editor'
  if (against && (!isEditor || isAuthorEver(story, by))) return againstText(against)
  if (takesTrust) return undefined
  if (signOff.acceptedBy !== undefined) {
    const known = before.map((one) => ({ signOff: one, verdict: verdictOf(one, record) }))
    const why = whyNotLook(signOff, verdictOf(signOff, record), known, record)
    if (why !== undefined) return why
  }
  if (right === 'letStand' && !isEditor) return rightsText('letStand.role', { by, role: roleWords(now ?? '') })
  if (isAuthorEver(story, by)) return rightsText(`${right}.author`, { by })
  // An accepted context carries a verdict over: the time of the verdict counts.
  const given = signOff.given ?? entry
  const isWriter = writersOfWords(record, words, given).has(by) || foundOf(signOff, record, 'words').includes(by)
  const wrote = isWriter && !isVerifiedByAnother(by, words, before, given)
  if (wrote) return rightsText(`${right}.writer`, { by })
  return right === 'verify' ? whyOnlyBrought(signOff, record, story, desk) : undefined
}

/** The verdict that somebody carried over to a changed context: what it lacks, no look gives. */
function verdictOf(signOff: SignOff, record: Signed): SignOff {
  const given =
    signOff.acceptedBy === undefined ? undefined : record.signOffs.find((one) => one.entry === signOff.given)
  return given && given.entry < signOff.entry ? verdictOf(given, record) : signOff
}

/**
 * Whether a tick keeps nothing of what its giver saw, or names nothing that may support the words (rule 7). What it
 * names and is not there lapses it. Ledgers from before keys are sealed, and read as they are.
 */
const isUnbacked = ({ signer, parts, evidence }: SignOff, record: Signed): boolean => {
  if (signer === undefined) return false
  const against = new Set(record.evidence.flatMap((one) => (one.stance === 'contradicts' ? [hashEvidence(one)] : [])))
  return !parts || evidence.every((hash) => against.has(hash))
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

/**
 * Whether somebody else's *verified* stood on exactly these words, and no later verdict that counts is against them:
 * who found them wrong took that tick back. `counted`: sign-offs that count, oldest first.
 */
export function isVerifiedByAnother(
  by: string,
  words: string,
  counted: readonly SignOff[],
  before: number = Infinity,
): boolean {
  const last = counted.findLast(
    (other) =>
      other.entry < before &&
      sameWords(other.words, words) &&
      (AGAINST.has(other.status) || (other.by !== by && other.status === 'verified' && !other.selfChecked)),
  )
  return last?.status === 'verified'
}

/**
 * Marks a sign-off that counts only because the one-person desk is on now. One that only says that it was on asks for
 * what every other one does.
 */
function asShown(signOff: SignOff, record: Signed, story: Authored, desk: CountingDesk): SignOff {
  if (signOff.selfChecked && !desk.settings.deskOfOne && !wasSelfChecked(signOff, desk.settings)) {
    const { selfChecked: _said, ...other } = signOff
    return other
  }
  if (!desk.settings.deskOfOne || signOff.selfChecked) return signOff
  const among = { ...desk, settings: { ...desk.settings, deskOfOne: false } }
  const isWhole = whyNotCounted(record, story, among)(signOff) === undefined && !needsAnotherLook(signOff, record)
  return isWhole ? signOff : { ...signOff, selfChecked: true }
}
