/**
 * Days that mean another date when the day of publishing moves: weekdays, “yesterday”, “tonight”, in English, German,
 * Korean, Japanese and Chinese, and not yet in French and Spanish, which the date detector reads too.
 */
import { lazy } from '../text/lazy'

const SPACED = lazy(
  () =>
    /(?<![\p{L}\p{M}\p{N}])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday|tomorrow|(?:this|last|next) (?:morning|afternoon|evening|night|week|weekend)|overnight|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|heute|gestern|vorgestern|morgen|übermorgen)(?:['’]s)?(?![\p{L}\p{M}\p{N}])/iu,
)
const UNSPACED = lazy(
  () =>
    /(?:어제|그제|오늘|내일|모레|[월화수목금토일]요일|昨日|一昨日|今日|本日|明日|明後日|昨晩|今夜|[月火水木金土日]曜|昨天|前天|今天|明天|后天|後天|周[一二三四五六日]|週[一二三四五六日]|星期[一二三四五六日天])/u,
)
/** A date that stays what it is: with its month or year. */
const ABSOLUTE = lazy(
  () =>
    /(?<!\p{N})\p{Nd}{4}(?!\p{N})|\p{Nd}\s?[월月]|(?<!\p{L})(?:Jan|Feb|Mar|Apr|May|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])\p{L}{0,7}\.?\s\p{Nd}|\p{Nd}\.?\s(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])/u,
)

/** The first relative day in the words; undefined if there is none, or if a date stands beside it. */
export function relativeDayIn(words: string): string | undefined {
  const found = SPACED().exec(words)?.[0] ?? UNSPACED().exec(words)?.[0]
  return found === undefined || ABSOLUTE().test(words) ? undefined : found
}
