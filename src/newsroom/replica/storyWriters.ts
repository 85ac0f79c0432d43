import type * as Y from 'yjs'
import { commentWriters } from '../../document/writers/commentWriters'
import { contextWriters } from '../../document/writers/contextWriters'
import { writersIn } from '../../document/writers/writersIn'
import type { Assessment } from '../../story/assessment/assessment'
import type { WrittenPart } from '../../story/assessment/people/wroteAt'
import type { CommentThread } from '../../story/copy/comment'
import type { Copy, Range } from '../../story/copy/copy'
import { QUOTE_LIKE, factType } from '../../story/ledger/facts/fact'

/** Who wrote what in an open story, by its document. */
export class StoryWriters {
  constructor(
    private readonly doc: Y.Doc,
    private readonly copy: () => Copy,
  ) {}

  /** Names of all who wrote the words at a place of the copy, or what they rest on. */
  at(ranges: readonly Range[], part: WrittenPart = 'words'): ReadonlySet<string> {
    return writersIn(this.doc, this.copy())(ranges, part)
  }

  /** Names of all who wrote in the context of a fact: its sentences, or its whole grafs if it is quote-like. */
  around({ ranges, tag, record }: Assessment): readonly string[] {
    const isQuote = QUOTE_LIKE.has(factType({ tag, record }))
    return [...contextWriters(this.doc, this.copy(), ranges, isQuote)].sort()
  }

  /** Whether a person wrote the words that a comment is about. */
  wroteCommented(thread: CommentThread, by: string): boolean {
    return commentWriters(this.doc, this.copy(), thread).has(by)
  }
}
