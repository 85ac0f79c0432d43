import { SMALL_WORDS } from './wordTables'

const WORDS: ReadonlyMap<string, readonly string[]> = (() => {
  const byWord = new Map<string, string[]>()
  for (const [language, words] of Object.entries(SMALL_WORDS))
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), language])
  return byWord
})()

/**
 * Guesses the language of a text from scripts and small words; 'und' if unknown. For the view of a fact and
 * spell-check; an import asks detectLanguage.ts, the quote check words/recognise.ts.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, 4000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'und'
  const share = (script: RegExp): number => (sample.match(script)?.length ?? 0) / letters
  if (share(/\p{sc=Hangul}/gu) > 0.3) return 'ko'
  if (share(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > 0.1) return 'ja'
  if (share(/\p{sc=Han}/gu) > 0.3) return 'zh'
  if (share(/\p{sc=Arabic}/gu) > 0.3) return 'ar'
  if (share(/\p{sc=Cyrillic}/gu) > 0.3) return 'ru'
  const [first, second] = [...smallWordsIn(sample)].toSorted((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : 'und'
}

/** How many of its small words a text has in each language. A word of several languages is divided between them. */
export function smallWordsIn(text: string): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const languages = WORDS.get(word) ?? []
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  return scores
}
