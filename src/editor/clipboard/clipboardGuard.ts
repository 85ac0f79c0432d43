import type { ClipboardText } from '../../projection/scan/clipboardLeaks'
import type { Block } from '../../story/copy/copy'

/** Stands before everything that leaves the window by clipboard or drag, and knows lines for desks in what comes in. */
export interface ClipboardGuard {
  /**
   * Prints a piece of the copy for other programs. Prints nothing while `leaksIn` cannot look at it. `first`: the
   * number of its first block, if that is an item of a numbered list.
   */
  readonly print: (blocks: readonly Block[], first: number) => ClipboardText
  /** What the text tells about protected sources: “Source A”. Empty: it may leave. */
  readonly leaksIn: (leaving: ClipboardText) => readonly string[]
  /** Asks the person whether it may leave. Until then the clipboard holds none of it. */
  readonly ask: (leaving: ClipboardText, leaks: readonly string[]) => void
  /** Says that words that name protected sources are not dragged to other programs. */
  readonly refuseDrag: (leaks: readonly string[]) => void
  /** Whether a pasted line is for desks and not for readers. Of any line while that cannot be told. */
  readonly isForDesk: (line: string) => boolean
}
