/**
 * Compares the folders of stories with the tombstones and the heads: deletions that a crash interrupted, deleted
 * stories whose folder is there again, stories that are gone although nobody deleted them.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryProblem } from '../../story/requests/requests'
import { tombstonesOf, type Tombstones } from '../../story/ledger/tombstones'
import { LIBRARY_LEDGER } from '../../story/trust/heads'
import { storyBeingDeleted, type StoryDeleter } from '../story/storyDeleter'
import type { KnownTrust } from './knownHeads'
import { localDay } from '../../story/text/format/localMinute'

interface Examined {
  readonly folder: string
  /** Finishes deletions, or takes them back. Not while the library's ledger lacks anything: see isLedgerBehind. */
  readonly repair: boolean
  readonly deleter: StoryDeleter
  /** Names in the folder of the stories, now. */
  readonly names: () => Promise<readonly string[]>
  readonly readTrust: () => Promise<KnownTrust>
}

/** The stories that have a tombstone, as far as entries of the library's ledger count. */
export const knownTombstones = ({ library, archive }: KnownTrust): Tombstones =>
  tombstonesOf(library?.counted ?? [], archive)

/** `trust`: what the other checks used. */
export async function examineDeletions(examined: Examined, trust: KnownTrust): Promise<readonly LibraryProblem[]> {
  const { names, readTrust } = examined
  const before = await names()
  // People go on working: what looks wrong is looked at again, with the current ledger.
  const suspect = await problemsIn(examined, before, trust)
  if (suspect.length === 0) return []
  return problemsIn(examined, await names(), await readTrust())
}

async function problemsIn(
  { folder, repair, deleter }: Examined,
  names: readonly string[],
  trust: KnownTrust,
): Promise<readonly LibraryProblem[]> {
  const tombstones = knownTombstones(trust)
  const there = new Set(names)
  const away = names.flatMap((name) => storyBeingDeleted(name) ?? []).filter((id) => !deleter.underWay.has(id))
  const mayFinish = repair && away.length > 0 && !isLedgerBehind(trust)
  const finished = mayFinish ? await deleter.finish((id) => tombstones.has(id)) : undefined
  const begun = away.map((id): LibraryProblem => {
    const kind = tombstones.has(id) ? 'Unfinished' : there.has(id) ? 'Twice' : 'Undecided'
    return {
      path: join(folder, 'stories', `${id}.deleting`),
      what: storageText(`doctor.deletion${kind}`, { id }),
      safe: storageText(`doctor.deletion${kind}Safe`),
      action: storageText(`doctor.deletion${kind}Action`),
      ...(finished && !finished.left.includes(id) ? { done: true as const } : {}),
    }
  })
  const again = [...tombstones.values()].filter(({ story }) => there.has(story))
  const isAway = new Set([...away, ...deleter.underWay])
  const gone = [...trust.heads].flatMap(([id]) =>
    id === LIBRARY_LEDGER || there.has(id) || tombstones.has(id) || isAway.has(id) ? [] : id,
  )
  return [
    ...begun,
    ...again.map(({ story: id, by, at }): LibraryProblem => ({
      path: join(folder, 'stories', id),
      what: storageText('doctor.deletedAgainThere', { id, by, at: localDay(at) }),
      safe: storageText('doctor.deletedAgainThereSafe'),
      action: storageText('doctor.deletedAgainThereAction', { id }),
    })),
    ...gone.map((id): LibraryProblem => ({
      path: join(folder, 'stories', id),
      what: storageText('doctor.folderGone', { id }),
      safe: storageText('safe.otherStories'),
      action: storageText('doctor.folderGoneAction'),
    })),
  ]
}

/** Whether the table of heads knows of a later entry of the library's ledger: it may be a tombstone. */
function isLedgerBehind({ library, heads }: KnownTrust): boolean {
  const head = heads.get(LIBRARY_LEDGER)
  if (!library) return true
  const { counted, refused } = library
  return (
    head !== undefined && ![...counted, ...refused.map(({ entry }) => entry)].some(({ hash }) => hash === head.head)
  )
}
