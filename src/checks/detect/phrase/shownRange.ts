/**
 * The words of a find as people read them. A pattern stops where it is sure; what is shown and tagged are whole words:
 * “영업이익 두 배로” in place of “익 두 배”, “a third” in place of “third”, “six and a half years”.
 */
import { lazy } from '../../../story/text/lazy'
import { noUnitAlternatives } from '../words/noUnits'
import type { Region, Statement } from '../statement'

/** `first` and `last`: the figures at the ends of one phrase, or one statement. */
export function shownRange(text: string, first: Statement, last: Statement = first): Region {
  const { kind } = first
  let from = first.from
  let to = Math.max(first.to, last.to)
  if (kind !== 'figure' && kind !== 'superlative') return { from, to }
  if (/\p{sc=Hangul}/u.test(text.slice(from, to))) return koreanWords(text, { from, to }, kind === 'figure')
  if (kind === 'figure') {
    from = articleBefore(text, first)
    from -= HEDGE().exec(text.slice(Math.max(0, from - 16), from))?.[0].length ?? 0
    if (UP_TO_ORDINAL.test(text.slice(from, to))) from = first.coreFrom
    if (PLURAL_POWER.test(text.slice(last.coreFrom, last.coreTo))) to = last.coreTo
    else if (last !== first) to = afterPhrase(text, last, to)
    to += ADJECTIVE.test(text.slice(last.coreTo, to)) ? (NOUN.exec(text.slice(to, to + 32))?.[0].length ?? 0) : 0
    to += CHINESE_COUNTER.exec(text.slice(to, to + 1))?.[0].length ?? 0
  }
  to += restOfWord(text, to)
  // What is claimed of: “first win”, “höchsten Wert”.
  if (kind === 'superlative' && ONE_WORD.test(text.slice(from, to)))
    to += NEXT().exec(text.slice(to, to + 40))?.[0].length ?? 0
  return { from, to }
}
const ONE_WORD = /^(?:the |a |am |le |la |el )?\p{sc=Latin}+(?:-\p{sc=Latin}+)*$/iu
const NEXT = lazy(
  () => new RegExp(`^[\\s\\u00A0](?!(?:${noUnitAlternatives()})(?!\\p{L}))\\p{sc=Latin}+(?:-\\p{sc=Latin}+)*`, 'u'),
)

/** What a pattern leaves of a word: “15 et 20 million|s”, “Une centaine d|’habitants”, “du jamais|-vu”. */
function restOfWord(text: string, to: number): number {
  const [before, after] = [text.slice(Math.max(0, to - 3), to), text.slice(to, to + 32)]
  const rest = ELIDED.test(before) ? WORD.exec(after) : LETTER.test(before) ? LETTERS.exec(after) : null
  return rest?.[0].length ?? 0
}
const ELIDED = /(?:^|\s)d['’]?$/u
const WORD = /^['’]?\p{sc=Latin}+(?:-\p{sc=Latin}+)*/u
const LETTER = /\p{sc=Latin}$/u
const LETTERS = /^\p{sc=Latin}*(?:-\p{sc=Latin}+)*/u
/** Hedges that the figures of other languages do not know. */
const HEDGE = lazy(
  () =>
    /(?<!\p{L})(?:plus de|moins de|près de|environ|quelque|au moins|au plus|jusqu['’]à|presque|más de|menos de|casi|unos|unas|cerca de|al menos|hasta|gut|jede[rsmn]?)\s$/iu,
)
const CHINESE_COUNTER = /^[辆輛家人个個名次条條件架艘座吨噸台天]/u

/** “up to 15th” means up, to 15th. */
const UP_TO_ORDINAL = /^up to \p{Nd}+(?:st|nd|rd|th)/u
/** What follows is seldom what they count: “thousands fled”. */
const PLURAL_POWER = /^(?:dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)$/iu

/** “by a fifth”: the pattern begins at the ordinal. */
function articleBefore(text: string, { from, coreFrom, coreTo }: Statement): number {
  if (/(?<!\p{L})mid-$/u.test(text.slice(Math.max(0, from - 5), from))) return from - 'mid-'.length
  if (from !== coreFrom || !PART.test(text.slice(coreFrom, coreTo))) return from
  return from - (ARTICLE.exec(text.slice(Math.max(0, from - 24), from))?.[1]?.length ?? 0)
}
const PART = /^(?:third|(?:quarter|half)(?:[- ]point)?|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/iu
const ARTICLE =
  /(?<!\p{L})(?:by|of|to|than|over|under|about|nearly|almost|around|roughly|another|lost|only|just)[\s\u00A0](an?[\s\u00A0])$/iu

/** The unit of “six and a half years”, and the bracket that closes a score. */
function afterPhrase(text: string, last: Statement, to: number): number {
  const inBracket = text.charAt(to) === ')' && text.charAt(last.from - 1) === '('
  if (inBracket) return to + 1
  if (last.to !== last.coreTo || !/(?:half|quarters?|thirds?)$/iu.test(text.slice(last.coreFrom, last.coreTo)))
    return to
  return to + (UNIT().exec(text.slice(to, to + 40))?.[0].length ?? 0)
}
const UNIT = lazy(() => new RegExp(`^[\\s\\u00A0](?!(?:${noUnitAlternatives()})(?!\\p{L}))\\p{Ll}+(?!\\p{L})`, 'u'))

/** “two shell companies”: the word behind the number is no plural, and the next one is. */
const ADJECTIVE =
  /^(?:[\s\u00A0](?:hundred|thousand|million|billion))*[\s\u00A0](?!people|men|women|children|per|percent|dead|injured)\p{Ll}{3,}(?<!s)$/u
const NOUN =
  /^[\s\u00A0](?!(?:was|is|has|does|says|goes|as|this|its|his|less|plus|across|towards)(?!\p{L}))\p{Ll}{2,}(?<![su])s(?!\p{L})/u

/** A Korean figure with its counter and without its particle; a Korean claim with its particles and endings. */
function koreanWords(text: string, { from, to }: Region, isFigure: boolean): Region {
  const start = from - (WORD_BEFORE.exec(text.slice(Math.max(0, from - 24), from))?.[0].length ?? 0)
  const after = text.slice(to, to + 32)
  if (isFigure) return { from: start, to: to + (COUNTED.exec(after)?.[0].length ?? 0) }
  const end = to + (WORD_AFTER.exec(after)?.[0].length ?? 0)
  const next = OPEN_CLAIM.test(text.slice(start, end)) ? NEXT_WORD.exec(text.slice(end, end + 32)) : null
  return { from: start, to: end + (next?.[0].length ?? 0) }
}
const WORD_BEFORE = /(?<=^|[^\p{sc=Hangul}\p{Nd}])[\p{sc=Hangul}\p{Nd}]+$/u
const WORD_AFTER = /^\p{sc=Hangul}+/u
const NEXT_WORD = /^\s[\p{sc=Hangul}\p{Nd}]+/u
/** What is claimed is in the next word: “가장 많았다”. */
const OPEN_CLAIM = /(?:가장|제일|더|덜|첫|번째로|[둘셋넷]째로|유일한|최초의)$/u
const COUNTED =
  /^(?:여\s?)?(?:명|개국|개월|개|건|곳|원|달러|대|척|채|가구|마리|톤|년|차례|회|배)?(?:가량|정도|남짓|쯤|째|어치|짜리|씩|가까이|이상|이하|미만|넘게)?/u
