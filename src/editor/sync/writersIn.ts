import type * as Y from 'yjs'
import { writersAt } from '../../document/writers/writersAt'
import type { Copy, Range } from '../../story/copy/copy'

/** Answers who wrote the words at places of the copy that a window shows. */
export const writersIn =
  (doc: Y.Doc, copy: Copy) =>
  (ranges: readonly Range[]): ReadonlySet<string> =>
    writersAt(doc, copy, ranges)
