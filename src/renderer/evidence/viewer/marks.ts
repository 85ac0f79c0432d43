/** What is marked in a captured file: the excerpt, the words that are looked for, and a place that may be signed. */
import { excerptIn, hitsOf, piecesOf } from '../../../checks/evidence/findText'
import { occurrencesOf, type Occurrence } from '../../../checks/evidence/foldedText'
import type { FoundPlace } from '../../../story/assessment/copy/capturedText'

export interface Marks {
  /** The words of the fact. The find field starts with them. */
  readonly words: string
  /** The words that the evidence quotes from the file. */
  readonly excerpt?: string
  /** The place of the previous source. */
  readonly found?: FoundPlace
  /** Called with the found place once it is drawn, and with null when it goes. */
  readonly onFound?: (mark: Element | null) => void
}

export interface TextMark extends Occurrence {
  readonly look: 'excerpt' | 'hit' | 'here' | 'found'
}

/** What is looked for in a file. */
export interface Sought {
  readonly text: string
  /** Whole words only: “17 hours” is not in “117 hours”. */
  readonly whole: boolean
}

/** The words of a fact as a file has them: without the copy’s quotation marks and what closes them. */
export const wordsToFind = (words: string): string => {
  const bare = words.replace(/^[\s“”„‟«»‹›「」『』"]+/u, '').replace(/[,.、。]?[\s“”„‟«»‹›「」『』"]+[,.、。]?$/u, '')
  return bare === '' ? words : bare
}

/** The words of the fact are looked for as whole words, what a person types also inside longer ones. */
export const soughtFor = (text: string, words: string): Sought => ({ text: text.trim(), whole: text.trim() === words })

export function findSought({ text: sought, whole }: Sought, text: string): readonly Occurrence[] {
  if (sought.length < 2) return []
  return whole ? occurrencesOf(sought, text) : hitsOf(sought, text)
}

/** Words that begin at the end of one text and go on at the start of the next. */
export interface AcrossTwo {
  readonly end: Occurrence
  readonly start: Occurrence
}

/** Where the words go on from one cue of a transcript to the next. Undefined: they do not. */
export function findAcross(sought: Sought, text: string, next: string): AcrossTwo | undefined {
  // The words lie near the end of the one and the start of the other.
  const reach = 2 * sought.text.length + 16
  const cut = Math.max(0, text.length - reach)
  const tail = text.slice(cut)
  const behind = tail.length + 1
  const place = findSought(sought, `${tail} ${next.slice(0, reach)}`).find(
    ({ from, to }) => from < tail.length && to > behind,
  )
  return place && { end: { from: cut + place.from, to: text.length }, start: { from: 0, to: place.to - behind } }
}

/**
 * The marks of a text, in order; they may overlap. `isNamed`: the locator leads to this text. `here`: the number of the
 * chosen hit in this text.
 */
export function marksInText(
  text: string,
  { marks, sought, isNamed, here }: { marks: Marks; sought: Sought; isNamed: boolean; here?: number | undefined },
): readonly TextMark[] {
  const { excerpt = '', found } = marks
  const place = found && isNamed ? occurrencesOf(found.words, text)[found.nth] : undefined
  return [
    ...(isNamed ? excerptPlaces(excerpt, text) : []).map((one): TextMark => ({ ...one, look: 'excerpt' })),
    ...findSought(sought, text)
      .slice(0, MOST_MARKS)
      .map((one, index): TextMark => ({ ...one, look: index === here ? 'here' : 'hit' })),
    ...(place ? [{ ...place, look: 'found' as const }] : []),
  ].toSorted((a, b) => a.from - b.from)
}

/** Nobody looks at more in one page or graf. */
const MOST_MARKS = 200

/** An excerpt as a whole, or what of it stands in this text: it may go on in the next graf. */
export function excerptPlaces(excerpt: string, text: string): readonly Occurrence[] {
  const whole = excerptIn(excerpt, text)
  return whole.length > 0 ? whole : piecesOf(excerpt).flatMap((piece) => excerptIn(piece, text))
}
