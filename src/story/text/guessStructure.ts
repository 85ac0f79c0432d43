/** Guesses about lines, from their form alone. */

/** A footnote's mark may follow. */
const TERMINAL = /[.!?…。！？؟।](?:["'”’»」』)\]]*)(?:\[\d+\])*$/u
/** Ends a headline may have: a question, an ellipsis, an abbreviation ("in the U.S."). */
const HEADLINE_END = /(?:[?!？！…]|\b\p{L}\.\p{L}\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St)\.)["'”’»」』)\]]*$/u

const lengthOf = (text: string): number => {
  let cells = 0
  // Han, Kana and Hangul say about twice as much a character.
  for (const character of text)
    cells += /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character) ? 2 : 1
  return cells
}

/** Short, and no sentence: no final period. */
export const looksLikeHeadline = (line: string): boolean =>
  line.length <= 160 &&
  /[\p{L}\p{N}]/u.test(line) &&
  lengthOf(line) <= 150 &&
  (!TERMINAL.test(line) || HEADLINE_END.test(line))

/** Longer than a headline may be, still one line without a final period, and not the copy's opening ("BUSAN, Oct. 30 —"). */
export const looksLikeDeck = (line: string): boolean =>
  line.length <= 250 &&
  /[\p{L}\p{N}]/u.test(line) &&
  lengthOf(line) <= 220 &&
  !TERMINAL.test(line) &&
  !/^[\p{Lu}\p{M}\s.,'’-]{3,40}(?:[,(][^—–-]{0,30})?\s*[—–]\s/u.test(line)

/** "By Kim Ji-woo and Lee Seo-yeon" → the names, or undefined when the line is no byline. */
export function namesOfByline(line: string): readonly string[] | undefined {
  const names = /^by:?\s+(\p{Lu}[^\n:;!?]{1,100})$/iu.exec(line)?.[1]
  if (names === undefined || /\.$/.test(names) || /^\p{Ll}/u.test(names)) return undefined
  const list = names
    .split(/\s*,\s*|\s+and\s+|\s*&\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return list.length > 0 &&
    list.every(
      (name) => name.split(/\s+/).length <= 5 && /^[\p{L}\p{M}'’.\- ]+$/u.test(name) && name.split(/\s+/).length >= 2,
    )
    ? list
    : undefined
}
