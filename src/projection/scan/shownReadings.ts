/** What a text reads as on a screen where that is not the order or the letters in which it is kept. */

/** Another reading, and for each UTF-16 unit of it the offset in the text that it stands for. */
export interface ShownReading {
  readonly text: string
  readonly at: readonly number[]
}

/**
 * Overrides of direction (U+202D, U+202E) show what is in them letter by letter the other way: such a text also reads from the left as it is
 * shown, and from the right. Tag characters, which nobody sees, spell the ASCII letters that they are tags of. Words with tracked changes also
 * read as they will when all are accepted, and when all are rejected. None for other texts.
 */
export function shownReadings(text: string): readonly ShownReading[] {
  const readings: ShownReading[] = []
  if (OVERRIDE.test(text)) {
    const whole = embeddings(text)
    readings.push(readingOf(text, shown(whole, false)), readingOf(text, shown(whole, true)))
  }
  if (TAG.test(text)) readings.push(untagged(text))
  for (const signs of Object.values(CHANGE_SIGNS)) if (text.includes(signs[0])) readings.push(without(text, signs))
  return readings
}

/** The place of `text` that is shown as this stretch of a reading. */
export function placeInText(
  { at }: ShownReading,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  let [first, last] = [Infinity, -1]
  for (const offset of at.slice(from, to)) [first, last] = [Math.min(first, offset), Math.max(last, offset)]
  return { from: first, to: last + 1 }
}

const OVERRIDE = /[\u202d\u202e]/
/** U+E0020 to U+E007E, by their halves. */
const TAG = /\udb40[\udc20-\udc7e]/

/** What outputTexts puts round words that are proposed to be taken out or put in. Nobody sees or types these, and the scan passes over them. */
export const CHANGE_SIGNS = { del: ['\u{e0ff0}', '\u{e0ff1}'], ins: ['\u{e0ff2}', '\u{e0ff3}'] } as const

/** Offsets of a cluster, or what an embedding, isolate or override holds. */
type Item = Cluster | Embedding
interface Cluster {
  readonly from: number
  readonly to: number
}
interface Embedding {
  readonly items: Item[]
  readonly override?: 'fromLeft' | 'fromRight'
  readonly isIsolate: boolean
}

/** Letters with their marks, and Hangul syllables spelled out, keep their order within them. */
const CLUSTER = /(?:[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|[\s\S])\p{M}*/gu
/** UAX #9, BD2: deeper ones count for nothing. */
const DEEPEST = 125

const BEGINS: Readonly<Record<string, Omit<Embedding, 'items'>>> = {
  '\u202a': { isIsolate: false },
  '\u202b': { isIsolate: false },
  '\u202d': { isIsolate: false, override: 'fromLeft' },
  '\u202e': { isIsolate: false, override: 'fromRight' },
  '\u2066': { isIsolate: true },
  '\u2067': { isIsolate: true },
  '\u2068': { isIsolate: true },
}

/** An override that nobody closes goes on to the end: what it is taken for is looked for beside the text as it is kept. */
function embeddings(text: string): Embedding {
  const whole: Embedding = { items: [], isIsolate: false }
  const open = [whole]
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const sign = cluster[0] ?? ''
    const begun = BEGINS[sign]
    const isolate = sign === '\u2069' ? open.findLastIndex(({ isIsolate }) => isIsolate) : -1
    if (begun && open.length <= DEEPEST) {
      const embedding: Embedding = { ...begun, items: [] }
      open.at(-1)?.items.push(embedding)
      open.push(embedding)
    } else if (sign === '\u202c') {
      if (open.length > 1 && open.at(-1)?.isIsolate === false) open.pop()
    } else if (isolate > 0) open.length = isolate
    else if (!begun) open.at(-1)?.items.push({ from: index, to: index + cluster.length })
  }
  return whole
}

/** In the order in which it is shown from the left; `fromRight`: the outermost overrides read from the right. */
function shown(item: Item, fromRight: boolean): readonly Cluster[] {
  if (!('items' in item)) return [item]
  if (item.override === undefined) return item.items.flatMap((inner) => shown(inner, fromRight))
  const inside = item.items.map((inner) => shown(inner, false))
  const order = (item.override === 'fromRight' ? inside.reverse() : inside).flat()
  return fromRight ? order.reverse() : order
}

function readingOf(text: string, clusters: readonly Cluster[]): ShownReading {
  return {
    text: clusters.map(({ from, to }) => text.slice(from, to)).join(''),
    at: clusters.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  }
}

function without(text: string, [begin, end]: readonly [string, string]): ShownReading {
  const kept: Cluster[] = []
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
