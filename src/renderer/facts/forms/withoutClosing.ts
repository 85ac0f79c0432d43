/** What closes the right words of a fact. It stays in the copy, and would stand there twice. */

const MARK = /["“”«»」』'‘’]/gu
const SINGLE = "['‘’]?"
const DOUBLE = '["“”«»」』]?'
/** One comma or period, but not the last dot of an ellipsis. */
const POINT = '(?:(?<!\\.\\.|…)[,.，。、])?'

/**
 * The right words as somebody typed them, without what closes the words in the copy. Where that holds quotation marks,
 * curly and straight marks are the same, and so are a comma and a period. Where it does not, any other point belongs to
 * the right words: “Acme Inc.” before a comma.
 */
export function withoutClosing(typed: string, closing: string): string {
  const marks = closing.match(MARK) ?? []
  if (marks.length > 0) {
    const tail = marks.map((mark) => `${SINGLE.includes(mark) ? SINGLE : DOUBLE}${POINT}`)
    return typed.replace(new RegExp(`${POINT}${tail.join('')}$`, 'u'), '').trimEnd()
  }
  return closing !== '' && typed.endsWith(closing) ? typed.slice(0, -closing.length).trimEnd() : typed
}
