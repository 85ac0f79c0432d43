/**
 * Names of all who wrote the words of a range: typed them, took words out of them, accepted them from somebody else's
 * proposal. A change and back by the same person counts for nothing; moved words are their first writer's.
 */
import * as Y from 'yjs'
import { isInsideToken } from '../../story/copy/factWords'
import { markedRange } from '../../story/copy/markedCopy'
import type { Range } from '../../story/copy/copy'
import {
  atomsBefore,
  atomsOf,
  isUnseen,
  movedAway,
  ownTypist,
  seenStretches,
  stretchesBefore,
  takersIn,
  takersOf,
  textOf,
  type Atom,
  type CharacterMove,
} from './atoms'
import { handsOf, MOST_MOVES, noteHands, piecesOf, writersOfCharacters, type Hand } from './hands'
import { putBack, type PutBack } from './putBack'
import { blockElements, readBlock, readMarkedBlock } from '../readStory'
import { itemsIn } from '../yjsItems'

/**
 * `words`: a deletion at an edge counts if the deleted character was part of the token there. `sentence`: unless whole
 * sentences went. `block`: always.
 */
export type Edges = 'words' | 'sentence' | 'block'

export function writersOf(doc: Y.Doc, ranges: readonly Range[], edges: Edges = 'words'): ReadonlySet<string> {
  const writers = new Set<string>()
  const elements = blockElements(doc)
  for (const { block, from, to } of ranges) {
    const element = elements[block]
    if (element) addWritersIn(doc, element, { from, to }, edges, writers)
  }
  return writers
}

/** The same for a range of one block's standing text. */
function addWritersIn(
  doc: Y.Doc,
  element: Y.XmlElement,
  standing: { readonly from: number; readonly to: number },
  edges: Edges,
  writers: Set<string>,
): void {
  const range = markedRange(readMarkedBlock(element), standing.from, standing.to)
  let start = 0
  for (const child of element.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1
    const from = Math.max(range.from, start)
    const to = Math.min(range.to, start + length)
    if (from < to && child instanceof Y.XmlText)
      addWriters(doc, atomsOf(doc, child), from - start, to - start, edges, writers)
    start += length
  }
  if (edges === 'block')
    for (const gone of emptiedTexts(element)) for (const name of takersIn(doc, gone)) writers.add(name)
}

/** Texts of a block that show nothing now: of an emptied block, or beside a line break that went. */
const emptiedTexts = (element: Y.XmlElement): readonly Y.XmlText[] =>
  [...itemsIn(element)].flatMap(({ deleted, content }) =>
    content instanceof Y.ContentType && content.type instanceof Y.XmlText && (deleted || content.type.length === 0)
      ? [content.type]
      : [],
  )

/**
 * Notes in a duplicate, which holds the standing copy of `original`, who wrote each word there. A word includes the
 * space behind it and the next character: so who took words away in between is a writer of the one before.
 */
export function copyWriters(original: Y.Doc, duplicate: Y.Doc): void {
  const notes: Hand[] = []
  const elements = blockElements(original)
  for (const [block, made] of blockElements(duplicate).entries()) {
    const element = elements[block]
    if (!element) continue
    const names: (readonly string[])[] = []
    const { text } = readBlock(element)
    for (const { index, 0: word } of text.matchAll(/\S+\s*|\s+/gu)) {
      const writers = new Set<string>()
      const to = Math.min(index + word.length + 1, text.length)
      addWritersIn(original, element, { from: index, to }, 'words', writers)
      const sorted = [...writers].sort()
      for (let at = 0; at < word.length; at++) names.push(sorted)
    }
    let at = 0
    for (const child of made.toArray()) {
      if (!(child instanceof Y.XmlText)) {
        at += 1
        continue
      }
      for (const item of itemsIn(child)) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue
        for (let from = 0, to = 0; from < item.length; from = to) {
          while (to < item.length && names[at + to] === names[at + from]) to++
          const by = names[at + from]
          if (by && by.length > 0) notes.push(['wrote', by, item.id.client, item.id.clock + from, to - from])
          if (to === from) to++
        }
        at += item.length
      }
    }
  }
  if (notes.length > 0) noteHands(duplicate, notes)
}

/** `moves`: how often the characters were moved since they stood so. `until`: the first of these moves. */
function addWriters(
  doc: Y.Doc,
  atoms: readonly Atom[],
  from: number,
  to: number,
  edges: Edges,
  writers: Set<string>,
  moves = 0,
  until?: CharacterMove,
): void {
  const before: PlacesBefore = new Map()
  const writersAt = ({ client, clock, text }: Atom): ReadonlySet<string> =>
    writersThen(doc, client, clock, text.length, before)
  const back = putBack(doc, atoms, writersAt)
  const shown = atoms
    .filter((atom) => atom.isLive)
    .map((atom) => atom.text)
    .join('')
  for (const atom of atoms) {
    if (!atom.isLive || atom.isPending || atom.at >= to || atom.at + atom.text.length <= from) continue
    // Somebody typed them among words that another person moved away, or they were left behind.
    if (moves > 0 && !movedAway(doc, atom)) continue
    const start = Math.max(from, atom.at)
    const end = Math.min(to, atom.at + atom.text.length)
    for (const piece of seenStretches(shown, start, end)) {
      const clock = atom.clock + piece.from - atom.at
      const names = back.writers.get(atom) ?? writersThen(doc, atom.client, clock, piece.to - piece.from, before)
      for (const name of names) writers.add(name)
    }
  }
  for (const atom of atoms) {
    if (atom.isLive || atom.isPending || atom.at < from || atom.at > to || back.gone.has(atom)) continue
    if (isUnseen(atom.text, shown, atom.at, atom.at)) continue
    if ((atom.at === from || atom.at === to) && !countsAtEdge(doc, atoms, atom, shown, from, to, edges)) continue
    for (const name of takersOf(doc, atom, until)) writers.add(name)
  }
  if (edges === 'words') for (const name of replacersAtEdges(doc, atoms, back, shown, from, to)) writers.add(name)
  // What was taken out of words before they were moved.
  if (moves < MOST_MOVES)
    for (const stretch of stretchesBefore(doc, atoms, from, to))
      addWriters(doc, stretch.atoms, stretch.from, stretch.to, edges, writers, moves + 1, stretch.move)
}

/** Texts that characters were moved out of: their characters as they were, and what was typed again there. */
type PlacesBefore = Map<Y.XmlText, { readonly atoms: readonly Atom[]; readonly back: PutBack }>

/** Who wrote characters. Of moved ones: who did where they stood first, what was typed again there included. */
function writersThen(
  doc: Y.Doc,
  client: number,
  clock: number,
  length: number,
  places: PlacesBefore,
  moves = 0,
): ReadonlySet<string> {
  const { moved, wrote } = handsOf(doc)
  const writers = new Set<string>()
  const add = (names: ReadonlySet<string>): void => names.forEach((name) => writers.add(name))
  for (const piece of piecesOf(moved, client, clock, length)) {
    const { run } = piece
    const source = run && { client: run.fromClient, clock: run.fromClock + (piece.clock - run.clock) }
    const text = source && textOf(doc, source)
    const isNoted = [...piecesOf(wrote, client, piece.clock, piece.length)].some((noted) => noted.run !== undefined)
    if (!source || !text || run.isCopy || isNoted || moves >= MOST_MOVES) {
      add(writersOfCharacters(doc, client, piece.clock, piece.length))
      continue
    }
    const place = places.get(text) ?? placeBefore(doc, text)
    places.set(text, place)
    const end = source.clock + piece.length
    let at = source.clock
    for (const atom of place.atoms) {
      const from = Math.max(at, atom.clock)
      const to = Math.min(end, atom.clock + atom.text.length)
      if (atom.client !== source.client || from !== at || from >= to) continue
      add(place.back.writers.get(atom) ?? writersThen(doc, atom.client, from, to - from, places, moves + 1))
      at = to
    }
    if (at < end) add(writersOfCharacters(doc, source.client, at, end - at))
  }
  return writers
}

function placeBefore(doc: Y.Doc, text: Y.XmlText): { readonly atoms: readonly Atom[]; readonly back: PutBack } {
  const atoms = atomsBefore(doc, text)
  return { atoms, back: putBack(doc, atoms) }
}

const TERMINATED = /[.!?…。．！？؟۔।]["'“”‘’»«」』)\]]*\s*$/u

/**
 * Who replaced characters beside a range, so that the new ones stand between: "0 won" by " won" behind "100". They
 * changed the token at that edge.
 */
function replacersAtEdges(
  doc: Y.Doc,
  atoms: readonly Atom[],
  back: PutBack,
  shown: string,
  from: number,
  to: number,
): readonly string[] {
  const words = shown.slice(from, to)
  const found: string[] = []
  for (const [index, live] of atoms.entries()) {
    const typist = live.isLive ? ownTypist(doc, live) : undefined
    if (typist === undefined) continue
    const gone = (step: 1 | -1): string => {
      let text = ''
      for (let at = index + step; atoms[at]?.isLive === false; at += step) {
        const atom = atoms[at]
        if (atom && !back.gone.has(atom) && takersOf(doc, atom).has(typist))
          text = step === 1 ? text + atom.text : atom.text + text
      }
      return text
    }
    if (live.at === to && isInsideToken(words + gone(1), words.length) && gone(1) !== '') found.push(typist)
    const before = live.at + live.text.length === from ? gone(-1) : ''
    if (before !== '' && isInsideToken(before + words, before.length)) found.push(typist)
  }
  return found
}

/** Whether a deletion at the edge of a range changed what stands in it. */
function countsAtEdge(
  doc: Y.Doc,
  atoms: readonly Atom[],
  atom: Atom,
  shown: string,
  from: number,
  to: number,
  edges: Edges,
): boolean {
  // Beside a graf that was split or joined only a space went.
  if (atom.text.trim() === '' || movedAway(doc, atom)) return false
  if (edges === 'block') return true
  const gone = goneBeside(doc, atoms, atom)
  const at = gone.indexOf(atom)
  const [before, behind] = [textOfAtoms(gone.slice(0, at)), textOfAtoms(gone.slice(at + 1))]
  const words = shown.slice(from, to)
  if (edges === 'words')
    return atom.at === from
      ? isInsideToken(atom.text + behind + words, atom.text.length)
      : isInsideToken(words + before + atom.text, words.length + before.length)
  return atom.at === from ? !TERMINATED.test(before + atom.text + behind) : !TERMINATED.test(words)
}

/**
 * What was taken away at the place of a deleted atom, with it. Without what its takers put between themselves: a space
 * in a number does not part what they took from it.
 */
function goneBeside(doc: Y.Doc, atoms: readonly Atom[], atom: Atom): readonly Atom[] {
  const takers = takersOf(doc, atom)
  const isTheirs = ({ client, clock, text }: Atom): boolean =>
    [...writersOfCharacters(doc, client, clock, text.length)].every((name) => takers.has(name))
  return atoms.filter(
    (other) =>
      other === atom || (!other.isLive && other.at === atom.at && takersOf(doc, other).size > 0 && !isTheirs(other)),
  )
}

const textOfAtoms = (atoms: readonly Atom[]): string => atoms.map(({ text }) => text).join('')
