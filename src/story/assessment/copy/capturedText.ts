/** The words of a captured file, as they are searched for a fact and shown beside it. */

/** A cell of a table in a file. All are 1-based; tables that only lay out the page do not count. */
export interface CellOfFile {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** A moment that a graf tells, such as the date of mail. */
export interface MomentOfFile {
  /** ISO 8601 in UTC. */
  readonly at: string
  /** As the file has it, with its own offset. */
  readonly written: string
}

/** A piece of the file that a locator can name: a page, a graf or a line of a transcript. */
export interface CapturedPart {
  /** 1-based. Only files with pages have it. */
  readonly page?: number
  /** 1-based number of the graf or line. Absent on pages. */
  readonly graf?: number
  /** Timecode as it is written: "00:12:31". */
  readonly time?: string
  /** Who speaks, if the file names them outside the words: the voice of a caption. */
  readonly speaker?: string
  /** The cell that the graf is in. */
  readonly cell?: CellOfFile
  /** The moment that the graf tells. */
  readonly moment?: MomentOfFile
  readonly text: string
}

export interface CapturedText {
  readonly parts: readonly CapturedPart[]
  /** Number of pages of a file with pages. */
  readonly pages?: number
}

/** A place in a captured file where the words of a fact are. */
export interface FoundPlace {
  readonly file: string
  readonly fileName: string
  /** As a person would write it: "p. 2", "¶ 14", "00:12:31 ¶ 14". */
  readonly locator: string
  readonly page?: number
  readonly graf?: number
  /** Range of the words in the text of their part, UTF-16. */
  readonly from: number
  readonly to: number
  /** How often the same words stand in this part before. */
  readonly nth: number
  /** The words as they are written there, and what is around them. */
  readonly words: string
  readonly before: string
  readonly after: string
}
