/**
 * The languages whose words are looked for in a sentence. They follow its scripts and words, never a field that an
 * author sets. A sentence without telling words is read in the languages of its graf, or in all.
 */
import { indexWords } from '../../story/language/smallWords'
import { lazy } from '../../story/text/lazy'
import { ENGLISH_WORDS } from './words/en'
import { FRENCH_WORDS } from './words/fr'
import { FUNCTION_WORDS, TELLING_LETTERS } from './words/functionWords'
import { GERMAN_WORDS } from './words/de'
import { CHINESE_WORDS } from './words/zh'
import { JAPANESE_WORDS } from './words/ja'
import { KOREAN_WORDS } from './words/ko'
import { SPANISH_WORDS } from './words/es'
import type { LanguageWords } from './words/languageWords'

export const LANGUAGE_WORDS = {
  en: ENGLISH_WORDS,
  de: GERMAN_WORDS,
  fr: FRENCH_WORDS,
  es: SPANISH_WORDS,
  ko: KOREAN_WORDS,
  ja: JAPANESE_WORDS,
  zh: CHINESE_WORDS,
} as const satisfies Readonly<Record<string, LanguageWords>>
export type DetectedLanguage = keyof typeof LANGUAGE_WORDS

const LATIN: readonly DetectedLanguage[] = ['en', 'de', 'fr', 'es']
const isLatin = (language: string): language is 'en' | 'de' | 'fr' | 'es' =>
  (LATIN as readonly string[]).includes(language)

export interface Languages {
  readonly languages: readonly DetectedLanguage[]
  /** Nobody looks at these words: they are in a language without tables. */
  readonly other: boolean
}

type Scores = Map<string, number>

const BY_WORD = lazy(() =>
  indexWords(
    Object.fromEntries(
      Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]),
    ),
  ),
)

/** Not the s of “women’s”: alone it is a word of Czech. */
const LATIN_WORD = /(?<![a-z]['’](?=s(?![a-z])))[a-zß-ɏḀ-ỿ]+/g

/** Scores of the languages of a text in Latin letters. A word that several languages have tells less. */
function scoresOf(folded: string): Scores {
  const scores: Scores = new Map()
  const add = (language: string, score: number): void => void scores.set(language, (scores.get(language) ?? 0) + score)
  for (const [word] of folded.matchAll(LATIN_WORD)) {
    const languages = BY_WORD().get(word)
    if (languages) for (const language of languages) add(language, 1 / languages.length)
  }
  if (!/^[\0-\x7f]*$/.test(folded))
    for (const [letters, languages] of TELLING_LETTERS)
      if ([...letters].some((letter) => folded.includes(letter)))
        for (const language of languages.split(' ')) add(language, 0.5)
  return scores
}

const COUNTS = {
  latin: /[a-zß-ɏḀ-ỿ]/g,
  han: /[\u3400-\u9fff\uf900-\ufaff]/g,
  kana: /[\u3040-\u30ff\u31f0-\u31ff]/g,
  hangul: /[\uac00-\ud7af]/g,
} as const
const OTHER_SCRIPT = lazy(() => /(?![\p{sc=Latin}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])\p{L}/gu)

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0

/**
 * Makes the function that tells the languages of sentences of one graf. `graf` and `sentence` are folded texts; `shown`
 * is the sentence with its capitals.
 */
export function languagesIn(graf: string, runsOn: boolean): (sentence: string, shown: string) => Languages {
  const ofGraf = /[a-z]/.test(graf) ? scoresOf(graf) : new Map<string, number>()
  const grafHasKana = count(graf, COUNTS.kana) > 0
  return (sentence, shown) => {
    const latin = count(sentence, COUNTS.latin)
    if (/^[ -~]*$/.test(sentence)) return latin === 0 ? NO_LANGUAGE : latinLanguages(sentence, shown, ofGraf, runsOn)
    const han = count(sentence, COUNTS.han)
    const kana = count(sentence, COUNTS.kana)
    const hangul = count(sentence, COUNTS.hangul)
    const others = /[\u0370-\u1fff]/.test(sentence) ? count(sentence, OTHER_SCRIPT()) : 0
    const languages = new Set<DetectedLanguage>()
    if (hangul > 0) languages.add('ko')
    if (kana > 0 || (han > 0 && grafHasKana)) languages.add('ja')
    if (han > 0 && kana === 0 && !grafHasKana && (hangul === 0 || han > 4)) languages.add('zh')
    const most = Math.max(han + kana + hangul, others)
    let other = others > 2 && others >= latin && others > han + kana + hangul
    if (latin > 2 * most || (latin > 12 && most > 0)) {
      const found = latinLanguages(sentence, shown, ofGraf, runsOn)
      for (const language of found.languages) languages.add(language)
      other ||= found.other && latin > most
    }
    return { languages: [...languages], other }
  }
}

function latinLanguages(sentence: string, shown: string, ofGraf: Scores, runsOn: boolean): Languages {
  const own = scoresOf(sentence)
  const scores = own.size > 0 && Math.max(...own.values()) >= 0.5 ? own : ofGraf
  const [best, most] = [...scores].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const)
  const words = sentence.split(' ').length
  const strange = looksStrange(sentence, shown)
  if (most === 0) return { languages: LATIN, other: strange || (runsOn && words >= 8) }
  const scoreOf = (language: string): number => scores.get(language) ?? 0
  const languages = LATIN.filter((language) => scoreOf(language) >= most * 0.5)
  const known = Math.max(...LATIN.map(scoreOf))
  // One word or letter of another language, as in a name, tells little. Both tell.
  const telling = tellingWords(sentence, best)
  const tells = (telling >= 2 && most >= 1.2) || (telling > 0 && most >= 0.6 && hasLetterOf(sentence, best))
  const other = words >= 4 && !isLatin(best) && tells && known < most * 0.75
  return {
    languages: languages.length > 0 ? languages : LATIN.filter((language) => scoreOf(language) > 0),
    other: other || strange,
  }
}

const NO_LANGUAGE: Languages = { languages: [], other: false }

/** Endings and letters that words of the four languages with tables seldom have. */
const STRANGE_WORD = /[aiouąęăııňůőűæøå]$|[łąęśźżřěůťďğışăđơưșțőűãõøæå]|[äö]|sz|cz|rz|kk|aa|ii|uu|ää|öö|yy|vv|kv|ção/

/**
 * Whether a sentence has no small word of the languages with tables, and most of its words in small letters look like
 * those of none. Headlines have no small words either: “Storm kills dozens near coast”.
 */
function looksStrange(folded: string, shown: string): boolean {
  for (const [word] of folded.matchAll(LATIN_WORD))
    if (word.length > 1 && BY_WORD().get(word)?.some(isLatin)) return false
  const lower = shown.match(/(?:^\p{Lu}|(?<![\p{L}\p{N}'’.-])\p{Ll})\p{Ll}[\p{L}\p{M}]*(?![\p{N}.-]\p{L})/gu) ?? []
  const strange = lower.filter((word) => STRANGE_WORD.test(word.normalize('NFC'))).length
  return lower.length >= 4 && strange * 2 >= lower.length
}

const hasLetterOf = (folded: string, language: string): boolean =>
  TELLING_LETTERS.some(
    ([letters, languages]) =>
      languages.split(' ').includes(language) && [...letters].some((letter) => folded.includes(letter)),
  )

/** How many different small words of the language a text has. */
const tellingWords = (folded: string, language: string): number =>
  new Set(
    [...folded.matchAll(LATIN_WORD)].filter(([word]) => BY_WORD().get(word)?.includes(language)).map(([word]) => word),
  ).size
