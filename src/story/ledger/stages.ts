/** Stages of a story and the one table of legal moves. */
import { wordsFor } from '../../catalogue/rooms/wordsFor'
import { ledgerText } from '../../catalogue/story/ledger'
export const STAGES = ['draft', 'filed', 'inReview', 'cleared', 'published', 'spiked', 'killed'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_WORDS = wordsFor(STAGES, (stage) => ledgerText(`stage.${stage}`))

export const VERSION_KINDS = ['update', 'writethru', 'correction', 'clarification'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]
/** The words for kinds of version in a sentence. */
export const VERSION_KIND_WORDS = wordsFor(VERSION_KINDS, (kind) => ledgerText(`versionKind.${kind}`))
export const isVersionKind = (value: string): value is VersionKind =>
  (VERSION_KINDS as readonly string[]).includes(value)

/** The doors of the gate: each asks its own rules before something passes. */
export const DOORS = ['file', 'sendBack', 'spike', 'clear', 'publish', 'kill', 'factsheet', 'draftExport'] as const
export type Door = (typeof DOORS)[number]

export interface Move {
  readonly from: Stage
  readonly to: Stage
  /** What the button and the menu say. */
  readonly name: string
  readonly door: Door
  readonly needs: readonly ('reason' | 'kind')[]
}

type MoveName =
  | 'file'
  | 'takeIntoReview'
  | 'sendBack'
  | 'clear'
  | 'clearAlert'
  | 'publish'
  | 'reopenReview'
  | 'openNextVersion'
  | 'kill'
  | 'spike'
  | 'restore'

const move = (from: Stage, to: Stage, name: MoveName, door: Door, needs: Move['needs']): Move => ({
  from,
  to,
  get name() {
    return ledgerText(`move.${name}`)
  },
  door,
  needs,
})

/** Legal moves, the most likely one first for each stage. `legalMoves` adds restore, and kill of a live story. */
export const MOVES: readonly Move[] = [
  move('draft', 'filed', 'file', 'file', []),
  move('filed', 'inReview', 'takeIntoReview', 'file', []),
  move('filed', 'draft', 'sendBack', 'sendBack', ['reason']),
  move('inReview', 'cleared', 'clear', 'clear', []),
  move('inReview', 'draft', 'sendBack', 'sendBack', ['reason']),
  move('cleared', 'published', 'publish', 'publish', []),
  move('cleared', 'inReview', 'reopenReview', 'sendBack', []),
  move('published', 'inReview', 'openNextVersion', 'file', ['kind']),
  move('published', 'killed', 'kill', 'kill', ['reason']),
  move('draft', 'spiked', 'spike', 'spike', []),
  move('filed', 'spiked', 'spike', 'spike', []),
  move('inReview', 'spiked', 'spike', 'spike', []),
  move('cleared', 'spiked', 'spike', 'spike', []),
]

/** An alert may be cleared directly, by somebody entitled who is not its author. */
const ALERT_MOVES: readonly Move[] = (['draft', 'filed'] as const).map((from) =>
  move(from, 'cleared', 'clearAlert', 'clear', []),
)

/** Where a story is: its stage, its version, and whether readers have one. Computed from the moves in the ledger. */
export interface Standing {
  readonly stage: Stage
  /** 1 for the first version; raised by "open next version". */
  readonly version: number
  readonly versionKind?: VersionKind
  /** A version was published and not killed. */
  readonly live: boolean
  /** Spiked stories: the stage that restore returns to. */
  readonly spikedFrom?: Stage
}

/**
 * The legal moves now. A story with an open next version (live, inReview) may be killed but not spiked: spike is for
 * unpublished copy. To drop the open version, send it back. `outside`: something of the story left the desk, or may
 * have. Then it may be killed at every stage, even if it was never published or is spiked.
 */
export function legalMoves(
  { stage, live, spikedFrom }: Standing,
  kind: 'story' | 'alert' = 'story',
  outside?: boolean,
): readonly Move[] {
  const moves =
    stage === 'spiked'
      ? [move(stage, spikedFrom ?? 'draft', 'restore', 'file', [])]
      : MOVES.filter((move) => move.from === stage && !(live && move.to === 'spiked'))
  if (kind === 'alert') moves.unshift(...ALERT_MOVES.filter((move) => move.from === stage))
  if ((live || outside) && stage !== 'published' && stage !== 'killed')
    moves.push(move(stage, 'killed', 'kill', 'kill', ['reason']))
  return moves
}

export const findMove = (
  standing: Standing,
  to: Stage,
  kind: 'story' | 'alert' = 'story',
  outside?: boolean,
): Move | undefined => legalMoves(standing, kind, outside).find((move) => move.to === to)
