/** Rules 1 and 2, and the sentences of rule 4, for the small vocabulary of the random stories. */

const INVISIBLE = /[\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\u2066-\u2069\uFEFF]/gu

/** Rule 2: texts are the same when this is the same. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()

const isDigit = (char: string): boolean => /^\p{Nd}$/u.test(char)
const isLetter = (char: string): boolean => /^[\p{L}\p{M}]$/u.test(char)
const isIdeographic = (char: string): boolean =>
  /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(char)
const COUNTING = '십백천만억조十百千万億兆'
export const isHidden = (char: string): boolean => char !== '' && char.replace(INVISIBLE, '') === ''

/** Rule 1: whether the characters on both sides of `at` are one token. */
export function joined(text: string, at: number): boolean {
  let left = at - 1
  let right = at
  while (isHidden(text.charAt(left))) left--
  while (isHidden(text.charAt(right))) right++
  const a = text.charAt(left)
  const b = text.charAt(right)
  if (a === '' || b === '') return false
  const number = (char: string): boolean => isDigit(char) || COUNTING.includes(char)
  if (isIdeographic(a) || isIdeographic(b)) return number(a) && number(b)
  if ((isDigit(a) || isLetter(a)) && (isDigit(b) || isLetter(b))) return true
  if (isBetweenDigits(text, left) || isBetweenDigits(text, right)) return true
  const sign = (char: string): boolean => /^[-+−±$€£¥₩]$/u.test(char)
  return (sign(a) && isDigit(b)) || (isDigit(a) && /^[%‰°$€£¥₩]$/u.test(b))
}

const isBetweenDigits = (text: string, at: number): boolean =>
  /^[.,%‰\-/°]$/u.test(text.charAt(at)) && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))

/** The first and last offset of the tokens that a range touches. */
export function overTokens(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  let start = from
  let end = to
  while (start > 0 && joined(text, start)) start--
  while (end < text.length && joined(text, end)) end++
  return { from: start, to: end }
}

/** Rule 1: without closing comma, period and quotation marks. */
export const bare = (text: string): string => fold(text).replace(/[.,"'»”’\s]+$/u, '')

const SAYING = new Set(['said', 'asked', 'told', 'says', 'قال', 'אמר', '말했다'])
const NAMES = new Set(['Kim', 'Park', 'Lee', 'Moon', 'Busan', 'Seoul'])
const PRONOUNS = new Set([
  'i',
  'we',
  'you',
  'he',
  'she',
  'they',
  'it',
  'us',
  'him',
  'her',
  'them',
  'our',
  'his',
  'their',
  'its',
  'who',
])
const NEGATIONS = new Set(['not', 'never', 'no'])
const TITLES = new Set(['Gov', 'Mr', 'Mrs', 'Dr', 'Sen'])
/** What a point shortens or counts without an end: amounts, states, days. */
const SHORTENED = new Set(['Mio', 'Mrd', 'Calif'])
const COUNTED = /^(?:Mai|Oktober|Dezember|Minute)/

export const wordsOf = (text: string): readonly string[] =>
  fold(text).match(/[\p{L}\p{M}]+|[-+−±]?\p{Nd}+[%‰°]?|["?]/gu) ?? []
export const isSaying = (word: string): boolean => SAYING.has(word.toLowerCase())
export const isName = (word: string): boolean => NAMES.has(word)
export const isEnglish = (text: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)

/** Rule 4: the words whose change elsewhere in the graf blocks. */
export const tellingWords = (text: string): readonly string[] =>
  wordsOf(text).filter((word) => {
    const lower = word.toLowerCase()
    if (isName(word) || isSaying(word) || PRONOUNS.has(lower) || NEGATIONS.has(lower)) return true
    return /^[-+−±]?[\p{Nd}"?]/u.test(word)
  })

/** Whether two texts differ in a word that may be a name: a capital that the vocabulary does not know. */
export function mayDifferInNames(then: string, now: string): boolean {
  const unknown = (text: string): string =>
    wordsOf(text)
      .filter((word) => /^\p{Lu}/u.test(word) && !isName(word) && !PRONOUNS.has(word.toLowerCase()))
      .sort()
      .join(' ')
  return unknown(then) !== unknown(now)
}

export interface Sentence {
  readonly from: number
  readonly to: number
}

/**
 * The sentences of a graf. `lax`: a verb of saying anywhere in the next words makes them the attribution of the
 * quotation that closes before them; otherwise it is a name or pronoun and a verb of saying.
 */
export function sentencesOf(text: string, lax: boolean): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const end = /[.!?…。！？؟]+[\u200E\u200F]?["”’»)\]」』]*/gu
  for (const match of text.matchAll(end)) {
    const to = match.index + match[0].length
    const rest = text.slice(to)
    if (rest.trim() === '') break
    if (!/^\s/.test(rest) && !/[。！？」』]$/u.test(match[0])) continue
    if (isOpenEnd(text.slice(from, match.index), match[0], rest.trimStart(), lax)) continue
    sentences.push({ from, to })
    from = to + (rest.length - rest.trimStart().length)
  }
  if (from < text.length || sentences.length === 0) sentences.push({ from, to: text.length })
  return sentences
}

/** Whether the sentence goes on after this closing mark. */
function isOpenEnd(before: string, mark: string, rest: string, lax: boolean): boolean {
  const last = /[\p{L}.]+$/u.exec(before)?.[0] ?? ''
  if (mark === '.' && (TITLES.has(last) || /^\p{Lu}$/u.test(last) || /^(?:\p{L}\.)+\p{L}$/u.test(last))) return true
  if (mark === '.' && SHORTENED.has(last) && !/^(?:Der|Die|The)\b/u.test(rest)) return true
  // The day of a month, or what else German counts with a point. Whether other words behind a short number begin a
  // sentence is not said.
  if (mark === '.' && /(?<![\p{L}\p{Nd}.,-])\p{Nd}{1,2}$/u.test(before) && (lax || COUNTED.test(rest))) return true
  // A small letter after an opening quotation mark: whether a sentence begins there is not said.
  if (/^\p{Ll}/u.test(rest) || (lax && /^["“]\p{Ll}/u.test(rest))) return true
  if (!/["”’»)\]」』]$/u.test(mark)) return false
  const following = (fold(rest).match(/^[^.!?。]*/u)?.[0] ?? '').match(/[\p{L}\p{M}]+/gu) ?? []
  if (lax) return following.slice(0, 5).some(isSaying)
  const [first = '', second = '', third = ''] = following
  if (isSaying(first)) return true
  if (PRONOUNS.has(first.toLowerCase()) || isName(first)) return isSaying(second) || (isName(second) && isSaying(third))
  return false
}
