/**
 * Copies stories whole into an archive, with what their facts rest on: the roster, source book, keys and ledger of the
 * library, and the captured files. Nothing is removed from the library here. Every step can be done again: what a crash
 * left is finished by the next run.
 */
import { basename, dirname, join, resolve, sep } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { LIBRARY_LEDGER } from '../../story/trust/heads'
import { removeLeftover, TEMPORARY, temporaryName, writeNewFile } from '../disk/durableFile'
import { isMissing, writeFully, type FileLayer } from '../disk/fileLayer'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { checkStoryId } from '../disk/storyId'
import { StorageError, storageErrorFrom } from '../disk/storageError'
import type { ArchiveRequest, ArchivedStories } from '../disk/storyStore'
import { filesNamedIn } from '../doctor/unusedFiles'
import { isLockFile, LibraryInUse, newToken, takeLock } from '../owner/libraryLock'
import { NO_SOCKET } from '../owner/ownerSocket'
import { ARCHIVE_FILE, archiveMarker, type ArchiveMarker } from '../records/archiveMarker'
import { HEADS_FILE, HEADS_TWIN } from '../story/ledger/headsFile'
import { entriesOn, lastEntry } from '../story/ledger/ledgerEnds'
import { LEDGER_FILE, ledgerLinesOf } from '../story/ledger/ledgerFile'
import { SNAPSHOT_FOLDER } from '../story/snapshotFiles'
import { copyCaptured, filesIn, placeStory } from './copyStory'

export interface ArchiveOptions extends ArchiveRequest {
  readonly files: FileLayer
  /** Folder of the library. */
  readonly folder: string
  /** Id of the library. */
  readonly library: string
  readonly whileStill: <T>(story: string, work: () => Promise<T>) => Promise<T>
  readonly whileRecordsStill: <T>(work: () => Promise<T>) => Promise<T>
}

const safe = (): string => storageText('archive.safe')

export async function archiveInto(options: ArchiveOptions): Promise<ArchivedStories> {
  const { files, at } = options
  const to = resolve(options.to)
  try {
    const marker = await openArchive(options, to)
    const lock = await takeLock(files, to, { token: newToken(), socket: NO_SOCKET, at })
    try {
      const failed = await new Archiving(options, to, marker.id).run()
      return { archive: marker.id, folder: to, failed }
    } finally {
      await lock.release()
    }
  } catch (error) {
    if (error instanceof LibraryInUse) throw refused(to, storageText('archive.inUse'))
    throw storageErrorFrom(error, to, safe())
  }
}

type Place = Pick<ArchiveOptions, 'files' | 'folder' | 'library'>

/**
 * Rejects with StorageError if archiveInto would refuse the folder, or nothing can be written there. Leaves nothing
 * there: the file with which it tries is removed.
 */
export async function checkArchiveFolder(place: Place, folder: string): Promise<void> {
  const to = resolve(folder)
  try {
    if (await findArchive(place, to))
      await ledgerBefore(place.files, to, await place.files.readAll(join(place.folder, LEDGER_FILE)))
    await tryToWrite(place.files, to)
  } catch (error) {
    throw storageErrorFrom(error, to, safe())
  }
}

/** Where the folder is missing, it will be made: then the folder around it is tried. */
async function tryToWrite(files: FileLayer, to: string): Promise<void> {
  const isThere = await files.facts(to).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )
  const trial = temporaryName(isThere ? join(to, ARCHIVE_FILE) : to)
  try {
    await writeNewFile(files, trial, new Uint8Array(1))
  } finally {
    await removeLeftover(files, trial)
  }
}

/** Finds the archive of this library. Undefined: the folder is missing or empty. Refuses any other folder. */
async function findArchive({ files, folder, library }: Place, to: string): Promise<ArchiveMarker | undefined> {
  if (to === folder || to.startsWith(folder + sep) || folder.startsWith(to + sep))
    throw refused(to, storageText('archive.insideLibrary'))
  await files.list(dirname(to))
  const there = await files.list(to).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const names = there.filter((name) => !IGNORED_FILES.has(name) && !isLockFile(name) && !name.endsWith(TEMPORARY))
  if (names.some((name) => name === ARCHIVE_FILE || name === `${ARCHIVE_FILE}.prev`)) {
    const found = await archiveMarker(files, to).read()
    if (found.of !== library) throw refused(to, storageText('archive.otherLibrary'))
    return found
  }
  if (names.length > 0) throw refused(to, storageText('archive.notEmpty'))
  return undefined
}

/** Finds the archive of this library, or makes one in a folder that is missing or empty. */
async function openArchive(options: ArchiveOptions, to: string): Promise<ArchiveMarker> {
  const { files, library, at, newId } = options
  const found = await findArchive(options, to)
  if (found) return found
  await files.addFolder(to)
  const marker = archiveMarker(files, to)
  // First: without it the rest would pass for a library of its own.
  const made = { id: newId(), of: library, made: at }
  // Twice: the generation before is the copy that is read when this one is damaged.
  await marker.write(made)
  await marker.write(made)
  for (const inner of ['stories', 'evidence']) await files.addFolder(join(to, inner))
  await files.syncFolder(to)
  await files.syncFolder(dirname(to))
  return made
}

/** The ledger of the archive, if it has one. Refuses one that is not the beginning of the library's. */
async function ledgerBefore(files: FileLayer, to: string, ledger: Uint8Array): Promise<Uint8Array | undefined> {
  const before = await files.readAll(join(to, LEDGER_FILE)).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (before && (before.length > ledger.length || Buffer.compare(before, ledger.subarray(0, before.length)) !== 0))
    throw refused(to, storageText('archive.otherLedger'))
  return before
}

const refused = (to: string, what: string): StorageError =>
  new StorageError(to, what, safe(), storageText('next.otherFolder'), 'ARCHIVE')

class Archiving {
  private readonly ends: Record<string, LedgerEnd> = {}

  constructor(
    private readonly options: ArchiveOptions,
    private readonly to: string,
    private readonly archive: string,
  ) {}

  async run(): Promise<ReadonlyMap<string, string>> {
    await this.sweep()
    await this.copyRecords()
    const failed = new Map<string, string>()
    for (const id of this.options.stories)
      try {
        await this.copyStory(checkStoryId(this.options.folder, id))
      } catch (error) {
        // One that cannot be copied keeps no other back. Where nothing can be written, the table of heads says so.
        failed.set(id, storageErrorFrom(error, join(this.to, 'stories', id), safe()).message)
      }
    // Once for all of them: none leaves the library before.
    if (this.options.stories.length > 0) await this.options.files.syncFolder(join(this.to, 'stories'))
    await this.writeHeads()
    return failed
  }

  /** Removes what a crash left half-copied. */
  private async sweep(): Promise<void> {
    const { files } = this.options
    for (const inner of ['stories', 'evidence']) await files.addFolder(join(this.to, inner))
    for (const folder of [this.to, join(this.to, 'evidence')])
      for (const name of await files.list(folder))
        if (name.startsWith('.') && name.endsWith(TEMPORARY)) await files.remove(join(folder, name))
    const stories = join(this.to, 'stories')
    for (const name of await files.list(stories))
      if (name.endsWith(TEMPORARY)) await files.removeFolder(join(stories, name))
  }

  /** The small files and the ledger of the library, as they are at one moment. */
  private async copyRecords(): Promise<void> {
    const { files, folder, whileRecordsStill } = this.options
    const { records, ledger } = await whileRecordsStill(async () => ({
      records: await filesIn(files, folder, (name) => !TOP_OF_ITS_OWN.has(name)),
      ledger: await files.readAll(join(folder, LEDGER_FILE)),
    }))
    await this.continueLedger(ledger)
    for (const [name, bytes] of records) await this.replace(join(this.to, name), bytes)
    await files.syncFolder(this.to)
    const last = lastEntry(ledger)
    if (last) this.ends[LIBRARY_LEDGER] = { entries: last.seq, head: last.hash }
  }

  /** The ledger of the archive is the beginning of the library's: the lines that it lacks are appended. */
  private async continueLedger(ledger: Uint8Array): Promise<void> {
    const { files } = this.options
    const path = join(this.to, LEDGER_FILE)
    const before = await ledgerBefore(files, this.to, ledger)
    if (!before) return this.replace(path, ledger)
    if (before.length === ledger.length) return
    const file = await files.open(path, 'append')
    try {
      await writeFully(file, ledger.subarray(before.length))
      await file.sync()
    } finally {
      await file.close()
    }
  }

  private async copyStory(id: string): Promise<void> {
    const { files, folder, whileStill } = this.options
    const from = join(folder, 'stories', id)
    const [evidence, to] = [join(folder, 'evidence'), join(this.to, 'evidence')]
    for (const { sha256 } of await filesNamedIn(files, folder, from))
      await copyCaptured(files, { from: evidence, to, sha256, safe: safe() })
    const still = await whileStill(id, () => filesIn(files, from))
    const snapshots = await filesIn(files, join(from, SNAPSHOT_FOLDER))
    await placeStory(files, join(this.to, 'stories', id), { still, snapshots })
    const last = lastEntry(still.get(LEDGER_FILE) ?? new Uint8Array())
    if (last) this.ends[id] = { entries: last.seq, head: last.hash }
  }

  private async writeHeads(): Promise<void> {
    const { files, headsFor } = this.options
    const before: LedgerEntry[] = []
    for (const name of [HEADS_FILE, HEADS_TWIN])
      try {
        before.push(...entriesOn(await files.readAll(join(this.to, name))))
        break
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    const lines = ledgerLinesOf(headsFor(this.archive, before, this.ends))
    // One after the other: a crash leaves one of them whole.
    for (const name of [HEADS_FILE, HEADS_TWIN]) {
      await this.replace(join(this.to, name), lines)
      await files.syncFolder(this.to)
    }
  }

  private async replace(path: string, bytes: Uint8Array): Promise<void> {
    const { files } = this.options
    const before = await files.readAll(path).catch(() => undefined)
    if (before && Buffer.compare(before, bytes) === 0) return
    const temporary = temporaryName(join(dirname(path), basename(path)))
    await writeNewFile(files, temporary, bytes)
    await files.rename(temporary, path)
  }
}

/** Files at the top that each library has for itself. */
const TOP_OF_ITS_OWN: ReadonlySet<string> = new Set([
  LEDGER_FILE,
  HEADS_FILE,
  HEADS_TWIN,
  ARCHIVE_FILE,
  `${ARCHIVE_FILE}.prev`,
  'stories',
  'evidence',
])
