/**
 * Characters of a text, for languages whose newsrooms count those instead of words. Spaces count, line breaks do not; a
 * letter with its accents, or a syllable of Hangul, is one.
 */

/** Whether a story's length is counted in characters. `language`: BCP 47. */
export const countsCharacters = (language: string): boolean =>
  COUNTED.has((language.toLowerCase().split('-')[0] ?? '').trim())

const COUNTED = new Set(['ko', 'ja', 'zh'])
const ONE = /[^\p{M}\p{Cf}\p{Cc}]/gu

export const countCharactersIn = (text: string): number => text.normalize('NFC').match(ONE)?.length ?? 0
