/**
 * The folder with the backups of one library:
 *
 *   content/<first two>/<sha256>   every content once, however many backups and files have it
 *   backups/<n>-<day>.json         what belongs to backup n: path, size and SHA-256 of every file
 *
 * A backup exists when its list does. The list is written last, after every content that it names was read back and
 * hashed.
 */
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { storageText } from '../../catalogue/rooms/storage'
import type { BackupMade } from '../../story/requests/requests'
import { isContentHash } from '../disk/contentFiles'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { DurableFile, TEMPORARY, temporaryName } from '../disk/durableFile'
import { errorCode, isMissing, writeFully, type FileLayer, type OpenFile } from '../disk/fileLayer'
import { hashFile, passThrough, type Readable } from '../disk/crypto/hashFile'
import { DurableRecord } from '../records/durableRecord'
import { StorageError, knownCode, storageErrorFrom } from '../disk/storageError'
import { isRecord } from '../../story/text/isRecord'

export interface BackedUpFile {
  /** Relative to the library's folder, with slashes. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
}
/** `backups/<n>-<day>.json`. */
export interface BackupList {
  /** Id of the library. */
  readonly library: string
  /** Folder of the library, for people. */
  readonly place: string
  /** ISO 8601 instant. */
  readonly made: string
  readonly files: readonly BackedUpFile[]
  /** What was wrong with files in the library already, for people. */
  readonly notes: readonly string[]
}
export interface BackupName {
  readonly number: number
  /** YYYY-MM-DD. */
  readonly day: string
}

export const bytesToRead = (bytes: Uint8Array): Readable => ({
  read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
})

const NOTICE = 'About this Stet backup.txt'
/** Folder for the backups inside a folder that holds other things. */
const INNER = 'Stet backup'
/** A folder below `content`: the first two letters of what it holds. */
const SHARD = /^[0-9a-f]{2}$/
const LIST_NAME = /^(\d{6,9})-(\d{4}-\d\d-\d\d)\.json$/

/** Anybody may have written the list: a path must not lead out of the new library. */
const isSafePath = (path: unknown): path is string =>
  typeof path === 'string' &&
  !/[\\\0]/.test(path) &&
  path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
const isBackedUpFile = (value: unknown): value is BackedUpFile =>
  isRecord(value) &&
  isSafePath(value['path']) &&
  Number.isSafeInteger(value['size']) &&
  typeof value['sha256'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['sha256'])
export const isBackupList = (value: unknown): value is BackupList =>
  isRecord(value) &&
  typeof value['library'] === 'string' &&
  typeof value['place'] === 'string' &&
  typeof value['made'] === 'string' &&
  Array.isArray(value['notes']) &&
  Array.isArray(value['files']) &&
  value['files'].every(isBackedUpFile)

/** Writes a new file from `from`, reads it back and compares. Deletes it if that fails. */
export async function writeVerified(
  files: FileLayer,
  path: string,
  from: Readable,
  throwIfStopped?: () => void,
): Promise<{ readonly sha256: string; readonly size: number }> {
  let file: OpenFile | undefined
  try {
    file = await files.open(path, 'new')
    const open = file
    const written = await passThrough(from, (piece) => writeFully(open, piece), throwIfStopped)
    await file.sync()
    await file.close()
    const readBack = await hashFile(files, path, throwIfStopped)
    if (readBack.sha256 !== written.sha256)
      throw new StorageError(
        path,
        storageText('backup.readsBackDifferent'),
        storageText('backup.beforeUntouched'),
        storageText('backup.distrustDrive'),
        'VERIFY',
      )
    return written
  } catch (error) {
    if (!file) throw error
    // The first error counts. What cannot be deleted now is deleted later.
    await file.close().catch(() => undefined)
    await files.remove(path).catch(() => undefined)
    throw error
  }
}

/** What to do about a code of the file system, if it is about the folder of backups. */
function nextFor(code = ''): string | undefined {
  switch (knownCode(code)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return storageText('backup.makeRoom')
    case 'EROFS':
      return storageText('backup.makeWritable')
    case 'EACCES':
      return storageText('backup.giveAccess')
    case 'ENOENT':
    case 'ENODEV':
      return storageText('backup.plugIn')
    default:
      return undefined
  }
}

/** An error about the folder of backups, in words for people. */
export function backupError(error: unknown, path: string): StorageError {
  if (error instanceof StorageError && nextFor(error.code) === undefined) return error
  const safe = storageText('backup.safe')
  const { what, next, code } = error instanceof StorageError ? error : storageErrorFrom(error, path, safe)
  return new StorageError(path, what, safe, nextFor(code) ?? next, code)
}

export class BackupFolder {
  private readonly fresh = new Set<string>()
  private readonly good = new Map<string, number>()
  /** Bytes of content that this backup added. */
  added = 0

  private constructor(
    private readonly files: FileLayer,
    readonly home: string,
  ) {}

  /**
   * The backups in `folder`: in itself if it is empty, otherwise in a folder below it. Rejects when `folder` is
   * missing.
   */
  static async at(files: FileLayer, folder: string): Promise<BackupFolder> {
    const names = (await files.list(folder)).filter((name) => !IGNORED_FILES.has(name) && !name.endsWith(TEMPORARY))
    return new BackupFolder(files, names.length === 0 || names.includes(NOTICE) ? folder : join(folder, INNER))
  }

  /** All backups, oldest first. Empty when nothing was backed up here yet. */
  async backups(): Promise<readonly BackupName[]> {
    try {
      const names = await this.files.list(join(this.home, 'backups'))
      return names
        .flatMap((name) => {
          const [, number, day] = LIST_NAME.exec(name) ?? []
          return number && day ? [{ number: Number(number), day }] : []
        })
        .sort((a, b) => a.number - b.number)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  list(name: BackupName): Promise<BackupList> {
    return this.record(name).read()
  }

  async prepare(): Promise<void> {
    const { files, home } = this
    await files.makeFolder(home)
    if (!(await files.list(home)).includes(NOTICE)) {
      const temporary = temporaryName(join(home, NOTICE))
      await writeVerified(files, temporary, bytesToRead(Buffer.from(storageText('backup.notice'))))
      await files.rename(temporary, join(home, NOTICE))
    }
    await files.makeFolder(join(home, 'content'))
    await files.makeFolder(join(home, 'backups'))
    await files.syncFolder(home)
    await files.syncFolder(dirname(home))
    // What a backup left that did not end: on a full drive the next one needs the room.
    for (const inner of ['content', 'backups'])
      for (const name of await files.list(join(home, inner)))
        if (name.endsWith(TEMPORARY)) await files.remove(join(home, inner, name))
  }

  contentPath(sha256: string): string {
    return join(this.home, 'content', sha256.slice(0, 2), sha256)
  }

  /** Size of a content, if it is there and still has the hash of its name. Reads it once. */
  async holds(sha256: string, throwIfStopped?: () => void): Promise<number | undefined> {
    const known = this.good.get(sha256)
    if (known !== undefined) return known
    try {
      const found = await hashFile(this.files, this.contentPath(sha256), throwIfStopped)
      if (found.sha256 !== sha256) return undefined
      this.good.set(sha256, found.size)
      return found.size
    } catch (error) {
      // One that cannot be read is written again.
      if (isMissing(error) || errorCode(error) === 'EIO') return undefined
      throw error
    }
  }

  /** Adds a content. */
  async keep(from: Readable, throwIfStopped?: () => void): Promise<{ readonly sha256: string; readonly size: number }> {
    const { files, home } = this
    const temporary = temporaryName(join(home, 'content', 'piece'))
    const written = await writeVerified(files, temporary, from, throwIfStopped)
    try {
      const path = this.contentPath(written.sha256)
      await files.makeFolder(dirname(path))
      // Replaces a file of that name: callers add only what `holds` does not find good.
      await files.rename(temporary, path)
      this.fresh.add(dirname(path))
    } catch (error) {
      await files.remove(temporary).catch(() => undefined)
      throw error
    }
    this.good.set(written.sha256, written.size)
    this.added += written.size
    return written
  }

  /** The last step: the backup exists when its list is on the disk. */
  async finish(list: BackupList): Promise<Pick<BackupMade, 'number'>> {
    for (const shard of this.fresh) await this.files.syncFolder(shard)
    await this.files.syncFolder(join(this.home, 'content'))
    const number = ((await this.backups()).at(-1)?.number ?? 0) + 1
    const record = this.record({ number, day: list.made.slice(0, 10) })
    await record.write(list)
    const readBack = await record.read()
    if (!isDeepStrictEqual(readBack, list))
      throw new StorageError(
        record.path,
        storageText('backup.readsBackDifferent'),
        storageText('backup.safe'),
        storageText('backup.distrustDrive'),
        'VERIFY',
      )
    return { number }
  }

  /**
   * Deletes old backups, then contents that no backup names. Deletes nothing when a list that stays cannot be read.
   * Only after the first backup of a day: it reads every list that stays.
   */
  async dropOld(): Promise<void> {
    const { files, home } = this
    const all = await this.backups()
    const drop = backupsToDrop(all)
    const content = join(home, 'content')
    const [before, newest] = all.slice(-2)
    if (drop.length === 0 || before?.day === newest?.day) return
    const named = new Set<string>()
    for (const name of all)
      if (!drop.includes(name)) for (const { sha256 } of (await this.list(name)).files) named.add(sha256)
    for (const name of drop) await files.remove(this.record(name).path)
    await files.syncFolder(join(home, 'backups'))
    // Other programs put files of their own there, such as .DS_Store.
    for (const shard of (await files.list(content)).filter((name) => SHARD.test(name)))
      for (const sha256 of (await files.list(join(content, shard))).filter(isContentHash))
        if (!named.has(sha256)) await files.remove(join(content, shard, sha256))
  }

  private record({ number, day }: BackupName): DurableRecord<BackupList> {
    return new DurableRecord(
      new DurableFile(
        this.files,
        join(this.home, 'backups', `${String(number).padStart(6, '0')}-${day}.json`),
        'json',
        'backup',
      ),
      isBackupList,
      0,
    )
  }
}

const NEWEST = 24
const DAYS = 60

/** All but the newest 24 and the last of each of the newest 60 days. Ordered by number, because clocks can jump. */
export function backupsToDrop(all: readonly BackupName[]): readonly BackupName[] {
  const newestFirst = [...all].sort((a, b) => b.number - a.number)
  const days = new Set<string>()
  return newestFirst.filter(({ day }, place) => {
    const lastOfDay = !days.has(day) && days.size < DAYS
    if (lastOfDay) days.add(day)
    return place >= NEWEST && !lastOfDay
  })
}
