const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}。、，「」『』（）]'
const BETWEEN_UNSPACED = new RegExp(`(?<=${UNSPACED})[ \\t]*\\n[ \\t]*(?=${UNSPACED})`, 'gu')

/** Wrapped lines as one: a space between them, none between characters of scripts that use none. */
export const joinLines = (text: string): string =>
  text.includes('\n')
    ? text
        .replace(BETWEEN_UNSPACED, '')
        .replace(/\n/g, ' ')
        .replace(/[ \t]{2,}/g, ' ')
    : text
