import * as Y from 'yjs'
import {
  COMMENTS_MAP,
  COPY_FRAGMENT,
  FACTS_MAP,
  FIELDS_MAP,
  SUGGESTIONS_MAP,
  WRITERS_MAP,
} from '../../story/copy/documentSchema'
import {
  planComment,
  planCopy,
  planReplies,
  planSuggestion,
  planTag,
  type ElementPlan,
  type Run,
  type TextPlan,
} from '../../document/copyPlan'
import type { StoryContent } from '../../document/createStoryDoc'

/**
 * A new story's document as one update: byte for byte `Y.encodeStateAsUpdate(createStoryDoc(…))`, without building that document for it.
 * Whoever keeps the bytes loads them first, which is the document and the proof that they can be read.
 */
export function newStoryState(content: StoryContent, clientId: number, writer: string): Uint8Array {
  const update = new NewUpdate(clientId)
  update.setValue(WRITERS_MAP, String(clientId), writer)
  update.elements(COPY_FRAGMENT, planCopy(content.copy))
  for (const [name, value] of Object.entries(content.fields)) update.setValue(FIELDS_MAP, name, value)
  for (const tag of distinct(content.tags)) update.setRecord(FACTS_MAP, tag.id, planTag(tag))
  for (const record of distinct(content.suggestions))
    update.setRecord(SUGGESTIONS_MAP, record.id, planSuggestion(record))
  for (const thread of distinct(content.comments))
    update.setList(update.setRecord(COMMENTS_MAP, thread.id, planComment(thread)), 'replies', planReplies(thread))
  return update.bytes()
}

/** Of records with the same id the last: one that is written twice would be a change, and a new document has none. */
const distinct = <T extends { readonly id: string }>(records: readonly T[] = []): Iterable<T> =>
  new Map(records.map((record) => [record.id, record])).values()

/** What an item holds, and which type it is when it holds one (Yjs 13, update format 1). */
const HOLDS = { string: 4, format: 6, type: 7, any: 8 } as const
const TYPES = { array: 0, map: 1, element: 3, text: 6 } as const
const HAS_LEFT = 0x80
const HAS_KEY = 0x20
/** Opens a string among values of any kind. */
const ANY_STRING = 119

/** Root types have names; others are the item at a clock. */
type Parent = string | number

/** Items of one client in the order in which Yjs makes them: each after the one to its left, its own content after itself. */
class NewUpdate {
  readonly #items = new ByteWriter()
  readonly #client: Uint8Array
  #count = 0
  #clock = 0

  constructor(client: number) {
    this.#client = bytesOf((bytes) => bytes.number(client))
  }

  setValue(parent: Parent, key: string, value: unknown): void {
    this.#item(HOLDS.any, parent, undefined, key)
    this.#items.number(1)
    this.#any(value)
  }

  setRecord(parent: Parent, key: string, values: readonly (readonly [string, unknown])[]): number {
    const record = this.#type(TYPES.map, parent, undefined, key)
    for (const [name, value] of values) this.setValue(record, name, value)
    return record
  }

  setList(parent: Parent, key: string, values: readonly unknown[]): void {
    const list = this.#type(TYPES.array, parent, undefined, key)
    if (values.length === 0) return
    this.#item(HOLDS.any, list, undefined, undefined, values.length)
    this.#items.number(values.length)
    for (const value of values) this.#any(value)
  }

  elements(parent: Parent, plans: readonly (ElementPlan | TextPlan)[]): void {
    let left: number | undefined
    for (const plan of plans)
      left = 'runs' in plan ? this.#text(parent, left, plan.runs) : this.#element(parent, left, plan)
  }

  bytes(): Uint8Array {
    // One client, its items from clock 0 on; nothing is deleted.
    const items = this.#items.bytes()
    return bytesOf((whole) => {
      whole.number(1)
      whole.number(this.#count)
      whole.raw(this.#client)
      whole.number(0)
      whole.raw(items)
      whole.number(0)
    })
  }

  #element(parent: Parent, left: number | undefined, { name, attributes, children }: ElementPlan): number {
    const element = this.#type(TYPES.element, parent, left)
    this.#items.known(name)
    this.elements(element, children)
    for (const attribute of Object.keys(attributes)) this.setValue(element, attribute, attributes[attribute])
    return element
  }

  #text(parent: Parent, before: number | undefined, runs: readonly Run[]): number {
    const text = this.#type(TYPES.text, parent, before)
    let left: number | undefined
    let plain = ''
    for (const { insert, attributes } of runs) {
      const names = Object.keys(attributes)
      // Yjs makes one item of words that follow each other without a change of formatting between them.
      if (names.length === 0) {
        plain += insert
        continue
      }
      if (plain !== '') left = this.#words(text, left, plain)
      plain = ''
      for (const name of names) left = this.#format(text, left, name, JSON.stringify(attributes[name]))
      left = this.#words(text, left, insert)
      for (const name of names) left = this.#format(text, left, name, 'null')
    }
    if (plain !== '') this.#words(text, left, plain)
    return text
  }

  /** The clock of the last character. */
  #words(text: number, left: number | undefined, words: string): number {
    this.#item(HOLDS.string, text, left, undefined, words.length)
    this.#items.text(words)
    return this.#clock - 1
  }

  #format(text: number, left: number | undefined, name: string, value: string): number {
    const clock = this.#item(HOLDS.format, text, left)
    this.#items.known(name)
    if (value === 'null' || value === '{}') this.#items.known(value)
    else this.#items.text(value)
    return clock
  }

  #type(type: number, parent: Parent, left: number | undefined, key?: string): number {
    const clock = this.#item(HOLDS.type, parent, left, key)
    this.#items.number(type)
    return clock
  }

  /** Everything of an item but its content, of which it takes `length` clocks; gives the first. */
  #item(holds: number, parent: Parent, left: number | undefined, key?: string, length = 1): number {
    const items = this.#items
    if (left !== undefined) {
      items.byte(holds + HAS_LEFT)
      items.raw(this.#client)
      items.number(left)
    } else {
      items.byte(key === undefined ? holds : holds + HAS_KEY)
      if (typeof parent === 'string') {
        items.number(1)
        items.known(parent)
      } else {
        items.number(0)
        items.raw(this.#client)
        items.number(parent)
      }
      if (key !== undefined) items.known(key)
    }
    const clock = this.#clock
    this.#clock += length
    this.#count += 1
    return clock
  }

  #any(value: unknown): void {
    if (typeof value === 'string') {
      this.#items.byte(ANY_STRING)
      this.#items.text(value)
      return
    }
    const encoder = new Y.UpdateEncoderV1()
    encoder.writeAny(value as Parameters<Y.UpdateEncoderV1['writeAny']>[0])
    this.#items.raw(encoder.toUint8Array())
  }
}

/** Yjs' own encoder calls a function for each byte, which is most of the work where thousands of items are written once. */
class ByteWriter {
  #at = 0
  readonly #known = new Map<string, Uint8Array>()

  constructor(private buffer = Buffer.alloc(16_384)) {}

  byte(value: number): void {
    this.#need(1)
    this.buffer[this.#at++] = value
  }

  /** As many bytes as it takes, seven bits in each. */
  number(value: number): void {
    this.#need(8)
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.buffer[this.#at++] = 128 + (rest % 128)
    this.buffer[this.#at++] = rest
  }

  raw(bytes: Uint8Array): void {
    this.#need(bytes.length)
    this.buffer.set(bytes, this.#at)
    this.#at += bytes.length
  }

  text(words: string): void {
    const length = Buffer.byteLength(words)
    this.number(length)
    this.#need(length)
    this.#at += this.buffer.write(words, this.#at)
  }

  /** A name that comes again and again. */
  known(name: string): void {
    let bytes = this.#known.get(name)
    if (!bytes) {
      bytes = bytesOf((writer) => writer.text(name))
      this.#known.set(name, bytes)
    }
    this.raw(bytes)
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.buffer.subarray(0, this.#at))
  }

  #need(more: number): void {
    if (this.#at + more <= this.buffer.length) return
    const larger = Buffer.alloc(Math.max(this.buffer.length * 2, this.#at + more))
    larger.set(this.buffer)
    this.buffer = larger
  }
}

function bytesOf(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter(Buffer.alloc(32))
  write(writer)
  return writer.bytes()
}
