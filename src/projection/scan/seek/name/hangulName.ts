import { KOREAN_SURNAMES_OF_TWO } from '../../../../story/language/names/notNames'
import { lazy } from '../../../../story/text/lazy'
import type { FoundAt } from '../../prepared'
import { GAP_SIGN } from '../sought'
import words from './hangulEndings.json' with { type: 'json' }

/** A Korean name with or without a space after its family name of one or two syllables, or between all syllables. */
export function hangulPattern(name: string): string {
  const [family, ...given] = [...name]
  // “남궁 민” has one syllable behind its family name of two.
  const mayHaveTwo = name.length === 4 || (name.length === 3 && KOREAN_SURNAMES_OF_TWO.includes(name.slice(0, 2)))
  const twoSyllables = mayHaveTwo ? `|${name.slice(0, 2)}${GAP_SIGN}?${name.slice(2)}` : ''
  // "김·하·늘": syllable by syllable.
  const apart = name.length > 2 ? `|${[...name].join(GAP_SIGN)}` : ''
  return `(?:${family}${GAP_SIGN}?${given.join('')}${twoSyllables}${apart})`
}

/**
 * Names of three syllables and more match anywhere. Shorter ones, and names with a space inside, must stand as a word:
 * "이준" is not in "이 준비된", and "김준" not in "김준호".
 */
export function standsInHangul(original: string, { from, to }: FoundAt): boolean {
  const name = original.slice(from, to).normalize('NFC')
  if (!/\s/.test(name) && (name.match(/[가-힣]/g)?.length ?? 0) > 2) return true
  if (/[가-힣]$/.test(original.slice(Math.max(0, from - 1), from))) return false
  const rest = /^[가-힣]*/.exec(original.slice(to, to + 12))?.[0] ?? ''
  return rest === '' || ENDINGS().test(rest)
}

/** “이준씨”, “이준은”, “이준과의”, “이준에게서만은”: particles stand behind particles, but not behind “의” or “도”. */
const ENDINGS = lazy(() => {
  const [title, one, last] = [words.titles, words.particles, words.last].map((list) => list.join('|'))
  return new RegExp(`^(?:${title})?(?:${one}){0,2}(?:${one}|${last})?$`)
})
