import type { parseOutsideHtml, parseOutsideText } from './parseOutside'

/** Reads what other programs put on the clipboard: `parseOutside.ts`. */
export interface OutsideReader {
  readonly parseOutsideHtml: typeof parseOutsideHtml
  readonly parseOutsideText: typeof parseOutsideText
}

/** The reader of a window, which is loaded after the first frame. */
export interface LaterReader {
  /** The reader, or undefined before it is loaded. */
  readonly ready: () => OutsideReader | undefined
  /** Loads the reader. Rejects if its script cannot be read. */
  readonly load: () => Promise<OutsideReader>
}
