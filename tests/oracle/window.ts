/** One person's window: a replica of the story's document, typed in with plain changes of the shared document. */
import * as Y from 'yjs'
import { newDoc } from '../../src/document/createStoryDoc'
import { deleteInBlock, insertAt, replaceText } from '../../src/document/editStory'
import { attributeOf } from '../../src/document/markNames'
import { readBlock, textElements } from '../../src/document/reading/readStory'
import { blockElement } from '../../src/document/reading/storyElements'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import type { Block, Span } from '../../src/story/copy/copy'
import { readPage } from './judge/readPage'

interface Typed {
  readonly block: number
  readonly from: number
  readonly old: string
  readonly text: string
}

export class Window {
  doc: Y.Doc
  /** Characters that were moved: the new name, then the old one. */
  readonly moved = new Map<string, string>()
  /** How many changes of the copy it has heard of. */
  heard = 0
  /** It has typed what it did not send yet. */
  isAway = false
  readonly #undo: Typed[] = []

  constructor(
    readonly by: string,
    readonly client: number,
    state: Uint8Array,
  ) {
    this.doc = newDoc(client)
    Y.applyUpdate(this.doc, state)
  }

  /** Begins again from the owner's state, as after a refusal. */
  reload(state: Uint8Array, client: number): void {
    this.doc = newDoc(client)
    Y.applyUpdate(this.doc, state)
    this.moved.clear()
    this.#undo.length = 0
  }

  /** What the owner's document does not know yet. */
  update(owner: Y.Doc): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(owner))
  }

  blocks(): readonly Block[] {
    return textElements(this.doc).map(({ element, cell }) => readBlock(element, cell))
  }

  type(block: number, from: number, to: number, text: string, undo = true): void {
    const old = this.blocks()[block]?.text.slice(from, to) ?? ''
    replaceText(this.doc, { block, from, to }, text)
    if (undo) this.#undo.push({ block, from, old, text })
  }

  /** Types back what the last change replaced, if it still stands. */
  typeBack(): boolean {
    const last = this.#undo.pop()
    if (!last) return false
    const to = last.from + last.text.length
    if (this.blocks()[last.block]?.text.slice(last.from, to) !== last.text) return false
    this.type(last.block, last.from, to, last.old, false)
    return true
  }

  /** Cuts a range and pastes it elsewhere, tags and all, as the sheet does with its own clipboard. */
  move(block: number, from: number, to: number, target: number, at: number): void {
    const source = this.blocks()[block]
    const elements = textElements(this.doc)
    const [taken, given] = [elements[block]?.element, elements[target]?.element]
    if (!source || !taken || !given) return
    const names = this.#names(block).slice(from, to)
    const piece = sliceOf(source, from, to)
    this.doc.transact(() => {
      deleteInBlock(taken, from, to)
      insertRuns(given, at, piece)
    })
    this.#note(names, this.#names(target).slice(at, at + names.length))
  }

  split(block: number, at: number): void {
    const source = this.blocks()[block]
    const element = textElements(this.doc)[block]?.element
    const copy = this.doc.getXmlFragment(COPY_FRAGMENT)
    if (!source || !element) return
    const place = copy.toArray().indexOf(element)
    if (place < 0) return
    const start = source.text.charAt(at) === ' ' ? at + 1 : at
    const names = this.#names(block).slice(start)
    this.doc.transact(() => {
      deleteInBlock(element, at, source.text.length)
      copy.insert(place + 1, [blockElement({ ...source, ...sliceOf(source, start, source.text.length) })])
    })
    this.#note(names, this.#names(block + 1))
  }

  /** Joins a graf to the one before it. */
  join(block: number): void {
    const source = this.blocks()[block]
    const before = this.blocks()[block - 1]
    const elements = textElements(this.doc)
    const [element, given] = [elements[block]?.element, elements[block - 1]?.element]
    const copy = this.doc.getXmlFragment(COPY_FRAGMENT)
    if (!source || !before || !element || !given) return
    const place = copy.toArray().indexOf(element)
    if (place < 0) return
    const names = this.#names(block)
    const at = before.text.length + 1
    this.doc.transact(() => {
      copy.delete(place, 1)
      insertAt(given, before.text.length, ' ', {})
      insertRuns(given, at, source)
    })
    this.#note(names, this.#names(block - 1).slice(at))
  }

  /** Moves a whole block behind another one. */
  moveBlock(block: number, behind: number): void {
    const source = this.blocks()[block]
    const elements = textElements(this.doc)
    const [element, anchor] = [elements[block]?.element, elements[behind]?.element]
    const copy = this.doc.getXmlFragment(COPY_FRAGMENT)
    if (!source || !element || !anchor || element === anchor) return
    const from = copy.toArray().indexOf(element)
    if (from < 0 || copy.toArray().indexOf(anchor) < 0) return
    const names = this.#names(block)
    this.doc.transact(() => {
      copy.delete(from, 1)
      copy.insert(copy.toArray().indexOf(anchor) + 1, [blockElement(source)])
    })
    const now = this.#namesWhere((text) => text === source.text)
    this.#note(names, now)
  }

  #names(block: number): readonly string[] {
    return readPage(this.doc).blocks[block]?.characters.map(({ id }) => id) ?? []
  }

  #namesWhere(test: (text: string) => boolean): readonly string[] {
    const found = readPage(this.doc).blocks.filter(({ text }) => test(text))
    return (
      found.find(({ characters }) => characters[0]?.id.startsWith(`${this.client}.`))?.characters.map(({ id }) => id) ??
      []
    )
  }

  #note(old: readonly string[], now: readonly string[]): void {
    for (const [index, id] of now.entries()) {
      const from = old[index]
      if (from !== undefined && from !== id) this.moved.set(id, this.moved.get(from) ?? from)
    }
  }
}

export function sliceOf({ text, spans }: Block, from: number, to: number): { text: string; spans: readonly Span[] } {
  const inside = spans.flatMap((span): Span[] => {
    const cut = { from: Math.max(span.from, from) - from, to: Math.min(span.to, to) - from }
    return cut.from < cut.to ? [{ ...span, ...cut }] : []
  })
  return { text: text.slice(from, to), spans: inside }
}

export function insertRuns(element: Y.XmlElement, at: number, piece: { text: string; spans: readonly Span[] }): void {
  const cuts = new Set([0, piece.text.length, ...piece.spans.flatMap(({ from, to }) => [from, to])])
  const edges = [...cuts].sort((a, b) => a - b)
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? from
    const attributes: Record<string, unknown> = {}
    for (const span of piece.spans) if (span.from <= from && span.to >= to) Object.assign(attributes, attributeOf(span))
    insertAt(element, at + from, piece.text.slice(from, to), attributes)
  }
}
