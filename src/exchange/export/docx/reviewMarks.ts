import type { PublishedComment, Revision, ReviewRun } from '../../../projection/published/publishedReview'
import { container, element, escapeXml, XML_DECLARATION } from '../xml/xml'
import { OFFICE, W, W14, W15, type DocumentPart } from './parts'

const COMMENTS_PART: DocumentPart = {
  name: 'comments.xml',
  type: `${OFFICE}.comments+xml`,
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
}
/** Holds which comment answers which, and what is resolved ([MS-DOCX] 2.5.1). */
const COMMENTS_EXTENDED_PART: DocumentPart = {
  name: 'commentsExtended.xml',
  type: `${OFFICE}.commentsExtended+xml`,
  relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
}

/** A comment or a reply. To Word each of them is a comment. */
interface Numbered {
  readonly id: number
  readonly parent?: number
  readonly resolved: boolean
  readonly said: Revision & { readonly text: string }
}

/** Numbers the tracked changes and comments of one document in its order. Equal documents get equal numbers. */
export class ReviewMarks {
  readonly #numbered: readonly Numbered[]
  /** For each thread: the ids of its comment and its replies. */
  readonly #ids: readonly (readonly number[])[]
  readonly #left = new Map<number, number>()
  readonly #begun = new Set<number>()
  #changes = 0

  /** @param runs All runs of the document in order. */
  constructor(comments: readonly PublishedComment[], runs: readonly ReviewRun[]) {
    const numbered: Numbered[] = []
    this.#ids = comments.map(({ replies, resolved, ...said }) => {
      const id = numbered.length
      numbered.push({ id, resolved, said })
      for (const reply of replies) numbered.push({ id: numbered.length, parent: id, resolved, said: reply })
      return Array.from({ length: replies.length + 1 }, (_, index) => id + index)
    })
    this.#numbered = numbered
    for (const { comments: on = [] } of runs)
      for (const index of on) this.#left.set(index, (this.#left.get(index) ?? 0) + 1)
  }

  get hasComments(): boolean {
    return this.#numbered.length > 0
  }

  /** Returns the attributes of the next tracked change. */
  change({ by, at }: Revision): Readonly<Record<string, string | number>> {
    this.#changes += 1
    return { 'w:id': this.#changes, 'w:author': by, 'w:date': at }
  }

  /** Writes comments on the story as a whole: at its beginning, on no words. */
  onStory(): string {
    return this.#ids.map((ids, index) => (this.#left.has(index) ? '' : begin(ids) + end(ids))).join('')
  }

  /** Wraps a run in the starts of ranges that begin before it and the ends of ranges that end after it. */
  around({ comments = [] }: ReviewRun, xml: string): string {
    const ending: number[] = []
    let before = ''
    for (const index of comments) {
      const left = (this.#left.get(index) ?? 1) - 1
      this.#left.set(index, left)
      if (!this.#begun.has(index)) before += begin(this.#ids[index] ?? [])
      this.#begun.add(index)
      if (left === 0) ending.push(index)
    }
    return before + xml + ending.map((index) => end(this.#ids[index] ?? [])).join('')
  }

  parts(): readonly (readonly [DocumentPart, string])[] {
    return this.hasComments
      ? [
          [COMMENTS_PART, commentsXml(this.#numbered)],
          [COMMENTS_EXTENDED_PART, extendedXml(this.#numbered)],
        ]
      : []
  }
}

const begin = (ids: readonly number[]): string =>
  ids.map((id) => element('w:commentRangeStart', { 'w:id': id })).join('')
const end = (ids: readonly number[]): string =>
  ids
    .map(
      (id) =>
        element('w:commentRangeEnd', { 'w:id': id }) +
        element('w:r', {}, element('w:commentReference', { 'w:id': id })),
    )
    .join('')

/** Word wants eight hexadecimal digits, above 0 and below 80000000. */
const paragraphId = (id: number): string => (id + 1).toString(16).toUpperCase().padStart(8, '0')

function commentsXml(comments: readonly Numbered[]): string {
  return (
    XML_DECLARATION +
    container(
      'w:comments',
      {
        'xmlns:w': W,
        'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
        'xmlns:w14': W14,
        'mc:Ignorable': 'w14',
      },
      ...comments.map(({ id, said: { by, at, text } }) => {
        const lines = text.split('\n')
        return element(
          'w:comment',
          { 'w:id': id, 'w:author': by, 'w:date': at, 'w:initials': initials(by) },
          ...lines.map((line, index) =>
            element(
              'w:p',
              index === lines.length - 1 ? { 'w14:paraId': paragraphId(id) } : {},
              line === '' ? '' : element('w:r', {}, `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`),
            ),
          ),
        )
      }),
    )
  )
}

function extendedXml(comments: readonly Numbered[]): string {
  return (
    XML_DECLARATION +
    container(
      'w15:commentsEx',
      { 'xmlns:w15': W15 },
      ...comments.map(({ id, parent, resolved }) =>
        element('w15:commentEx', {
          'w15:paraId': paragraphId(id),
          'w15:paraIdParent': parent === undefined ? undefined : paragraphId(parent),
          'w15:done': resolved ? 1 : 0,
        }),
      ),
    )
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 9)
