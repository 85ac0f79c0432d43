import type { EditorView } from '@tiptap/pm/view'

/** ProseMirror's own watch over its elements; not part of its public types. */
interface Watched {
  readonly domObserver: { stop(): void; start(): void }
}

/**
 * Writes to elements of the sheet what is no part of the document and changes often: attributes and styles of single blocks. The
 * view does not read them back, and leaves them when it updates a block; what it makes anew comes without. A decoration would be
 * asked for at every letter, and a style sheet that changes costs more than the letter itself: 3 ms with 1,700 blocks, 45 when it counts them.
 */
export function withoutDomObserver(view: EditorView, write: () => void): void {
  const { domObserver } = view as unknown as Watched
  domObserver.stop()
  try {
    write()
  } finally {
    domObserver.start()
  }
}
