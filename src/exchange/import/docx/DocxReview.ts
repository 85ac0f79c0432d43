import { importsText } from '../../../catalogue/rooms/imports'
import type { ImportedComment, ImportedReply } from '../parts/importedStory'
import type { SuggestionRecord } from '../../../story/copy/suggestions/suggestion'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childrenOf, rawTextOf, type MarkupElement } from '../markup/tree/markupTree'
import type { DocxPackage } from './docxPackage'

interface RawComment extends ImportedReply {
  readonly id: string
  readonly paragraph: string
  readonly words: boolean
}

/** Comments with their threads and tracked changes with author and time, as a Word document holds them. */
export class DocxReview {
  readonly #comments: ReadonlyMap<string, RawComment>
  /** Paragraph id of a comment → the id of the comment that it answers, and whether it is resolved. */
  readonly #threads: ReadonlyMap<string, { readonly parent: string; readonly done: boolean }>
  readonly #byParagraph: ReadonlyMap<string, RawComment>
  readonly #roots = new Map<RawComment, RawComment>()
  readonly #open = new Set<string>()
  readonly #onWords = new Set<string>()
  readonly #suggestions: SuggestionRecord[] = []
  /**
   * The latest change, and how many unchanged characters came before it. A change by the same author right after it is
   * the same suggestion.
   */
  #last: { readonly record: SuggestionRecord; readonly at: number } | undefined
  #unchanged = 0

  constructor(
    pack: Pick<DocxPackage, 'comments' | 'commentsExtended'>,
    private readonly losses: LossCollector,
  ) {
    const extended = pack.commentsExtended ? childrenOf(pack.commentsExtended, 'commentEx') : []
    this.#threads = new Map(
      extended.map((one) => [
        attributeOf(one, 'paraId'),
        { parent: attributeOf(one, 'paraIdParent'), done: /^(?:1|true)$/.test(attributeOf(one, 'done')) },
      ]),
    )
    this.#comments = new Map(
      (pack.comments ? childrenOf(pack.comments, 'comment') : []).map((comment) => {
        const paragraphs = childrenOf(comment, 'p')
        const text = paragraphs.map(wordsOf).join('\n').trim()
        const id = attributeOf(comment, 'id')
        return [
          id,
          {
            id,
            by: authorOf(comment),
            at: timeOf(comment),
            text,
            paragraph: attributeOf(paragraphs.at(-1) ?? comment, 'paraId'),
            words: text !== '',
          },
        ]
      }),
    )
    this.#byParagraph = new Map(
      [...this.#comments.values()]
        .filter(({ paragraph }) => paragraph !== '')
        .map((comment) => [comment.paragraph, comment]),
    )
  }

  /** Ids of the comments that are open here, for the spans that are read now. */
  get open(): readonly string[] | undefined {
    return this.#open.size === 0 ? undefined : [...this.#open]
  }

  begin(id: string): void {
    const comment = this.#comments.get(id)
    if (!comment || this.#parentOf(comment) !== undefined) return
    if (this.#open.size < MOST_OPEN) this.#open.add(id)
    else this.losses.add('crowdedComments', comment.text)
  }
  end(id: string): void {
    this.#open.delete(id)
  }

  /** Counts characters outside changes, and notes that the open comments mark them. */
  countUnchanged(characters: number): void {
    this.#unchanged += characters
    if (characters > 0) for (const id of this.#open) this.#onWords.add(id)
  }
  /** Notes that the open comments mark proposed text. */
  markProposed(): void {
    for (const id of this.#open) this.#onWords.add(id)
  }

  /** Returns the id of the suggestion that a tracked change belongs to. */
  change(element: MarkupElement): string {
    const [by, at] = [authorOf(element), timeOf(element)]
    const last = this.#last
    if (last?.at === this.#unchanged && last.record.by === by && last.record.at === at) return last.record.id
    const record = { id: `s${this.#suggestions.length + 1}`, by, at }
    this.#suggestions.push(record)
    this.#last = { record, at: this.#unchanged }
    return record.id
  }
  /** Marks the current position as part of the latest change, so that an adjacent change joins it. */
  extendLast(): void {
    if (this.#last) this.#last = { record: this.#last.record, at: this.#unchanged }
  }

  get suggestions(): readonly SuggestionRecord[] {
    return this.#suggestions
  }

  /** Threads in the order of the document's comments. `onStory`: the comment marks no text. */
  comments(): readonly ImportedComment[] {
    const all = [...this.#comments.values()]
    const threads = new Map<RawComment, RawComment[]>()
    for (const comment of all) {
      const root = this.#rootOf(comment)
      const thread = threads.get(root) ?? []
      if (root !== comment && comment.words) thread.push(comment)
      threads.set(root, thread)
    }
    return all
      .filter((comment) => this.#parentOf(comment) === undefined)
      .flatMap((comment) => {
        const replies = threads.get(comment) ?? []
        if (!comment.words) {
          this.losses.add('emptyComments', [comment, ...replies].map(({ by, text }) => `${by}: ${text}`).join(' '))
          return []
        }
        return [
          {
            id: comment.id,
            by: comment.by,
            at: comment.at,
            text: comment.text,
            onStory: !this.#onWords.has(comment.id),
            resolved: this.#threads.get(comment.paragraph)?.done ?? false,
            replies: replies.map(({ by, at, text }) => ({ by, at, text })),
          },
        ]
      })
  }

  #parentOf(comment: RawComment): RawComment | undefined {
    const parent = comment.paragraph === '' ? '' : (this.#threads.get(comment.paragraph)?.parent ?? '')
    return parent === '' || parent === comment.paragraph ? undefined : this.#byParagraph.get(parent)
  }

  /** The comment that a thread begins with. Each answer on the way remembers it. */
  #rootOf(comment: RawComment): RawComment {
    const seen = new Set<RawComment>()
    let root = comment
    while (!seen.has(root)) {
      seen.add(root)
      const next = this.#roots.get(root) ?? this.#parentOf(root)
      if (!next || seen.has(next)) break
      root = next
    }
    for (const one of seen) if (one !== root) this.#roots.set(one, root)
    return root
  }
}

/** Most comments on one piece of text. */
const MOST_OPEN = 200

const authorOf = (element: MarkupElement): string =>
  attributeOf(element, 'author').trim() || importsText('docxReview.unknownAuthor')

/** Returns an ISO 8601 instant, or '' if the date cannot be read. Word writes local time with a Z. */
function timeOf(element: MarkupElement): string {
  const text = attributeOf(element, 'date')
  const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(time) ? '' : `${new Date(time).toISOString().slice(0, 19)}Z`
}

function wordsOf(element: MarkupElement): string {
  return childrenOf(element)
    .map((child) =>
      child.name === 't'
        ? rawTextOf(child)
        : child.name === 'br'
          ? '\n'
          : child.name === 'tab'
            ? '\t'
            : /^(?:pPr|rPr|del|moveFrom)$/.test(child.name)
              ? ''
              : wordsOf(child),
    )
    .join('')
}
