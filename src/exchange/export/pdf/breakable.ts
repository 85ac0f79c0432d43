/** Where a word may be broken that no line holds; page.typ takes it for a place, not for a character. */
const PLACE = '\u200b'
/** Graphemes between two places. */
const PIECE = 4
/** Scripts that are broken between any two of their characters, or by rules of their own. */
const BROKEN_BY_SCRIPT = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}\u3000-\u303f\uff00-\uffef`

/** The texts with places to break words of more than `longest` characters, such as addresses; all others stay whole. A word may run through several texts. */
export function breakable(texts: readonly string[], longest: number): readonly string[] {
  const whole = texts.join('')
  // Most have none, and are seen not to at once.
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

/** Offsets at which every piece but the first begins. */
const placesIn = (word: string): readonly number[] =>
  graphemesOf(word).filter((_, index) => index > 0 && index % PIECE === 0)

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Characters that are segmented at once: each segment holds a copy of the whole text that it was found in. */
const STRETCH = 1000

/** Where each grapheme begins. */
function graphemesOf(word: string): readonly number[] {
  const starts: number[] = []
  for (let from = 0; from < word.length;) {
    const end = endOfStretch(word, from + STRETCH)
    const found = Array.from(SEGMENTER.segment(word.slice(from, end)), ({ index }) => from + index)
    // The last one may go on beyond the stretch.
    const next = end < word.length && found.length > 1 ? (found.pop() ?? end) : end
    starts.push(...found)
    from = next
  }
  return starts
}

/** Half a surrogate pair is no part of any grapheme. */
const endOfStretch = (word: string, end: number): number =>
  end >= word.length ? word.length : /[\ud800-\udbff]/.test(word[end - 1] ?? '') ? end - 1 : end
