/** Stages of a story and the one table of legal moves. */
import { wordsFor } from '../../catalogue/wordsFor'
import { ledgerText } from '../../catalogue/ledger'
export const STAGES = ['draft', 'filed', 'inReview', 'cleared', 'published', 'spiked', 'killed'] as const
export type Stage = (typeof STAGES)[number]
export const isStage = (value: string): value is Stage => (STAGES as readonly string[]).includes(value)

export const STAGE_WORDS = wordsFor(STAGES, (stage) => ledgerText(`stage.${stage}`))

export const VERSION_KINDS = ['update', 'writethru', 'correction', 'clarification'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]
export const isVersionKind = (value: string): value is VersionKind =>
  (VERSION_KINDS as readonly string[]).includes(value)

/** Gate doors. `none` asks nothing but still shows what it found. */
export type Door = 'file' | 'sendBack' | 'spike' | 'clear' | 'publish' | 'kill' | 'factsheet' | 'draftExport'
export const DOORS = ['file', 'sendBack', 'spike', 'clear', 'publish', 'kill', 'factsheet', 'draftExport'] as const

export interface Move {
  readonly from: Stage
  readonly to: Stage
  /** What the button and the menu say. */
  readonly name: string
  readonly door: Door
  readonly needs: readonly ('reason' | 'kind')[]
  /** Closed to the author and bylines (unless desk of one). */
  readonly notAuthor?: boolean
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

const move = (from: Stage, to: Stage, name: MoveName, door: Door, needs: Move['needs'], notAuthor = false): Move => ({
  from,
  to,
  get name() {
    return ledgerText(`move.${name}`)
  },
  door,
  needs,
  ...(notAuthor ? { notAuthor } : {}),
})

/** Legal moves, most likely one first for each stage. `spiked` → restore is handled by `restoreMove`. */
export const MOVES: readonly Move[] = [
  move('draft', 'filed', 'file', 'file', []),
  move('filed', 'inReview', 'takeIntoReview', 'file', []),
  move('filed', 'draft', 'sendBack', 'sendBack', ['reason']),
  move('inReview', 'cleared', 'clear', 'clear', [], true),
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

/** An alert is cleared at once, from wherever it stands, by someone entitled who is not its author. */
const ALERT_MOVES: readonly Move[] = (['draft', 'filed'] as const).map((from) =>
  move(from, 'cleared', 'clearAlert', 'clear', [], true),
)

/** Where the story stands, as the ledger tells it. */
export interface Standing {
  readonly stage: Stage
  /** 1 for the first version; raised by "open next version". */
  readonly version: number
  readonly versionKind?: VersionKind
  /** True once any version was published and not killed. */
  readonly live: boolean
  /** For spiked stories: where restore goes. */
  readonly spikedFrom?: Stage
}

/**
 * The moves that are legal now. A story whose next version is open (live, stage inReview) may also be killed but not
 * spiked (spike is for unpublished copy; the open version is dropped by sending it back and never publishing it).
 */
export function legalMoves(standing: Standing, kind: 'story' | 'alert' = 'story'): readonly Move[] {
  if (standing.stage === 'spiked') {
    const to = standing.spikedFrom ?? 'draft'
    return [move('spiked', to, 'restore', 'file', [])]
  }
  const moves = MOVES.filter((move) => move.from === standing.stage && !(standing.live && move.to === 'spiked'))
  if (kind === 'alert') moves.unshift(...ALERT_MOVES.filter((move) => move.from === standing.stage))
  const openVersion = standing.live && standing.stage !== 'published' && standing.stage !== 'killed'
  if (openVersion) moves.push(move(standing.stage, 'killed', 'kill', 'kill', ['reason']))
  return moves
}

export const findMove = (standing: Standing, to: Stage, kind: 'story' | 'alert' = 'story'): Move | undefined =>
  legalMoves(standing, kind).find((move) => move.to === to)
