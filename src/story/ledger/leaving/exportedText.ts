/** The public id and the number of a file that left as an item of its own. */
export interface OwnId {
  readonly id: string
  readonly number: number
}

/** What an export of the story itself notes of the text that left. */
export interface ExportedText {
  /** Hash of all that left. */
  readonly text: string
  /** Its number for receivers. Absent: it left under an id of its own. */
  readonly number?: number
  /** That id, and the number in that file. Drafts and older entries lack it. */
  readonly own?: OwnId
}
