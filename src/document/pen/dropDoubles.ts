/**
 * Two machines may turn the same typing into suggestions. Both give them the same ids; words that both put back stand
 * twice then, and some words are part of two suggestions. Every replica keeps the same one of each.
 */
import * as Y from 'yjs'
import { COPY_FRAGMENT, HANDS_ARRAY } from '../../story/copy/documentSchema'
import type { SuggestionTrace } from '../../story/ledger/writers/suggestionTrace'
import { decideSuggestions } from '../suggestions/decideSuggestions'
import { markNameOf } from '../markNames'
import { blockElements, readMarkedCopy, readSuggestionRecords, type Delta } from '../reading/readStory'
import { isPenId, suggestionsIn } from '../../story/copy/suggestions/suggestion'
import { isPartOf } from '../../story/text/isPartOf'
import { nameOf, type Hand } from '../writers/characters/hands'
import { itemOf, itemsIn, rootOf } from '../reading/yjsItems'

/** `library`: the name under which libraries put words back. `traces`: what became of suggestions. */
export function dropDoubles(doc: Y.Doc, library: string, traces: ReadonlyMap<string, SuggestionTrace>): void {
  doc.transact(() => {
    dropSecond(doc, library)
    oneSuggestionEach(doc, traces)
    settleDecided(doc, traces)
  })
}

/** Of all that was put back from one place, also what is gone since, the one of the smallest id stays. */
function dropSecond(doc: Y.Doc, library: string): void {
  const copies = new Map<string, readonly [client: number, clock: number][]>()
  for (const [kind, ...numbers] of doc.getArray<Hand>(HANDS_ARRAY)) {
    if (kind !== 'moved') continue
    const [client, clock, length, fromClient, fromClock] = numbers as unknown as readonly [
      number,
      number,
      number,
      number,
      number,
    ]
    if (nameOf(doc, client) !== library) continue
    for (let at = 0; at < length; at++) {
      const source = `${fromClient} ${fromClock + at}`
      const known = copies.get(source) ?? []
      if (!known.some(([one, is]) => one === client && is === clock + at))
        copies.set(source, [...known, [client, clock + at]])
    }
  }
  const doomed = new Map<number, Set<number>>()
  for (const all of copies.values()) {
    if (all.length < 2) continue
    const [, ...others] = [...all].sort(([a, b], [c, d]) => a - c || b - d)
    for (const [client, clock] of others) doomed.set(client, (doomed.get(client) ?? new Set()).add(clock))
  }
  if (doomed.size > 0) deleteItems(doc, doomed)
}

/** Deletes characters, then elements that hold nothing any more. */
function deleteItems(doc: Y.Doc, doomed: ReadonlyMap<number, ReadonlySet<number>>): void {
  const texts = new Set<Y.XmlText>()
  const elements = new Set<Y.XmlElement>()
  for (const [client, clocks] of doomed)
    for (const clock of clocks) {
      const item = Y.getItem(doc.store, Y.createID(client, clock))
      if (!(item instanceof Y.Item) || item.deleted || rootOf(item) !== COPY_FRAGMENT) continue
      if (item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText) texts.add(item.parent)
      else if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement)
        elements.add(item.content.type)
    }
  for (const text of texts) {
    let at = 0
    const places: number[] = []
    for (const { deleted, countable, length, content, id } of itemsIn(text)) {
      if (deleted || !countable) continue
      if (content instanceof Y.ContentString)
        for (let nth = 0; nth < length; nth++) if (doomed.get(id.client)?.has(id.clock + nth)) places.push(at + nth)
      at += length
    }
    for (const place of places.toReversed()) text.delete(place, 1)
  }
  for (const element of elements) {
    const { parent } = element
    const isEmpty = element.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)
    if (!isEmpty || itemOf(element)?.deleted || !(parent instanceof Y.XmlFragment)) continue
    parent.delete(parent.toArray().indexOf(element), 1)
  }
}

/** Words that two machines made part of two suggestions belong to the first that is not decided. */
function oneSuggestionEach(doc: Y.Doc, traces: ReadonlyMap<string, SuggestionTrace>): void {
  const isDecided = (id: string): boolean => ['accepted', 'rejected'].includes(traces.get(id)?.state ?? '')
  for (const element of blockElements(doc))
    for (const text of element.toArray()) {
      if (!(text instanceof Y.XmlText)) continue
      let at = 0
      for (const { insert, attributes = {} } of text.toDelta() as readonly Delta[]) {
        const length = typeof insert === 'string' ? insert.length : 1
        for (const mark of ['insertion', 'deletion']) {
          const names = Object.entries(attributes).flatMap(([name, value]) => {
            const id = markNameOf(name) === mark ? (value as { readonly id?: unknown } | null)?.id : undefined
            return typeof id === 'string' && isPenId(id) ? [{ name, id }] : []
          })
          const [, ...others] = names.sort(
            (a, b) => Number(isDecided(a.id)) - Number(isDecided(b.id)) || (a.id < b.id ? -1 : 1),
          )
          for (const { name } of others) text.format(at, length, { [name]: null })
        }
        at += length
      }
    }
}

/** What is left of a suggestion that was decided elsewhere is decided so here. More words than those wait. */
function settleDecided(doc: Y.Doc, traces: ReadonlyMap<string, SuggestionTrace>): void {
  const verdicts = new Map<string, 'accept' | 'reject'>()
  for (const { id, inserted, deleted } of suggestionsIn(readMarkedCopy(doc), readSuggestionRecords(doc))) {
    const trace = isPenId(id) ? traces.get(id) : undefined
    if (!trace || !isPartOf(inserted, trace.inserted) || !isPartOf(deleted, trace.deleted)) continue
    if (trace.state === 'accepted') verdicts.set(id, 'accept')
    if (trace.state === 'rejected') verdicts.set(id, 'reject')
  }
  if (verdicts.size > 0) decideSuggestions(doc, (id) => verdicts.get(id) ?? 'leave')
}
