const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}。、，「」『』（）]'
const BETWEEN_UNSPACED = new RegExp(`(?<=${UNSPACED})[ \\t]*\\n[ \\t]*(?=${UNSPACED})`, 'gu')

/** Joins wrapped lines with a space, or without one between characters of scripts that do not use spaces. */
export const joinLines = (text: string): string =>
  text.includes('\n')
    ? text
        .replace(BETWEEN_UNSPACED, '')
        .replace(/\n/g, ' ')
        .replace(/[ \t]{2,}/g, ' ')
    : text
