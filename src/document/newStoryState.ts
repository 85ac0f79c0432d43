import * as Y from 'yjs'
import { COMMENTS_MAP, COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP, WRITERS_MAP } from '../story/documentSchema'
import { planComment, planCopy, planReplies, planSuggestion, planTag, type ElementPlan, type Run, type TextPlan } from './copyPlan'
import type { StoryContent } from './createStoryDoc'

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
  for (const record of distinct(content.suggestions)) update.setRecord(SUGGESTIONS_MAP, record.id, planSuggestion(record))
  for (const thread of distinct(content.comments)) update.setList(update.setRecord(COMMENTS_MAP, thread.id, planComment(thread)), 'replies', planReplies(thread))
  return update.bytes()
}

/** Of records with the same id the last: one that is written twice would be a change, and a new document has none. */
const distinct = <T extends { readonly id: string }>(records: readonly T[] = []): Iterable<T> => new Map(records.map((record) => [record.id, record])).values()

/** What an item holds, and which type it is when it holds one (Yjs 13, update format 1). */
const HOLDS = { string: 4, format: 6, type: 7, any: 8 } as const
const TYPES = { array: 0, map: 1, element: 3, text: 6 } as const
const HAS_LEFT = 0x80
const HAS_KEY = 0x20

/** Root types have names; others are the item at a clock. */
type Parent = string | number

/** Items of one client in the order in which Yjs makes them: each after the one to its left, its own content after itself. */
class NewUpdate {
  readonly #items = new Y.UpdateEncoderV1()
  #count = 0
  #clock = 0

  constructor(private readonly client: number) {}

  setValue(parent: Parent, key: string, value: unknown): void {
    this.#item(HOLDS.any, parent, { key })
    this.#items.writeLen(1)
    this.#items.writeAny(value)
  }

  setRecord(parent: Parent, key: string, values: readonly (readonly [string, unknown])[]): number {
    const record = this.#type(TYPES.map, parent, { key })
    for (const [name, value] of values) this.setValue(record, name, value)
    return record
  }

  setList(parent: Parent, key: string, values: readonly unknown[]): void {
    const list = this.#type(TYPES.array, parent, { key })
    if (values.length === 0) return
    this.#item(HOLDS.any, list, {}, values.length)
    this.#items.writeLen(values.length)
    for (const value of values) this.#items.writeAny(value)
  }

  elements(parent: Parent, plans: readonly (ElementPlan | TextPlan)[]): void {
    let left: number | undefined
    for (const plan of plans) left = 'runs' in plan ? this.#text(parent, left, plan.runs) : this.#element(parent, left, plan)
  }

  bytes(): Uint8Array {
    const head = new Y.UpdateEncoderV1()
    // One client, its items from clock 0 on; nothing is deleted.
    head.writeLen(1)
    head.writeLen(this.#count)
    head.writeClient(this.client)
    head.writeLen(0)
    this.#items.writeLen(0)
    const [first, rest] = [head.toUint8Array(), this.#items.toUint8Array()]
    const whole = new Uint8Array(first.length + rest.length)
    whole.set(first)
    whole.set(rest, first.length)
    return whole
  }

  #element(parent: Parent, left: number | undefined, { name, attributes, children }: ElementPlan): number {
    const element = this.#type(TYPES.element, parent, { left })
    this.#items.writeKey(name)
    this.elements(element, children)
    for (const [attribute, value] of Object.entries(attributes)) this.setValue(element, attribute, value)
    return element
  }

  #text(parent: Parent, before: number | undefined, runs: readonly Run[]): number {
    const text = this.#type(TYPES.text, parent, { left: before })
    let left: number | undefined
    let plain = ''
    const put = (words: string): void => {
      if (words === '') return
      this.#item(HOLDS.string, text, { left }, words.length)
      this.#items.writeString(words)
      left = this.#clock - 1
    }
    const format = (name: string, value: unknown): void => {
      left = this.#item(HOLDS.format, text, { left })
      this.#items.writeKey(name)
      this.#items.writeJSON(value)
    }
    for (const { insert, attributes } of runs) {
      const formats = Object.entries(attributes)
      // Yjs makes one item of words that follow each other without a change of formatting between them.
      if (formats.length === 0) plain += insert
      else {
        put(plain)
        plain = ''
        for (const [name, value] of formats) format(name, value)
        put(insert)
        for (const [name] of formats) format(name, null)
      }
    }
    put(plain)
    return text
  }

  #type(type: number, parent: Parent, place: { readonly key?: string; readonly left?: number | undefined }): number {
    const clock = this.#item(HOLDS.type, parent, place)
    this.#items.writeTypeRef(type)
    return clock
  }

  /** Everything of an item but its content, of which it takes `length` clocks; gives the first. */
  #item(holds: number, parent: Parent, { key, left }: { readonly key?: string; readonly left?: number | undefined }, length = 1): number {
    const items = this.#items
    items.writeInfo(holds | (left === undefined ? 0 : HAS_LEFT) | (key === undefined ? 0 : HAS_KEY))
    if (left === undefined) {
      items.writeParentInfo(typeof parent === 'string')
      if (typeof parent === 'string') items.writeString(parent)
      else this.#id(parent)
      if (key !== undefined) items.writeString(key)
    } else this.#id(left)
    const clock = this.#clock
    this.#clock += length
    this.#count += 1
    return clock
  }

  #id(clock: number): void {
    this.#items.writeClient(this.client)
    this.#items.writeLen(clock)
  }
}
