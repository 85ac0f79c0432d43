/** Stages of a story and the one table of legal moves. */
export const STAGES = ['draft', 'filed', 'inReview', 'cleared', 'published', 'spiked', 'killed'] as const
export type Stage = (typeof STAGES)[number]
export const isStage = (value: string): value is Stage => (STAGES as readonly string[]).includes(value)

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  draft: 'Draft',
  filed: 'Filed',
  inReview: 'In review',
  cleared: 'Cleared',
  published: 'Published',
  spiked: 'Spiked',
  killed: 'Killed',
}

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

/** Legal moves, most likely one first for each stage. `spiked` → restore is handled by `restoreMove`. */
export const MOVES: readonly Move[] = [
  { from: 'draft', to: 'filed', name: 'File to desk', door: 'file', needs: [] },
  { from: 'filed', to: 'inReview', name: 'Take into review', door: 'file', needs: [] },
  { from: 'filed', to: 'draft', name: 'Send back', door: 'sendBack', needs: ['reason'] },
  { from: 'inReview', to: 'cleared', name: 'Clear', door: 'clear', needs: [], notAuthor: true },
  { from: 'inReview', to: 'draft', name: 'Send back', door: 'sendBack', needs: ['reason'] },
  { from: 'cleared', to: 'published', name: 'Publish', door: 'publish', needs: [] },
  { from: 'cleared', to: 'inReview', name: 'Reopen review', door: 'sendBack', needs: [] },
  { from: 'published', to: 'inReview', name: 'Open next version', door: 'file', needs: ['kind'] },
  { from: 'published', to: 'killed', name: 'Kill', door: 'kill', needs: ['reason'] },
  { from: 'draft', to: 'spiked', name: 'Spike', door: 'spike', needs: [] },
  { from: 'filed', to: 'spiked', name: 'Spike', door: 'spike', needs: [] },
  { from: 'inReview', to: 'spiked', name: 'Spike', door: 'spike', needs: [] },
  { from: 'cleared', to: 'spiked', name: 'Spike', door: 'spike', needs: [] },
]

/** An alert is cleared at once, from wherever it stands, by someone entitled who is not its author. */
const ALERT_MOVES: readonly Move[] = (['draft', 'filed'] as const).map((from) => ({
  from,
  to: 'cleared',
  name: 'Clear alert',
  door: 'clear',
  needs: [],
  notAuthor: true,
}))

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
    return [{ from: 'spiked', to, name: 'Restore', door: 'file', needs: [] }]
  }
  const moves = MOVES.filter((move) => move.from === standing.stage && !(standing.live && move.to === 'spiked'))
  if (kind === 'alert') moves.unshift(...ALERT_MOVES.filter((move) => move.from === standing.stage))
  const openVersion = standing.live && standing.stage !== 'published' && standing.stage !== 'killed'
  if (openVersion) moves.push({ from: standing.stage, to: 'killed', name: 'Kill', door: 'kill', needs: ['reason'] })
  return moves
}

export const findMove = (standing: Standing, to: Stage, kind: 'story' | 'alert' = 'story'): Move | undefined =>
  legalMoves(standing, kind).find((move) => move.to === to)
