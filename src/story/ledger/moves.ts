/** Where a story stands after its moves, and what was cleared. With several writers also after concurrent moves. */
import { defined } from '../text/defined'
import type { CorrectionRecord } from './correctionNote'
import type { FieldName } from './fields'
import type { Leaving, LedgerEntry } from './ledgerEntry'
import type { KnownEntries } from './order/knownEntries'
import type { Stage, Standing } from './stages'

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

export function afterMove(state: Moved, entry: MovedEntry): Moved {
  const { standing } = state
  const opensVersion = entry.from === 'published' && entry.to === 'inReview'
  const isRestored = entry.from === 'spiked' && state.spikedHash !== undefined
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
  const publishedHash = entry.to === 'published' ? entry.copyHash : state.publishedHash
  const versionKind = opensVersion ? entry.versionKind : standing.versionKind
  return {
    clearedHash,
    cleared,
    leavingSet: entry.to === 'cleared' && !isRestored ? NOT_MOVED.leavingSet : state.leavingSet,
    publishedHash,
    sentBack:
      entry.to === 'draft' && entry.from !== 'spiked' && entry.reason
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

/** The moves of a ledger with several writers, and the losses that were noted in it. */
export interface MovesKnown {
  readonly moves: readonly { readonly seq: number; readonly after: Moved }[]
  /** Numbers of the entries that noted a loss of more than the log. */
  readonly losses: readonly number[]
}

export const NO_MOVES: MovesKnown = { moves: [], losses: [] }

/**
 * The state after a move that may not have known the ones before it: it goes on from those that its writer knew. What
 * nobody went on from stands side by side, and the story stands as `safest` says.
 */
export function afterConcurrentMove(
  { moves, losses }: MovesKnown,
  entry: MovedEntry,
  known: KnownEntries,
): Moved & { readonly movesKnown: MovesKnown } {
  const knew = (later: number, earlier: number): boolean => known.knew(later, earlier)
  const openAmong = (all: MovesKnown['moves']): readonly Moved[] =>
    all.filter(({ seq }) => !all.some((other) => other.seq !== seq && knew(other.seq, seq))).map(({ after }) => after)
  const before = safest(openAmong(moves.filter(({ seq }) => knew(entry.seq, seq))))
  const made = afterMove(before, entry)
  // What is missing may have sent the story back, and whoever cleared it did not know.
  const isUnsure = losses.some((seq) => !knew(entry.seq, seq))
  const after = isUnsure ? { ...made, clearedHash: undefined, cleared: undefined } : made
  const all = [...moves, { seq: entry.seq, after }]
  return { ...safest(openAmong(all)), movesKnown: { moves: all, losses } }
}

/** From what takes a story farthest back to what lets it go farthest. */
const FARTHEST_BACK: readonly Stage[] = ['killed', 'spiked', 'draft', 'filed', 'inReview', 'cleared', 'published']

/** Of concurrent moves the one that takes the story farthest back holds. Live stays live, unless it is killed. */
export function safest(open: readonly Moved[]): Moved {
  const [first = NOT_MOVED, ...others] = open
  return others.reduce(safer, first)
}

function safer(a: Moved, b: Moved): Moved {
  const [back, on] = rank(a) <= rank(b) ? [a, b] : [b, a]
  const { stage, version, live } = back.standing
  if (stage === 'killed') return back
  const isLive = live || on.standing.live
  const publishedHash = on.standing.live ? on.publishedHash : back.publishedHash
  const isSame = stage === on.standing.stage && back.clearedHash === on.clearedHash
  // Two clearings of different copy: neither is that of the copy as it is now.
  const cleared = isSame ? back : { ...back, clearedHash: undefined, cleared: undefined }
  const { spikedFrom, ...standing } = back.standing
  // Nothing that readers can see is spiked: it goes back to where it was.
  const isTakenBack = stage === 'spiked' && isLive
  const nextVersion = on.standing.live && !live && on.standing.stage === 'published'
  return {
    ...(stage === 'cleared' ? cleared : back),
    ...defined({ publishedHash }),
    standing: {
      ...standing,
      stage: isTakenBack ? (spikedFrom ?? 'draft') : stage,
      live: isLive,
      version: Math.max(version, on.standing.version + (nextVersion ? 1 : 0)),
      ...(nextVersion ? { versionKind: 'update' } : {}),
      ...(spikedFrom !== undefined && !isTakenBack ? { spikedFrom } : {}),
    },
  }
}

const rank = ({ standing }: Moved): number => FARTHEST_BACK.indexOf(standing.stage)
