import { canonical } from '../compare'
import { placesOf } from './words'

/**
 * Whether a text contains words, compared by rule 2, and not only as part of longer ones: "190 minutes" does not
 * contain "90 minutes". Korean names carry particles, and Chinese and Japanese have no spaces: there only digits make a
 * longer word.
 */
export function containsWords(words: string, text: string): boolean {
  const sought = canonical(words)
  return (
    sought !== '' &&
    placesOf(sought, canonical(text), (before, after) => !isJoined(before, sought) && !isJoined(sought, after)).length >
      0
  )
}

/** Whether a word continues from one text into the next. */
function isJoined(before: string, after: string): boolean {
  const letters = [LAST.exec(before)?.[0], FIRST.exec(after)?.[0]]
  return letters.every((letter) => letter !== undefined && !UNSPACED.test(letter))
}

// Not `[\p{L}\p{M}\p{N}]$`: with the flag u, V8 14 (Node 26) does not match characters beyond U+FFFF there.
const LAST = /(?:\p{L}|\p{M}|\p{N})$/u
const FIRST = /^[\p{L}\p{M}\p{N}]/u
const UNSPACED = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
