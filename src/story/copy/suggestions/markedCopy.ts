/**
 * The copy with all suggestions in it, and its readings. The default reading is the *standing* copy: without pending
 * insertions, with pending deletions. Facts, words, checks, hashes, search, the gate and every export read only that
 * one. Standing copy and marked copy number their blocks the same way: a proposed break is a character of a pending
 * insertion, a proposed join is an attribute of a block. No suggestion moves a block.
 */
import type { Block, BlockRole, Span } from '../copy'
import { carriedComments } from './carriedComments'
import type { BlockShape, Choice, MarkedBlock, MarkedCopy, Style, SuggestionSpan } from './markedBlock'
import { piecesOf, type MarkedPiece } from './markedPieces'
import { addSpan, compareSpans } from '../spans'
import { defined } from '../../text/defined'

export type { BlockShape, Choice, MarkedBlock, MarkedCopy, Style, SuggestionSpan } from './markedBlock'

/** Characters that stand for proposed breaks inside a pending insertion. */
export const BLOCK_BREAK = '\u2029'
export const LINE_BREAK = '\u2028'

const ROLES: ReadonlySet<string> = new Set<BlockRole>(['headline', 'deck', 'paragraph', 'subhead', 'quote', 'listItem'])

/** A shape as the document stores it: "paragraph", "subhead 2", "listItem 1 bullet". */
export const writeShape = ({ role, level, list }: BlockShape): string =>
  [role, level ?? (list === undefined ? undefined : 1), list].filter((part) => part !== undefined).join(' ')

/** Reads what `writeShape` wrote. Undefined: no shape that this Stet knows. */
export function readShape(text: string): BlockShape | undefined {
  const [role = '', level, list] = text.split(' ')
  if (!ROLES.has(role)) return undefined
  const deep = Number(level)
  return {
    role: role as BlockRole,
    ...(Number.isInteger(deep) && deep > 0 ? { level: deep } : {}),
    ...(list === 'bullet' || list === 'ordered' ? { list } : {}),
  }
}

const standing = new WeakMap<MarkedBlock, Block>()

/** The standing block: everything proposed in it is still pending. Returns the same object for the same block. */
export function standingBlock(block: MarkedBlock): Block {
  const known = standing.get(block)
  if (known) return known
  // A block without pending text stays as it is.
  const [settled = block] = block.proposed.length === 0 ? [] : decide([block], () => 'reject')
  const { proposed: _proposed, joins: _joins, becomes: _becomes, ...own } = block
  const plain: Block = { ...own, text: settled.text, spans: settled.spans }
  standing.set(block, plain)
  return plain
}

/** The copy while all suggestions are pending, and also after all are rejected. */
export const standingCopy = (copy: MarkedCopy): readonly Block[] => copy.map(standingBlock)

/** The copy after each suggestion was accepted, rejected or left as `choose` says. */
export function decide(copy: MarkedCopy, choose: (suggestion: string) => Choice): MarkedCopy {
  const out: Building[] = []
  const carried = carriedComments(copy, choose)
  for (const [index, block] of copy.entries()) {
    const { joins, becomes } = block
    const goes = joins !== undefined && choose(joins) === 'accept'
    const last = out.at(-1)
    const joined = goes && last && isPlain(last.base) ? last : undefined
    let here =
      joined ?? building(becomes !== undefined && choose(becomes.id) === 'accept' ? becomes.shape : baseOf(block))
    if (!joined) {
      if (goes) here.goesWhenEmpty = true
      if (joins !== undefined && choose(joins) === 'leave') here.joins = joins
      if (becomes !== undefined && choose(becomes.id) === 'leave') here.becomes = becomes
      out.push(here)
    }
    for (const piece of piecesOf({ ...block, spans: [...block.spans, ...(carried[index] ?? [])] })) {
      const { insertion } = piece
      if (insertion && choose(insertion.id) === 'reject') continue
      if (piece.deletions.some((id) => choose(id) === 'accept')) continue
      if (insertion?.as !== undefined && choose(insertion.id) === 'accept') {
        if (insertion.as === 'line' || !isPlain(here.base))
          addPiece(here, { ...piece, text: '\n', spans: [], insertion: undefined, restyles: [] }, choose)
        else {
          out.push((here = building(insertion.as)))
          // Another suggestion deletes this break: join the blocks.
          const doubted = piece.deletions.find((id) => choose(id) === 'leave')
          if (doubted !== undefined) here.joins = doubted
        }
      } else addPiece(here, piece, choose)
    }
  }
  return out.filter(({ goesWhenEmpty, text }) => !goesWhenEmpty || text !== '').map(finish)
}

type Base = Omit<Block, 'text' | 'spans'>

const baseOf = ({ cell, picture, ...block }: Block): Base => ({
  ...shapeOf(block),
  ...defined({ cell, picture }),
})

/** Whether the block may be joined with the next. Cells and cutlines are never joined. */
const isPlain = ({ role }: Base): boolean => role !== 'cell' && role !== 'cutline'

export const shapeOf = ({ role, level, list }: BlockShape): BlockShape => ({
  role,
  ...defined({ level, list }),
})

interface Building {
  readonly base: Base
  /** Joined to a block without text (a table precedes it). Dropped if it ends up empty. */
  goesWhenEmpty?: boolean
  text: string
  readonly spans: Span[]
  readonly proposed: SuggestionSpan[]
  joins?: string
  becomes?: NonNullable<MarkedBlock['becomes']>
}

const building = (base: Base): Building => ({ base, text: '', spans: [], proposed: [] })

function finish({ base, text, spans, proposed, joins, becomes }: Building): MarkedBlock {
  return {
    ...base,
    text,
    spans: spans.sort(compareSpans),
    proposed: sortProposed(proposed),
    ...defined({ joins, becomes }),
  }
}

function addPiece(here: Building, piece: MarkedPiece, choose: (suggestion: string) => Choice): void {
  const from = here.text.length
  here.text += piece.text
  const to = here.text.length
  let { spans } = piece
  for (const { id, style } of piece.restyles) {
    if (choose(id) === 'accept') spans = restyled(spans, style)
    else if (choose(id) === 'leave') addProposed(here.proposed, { from, to, mark: 'restyle', id, style })
  }
  // A hard break carries no marks in the shared document. Spans continue over it (addSpan).
  if (piece.text !== '\n') for (const span of spans) addSpan(here.spans, { ...span, from, to }, here.text)
  const { insertion } = piece
  if (insertion && choose(insertion.id) === 'leave') addProposed(here.proposed, { ...insertion, from, to })
  for (const id of piece.deletions)
    if (choose(id) === 'leave') addProposed(here.proposed, { from, to, mark: 'deletion', id })
}

/** The spans of a piece after a proposed style is accepted. */
export function restyled(spans: readonly Span[], style: Style): readonly Span[] {
  const { on, mark, href } = readStyle(style)
  const others = spans.filter((span) => span.mark !== mark)
  if (!on) return others
  const place = { from: 0, to: 0 }
  return [...others, mark === 'link' ? { ...place, mark, href } : { ...place, mark }]
}

export function readStyle(style: Style): {
  readonly on: boolean
  readonly mark: 'bold' | 'italic' | 'link'
  readonly href: string
} {
  const [name = '', href = ''] = style.slice(1).split(' ')
  return { on: style.startsWith('+'), mark: name === 'italic' || name === 'link' ? name : 'bold', href }
}

/**
 * Adds a change to a list that is built from left to right. Extends an equal change that ends where this one begins.
 * Breaks are never merged.
 */
export function addProposed(list: SuggestionSpan[], span: SuggestionSpan): void {
  const isBreak = (one: SuggestionSpan): boolean => one.mark === 'insertion' && one.as !== undefined
  // Consecutive breaks have the same marks and arrive as one run.
  if (isBreak(span) && span.to - span.from > 1) {
    for (let at = span.from; at < span.to; at++) list.push({ ...span, from: at, to: at + 1 })
    return
  }
  const goesOn = (other: SuggestionSpan): boolean =>
    other.mark === span.mark &&
    other.id === span.id &&
    other.to === span.from &&
    !isBreak(other) &&
    !isBreak(span) &&
    (other.mark !== 'restyle' || span.mark !== 'restyle' || other.style === span.style)
  for (let index = list.length - 1; index >= 0; index--) {
    const other = list[index]
    if (!other || other.to < span.from) break
    if (!goesOn(other)) continue
    list.splice(index, 1)
    list.push({ ...other, to: span.to })
    return
  }
  list.push(span)
}

const nameOf = (span: SuggestionSpan): string => `${span.mark} ${span.id} ${span.mark === 'restyle' ? span.style : ''}`

/** By place, then by kind and name, so that equal documents read equal. */
export const sortProposed = (list: readonly SuggestionSpan[]): SuggestionSpan[] =>
  [...list].sort(
    (a, b) => a.from - b.from || a.to - b.to || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0),
  )

/** The range of a marked block's text for a range of its standing text. */
export function markedRange(
  block: MarkedBlock,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const start = markedOffset(block, from, 'after')
  return { from: start, to: from < to ? Math.max(start, markedOffset(block, to, 'before')) : start }
}

/** The offset in the marked text for a standing offset. If an insertion is pending there: `before` or `after` it. */
function markedOffset({ text, proposed }: MarkedBlock, offset: number, side: 'before' | 'after'): number {
  let marked = offset
  for (const span of proposed) {
    if (span.mark !== 'insertion') continue
    if (span.from < marked || (span.from === marked && side === 'after')) marked += span.to - span.from
    else break
  }
  return Math.min(marked, text.length)
}

/** The standing offset for an offset in the marked text. Offsets inside a pending insertion map to its place. */
export function standingOffset({ proposed }: MarkedBlock, offset: number): number {
  let before = 0
  for (const span of proposed)
    if (span.mark === 'insertion' && span.from < offset) before += Math.min(span.to, offset) - span.from
  return offset - before
}
