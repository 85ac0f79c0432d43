/** What is looked for in a source when a fact is to be verified with it. */
import { checksText } from '../../catalogue/rooms/checks'
import type { Assessment } from '../../story/assessment/assessment'
import type { Block, Copy } from '../../story/copy/copy'
import { dropClosing, extendOverTokens } from '../../story/copy/words/factWords'
import { factType, type FactType } from '../../story/ledger/facts/fact'
import { statementsOf } from '../detect/statementsOf'
import { figureValue, readFigure, type FigureValue } from '../derived/figureValue'
import { unitsOf } from '../derived/units'

export type SoughtWords =
  | {
      readonly kind: 'words'
      readonly words: string
      /** Of a figure: other ways to write it are found too. */
      readonly figure?: FigureOfWords
    }
  | { readonly kind: 'quote'; readonly words: string; readonly speaker: string | undefined }
  /** Nothing is looked for; one sentence says why. */
  | { readonly kind: 'none'; readonly words: string; readonly why: string }

export interface FigureOfWords {
  readonly value: FigureValue
  /** Currency signs in it. */
  readonly currency: string
  /** The noun that is counted, in lower case; '' if the unit is a measure. */
  readonly counted: string
}

/** Types whose words may be a name alone. */
const NAMED: ReadonlySet<FactType> = new Set<FactType>(['name', 'title'])

export function soughtWords(fact: Assessment, copy: Copy): SoughtWords {
  const type = factType(fact)
  const words = dropClosing(fact.words)
  const none = (key: 'find.nameOnly' | 'find.noUnit' | 'find.tooShort' | 'find.translation'): SoughtWords => ({
    kind: 'none',
    words,
    why: checksText(key, { words }),
  })
  if (fact.record.translation) return none('find.translation')
  if (type === 'quote') return { kind: 'quote', words: fact.text, speaker: fact.tag.attributedTo }
  if (NAMED.has(type)) return lettersIn(words) < 2 ? none('find.tooShort') : { kind: 'words', words }
  const number = type === 'figure' || /^[\p{Sc}+\-−]?\p{Nd}[\p{Nd}.,\s]*$/u.test(words)
  if (number) {
    const phrase = phraseOfFigure(fact, copy)
    const figure = phrase === undefined ? undefined : figureOf(phrase)
    return figure && phrase !== undefined ? { kind: 'words', words: phrase, figure } : none('find.noUnit')
  }
  if (isNameOnly(words)) return none('find.nameOnly')
  return lettersIn(words) < 3 ? none('find.tooShort') : { kind: 'words', words }
}

const lettersIn = (words: string): number =>
  [...words.matchAll(/[\p{L}\p{N}]/gu)].reduce(
    (sum, [letter]) => sum + (/[\p{sc=Han}\p{sc=Hangul}]/u.test(letter) ? 2 : 1),
    0,
  )

/** Whether capitals make all of the words one name. Scripts without capitals show no names. */
function isNameOnly(words: string): boolean {
  // As inside a sentence: the first word of one has a capital anyway.
  const lead = 'the same, '
  const block: Block = { role: 'paragraph', text: lead + words, spans: [] }
  return statementsOf(block).some(
    ({ kind, from, to }) => kind === 'name' && from <= lead.length && to >= block.text.length,
  )
}

/** The figure with the unit that follows it in the copy; undefined if it has none. */
function phraseOfFigure(fact: Assessment, copy: Copy): string | undefined {
  const own = dropClosing(fact.words)
  const last = fact.ranges.at(-1)
  const block = last && copy[last.block]
  if (hasUnit(own)) {
    const end = last && block && fact.ranges.length === 1 ? endOfArea(block.text, last) : undefined
    return last && block && end !== undefined ? block.text.slice(last.from, end) : own
  }
  if (!last || !block) return undefined
  const around = statementsOf(block).find(({ kind, from, to }) => kind === 'figure' && from < last.to && to > last.from)
  if (!around) return undefined
  const place = { from: around.coreFrom, to: Math.max(around.to, last.to) }
  const phrase = block.text.slice(place.from, endOfFigure(block.text, place))
  return hasUnit(phrase) ? phrase : undefined
}

/** Something beside the digits says what is counted: a word, a sign or a currency. */
function hasUnit(phrase: string): boolean {
  const figure = figureOf(phrase)
  return figure !== undefined && (figure.value.unit !== '' || figure.currency !== '' || figure.counted !== '')
}

/** The end of a figure with its whole unit: “km²” and “kilomètres carrés” are no lengths. */
export const endOfFigure = (text: string, place: Place): number => endOfArea(text, place) ?? wholeTokens(text, place.to)

interface Place {
  readonly from: number
  readonly to: number
}

const wholeTokens = (text: string, at: number): number => extendOverTokens(text, at, at).to

/** No name of an area is longer, in UTF-16 units. */
const LONGEST_AREA = 30

/** The area that a figure at this place counts, which may be named behind its end: “km²”. Empty: none. */
export const areaAt = (text: string, { from, to }: Place): string => areaOf(text.slice(from, to + LONGEST_AREA))

/** Where the name of the area ends that the figure at this place counts. Undefined: it counts none, or holds it. */
function endOfArea(text: string, place: Place): number | undefined {
  const area = areaAt(text, place)
  if (area === '' || areaOf(text.slice(place.from, place.to)) === area) return undefined
  for (let end = place.to + 1; end < place.to + LONGEST_AREA; end++)
    if (areaOf(text.slice(place.from, end)) === area) return wholeTokens(text, end)
  return undefined
}

const AREAS: ReadonlySet<string> = new Set(['km²', 'm²', 'mi²', 'ft²'])

/** The area that the first figure of a phrase counts, however that is written: “km2”, “sq km”, “제곱킬로미터”. */
function areaOf(phrase: string): string {
  const figure = readFigure(phrase)
  return (figure && unitsOf(figure).find((unit) => AREAS.has(unit))) ?? ''
}

/** A power, as in “10⁻⁶” or “10^6”: nothing here says what it amounts to. */
const POWER = /\p{Nd}[⁺⁻₊₋⁰¹²³⁴-⁹₀-₉^_]/u

/** Reads the first figure of a phrase; undefined without a number. */
export function figureOf(phrase: string): FigureOfWords | undefined {
  const value = POWER.test(phrase) ? undefined : figureValue(phrase)
  if (!value) return undefined
  const currency = [...phrase.normalize('NFKC').matchAll(/\p{Sc}/gu)].map(([sign]) => sign).join('')
  return { value, currency, counted: areaOf(phrase) || (value.unit === '' ? countedIn(phrase) : '') }
}

/**
 * The last word behind the number: “29 ships” counts ships, “29 km³” and “29 cubic km” no kilometers. Number words
 * themselves count nothing.
 */
function countedIn(phrase: string): string {
  const word = COUNTED.exec(phrase)?.[1]?.toLowerCase() ?? ''
  if (/\p{No}|\^/u.test(word)) return word
  return figureValue(word) === undefined && !SCALE.test(word) ? word : ''
}

const COUNTED =
  /((?:(?:square|cubic|sq\.?|cu\.?)[\s\u00A0-])?\p{L}[\p{L}\p{M}]*(?:[⁺⁻]?\p{No}|\^-?\p{Nd})*)[^\p{L}\p{N}]*$/iu

const SCALE =
  /^(?:hundred|thousand|million|billion|trillion|dozen|m|bn|tn|k|mio|mrd|million(?:en)?|milliarden?|[백천만억조百千万萬億兆]+)$/u

export const sameFigure = (a: FigureOfWords, b: FigureOfWords): boolean =>
  a.value.value === b.value.value &&
  a.value.unit === b.value.unit &&
  a.currency === b.currency &&
  a.counted === b.counted
