/**
 * Turns what somebody typed without the pen into suggestions: the standing copy reads as before, and accepting them
 * gives what was typed. Typed characters keep their Yjs ids, so their typist stays their writer; words that come back
 * keep theirs. The ids of the suggestions come from the typing, so that two machines make the same of the same.
 */
import * as Y from 'yjs'
import { BLOCK_BREAK, LINE_BREAK, readShape, type BlockShape } from '../../story/copy/suggestions/markedCopy'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { setSuggestionRecord } from '../createStoryDoc'
import { deleteInBlock, insertAt, lengthOf } from '../editStory'
import { attributeOfProposed, markNameOf } from '../markNames'
import { readMarkedBlock, readSuggestionRecords } from '../reading/readStory'
import { noteHands, type Hand } from '../writers/hands'
import { itemOf, itemsIn, settingsOf } from '../reading/yjsItems'
import { blockPieces, type Formats, type BlockPiece } from './blockPieces'
import { formatIn, insertMoved, movedSince } from './editing'
import { rebuilt } from './rebuilt'
import type { Typing } from './typing'

/** A suggestion that was made of typing. */
export interface MadeSuggestion {
  readonly id: string
  readonly by: string
}

const idOf = (client: number, clock: number, of: 'typed' | 'gone'): string =>
  of === 'typed' ? `pen-${client}-${clock}` : `pen-${client}-${clock}-cut`

interface Work {
  readonly doc: Y.Doc
  readonly typing: Typing
  readonly made: Map<string, MadeSuggestion>
  readonly notes: Hand[]
  /** Name of the library. */
  readonly library: string
  /** Who made a pending suggestion. */
  readonly madeBy: (id: string) => string | undefined
}

/**
 * Call it with the client id of the library. `touched`: the blocks that the change touched; absent: all. `now`: ISO
 * 8601 instant. `library`: the name under which the library writes. Returns the suggestions that it made or added to.
 * Tables and pictures that are new or gone stay so.
 */
export function proposeTyping(
  doc: Y.Doc,
  typing: Typing,
  { now, library }: { readonly now: string; readonly library: string },
  touched?: ReadonlySet<Y.XmlElement>,
): readonly MadeSuggestion[] {
  const made = new Map<string, MadeSuggestion>()
  doc.transact(() => {
    const records = readSuggestionRecords(doc)
    const work: Work = {
      doc,
      typing,
      made,
      notes: [],
      library,
      madeBy: (id) => made.get(id)?.by ?? records.get(id)?.by,
    }
    if (touched) for (const element of touched) proposeInBlock(element, work)
    else proposeInCopy(work)
    for (const { id, by } of made.values()) if (!records.has(id)) setSuggestionRecord(doc, { id, by, at: now })
    if (work.notes.length > 0) noteHands(doc, work.notes)
  })
  return [...made.values()]
}

/** Whether a change of these blocks, by one person without the pen, changed what stands in them. */
export const standsOtherwise = (touched: ReadonlySet<Y.XmlElement>, typing: Typing): boolean =>
  [...touched].some(
    (element) =>
      shapeChanges(element, typing).length > 0 ||
      blockPieces(element, typing).some((piece) => piece.kind !== 'stays' || piece.set),
  )

/** A block of the copy, and what became of it. */
type Unit =
  | { readonly is: 'there'; readonly element: Y.XmlElement }
  | { readonly is: 'new'; readonly element: Y.XmlElement; readonly item: Y.Item; readonly by: string }
  | { readonly is: 'gone'; readonly element: Y.XmlElement; readonly item: Y.Item; readonly by: string }

function proposeInCopy(work: Work): void {
  const copy = work.doc.getXmlFragment(COPY_FRAGMENT)
  const units = [...itemsIn(copy)].flatMap((item) => unitOf(item, work.typing) ?? [])
  /** The block before, which takes in what new blocks hold. */
  let last: Y.XmlElement | undefined
  for (const unit of units) {
    if (unit.is === 'there') {
      for (const element of textsIn(unit.element)) proposeInBlock(element, work)
      last = unit.element.nodeName === 'block' ? unit.element : undefined
    } else if (unit.is === 'new') {
      // What has no block before it stays: it begins the copy, or follows a table or a picture.
      if (last) foldInto(last, unit, work)
    } else last = bringBack(unit, last, work)
  }
}

function unitOf(item: Y.Item, typing: Typing): Unit | undefined {
  const { content, deleted } = item
  if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.XmlElement)) return undefined
  const { client, clock } = item.id
  const element = content.type
  const isNew = typing.isNew(client, clock)
  if (!deleted) {
    const by = isNew && element.nodeName === 'block' ? typing.typedWithout(client, clock) : undefined
    return by === undefined ? { is: 'there', element } : { is: 'new', element, item, by }
  }
  if (isNew || !typing.wasDeleted(client, clock) || element.nodeName !== 'block') return undefined
  const pieces = blockPieces(element, typing)
  const by =
    pieces.find((piece) => piece.kind === 'gone')?.by ??
    (hasText(element) ? undefined : typing.tookWithout(client, clock))
  return by === undefined ? undefined : { is: 'gone', element, item, by }
}

const hasText = (element: Y.XmlElement): boolean =>
  [...itemsIn(element)].some(
    ({ content }) => content instanceof Y.ContentType && [...itemsIn(content.type)].some((item) => item.countable),
  )

/** Blocks, cutlines and cells. */
function textsIn(element: Y.XmlElement): readonly Y.XmlElement[] {
  if (element.nodeName !== 'table' && element.nodeName !== 'row') return [element]
  return element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? textsIn(child) : []))
}

/** Keeps the words and the shape of a block as they stood. */
function proposeInBlock(element: Y.XmlElement, work: Work): void {
  const pieces = blockPieces(element, work.typing)
  proposeShape(element, work)
  if (pieces.every((piece) => piece.kind === 'stays' && !piece.set)) return
  const ids = suggestionIds(pieces, work)
  let offset = pieces.reduce((sum, piece) => sum + lengthIn(piece), 0)
  for (const [index, piece] of [...pieces.entries()].reverse()) {
    offset -= lengthIn(piece)
    if (piece.kind === 'stays') {
      if (piece.set) formatIn(element, offset, offset + piece.length, piece.set)
      for (const { id, before, by } of piece.again ?? []) work.made.set(id, { id, by: work.madeBy(before) ?? by })
      continue
    }
    const id = ids[index] ?? ''
    if (piece.kind === 'typed') proposeTyped(element, offset, piece, id, work)
    else bringWordsBack(element, offset, piece, id, work)
  }
}

const lengthIn = (piece: BlockPiece): number => (piece.kind === 'gone' ? 0 : piece.length)

function proposeTyped(
  element: Y.XmlElement,
  offset: number,
  { isBreak, length, client, clock }: Extract<BlockPiece, { kind: 'typed' }>,
  id: string,
  { doc, notes }: Work,
): void {
  if (!isBreak) {
    formatIn(element, offset, offset + length, inserted(id))
    return
  }
  deleteInBlock(element, offset, offset + 1)
  const before = Y.getState(doc.store, doc.clientID)
  insertAt(element, offset, LINE_BREAK, { ...inserted(id, 'line') })
  notes.push(...movedSince(doc, before, [{ client, clock, length: 1 }]))
}

function bringWordsBack(
  element: Y.XmlElement,
  offset: number,
  { isBreak, text, attributes, client, clock }: Extract<BlockPiece, { kind: 'gone' }>,
  id: string,
  { doc, notes }: Work,
): void {
  if (isBreak) {
    const place = placeBetween(element, offset)
    if (place === undefined) return
    const made = new Y.XmlElement('hardBreak')
    made.setAttribute('deletion', id)
    element.insert(place, [made])
    const item = itemOf(made)
    if (item) notes.push(['moved', item.id.client, item.id.clock, 1, client, clock])
    return
  }
  notes.push(...insertMoved(doc, element, offset, text, { ...attributes, ...deleted(id) }, { client, clock }))
}

/** Index of a new child at an offset; undefined inside a text. */
function placeBetween(element: Y.XmlElement, offset: number): number | undefined {
  let start = 0
  for (const [index, child] of element.toArray().entries()) {
    if (start === offset) return index
    start += lengthOf(child)
  }
  return start === offset ? element.length : undefined
}

const inserted = (id: string, as?: BlockShape | 'line'): Formats =>
  attributeOfProposed({ from: 0, to: 0, mark: 'insertion', id, ...(as === undefined ? {} : { as }) })
const deleted = (id: string): Formats => attributeOfProposed({ from: 0, to: 0, mark: 'deletion', id })

/**
 * The suggestion of each piece. Pieces that touch are one suggestion of their person, and join one of theirs that is
 * pending beside them.
 */
function suggestionIds(pieces: readonly BlockPiece[], { made, madeBy }: Work): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = []
  for (let from = 0; from < pieces.length; from++) {
    const first = pieces[from]
    if (!first || first.kind === 'stays') continue
    let to = from
    for (let next = pieces[to + 1]; next && next.kind !== 'stays' && next.by === first.by; next = pieces[to + 1]) to++
    const beside = [pieces[from - 1], pieces[to + 1]].flatMap((piece) => (piece?.kind === 'stays' ? piece.pending : []))
    const group = pieces.slice(from, to + 1)
    const lead = group.find((piece) => piece.kind === 'typed') ?? first
    const id = beside.find((one) => madeBy(one) === first.by) ?? idOf(lead.client, lead.clock, lead.kind)
    made.set(id, { id, by: first.by })
    for (let at = from; at <= to; at++) ids[at] = id
    from = to
  }
  return ids
}

const SHAPE = ['role', 'level', 'list'] as const

interface ShapeChange {
  readonly name: (typeof SHAPE)[number]
  readonly by: string
  readonly last: { readonly client: number; readonly clock: number }
  /** The value that it had. */
  readonly was: unknown
}

/** What somebody changed of a block's shape without the pen. */
function shapeChanges(element: Y.XmlElement, typing: Typing): readonly ShapeChange[] {
  if (element.nodeName !== 'block') return []
  return SHAPE.flatMap((name): readonly ShapeChange[] => {
    const settings = settingsOf(element, name)
    const [last] = settings
    if (!last || !typing.isNew(last.client, last.clock)) return []
    const by = typing.typedWithout(last.client, last.clock)
    const was = settings.find((one) => !typing.isNew(one.client, one.clock))?.value
    return by === undefined || was === last.value ? [] : [{ name, by, last, was }]
  })
}

/** Puts the shape of a block back and proposes the one that it was given. */
function proposeShape(element: Y.XmlElement, { typing, made }: Work): void {
  const changed = shapeChanges(element, typing)
  const [first] = changed
  if (!first) return
  const { text: _text, spans: _spans, proposed: _proposed, joins: _joins, becomes, ...shape } = readMarkedBlock(element)
  for (const { name, was } of changed) {
    if (was === undefined) element.removeAttribute(name)
    else element.setAttribute(name, was as string)
  }
  if (becomes) return
  const id = idOf(first.last.client, first.last.clock, 'typed')
  made.set(id, { id, by: first.by })
  element.setAttribute(
    'becomes',
    `${id} ${[shape.role, shape.level, shape.list].filter((one) => one !== undefined).join(' ')}`,
  )
}

/**
 * Makes a new block the pending end of the one before it: a proposed break, and its words. If it begins with the words
 * that were taken from there, as a split leaves them, those stay where they stood.
 */
function foldInto(last: Y.XmlElement, { element, item, by }: Extract<Unit, { is: 'new' }>, work: Work): void {
  const { doc, notes, made } = work
  const { text, proposed, role, level, list } = readMarkedBlock(element)
  const shape = {
    role,
    ...(level === undefined ? {} : { level }),
    ...(list === undefined ? {} : { list }),
  } as BlockShape
  const id = idOf(item.id.client, item.id.clock, 'typed')
  made.set(id, { id, by })
  const runs = runsOf(element)
  const end = endTaken(last, by, work)
  const isSplit = end.text !== '' && proposed.length === 0 && text.startsWith(end.text)
  const at = isSplit ? end.from : readMarkedBlock(last).text.length
  if (isSplit) {
    formatIn(last, end.from, end.from + end.text.length, end.unmark)
    for (const one of end.ids) if (!holds(last, one)) made.delete(one)
  }
  noteTaken(element, 0, text.length, work)
  const parent = element.parent as Y.XmlFragment
  parent.delete(parent.toArray().indexOf(element), 1)
  const before = Y.getState(doc.store, doc.clientID)
  insertAt(last, at, BLOCK_BREAK, { ...inserted(id, readShape([role, level, list].join(' ').trim()) ?? shape) })
  notes.push(...movedSince(doc, before, [{ client: item.id.client, clock: item.id.clock, length: 1 }]))
  let skip = isSplit ? end.text.length : 0
  let offset = at + 1 + skip
  for (const run of runs) {
    const cut = Math.min(skip, run.text.length)
    skip -= cut
    const words = run.text.slice(cut)
    if (words === '') continue
    const as = run.isBreak
      ? inserted(id, 'line')
      : Object.keys(run.attributes).some((name) => markNameOf(name) === 'insertion')
        ? {}
        : inserted(id)
    notes.push(
      ...insertMoved(
        doc,
        last,
        offset,
        run.isBreak ? LINE_BREAK : words,
        { ...run.attributes, ...as },
        {
          client: run.client,
          clock: run.clock + cut,
        },
      ),
    )
    offset += words.length
  }
}

interface Run {
  readonly text: string
  readonly attributes: Formats
  readonly client: number
  readonly clock: number
  readonly isBreak?: true
}

/** The live words of a block that is to go, without proposals to delete them. */
function runsOf(element: Y.XmlElement): readonly Run[] {
  const runs: Run[] = []
  for (const { content, deleted: isGone, id } of itemsIn(element)) {
    if (isGone || !(content instanceof Y.ContentType)) continue
    const { type } = content
    if (type instanceof Y.XmlElement) runs.push({ text: '\n', attributes: {}, ...idIn(id), isBreak: true })
    if (!(type instanceof Y.XmlText)) continue
    const open = new Map<string, unknown>()
    for (const item of itemsIn(type)) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentFormat) open.set(item.content.key, item.content.value)
      else if (item.content instanceof Y.ContentString) {
        const marks = [...open].filter(([name, value]) => value !== null && markNameOf(name) !== 'deletion')
        runs.push({ text: item.content.str, attributes: Object.fromEntries(marks), ...idIn(item.id) })
      }
    }
  }
  return runs
}

const idIn = ({ client, clock }: Y.ID): Pick<Run, 'client' | 'clock'> => ({ client, clock })

interface TakenEnd {
  readonly from: number
  readonly text: string
  readonly ids: readonly string[]
  /** Formats that take the proposed deletion off. */
  readonly unmark: Formats
}

/** The words at the end of a block that this person was about to take away. */
function endTaken(element: Y.XmlElement, by: string, { made, madeBy }: Work): TakenEnd {
  const { text, proposed } = readMarkedBlock(element)
  let from = text.length
  const ids = new Set<string>()
  for (const span of proposed.toReversed()) {
    if (span.mark !== 'deletion' || span.to !== from || madeBy(span.id) !== by || !made.has(span.id)) break
    from = span.from
    ids.add(span.id)
  }
  const unmark = Object.assign(
    {},
    ...[...ids].flatMap((id) => Object.keys(deleted(id)).map((name) => ({ [name]: null }))),
  ) as Formats
  return { from, text: text.slice(from), ids: [...ids], unmark }
}

const holds = (element: Y.XmlElement, id: string): boolean =>
  readMarkedBlock(element).proposed.some((span) => span.id === id)

/**
 * Makes a block again that somebody took away, and proposes to take it away. If its words stand at the end of the block
 * before, as a join leaves them, those go and its own words stay.
 */
function bringBack(
  { element, item, by }: Extract<Unit, { is: 'gone' }>,
  last: Y.XmlElement | undefined,
  work: Work,
): Y.XmlElement {
  const { doc, notes, made } = work
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const id = idOf(item.id.client, item.id.clock, 'gone')
  made.set(id, { id, by })
  const { made: again, sources, text } = rebuilt(element, work.typing)
  let place = 0
  for (const one of itemsIn(copy)) {
    if (one === item) break
    if (!one.deleted && one.countable) place += one.length
  }
  const before = Y.getState(doc.store, doc.clientID)
  copy.insert(place, [again])
  again.setAttribute('joins', id)
  const own = itemOf(again)
  if (own) notes.push(['moved', own.id.client, own.id.clock, 1, item.id.client, item.id.clock])
  notes.push(...movedSince(doc, before, sources))
  const joined = last && typedEnd(last, by, text, work)
  if (last && joined) takeOut(last, joined.from, joined.to, work)
  else formatIn(again, 0, text.length, deleted(id))
  return again
}

function takeOut(element: Y.XmlElement, from: number, to: number, work: Work): void {
  noteTaken(element, from, to, work)
  deleteInBlock(element, from, to)
}

/** Notes that the library takes characters out: they stand elsewhere now, and nobody took them away. */
function noteTaken(element: Y.XmlElement, from: number, to: number, { library, notes }: Work): void {
  let start = 0
  for (const { text, client, clock } of runsOf(element)) {
    const [first, last] = [Math.max(from, start), Math.min(to, start + text.length)]
    if (first < last) notes.push(['took', library, client, clock + (first - start), last - first])
    start += text.length
  }
}

/** The place of words that this person typed at the end of a block, if they read so. */
function typedEnd(
  element: Y.XmlElement,
  by: string,
  text: string,
  { made, madeBy }: Work,
): { readonly from: number; readonly to: number } | undefined {
  const block = readMarkedBlock(element)
  const from = block.text.length - text.length
  if (text === '' || from < 0 || !block.text.endsWith(text)) return undefined
  const isTyped = block.proposed.some(
    (span) =>
      span.mark === 'insertion' &&
      span.from <= from &&
      span.to === block.text.length &&
      madeBy(span.id) === by &&
      made.has(span.id),
  )
  return isTyped ? { from, to: block.text.length } : undefined
}
