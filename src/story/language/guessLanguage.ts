import { countWords, indexWords, splitWords } from './smallWords'
import { SMALL_WORDS } from './wordTables'

const WORDS = indexWords(splitWords(SMALL_WORDS))

/**
 * Guesses the language of a text from scripts and small words; 'und' if unknown. For the view of a fact and
 * spell-check; an import asks detectLanguage.ts, the quote check words/recognise.ts.
 */
export function guessLanguage(text: string): string {
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

/** How many of its small words a text has in each language that this file knows. */
export const smallWordsIn = (text: string): ReadonlyMap<string, number> => countWords(text, WORDS)
