/**
 * Backs up a library that is in use. Each story is read while nothing is written to it, so that its files fit
 * together.
 */
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { tombstonesOf, type Tombstones } from '../../story/ledger/tombstones'
import type { BackupMade } from '../../story/requests/requests'
import { backupError, bytesToRead, type BackedUpFile, type BackupFolder, type BackupList } from './backupFolder'
import { openBackupFolder } from './openBackupFolder'
import { goneCaptures, lostHeads } from './lostSince'
import { fileStampOf, type BackupMemory, type StoryStamps } from './backupMemory'
import { isContentHash } from '../disk/contentFiles'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { TEMPORARY } from '../disk/durableFile'
import { errorCode, isMissing, type FileLayer } from '../disk/fileLayer'
import { isLockFile } from '../owner/libraryLock'
import { isStoryId } from '../disk/storyId'
import type { BackUpRequest } from '../disk/storyStore'
import { HEADS_FILE, HEADS_TWIN } from '../story/ledger/headsFile'
import { entriesOn, lastEntry } from '../story/ledger/ledgerEnds'
import { LEDGER_FILE, ledgerLinesOf } from '../story/ledger/ledgerFile'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { LIBRARY_LEDGER } from '../../story/trust/heads'
import { storageErrorFrom } from '../disk/storageError'
import { namedIn } from '../doctor/unusedFiles'

export interface BackUpOptions extends BackUpRequest {
  readonly files: FileLayer
  /** Folder of the library. */
  readonly folder: string
  /** Id of the library. */
  readonly library: string
  /** Runs `work` while nothing is written to the story's document and ledger. */
  readonly whileStill: <T>(story: string, work: () => Promise<T>) => Promise<T>
  readonly whileRecordsStill: <T>(work: () => Promise<T>) => Promise<T>
  /** Throws when copying has to end. */
  readonly throwIfStopped: () => void
  /** Of the backups that this process made before. */
  readonly memory: BackupMemory
}

interface FoundFile {
  readonly path: string
  readonly bytes: Uint8Array
}

const safe = (): string => storageText('backup.nothingChanged')

export async function backUpLibrary(options: BackUpOptions): Promise<BackupMade> {
  const { backup, last } = await openBackupFolder(options)
  try {
    options.memory.begin(backup.home)
    return await new Copying(options, backup, last).run()
  } catch (error) {
    throw backupError(error, backup.home)
  }
}

class Copying {
  private list: BackedUpFile[] = []
  /** Story → its files in the backup before. */
  private readonly before = new Map<string, BackedUpFile[]>()
  private readonly notes: string[] = []
  /** Stories whose folder went while it was copied → why it could not be. */
  private readonly missed = new Map<string, unknown>()
  /** Where the ledgers end that were copied. */
  private readonly ends: Record<string, LedgerEnd> = {}

  constructor(
    private readonly options: BackUpOptions,
    private readonly backup: BackupFolder,
    private readonly last: BackupList | undefined,
  ) {
    for (const file of last?.files ?? []) {
      const [top, id] = file.path.split('/')
      if (top !== 'stories' || id === undefined || !options.memory.has(id)) continue
      const files = this.before.get(id)
      if (files) files.push(file)
      else this.before.set(id, [file])
    }
  }

  async run(): Promise<BackupMade> {
    const { backup, notes, options } = this
    const { folder, at: made, library, progress, throwIfStopped } = options
    const stories = (await this.names('stories')).filter(isStoryId)
    let of = stories.length + (await this.evidence()).length
    let done = 0
    const step = (): void => progress?.({ done: ++done, of })
    for (const id of stories) {
      try {
        if (!(await this.keepUnchanged(id))) await this.keepStory(id)
      } catch (error) {
        if ((await this.names('stories')).includes(id)) throw error
        this.missed.set(id, error)
      }
      step()
    }
    // After the stories: what something refers to is copied after it, so never missing. Small files and the library's
    // ledger at one moment: each knows how far the other was.
    const records = await options.whileRecordsStill(() =>
      this.readFolder('', (name) => name !== HEADS_FILE && name !== HEADS_TWIN),
    )
    for (const file of records) await this.keep(file)
    this.noteEnd(LIBRARY_LEDGER, records, LEDGER_FILE)
    const tombstones = tombstonesOf(
      entriesOn(records.find(({ path }) => path === LEDGER_FILE)?.bytes ?? new Uint8Array()),
    )
    await this.leaveOutDeleted(tombstones)
    // People went on writing: the current table of heads would be ahead of what was copied. One that knew less than the
    // library did before would hide what the library has lost.
    const lost = lostHeads({ known: options.expected ?? [], ends: this.ends, tombstones })
    notes.push(...lost.notes)
    const heads = ledgerLinesOf(options.headsFor?.({ ...this.ends, ...lost.heads }) ?? [])
    if (heads.length > 0) for (const path of [HEADS_FILE, HEADS_TWIN]) await this.keep({ path, bytes: heads })
    const evidence = await this.evidence()
    of = stories.length + evidence.length
    for (const name of evidence) {
      await this.keepEvidence(name)
      step()
    }
    await this.keepGoneEvidence(evidence)
    throwIfStopped()
    const { number } = await backup.finish({ library, place: folder, made, files: this.list, notes })
    await backup.dropOld().catch((error: unknown) => {
      notes.push(storageText('backup.oldOnesStay', { why: backupError(error, backup.home).message }))
    })
    return {
      number,
      made,
      folder: backup.home,
      files: this.list.length,
      size: this.list.reduce((sum, { size }) => sum + size, 0),
      added: backup.added,
      notes,
    }
  }

  /**
   * Leaves out stories that were deleted after their folders were listed: the ledger has their tombstones. A story that
   * is gone without one stays in the backup.
   */
  private async leaveOutDeleted(tombstones: Tombstones): Promise<void> {
    const there = new Set(await this.names('stories'))
    const gone = new Set([...tombstones.keys()].filter((id) => !there.has(id)))
    for (const [id, error] of this.missed)
      // Its deletion was given up, and it is there again.
      if (there.has(id)) await this.keepStory(id)
      else if (!gone.has(id)) throw error
    for (const id of gone) {
      delete this.ends[id]
      this.options.memory.forget(id)
    }
    this.list = this.list.filter(({ path }) => {
      const [top, id = ''] = path.split('/')
      return top !== 'stories' || !gone.has(id)
    })
  }

  private async keepStory(id: string): Promise<void> {
    const { memory, whileStill } = this.options
    const path = `stories/${id}`
    const first = this.list.length
    // Into memory first, so that saving does not wait for a slow drive.
    const [stamps, still] = await whileStill(
      id,
      async () => [await this.stampsOf(path), await this.readFolder(path, () => true)] as const,
    )
    for (const file of still) await this.keep(file)
    this.noteEnd(id, still, `${path}/${LEDGER_FILE}`)
    await this.keepEach(`${path}/versions`)
    memory.note(id, stamps, this.list.slice(first), this.ends[id])
  }

  /** Lists the story as the backup before has it, if its files were not touched since. Reads none of them. */
  private async keepUnchanged(id: string): Promise<boolean> {
    const { backup, options } = this
    const listed = this.before.get(id)
    if (!listed) return false
    const stamps = await options.whileStill(id, () => this.stampsOf(`stories/${id}`))
    const known = stamps && options.memory.known(id, stamps, listed)
    if (!known) return false
    // The content in the backup is read all the same: a drive may forget.
    for (const { sha256, size } of listed)
      if ((await backup.holds(sha256, options.throwIfStopped)) !== size) return false
    this.list.push(...listed)
    if (known.end) this.ends[id] = known.end
    return true
  }

  /** The stamps of a story's files. Undefined: a change of one of them might not be seen. */
  private async stampsOf(path: string): Promise<StoryStamps | undefined> {
    const { at, files, folder, throwIfStopped } = this.options
    const stamps: string[] = []
    for (const place of [path, `${path}/versions`])
      for (const name of await this.names(place)) {
        throwIfStopped()
        const file = `${place}/${name}`
        if (file === `${path}/versions`) continue
        const facts = await files.facts(join(folder, file)).catch(() => undefined)
        const stamp = facts && fileStampOf(file, facts, Date.parse(at))
        if (stamp === undefined) return undefined
        stamps.push(stamp)
      }
    return stamps
  }

  private noteEnd(story: string, files: readonly FoundFile[], path: string): void {
    const last = lastEntry(files.find((file) => file.path === path)?.bytes ?? new Uint8Array())
    if (last) this.ends[story] = { entries: last.seq, head: last.hash }
  }

  private async evidence(): Promise<readonly string[]> {
    return (await this.names('evidence')).filter(isContentHash)
  }

  private async names(path: string): Promise<readonly string[]> {
    const { files, folder } = this.options
    try {
      return (await files.list(join(folder, path)))
        .filter((name) => !name.endsWith(TEMPORARY) && !isLockFile(name) && !IGNORED_FILES.has(name))
        .sort()
    } catch (error) {
      throw storageErrorFrom(error, join(folder, path), safe())
    }
  }

  /** The files in a folder, not those in folders below it. */
  private async readFolder(path: string, wanted: (name: string) => boolean): Promise<readonly FoundFile[]> {
    const found: FoundFile[] = []
    for (const name of (await this.names(path)).filter(wanted)) {
      const file = await this.readIfThere(path === '' ? name : `${path}/${name}`)
      if (file) found.push(file)
    }
    return found
  }

  private async keepEach(path: string): Promise<void> {
    for (const name of await this.names(path)) {
      const file = await this.readIfThere(`${path}/${name}`)
      if (file) await this.keep(file)
    }
  }

  /** Undefined for a folder, and for a file that was deleted since its folder was listed. */
  private async readIfThere(path: string): Promise<FoundFile | undefined> {
    const { files, folder, throwIfStopped } = this.options
    throwIfStopped()
    try {
      return { path, bytes: await files.readAll(join(folder, path)) }
    } catch (error) {
      if (errorCode(error) === 'EISDIR') return undefined
      if (await this.isGone(error, path)) return undefined
      throw storageErrorFrom(error, join(folder, path), safe())
    }
  }

  /** Whether the file was deleted meanwhile. If the whole drive is gone, listing rejects. */
  private async isGone(error: unknown, path: string): Promise<boolean> {
    return isMissing(error) && !(await this.names(dirname(path))).includes(basename(path))
  }

  private async keep({ path, bytes }: FoundFile): Promise<void> {
    const { throwIfStopped } = this.options
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if ((await this.backup.holds(sha256, throwIfStopped)) === undefined)
      await this.backup.keep(bytesToRead(bytes), throwIfStopped)
    this.list.push({ path, size: bytes.length, sha256 })
  }

  /**
   * The library has lost a captured file that it still names: the content of the backup before stays, and the backup
   * says so. Files that were tidied away are named nowhere.
   */
  private async keepGoneEvidence(there: readonly string[]): Promise<void> {
    const { files, folder, throwIfStopped } = this.options
    const gone = goneCaptures(this.last?.files ?? [], there)
    const named = await namedIn(files, folder, gone).catch((error: unknown) => {
      throw storageErrorFrom(error, folder, safe())
    })
    for (const { sha256 } of named) {
      const path = `evidence/${sha256}`
      const size = await this.backup.holds(sha256, throwIfStopped)
      if (size !== undefined) this.list.push({ path, size, sha256 })
      const note = size === undefined ? 'backup.captureLost' : 'backup.captureGone'
      this.notes.push(storageText(note, { path: join(folder, path) }))
    }
  }

  /** A captured file is named by its content. If the backup has it, the library's copy is not read. */
  private async keepEvidence(name: string): Promise<void> {
    const { files, folder, throwIfStopped } = this.options
    throwIfStopped()
    const path = `evidence/${name}`
    const held = await this.backup.holds(name, throwIfStopped)
    if (held !== undefined) {
      this.list.push({ path, size: held, sha256: name })
      return
    }
    const file = await files.open(join(folder, path), 'read').catch(async (error: unknown) => {
      if (await this.isGone(error, path)) return undefined
      throw storageErrorFrom(error, join(folder, path), safe())
    })
    if (!file) return
    try {
      const kept = await this.backup.keep({ read: (from, length) => file.readAt(from, length) }, throwIfStopped)
      if (kept.sha256 !== name) this.notes.push(storageText('backup.captureChanged', { path: join(folder, path) }))
      this.list.push({ path, ...kept })
    } finally {
      await file.close()
    }
  }
}
