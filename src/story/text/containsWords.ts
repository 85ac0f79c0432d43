import { canonical } from './compare'
import { placesOf } from './words'

/**
 * Whether words stand in a text, compared as rule 2 has it, and not only as a part of longer ones: "90 minutes" does not stand in
 * "190 minutes". Particles hang on Korean names, and Chinese and Japanese write no spaces: there only digits make a longer one.
 */
export function containsWords(words: string, text: string): boolean {
  const sought = canonical(words)
  return (
    sought !== '' &&
    placesOf(sought, canonical(text), (before, after) => !isJoined(before, sought) && !isJoined(sought, after)).length >
      0
  )
}

/** Whether a word goes on from one text into the next. */
function isJoined(before: string, after: string): boolean {
  const letters = [LAST.exec(before)?.[0], FIRST.exec(after)?.[0]]
  return letters.every((letter) => letter !== undefined && !UNSPACED.test(letter))
}

// Not `[\p{L}\p{M}\p{N}]$`: with the flag u, V8 14 (Node 26) does not match characters beyond U+FFFF there.
const LAST = /(?:\p{L}|\p{M}|\p{N})$/u
const FIRST = /^[\p{L}\p{M}\p{N}]/u
const UNSPACED = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
