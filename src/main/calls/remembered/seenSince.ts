import { isRecord } from '../../../story/text/isRecord'
import type { RememberedState } from '../../windows/rememberedState'
import { withLatest } from './latestStories'

/** More than any merge brings. Older ones, and those of stories from long ago, are shown once more. */
const MOST = 2000

/** Keys of what came back with a story and the person has seen on this machine, with `more` of them. */
export function seenSince(
  remembered: RememberedState,
  person: string | undefined,
  story: string,
  more: readonly string[] = [],
): readonly string[] {
  const all = objectOf<Readonly<Record<string, readonly string[]>>>(remembered.value.seen)
  const stories = objectOf<readonly string[]>(all[person ?? ''])
  const known: unknown = stories[story]
  const before = Array.isArray(known) ? known.filter((key) => typeof key === 'string') : []
  const fresh = more.filter((key) => !before.includes(key))
  if (person === undefined || fresh.length === 0) return before
  const keys = [...before, ...fresh].slice(-MOST)
  remembered.change({ seen: { ...all, [person]: withLatest(stories, story, keys) } })
  return keys
}

/** The file can be edited by hand. What is not an object counts as empty. */
const objectOf = <T>(value: unknown): Readonly<Record<string, T>> =>
  isRecord(value) ? (Object.fromEntries(Object.entries(value)) as Record<string, T>) : {}
