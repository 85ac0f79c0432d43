/** Reads a figure and the words for percent and minus beside it as one: 12 percent is 12%, minus 4 is −4. */
import type { SpokenWord } from './spokenWord'
import { phrasesOf, type QuoteWords } from '../words/quoteWords'
import { languagesFor, QUOTE_WORDS } from '../words/tables'

interface FigureWords {
  readonly after: readonly (readonly string[])[]
  readonly before: readonly (readonly string[])[]
  readonly minus: readonly (readonly string[])[]
}

const known = new Map<string, FigureWords>()

function figureWords(language: string, read: (phrase: string, language: string) => readonly string[]): FigureWords {
  const before = known.get(language)
  if (before) return before
  const lists = (pick: (table: QuoteWords) => string): readonly (readonly string[])[] =>
    languagesFor(language).flatMap((one) => {
      const table = QUOTE_WORDS[one]
      return table ? phrasesOf(pick(table)).map((phrase) => read(phrase, one)) : []
    })
  const made = {
    after: lists(({ percent }) => percent),
    before: lists(({ percentBefore }) => percentBefore ?? ''),
    minus: lists(({ minus }) => minus),
  }
  known.set(language, made)
  return made
}

/** "au moins 4", "al menos 4", "más o menos 4": at least, about. */
const NO_MINUS = new Set('al au du ao pelo por o ou il y a plus het ten'.split(' '))

/** `read`: the words of a phrase in a language. */
export function joinFigures(
  words: readonly SpokenWord[],
  language: string,
  read: (phrase: string, language: string) => readonly string[],
): readonly SpokenWord[] {
  const { after, before, minus } = figureWords(language, read)
  const firsts = new Set([...after, ...before, ...minus].map(([first]) => first))
  if (!words.some(({ low }) => firsts.has(low))) return words
  const joined: SpokenWord[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const prefix = lengthAt(words, at, before)
    const figure = prefix > 0 ? words[at + prefix] : undefined
    if (figure && isFigure(figure)) {
      joined.push({
        ...figure,
        key: `${figure.key}%`,
        same: `${figure.same}%`,
        low: `${figure.same}%`,
        from: word.from,
      })
      at += prefix
      continue
    }
    const negative = lengthAt(words, at, minus)
    if (negative > 0 && isFigure(words[at + negative]) && !NO_MINUS.has(words[at - 1]?.low ?? '')) {
      const end = words[at + negative - 1] ?? word
      joined.push({ ...word, same: '-', low: '-', to: end.to })
      at += negative - 1
      continue
    }
    const suffix = isFigure(word) && !word.same.endsWith('%') ? lengthAt(words, at + 1, after) : 0
    const end = words[at + suffix]
    if (suffix > 0 && end) {
      const same = `${word.same}%`
      joined.push({ ...word, same, low: same, to: end.to, stop: end.stop })
      at += suffix
    } else joined.push(word)
  }
  return joined
}

const isFigure = (word: SpokenWord | undefined): boolean => word !== undefined && /^[\d%\p{Sc}]*\d/u.test(word.same)

/** The length of the longest phrase that begins at `at`. */
function lengthAt(words: readonly SpokenWord[], at: number, phrases: readonly (readonly string[])[]): number {
  const low = words[at]?.low
  let longest = 0
  for (const phrase of phrases) {
    if (phrase[0] !== low || phrase.length <= longest) continue
    if (phrase.every((one, index) => words[at + index]?.low === one)) longest = phrase.length
  }
  return longest
}
