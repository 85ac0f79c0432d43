/** Who took out of a graf, or out of the one beside it, what denied the words: a whole sentence, or its “not”. */
import * as Y from 'yjs'
import { contextRanges } from '../../../story/copy/words/contextRanges'
import type { Copy, Range } from '../../../story/copy/copy'
import { markedRange } from '../../../story/copy/suggestions/markedCopy'
import { sentencesOf, type SentenceRange } from '../../../story/copy/words/sentences'
import { denies } from '../../../story/language/denials'
import { neighboursOf } from '../../../story/view/neighbours'
import { readMarkedBlock } from '../../reading/readStory'
import { atomsOf, movedAway, takersOf, type Atom } from '../characters/atoms'

/** `ranges`: the words, in text order. `elements`: those of the copy's blocks. */
export function takersBeside(
  doc: Y.Doc,
  copy: Copy,
  elements: readonly Y.XmlElement[],
  ranges: readonly Range[],
): ReadonlySet<string> {
  const takers = new Set<string>()
  for (const place of placesBeside(copy, ranges)) {
    const element = elements[place.block]
    if (element) for (const name of takersIn(doc, element, place)) takers.add(name)
  }
  return takers
}

/** A stretch of a block. What was taken counts from `first` to `last`: beyond these stood another sentence. */
interface Place extends Range {
  readonly first: number
  readonly last: number
}

/** Where a sentence stands, or stood, beside those of the words. */
function placesBeside(copy: Copy, ranges: readonly Range[]): readonly Place[] {
  const own = contextRanges(copy, ranges).map(({ block, from, to }) => {
    const sentences = sentencesOf(copy[block]?.text ?? '')
    const before = sentences.findLast((one) => one.to <= from)
    const after = sentences.find((one) => one.from >= to)
    return { before, after, ...stretch(copy, block, before, after) }
  })
  const [top] = own
  const end = own.at(-1)
  if (!top || !end) return []
  const { before = -1 } = neighboursOf(copy)[top.block] ?? {}
  const { after = -1 } = neighboursOf(copy)[end.block] ?? {}
  return [
    ...(top.before ? [] : [stretch(copy, before, sentencesOf(copy[before]?.text ?? '').at(-1), undefined)]),
    ...own,
    ...(end.after ? [] : [stretch(copy, after, undefined, sentencesOf(copy[after]?.text ?? '')[0])]),
  ]
}

/** From the one sentence to the other one. Undefined: from, or to, the end of the block. */
function stretch(copy: Copy, block: number, left: SentenceRange | undefined, right: SentenceRange | undefined): Place {
  const [from, to] = [left?.from ?? 0, right?.to ?? copy[block]?.text.length ?? 0]
  return { block, from, to, first: left ? from + 1 : from, last: right ? to - 1 : to }
}

type Ends = Pick<Range, 'from' | 'to'>

/** Characters that stand, or that somebody else than their writer took. */
interface Part {
  readonly text: string
  readonly takers: ReadonlySet<string>
}

function takersIn(doc: Y.Doc, element: Y.XmlElement, place: Place): ReadonlySet<string> {
  const block = readMarkedBlock(element)
  const marked = markedRange(block, place.from, place.to)
  const taken = markedRange(block, place.first, place.last)
  const parts: Part[] = []
  let start = 0
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText)
      for (const atom of atomsOf(doc, child)) {
        const part = atom.isLive ? standing(atom, marked, start) : takenPart(doc, atom, taken, start)
        if (part) parts.push(part)
      }
    start += child instanceof Y.XmlText ? child.length : 1
  }
  if (parts.every(({ takers }) => takers.size === 0)) return new Set()
  return new Set([...deniers(parts), ...runsOf(parts).flatMap((run) => [...deniers(run)])])
}

/** `start`: the place of the text in its block. */
function standing({ at, text, isPending }: Atom, { from, to }: Ends, start: number): Part | undefined {
  const shown = text.slice(Math.max(0, from - start - at), Math.max(0, to - start - at))
  return isPending ? undefined : { text: shown, takers: new Set() }
}

function takenPart(doc: Y.Doc, atom: Atom, { from, to }: Ends, start: number): Part | undefined {
  const at = atom.at + start
  if (atom.isPending || at < from || at > to || movedAway(doc, atom)) return undefined
  const takers = takersOf(doc, atom)
  return takers.size > 0 ? { text: atom.text, takers } : undefined
}

/** What was taken together: no word that stands parts it. */
function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [[]]
  for (const part of parts)
    if (part.takers.size > 0) runs.at(-1)?.push(part)
    else if (part.text.trim() !== '') runs.push([])
  return runs
}

/** Who took something out of a sentence that denied, and of which what stands does not. */
function deniers(parts: readonly Part[]): ReadonlySet<string> {
  const text = parts.map((part) => part.text).join('')
  const takers = new Set<string>()
  for (const { from, to } of sentencesOf(text)) {
    if (!denies(text.slice(from, to))) continue
    let at = 0
    let left = ''
    const names: string[] = []
    for (const part of parts) {
      const piece = part.text.slice(Math.max(0, from - at), Math.max(0, to - at))
      at += part.text.length
      if (part.takers.size === 0) left += piece
      else if (piece.trim() !== '') names.push(...part.takers)
    }
    if (!denies(left.trim())) for (const name of names) takers.add(name)
  }
  return takers
}
