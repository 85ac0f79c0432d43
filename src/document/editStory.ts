/** The edits of a story's document by the library's owner, for newsroom actions and the command line. */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import { rangesOfFact, type Block, type Range } from '../story/copy/copy'
import { COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP } from '../story/copy/documentSchema'
import type { FactTag } from '../story/ledger/facts/fact'
import { markedRange } from '../story/copy/suggestions/markedCopy'
import type { FieldName, Fields } from '../story/ledger/fields'
import type { PictureDetail, PictureFile } from '../story/copy/picture'
import { setFactTag } from './createStoryDoc'
import { blockElement } from './reading/storyElements'
import { attributeOf, markNameOf, overlappingMarkAttribute } from './markNames'
import { blockElements, readBlock, readCopy, readMarkedBlock, textElementsIn, type Delta } from './reading/readStory'

/**
 * Replaces the text of `range` by `text`, as an ordinary edit. The range lies in one block, and `text` has no line
 * feeds. A tag whose whole text is replaced stays on the replacement (rule 3). Formatting comes from the first
 * replaced character.
 */
export function replaceText(doc: Y.Doc, range: Range, text: string): void {
  const element = blockElements(doc)[range.block]
  if (!element || text.includes('\n')) throw new RangeError(documentText('edit.notInOneBlock'))
  const attributes = inheritedAttributes(doc, range)
  const marked = markedRange(readMarkedBlock(element), range.from, range.to)
  doc.transact(() => {
    const place = insertAt(element, marked.from, text, attributes)
    if (marked.to > marked.from)
      deleteInBlock(element, place + text.length, place + text.length + (marked.to - marked.from))
  })
}

/**
 * Formatting for a replacement: that of the first replaced character. Of facts, those around the range, and those
 * replaced whole.
 */
export function inheritedAttributes(doc: Y.Doc, range: Range): Record<string, unknown> {
  const copy = readCopy(doc)
  const attributes: Record<string, unknown> = {}
  for (const span of copy[range.block]?.spans ?? []) {
    const coversFirst = span.from <= range.from && span.to > range.from
    if (span.mark === 'fact' || span.mark === 'comment') {
      // Replaced text within a tag stays in it, up to its edges. Text inserted at an edge does not join it (rule 1
      // sees it).
      const inside =
        range.from < range.to
          ? span.from <= range.from && span.to >= range.to
          : span.from < range.from && span.to > range.to
      if (inside) Object.assign(attributes, attributeOf(span))
    } else if (coversFirst) Object.assign(attributes, attributeOf(span))
  }
  for (const span of copy[range.block]?.spans ?? []) {
    if (span.mark !== 'fact') continue
    const ranges = rangesOfFact(copy, span.id)
    const whole = ranges.every(
      (piece) => piece.block === range.block && piece.from >= range.from && piece.to <= range.to,
    )
    // A tag that is replaced in part keeps only its rest.
    if (whole && range.to > range.from) Object.assign(attributes, attributeOf(span))
  }
  return attributes
}

/** Inserts into a block at `offset` of its marked text. Returns the offset. */
export function insertAt(
  element: Y.XmlElement,
  offset: number,
  text: string,
  attributes: Record<string, unknown>,
): number {
  if (text === '') return offset
  let start = 0
  const children = element.toArray()
  for (const [index, child] of children.entries()) {
    const length = lengthOf(child)
    if (child instanceof Y.XmlText && offset <= start + length) {
      child.insert(offset - start, text, attributes)
      return offset
    }
    if (!(child instanceof Y.XmlText) && offset <= start) {
      element.insert(index, [newRun(text, attributes)])
      return offset
    }
    start += length
  }
  element.insert(children.length, [newRun(text, attributes)])
  return offset
}

function newRun(text: string, attributes: Record<string, unknown>): Y.XmlText {
  const run = new Y.XmlText()
  run.applyDelta([{ insert: text, attributes }])
  return run
}

/** Deletes a range of a block's marked text, line breaks included. */
export function deleteInBlock(element: Y.XmlElement, from: number, to: number): void {
  let start = 0
  const doomed: number[] = []
  for (const [index, child] of element.toArray().entries()) {
    const length = lengthOf(child)
    const cutFrom = Math.max(from, start)
    const cutTo = Math.min(to, start + length)
    if (cutFrom < cutTo) {
      if (child instanceof Y.XmlText) child.delete(cutFrom - start, cutTo - cutFrom)
      else doomed.push(index)
    }
    start += length
  }
  for (const index of doomed.reverse()) element.delete(index, 1)
}

export const lengthOf = (child: unknown): number => (child instanceof Y.XmlText ? child.length : 1)

/** Calls `visit` for each text that the ranges (of the standing copy) touch, with the part of it. */
function eachRun(
  doc: Y.Doc,
  ranges: readonly Range[],
  visit: (text: Y.XmlText, from: number, length: number) => void,
): void {
  const elements = blockElements(doc)
  for (const { block, from: first, to: last } of ranges) {
    const element = elements[block]
    if (!element) continue
    const range = markedRange(readMarkedBlock(element), first, last)
    let start = 0
    for (const child of element.toArray()) {
      const length = lengthOf(child)
      const from = Math.max(range.from, start)
      const to = Math.min(range.to, start + length)
      if (from < to && child instanceof Y.XmlText) visit(child, from - start, to - from)
      start += length
    }
  }
}

/** Tags the ranges and stores the record, in one transaction. */
export function addFact(doc: Y.Doc, tag: FactTag, ranges: readonly Range[]): void {
  doc.transact(() => {
    setFactTag(doc, tag)
    addFactMark(doc, tag.id, ranges)
  })
}

export function addFactMark(doc: Y.Doc, id: string, ranges: readonly Range[]): void {
  formatRanges(doc, ranges, { [overlappingMarkAttribute('fact', { id })]: { id } })
}

/** Formats the text of ranges. Hard breaks take no formatting. */
export function formatRanges(doc: Y.Doc, ranges: readonly Range[], attributes: Record<string, unknown>): void {
  doc.transact(() => eachRun(doc, ranges, (text, from, length) => text.format(from, length, attributes)))
}

/** Removes the mark of a fact from the copy. Its record stays, so that the tray can show it. */
export function removeFactMark(doc: Y.Doc, id: string): void {
  doc.transact(() => {
    for (const element of blockElements(doc)) {
      for (const child of element.toArray()) {
        if (child instanceof Y.XmlText) unformatFact(child, id)
      }
    }
  })
}

function unformatFact(text: Y.XmlText, id: string): void {
  let at = 0
  const cuts: { from: number; length: number; name: string }[] = []
  for (const { insert, attributes } of text.toDelta() as readonly Delta[]) {
    const length = typeof insert === 'string' ? insert.length : 1
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (markNameOf(name) === 'fact' && (value as { id?: unknown } | null)?.id === id)
        cuts.push({ from: at, length, name })
    }
    at += length
  }
  for (const { from, length, name } of cuts) text.format(from, length, { [name]: null })
}

/** Changes the given values of a fact's record. An empty string deletes one. */
export function updateFactTag(doc: Y.Doc, id: string, changes: Partial<Omit<FactTag, 'id'>>): void {
  const record = doc.getMap(FACTS_MAP).get(id)
  if (!(record instanceof Y.Map)) return
  doc.transact(() => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) continue
      if (value === '') record.delete(name)
      else record.set(name, value)
    }
  })
}

export function setField<F extends FieldName>(doc: Y.Doc, field: F, value: Fields[F]): void {
  doc.getMap(FIELDS_MAP).set(field, value)
}

/**
 * Inserts a block, not a cell, into the body: after the block at index `after` of the copy (after the whole table if
 * that is a cell), or at the end, before an empty last paragraph.
 */
export function insertBlock(doc: Y.Doc, block: Block, after?: number): void {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const nodes = copy.toArray()
  let place = nodes.length
  if (after === undefined) {
    const last = nodes.at(-1)
    if (nodes.length > 3 && last instanceof Y.XmlElement && last.nodeName === 'block' && readBlock(last).text === '')
      place--
  } else {
    let texts = 0
    place = nodes.findIndex((node) => (texts += textElementsIn(node).length) > after) + 1
    if (place === 0) throw new RangeError(documentText('edit.noBlock', { block: after }))
  }
  copy.insert(Math.max(place, Math.min(2, nodes.length)), [blockElement(block)])
}

/** Changes details of a picture, or its file. `block`: index of its cutline in the copy. */
export function describePicture(
  doc: Y.Doc,
  block: number,
  details: Readonly<Partial<Record<PictureDetail, string>>> & Partial<PictureFile>,
): void {
  const element = blockElements(doc)[block] as Y.XmlElement<Record<string, string | number>> | undefined
  if (element?.nodeName !== 'picture') throw new RangeError(documentText('edit.noPicture', { block }))
  doc.transact(() => {
    // Words that are already the same are not written again.
    for (const [name, value] of Object.entries(details))
      if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  })
}
