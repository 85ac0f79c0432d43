import { lazy } from '../../../../story/text/lazy'
import { foldForScan } from '../../readings/foldForScan'
import type { FoundAt } from '../../prepared'
import lists from '../../../../story/language/names/commonNames.json' with { type: 'json' }

const sets = lazy(() => ({
  names: new Set(lists.names),
  months: new Set(lists.months),
  weekdays: new Set([...lists.weekdays, ...lists.months]),
  beforeMonths: new Set(lists.beforeMonths),
  prefixes: new Set(lists.prefixes),
  pronouns: new Set(lists.pronounsAtStart),
  modals: new Set(lists.modalsAtStart),
  afterModals: new Set(lists.afterModals),
}))

/** Whether a single name is a word of running text too: "Rose", "May". */
export const isCommonName = (name: string): boolean => sets().names.has(foldForScan(name).text)

/**
 * Whether the text shows that a word is not the name that it could be: a small letter, a month in a date, a pronoun or
 * verb at the start of a sentence, or the first word of another person's or a place's name ("White House").
 * `own`: the parts of all names of the source, folded.
 */
export function isOrdinaryWord(original: string, { from, to }: FoundAt, own: readonly string[]): boolean {
  const word = original.slice(from, to)
  const before = original.slice(Math.max(0, from - 60), from)
  const after = original.slice(to, to + 80)
  if (/[@#_]$/.test(before) || /^[_]/.test(after)) return false
  const folded = foldForScan(word).text
  if (!/^[\p{Lu}\p{Lt}]/u.test(word) && /^\p{sc=Latin}/u.test(word)) return sets().names.has(folded)
  const previous = /([\p{L}\p{M}\p{N}'’-]+)[ \u00a0]+$/u.exec(before)?.[1] ?? ''
  const next = /^[ \u00a0]+([\p{L}\p{M}\p{N}'’-]+)/u.exec(after)?.[1] ?? ''
  // A heading in capitals has no small letters to tell names by: common words are words there.
  if (isCapitals(word) && word.length > 3 && sets().names.has(folded)) return isCapitals(previous) || isCapitals(next)
  if (sets().months.has(folded) && isDate(previous, next, after)) return true
  if (startsSentence(before) && /^[\p{Ll}]/u.test(next)) {
    if (sets().pronouns.has(folded)) return true
    if (sets().modals.has(folded) && sets().afterModals.has(next.toLowerCase())) return true
  }
  return beginsAnotherName(next, after, own)
}

const isCapitals = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word)

const isDate = (previous: string, next: string, after: string): boolean =>
  /^\d/.test(next) ||
  /^\d/.test(previous) ||
  sets().beforeMonths.has(previous.toLowerCase()) ||
  /^[.,]? ?\d/.test(after)

const startsSentence = (before: string): boolean =>
  /(?:^|[.!?…:\n\t>]["'”’»)\]]*)\s*[-–—]?\s*["'“‘«„(\[]*$/u.test(before)

/**
 * One or two capitalised words follow, and then small letters: another name. Not in a heading where most words have
 * capitals, nor before a day ("told Kim Friday that").
 */
function beginsAnotherName(next: string, after: string, own: readonly string[]): boolean {
  if (!/^\p{Lu}\p{M}*\p{Ll}/u.test(next)) return false
  const folded = foldForScan(next).text.replace(/['’]s$/, '')
  if (sets().weekdays.has(folded) || folded.split(/[^\p{L}\p{N}]+/u).some((part) => own.includes(part))) return false
  // "Lee Jae-myung", in a byline too. Not "Lee Re-elected".
  if (/^\p{Lu}\p{Ll}+-\p{Ll}{2,}$/u.test(next) && !sets().prefixes.has(folded.split('-')[0] ?? '')) return true
  const line = /^[^\n]*/.exec(after)?.[0] ?? ''
  const words = (line.match(/[\p{L}\p{M}'’-]+/gu) ?? []).filter((one) => one.length > 3)
  const capitals = words.filter((one) => /^\p{Lu}/u.test(one)).length
  return words.length - capitals >= 2
}
