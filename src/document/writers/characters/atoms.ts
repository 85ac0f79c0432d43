/** The characters of one text, deleted ones too, with who typed them and who took them out. */
import * as Y from 'yjs'
import { seen } from '../../../story/text/compare'
import { STET } from '../../../story/text/stet'
import { handsOf, MOST_MOVES, nameOf, piecesOf, writersOfCharacters } from './hands'
import { followInsertions } from '../../insertionMarks'
import { itemsIn, type ItemId } from '../../reading/yjsItems'

/** Characters of one item, deleted ones as they were taken, with the count of characters that are shown before them. */
export interface Atom {
  readonly at: number
  readonly text: string
  readonly client: number
  readonly clock: number
  readonly isLive: boolean
  readonly isPending: boolean
  /** A bundle tells that they were taken, and not which they were. `text` has as many characters. */
  readonly isForgotten?: true
}

interface Part {
  readonly clock: number
  readonly length: number
  readonly isLive: boolean
  /** The note on them, if there is one. */
  readonly run?: unknown
  /** Of moved characters: as they stand now. */
  readonly text?: string | undefined
}
type Parts = (id: Y.ID, length: number) => readonly Part[]

/** Stands for a character that nobody knows here. As part of a number it goes on from letters and digits alike. */
const FORGOTTEN = '0'

const asOne: Parts = ({ clock }, length) => [{ clock, length, isLive: true }]

/** Deleted characters, as they were taken. */
const deletedParts =
  (doc: Y.Doc): Parts =>
  ({ client, clock }, length) =>
    [...piecesOf(handsOf(doc).took, client, clock, length)].map((piece) => ({ ...piece, isLive: false }))

const isStanding = ({ deleted }: Y.Item): boolean => !deleted

export const atomsOf = (doc: Y.Doc, text: Y.XmlText): readonly Atom[] => atomsIn(text, deletedParts(doc), isStanding)

/**
 * The same as it was before characters were moved out of the text: those that were moved count as live. The marks of
 * proposals went with them.
 */
export const atomsBefore = (doc: Y.Doc, text: Y.XmlText): readonly Atom[] =>
  atomsIn(
    text,
    ({ client, clock }, length) =>
      [...piecesOf(handsOf(doc).left, client, clock, length)].flatMap((piece) =>
        piece.run
          ? [{ ...piece, isLive: true, text: textNow(doc, { client, ...piece }) }]
          : deletedParts(doc)(Y.createID(client, piece.clock), piece.length),
      ),
    () => true,
    ({ client, clock }, length) =>
      [...piecesOf(handsOf(doc).moved, client, clock, length)].map((piece) => ({ ...piece, isLive: true })),
  )

/** The same, where those that were moved within the text stand only where they were first. */
export function atomsFirst(doc: Y.Doc, text: Y.XmlText): readonly Atom[] {
  let at = 0
  return atomsBefore(doc, text).flatMap((atom) => {
    if (atom.isLive && sourceWithin(doc, text, atom)) return []
    const one = { ...atom, at }
    if (atom.isLive) at += atom.text.length
    return [one]
  })
}

/**
 * Where a character of a text was that somebody moved within it. What Stet puts back beside a proposal leaves a doubt.
 */
function sourceWithin(doc: Y.Doc, text: Y.XmlText, { client, clock }: ItemId): ItemId | undefined {
  const [piece] = piecesOf(handsOf(doc).moved, client, clock, 1)
  const { run } = piece ?? {}
  if (!run || run.isCopy || nameOf(doc, client) === STET) return undefined
  const source = { client: run.fromClient, clock: run.fromClock + (clock - run.clock) }
  return textOf(doc, source) === text ? source : undefined
}

/** Where characters stood first in a text, however often they were moved within it, piece by piece. */
export function* firstWithin(
  doc: Y.Doc,
  text: Y.XmlText,
  { client, clock }: ItemId,
  length: number,
  moves = 0,
): Generator<ItemId & { readonly length: number }> {
  for (const piece of piecesOf(handsOf(doc).moved, client, clock, length)) {
    const source = moves < MOST_MOVES && sourceWithin(doc, text, { client, clock: piece.clock })
    if (source) yield* firstWithin(doc, text, source, piece.length, moves + 1)
    else yield { client, clock: piece.clock, length: piece.length }
  }
}

/** What characters read that were moved, where they stand now. Undefined: they do not stand there in one piece. */
function textNow(doc: Y.Doc, place: ItemId & { readonly length: number }): string | undefined {
  let { client, clock } = place
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    if (clock >= Y.getState(doc.store, client)) return undefined
    const item = Y.getItem(doc.store, Y.createID(client, clock))
    if (item.id.clock + item.length < clock + place.length) return undefined
    if (item instanceof Y.Item && item.content instanceof Y.ContentString)
      return item.content.str.slice(clock - item.id.clock, clock - item.id.clock + place.length)
    const [piece] = piecesOf(handsOf(doc).left, client, clock, place.length)
    if (!piece?.run || piece.length < place.length) return undefined
    ;[client, clock] = [piece.run.fromClient, piece.run.fromClock + clock - piece.run.clock]
  }
  return undefined
}

/** `partsOf`: divides deleted characters. `counts`: whether the mark of a proposal counts. */
function atomsIn(
  text: Y.XmlText,
  partsOf: Parts,
  counts: (mark: Y.Item) => boolean,
  livePartsOf: Parts = asOne,
): readonly Atom[] {
  const atoms: Atom[] = []
  const pending = new Map<string, string>()
  let at = 0
  for (const item of itemsIn(text)) {
    const { id, length, deleted, content } = item
    if (counts(item)) followInsertions(pending, item)
    const { client } = id
    const isPending = pending.size > 0
    if (content instanceof Y.ContentDeleted) {
      // Without a note they may be marks.
      for (const { clock, length: size, isLive, run, text: known } of partsOf(id, length)) {
        if (run === undefined) continue
        const part = known ?? FORGOTTEN.repeat(size)
        atoms.push({ at, text: part, client, clock, isLive, isPending, isForgotten: true })
        if (isLive) at += size
      }
      continue
    }
    if (!(content instanceof Y.ContentString)) {
      if (!deleted && item.countable) at += length
      continue
    }
    const parts = deleted ? partsOf(id, length) : livePartsOf(id, length)
    for (const { clock, length: size, isLive } of parts) {
      const part = content.str.slice(clock - id.clock, clock - id.clock + size)
      atoms.push({ at, text: part, client, clock, isLive, isPending })
      if (isLive) at += size
    }
  }
  return atoms
}

/** Characters that were moved out of a text together: where they stood in it, as it was before. */
export interface Stretch {
  readonly atoms: readonly Atom[]
  readonly from: number
  readonly to: number
  /** Where the first and the last of them stand now. */
  readonly now: { readonly from: number; readonly to: number }
  readonly move: CharacterMove
}

export interface CharacterMove {
  /** The last note of the move. */
  readonly nth: number
  /** Who moved them. */
  readonly by: ReadonlySet<string>
}

/** Where the live characters of a range stood before their last move. */
export function stretchesBefore(doc: Y.Doc, atoms: readonly Atom[], from: number, to: number): readonly Stretch[] {
  const sources = new Map<unknown, readonly Atom[]>()
  const found: Stretch[] = []
  for (const atom of atoms) {
    const first = Math.max(from - atom.at, 0)
    const last = Math.min(to - atom.at, atom.text.length)
    if (!atom.isLive || atom.isPending || first >= last) continue
    for (const { clock, length, run } of piecesOf(handsOf(doc).moved, atom.client, atom.clock + first, last - first)) {
      const moved = run && { client: run.fromClient, clock: run.fromClock + (clock - run.clock) }
      const text = moved && textOf(doc, moved)
      if (!moved || !text) continue
      const before = sources.get(text) ?? atomsFirst(doc, text)
      sources.set(text, before)
      let start = atom.at + (clock - atom.clock)
      for (const source of firstWithin(doc, text, moved, length)) {
        const here = start
        start += source.length
        const place = before.find((one) => holds(one, source))
        if (!place) continue
        const at = place.at + (source.clock - place.clock)
        const previous = found.at(-1)
        const goesOn = previous?.atoms === before && previous.to <= at
        const move = {
          nth: Math.max(run.nth, goesOn ? previous.move.nth : 0),
          by: new Set([nameOf(doc, atom.client) ?? '', ...(goesOn ? previous.move.by : [])]),
        }
        const now = { from: goesOn ? previous.now.from : here, to: start }
        if (goesOn) found[found.length - 1] = { ...previous, to: at + source.length, now, move }
        else found.push({ atoms: before, from: at, to: at + source.length, now, move })
      }
    }
  }
  return found
}

export const holds = ({ client, clock, text }: Atom, place: ItemId): boolean =>
  client === place.client && clock <= place.clock && place.clock < clock + text.length

/** The text that holds or held a character. */
export function textOf(doc: Y.Doc, { client, clock }: ItemId): Y.XmlText | undefined {
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item && item.parent instanceof Y.XmlText ? item.parent : undefined
}

/**
 * Whether characters change nothing under rule 2 where they stand, as a soft hyphen in a word: nobody writes by them.
 * `shown`: the live characters. `behind`: where those go on.
 */
export function isUnseen(text: string, shown: string, at: number, behind: number): boolean {
  if (seen(text) !== '') return false
  const left = shown.slice(0, at)
  const right = shown.slice(behind)
  return seen(left + text + right) === seen(left + right)
}

/** The stretches of `[from, to)` of the live characters without those that change nothing. */
export function* seenStretches(shown: string, from: number, to: number): Generator<{ from: number; to: number }> {
  let start = from
  if (seen(shown) !== shown)
    for (let at = from; at < to; at++) {
      if (!isUnseen(shown.charAt(at), shown, at, at + 1)) continue
      if (at > start) yield { from: start, to: at }
      start = at + 1
    }
  if (start < to) yield { from: start, to }
}

/** The typist of live characters that nobody moved, adopted or proposed. */
export function ownTypist(doc: Y.Doc, { client, clock, text, isPending }: Atom): string | undefined {
  const name = nameOf(doc, client)
  const writers = writersOfCharacters(doc, client, clock, text.length)
  return !isPending && name !== undefined && writers.size === 1 && writers.has(name) ? name : undefined
}

/**
 * Who took characters that were not wholly their own. `until`: a move of what stood beside them. A person who
 * took them later, and is not the mover, took nothing from beside what was moved.
 */
export function takersOf(doc: Y.Doc, { client, clock, text }: Atom, until?: CharacterMove): ReadonlySet<string> {
  const takers = new Set<string>()
  for (const { clock: at, length, run } of piecesOf(handsOf(doc).took, client, clock, text.length)) {
    if (!run) continue
    const writers = writersOfCharacters(doc, client, at, length)
    const isLater = until !== undefined && run.nth > until.nth
    for (const by of run.by)
      if ((!isLater || until.by.has(by)) && [...writers].some((name) => name !== by)) takers.add(by)
  }
  return takers
}

/** Whether all characters stand elsewhere in the copy now. */
export const movedAway = (doc: Y.Doc, { client, clock, text }: Atom): boolean =>
  [...piecesOf(handsOf(doc).left, client, clock, text.length)].every(({ run }) => run !== undefined)

/** Who took words out of these texts, or out of the texts in these elements: those that are gone, and not elsewhere. */
export function takersIn(doc: Y.Doc, type: object): ReadonlySet<string> {
  const takers = new Set<string>()
  if (type instanceof Y.XmlText) {
    for (const atom of atomsOf(doc, type))
      if (seen(atom.text) !== '' && !atom.isLive && !atom.isPending && !movedAway(doc, atom))
        for (const name of takersOf(doc, atom)) takers.add(name)
    return takers
  }
  for (const { content } of itemsIn(type))
    if (content instanceof Y.ContentType) for (const name of takersIn(doc, content.type)) takers.add(name)
  return takers
}
