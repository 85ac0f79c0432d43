import { isRecord } from '../../../story/text/isRecord'

/** Stories of which a machine remembers something. All of them are written with each change of one. */
const MOST = 500

/**
 * What is remembered of each story, with `value` for one of them, which is then the latest. Those that were changed
 * longest ago are forgotten. The file can be edited by hand: what is no object is nothing.
 */
export function withLatest<T>(stories: unknown, story: string, value: T): Readonly<Record<string, T>> {
  const known = isRecord(stories) ? Object.entries(stories as Readonly<Record<string, T>>) : []
  const others = known.filter(([id]) => id !== story)
  return Object.fromEntries([...others.slice(1 - MOST), [story, value]])
}
