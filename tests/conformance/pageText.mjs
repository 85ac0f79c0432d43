/**
 * Compares a printed page with its story, block by block in order. Both are compared after NFKC, without characters
 * that never show (variation selectors, joiners, direction marks), and with folded white space.
 *
 * A left-to-right block is the same text, with a space where the story has one. A line of the page may also end
 * inside a long word, or between Chinese, Japanese and Korean letters.
 *
 * A right-to-left block, and a block on a page of a right-to-left script, has the same words as often. Such a page
 * has words in visual order, in which numbers and words of two directions are side by side, so a word has one
 * direction and one kind of letter. The signs between are the same, too. A right-to-left word with several styles is
 * several words to a reader of pages, in either direction: only its letters are compared.
 */

/**
 * @typedef {object} PageBlock
 * @property {string} text
 * @property {boolean} rightToLeft
 * @property {boolean} [listItem]
 * @property {readonly string[]} [styledInside]
 */

/**
 * Returns how the page differs from the blocks, in words for people, or undefined.
 * @param {string} printed Text of the page in the order of its content, with page breaks.
 * @param {readonly PageBlock[]} blocks
 * @returns {string | undefined}
 */
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

/** List numbers and bullets are not in the copy. */
const MARKER = /^(?:[•◦▪]|\d+\.)\s*/u
/** The longest marker: "10.". */
const MARKER_SIGNS = 3

const shown = (text) =>
  text.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu, '')

/** Page numbers are on the last line of each page. */
const withoutFolios = (text) =>
  text
    .split('\f')
    .map((page) => page.trimEnd().replace(/(?:^|\n)[ \t]*\d+\/\d+$/u, ''))
    .join('\n')

/** Returns how much of the page is left after the text, if the page begins with it. */
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

/** Returns how much of the page is left after as many signs as the text has, if words and signs are the same. */
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

/**
 * Returns the signs beyond the wanted ones, sorted, or undefined if one is missing. Only some readers mirror
 * brackets.
 */
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

/** Returns the place at which the page has shown as many signs. */
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

const RIGHT_TO_LEFT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}`
const WORD = new RegExp(
  [
    String.raw`[${RIGHT_TO_LEFT}\p{M}]+`,
    String.raw`\p{N}+`,
    String.raw`\p{Script=Hangul}+`,
    String.raw`(?:(?![${RIGHT_TO_LEFT}\p{Script=Hangul}])[\p{L}\p{M}])+`,
  ].join('|'),
  'gu',
)
const wordsOf = (text) => text.match(WORD) ?? []

/**
 * Tells whether the words are the same and as many. A word that a line end breaks is found in pieces, a word with
 * several styles in letters. The page may have more list numbers.
 */
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
