/** What closes the right words of a fact. It stays in the copy, and would stand there twice. */

const MARK = /["“”«»」』'‘’]/gu
const SINGLE = "['‘’]?"
const DOUBLE = '["“”«»」』]?'
/** Abbreviations at the end of a name, a place, a time or a list. Those that are also first names are missing. */
const ABBREVIATIONS = 'Inc|Co|Corp|Ltd|Bros|Jr|Sr|Esq|St|Ave|Blvd|Rd|Dept|Univ|Assn|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|etc'
/** Behind these a period belongs to the word: “Acme Inc.”, “John Q.”, “the U.S.”, “5 a.m.”, “a Ph.D.” */
const ABBREVIATED = `(?<![\\p{LC}\\p{N}.])(?:${ABBREVIATIONS}|\\p{Lu}|(?:\\p{LC}{1,3}\\.)+\\p{LC}{1,3})`
/** One comma or period, but not the last dot of an ellipsis. */
const POINT = '(?:(?<!\\.\\.|…)[,.，。、])?'
/** The same, but not the period of an abbreviation. */
const NOT_ABBREVIATED = `(?:(?<!\\.\\.|…)(?:[,，。、]|(?<!${ABBREVIATED})\\.))?`

/**
 * The right words as somebody typed them, without what closes the words in the copy. Where that holds quotation marks,
 * curly and straight marks are the same, and so are a comma and a period, but the period of an abbreviation stays,
 * unless the copy has one there. Where it does not, any other point belongs to the right words: “Acme Inc.” before a
 * comma.
 */
export function withoutClosing(typed: string, closing: string): string {
  const marks = closing.match(MARK) ?? []
  if (marks.length > 0) {
    const point = closing.startsWith('.') ? POINT : NOT_ABBREVIATED
    const tail = marks.map((mark) => `${SINGLE.includes(mark) ? SINGLE : DOUBLE}${point}`)
    return typed.replace(new RegExp(`${point}${tail.join('')}$`, 'u'), '').trimEnd()
  }
  return closing !== '' && typed.endsWith(closing) ? typed.slice(0, -closing.length).trimEnd() : typed
}
