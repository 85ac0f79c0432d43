/** Accepts and rejects suggestions in a story's document. The edits belong to the person who decides. */
import * as Y from 'yjs'
import { carriedComments } from '../../story/copy/suggestions/carriedComments'
import {
  readStyle,
  shapeOf,
  type BlockShape,
  type Choice,
  type MarkedBlock,
  type SuggestionSpan,
} from '../../story/copy/suggestions/markedCopy'
import { inlineNodes } from '../reading/storyElements'
import { deleteInBlock, lengthOf } from '../editStory'
import { attributeOf, markNameOf } from '../markNames'
import { blockElements, readMarkedBlock, type Delta } from '../reading/readStory'

/**
 * Accepts, rejects or leaves each suggestion as `choose` says. The copy becomes what `decide` makes of it. Words that
 * stay keep their identity, so that what others type beside them merges. Only the rest of a block that is split or
 * joined is written again, as Enter and Backspace do.
 */
export function decideSuggestions(doc: Y.Doc, choose: (suggestion: string) => Choice): void {
  doc.transact(() => {
    const elements = [...blockElements(doc)]
    carryComments(elements, choose)
    // From the last block to the first, so that splitting and joining moves no block that is still to come.
    for (let index = elements.length - 1; index >= 0; index--) {
      const element = elements[index]
      if (!element) continue
      const block = readMarkedBlock(element)
      if (!isDecided(block, choose)) continue
      settleWords(element, block, choose)
      settleBreaks(element, choose)
      settleBlock(element, block, choose, elements[index - 1])
    }
  })
}

/** Puts comments on the words that replace theirs, before theirs go. */
function carryComments(elements: readonly Y.XmlElement[], choose: (suggestion: string) => Choice): void {
  const carried = carriedComments(
    elements.map((element) => readMarkedBlock(element)),
    choose,
  )
  for (const [index, element] of elements.entries())
    for (const span of carried[index] ?? [])
      eachChild(element, span.from, span.to, (child, at, length) => {
        if (child instanceof Y.XmlText) child.format(at, length, attributeOf(span))
      })
}

function isDecided({ proposed, joins, becomes }: MarkedBlock, choose: (suggestion: string) => Choice): boolean {
  return [...proposed.map(({ id }) => id), joins, becomes?.id].some((id) => id !== undefined && choose(id) !== 'leave')
}

/** Deletes and unmarks words, right to left. Accepted breaks stay marked for `settleBreaks`. */
function settleWords(element: Y.XmlElement, { proposed }: MarkedBlock, choose: (suggestion: string) => Choice): void {
  const edges = [...new Set(proposed.flatMap(({ from, to }) => [from, to]))].sort((a, b) => b - a)
  edges.slice(0, -1).forEach((to, index) => {
    const from = edges[index + 1] ?? 0
    const here = proposed.filter((span) => span.from <= from && span.to >= to)
    const goes = here.some(
      (span) =>
        (span.mark === 'insertion' && choose(span.id) === 'reject') ||
        (span.mark === 'deletion' && choose(span.id) === 'accept'),
    )
    if (goes) deleteInBlock(element, from, to)
    else for (const span of here) settleSpan(element, from, to, span, choose(span.id))
  })
}

function settleSpan(element: Y.XmlElement, from: number, to: number, span: SuggestionSpan, choice: Choice): void {
  if (choice === 'leave' || (span.mark === 'insertion' && span.as !== undefined)) return
  eachChild(element, from, to, (child, at, length) => {
    if (child instanceof Y.XmlElement && span.mark === 'deletion' && child.getAttribute('deletion') === span.id)
      child.removeAttribute('deletion')
    if (!(child instanceof Y.XmlText)) return
    unmark(child, at, length, span)
    if (span.mark !== 'restyle' || choice !== 'accept') return
    const { on, mark, href } = readStyle(span.style)
    child.format(at, length, { [mark]: on ? (mark === 'link' ? { href } : {}) : null })
  })
}

/** Removes a suggestion's mark from a range of a text, whatever name its formatting attribute has. */
function unmark(text: Y.XmlText, from: number, length: number, { mark, id }: SuggestionSpan): void {
  let at = 0
  const names = new Set<string>()
  for (const { insert, attributes } of text.toDelta() as readonly Delta[]) {
    const size = typeof insert === 'string' ? insert.length : 1
    if (at < from + length && at + size > from) {
      for (const [name, value] of Object.entries(attributes ?? {})) {
        if (markNameOf(name) === mark && (value as { readonly id?: unknown } | null)?.id === id) names.add(name)
      }
    }
    at += size
  }
  for (const name of names) text.format(from, length, { [name]: null })
}

function eachChild(
  element: Y.XmlElement,
  from: number,
  to: number,
  visit: (child: unknown, at: number, length: number) => void,
): void {
  let start = 0
  for (const child of element.toArray()) {
    const length = lengthOf(child)
    const first = Math.max(from, start)
    const last = Math.min(to, start + length)
    if (first < last) visit(child, first - start, last - first)
    start += length
  }
}

/** Makes accepted breaks, right to left: the rest of the block becomes a block or a line of its own. */
function settleBreaks(element: Y.XmlElement, choose: (suggestion: string) => Choice): void {
  const { proposed } = readMarkedBlock(element)
  for (const span of [...proposed].reverse()) {
    if (span.mark !== 'insertion' || span.as === undefined || choose(span.id) !== 'accept') continue
    const block = readMarkedBlock(element)
    const rest = restOf(block, span.to)
    deleteInBlock(element, span.from, block.text.length)
    if (span.as === 'line' || element.nodeName !== 'block') {
      const deletions = proposed
        .filter((other) => other.mark === 'deletion' && other.from <= span.from && other.to >= span.to)
        .map((other) => ({ ...other, from: 0, to: 1 }))
      element.insert(
        element.length,
        inlineNodes(`\n${rest.text}`, shifted(rest.spans, 1), [...deletions, ...shifted(rest.proposed, 1)]),
      )
    } else {
      const made = new Y.XmlElement('block')
      made.insert(0, inlineNodes(rest.text, rest.spans, rest.proposed))
      setShape(made, span.as)
      const pendingDeletion = proposed.find(
        (other) =>
          other.mark === 'deletion' && other.from <= span.from && other.to >= span.to && choose(other.id) === 'leave',
      )
      if (pendingDeletion) made.setAttribute('joins', pendingDeletion.id)
      const parent = element.parent as Y.XmlFragment
      parent.insert(parent.toArray().indexOf(element) + 1, [made])
    }
  }
}

function settleBlock(
  element: Y.XmlElement,
  { joins, becomes }: MarkedBlock,
  choose: (suggestion: string) => Choice,
  before: Y.XmlElement | undefined,
): void {
  if (becomes && choose(becomes.id) !== 'leave') {
    element.removeAttribute('becomes')
    if (choose(becomes.id) === 'accept') setShape(element, becomes.shape)
  }
  if (joins === undefined || choose(joins) === 'leave') return
  element.removeAttribute('joins')
  if (choose(joins) === 'reject') return
  const { text, spans, proposed } = readMarkedBlock(element)
  if (before?.nodeName === 'block') before.insert(before.length, inlineNodes(text, spans, proposed))
  else if (text !== '') return
  const parent = element.parent as Y.XmlFragment
  parent.delete(parent.toArray().indexOf(element), 1)
}

function setShape(element: Y.XmlElement, shape: BlockShape): void {
  const { role, level, list } = shapeOf(shape)
  element.setAttribute('role', role)
  if (level === undefined) element.removeAttribute('level')
  else element.setAttribute('level', level as unknown as string)
  if (list === undefined) element.removeAttribute('list')
  else element.setAttribute('list', list)
}

/** The part of a marked block after an offset. */
function restOf(
  { text, spans, proposed }: MarkedBlock,
  from: number,
): Pick<MarkedBlock, 'text' | 'spans' | 'proposed'> {
  return { text: text.slice(from), spans: cutBefore(spans, from), proposed: cutBefore(proposed, from) }
}

const cutBefore = <S extends { readonly from: number; readonly to: number }>(spans: readonly S[], from: number): S[] =>
  spans.flatMap((span) =>
    span.to > from ? [{ ...span, from: Math.max(span.from - from, 0), to: span.to - from }] : [],
  )

const shifted = <S extends { readonly from: number; readonly to: number }>(spans: readonly S[], by: number): S[] =>
  spans.map((span) => ({ ...span, from: span.from + by, to: span.to + by }))
