/** Recognises the language of speech by its script, its small words and letters that few languages have. */
import { indexWords } from '../../../story/language/smallWords'
import { lazy } from '../../../story/text/lazy'
import { phrasesOf } from './quoteWords'
import { QUOTE_WORDS, scriptOf } from './tables'

/** Letters of few languages. */
const LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[ąęłśźżćń]/u, ['pl']],
  [/[řěůťď]/u, ['cs']],
  [/[őű]/u, ['hu']],
  [/[țșă]/u, ['ro', 'vi']],
  [/(?:ää|yy|öö|uo|yö)/u, ['fi']],
  [/[ğşıİ]/u, ['tr']],
  [/[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u, ['vi']],
  [/[ßẞ]/u, ['de']],
  [/[äöü]/u, ['de', 'sv', 'tr']],
  [/å/u, ['sv', 'da']],
  [/[øæ]/u, ['da']],
  [/[ñ]/u, ['es']],
  [/[ãõ]/u, ['pt']],
  [/[œêûîë]/u, ['fr']],
  [/[èàìòù]/u, ['it', 'fr']],
  [/[áíúó]/u, ['es', 'pt', 'vi']],
  [/ij/u, ['nl']],
]

/** Languages without a word table, told apart so that nobody takes them for another: words that few others have. */
const UNREAD: Readonly<Record<string, string>> = {
  cs:
    'že, jsem, jsme, jsou, není, který, která, které, jako, podle, také, být, byl, byla, bylo, už, ' +
    'aby, při, řekla, řekl, pokud',
  fi:
    'että, ei, ole, en, emme, hän, joka, mutta, ovat, myös, niin, olla, mukaan, kuin, vain, sitä, ' +
    'jos, tämä, minä, koskaan, sanoi',
  hu: 'hogy, nem, volt, csak, már, vagy, mint, ezt, azt, szerint, vagyok, van, és, egy, ha, soha, mondta',
  ro: 'și, în, este, sunt, pentru, după, că, nu, prin, fost, sau, dacă, niciodată, spus',
}

const WORDS = lazy(() => {
  const read = Object.entries(QUOTE_WORDS).map(([language, { small }]) => [language, phrasesOf(small)] as const)
  const unread = Object.entries(UNREAD).map(([language, small]) => [language, phrasesOf(small)] as const)
  return indexWords(Object.fromEntries([...read, ...unread]))
})

const SCRIPTS = lazy(
  () =>
    [
      ['ko', /\p{sc=Hangul}/gu, 0.3],
      ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 0.1],
      ['zh', /\p{sc=Han}/gu, 0.3],
      ['ar', /\p{sc=Arabic}/gu, 0.3],
      ['he', /\p{sc=Hebrew}/gu, 0.3],
      ['hi', /\p{sc=Devanagari}/gu, 0.3],
      ['th', /\p{sc=Thai}/gu, 0.3],
      ['ru', /\p{sc=Cyrillic}/gu, 0.3],
      ['el', /\p{sc=Greek}/gu, 0.3],
    ] as const,
)

/** How many words speak for each language of Latin script. */
function languageScores(text: string): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  const add = (languages: readonly string[], weight: number): void => {
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + weight / languages.length)
  }
  for (const [word] of text
    .slice(0, 4000)
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}]+/gu)) {
    const languages = WORDS().get(word)
    if (languages) add(languages, 1)
    if (/^[a-z]+$/u.test(word) && !word.includes('ij')) continue
    for (const [letters, has] of LETTERS) if (letters.test(word)) add(has, 0.7)
  }
  return scores
}

/** 'und' if unknown. Arabic script with letters that Arabic lacks is "fa", Cyrillic with Ukrainian ones "uk". */
export function recognise(text: string): string {
  const sample = text.slice(0, 4000).replace(/\p{M}+/gu, '')
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'und'
  // Most text is Latin: no other script has to be counted.
  if ((sample.match(/[A-Za-z\u00C0-\u024F]/gu)?.length ?? 0) < letters * 0.9) {
    for (const [language, script, least] of SCRIPTS()) {
      if ((sample.match(script)?.length ?? 0) / letters <= least) continue
      if (language === 'ru') return /[іїєґ]/iu.test(sample) ? 'uk' : 'ru'
      return language === 'ar' && /[پچژگٹڈڑے]/u.test(sample) ? 'fa' : language
    }
  }
  const [first, second] = [...languageScores(text)].toSorted((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : 'und'
}

/**
 * The language of one turn: the transcript's, unless the turn is surely in another one. A short turn in another script
 * may be any language of that script.
 */
export function languageOfTurn(text: string, language: string): string {
  if (isPlainly(text, language)) return language
  const own = recognise(text)
  if (own === language || language === 'und') return own === 'und' ? language : own
  const script = scriptOf(language)
  if (own === 'und') return script !== 'Latin' && isLatin(text) ? own : language
  return scriptOf(own) !== script || (isForeign(text, language) && wordsFor(text, own) >= SURE) ? own : language
}

/** A quarter of its first words are small words of the language. Most turns are, and this is fast. */
function isPlainly(text: string, language: string): boolean {
  const words = text.slice(0, 240).split(' ')
  const own = words.filter((word) => WORDS().get(word)?.includes(language) === true)
  return own.length >= SURE && own.length * 4 >= words.length
}

/** So many different words: “um, um” is hesitation in English, and a word of Portuguese. */
const SURE = 3

const wordsFor = (text: string, language: string): number =>
  new Set(
    (
      text
        .slice(0, 4000)
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu) ?? []
    ).filter((word) => WORDS().get(word)?.includes(language) === true),
  ).size

const isLatin = (text: string): boolean => /\p{sc=Latin}/u.test(text) && !/(?!\p{sc=Latin})\p{L}/u.test(text)

/** A text is surely in another language: it says nothing in the one, and much in another. */
export function isForeign(text: string, language: string): boolean {
  const own = recognise(text)
  if (own === 'und' || language === 'und' || own === language) return false
  const scores = languageScores(text)
  const best = scores.get(own)
  if (best === undefined) return true
  return best >= 2 && (scores.get(language) ?? 0) * 3 < best
}
