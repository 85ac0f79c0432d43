/** How a story lies in the shared document, as plain values: what is made of them is Yjs types, or the bytes of a new document. */
import type { CommentThread } from '../story/copy/comment'
import type { Block, Span } from '../story/copy/copy'
import type { FactTag } from '../story/ledger/fact'
import { writeShape, type MarkedBlock, type SuggestionSpan } from '../story/copy/markedCopy'
import { NO_PICTURE } from '../story/copy/picture'
import type { SuggestionRecord } from '../story/copy/suggestion'
import { groupTables } from '../story/copy/tables'
import { overlappingMarkAttribute } from './markNames'

export interface ElementPlan {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly children: readonly (ElementPlan | TextPlan)[]
}
export interface TextPlan {
  readonly runs: readonly Run[]
}
export interface Run {
  readonly insert: string
  readonly attributes: Record<string, unknown>
}

/** Blocks as the binding writes them: cells in rows in tables. */
export const planCopy = (copy: readonly (Block | MarkedBlock)[]): readonly ElementPlan[] =>
  groupTables(copy).map((group) => ('rows' in group ? planTable(group.rows) : planBlock(group.block)))

const planTable = (rows: readonly (readonly (Block | MarkedBlock)[])[]): ElementPlan => ({
  name: 'table',
  attributes: {},
  children: rows.map((cells) => ({
    name: 'row',
    attributes: {},
    children: cells.map((cell) => ({
      name: 'cell',
      attributes: { header: cell.cell?.header ?? false },
      children: wordsOf(cell),
    })),
  })),
})

/** One block that is no cell: a text block or a picture with its cutline. */
export function planBlock(block: Block | MarkedBlock): ElementPlan {
  if (block.role === 'cutline')
    return { name: 'picture', attributes: { ...(block.picture ?? NO_PICTURE) }, children: wordsOf(block) }
  return {
    name: 'block',
    attributes: {
      role: block.role,
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(block.list === undefined ? {} : { list: block.list }),
      ...('joins' in block && block.joins !== undefined ? { joins: block.joins } : {}),
      ...('becomes' in block && block.becomes !== undefined
        ? { becomes: `${block.becomes.id} ${writeShape(block.becomes.shape)}` }
        : {}),
    },
    children: wordsOf(block),
  }
}

const wordsOf = (block: Block | MarkedBlock): ElementPlan['children'] =>
  planWords(block.text, block.spans, 'proposed' in block ? block.proposed : [])

/** The children of a block element. Each line is one text; a break between them is an element. */
export function planWords(
  text: string,
  spans: readonly Span[],
  proposed: readonly SuggestionSpan[],
): readonly (ElementPlan | TextPlan)[] {
  const children: (ElementPlan | TextPlan)[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (start > 0)
      children.push(
        planBreak(proposed.find((span) => span.mark === 'deletion' && span.from < start && span.to >= start)?.id),
      )
    if (line !== '') children.push({ runs: planLine(line, start, spans, proposed) })
    start += line.length + 1
  }
  return children
}

const planBreak = (deletion: string | undefined): ElementPlan => ({
  name: 'hardBreak',
  attributes: deletion === undefined ? {} : { deletion },
  children: [],
})

function planLine(
  line: string,
  start: number,
  spans: readonly Span[],
  proposed: readonly SuggestionSpan[],
): readonly Run[] {
  if (spans.length === 0 && proposed.length === 0) return [{ insert: line, attributes: {} }]
  const cuts = [0, line.length]
  const cut = (at: number): void => {
    if (at > 0 && at < line.length) cuts.push(at)
  }
  for (const { from, to } of spans) {
    cut(from - start)
    cut(to - start)
  }
  for (const { from, to } of proposed) {
    cut(from - start)
    cut(to - start)
  }
  cuts.sort((a, b) => a - b)
  const runs: Run[] = []
  let from = 0
  for (const to of cuts) {
    if (to === from) continue
    const attributes: Record<string, unknown> = {}
    for (const span of spans)
      if (span.from - start <= from && span.to - start >= to) Object.assign(attributes, attributeOf(span))
    for (const span of proposed)
      if (span.from - start <= from && span.to - start >= to) Object.assign(attributes, attributeOfProposed(span))
    runs.push({ insert: line.slice(from, to), attributes })
    from = to
  }
  return runs
}

const overlappingMark = (
  mark: Parameters<typeof overlappingMarkAttribute>[0],
  attrs: Readonly<Record<string, string | null>>,
): Record<string, unknown> => ({ [overlappingMarkAttribute(mark, attrs)]: attrs })

/** The formatting of a pending suggestion's mark, as the binding writes it. */
export function attributeOfProposed(span: SuggestionSpan): Record<string, unknown> {
  switch (span.mark) {
    case 'insertion':
      return overlappingMark('insertion', {
        id: span.id,
        as: span.as === undefined ? null : span.as === 'line' ? 'line' : writeShape(span.as),
      })
    case 'deletion':
      return overlappingMark('deletion', { id: span.id })
    case 'restyle':
      return overlappingMark('restyle', { id: span.id, style: span.style })
  }
}

export function attributeOf(span: Span): Record<string, unknown> {
  if (span.mark === 'fact' || span.mark === 'comment') return overlappingMark(span.mark, { id: span.id })
  return span.mark === 'link' ? { link: { href: span.href } } : { [span.mark]: {} }
}

type Values = readonly (readonly [string, string | boolean])[]

/** The record of a fact, a thread (without its replies), a suggestion: their names in the order in which they are written. */
export const planTag = ({ id: _id, ...rest }: FactTag): Values =>
  Object.entries(rest).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))

export function planComment({ by, at, text, words, mustFix, assignee, resolved }: CommentThread): Values {
  const values = {
    by,
    at,
    text,
    words,
    mustFix,
    assignee,
    ...(resolved ? { resolvedBy: resolved.by, resolvedAt: resolved.at } : {}),
  }
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

export const planReplies = ({ replies }: CommentThread): CommentThread['replies'][number][] =>
  replies.map((reply) => ({ ...reply }))

export const planSuggestion = ({ by, at }: SuggestionRecord): Values => [
  ['by', by],
  ['at', at],
]
