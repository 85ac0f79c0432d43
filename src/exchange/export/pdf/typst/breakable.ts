/** page.typ allows a line break here and prints nothing. */
const PLACE = '\u200b'
/** Graphemes between two places to break. */
const PIECE = 4
/** Scripts that break between any two characters, or by rules of their own. */
const BROKEN_BY_SCRIPT = [
  ...['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Lao', 'Khmr', 'Mymr'].map((script) => `\\p{scx=${script}}`),
  '\\u3000-\\u303f',
  '\\uff00-\\uffef',
].join('')

/**
 * Adds places to break words of more than `longest` characters, such as addresses. A word may run through several
 * texts.
 */
export function breakable(texts: readonly string[], longest: number): readonly string[] {
  const whole = texts.join('')
  // Most texts have no long word.
  if (whole.length <= longest || whole.split(/\s/).every((word) => word.length <= longest)) return texts
  const places = [...whole.matchAll(new RegExp(`[^\\s${BROKEN_BY_SCRIPT}]{${longest + 1},}`, 'gu'))].flatMap(
    ({ 0: word, index }) => placesIn(word).map((place) => index + place),
  )
  if (places.length === 0) return texts
  let from = 0
  return texts.map((text) => {
    const edges = [
      0,
      ...places.map((place) => place - from).filter((place) => place >= 0 && place < text.length),
      text.length,
    ]
    from += text.length
    return edges
      .slice(1)
      .map((edge, index) => text.slice(edges[index], edge))
      .join(PLACE)
  })
}

/** Returns the offsets at which the pieces after the first begin. */
const placesIn = (word: string): readonly number[] =>
  graphemesOf(word).filter((_, index) => index > 0 && index % PIECE === 0)

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Characters segmented in one call. Each segment holds a copy of its whole text. */
const SECTION = 1000

/** Returns the offset of each grapheme. */
function graphemesOf(word: string): readonly number[] {
  const starts: number[] = []
  for (let from = 0; from < word.length;) {
    const end = endOfSection(word, from + SECTION)
    const found = Array.from(SEGMENTER.segment(word.slice(from, end)), ({ index }) => from + index)
    // The last grapheme may continue after the section.
    const next = end < word.length && found.length > 1 ? (found.pop() ?? end) : end
    starts.push(...found)
    from = next
  }
  return starts
}

/** Never splits a surrogate pair. */
const endOfSection = (word: string, end: number): number =>
  end >= word.length ? word.length : /[\ud800-\udbff]/.test(word[end - 1] ?? '') ? end - 1 : end
