/** What a line may be by its form. Lines for the desk may have any: guessStructure.ts. */

/** A footnote's mark may follow. */
const TERMINAL = /[.!?…。！？؟।](?:["'”’»」』)\]]*)(?:\[\d+\])*$/u
/** Endings that a headline may have: a question mark, an ellipsis, an abbreviation ("in the U.S."). */
const HEADLINE_END = /(?:[?!？！…]|\b\p{L}\.\p{L}\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St)\.)["'”’»」』)\]]*$/u

const lengthOf = (text: string): number => {
  let cells = 0
  // Han, Kana and Hangul carry about twice as much per character.
  for (const character of text)
    cells += /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character) ? 2 : 1
  return cells
}

/** A headline is short and has no final period. A byline is no headline. */
export const hasHeadlineForm = (line: string): boolean =>
  line.length <= 160 &&
  namesOfByline(line) === undefined &&
  /[\p{L}\p{N}]/u.test(line) &&
  lengthOf(line) <= 150 &&
  (!TERMINAL.test(line) || HEADLINE_END.test(line))

/** The opening of the copy: “BUSAN, Oct. 30 —”, “NEW YORK (AP) _”, “(서울=연합뉴스)”. Typewriters have no long dash. */
const OPENING =
  /^(?:[\p{Lu}\p{M}\s.,'’-]{3,40}(?:[,(][^—–_-]{0,30})?(?:\s*(?:[—–]|--)|\s[_-])\s|\([^()=]{1,20}=[^()]{1,30}\))/u
/** Whether a line begins as copy does, with a dateline. */
export const opensCopy = (line: string): boolean => OPENING.test(line)
/** A point of a list, as wires print them above the copy: “* Brent up $2.10”. */
const POINT = /^[*•▪·‣–—-]\s/u

/**
 * A deck may be longer than a headline. It is one line without a final period, and neither the opening of the copy nor
 * a point of a list.
 */
export const hasDeckForm = (line: string): boolean =>
  line.length <= 250 &&
  /[\p{L}\p{N}]/u.test(line) &&
  lengthOf(line) <= 220 &&
  !TERMINAL.test(line) &&
  !OPENING.test(line) &&
  !POINT.test(line)

/** Reads "By Kim Ji-woo and Lee Seo-yeon" as names. Undefined if the line is not a byline. */
export function namesOfByline(line: string): readonly string[] | undefined {
  const names = /^by:?\s+(\p{Lu}[^\n:;!?]{1,100})$/iu.exec(line)?.[1]
  if (names === undefined || /\.$/.test(names) || /^(?:The|Popular)\s/.test(names) || /^\p{Ll}/u.test(names))
    return undefined
  const list = names
    .split(/\s*,\s*(?:(?:and|AND)\s+|&\s*)?|\s+(?:and|AND)\s+|\s*&\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return list.length > 0 &&
    list.every(
      (name) => name.split(/\s+/).length <= 5 && /^[\p{L}\p{M}'’.\- ]+$/u.test(name) && name.split(/\s+/).length >= 2,
    )
    ? list
    : undefined
}
