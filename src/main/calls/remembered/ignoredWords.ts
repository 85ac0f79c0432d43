import { isRecord } from '../../../story/text/isRecord'
import type { RememberedState } from '../../windows/rememberedState'
import { withLatest } from './latestStories'

/** More than anybody ignores in one story. The oldest are marked again. */
const MOST = 1000

/** Keys of words that the spell-checker ignores in a story on this machine, with `more` of them and without `less`. */
export function ignoredWords(
  remembered: RememberedState,
  story: string,
  more: readonly string[] = [],
  less: readonly string[] = [],
): readonly string[] {
  // The file can be edited by hand. What is not an object counts as empty.
  const all: unknown = remembered.value.ignoredWords
  const stories = isRecord(all) ? (all as Readonly<Record<string, readonly string[]>>) : {}
  const known: unknown = Object.hasOwn(stories, story) ? stories[story] : undefined
  const before = Array.isArray(known) ? known.filter((key): key is string => typeof key === 'string') : []
  const fresh = more.filter((key) => !before.includes(key))
  const left = before.filter((key) => !less.includes(key))
  if (fresh.length === 0 && left.length === before.length) return before
  const keys = [...left, ...fresh].slice(-MOST)
  remembered.change({ ignoredWords: withLatest(stories, story, keys) })
  return keys
}
