/**
 * Names of all who wrote the words of a range: typed them, took words out of them, accepted them from somebody else's
 * proposal. A change and back by the same person counts for nothing; moved words are their first writer's.
 */
import * as Y from 'yjs'
import { markedRange } from '../../story/copy/suggestions/markedCopy'
import type { Range } from '../../story/copy/copy'
import {
  atomsFirst,
  atomsOf,
  firstWithin,
  isUnseen,
  movedAway,
  seenStretches,
  stretchesBefore,
  takersIn,
  takersOf,
  textOf,
  type Atom,
  type CharacterMove,
} from './characters/atoms'
import { edgeWriters } from './edgeWriters'
import { handsOf, MOST_MOVES, piecesOf, writersOfCharacters } from './characters/hands'
import { putBack, type PutBack } from './characters/putBack'
import { sourceAmong } from './characters/standsAgain'
import { elementsNow } from './elementsNow'
import { readMarkedBlock } from '../reading/readStory'
import { itemsIn } from '../reading/yjsItems'

/**
 * `words`: a deletion at an edge counts if the deleted character was part of the token there. `sentence`: unless whole
 * sentences went. `block`: always. `knownWords`, `knownSentence`: without what went before the story came here.
 */
export type Edges = 'words' | 'sentence' | 'block' | 'knownWords' | 'knownSentence'

export function writersOf(doc: Y.Doc, ranges: readonly Range[], edges: Edges = 'words'): ReadonlySet<string> {
  const writers = new Set<string>()
  const elements = elementsNow(doc)
  for (const { block, from, to } of ranges) {
    const element = elements[block]
    if (element) addWritersIn(doc, element, { from, to }, edges, writers)
  }
  return writers
}

/** The same for a range of one block's standing text. */
export function addWritersIn(
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

const LETTER = /[\p{L}\p{N}]/u

/**
 * `moves`: how often the characters were moved since they stood so. `until`: the first of these moves. `outer`: whether
 * they begin and end what stands now. `undone`: they stand again where they stood, so their edges are those of now.
 */
function addWriters(
  doc: Y.Doc,
  atoms: readonly Atom[],
  from: number,
  to: number,
  edges: Edges,
  writers: Set<string>,
  moves = 0,
  until?: CharacterMove,
  outer?: { readonly left: boolean; readonly right: boolean } | 'undone',
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
    // Words that stood and that somebody made a proposal of are taken away, too.
    if (atom.isLive !== atom.isPending || atom.at < from || atom.at > to || back.gone.has(atom)) continue
    if (isUnseen(atom.text, shown, atom.at, atom.at) || back.again.all.has(atom)) continue
    // Beside a graf that was split or joined only a space went.
    const isAtEdge = atom.at === from || atom.at === to
    if (isAtEdge && (edges !== 'block' || atom.text.trim() === '' || movedAway(doc, atom))) continue
    for (const name of takersOf(doc, atom, until)) writers.add(name)
  }
  const isKnown = edges === 'knownWords' || edges === 'knownSentence'
  const beside = isKnown ? atoms.filter(({ isForgotten }) => !isForgotten) : atoms
  const of = edges === 'words' || edges === 'knownWords' ? 'words' : 'sentence'
  if (edges !== 'block' && outer !== 'undone')
    for (const name of edgeWriters(doc, { atoms: beside, back, from, to, edges: of, until, outer })) writers.add(name)
  // What was taken out of words before they were moved.
  if (moves < MOST_MOVES)
    for (const stretch of stretchesBefore(doc, atoms, from, to)) {
      const sides = {
        left:
          (outer === 'undone' || outer?.left !== false) &&
          !LETTER.test(shown.slice(from, stretch.now.from)) &&
          !cameAlong(doc, stretch.atoms, stretch.from - 1, atoms),
        right:
          (outer === 'undone' || outer?.right !== false) &&
          !LETTER.test(shown.slice(stretch.now.to, to)) &&
          !cameAlong(doc, stretch.atoms, stretch.to, atoms),
      }
      const moved = isUndone(doc, atoms, back, stretch.now) ? 'undone' : sides
      addWriters(doc, stretch.atoms, stretch.from, stretch.to, edges, writers, moves + 1, stretch.move, moved)
    }
}

/** Whether an undo put all that stands in a range right before what it was. */
const isUndone = (
  doc: Y.Doc,
  atoms: readonly Atom[],
  { again: { undone } }: PutBack,
  { from, to }: { readonly from: number; readonly to: number },
): boolean =>
  undone.size > 0 &&
  atoms.every((atom, nth) => {
    const [first, last] = [Math.max(from - atom.at, 0), Math.min(to - atom.at, atom.text.length)]
    if (!atom.isLive || atom.isPending || first >= last) return true
    const was = sourceAmong(doc, { client: atom.client, clock: atom.clock + first, length: last - first }, undone)
    return was !== undefined && atoms.indexOf(was) > nth
  })

/**
 * Whether the character at a place of an earlier text went into this one, too: a person who moved both made no end
 * between them, also where somebody else took it away since.
 */
function cameAlong(doc: Y.Doc, before: readonly Atom[], at: number, now: readonly Atom[]): boolean {
  const atom = before.find((one) => one.isLive && one.at <= at && at < one.at + one.text.length)
  if (!atom) return false
  const [piece] = piecesOf(handsOf(doc).left, atom.client, atom.clock + at - atom.at, 1)
  const { fromClient: client, fromClock: clock } = piece?.run ?? {}
  return now.some(
    (one) => one.client === client && clock !== undefined && one.clock <= clock && clock < one.clock + one.text.length,
  )
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
    const isFirst = !source || !text || isNoted || moves >= MOST_MOVES
    if (isFirst || run.isCopy) add(writersOfCharacters(doc, client, piece.clock, piece.length))
    if (isFirst) continue
    const place = places.get(text) ?? placeBefore(doc, text)
    places.set(text, place)
    for (const first of firstWithin(doc, text, source, piece.length)) {
      const end = first.clock + first.length
      let at = first.clock
      for (const atom of place.atoms) {
        const from = Math.max(at, atom.clock)
        const to = Math.min(end, atom.clock + atom.text.length)
        if (atom.client !== first.client || from !== at || from >= to) continue
        add(place.back.writers.get(atom) ?? writersThen(doc, atom.client, from, to - from, places, moves + 1))
        at = to
      }
      if (at < end) add(writersOfCharacters(doc, first.client, at, end - at))
    }
  }
  return writers
}

function placeBefore(doc: Y.Doc, text: Y.XmlText): { readonly atoms: readonly Atom[]; readonly back: PutBack } {
  const atoms = atomsFirst(doc, text)
  return { atoms, back: putBack(doc, atoms) }
}
