import type { ImportedReview } from '../../../exchange/import/parts/importedStory'
import type { CommentThread } from '../../../story/copy/comment'
import type { Block } from '../../../story/copy/copy'
import { standingBlock, type MarkedBlock } from '../../../story/copy/suggestions/markedCopy'
import type { SuggestionRecord } from '../../../story/copy/suggestions/suggestion'
import type { IdKind, Ids } from '../../environment/ids'

export interface AdoptedReview {
  readonly copy: readonly (Block | MarkedBlock)[]
  readonly suggestions: readonly SuggestionRecord[]
  readonly comments: readonly CommentThread[]
}

/**
 * The comments and suggestions of a file, under ids of this library. Names stay as the file gives them; they sign
 * nothing. `copy`: the blocks of the review, as they go on the sheet.
 */
export function adoptReview(
  { suggestions, comments }: ImportedReview,
  copy: readonly (Block | MarkedBlock)[],
  ids: Ids,
  now: string,
): AdoptedReview {
  const renamed = (kind: IdKind, names: readonly string[]): ReadonlyMap<string, string> => {
    const taken = new Set<string>()
    return new Map(
      names.map((name) => {
        const id = ids.next(kind, (one) => taken.has(one))
        taken.add(id)
        return [name, id]
      }),
    )
  }
  const suggested = renamed(
    'suggestion',
    suggestions.map(({ id }) => id),
  )
  const said = renamed(
    'comment',
    comments.map(({ id }) => id),
  )
  const words = wordsByComment(copy)
  const idOf = (id: string): string => suggested.get(id) ?? id
  const adopted = copy.map((block) => ({
    ...block,
    spans: block.spans.flatMap((span) =>
      span.mark !== 'comment' ? [span] : said.has(span.id) ? [{ ...span, id: said.get(span.id) ?? span.id }] : [],
    ),
    ...('proposed' in block ? { proposed: block.proposed.map((span) => ({ ...span, id: idOf(span.id) })) } : {}),
    ...('joins' in block && block.joins !== undefined ? { joins: idOf(block.joins) } : {}),
    ...('becomes' in block && block.becomes ? { becomes: { ...block.becomes, id: idOf(block.becomes.id) } } : {}),
  }))
  return {
    copy: adopted,
    suggestions: suggestions.map((record) => ({ ...record, id: idOf(record.id), at: record.at || now })),
    comments: comments.map(({ id, by, at, text, onStory, resolved, replies }): CommentThread => ({
      id: said.get(id) ?? id,
      by,
      at: at || now,
      text,
      ...(onStory ? {} : { words: words.get(id) ?? '' }),
      mustFix: false,
      assignee: '',
      ...(resolved ? { resolved: { by: replies.at(-1)?.by ?? by, at: replies.at(-1)?.at || at || now } } : {}),
      replies: replies.map((reply) => ({ ...reply, at: reply.at || now })),
    })),
  }
}

/**
 * The words that each comment marks, by its id: without the proposed ones, unless all of them are proposed. One look at
 * the copy for all comments.
 */
function wordsByComment(copy: readonly (Block | MarkedBlock)[]): ReadonlyMap<string, string> {
  const marked = wordsMarked(copy)
  const standing = wordsMarked(copy.map((block) => ('proposed' in block ? standingBlock(block) : block)))
  return new Map([...marked].map(([id, words]) => [id, standing.get(id) || words]))
}

function wordsMarked(copy: readonly Block[]): ReadonlyMap<string, string> {
  const words = new Map<string, string[]>()
  for (const { text, spans } of copy)
    for (const span of spans) {
      if (span.mark !== 'comment') continue
      const pieces = words.get(span.id) ?? []
      pieces.push(text.slice(span.from, span.to))
      words.set(span.id, pieces)
    }
  return new Map([...words].map(([id, pieces]) => [id, pieces.join('\n')]))
}
