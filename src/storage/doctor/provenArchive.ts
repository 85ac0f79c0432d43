/**
 * What the signed records of an archive prove of it when `archive.json` is lost: its tombstones name it, and its table
 * of heads is one that only archives have.
 */
import { join } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { tombstonesOf, type Tombstone } from '../../story/ledger/tombstones'
import { LIBRARY_LEDGER } from '../../story/trust/heads'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { isStoryId } from '../disk/storyId'
import type { ArchiveMarker } from '../records/archiveMarker'
import { libraryRecords } from '../records/libraryRecords'
import { keptHeads } from '../records/readLibraryFacts'
import { HEADS_FILE, HEADS_TWIN } from '../story/ledger/headsFile'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import { entriesIn, readKnownTrust } from './knownHeads'

/**
 * Undefined: nothing is proven. Proven is it by all of these together:
 * - the table of heads is one line with a good signature, the same in both copies, and has exactly the stories that lie
 *   here. A library’s own table lacks stories that were moved away;
 * - the table has the present end of the library’s ledger, of which every entry counts;
 * - tombstones of stories that lie here name one archive and no other, with the heads that the table has;
 * - `library.json` is good: it has the id of the library.
 */
export async function provenArchive(files: FileLayer, folder: string): Promise<ArchiveMarker | undefined> {
  const ledger = await entriesIn(files, join(folder, LEDGER_FILE))
  if (!ledger.some(isMoved)) return undefined
  // Without keys nothing is signed.
  const { library, heads } = await readKnownTrust(files, folder, undefined)
  if (library === undefined || library.refused.length > 0 || library.history.library === undefined) return undefined
  if (!(await isWrittenAtOnce(files, folder))) return undefined
  if (heads.get(LIBRARY_LEDGER)?.head !== ledger.at(-1)?.hash) return undefined
  const stories = await storiesIn(files, folder)
  const known = new Set([...heads].map(([story]) => story).filter((story) => story !== LIBRARY_LEDGER))
  if (known.size !== stories.length || stories.some((story) => !known.has(story))) return undefined
  const moved = tombstonesHere(library.counted, stories)
  const first = moved[0]
  if (first?.archive === undefined) return undefined
  const fits = ({ story, archive, entries, head }: Tombstone): boolean =>
    archive === first.archive && heads.get(story)?.entries === entries && heads.get(story)?.head === head
  if (!moved.every(fits)) return undefined
  const { present } = await libraryRecords(files, folder).library.survey(keptHeads(ledger)['library'])
  if (present === undefined) return undefined
  // When it was made nobody knows any more. It was there when its first story was moved.
  return { id: first.archive, of: present.id, made: moved.map(({ at }) => at).toSorted()[0] ?? first.at }
}

/** The archive to which stories that lie here were moved, if there is one. That does not prove that this is it. */
export async function archiveNamedBy(files: FileLayer, folder: string): Promise<string | undefined> {
  if (!(await entriesIn(files, join(folder, LEDGER_FILE))).some(isMoved)) return undefined
  const { library } = await readKnownTrust(files, folder, undefined)
  return tombstonesHere(library?.counted ?? [], await storiesIn(files, folder)).find(isMoved)?.archive
}

const isMoved = (entry: LedgerEntry): boolean => entry.kind === 'storyDeleted' && entry.archive !== undefined

const tombstonesHere = (entries: readonly LedgerEntry[], stories: readonly string[]): readonly Tombstone[] => {
  const here = new Set(stories)
  return [...tombstonesOf(entries).values()].filter(({ story }) => here.has(story))
}

/** A library appends to its table. That of an archive is written whole by each move. */
async function isWrittenAtOnce(files: FileLayer, folder: string): Promise<boolean> {
  const [first = [], second = []] = await Promise.all(
    [HEADS_FILE, HEADS_TWIN].map((name) => entriesIn(files, join(folder, name))),
  )
  return first.length === 1 && second.length === 1 && first[0]?.hash === second[0]?.hash
}

async function storiesIn(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return (await files.list(join(folder, 'stories'))).filter(isStoryId)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
