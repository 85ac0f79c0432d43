/**
 * Sees in a transaction what Yjs does not keep: who deleted somebody else's characters, and which typed characters are
 * characters that the same person deleted, so moved. Reads only the texts that the transaction changed.
 */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../../story/copy/documentSchema'
import { lazy } from '../../../story/text/lazy'
import { handsOf, piecesOf, writersOfCharacters, type Hand } from '../characters/hands'
import { PictureMoves } from './pictureMoves'
import { takenByProposal } from './proposedStanding'
import { takenShapes } from './takenShapes'
import { followInsertions } from '../../insertionMarks'
import { itemsIn } from '../../reading/yjsItems'
import { textOf } from '../characters/atoms'
import { itemAt } from '../characters/origins'
import { unseenOrigins } from './restored'
import { putAgain } from './putAgain'
import { textsBefore } from './undoneBlock'
import { placesBefore } from './undoneBeside'

interface Segment {
  readonly client: number
  readonly clock: number
  readonly length: number
}
/** Characters that stood side by side. */
interface Stretch {
  readonly text: string
  readonly segments: readonly Segment[]
}

/**
 * Fewer characters are new typing: a figure that somebody else once typed elsewhere is no excuse for typing it here.
 */
export const LEAST_MOVED = 12
/** Beside characters that were moved. */
const LEAST_SHARED = 3
/** Longer texts are not compared letter by letter. */
const MOST_COMPARED = 4000
/** Cut in one change and pasted in another: only whole phrases, but where they stood also fewer words, as by undo. */
const LEAST_PASTED = 24
const MOST_REMEMBERED = 50

/**
 * Whether others may have an item. A note of who took such words away says whether they had the pen then, also if the
 * words were their own.
 */
export type IsShared = (client: number, clock: number) => boolean

/** Watches one document. Remembers what each person cut until it is pasted. */
export class HandsWatch {
  readonly #cut: { readonly by: string; readonly stretch: Stretch }[] = []
  readonly #pictures = new PictureMoves()

  /** The notes to keep for a transaction of `by`. Call it in `afterTransaction`. */
  read(transaction: Y.Transaction, by: string, isShared?: IsShared): readonly Hand[] {
    const { doc } = transaction
    const copy = doc.getXmlFragment(COPY_FRAGMENT)
    const notes: Hand[] = []
    const isOthers = ({ client, clock, length }: Segment): boolean =>
      [...writersOfCharacters(doc, client, clock, length)].some((name) => name !== by)
    const isTaken = (item: Y.Item): boolean => Y.isDeleted(transaction.deleteSet, item.id) && !isNew(item, transaction)
    const changed = textsOf(deletedItems(transaction), copy)
    const counts = (stretch: Stretch): boolean => stretch.segments.some(isOthers) || holdsTakenWords(doc, stretch)
    const all = stretches(changed, isTaken).filter(counts)
    for (const { segments } of all)
      for (const { client, clock, length } of segments.filter(isOthers)) notes.push(['took', by, client, clock, length])
    if (isShared)
      for (const { segments } of stretches(changed, isTaken))
        for (const one of segments)
          if (!isOthers(one) && isShared(one.client, one.clock))
            notes.push(['took', by, one.client, one.clock, one.length])
    // Who moves words may leave behind what somebody only proposed among them.
    const stood = stretches(changed, isTaken, (item) => !item.deleted || isTaken(item))
    const isIn = (stretch: Stretch): boolean => all.some((one) => shareCharacters(one, stretch))
    const taken = [...all, ...stood.filter((one) => (counts(one) || isIn(one)) && !holds(all, one.text))]
    const cut = this.#cut.filter((one) => one.by === by).map(({ stretch }) => stretch)
    const typed = stretches(
      textsOf(newItems(transaction), copy),
      (item) => !item.deleted && isNew(item, transaction),
    ).filter(({ text }) => text.trim().length >= LEAST_MOVED)
    const isPast = (item: Y.Item): boolean => item.deleted && !Y.isDeleted(transaction.deleteSet, item.id)
    // Read once for all paragraphs of a paste: each would read every text again.
    const past = lazy(() => stretches(allTexts(copy), isPast).filter(({ segments }) => segments.some(isOthers)))
    for (const stretch of typed) {
      const own = cut.filter((one) => one.text.length >= LEAST_PASTED || isInTextOf(doc, by, one, stretch))
      const moved = sourcesOf(stretch, taken, own)
      notes.push(...alignments('moved', moved))
      // Words that stood here before and that somebody else took away. Only a paste is that long, so this is rare.
      for (const rest of restOf(stretch, moved)) {
        const copied = sourcesOf(rest, [...past(), ...this.#cut.map(({ stretch: one }) => one)], [])
        notes.push(...alignments('copied', copied))
        for (const part of restOf(rest, copied)) notes.push(...alignments('moved', sharedWith(taken, part)))
      }
    }
    notes.push(...putAgain(doc, newItems(transaction), by, notes))
    notes.push(...unseenOrigins(transaction, by, notes))
    for (const stretch of taken) if (stretch.text.length >= LEAST_MOVED) this.#cut.push({ by, stretch })
    if (this.#cut.length > MOST_REMEMBERED) this.#cut.splice(0, this.#cut.length - MOST_REMEMBERED)
    notes.push(...takenByProposal(transaction, by), ...takenShapes(transaction, by))
    return [...notes, ...this.#pictures.read(transaction, by)]
  }
}

/**
 * Whether somebody took words out of the text that held these characters, now or before they were moved there. Moving
 * one’s own words also moves the note that words are missing there.
 */
function holdsTakenWords(doc: Y.Doc, { text, segments }: Stretch): boolean {
  const [first] = segments
  if (text.length < LEAST_MOVED || !first) return false
  const { took, moved } = handsOf(doc)
  const wasMoved = ({ client, clock, length }: Segment): boolean =>
    [...piecesOf(moved, client, clock, length)].some(({ run }) => run !== undefined)
  if (segments.some(wasMoved)) return true
  const { parent } = Y.getItem(doc.store, Y.createID(first.client, first.clock))
  if (!(parent instanceof Y.XmlText)) return false
  return [...itemsIn(parent)].some(
    ({ deleted, content, id, length }) =>
      deleted &&
      content instanceof Y.ContentString &&
      [...piecesOf(took, id.client, id.clock, length)].some(({ run }) => run !== undefined),
  )
}

/** Whether characters stood in the text in which others stand now, in which these stood, or those beside them. */
function isInTextOf(doc: Y.Doc, by: string, { segments: [was] }: Stretch, { segments }: Stretch): boolean {
  const [first, last] = [segments[0], segments.at(-1)]
  const text = was && textOf(doc, was)
  const now = first && textOf(doc, first)
  if (!text || !now || !last) return false
  if (now === text || textsBefore(now).includes(text)) return true
  const sides = [
    ['left', itemAt(doc, first)],
    ['right', itemAt(doc, last)],
  ] as const
  return sides.some(
    ([side, item]) => item && [...placesBefore(doc, by, item, side)].some((place) => textOf(doc, place) === text),
  )
}

/** Typed characters, and the deleted ones that they read as. */
interface Found {
  readonly at: number
  readonly typed: Stretch
  readonly source: Stretch
}

/** The parts of typed characters that read as characters which were taken away, longest first. */
function sourcesOf(typed: Stretch, taken: readonly Stretch[], cut: readonly Stretch[], at = 0): readonly Found[] {
  if (typed.text.length < LEAST_MOVED) return []
  const sources = [...taken.filter(({ text }) => text.length >= LEAST_MOVED), ...cut.toReversed()].sort(
    (a, b) => b.text.length - a.text.length,
  )
  for (const source of sources) {
    const start = typed.text.indexOf(source.text)
    if (start >= 0) {
      const end = start + source.text.length
      return [
        ...sourcesOf(partOf(typed, 0, start), taken, cut, at),
        { at: at + start, typed: partOf(typed, start, end), source },
        ...sourcesOf(partOf(typed, end, typed.text.length), taken, cut, at + end),
      ]
    }
    const within = source.text.indexOf(typed.text)
    if (within >= 0) return [{ at, typed, source: partOf(source, within, within + typed.text.length) }]
  }
  return []
}

/**
 * Characters that read as parts of what was taken, where the whole reads otherwise: the mover's window had not heard
 * of somebody's last words there, or the mover changed some.
 */
function sharedWith(taken: readonly Stretch[], typed: Stretch, least = LEAST_MOVED, at = 0): readonly Found[] {
  let best = { length: least - 1, from: 0, to: 0, source: undefined as Stretch | undefined }
  if (typed.text.length < least || typed.text.length > MOST_COMPARED) return []
  for (const source of taken.filter(({ text }) => text.length <= MOST_COMPARED)) {
    const longest = longestShared(typed.text, source.text)
    if (longest.length > best.length) best = { ...longest, source }
  }
  const { source, length, from, to } = best
  if (!source) return []
  const before = partOf(source, 0, to)
  const behind = partOf(source, to + length, source.text.length)
  return [
    ...sharedWith([before], partOf(typed, 0, from), LEAST_SHARED, at),
    { at: at + from, typed: partOf(typed, from, from + length), source: partOf(source, to, to + length) },
    ...sharedWith([behind], partOf(typed, from + length, typed.text.length), LEAST_SHARED, at + from + length),
  ]
}

/** The longest text that both hold, and where. */
function longestShared(a: string, b: string): { length: number; from: number; to: number } {
  let best = { length: 0, from: 0, to: 0 }
  let row: number[] = []
  for (let i = 0; i < a.length; i++) {
    const next: number[] = []
    for (let j = 0; j < b.length; j++) {
      if (a.charCodeAt(i) !== b.charCodeAt(j)) continue
      const length = (row[j - 1] ?? 0) + 1
      next[j] = length
      if (length > best.length) best = { length, from: i + 1 - length, to: j + 1 - length }
    }
    row = next
  }
  return best
}

/** The parts of typed characters for which no source was found. */
function restOf(typed: Stretch, found: readonly Found[]): readonly Stretch[] {
  const rest: Stretch[] = []
  let from = 0
  for (const { at, typed: part } of found) {
    rest.push(partOf(typed, from, at))
    from = at + part.text.length
  }
  rest.push(partOf(typed, from, typed.text.length))
  return rest.filter(({ text }) => text.trim().length >= LEAST_MOVED)
}

/**
 * Pairs the characters of two stretches of the same text. Not a space at an edge that somebody else typed than what is
 * next to it: a person who joins two grafs types that space, and moves none.
 */
const alignments = (kind: 'moved' | 'copied', found: readonly Found[]): readonly Hand[] =>
  found.flatMap(({ typed, source }) => {
    const notes: Hand[] = []
    const [left, right] = [[...typed.segments], [...source.segments]]
    let at = 0
    for (let a = left.shift(), b = right.shift(); a && b;) {
      const length = Math.min(a.length, b.length)
      const text = typed.text.slice(at, at + length)
      const isEdge = at === 0 || at + length === typed.text.length
      if (!isEdge || text.trim() !== '') notes.push([kind, a.client, a.clock, length, b.client, b.clock])
      at += length
      a = a.length > length ? { ...a, clock: a.clock + length, length: a.length - length } : left.shift()
      b = b.length > length ? { ...b, clock: b.clock + length, length: b.length - length } : right.shift()
    }
    return notes
  })

function partOf({ text, segments }: Stretch, from: number, to: number): Stretch {
  const part: Segment[] = []
  let start = 0
  for (const { client, clock, length } of segments) {
    const first = Math.max(from, start)
    const last = Math.min(to, start + length)
    if (first < last) part.push({ client, clock: clock + (first - start), length: last - first })
    start += length
  }
  return { text: text.slice(from, to), segments: part }
}

const shareCharacters = (one: Stretch, other: Stretch): boolean =>
  one.segments.some(({ client, clock }) =>
    other.segments.some((segment) => segment.client === client && segment.clock === clock),
  )

const holds = (stretches: readonly Stretch[], wanted: string): boolean => stretches.some(({ text }) => text === wanted)

/**
 * The longest stretches of wanted characters in each text. Formatting and characters deleted before do not part them.
 * `counts`: leaves out the characters of proposals, whose marks these are.
 */
function stretches(
  texts: Iterable<object>,
  isWanted: (item: Y.Item) => boolean,
  counts?: (mark: Y.Item) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = []
  for (const text of texts) {
    let words = ''
    let segments: Segment[] = []
    const end = (): void => {
      if (words !== '') found.push({ text: words, segments })
      words = ''
      segments = []
    }
    const proposed = new Map<string, string>()
    for (const item of itemsIn(text)) {
      if (counts?.(item)) followInsertions(proposed, item)
      if (proposed.size > 0) continue
      if (item.content instanceof Y.ContentString && isWanted(item)) {
        words += item.content.str
        segments.push({ client: item.id.client, clock: item.id.clock, length: item.length })
      } else if (!item.deleted && item.countable) end()
    }
    end()
  }
  return found
}

const isNew = ({ id }: Y.Item, { beforeState }: Y.Transaction): boolean => id.clock >= (beforeState.get(id.client) ?? 0)

/** The texts of the copy that hold some of these items. */
function textsOf(items: Iterable<Y.Item>, copy: unknown): ReadonlySet<object> {
  const texts = new Set<object>()
  for (const { parent } of items) {
    if (!(parent instanceof Y.XmlText) || texts.has(parent)) continue
    let top: Y.AbstractType<unknown> = parent as Y.AbstractType<unknown>
    while (top.parent !== null) top = top.parent
    if (top === copy) texts.add(parent)
  }
  return texts
}

function deletedItems(transaction: Y.Transaction): readonly Y.Item[] {
  const items: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) items.push(struct)
  })
  return items
}

function* newItems({ doc, beforeState, afterState }: Y.Transaction): Generator<Y.Item> {
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0
    if (to <= from) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index]
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) yield struct
    }
  }
}

/** Every text that the copy has or had. */
function* allTexts(type: object): Generator<object> {
  for (const { content } of itemsIn(type)) {
    if (!(content instanceof Y.ContentType)) continue
    if (content.type instanceof Y.XmlText) yield content.type
    else yield* allTexts(content.type)
  }
}
