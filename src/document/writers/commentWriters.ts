import type * as Y from 'yjs'
import type { CommentThread } from '../../story/copy/comment'
import type { Copy, Range } from '../../story/copy/copy'
import { writersAt } from './writersAt'

/**
 * Names of all who wrote the words that a comment is about: those that carry its mark, or its own words wherever they
 * stand while nothing carries it.
 */
export function commentWriters(
  doc: Y.Doc,
  copy: Copy,
  { id, words = '' }: Pick<CommentThread, 'id' | 'words'>,
): ReadonlySet<string> {
  const marked = copy.flatMap(({ spans }, block) =>
    spans.flatMap((span) =>
      span.mark === 'comment' && span.id === id ? [{ block, from: span.from, to: span.to }] : [],
    ),
  )
  return writersAt(doc, copy, marked.length > 0 ? marked : placesOf(copy, words))
}

const placesOf = (copy: Copy, words: string): readonly Range[] =>
  words === ''
    ? []
    : copy.flatMap(({ text }, block) => {
        const found: Range[] = []
        for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length))
          found.push({ block, from, to: from + words.length })
        return found
      })
