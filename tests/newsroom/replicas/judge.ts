/**
 * What product.md and desk.md say of a fact whose words nobody touched, by brute force: from the entries that a machine
 * has, who knew what, its roles and its source book. It shares no code with the app.
 *
 * Left open, so that only "no better than" is asked: stories in which a merge was undone.
 */
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { Given } from './known'

export interface Elsewhere {
  /** Source → its terms there. */
  readonly terms: (source: string) => string
  /** Whether a verdict (its hash) and its evidence count there as here: else that machine need say nothing of it. */
  readonly counts: (verdict: string) => boolean
}

export interface Asked {
  readonly fact: string
  /** Those that this machine has and counts, in any order. */
  readonly entries: readonly LedgerEntry[]
  /** The author of the story, who wrote all of its first words. */
  readonly author: string
  /** Names of the people who are editors here. */
  readonly editors: ReadonlySet<string>
  readonly given: ReadonlyMap<string, Given>
  /** Source → its terms here. */
  readonly terms: (source: string) => string
  /** The other machines that are trusted here. */
  readonly elsewhere: readonly Elsewhere[]
}

type Verdict = Extract<LedgerEntry, { kind: 'signed' }>
type Knew = (later: LedgerEntry, earlier: LedgerEntry) => boolean

const AGAINST = ['wrong', 'disputed', 'unverifiable']
const GIVES = ['verified', 'onAuthor', 'letStand']
const isAgainst = ({ status }: Verdict): boolean => AGAINST.includes(status)

/** All that each entry follows. */
export function knewAmong(entries: readonly LedgerEntry[]): Knew {
  const follows = new Map(entries.map(({ hash, follows = [] }) => [hash, follows]))
  const known = new Map<string, ReadonlySet<string>>()
  const of = (hash: string): ReadonlySet<string> => {
    const before = known.get(hash)
    if (before) return before
    const all = new Set((follows.get(hash) ?? []).flatMap((one) => [one, ...of(one)]))
    known.set(hash, all)
    return all
  }
  return (later, earlier) => of(later.hash).has(earlier.hash)
}

/** The statuses that the fact may have. */
export function judge(asked: Asked, knew: Knew): ReadonlySet<string> {
  const { fact, entries, author, editors, given } = asked
  // "The lower right wins": who is an editor only there, or only here, is not one.
  const isEditor = (one: Verdict): boolean => editors.has(one.by) && given.get(one.hash)?.role === 'editor'
  const all = entries.filter((entry): entry is Verdict => entry.kind === 'signed' && entry.fact === fact)
  const withdrawn = new Set(
    entries.flatMap((entry) => {
      const taken = entry.kind === 'withdrawn' ? all.find(({ hash }) => hash === entry.signOff) : undefined
      // A verdict against the words goes with its giver or an editor; an author takes back nobody else's.
      const mayTake =
        taken && (taken.by === entry.by || (entry.by !== author && (!isAgainst(taken) || editors.has(entry.by))))
      return taken && mayTake ? [taken.hash] : []
    }),
  )
  const pieces = entries.flatMap((entry) =>
    entry.kind === 'evidenceAdded' && entry.fact === fact
      ? [{ ...entry.evidence, by: entry.by, ...(entry.replaces === undefined ? {} : { replaces: entry.replaces }) }]
      : [],
  )
  /** Who brought a piece, and those that it was made of. */
  const bringers = (id: string): readonly string[] =>
    pieces.flatMap((one) =>
      one.id === id ? [one.by, ...(one.replaces === undefined ? [] : bringers(one.replaces))] : [],
    )
  /** What contradicts the words, an author takes away only where nobody else brought it. */
  const mayGo = (id: string, by: string): boolean =>
    by !== author ||
    bringers(id).every((name) => name === author) ||
    pieces.every((one) => one.id !== id || one.stance !== 'contradicts')
  const removed = new Set([
    ...entries.flatMap((entry) =>
      entry.kind === 'evidenceRemoved' && entry.fact === fact && mayGo(entry.evidence, entry.by)
        ? [entry.evidence]
        : [],
    ),
    ...pieces.flatMap(({ replaces = '', by }) => (mayGo(replaces, by) ? [replaces] : [])),
  ])
  const isExchanged = ({ replaces, by }: (typeof pieces)[number]): boolean =>
    replaces === undefined || mayGo(replaces, by)
  const standing = pieces.filter((one) => !removed.has(one.id) && isExchanged(one))
  /** Uncaptured evidence that only the author brought carries no tick. */
  const isCarried = (one: Verdict): boolean => {
    const rests = (of: typeof pieces): typeof pieces =>
      of.filter(({ id, stance }) => given.get(one.hash)?.evidence.includes(id) && stance === 'supports')
    // "Verified needs at least one supporting item": without one it is not verified; with one that is gone it lapses.
    if (rests(pieces).length === 0) return false
    const still = rests(standing)
    return still.length === 0 || still.some(({ id }) => bringers(id).every((name) => name !== author))
  }
  const depth = (one: Verdict): number => entries.filter((other) => knew(one, other)).length
  const counted: Verdict[] = []
  for (const one of all.filter(({ hash }) => !withdrawn.has(hash)).toSorted((a, b) => depth(a) - depth(b))) {
    const known = counted.filter((other) => knew(one, other))
    const against = known.some(
      (other) => isAgainst(other) && other.by !== one.by && !known.some((later) => knew(later, other)),
    )
    if (against && (!isEditor(one) || one.by === author)) continue
    if (GIVES.includes(one.status) && one.by === author) continue
    if (one.status === 'letStand' && !isEditor(one)) continue
    if (one.status === 'verified' && !isCarried(one)) continue
    counted.push(one)
  }
  const open = counted.filter((one) => !counted.some((other) => knew(other, one)))
  if (open.length === 0) return new Set(['toCheck'])
  const strictest = open.some(isAgainst) ? open.filter(isAgainst) : open
  const statuses = new Set(strictest.map(({ status }) => status))
  if (!open.some(isAgainst) && statuses.size > 1) return new Set(['reCheck'])
  const now = new Set(standing.map(({ id }) => id))
  const termsOf = (one: Verdict): readonly (readonly [source: string, then: string])[] => [
    ...(given.get(one.hash)?.terms ?? []),
  ]
  const isBacked = (one: Verdict): boolean => {
    const { evidence = [] } = given.get(one.hash) ?? {}
    if (evidence.some((id) => !now.has(id))) return false
    return !standing.some(({ id, stance }) => stance === 'contradicts' && !evidence.includes(id))
  }
  const isAsThere = ({ terms }: Pick<Elsewhere, 'terms'>, one: Verdict): boolean =>
    termsOf(one).every(([source, then]) => terms(source) === then)
  // A machine that has another verdict by its own source book says nothing against this one.
  const objects = (there: Elsewhere): boolean =>
    !strictest.some((one) => there.counts(one.hash) && isBacked(one) && isAsThere(there, one))
  const objecting = asked.elsewhere.filter(objects)
  const stands = (one: Verdict): boolean =>
    isBacked(one) &&
    isAsThere(asked, one) &&
    objecting.every((there) => !there.counts(one.hash) || isAsThere(there, one))
  // A machine where this verdict does not count may have noted the sources of another one. Its note is about all that
  // it follows, so it may take this one, too (docs/decisions/merging.md).
  const others = all.filter(({ hash }) => !withdrawn.has(hash))
  const mayLapse = strictest.some((one) =>
    asked.elsewhere.some((there) => !there.counts(one.hash) && others.some((other) => !isAsThere(there, other))),
  )
  // Of refusals that say different things one is shown. If its sources differ anywhere, it is to be checked.
  const mayDiffer =
    statuses.size > 1 && strictest.some((one) => ![asked, ...asked.elsewhere].every((there) => isAsThere(there, one)))
  const whole = strictest.filter(stands)
  return new Set(
    whole.length === 0
      ? ['reCheck']
      : [...whole.map(({ status }) => status), ...(mayLapse || mayDiffer ? ['reCheck'] : [])],
  )
}
