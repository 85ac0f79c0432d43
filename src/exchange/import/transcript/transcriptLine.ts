import type { CellOfFile } from '../../../story/assessment/copy/capturedText'

/** A line of a transcript, with its place if the file has one. */
export interface TranscriptLine {
  readonly text: string
  /** The cell of a table that the line is in. */
  readonly cell?: CellOfFile
  /** A timecode, or "p. 3". */
  readonly at?: string
  /** The speaker, if the file names them outside the text. */
  readonly speaker?: string
  /** The speaker may change here without a name (a dash in captions). */
  readonly changes?: boolean
}
