import type { CellOfFile, MomentOfFile } from '../../../story/assessment/copy/capturedText'

/** A graf of a captured file, without its number. */
export interface CapturedGraf {
  readonly text: string
  readonly cell?: CellOfFile
  readonly moment?: MomentOfFile
}
