/**
 * Adapter for a private API: `EditorView.domObserver` of prosemirror-view, checked against 1.42.9. An attribute set on
 * a block outside a transaction makes ProseMirror read the block again, unless its observer is stopped. A decoration
 * for each far block would be the public way; it costs 1.1 ms for every letter in a story of 100,000 words.
 */
import type { EditorView } from '@tiptap/pm/view'

interface Watched {
  readonly domObserver: { stop(): void; start(): void }
}

/**
 * Runs `write`, which changes attributes of blocks that are not part of the document. The view does not read them back.
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
