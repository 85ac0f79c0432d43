import type * as Y from 'yjs'
import type { Copy } from '../../story/copy/copy'
import type { WritersAt } from '../../story/assessment/people/wroteAt'
import { contextWriters, writersBeside } from './contextWriters'
import { pictureWriters } from './pictureWriters'
import { writersAt } from './writersAt'

/** Answers who wrote at places of the copy that a document holds. */
export const writersIn =
  (doc: Y.Doc, copy: Copy): WritersAt =>
  (ranges, part) => {
    if (part === 'words') return writersAt(doc, copy, ranges)
    if (part === 'beside') return writersBeside(doc, copy, ranges)
    if (part !== 'picture') return contextWriters(doc, copy, ranges, part === 'graf')
    return new Set(ranges.flatMap(({ block }) => [...pictureWriters(doc, block)]))
  }
