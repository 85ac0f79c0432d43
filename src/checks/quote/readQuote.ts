/**
 * A quote as the copy has it, as fragments that were said without a break. It splits at ellipses and [brackets]; a quote
 * that its attribution breaks (“We won,” he said. “They lost.”) is its pieces joined.
 */
import { lazy } from '../../story/text/lazy'
import { findQuotations } from '../detect/quotations'
import { spokenWords, type SpokenWord } from './spokenWords'

export interface Fragment {
  readonly words: readonly SpokenWord[]
  /** What parts it from the fragment before; "start" for the first. */
  readonly after: 'start' | 'ellipsis' | 'bracket' | 'attribution'
}

export interface ReadQuote {
  /** The quoted words alone, for showing. */
  readonly text: string
  readonly fragments: readonly Fragment[]
  /** Brackets put words into the speaker's mouth. */
  readonly inserted: boolean
}

const LETTER = '[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{M}]'
const ELLIPSIS = '[[(［（]\\s*(?:…|\\.{3,}|\\. \\. \\.)\\s*[\\])］）]|[…⋯‥]+|\\.(?:\\s?\\.){2,}'
/** A bracket takes the word it touches with it: agree[d]. */
const BRACKET = `${LETTER}*(?:\\[[^\\]]*\\]|［[^］]*］|〔[^〕]*〕)${LETTER}*`
const BREAK = lazy(() => new RegExp(`(${ELLIPSIS})|${BRACKET}`, 'gu'))
/** [T]he, [A] very: only the case of the letter was changed. */
const CAPITAL = lazy(() => /\[(\p{L})\](?=\p{Ll}|\s)/gu)
/** Round brackets in Korean, Japanese and Chinese quotes are the reporter's. */
const ROUND = /[(（]([^()（）]*)[)）]/gu

export function readQuote(quote: string): ReadQuote {
  const pieces = piecesOf(quote)
  const fragments: Fragment[] = []
  let inserted = false
  pieces.forEach((piece, index) => {
    let after: Fragment['after'] = index === 0 ? 'start' : 'attribution'
    const add = (text: string): void => {
      const words = spokenWords(text)
      if (words.length === 0) return
      fragments.push({ words, after: fragments.length === 0 ? 'start' : after })
      after = 'bracket'
    }
    const marked = bracketed(piece).replace(CAPITAL(), '\u0001$1')
    let start = 0
    for (const match of marked.matchAll(BREAK())) {
      addSplit(marked.slice(start, match.index), add)
      if (match[1] === undefined) inserted = true
      after = match[1] === undefined ? 'bracket' : 'ellipsis'
      start = match.index + match[0].length
    }
    addSplit(marked.slice(start), add)
  })
  return { text: pieces.join(' … '), fragments, inserted }
}

/** At a letter whose case was changed a new stretch begins, since it began no sentence or another one. */
const addSplit = (text: string, add: (part: string) => void): void => text.split('\u0001').forEach(add)

const bracketed = (piece: string): string =>
  /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(piece) ? piece.replace(ROUND, '[$1]') : piece

/** What stands between double quotation marks; all of it when there are none. */
function piecesOf(quote: string): readonly string[] {
  const text = quote.trim()
  const outer = /^[‘'‚](?<inner>.+)[’'‘][.,]?$/su.exec(text)?.groups?.['inner']
  if (outer !== undefined && !/[’'][\s,.].*[‘']/su.test(outer)) return [outer]
  // A tag that begins behind the opening mark.
  const closing = /[”»」』]/u.exec(text)
  const opening = /[“„«「『]/u.exec(text)
  const whole =
    closing && (!opening || opening.index > closing.index) && !/^[”»]/u.test(text)
      ? `${OPENERS[closing[0]] ?? '“'}${text}`
      : text
  const marks = findQuotations(whole, 'paragraph', 'und').filter(({ from }) =>
    /^["“„«»「『＂]/u.test(whole.charAt(from)),
  )
  if (marks.length === 0) return [text]
  // A tag inside a quote, around a quoted word of the speaker's own.
  const first = marks[0]
  const inside = marks.length === 1 && first !== undefined && first.from > 0 && first.to < whole.length
  if (inside && !ATTRIBUTION().test(whole.slice(0, first.from) + whole.slice(first.to))) return [whole]
  return marks.map(({ from, to }) => whole.slice(from + 1, CLOSES.test(whole.charAt(to - 1)) ? to - 1 : to))
}

const OPENERS: Readonly<Record<string, string>> = { '”': '“', '»': '«', '」': '「', '』': '『' }
const CLOSES = /["”“»«」』＂]/u
/** What is outside says who spoke, rather than going on speaking. */
const ATTRIBUTION = lazy(
  () =>
    /\b(?:said|says|told|added|asked|called|wrote|sagte|sagt|erklärte|a dit|dit|déclaré|dijo|afirmó|сказал\p{L}*)\b|말했|밝혔|전했|강조|라고|述べ|話し|言っ|語っ|说|說|表示|قال|وقال/iu,
)
