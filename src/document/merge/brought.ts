/**
 * Notes of who counts as an additional writer of what came from another machine. On that machine anybody may state who
 * typed what. Unless its key is trusted here, the person who handed the story over counts as a writer, too. Notes are
 * only ever added, so that every replica gets all of them.
 */
import * as Y from 'yjs'
import type { Copy, Range } from '../../story/copy/copy'
import { BROUGHT_MAP } from '../../story/copy/documentSchema'
import { belongingsOf } from '../../story/view/neighbours'
import { blockElements } from '../reading/readStory'
import { atomsOf } from '../writers/characters/atoms'
import { itemOf, itemsIn, lastAttribute } from '../reading/yjsItems'

/** Characters, elements or attributes by their Yjs ids, and one more writer of them. */
export interface Brought {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly by: string
}

/** The note is the key: two machines that note the same note it once. */
const keyOf = ({ client, clock, length, by }: Brought): string => `${client} ${clock} ${length} ${by}`

export function noteBrought(doc: Y.Doc, notes: readonly Brought[]): void {
  const map = doc.getMap(BROUGHT_MAP)
  for (const note of notes) map.set(keyOf(note), true)
}

export const isNoted = (doc: Y.Doc, note: Brought): boolean => doc.getMap(BROUGHT_MAP).has(keyOf(note))

/** Undefined for a key of another form. */
export function readBrought(key: string): Brought | undefined {
  const [, client, clock, length, by] = /^(\d{1,16}) (\d{1,16}) (\d{1,16}) (.+)$/su.exec(key) ?? []
  return by === undefined ? undefined : { client: Number(client), clock: Number(clock), length: Number(length), by }
}

type Notes = ReadonlyMap<number, readonly Brought[]>
const known = new WeakMap<Y.Doc, { readonly size: number; readonly notes: Notes }>()

function notesOf(doc: Y.Doc): Notes {
  const map = doc.getMap(BROUGHT_MAP)
  const before = known.get(doc)
  if (before?.size === map.size) return before.notes
  const notes = new Map<number, Brought[]>()
  for (const key of map.keys()) {
    const note = readBrought(key)
    if (note) notes.set(note.client, [...(notes.get(note.client) ?? []), note])
  }
  known.set(doc, { size: map.size, notes })
  return notes
}

/** Names of all who count as writers, too, of these characters. */
function addBroughtBy(doc: Y.Doc, client: number, clock: number, length: number, names: Set<string>): void {
  for (const note of notesOf(doc).get(client) ?? [])
    if (note.clock < clock + length && note.clock + note.length > clock) names.add(note.by)
}

/**
 * The same for a place of the copy. `words`: its characters that stand. `context`: all that its blocks hold and held,
 * with their headers, lead-ins and items above.
 */
export function broughtWriters(
  doc: Y.Doc,
  copy: Copy,
  ranges: readonly Range[],
  of: 'words' | 'context',
): ReadonlySet<string> {
  const names = new Set<string>()
  if (notesOf(doc).size === 0) return names
  const elements = blockElements(doc)
  const whole = new Set<number>()
  for (const range of ranges) {
    const texts = elements[range.block]?.toArray() ?? []
    const [text] = texts
    if (of === 'words' && texts.length === 1 && text instanceof Y.XmlText) {
      for (const { at, text: words, client, clock, isLive } of atomsOf(doc, text))
        if (isLive && at < range.to && at + words.length > range.from)
          addBroughtBy(doc, client, clock, words.length, names)
    } else whole.add(range.block)
    if (of === 'words') continue
    const { belongsTo, headers } = belongingsOf(copy, range.block, range.block)
    for (const block of [...belongsTo, ...headers]) whole.add(block)
  }
  for (const block of whole) {
    const element = elements[block]
    if (element) addAllIn(doc, element, names)
  }
  return names
}

function addAllIn(doc: Y.Doc, element: Y.XmlElement | Y.XmlText, names: Set<string>): void {
  const own = itemOf(element)
  if (own) addBroughtBy(doc, own.id.client, own.id.clock, own.length, names)
  for (const { id, length, content } of itemsIn(element)) {
    addBroughtBy(doc, id.client, id.clock, length, names)
    if (!(content instanceof Y.ContentType)) continue
    const { type } = content
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) addAllIn(doc, type, names)
  }
  if (element instanceof Y.XmlElement)
    for (const name of Object.keys(element.getAttributes())) {
      const set = lastAttribute(element, name)
      if (set) addBroughtBy(doc, set.client, set.clock, 1, names)
    }
}
