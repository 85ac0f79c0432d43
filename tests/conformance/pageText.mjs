/**
 * Whether a printed page says what its story says, block for block in the story's order. Both are compared after NFKC, without what never
 * shows (variation selectors, joiners, marks of direction), white space folded. A block of a left-to-right script is the same text, sign for
 * sign, with a space where the story has one; a line of the page may also end inside a word, as long words and Chinese, Japanese and Korean
 * ones are broken. A block in, or on a page of, a right-to-left script has the same words as often: a page keeps them in the order of
 * the eye, in which numbers and words of two directions stand side by side, so a word is what is of one direction and kind; the signs
 * between are the same too. A right-to-left word whose letters are set in several styles is several words to a reader of pages, in either
 * direction: of such a word the letters have to be there.
 */

/** @typedef {{ readonly text: string, readonly rightToLeft: boolean, readonly listItem?: boolean, readonly styledInside?: readonly string[] }} PageBlock */

/** What the page says otherwise than the blocks, for people; undefined when nothing.
 * @param {string} printed the page's text in the order of its content, with its page breaks
 * @param {readonly PageBlock[]} blocks
 * @returns {string | undefined} */
export function comparePage(printed, blocks) {
  let rest = withoutFolios(shown(printed)).trim()
  for (const { text, rightToLeft, listItem = false, styledInside = [] } of blocks) {
    const wanted = shown(text).replace(/\s+/gu, ' ').trim()
    if (wanted === '') continue
    const found = rightToLeft
      ? afterWords(rest, wanted, listItem, styledInside.map(shown))
      : afterText(listItem ? rest.replace(MARKER, '') : rest, wanted)
    if (found === undefined)
      return `“${wanted.slice(0, 80)}” is printed “${rest.slice(0, wanted.length + 20).replace(/\s+/gu, ' ')}”`
    rest = rest.slice(rest.length - found).trimStart()
  }
  return rest === '' ? undefined : `it also says “${rest.slice(0, 80)}”`
}

/** Numbers and bullets of lists are furniture. */
const MARKER = /^(?:[•◦▪]|\d+\.)\s*/u
/** The longest marker: "10.". */
const MARKER_SIGNS = 3

const shown = (text) =>
  text.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu, '')

/** Page numbers stand on the last line of each page. */
const withoutFolios = (text) =>
  text
    .split('\f')
    .map((page) => page.trimEnd().replace(/(?:^|\n)[ \t]*\d+\/\d+$/u, ''))
    .join('\n')

/** Where the page begins with the text: how much of the page is left after it. */
function afterText(page, text) {
  const signs = [...text]
  let at = 0
  for (const sign of signs) {
    const [blank] = /^\s*/u.exec(page.slice(at))
    if (sign === ' ' && blank === '') return undefined
    if (sign !== ' ' && blank !== '' && !blank.includes('\n')) return undefined
    at += blank.length
    if (sign === ' ') continue
    if (!page.startsWith(sign, at)) return undefined
    at += sign.length
  }
  return page.length - at
}

/** Where the page begins with as many signs as the text has, and words and signs are the same. */
function afterWords(page, text, listItem, styledInside) {
  const length = signsOf(text).length
  for (let marker = 0; marker <= (listItem ? MARKER_SIGNS : 0); marker++) {
    const end = endOf(page, length + marker)
    const part = page.slice(0, end)
    if (
      end !== undefined &&
      isMarker(surplus(signsOf(part), signsOf(text))) &&
      sameWords(wordsOf(part), wordsOf(text), marker, styledInside)
    )
      return page.length - end
  }
  return undefined
}

/** Signs beyond those that are wanted, sorted; undefined when one is lacking. Brackets are turned by some readers and not by others. */
function surplus(found, wanted) {
  const more = found.map(unturned)
  for (const sign of wanted.map(unturned)) {
    const at = more.indexOf(sign)
    if (at < 0) return undefined
    more.splice(at, 1)
  }
  return more.sort().join('')
}
const unturned = (sign) => ({ ')': '(', ']': '[', '}': '{', '>': '<', '”': '“' })[sign] ?? sign
const isMarker = (signs) => signs !== undefined && /^(?:[•◦▪]|\.\d+)?$/u.test(signs)

const signsOf = (text) => [...text.replace(/\s+/gu, '')]

/** Where the page has shown as many signs. */
function endOf(page, count) {
  let left = count
  let at = 0
  for (const sign of page) {
    if (left === 0) return at
    at += sign.length
    if (!/\s/u.test(sign)) left--
  }
  return left === 0 ? at : undefined
}

const wordsOf = (text) =>
  text.match(
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+|\p{N}+|\p{Script=Hangul}+|(?:(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}])[\p{L}\p{M}])+/gu,
  ) ?? []

/** The same words as often. One that a line end broke is found in pieces, one that is styled inside in its letters; a list number is more than the story has. */
function sameWords(found, wanted, marker, styledInside) {
  const pieces = [...found]
  const missing = wanted.filter((word) => {
    const at = pieces.indexOf(word)
    if (at >= 0) pieces.splice(at, 1)
    return at < 0
  })
  for (const word of missing.filter((one) => !styledInside.includes(one))) {
    let left = word
    while (left !== '') {
      const at = pieces.findIndex((piece) => left.startsWith(piece))
      if (at < 0) return false
      left = left.slice(pieces[at].length)
      pieces.splice(at, 1)
    }
  }
  const letters = pieces.filter((piece) => STYLED.test(piece)).join('')
  const apart = missing.filter((one) => styledInside.includes(one)).join('')
  if (sorted(letters) !== sorted(apart)) return false
  return (
    pieces.filter((piece) => !STYLED.test(piece)).every((piece) => marker > 0 && /^\d+$/u.test(piece)) &&
    pieces.filter((piece) => !STYLED.test(piece)).length <= 1
  )
}
const STYLED = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+$/u
const sorted = (letters) => [...letters].sort().join('')
