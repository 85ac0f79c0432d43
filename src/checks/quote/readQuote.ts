/**
 * Splits a quote into fragments that were said without a break: at ellipses and [brackets]. Pieces separated by their
 * attribution (“We won,” he said. “They lost.”) are joined.
 */
import { lazy } from '../../story/text/lazy'
import { findQuotations } from '../detect/quotes/quotations'
import { hanStyle, type HanStyle } from './spoken/hanVariants'
import { plainText, spokenWords, type SpokenOptions, type SpokenWord } from './spokenWords'

export interface Fragment {
  readonly words: readonly SpokenWord[]
  /** The separator before it; "start" for the first. */
  readonly after: 'start' | 'ellipsis' | 'bracket' | 'attribution'
}

export interface ReadQuote {
  /** Only the quoted words, for showing. */
  readonly text: string
  readonly fragments: readonly Fragment[]
  /** Words in brackets: not the speaker's. */
  readonly insertions: readonly string[]
  readonly style: HanStyle
}

const LETTER = '[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Arabic}\\p{sc=Hebrew}\\p{sc=Devanagari}\\p{M}]'
const ELLIPSIS = '[[(［（]\\s*(?:…|\\.{3,}|\\. \\. \\.)\\s*[\\])］）]|[…⋯‥]+|\\.(?:\\s?\\.){2,}'
/** A bracket includes the word it touches: agree[d]. */
const BRACKET = `${LETTER}*(?:\\[[^\\]]*\\]|［[^］]*］|〔[^〕]*〕)${LETTER}*`
const BREAK = lazy(() => new RegExp(`(${ELLIPSIS})|${BRACKET}`, 'gu'))
/** Only the case of the letter changed: [T]he, [A] very. */
const CAPITAL = lazy(() => /\[(\p{L})\](?=\p{Ll}|\s)/gu)
/** Round brackets in Korean, Japanese and Chinese quotes are the reporter's. */
const ROUND = /[(（]([^()（）]*)[)）]/gu

/** Notes that something stands as it was said. */
const AS_SAID = /^[\s.!]*(?:sic|sic erat scriptum|원문 그대로|ママ|原文ママ|原文如此|так в оригинале|كذا)[\s.!]*$/iu

/** `following`: the copy behind the quote. A question mark there is the quote's if its own mark follows it. */
export function readQuote(quote: string, options: SpokenOptions = {}, following = ''): ReadQuote {
  const pieces = piecesOf(plainText(quote))
  const fragments: Fragment[] = []
  const insertions: string[] = []
  pieces.forEach((piece, index) => {
    let after: Fragment['after'] = index === 0 ? 'start' : 'attribution'
    const add = (text: string): void => {
      const words = spokenWords(text, options)
      const last = fragments.at(-1)
      if (last && ASKS.test(text)) fragments[fragments.length - 1] = asked(last)
      if (words.length === 0) return
      fragments.push({ words, after: fragments.length === 0 ? 'start' : after })
      after = 'bracket'
    }
    const marked = bracketed(piece).replace(CAPITAL(), '\u0001$1')
    let start = 0
    for (const match of marked.matchAll(BREAK())) {
      addSplit(marked.slice(start, match.index), add)
      const inner = /[\[［〔]([^\]］〕]*)[\]］〕]/u.exec(match[0])?.[1] ?? ''
      if (match[1] === undefined && !AS_SAID.test(inner)) insertions.push(inner)
      after = match[1] === undefined ? 'bracket' : 'ellipsis'
      start = match.index + match[0].length
    }
    addSplit(marked.slice(start), add)
  })
  const asks = /^[”"»」』’'\])]*[?？؟]/u.test(following)
  return {
    text: pieces.join(' … '),
    fragments: asks ? fragments.map((one, index) => (index === fragments.length - 1 ? asked(one) : one)) : fragments,
    insertions,
    style: hanStyle(quote),
  }
}

/** The question mark of words before a bracket or an ellipsis: “Will you come [today]?” */
const ASKS = /^\s*[?？؟]/u

const asked = ({ words, after }: Fragment): Fragment => ({
  words: words.map((word, index) => (index === words.length - 1 ? { ...word, stop: '?' } : word)),
  after,
})

/** A changed capital starts a new fragment: it began no sentence, or another one. */
const addSplit = (text: string, add: (part: string) => void): void => text.split('\u0001').forEach(add)

const bracketed = (piece: string): string =>
  /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(piece) ? piece.replace(ROUND, '[$1]') : piece

/** A quote without the quotation marks around it. A transcript has none. */
export const bareQuote = (quote: string): string =>
  quote.trim().replace(/^["'“„«»「『‘‚]+|[,.]?["'”“»«」』’‘]+[,.]?$/gu, '')

/** The text between double quotation marks; the whole text if there are none. */
function piecesOf(quote: string): readonly string[] {
  const text = quote.trim()
  const outer = /^[‘'‚](?<inner>.+)[’'‘][.,]?$/su.exec(text)?.groups?.['inner']
  if (outer !== undefined && !/[’'][\s,.].*[‘']/su.test(outer)) return [outer]
  // The tag begins after the opening mark.
  const closing = /[”»」』]/u.exec(text)
  const opening = /[“„«「『]/u.exec(text)
  const whole =
    closing && (!opening || opening.index > closing.index) && !/^[”»]/u.test(text)
      ? `${OPENERS[closing[0]] ?? '“'}${text}`
      : text
  const marks = findQuotations(whole, 'paragraph').filter(({ from }) => /^["“„«»「『＂]/u.test(whole.charAt(from)))
  if (marks.length === 0) return [text]
  // The tag is inside a quote, around a word that the speaker quoted.
  const first = marks[0]
  const inside = marks.length === 1 && first !== undefined && first.from > 0 && first.to < whole.length
  if (inside && !ATTRIBUTION().test(whole.slice(0, first.from) + whole.slice(first.to))) return [whole]
  return marks.map(({ from, to }) => whole.slice(from + 1, CLOSES.test(whole.charAt(to - 1)) ? to - 1 : to))
}

const OPENERS: Readonly<Record<string, string>> = { '”': '“', '»': '«', '」': '「', '』': '『' }
const CLOSES = /["”“»«」』＂]/u
/** The text outside is an attribution, not more of the quote. */
const ATTRIBUTION = lazy(
  () =>
    /\b(?:said|says|told|added|asked|called|wrote|sagte|sagt|erklärte|a dit|dit|déclaré|dijo|afirmó|сказал\p{L}*)\b|말했|밝혔|전했|강조|라고|述べ|話し|言っ|語っ|说|說|表示|قال|وقال/iu,
)
