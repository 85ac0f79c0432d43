import { hasTooManyIsolates, visualOrder } from '../../../story/language/direction'
import { CLUSTER } from '../../../story/language/shownOrder'

/** Another reading of a text, and for each UTF-16 unit of it the offset in the stored text. */
export interface ShownReading {
  readonly text: string
  readonly at: readonly number[]
  /** Where a unit stands for several of the stored text: the offset behind them. */
  readonly ends?: readonly number[]
  /** Whether a name may stand at a place of the reading. */
  readonly accepts?: (place: { readonly from: number; readonly to: number }) => boolean
}

/**
 * Returns the readings of a text that differ from the text as stored; an empty list for most texts.
 * - Direction overrides (U+202D, U+202E) show their content in reverse: two readings, from the left and from the right.
 * - Tag characters are invisible and spell ASCII letters: one reading with those letters.
 * - Small capitals are spelled with ғ for f and ǫ for q: one reading with those letters.
 * - Tracked changes: one reading with all accepted, one with all rejected.
 */
export function shownReadings(text: string): readonly ShownReading[] {
  const readings: ShownReading[] = []
  if (OVERRIDE.test(text)) {
    const clusters = clustersOf(text)
    readings.push(readingOf(text, shown(clusters, 'ltr')), readingOf(text, shown(clusters, 'rtl').reverse()))
  }
  if (TAG.test(text)) readings.push(untagged(text))
  if (LENT.test(text) && SMALL_CAPITAL.test(text)) readings.push(inSmallCapitals(text))
  for (const signs of Object.values(CHANGE_SIGNS)) if (text.includes(signs[0])) readings.push(without(text, signs))
  return readings
}

/** Returns the place in `text` that this part of a reading shows. */
export function placeInText(
  { at, ends }: ShownReading,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  let [first, last] = [Infinity, 0]
  for (let unit = from; unit < to; unit++) {
    const offset = at[unit] ?? 0
    ;[first, last] = [Math.min(first, offset), Math.max(last, ends?.[unit] ?? offset + 1)]
  }
  return { from: first, to: last }
}

const OVERRIDE = /[\u202d\u202e]/
/** Letters that spell small capitals, and those that are small capitals. See lookalikes/moreLookalikes.json. */
const LENT = /[ғǫ]/
const SMALL_CAPITAL = /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ]/
/** U+E0020 to U+E007E, by their halves. */
const TAG = /\udb40[\udc20-\udc7e]/

/**
 * Characters that outputTexts puts around proposed deletions and insertions. Nobody sees or types them, and the scan
 * skips them.
 */
export const CHANGE_SIGNS = { del: ['\u{e0ff0}', '\u{e0ff1}'], ins: ['\u{e0ff2}', '\u{e0ff3}'] } as const

interface Cluster {
  readonly from: number
  readonly to: number
  readonly first: string
}

const DIRECTION_SIGN = /^[\u202a-\u202e\u2066-\u2069]/
const ISOLATE = /[\u2066-\u2069]/g

const clustersOf = (text: string): Cluster[] =>
  Array.from(text.matchAll(CLUSTER), ({ 0: cluster, index }) => ({
    from: index,
    to: index + cluster.length,
    first: cluster.slice(0, 1),
  }))

/**
 * Returns the clusters from left to right as a paragraph of this direction shows them, without direction signs. Every
 * cluster counts as a letter of that direction, so that only overrides move anything: names are sought in the stored
 * order as well, and a line end is a space in HTML and ends no override.
 */
function shown(clusters: readonly Cluster[], direction: 'ltr' | 'rtl'): Cluster[] {
  const letter = direction === 'ltr' ? 'a' : 'א'
  const signs = clusters.map(({ first }) => (DIRECTION_SIGN.test(first) ? first : letter)).join('')
  const limited = hasTooManyIsolates(signs) ? signs.replace(ISOLATE, letter) : signs
  return visualOrder(limited, direction).flatMap((index) => {
    const cluster = clusters[index]
    return cluster && !DIRECTION_SIGN.test(cluster.first) ? [cluster] : []
  })
}

function readingOf(text: string, clusters: readonly Omit<Cluster, 'first'>[]): ShownReading {
  return {
    text: clusters.map(({ from, to }) => text.slice(from, to)).join(''),
    at: clusters.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  }
}

function without(text: string, [begin, end]: readonly [string, string]): ShownReading {
  const kept: Omit<Cluster, 'first'>[] = []
  let from = 0
  for (const { 0: stretch, index } of text.matchAll(new RegExp(`${begin}[\\s\\S]*?${end}`, 'gu'))) {
    kept.push({ from, to: index })
    from = index + stretch.length
  }
  return readingOf(text, [...kept, { from, to: text.length }])
}

function untagged(text: string): ShownReading {
  const parts: string[] = []
  const at: number[] = []
  for (const { 0: character, index } of text.matchAll(/[\s\S]/gu)) {
    const code = character.codePointAt(0) ?? 0
    const read = code >= 0xe0020 && code <= 0xe007e ? String.fromCharCode(code - 0xe0000) : character
    parts.push(read)
    for (let unit = 0; unit < read.length; unit++) at.push(index + unit)
  }
  return { text: parts.join(''), at }
}

const inSmallCapitals = (text: string): ShownReading => ({
  text: text.replaceAll('ғ', 'f').replaceAll('ǫ', 'q'),
  at: Array.from({ length: text.length }, (_, index) => index),
})
