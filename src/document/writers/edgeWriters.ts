/**
 * Who moved the edges of a range: made a sentence begin or end where it went on, or a token. Found in the text as each
 * person found it, without what they put in and with what they took away.
 */
import * as Y from 'yjs'
import { isInsideToken } from '../../story/copy/words/factWords'
import { sentencesOf } from '../../story/copy/words/sentences'
import { takersOf, textOf, type Atom, type CharacterMove } from './characters/atoms'
import { handsOf, nameOf, piecesOf } from './characters/hands'
import type { PutBack } from './characters/putBack'
import { sourceAmong } from './characters/standsAgain'

export interface EdgeRange {
  readonly atoms: readonly Atom[]
  readonly back: PutBack
  readonly from: number
  readonly to: number
  readonly edges: 'words' | 'sentence'
  /** The move of the characters from here, and which edges of theirs are edges of what stands now. */
  readonly until?: CharacterMove | undefined
  readonly outer?: Sides | undefined
}

/** Something about the left and the right edge. */
interface Sides {
  readonly left: boolean
  readonly right: boolean
}

export function edgeWriters(doc: Y.Doc, range: EdgeRange): ReadonlySet<string> {
  const { atoms, back, from, to, edges, until, outer } = range
  const { words, now } = asShown(range)
  const parts = partsBeside(doc, range)
  const people = new Set([...(until?.by ?? []), ...parts.flatMap(({ by }) => [...by])])
  const [first, last] = [characterAt(atoms, from), characterAt(atoms, to - 1)]
  const run = first && typedRun(doc, first)
  const ahead = last && typedRun(doc, last)?.before
  const writers = new Set<string>()
  const isMoved = { left: first && isFromElsewhere(doc, first, back), right: last && isFromElsewhere(doc, last, back) }
  for (const person of people) {
    const found = { left: '', right: '' }
    for (const part of parts) {
      const { side, text, client, clock, isLive, by } = part
      const edge = side === 'left' ? first : last
      const isTheirs = by.has(person) && !(isLive && edge && cameAlong(doc, { client, clock }, edge))
      if (!isLive) {
        // What stood where somebody moved words to was not beside them.
        const isBeside =
          !edge || !isMoved[side] || nameOf(doc, edge.client) !== person || nameOf(doc, client) === person
        if ((isTheirs && isBeside) || isGap(text, edges) || stoodThen(part, parts, person)) found[side] += text
        continue
      }
      // A person who typed behind or before words that stood there went on from them.
      const kept = side === 'left' && run ? keptOf(run, client, clock) : 0
      const standing = side === 'right' && ahead?.client === client ? Math.max(0, ahead.clock - clock) : text.length
      found[side] += isTheirs
        ? text.slice(0, kept) + spaceOf(text.slice(kept, standing), edges) + text.slice(Math.max(kept, standing))
        : text
    }
    const then = goesOn(found.left, words, found.right, edges)
    const moved = until?.by.has(person) ? outer : undefined
    // A person who moves the middle of a sentence makes a sentence of it.
    if (then.left && (!now.left || moved?.left)) writers.add(person)
    if (then.right && (!now.right || moved?.right)) writers.add(person)
  }
  return writers
}

/** Characters before or behind a range. `by`: who put live ones there, or took deleted ones. */
interface Part {
  readonly side: 'left' | 'right'
  readonly text: string
  readonly client: number
  readonly clock: number
  readonly isLive: boolean
  readonly by: ReadonlySet<string>
  /** When they were taken, in the order of such notes. */
  readonly taken?: number
}

function partsBeside(doc: Y.Doc, { atoms, back, from, to, until, edges }: EdgeRange): readonly Part[] {
  return atoms.flatMap((atom): readonly Part[] => {
    const { at, text, client, clock, isLive, isPending } = atom
    if (!isLive && isPending) return []
    if (!isLive || isPending) {
      const side = at <= from ? 'left' : at >= to ? 'right' : undefined
      if (back.again.undone.has(atom)) return []
      if (!side || back.gone.has(atom)) return []
      const by = takersOf(doc, atom, until)
      const taken = takenAt(doc, atom)
      return by.size > 0 || isGap(text, edges) ? [{ side, text, client, clock, isLive: false, by, taken }] : []
    }
    const typist = nameOf(doc, client)
    return (
      [
        ['left', 0, Math.min(text.length, from - at)],
        ['right', Math.max(0, to - at), text.length],
      ] as const
    ).flatMap(([side, start, end]) =>
      end <= start
        ? []
        : piecesOfBoth(doc, client, clock + start, end - start).map((piece): Part => {
            const names = piece.run?.by ?? (typist === undefined ? [] : [typist])
            const offset = piece.clock - clock
            return {
              side,
              text: text.slice(offset, offset + piece.length),
              client,
              clock: piece.clock,
              isLive,
              // Who types again what they took put nothing there.
              by: new Set(
                back.writers.has(atom) || sourceAmong(doc, { ...piece, client }, back.again.undone) ? [] : names,
              ),
            }
          }),
    )
  })
}

const takenAt = (doc: Y.Doc, { client, clock, text }: Atom): number =>
  Math.max(0, ...[...piecesOf(handsOf(doc).took, client, clock, text.length)].map(({ run }) => run?.nth ?? 0))

/** Spaces that somebody took after this person had taken words beyond them: those words did not touch the edge. */
function stoodThen({ side, text, taken = 0 }: Part, parts: readonly Part[], person: string): boolean {
  const at = parts.findIndex((one) => one.text === text && one.taken === taken && one.side === side)
  const beyond = (side === 'right' ? parts.slice(at + 1) : parts.slice(0, at)).filter(
    (one) => one.side === side && !one.isLive && one.by.has(person),
  )
  return text.trim() === '' && beyond.length > 0 && beyond.every((one) => (one.taken ?? 0) < taken)
}

/** The words of the range, and at which edges a token or a sentence goes on. */
function asShown({ atoms, from, to, edges }: EdgeRange): { readonly words: string; readonly now: Sides } {
  const parts = { left: '', words: '', right: '' }
  for (const { at, text, isLive, isPending } of atoms) {
    if (isLive && isPending) continue
    if (isLive) {
      parts.left += text.slice(0, Math.max(0, from - at))
      parts.words += text.slice(Math.max(0, from - at), Math.max(0, to - at))
      parts.right += text.slice(Math.max(0, to - at))
    } else if (isGap(text, edges)) {
      if (at <= from) parts.left += text
      else if (at >= to) parts.right += text
    }
  }
  return { words: parts.words, now: goesOn(parts.left, parts.words, parts.right, edges) }
}

/** Spaces that went part sentences still. */
const isGap = (text: string, edges: 'words' | 'sentence'): boolean => edges === 'sentence' && text.trim() === ''

/** A space alone ends no sentence, but it parts a number. */
const spaceOf = (text: string, edges: 'words' | 'sentence'): string =>
  edges === 'sentence' ? text.replace(/\S+/gu, '') : ''

/** At which edge of the words between two texts a token, or a sentence, goes on. */
function goesOn(left: string, words: string, right: string, edges: 'words' | 'sentence'): Sides {
  const text = left + words + right
  const [from, to] = [left.length, left.length + words.length]
  if (edges === 'words') return { left: isInsideToken(text, from), right: isInsideToken(text, to) }
  const isCut = (at: number): boolean =>
    sentencesOf(text).some((one) => text.slice(one.from, at).trim() !== '' && text.slice(at, one.to).trim() !== '')
  return { left: isCut(from), right: isCut(to) }
}

interface Character {
  readonly client: number
  readonly clock: number
}

function characterAt(atoms: readonly Atom[], at: number): Character | undefined {
  const atom = atoms.find((one) => one.isLive && one.at <= at && at < one.at + one.text.length)
  return atom && { client: atom.client, clock: atom.clock + at - atom.at }
}

/** Whether somebody moved a character there. What an undo put back stands where it stood. */
function isFromElsewhere(doc: Y.Doc, { client, clock }: Character, { again: { undone } }: PutBack): boolean {
  const [piece] = piecesOf(handsOf(doc).moved, client, clock, 1)
  return piece?.run !== undefined && sourceAmong(doc, { client, clock, length: 1 }, undone) === undefined
}

/** Characters by the notes on who wrote them, each divided by those on their moves. */
function piecesOfBoth(
  doc: Y.Doc,
  client: number,
  clock: number,
  length: number,
): { readonly clock: number; readonly length: number; readonly run?: { readonly by: readonly string[] } }[] {
  const { wrote, moved } = handsOf(doc)
  return [...piecesOf(wrote, client, clock, length)].flatMap(({ run, ...piece }) =>
    [...piecesOf(moved, client, piece.clock, piece.length)].map((one) => ({
      clock: one.clock,
      length: one.length,
      ...(run ? { run } : {}),
    })),
  )
}

/** Whether two characters were moved by one person out of one text: the one was not put beside the other. */
function cameAlong(doc: Y.Doc, one: Character, other: Character): boolean {
  const [from, beside] = [one, other].map(({ client, clock }) => {
    const [piece] = piecesOf(handsOf(doc).moved, client, clock, 1)
    return piece?.run && !piece.run.isCopy
      ? textOf(doc, { client: piece.run.fromClient, clock: piece.run.fromClock + clock - piece.run.clock })
      : undefined
  })
  return one.client === other.client && from !== undefined && from === beside
}

/** Characters that somebody typed one after the other, up to `end`, and those between which they began. */
interface TypedRun {
  readonly begin: Character
  readonly end: number
  readonly behind: Character | undefined
  readonly before: Character | undefined
}

function typedRun(doc: Y.Doc, { client, clock }: Character): TypedRun | undefined {
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  if (!(item instanceof Y.Item)) return undefined
  return { begin: item.id, end: clock, behind: item.origin ?? undefined, before: item.rightOrigin ?? undefined }
}

/** How many characters from this one on stood there when the run was typed, or are of it. */
function keptOf({ begin, end, behind }: TypedRun, client: number, clock: number): number {
  const before = behind?.client === client ? behind.clock + 1 - clock : 0
  const own = begin.client === client && clock >= begin.clock ? end - clock : 0
  return Math.max(0, before, own)
}
