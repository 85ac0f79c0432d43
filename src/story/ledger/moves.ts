/** Where a story stands after its moves, and what was cleared. With several writers also after concurrent moves. */
import { defined } from '../text/defined'
import type { CorrectionRecord } from './leaving/corrections/correctionNote'
import type { FieldName } from './fields'
import { isSignedForm, type LedgerEntry } from './ledgerEntry'
import type { Leaving } from './events/gateEvent'
import type { KnownEntries } from './order/knownEntries'
import { findMove, type Stage, type Standing } from './stages'

export interface SentBack {
  readonly by: string
  readonly at: string
  readonly reason: string
}

/** What moves decide. */
export interface Moved {
  readonly standing: Standing
  /** Hash of the copy as cleared, while the stage is cleared or published. */
  readonly clearedHash?: string
  /** All that was cleared. Absent for a story that an earlier Stet cleared. */
  readonly cleared?: Leaving
  /** Leaving fields that were set to another value since the story was cleared, with their value before. */
  readonly leavingSet: ReadonlyMap<FieldName, string>
  readonly publishedHash?: string
  /** Number of the version that readers had last. A kill leaves it. */
  readonly publishedVersion?: number
  /** Hash of the cleared copy when it was spiked, and all that was cleared. Restoring to cleared compares with it. */
  readonly spikedHash?: string
  readonly spikedCleared?: Leaving
  /** Why the last move sent the story back. */
  readonly sentBack?: SentBack
  /** The last correction record of the current version. */
  readonly correction?: CorrectionRecord
}

export const NOT_MOVED: Moved = { standing: { stage: 'draft', version: 1, live: false }, leavingSet: new Map() }

/** Without the field if it has its former value again. */
export function afterSetting(
  set: Moved['leavingSet'],
  { field, from, to }: Extract<LedgerEntry, { kind: 'fieldSet' }>,
): Moved['leavingSet'] {
  const next = new Map(set)
  const before = set.get(field as FieldName) ?? from
  if (before === to) next.delete(field as FieldName)
  else next.set(field as FieldName, before)
  return next
}

type MovedEntry = Extract<LedgerEntry, { kind: 'moved' }>

/** What a ledger tells of its moves. */
interface MovesTold extends Moved {
  readonly known?: KnownEntries
  readonly movesKnown?: MovesKnown
  /** One of several readings of a ledger: lesser.ts. */
  readonly severalReadings?: true
  /** Writers knew moves that do not count here. */
  readonly otherMoves?: true
}

/** The state after a move. Undefined: it was illegal, as the story stood for its writer, and changes nothing. */
export function afterMoving(
  state: MovesTold,
  entry: MovedEntry,
): (Moved & { readonly movesKnown?: MovesKnown }) | undefined {
  const { known, movesKnown, severalReadings } = state
  if (!known || !movesKnown)
    return isLegal(state, entry, severalReadings ?? state.otherMoves ?? false) ? afterMove(state, entry) : undefined
  const before = safest(knownTo(entry, movesKnown, known).map(({ after }) => after))
  return isLegal(before, entry, severalReadings ?? known.knewOtherMoves(entry.seq))
    ? afterConcurrentMove(state, movesKnown, entry, known)
    : undefined
}

/**
 * Whether a move is one of the table (stages.ts). The app makes no other one; another Stet may. A kill takes words
 * away and is never closed, and nothing follows it. Where the writer saw another standing (`isOther`), as with a move
 * that was lost, or does not count here, only a kill is final: a story that is live must stay one that can be killed.
 * Ledgers from before keys are sealed, and read as they are.
 */
function isLegal({ standing }: Moved, entry: MovedEntry, isOther: boolean): boolean {
  const { from, to } = entry
  if (!isSignedForm(entry)) return true
  if (standing.stage === 'killed') return false
  if (to === 'killed' || isOther) return true
  // Whether it is an alert, the fields say. A story that is cleared at once asks for the same right.
  return from === standing.stage && findMove(standing, to, 'alert') !== undefined
}

function afterMove(state: Moved, entry: MovedEntry): Moved {
  const { standing } = state
  const opensVersion = entry.from === 'published' && entry.to === 'inReview'
  // A person who restores looks at nothing: what was not cleared when it was spiked is not cleared afterwards.
  const isRestored = entry.from === 'spiked'
  const clearedHash =
    entry.to === 'cleared'
      ? isRestored
        ? state.spikedHash
        : entry.copyHash
      : entry.to === 'published'
        ? state.clearedHash
        : undefined
  const cleared =
    entry.to === 'cleared'
      ? isRestored
        ? state.spikedCleared
        : entry.leaving
      : entry.to === 'published'
        ? state.cleared
        : undefined
  const isPublished = entry.to === 'published'
  const publishedHash = isPublished ? entry.copyHash : state.publishedHash
  const publishedVersion = isPublished ? standing.version : state.publishedVersion
  const versionKind = opensVersion ? entry.versionKind : standing.versionKind
  return {
    clearedHash,
    cleared,
    leavingSet: entry.to === 'cleared' && !isRestored ? NOT_MOVED.leavingSet : state.leavingSet,
    publishedHash,
    ...defined({ publishedVersion }),
    sentBack: isRestored
      ? state.sentBack
      : entry.to === 'draft' && entry.reason
        ? { by: entry.by, at: entry.at, reason: entry.reason }
        : undefined,
    spikedHash: entry.to === 'spiked' ? state.clearedHash : undefined,
    spikedCleared: entry.to === 'spiked' ? state.cleared : undefined,
    correction: opensVersion ? undefined : state.correction,
    standing: {
      stage: entry.to,
      version: standing.version + (opensVersion ? 1 : 0),
      live: entry.to === 'published' || (standing.live && entry.to !== 'killed'),
      ...defined({ versionKind }),
      ...(entry.to === 'spiked' ? { spikedFrom: entry.from } : {}),
    },
  }
}

/** A move, by the number of its entry, and how the story stood after it, as far as its writer knew. */
interface MoveMade {
  readonly seq: number
  readonly after: Moved
}

/** The moves of a ledger with several writers, and the losses that were noted in it. */
export interface MovesKnown {
  readonly moves: readonly MoveMade[]
  /** Those that no writer of another one knew. */
  readonly open: readonly MoveMade[]
  /** Numbers of the entries that noted a loss of more than the log. */
  readonly losses: readonly number[]
}

export const NO_MOVES: MovesKnown = { moves: [], open: [], losses: [] }

/**
 * The state after a move that may not have known the ones before it: it goes on from those that its writer knew.
 * Moves that no later move builds on stay open side by side. `safest` picks the stage.
 */
function afterConcurrentMove(
  state: Moved,
  movesKnown: MovesKnown,
  entry: MovedEntry,
  known: KnownEntries,
): Moved & { readonly movesKnown: MovesKnown } {
  const { moves, open, losses } = movesKnown
  const isKnown = ({ seq }: MoveMade): boolean => known.knew(entry.seq, seq)
  const before = knownTo(entry, movesKnown, known)
  const made = afterMove(safest(before.map(({ after }) => after)), entry)
  // What is missing may have sent the story back, and the person who cleared it did not know.
  const isUnsure = losses.some((seq) => !known.knew(entry.seq, seq))
  const move = { seq: entry.seq, after: isUnsure ? notCleared(made) : made }
  const stillOpen = [...open.filter((one) => !isKnown(one)), move]
  const now = safest(stillOpen.map(({ after }) => after))
  return {
    ...now,
    // What was noted since the last move, which the moves do not know.
    correction: now.standing.version === state.standing.version ? state.correction : undefined,
    leavingSet: entry.to === 'cleared' && entry.from !== 'spiked' ? now.leavingSet : state.leavingSet,
    movesKnown: { moves: [...moves, move], open: stillOpen, losses },
  }
}

/** The standing of the story for the writer of an entry, a move of their own included. */
export const standingFor = (entry: LedgerEntry, movesKnown: MovesKnown, known: KnownEntries): Standing =>
  safest(knownTo(entry, movesKnown, known).map(({ after }) => after)).standing

/** The moves that the writer of an entry knew, and that no other such move knew. */
function knownTo({ seq }: LedgerEntry, { moves, open }: MovesKnown, known: KnownEntries): readonly MoveMade[] {
  const isKnown = (move: MoveMade): boolean => known.knew(seq, move.seq)
  return open.every(isKnown) ? open : openAmong(moves.filter(isKnown), known)
}

/** `moves`: in order. From the last one on, one that no open one knew is open. */
function openAmong(moves: readonly MoveMade[], known: KnownEntries): readonly MoveMade[] {
  const open: MoveMade[] = []
  for (const move of moves.toReversed()) if (!open.some(({ seq }) => known.knew(seq, move.seq))) open.push(move)
  return open.toReversed()
}

const notCleared = (moved: Moved): Moved => ({ ...moved, clearedHash: undefined, cleared: undefined })

/** A loss, noted in entry number `seq`: no earlier move leaves the story cleared. */
export function afterLossOf({ moves, open, losses }: MovesKnown, seq: number): MovesKnown {
  const uncleared = ({ after, ...move }: MoveMade): MoveMade => ({ ...move, after: notCleared(after) })
  return { moves: moves.map(uncleared), open: open.map(uncleared), losses: [...losses, seq] }
}

/** From what takes a story farthest back to what lets it go farthest. */
const FARTHEST_BACK: readonly Stage[] = ['killed', 'spiked', 'draft', 'filed', 'inReview', 'cleared', 'published']

/**
 * Of concurrent moves the one that takes the story farthest back holds. Live stays live, unless it is killed. A version
 * that readers have keeps its number for itself.
 */
export function safest(open: readonly Moved[]): Moved {
  const [first = NOT_MOVED, ...others] = open
  return others.reduce(safer, first)
}

function safer(a: Moved, b: Moved): Moved {
  const [back, on] = rank(a.standing.stage) <= rank(b.standing.stage) ? [a, b] : [b, a]
  const { stage, version, live } = back.standing
  const readers = seenByReaders(back, on)
  const { publishedVersion: seen = 0 } = readers
  const latest = Math.max(version, on.standing.version)
  if (stage === 'killed') return { ...back, ...readers, standing: { ...back.standing, version: latest } }
  const isLive = live || on.standing.live
  const isSame = stage === on.standing.stage && back.clearedHash === on.clearedHash
  const { spikedFrom: _from, ...standing } = back.standing
  const spikedFrom = stage === 'spiked' ? fartherBack(origin(back), origin(on)) : undefined
  // Nothing that readers can see is spiked: it goes back to where it was.
  const isTakenBack = spikedFrom !== undefined && isLive
  // What is not published is no version that readers have.
  const isNext = isLive && stage !== 'published' && latest <= seen
  const { versionKind } = !isNext && latest > version ? on.standing : back.standing
  const sentBack = back.sentBack ?? (stage === on.standing.stage || spikedFrom ? on.sentBack : undefined)
  return {
    // Two clearings of different copy: neither is that of the copy as it is now.
    ...(stage === 'cleared' && !isSame ? notCleared(back) : back),
    ...(spikedFrom !== undefined && !areClearedAlike(back, on)
      ? { spikedHash: undefined, spikedCleared: undefined }
      : {}),
    ...readers,
    ...defined({ sentBack }),
    standing: {
      ...standing,
      stage: isTakenBack ? spikedFrom : stage,
      live: isLive,
      version: isNext ? seen + 1 : latest,
      ...(isNext ? { versionKind: versionKind ?? 'update' } : defined({ versionKind })),
      ...(spikedFrom !== undefined && !isTakenBack ? { spikedFrom } : {}),
    },
  }
}

/** What readers have: of two publications the later version, and of one version what takes the story less far back. */
function seenByReaders(back: Moved, on: Moved): Pick<Moved, 'publishedHash' | 'publishedVersion'> {
  const later = (on.publishedVersion ?? 0) >= (back.publishedVersion ?? 0) ? on : back
  return defined({ publishedHash: later.publishedHash, publishedVersion: later.publishedVersion })
}

const rank = (stage: Stage): number => FARTHEST_BACK.indexOf(stage)
const fartherBack = (a: Stage, b: Stage): Stage => (rank(a) <= rank(b) ? a : b)

/** The stage of a story; of a spiked one the stage that restore returns to. */
const origin = ({ standing: { stage, spikedFrom = 'draft' } }: Moved): Stage =>
  stage === 'spiked' ? spikedFrom : stage

/** Whether two machines say that the same copy is cleared, or was when it was spiked. */
function areClearedAlike(one: Moved, other: Moved): boolean {
  const [hash, same] = [one, other].map((moved) =>
    origin(moved) === 'cleared'
      ? moved.standing.stage === 'spiked'
        ? moved.spikedHash
        : moved.clearedHash
      : undefined,
  )
  return hash !== undefined && hash === same
}
