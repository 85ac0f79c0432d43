import { isTitle } from '../../../story/desk/bareNames'
import { isFirstName } from '../../../story/desk/mayBeName'
import lists from '../../../story/language/commonNames.json' with { type: 'json' }
import { ARTICLES } from '../../../story/language/notNames'
import { SMALL_WORDS } from '../../../story/language/wordTables'
import { lazy } from '../../../story/text/lazy'
import type { FoundAt } from '../prepared'

const sets = lazy(() => ({
  articles: new Set(ARTICLES.split(/,\s+/u)),
  small: new Set(Object.values(SMALL_WORDS).flatMap((words) => words.split(' '))),
  days: new Set([...lists.weekdays, ...lists.months]),
}))

/**
 * Whether a family name is the person’s, and no part of “Washington Post”, “Central Park”, “Wilson Center” or “the
 * Post”: no article and no other name right beside it. A title or a given name may stand before it.
 */
export function standsByItself(original: string, { from, to }: FoundAt): boolean {
  const before = original.slice(Math.max(0, from - 60), from)
  const after = original.slice(to, to + 60)
  if (/[@#_]$/u.test(before) || /^[@_]/u.test(after)) return true
  if (!/^\p{Lu}/u.test(original.slice(from, to))) return false
  if (/[\p{L}\p{N}][-‐‑–]$/u.test(before) || /^[-‐‑–]\p{L}/u.test(after)) return false
  const previous = /([\p{L}\p{M}\p{N}'’.-]+)[ \u00a0]+$/u.exec(before)?.[1] ?? ''
  const next = /^[ \u00a0]+([\p{L}\p{M}\p{N}'’-]+)/u.exec(after)?.[1] ?? ''
  return mayStandBefore(previous) && (!/^\p{Lu}/u.test(next) || sets().days.has(next.toLowerCase()))
}

function mayStandBefore(previous: string): boolean {
  const word = previous.toLowerCase()
  if (sets().articles.has(word)) return false
  if (!/^\p{Lu}/u.test(previous) || isTitle(previous) || isFirstName(previous) || sets().small.has(word)) return true
  // The end of a sentence, not an initial.
  return /\p{L}{2}\.$/u.test(previous)
}
