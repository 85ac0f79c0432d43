import { lacksTasks, type StoryEntry } from '../../storage/disk/storyStore'
import type { IndexedStory } from '../../storage/storyIndex/indexedStory'
import type { IndexRow, StoryIndex } from '../../storage/storyIndex/storyIndex'
import type { StoriesOnDisk, TellIndex } from './worker/indexCalls'
import type { StoryForIndex } from './storyForIndex'

/** Files that are looked at, and stories that are read, before a question may come between. */
const LOOKS = 1000
const READS = 64
/** Milliseconds between two tellings of progress. */
const TELL_EVERY = 250
/** Rows that are told one by one. If more have changed, the lists ask again. */
const MOST_ROWS = 200

export interface Sweeping {
  /** Ids of the stories that are in the library now. */
  readonly list: () => Promise<readonly string[]>
  readonly make: (story: StoryForIndex) => IndexedStory
  /** The story was put meanwhile: what the disk had is older. */
  readonly isTouched: (id: string) => boolean
  /** The index has never had every story. */
  readonly isFirst: boolean
  readonly changing: () => void
  /** False when the index was started again meanwhile. */
  readonly isCurrent: () => boolean
  readonly tell: TellIndex
}

/**
 * Brings the index up to date with the disk: looks at the files of all stories, and reads those that are other ones
 * than the index knows. Resolves with the ids of stories that only opening can tell of. Rejects as `list` does.
 */
export async function sweepStories(
  stories: Pick<StoriesOnDisk, 'hasStamp' | 'readEntry'>,
  index: StoryIndex,
  { list, make, isTouched, isFirst, changing, isCurrent, tell }: Sweeping,
): Promise<readonly string[]> {
  const ids = await list()
  /** Story id → whether the index knows it. */
  const there = new Map<string, boolean>()
  for (const id of ids) there.set(id, false)
  const absent: string[] = []
  const changed: string[] = []
  let looks = 0
  for (const [id, stamp] of index.stamps()) {
    if (!there.has(id)) absent.push(id)
    else if (!stillHasStamp(stories, id, stamp)) changed.push(id)
    if (there.has(id)) there.set(id, true)
    looks += 1
    if (looks % LOOKS !== 0) continue
    if (!isFirst) tell('looked', {})
    await aMoment()
    if (!isCurrent()) return []
  }
  // Another process may have made a story, and put it, since they were listed.
  const now = new Set(absent.length > 0 ? await list() : [])
  if (!isCurrent()) return []
  const gone = absent.filter((id) => !now.has(id) && !isTouched(id))
  if (gone.length > 0) {
    changing()
    index.remove(gone)
  }
  for (const [id, isKnown] of there) if (!isKnown) changed.push(id)
  const rows: IndexRow[] = []
  const open: string[] = []
  let told = -Infinity
  for (let at = 0; at < changed.length && isCurrent(); at += READS) {
    const part = changed.slice(at, at + READS)
    const entries = await Promise.all(part.map((id) => entryOf(stories, id)))
    const made: IndexedStory[] = []
    /** Story id → the stamp of what was read of it. */
    const stamps = new Map<string, string>()
    for (const [n, id] of part.entries()) {
      const entry = entries[n]
      if (isTouched(id)) continue
      if (entry) made.push(make(storyOfEntry(entry)))
      if (entry) stamps.set(id, entry.stamp)
      if (!entry || lacksTasks(entry.file)) open.push(id)
    }
    if (made.length > 0 && isCurrent()) {
      changing()
      index.put(made, ({ row: { id } }) => !isTouched(id) && stillHasStamp(stories, id, stamps.get(id) ?? ''))
      if (rows.length <= MOST_ROWS) rows.push(...made.map(({ row, sealed }) => ({ row, sealed })))
    }
    const now = performance.now()
    if (changed.length > READS && now - told > TELL_EVERY) {
      told = now
      tell('progress', { done: Math.min(ids.length, ids.length - changed.length + at + READS), of: ids.length })
    }
    await aMoment()
  }
  if (rows.length + gone.length > 0) tell('found', rows.length > MOST_ROWS ? { rows: [], gone } : { rows, gone })
  return open
}

/** A story file that does not say all has no stamp in the index: until the story is opened, every start reads it. */
export const storyOfEntry = ({ file, created, stamp }: StoryEntry): StoryForIndex => ({
  ...{ ...file, created },
  stamp: lacksTasks(file) ? '' : stamp,
})

/** `hasStamp`, but false where it throws: such a story has to be opened, which says what is wrong. */
export function stillHasStamp(stories: Pick<StoriesOnDisk, 'hasStamp'>, id: string, stamp: string): boolean {
  try {
    return stories.hasStamp(id, stamp)
  } catch {
    return false
  }
}

const entryOf = (stories: Pick<StoriesOnDisk, 'readEntry'>, id: string): Promise<StoryEntry | undefined> =>
  stories.readEntry(id).catch(() => undefined)

const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
