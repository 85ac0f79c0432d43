/** A story that was here before a bundle was merged into it. */
export interface MergedStory {
  readonly story: string
  readonly headline: string
  /** Who had handed it over. */
  readonly from: string
  /** SHA-256 of the bundle’s manifest: only this merge is undone. */
  readonly bundle: string
  /** Who alone can undo the merge, having the pen. Absent: the person of this window can, too. */
  readonly undoneBy?: string
}

export const mayUndo = ({ undoneBy }: MergedStory): boolean => undoneBy === undefined

/** The stories that came back with one import, of which one after the other shows what changed. */
export interface StoriesBack {
  readonly stories: readonly MergedStory[]
  /** Which of them is open. */
  readonly at: number
  /** Id of the next of them, while it opens: the panel stays for it. */
  readonly opens?: string
  /** All stories that the import merged, but for those whose merge is undone. */
  readonly merged: readonly MergedStory[]
}
