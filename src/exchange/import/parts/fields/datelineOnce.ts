import type { Dateline } from '../../../../story/ledger/fields'
import { defined } from '../../../../story/text/defined'
import { cityOf } from '../../../../story/text/words/printedPlace'
import type { FoundBlock } from '../blocks/partsOfCopy'
import type { LossCollector } from '../losses'
import { datelineFrom } from './readDateline'

/**
 * Keeps a dateline in one place, the field or the copy, because exports print the field before the copy. Where the
 * first graf opens with the dateline of the feed and nothing else ("LONDON, Dec 1 —"), the opening becomes the field.
 * Otherwise ("LONDON (Reuters) -", "(부산=연합뉴스)") the copy keeps its words, and the field stays empty and is
 * listed.
 */
export function datelineOnce(
  given: Dateline | undefined,
  body: readonly FoundBlock[],
  losses: LossCollector,
): { readonly dateline?: Dateline; readonly body: readonly FoundBlock[] } {
  const graf = body.find(({ role }) => role === 'paragraph')
  const opening = given && graf && openingOf(graf.text, given.place)
  if (!given || !graf || !opening) return { ...defined({ dateline: given }), body }
  const dateline = opening.plain === undefined ? undefined : sameDateline(given, datelineFrom(opening.plain))
  if (!dateline) {
    losses.add('datelineInCopy', [given.place, given.date].filter((part) => part !== '').join(', '))
    return { body }
  }
  return { dateline, body: body.flatMap((block) => (block === graf ? withoutStart(block, opening.length) : [block])) }
}

interface Opening {
  /** Characters of the opening, with what parts it from the copy. */
  readonly length: number
  /** The words of an opening that has no brackets and no agency: only they fit in the field. */
  readonly plain?: string
}

/** Returns the dateline with which a graf opens; undefined if with none. `place`: that of the feed. */
function openingOf(graf: string, place: string): Opening | undefined {
  if (place.trim() === '') return undefined
  const [bracket = '', , inside = ''] =
    /^\s*([([（［【〔])([^()[\]（）［］【】〔〕]{1,80})[)\]）］】〕]\s*/u.exec(graf) ?? []
  if (bracket !== '')
    return /[=＝]/u.test(inside) || isPlaceIn(inside.split(/\s*[-–—]\s*/u)[0] ?? '', place)
      ? { length: bracket.length }
      : undefined
  const start = graf.slice(0, 2 * LONGEST)
  const parting = PARTING.exec(start)
  const head = (parting ? start.slice(0, parting.index) : start).trim()
  if (head.length > LONGEST) return undefined
  const agency = /\s*[(（][^()（）]{1,40}[)）]$/u.exec(head)?.[0] ?? ''
  const words = head.slice(0, head.length - agency.length)
  const { place: written } = datelineFrom(words)
  const city = words.slice(0, cityOf(place).length)
  const isSmall = /\p{Ll}/u.test(city)
  const dashes = parting ? dashesIn(graf.slice(parting.index + parting[0].length), parting[0]) : 0
  // In small letters a place may begin a sentence: “Washington — not Moscow — will decide.”
  if (agency === '' && isSmall && dashes > 0) return undefined
  // Capitals tell where there are any, unless the place is always written so, or the dash begins an aside.
  const isSentence = !!parting && /^\P{L}*\p{Lu}/u.test(graf.slice(parting.index + parting[0].length))
  const isTold = /\p{Lu}/u.test(city) && !ACRONYM.test(cityOf(place)) && (dashes % 2 === 0 || isSentence)
  const isPlain = !isSmall && (isTold || /\d/.test(words.slice(city.length)))
  const isPlace = folded(written) === folded(place) || (!!parting && folded(written) === folded(cityOf(place)))
  const length = parting ? parting.index + parting[0].length : graf.length
  if (isPlace && agency === '') return isPlain || !parting ? { length, plain: words } : { length }
  if (parting && (isPlace || (isPlaceIn(words, place) && (agency !== '' || isPlain || /[,/／]/u.test(words)))))
    return agency === '' && isPlain ? { length, plain: words } : { length }
  const before = /^([^\p{Ll}:]{2,60}):\s/u.exec(start)?.[1]
  if (before !== undefined && isPlaceIn(before, place) && isInCapitals(before)) return { length: before.length + 1 }
  return OTHER_DATELINE.test(start) ? { length } : undefined
}

/** Characters of the longest opening. */
const LONGEST = 100
/** What parts a dateline from the copy. A hyphen, "_" or "=" stands alone or after a bracket. */
const PARTING = /\s*(?:—|--+)\s*|\s+[–_=-]+\s+|(?<=[)）])\s*[–_=:-]\s+/u
/** A dateline of another place than the feed says, as wires print it: "BUSAN, South Korea (AP) -- ". */
const OTHER_DATELINE =
  /^[\p{Lu}\p{M}\s.'’-]{3,40}(?:(?:and|und|et|y|e|og|och)\s[\p{Lu}\p{M}\s.'’-]{3,40})?(?:[,(][^—–]{0,60}?)?\s*(?:[—–]|--|(?<=\))\s*[_=-])\s/u

/** A place in capitals everywhere: “EU - Japan trade rose.” */
const ACRONYM = /^\p{Lu}{1,3}$/u

/** How many more dashes of the same kind stand in the sentence: with one more, both hold an aside. */
function dashesIn(rest: string, dash: string): number {
  const sentence = /^.*?[.!?](?:\s|$)/su.exec(rest)?.[0] ?? rest
  const sign = dash.trim().slice(0, 2)
  return sentence.split(/^(?:—|--)/.test(sign) ? sign : ` ${sign} `).length - 1
}

/** Whether words are a place with more after it, such as its country, a date, or a second place. */
function isPlaceIn(words: string, place: string): boolean {
  const city = folded(cityOf(place))
  const whole = folded(words)
  if (!whole.startsWith(city)) return false
  return whole
    .slice(city.length)
    .split(/[,/／]/u)
    .every((part, index) =>
      index === 0 ? /^\s*(?:\S*\d.*|[\p{L}.]+\s\d+)?$/u.test(part) : part.trim().split(' ').length <= 3,
    )
}

const isInCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** Returns a dateline that says what both say; undefined if they differ. */
function sameDateline(given: Dateline, written: Dateline): Dateline | undefined {
  const country = written.place.slice(cityOf(written.place).length)
  const place =
    folded(written.place) === folded(given.place)
      ? given.place
      : folded(cityOf(written.place)) === folded(given.place)
        ? `${given.place}${country}`
        : undefined
  const isSameDate = given.date === '' || written.date === '' || folded(given.date) === folded(written.date)
  return place === undefined || !isSameDate ? undefined : { place, date: given.date || written.date }
}

/** Returns text without capitals, accents and wide spaces. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toUpperCase()

/** Returns a block without its first characters; none if nothing is left. */
function withoutStart(block: FoundBlock, length: number): readonly FoundBlock[] {
  const text = block.text.slice(length)
  const spans = block.spans
    .map((span) => ({ ...span, from: Math.max(0, span.from - length), to: span.to - length }))
    .filter(({ from, to }) => from < to)
  return text === '' ? [] : [{ ...block, text, spans }]
}
