/** Reads a numeral with 만, 억, 조 (万, 億, 兆) as one figure: 1만 2천 is 12,000, 1.5億 is 1億5千万. */
import type { SpokenWord } from './spokenWord'

const POWERS: Readonly<Record<string, number>> = {
  만: 1e4,
  万: 1e4,
  萬: 1e4,
  억: 1e8,
  億: 1e8,
  亿: 1e8,
  조: 1e12,
  兆: 1e12,
}
const PLAIN = /^\d{1,15}(?:\.\d{1,4})?$/
/** Larger sums lose digits. */
const LARGEST = 9e15

export function joinMyriads(words: readonly SpokenWord[], text: string): readonly SpokenWord[] {
  if (!words.some(({ key }) => key in POWERS)) return words
  const joined: SpokenWord[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const end = PLAIN.test(word.same) ? endOf(words, at) : at
    const last = words[end - 1]
    if (end - at < 2 || !last) {
      joined.push(word)
      continue
    }
    const same = String(valueOf(words, at, end))
    joined.push({ ...word, key: text.slice(word.from, last.to), same, low: same, to: last.to, stop: last.stop })
    at = end - 1
  }
  return joined
}

/** The end of the numeral that begins at `at`: figures and powers by turns, each power smaller than the one before. */
function endOf(words: readonly SpokenWord[], at: number): number {
  let end = at
  let smallest = Infinity
  while (end < words.length) {
    const figure = words[end]
    if (!figure || !PLAIN.test(figure.same) || (end > at && !beside(words, end))) return end
    const power = beside(words, end + 1) ? POWERS[words[end + 1]?.key ?? ''] : undefined
    if (power === undefined) return end > at && Number(figure.same) < smallest ? end + 1 : end
    if (power >= smallest) return end
    smallest = power
    end += 2
  }
  return end
}

function valueOf(words: readonly SpokenWord[], from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 2) sum += Number(words[at]?.same) * (POWERS[words[at + 1]?.key ?? ''] ?? 1)
  return Math.min(LARGEST, Math.round(sum))
}

/** At most a space stands before the word, and its sentence goes on. */
function beside(words: readonly SpokenWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  return !!before && !!word && !word.markBefore && word.from - before.to <= 1 && word.sentence === before.sentence
}
