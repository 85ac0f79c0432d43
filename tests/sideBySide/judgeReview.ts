import { unzipSync } from 'fflate'
import { importFile } from '../../src/exchange/import/importFile'
import type { ReviewedStory } from './reviewedStories'
import { defined } from '../../src/story/text/defined'

/** A comment or change on one line: who, what, and on which words. */
export type Said = string
export interface FoundReview {
  readonly comments: readonly Said[]
  readonly changes: readonly Said[]
}
export interface ReviewScore {
  /** Shares of the source, 0 to 1. */
  readonly comments: number
  readonly changes: number
  /** Found, but not in the source. */
  readonly invented: number
}

/** Pieces of text in order, each with its comments and its change. */
interface Piece {
  readonly text: string
  readonly comments: readonly string[]
  readonly change?: { readonly kind: string; readonly by: string }
}
interface Remark {
  readonly id: string
  readonly by: string
  readonly text: string
}

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Joins neighbouring pieces of one change. A comment is about the words from its beginning to its end. */
function reviewOf(pieces: readonly Piece[], remarks: readonly Remark[]): FoundReview {
  const changes: { kind: string; by: string; words: string }[] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    const last = changes.at(-1)
    if (piece.change && last && before?.change?.kind === piece.change.kind && before.change.by === piece.change.by)
      last.words += piece.text
    else if (piece.change) changes.push({ ...piece.change, words: piece.text })
    before = piece
  }
  return {
    comments: remarks.map(
      ({ id, by, text }) =>
        `${by}: “${folded(text)}” on “${folded(
          pieces
            .filter(({ comments }) => comments.includes(id))
            .map((piece) => piece.text)
            .join(''),
        )}”`,
    ),
    changes: changes.map(({ kind, by, words }) => `${kind} by ${by}: “${folded(words)}”`),
  }
}

/** Comments, by index, whose file has no range of words: LibreOffice loses some. */
export function withoutRange(docx: Uint8Array): readonly number[] {
  const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
  const begun = [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"/g)]
  return begun.flatMap(({ 1: id = '', index }, place) =>
    /<w:(?:t|delText)[ >]/.test(xml.slice(index).split(`<w:commentRangeEnd w:id="${id}"`)[0] ?? '') ? [] : [place],
  )
}

/** Describes the source. */
export function knownReview(story: ReviewedStory): FoundReview {
  const pieces = story.grafs.flatMap((passages) =>
    passages.flatMap(({ words, comments, change }, place): Piece[] => [
      {
        text: place === 0 ? '\n' : ' ',
        comments: comments.filter((id) => (place > 0 ? passages[place - 1]?.comments.includes(id) : true)).map(String),
      },
      { text: words, comments: comments.map(String), ...defined({ change }) },
    ]),
  )
  return reviewOf(
    pieces,
    story.comments.map(({ by, text }, id) => ({ id: String(id), by, text })),
  )
}

/** Describes what our importer reads. */
export async function ourReview(name: string, bytes: Uint8Array): Promise<FoundReview> {
  const {
    stories: [story],
  } = await importFile(name, bytes)
  const review = story?.review
  if (!review) return { comments: [], changes: [] }
  const authors = new Map(review.suggestions.map(({ id, by }) => [id, by]))
  const pieces = review.marked.flatMap(({ text, spans, proposed }): Piece[] => {
    const edges = [...new Set([0, text.length, ...[...spans, ...proposed].flatMap(({ from, to }) => [from, to])])].sort(
      (a, b) => a - b,
    )
    return [
      { text: '\n', comments: [] },
      ...edges.slice(0, -1).map((from, at): Piece => {
        const over = ({ from: start, to }: { readonly from: number; readonly to: number }): boolean =>
          start <= from && to > from
        const change = proposed.find((span) => over(span) && span.mark !== 'restyle')
        return {
          text: text.slice(from, edges[at + 1]),
          comments: spans.flatMap((span) => (span.mark === 'comment' && over(span) ? [span.id] : [])),
          ...defined({ change: change && { kind: change.mark, by: authors.get(change.id) ?? '' } }),
        }
      }),
    ]
  })
  // Ends of grafs and lines, also suggested ones, are no words for a comment.
  return reviewOf(
    pieces.map((piece, at) =>
      /^[\n\u2028\u2029]$/u.test(piece.text) ? { ...piece, comments: pieces[at + 1]?.comments ?? [] } : piece,
    ),
    review.comments,
  )
}

interface Node {
  readonly t: string
  readonly c?: unknown
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value

/** Describes what pandoc reads: its JSON, with --track-changes=all. */
export function pandocReview(json: string): FoundReview {
  const pieces: Piece[] = []
  const remarks: Remark[] = []
  const open = new Set<string>()
  const walk = (value: unknown, change?: Piece['change']): void => {
    if (Array.isArray(value))
      return value.forEach((item) => {
        walk(item, change)
      })
    if (!isNode(value)) return
    const put = (text: string): void => void pieces.push({ text, comments: [...open], ...defined({ change }) })
    if (value.t === 'Para' || value.t === 'Plain' || value.t === 'Header') put('\n')
    if (value.t === 'Str') return put(String(value.c))
    if (value.t === 'Space' || value.t === 'SoftBreak' || value.t === 'LineBreak') return put(' ')
    if (value.t !== 'Span') return walk(value.c, change)
    const [[id, classes, attributes], inside] = value.c as readonly [
      readonly [string, readonly string[], readonly (readonly [string, string])[]],
      readonly Node[],
    ]
    const by = attributes.find(([name]) => name === 'author')?.[1] ?? ''
    const name = id || (attributes.find(([key]) => key === 'id')?.[1] ?? '')
    if (classes.includes('comment-start')) {
      remarks.push({ id: name, by, text: inside.map(textOf).join('') })
      open.add(name)
    } else if (classes.includes('comment-end')) {
      open.delete(name)
      // Pandoc nests ends that meet.
      walk(inside, change)
    } else {
      const kind = ['insertion', 'deletion'].find((candidate) => classes.includes(candidate))
      walk(inside, kind === undefined ? change : { kind, by })
    }
  }
  walk((JSON.parse(json) as { readonly blocks: unknown }).blocks)
  return reviewOf(pieces, remarks)
}

const textOf = (node: unknown): string =>
  Array.isArray(node)
    ? node.map(textOf).join('')
    : !isNode(node)
      ? ''
      : node.t === 'Str'
        ? String(node.c)
        : node.t === 'Space' || node.t === 'SoftBreak'
          ? ' '
          : textOf(node.c)

export function scoreReview(known: FoundReview, found: FoundReview): ReviewScore {
  const missing = (of: readonly Said[], among: readonly Said[]): readonly Said[] => {
    const left = [...among]
    return of.filter((one) => {
      const at = left.indexOf(one)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }
  const share = (of: readonly Said[], among: readonly Said[]): number =>
    of.length === 0 ? 1 : 1 - missing(of, among).length / of.length
  return {
    comments: share(known.comments, found.comments),
    changes: share(known.changes, found.changes),
    invented: missing(found.comments, known.comments).length + missing(found.changes, known.changes).length,
  }
}
