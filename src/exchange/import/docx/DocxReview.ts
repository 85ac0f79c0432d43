import { importsText } from '../../../catalogue/imports'
import type { ImportedComment, ImportedReply } from '../parts/importedStory'
import type { SuggestionRecord } from '../../../story/copy/suggestion'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childrenOf, rawTextOf, type MarkupElement } from '../markup/markupTree'
import type { DocxPackage } from './docxPackage'

interface Said extends ImportedReply {
  readonly id: string
  readonly paragraph: string
  readonly words: boolean
}

/** Who said and proposed what in a Word document: comments with their threads, tracked changes by author and time. */
export class DocxReview {
  readonly #said: ReadonlyMap<string, Said>
  /** Paragraph id of a comment → that of the one it answers, and whether it is resolved. */
  readonly #threads: ReadonlyMap<string, { readonly parent: string; readonly done: boolean }>
  readonly #byParagraph: ReadonlyMap<string, Said>
  readonly #open = new Set<string>()
  readonly #onWords = new Set<string>()
  readonly #suggestions: SuggestionRecord[] = []
  /** The latest change and how many standing characters came before it: what follows it at once by the same hand is the same suggestion. */
  #last: { readonly record: SuggestionRecord; readonly at: number } | undefined
  #stood = 0

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
    this.#said = new Map(
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
      [...this.#said.values()].filter(({ paragraph }) => paragraph !== '').map((said) => [said.paragraph, said]),
    )
  }

  /** Names of the comments whose ranges are open, for the spans of what is read now. */
  get open(): readonly string[] | undefined {
    return this.#open.size === 0 ? undefined : [...this.#open]
  }

  begin(id: string): void {
    const said = this.#said.get(id)
    if (!said || this.#parentOf(said) !== undefined) return
    if (this.#open.size < MOST_OPEN) this.#open.add(id)
    else this.losses.add('crowdedComments', said.text)
  }
  end(id: string): void {
    this.#open.delete(id)
  }

  /** Words that stand, whatever becomes of the changes around them. */
  stand(characters: number): void {
    this.#stood += characters
    if (characters > 0) for (const id of this.#open) this.#onWords.add(id)
  }
  /** Words that are only proposed. */
  propose(): void {
    for (const id of this.#open) this.#onWords.add(id)
  }

  /** The suggestion that a tracked change is part of. */
  change(element: MarkupElement): string {
    const [by, at] = [authorOf(element), timeOf(element)]
    const last = this.#last
    if (last?.at === this.#stood && last.record.by === by && last.record.at === at) return last.record.id
    const record = { id: `s${this.#suggestions.length + 1}`, by, at }
    this.#suggestions.push(record)
    this.#last = { record, at: this.#stood }
    return record.id
  }
  /** What the latest change is about stands by itself: what touches its end belongs to it. */
  reach(): void {
    if (this.#last) this.#last = { record: this.#last.record, at: this.#stood }
  }

  get suggestions(): readonly SuggestionRecord[] {
    return this.#suggestions
  }

  /** Threads in the order of the document's comments; `onStory` when they mark no words. */
  comments(): readonly ImportedComment[] {
    const all = [...this.#said.values()]
    const threads = new Map<Said, Said[]>()
    for (const said of all) {
      const root = this.#rootOf(said)
      threads.set(root, [...(threads.get(root) ?? []), ...(root === said || !said.words ? [] : [said])])
    }
    return all
      .filter((said) => this.#parentOf(said) === undefined)
      .flatMap((said) => {
        const replies = threads.get(said) ?? []
        if (!said.words) {
          this.losses.add('emptyComments', [said, ...replies].map(({ by, text }) => `${by}: ${text}`).join(' '))
          return []
        }
        return [
          {
            id: said.id,
            by: said.by,
            at: said.at,
            text: said.text,
            onStory: !this.#onWords.has(said.id),
            resolved: this.#threads.get(said.paragraph)?.done ?? false,
            replies: replies.map(({ by, at, text }) => ({ by, at, text })),
          },
        ]
      })
  }

  #parentOf(said: Said): Said | undefined {
    const parent = said.paragraph === '' ? '' : (this.#threads.get(said.paragraph)?.parent ?? '')
    return parent === '' || parent === said.paragraph ? undefined : this.#byParagraph.get(parent)
  }

  #rootOf(said: Said): Said {
    const seen = new Set([said])
    for (let at = said; ;) {
      const parent = this.#parentOf(at)
      if (!parent || seen.has(parent)) return at
      seen.add(parent)
      at = parent
    }
  }
}

/** Comments that may lie over one word. */
const MOST_OPEN = 200

const authorOf = (element: MarkupElement): string =>
  attributeOf(element, 'author').trim() || importsText('docxReview.unknownAuthor')

/** ISO 8601 instant, or '' when there is none that can be read. Word writes the clock on the wall with a Z. */
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
