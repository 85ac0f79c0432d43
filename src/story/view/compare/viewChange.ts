/** One change between a sign-off and the view of its fact now. */
export type ViewPart =
  | 'words'
  | 'claim'
  | 'context'
  | 'graf'
  | 'before'
  | 'headers'
  | 'belongsTo'
  | 'rank'
  | 'picture'
  | 'links'
  | 'dateline'
  | 'evidence'
  | 'source'
  | 'groundRules'
  | 'translation'

export interface ViewChange {
  readonly part: ViewPart
  /** What it means at clearing. */
  readonly weight: 'blocks' | 'warns' | 'nothing'
  /** The sign-off no longer holds: re-check. False: the status stands, and clearing warns or says nothing. */
  readonly lapses: boolean
  /** '' where the part is kept only as a hash. */
  readonly before: string
  readonly now: string
}
