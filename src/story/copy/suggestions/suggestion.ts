/** Suggestions and their states. */
import { inLanguage } from '../../../catalogue/area'
import { factsText } from '../../../catalogue/story/facts'
import type { Range } from '../copy'
import { isInsideToken } from '../words/factWords'
import {
  BLOCK_BREAK,
  LINE_BREAK,
  readStyle,
  standingOffset,
  type BlockShape,
  type MarkedBlock,
  type MarkedCopy,
  type Style,
} from './markedCopy'

/** The record behind the marks of a suggestion, in the story's Y.Doc under its id. */
export interface SuggestionRecord {
  readonly id: string
  readonly by: string
  /** ISO 8601 instant at which it began. */
  readonly at: string
}

/** Whether a suggestion was made of what somebody typed without the pen (document/pen/proposeTyping.ts). */
export const isPenId = (id: string): boolean => id.startsWith('pen-')

/** One place of a suggestion. `from`/`to` are offsets in the marked block's text (markedCopy.ts). */
export interface SuggestedChange extends Range {
  readonly kind: 'insert' | 'delete' | 'restyle' | 'split' | 'break' | 'join' | 'role'
  /** The words it changes; '' for joins and roles. */
  readonly text: string
  readonly style?: Style
  readonly shape?: BlockShape
}

/** A pending suggestion, as lists, exports and the gate read it. */
export interface Suggestion extends SuggestionRecord {
  /** In text order. */
  readonly changes: readonly SuggestedChange[]
  /** All inserted words. A proposed break is one line feed. */
  readonly inserted: string
  readonly deleted: string
  /** Facts whose words it would change. */
  readonly facts: readonly string[]
  /** Its place in the standing copy. */
  readonly place: Range
}

/** Every pending suggestion in text order. Without a record it has no author and no time. */
export function suggestionsIn(copy: MarkedCopy, records: ReadonlyMap<string, SuggestionRecord>): Suggestion[] {
  const changes = new Map<string, SuggestedChange[]>()
  copy.forEach((block, index) => {
    for (const [id, change] of changesOf(block, index)) {
      const known = changes.get(id)
      if (known) known.push(change)
      else changes.set(id, [change])
    }
  })
  return [...changes].map(([id, list]) => {
    const { by = '', at = '' } = records.get(id) ?? {}
    return {
      id,
      by,
      at,
      changes: list,
      inserted: textOf(list, ['insert', 'split', 'break']),
      deleted: textOf(list, ['delete', 'join']),
      facts: [...new Set(list.flatMap((change) => factsTouched(copy[change.block], change)))],
      place: placeOf(copy, list),
    }
  })
}

const perBlock = new WeakMap<MarkedBlock, readonly (readonly [string, Omit<SuggestedChange, 'block'>])[]>()

function changesOf(block: MarkedBlock, index: number): (readonly [string, SuggestedChange])[] {
  let found = perBlock.get(block)
  if (!found) perBlock.set(block, (found = readChanges(block)))
  return found.map(([id, change]) => [id, { ...change, block: index }])
}

function readChanges({
  text,
  proposed,
  joins,
  becomes,
}: MarkedBlock): (readonly [string, Omit<SuggestedChange, 'block'>])[] {
  const found: (readonly [string, Omit<SuggestedChange, 'block'>])[] = []
  if (joins !== undefined) found.push([joins, { from: 0, to: 0, kind: 'join', text: '\n' }])
  if (becomes !== undefined)
    found.push([becomes.id, { from: 0, to: text.length, kind: 'role', text: '', shape: becomes.shape }])
  for (const span of proposed) {
    const { from, to, id } = span
    const words = text.slice(from, to).replaceAll(BLOCK_BREAK, '\n').replaceAll(LINE_BREAK, '\n')
    if (span.mark === 'restyle') found.push([id, { from, to, kind: 'restyle', text: words, style: span.style }])
    else if (span.mark === 'deletion') found.push([id, { from, to, kind: 'delete', text: words }])
    else if (span.as === undefined) found.push([id, { from, to, kind: 'insert', text: words }])
    else if (span.as === 'line') found.push([id, { from, to, kind: 'break', text: '\n' }])
    else found.push([id, { from, to, kind: 'split', text: '\n', shape: span.as }])
  }
  return found
}

const textOf = (changes: readonly SuggestedChange[], kinds: readonly SuggestedChange['kind'][]): string =>
  changes.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('')

/** What a suggestion is about, for the ledger and for comparisons: in English, whatever language people read. */
export const aboutOf = (suggestion: Pick<Suggestion, 'changes' | 'inserted' | 'deleted'>): string =>
  inLanguage('en', () => describeSuggestion(suggestion))

/** Describes a suggestion in one line for people, in their language. */
export function describeSuggestion({
  changes,
  inserted,
  deleted,
}: Pick<Suggestion, 'changes' | 'inserted' | 'deleted'>): string {
  const old = quoted(deleted)
  const fresh = quoted(inserted)
  const has = (kind: SuggestedChange['kind']): boolean => changes.some((change) => change.kind === kind)
  const parts: string[] = []
  if (deleted.trim() !== '' && inserted.trim() !== '') parts.push(`${old} → ${fresh}`)
  else if (inserted.trim() !== '') parts.push(factsText('suggestion.add', { words: fresh }))
  else if (deleted.trim() !== '') parts.push(factsText('suggestion.cut', { words: old }))
  else if (has('insert') || has('delete'))
    parts.push(factsText(has('insert') ? 'suggestion.addSpace' : 'suggestion.cutSpace'))
  if (has('split')) parts.push(factsText('suggestion.newParagraph'))
  if (has('break')) parts.push(factsText('suggestion.newLine'))
  if (has('join')) parts.push(factsText('suggestion.join'))
  for (const { kind, style, shape, text } of changes) {
    if (kind === 'restyle' && style !== undefined) parts.push(`${styleWords(style)}: ${quoted(text)}`)
    if (kind === 'role' && shape) parts.push(factsText('suggestion.makeIt', { shape: shapeWords(shape) }))
  }
  return [...new Set(parts)].join(', ')
}

function quoted(text: string): string {
  const line = text.replaceAll('\n', ' ¶ ').trim()
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`
}

function styleWords(style: Style): string {
  const { on, mark, href } = readStyle(style)
  if (mark === 'link') return on ? factsText('suggestion.link', { href }) : factsText('suggestion.noLink')
  return factsText(on ? `suggestion.${mark}` : `suggestion.not.${mark}`)
}

/** A shape in words for people: “a block quote”, “a bulleted list item, level 2”. */
export function shapeWords({ role, level = 1, list }: BlockShape): string {
  if (role !== 'listItem') return factsText(`shape.${role}`)
  const item = list === 'ordered' ? 'orderedItem' : 'bulletItem'
  return level > 1 ? factsText(`shape.${item}At`, { level }) : factsText(`shape.${item}`)
}

/** The facts that contain the change, or whose first or last token it touches (rule 1). */
function factsTouched(block: MarkedBlock | undefined, { kind, from, to }: SuggestedChange): string[] {
  if (!block || kind === 'restyle' || kind === 'role') return []
  return block.spans.flatMap((span) => {
    if (span.mark !== 'fact') return []
    if (from < span.to && to > span.from) return [span.id]
    const touches =
      (to === span.from && isInsideToken(block.text, to)) || (from === span.to && isInsideToken(block.text, from))
    return touches ? [span.id] : []
  })
}

function placeOf(copy: MarkedCopy, changes: readonly SuggestedChange[]): Range {
  const [first] = changes
  const block = first && copy[first.block]
  if (!first || !block) return { block: 0, from: 0, to: 0 }
  const here = changes.filter((change) => change.block === first.block)
  return {
    block: first.block,
    from: standingOffset(block, first.from),
    to: standingOffset(block, Math.max(...here.map(({ to }) => to))),
  }
}
