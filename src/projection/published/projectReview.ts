import { projectionText } from '../../catalogue/rooms/projection'
import { placeComments, type CommentThread } from '../../story/copy/comment'
import {
  BLOCK_BREAK,
  decide,
  LINE_BREAK,
  readStyle,
  restyled,
  shapeOf,
  standingCopy,
  type BlockShape,
  type MarkedBlock,
  type MarkedCopy,
  type SuggestionSpan,
} from '../../story/copy/suggestions/markedCopy'
import { sameName } from '../../story/text/words/personName'
import type { Span } from '../../story/copy/copy'
import type { Story } from '../../story/assessment/story'
import { checkBlock, clampShape, publishedPicture, styleOf, withWords } from './projectBlocks'
import { publishableText } from './publishableText'
import type { PublishedComment, PublishedReview, ReviewBlock, ReviewRun, Revision } from './publishedReview'
import { defined } from '../../story/text/defined'

export interface ReviewOptions {
  readonly comments: boolean
  readonly suggestions: boolean
  /** People whose comments and suggestions are left out: legal. */
  readonly withheld: readonly string[]
}

/**
 * Returns the copy with its comments and suggestions, chosen by allow-list like every export. Contributions of withheld
 * people are left out and counted, never quoted.
 * @throws ProjectionError as projectBlocks does.
 */
export function projectReview(story: Story, marked: MarkedCopy, options: ReviewOptions): PublishedReview {
  const isWithheld = (name: string): boolean => options.withheld.some((other) => sameName(name, other))
  const records = new Map((story.suggestions ?? []).map((suggestion) => [suggestion.id, suggestion]))
  const kept = decide(marked, (id) =>
    options.suggestions && !isWithheld(records.get(id)?.by ?? '') ? 'leave' : 'reject',
  )
  const placed = options.comments ? placeComments(standingCopy(kept), story.comments ?? []) : []
  const threads = placed.filter(({ thread }) => !isWithheld(thread.by))
  const lost = new Lost()
  const unknown = nobody(story)
  lost.add(
    projectionText('projectReview.legalComments'),
    placed.filter(({ thread }) => isWithheld(thread.by)).length +
      threads.reduce((sum, { thread }) => sum + thread.replies.filter(({ by }) => isWithheld(by)).length, 0),
  )
  lost.add(
    projectionText('projectReview.legalSuggestions'),
    options.suggestions ? [...records.values()].filter(({ by }) => isWithheld(by)).length : 0,
  )
  for (const { thread, place } of threads) {
    if (place === 'orphan') lost.add(projectionText('projectReview.placesOfComments'), 1, thread.text)
    if (thread.mustFix) lost.add(projectionText('projectReview.mustFix'), 1, thread.text)
    if (thread.assignee !== '') lost.add(projectionText('projectReview.assignee'), 1, thread.text)
  }
  const walk = new ReviewWalk(
    new Map(
      [...records].map(([id, { by, at }]) => [
        id,
        { by: by === '' ? unknown : publishableText(by), at: wholeSeconds(at) },
      ]),
    ),
    new Map(threads.map(({ thread }, index) => [thread.id, index])),
    lost,
    unknown,
  )
  for (const block of kept) walk.block(block)
  return {
    blocks: walk.finish(),
    comments: threads.map(({ thread }) => publishedComment(thread, isWithheld)),
    lost: lost.list,
  }
}

/** In the language of the story: it leaves with it. */
const nobody = (story: Story): string => projectionText('projectReview.unknown', {}, story.fields.language || 'en')

const publishedComment = (
  { by, at, text, resolved, replies }: CommentThread,
  isWithheld: (name: string) => boolean,
): PublishedComment => ({
  by: publishableText(by),
  at: wholeSeconds(at),
  text: publishableText(text),
  resolved: resolved !== undefined,
  replies: replies
    .filter((reply) => !isWithheld(reply.by))
    .map((reply) => ({ by: publishableText(reply.by), at: wholeSeconds(reply.at), text: publishableText(reply.text) })),
})

/** Returns an RFC 3339 instant in whole seconds; 1970 for an unreadable one. */
function wholeSeconds(at: string): string {
  const time = Date.parse(at)
  return `${new Date(Number.isNaN(time) ? 0 : time).toISOString().slice(0, 19)}Z`
}

class Lost {
  readonly #kinds = new Map<string, string[]>()
  /** `example`: shown to the person who exports. Absent: only the count is shown. */
  add(what: string, count: number, example = projectionText('projectReview.notShown')): void {
    if (count > 0)
      this.#kinds.set(what, [...(this.#kinds.get(what) ?? []), ...Array.from({ length: count }, () => example)])
  }
  get list(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(this.#kinds)
  }
}

interface Open extends Omit<ReviewBlock, 'runs'> {
  readonly runs: ReviewRun[]
}
type Insertion = Extract<SuggestionSpan, { mark: 'insertion' }>

/** Walks through the marked copy from top to bottom. */
class ReviewWalk {
  readonly #blocks: Open[] = []

  constructor(
    private readonly records: ReadonlyMap<string, Revision>,
    private readonly comments: ReadonlyMap<string, number>,
    private readonly lost: Lost,
    /** Who wrote what nobody signed. */
    private readonly unknown: string,
  ) {}

  block(block: MarkedBlock): void {
    const { proposed, joins, becomes, ...own } = block
    checkBlock(own)
    if (becomes) checkBlock({ ...becomes.shape, text: '', spans: [] })
    if (joins !== undefined) this.#join(joins)
    const base = {
      ...clampShape(shapeOf(own)),
      ...defined({ cell: own.cell, picture: own.picture && publishedPicture(own.picture) }),
    }
    let here: Open = {
      ...base,
      ...(becomes
        ? { ...clampShape(becomes.shape), was: { ...this.#of(becomes.id), shape: clampShape(shapeOf(own)) } }
        : {}),
      runs: [],
    }
    this.#blocks.push(here)
    for (const { text, spans, marks } of piecesOf(block.text, block.spans, proposed)) {
      const insertion = marks.find((span): span is Insertion => span.mark === 'insertion')
      if (insertion?.as !== undefined && insertion.as !== 'line' && !standsAlone(own))
        here = this.#split(here, insertion.id, insertion.as, marks)
      else for (const run of this.#runs(text, spans, marks)) here.runs.push(run)
    }
  }

  finish(): readonly ReviewBlock[] {
    const blocks = this.#blocks.map((block) => ({ ...block, runs: merged(block.runs) }))
    // Blocks on both sides of a proposed break or join stay, even if empty: otherwise the change would apply to another
    // block.
    return withWords(
      blocks,
      new Set(blocks.filter((block, index) => changesEnd(block) || changesEnd(blocks[index - 1]))),
    )
  }

  #of(id: string): Revision {
    return this.records.get(id) ?? { by: this.unknown, at: wholeSeconds('') }
  }

  #join(id: string): void {
    const before = this.#blocks.at(-1)
    if (!before || standsAlone(before)) return this.lost.add(projectionText('projectReview.joins'), 1)
    this.#blocks[this.#blocks.length - 1] = { ...before, endDeleted: this.#of(id) }
  }

  #split(here: Open, id: string, shape: BlockShape, marks: readonly SuggestionSpan[]): Open {
    if (marks.some(({ mark }) => mark === 'deletion')) this.lost.add(projectionText('projectReview.doubts'), 1)
    checkBlock({ ...shape, text: '', spans: [] })
    this.#blocks[this.#blocks.length - 1] = { ...here, endInserted: this.#of(id) }
    const rest: Open = { ...clampShape(shape), runs: [] }
    this.#blocks.push(rest)
    return rest
  }

  #runs(raw: string, spans: readonly Span[], marks: readonly SuggestionSpan[]): readonly ReviewRun[] {
    const text = publishableText(raw.replaceAll(BLOCK_BREAK, '\n').replaceAll(LINE_BREAK, '\n'))
    if (text === '') return []
    const insertion = marks.find(({ mark }) => mark === 'insertion')
    const [deletion, ...more] = marks.filter(({ mark }) => mark === 'deletion')
    this.lost.add(projectionText('projectReview.deletions'), more.length, raw)
    const comments = spans
      .flatMap((span) => (span.mark === 'comment' ? [this.comments.get(span.id)] : []))
      .filter((index) => index !== undefined)
      .sort((a, b) => a - b)
    return [
      {
        text,
        ...this.#style(raw, spans, marks),
        ...defined({ inserted: insertion && this.#of(insertion.id), deleted: deletion && this.#of(deletion.id) }),
        ...(comments.length > 0 ? { comments } : {}),
      },
    ]
  }

  /** Word tracks bold and italic, but not links. */
  #style(raw: string, spans: readonly Span[], marks: readonly SuggestionSpan[]): Omit<ReviewRun, 'text'> {
    const now = styleOf(spans)
    const proposals = marks.filter((span) => span.mark === 'restyle')
    this.lost.add(
      projectionText('projectReview.links'),
      proposals.filter(({ style }) => readStyle(style).mark === 'link').length,
      raw,
    )
    const [first] = proposals.filter(({ style }) => readStyle(style).mark !== 'link')
    if (!first) return now
    const proposed = styleOf(
      proposals.reduce((all, { style }) => (readStyle(style).mark === 'link' ? all : restyled(all, style)), spans),
    )
    return { ...proposed, restyled: { ...this.#of(first.id), bold: now.bold ?? false, italic: now.italic ?? false } }
  }
}

/** Blocks that cannot continue in the next one. A proposed break in them is a line break. */
const standsAlone = ({ role }: BlockShape): boolean =>
  role === 'headline' || role === 'deck' || role === 'cell' || role === 'cutline'

const changesEnd = (block: ReviewBlock | undefined): boolean =>
  block?.endInserted !== undefined || block?.endDeleted !== undefined

interface Piece {
  readonly text: string
  readonly spans: readonly Span[]
  readonly marks: readonly SuggestionSpan[]
}

/** Returns parts in which every character has the same marks. A proposed break is a part of its own. */
function piecesOf(text: string, spans: readonly Span[], proposed: readonly SuggestionSpan[]): readonly Piece[] {
  const inside = (offset: number): number => {
    const at = Math.min(text.length, Math.max(0, offset))
    // Only a span can end inside a surrogate pair; the pair belongs to the part before.
    return at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
      ? at + 1
      : at
  }
  const edges = [
    ...new Set([0, text.length, ...[...spans, ...proposed].flatMap(({ from, to }) => [inside(from), inside(to)])]),
  ].sort((a, b) => a - b)
  const covers =
    (from: number, to: number) =>
    (span: { readonly from: number; readonly to: number }): boolean =>
      inside(span.from) <= from && inside(span.to) >= to
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      spans: spans.filter(covers(from, to)),
      marks: proposed.filter(covers(from, to)),
    }
  })
}

/** Merges neighbouring runs that differ only in their text. */
function merged(runs: readonly ReviewRun[]): readonly ReviewRun[] {
  const out: ReviewRun[] = []
  const kind = ({ text: _text, ...rest }: ReviewRun): string => JSON.stringify(rest)
  for (const run of runs) {
    const last = out.at(-1)
    if (last && kind(last) === kind(run)) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
