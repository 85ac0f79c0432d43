/** Sounds of hesitation, which a quote may leave out: those of the language spoken only. */
import type { SpokenWord } from './spokenWords'
import { phrasesOf } from './words/quoteWords'
import { languagesFor, QUOTE_WORDS } from './words/tables'

interface Fillers {
  readonly sounds: ReadonlySet<string>
  readonly apart: ReadonlySet<string>
  /** Characters in sequence. */
  readonly signs: readonly (readonly [signs: readonly string[], apart: boolean])[]
}

const known = new Map<string, Fillers>()

function fillersOf(language: string): Fillers {
  const before = known.get(language)
  if (before) return before
  const languages = languagesFor(language)
  const list = (which: 'filler' | 'fillerApart'): readonly string[] =>
    languages.flatMap((one) => phrasesOf(QUOTE_WORDS[one]?.[which] ?? ''))
  const sounds = list('filler')
  const apart = list('fillerApart')
  const made: Fillers = {
    // If the language is not known, a sound of one may be a word of another.
    sounds: new Set(languages.length > 1 ? [] : sounds),
    apart: new Set(languages.length > 1 ? [...sounds, ...apart] : apart),
    signs: [
      ...sounds.map((sound) => [[...sound], false] as const),
      ...apart.map((sound) => [[...sound], true] as const),
    ],
  }
  known.set(language, made)
  return made
}

/** The end of a sound of hesitation that starts at `at`; `at` if there is none. */
export function afterFiller({ words, language, caseless }: Spoken, at: number): number {
  const word = words[at]
  if (!word) return at
  const fillers = fillersOf(language)
  if (word.sign) return afterSigns(words, at, fillers)
  const key = word.same.toLowerCase()
  if (fillers.sounds.has(key) || (!caseless && DRAWN_OUT.test(key) && !CAPITALS.test(word.same))) return at + 1
  return fillers.apart.has(key) && isApart(words, at, at + 1) ? at + 1 : at
}

/** The end of what a quote may pass over at `at`: a sound of hesitation, or a word in brackets that may be a note. */
export const afterSkipped = (spoken: Spoken, at: number): number =>
  spoken.words[at]?.added || spoken.words[at]?.aside ? at + 1 : afterFiller(spoken, at)

/** What hesitation is looked for in. `caseless`: capitals mean nothing, so AAA may be aaa. */
interface Spoken {
  readonly words: readonly SpokenWord[]
  readonly language: string
  readonly caseless: boolean
}

/** AAA and KKK are names. */
const CAPITALS = /^\p{Lu}+$/u

/** One letter at least three times: yyy, эээ. No language has such a word. */
const DRAWN_OUT = /^(?!www|iii|xxx)(\p{L})\1{2,}$/u

function afterSigns(words: readonly SpokenWord[], at: number, { signs }: Fillers): number {
  let longest = at
  for (const [filler, apart] of signs) {
    const end = at + filler.length
    if (end <= longest || !filler.every((sign, index) => words[at + index]?.key === sign)) continue
    if (apart ? isApart(words, at, end) : isAlone(words, at, end)) longest = end
  }
  return longest
}

/** Characters are hesitation only between marks or spaces. */
function isAlone(words: readonly SpokenWord[], from: number, to: number): boolean {
  const before = words[from - 1]
  const after = words[to]
  return (!before || before.to < (words[from]?.from ?? 0)) && (!after || after.from > (words[to - 1]?.to ?? 0))
}

/** Between commas, dashes or other marks. */
const isApart = (words: readonly SpokenWord[], from: number, to: number): boolean =>
  words[from]?.markBefore === true && (words[to]?.markBefore ?? true)
