/**
 * The folder that backups of one library lie in:
 *
 *   content/<first two>/<sha256>   every content once, however many backups and files have it
 *   backups/<n>-<day>.json         what belongs to backup n: path, size and SHA-256 of every file
 *
 * A backup is there when its list is; the list is written last, after every content that it names was read back and hashed.
 */
import { dirname, join } from 'node:path'
import type { BackupMade } from '../../story/requests/requests'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { DurableFile, TEMPORARY, temporaryName } from '../disk/durableFile'
import { errorCode, isMissing, writeFully, type FileLayer, type OpenFile } from '../disk/fileLayer'
import { hashFile, passThrough, type Readable } from '../disk/hashFile'
import { DurableRecord } from '../records/durableRecord'
import { StorageError } from '../disk/storyStore'
import { storageErrorFrom } from '../disk/storageError'
import { isRecord } from '../../story/text/isRecord'

export interface BackedUpFile {
  /** From the library's folder on, with slashes. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
}
/** `backups/<n>-<day>.json`. */
export interface BackupList {
  /** Id of the library. */
  readonly library: string
  /** Its folder, for people. */
  readonly place: string
  /** ISO 8601 instant. */
  readonly made: string
  readonly files: readonly BackedUpFile[]
  /** What was wrong with a file already in the library, for people. */
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
const NOTICE_WORDS = [
  'Stet keeps backups of a newsroom library in this folder. Every file in "content" is named by its SHA-256;',
  'the lists in "backups" say which of them belong to which backup. To get a library back:',
  '',
  '  stet backup restore THIS-FOLDER --to NEW-FOLDER',
  '',
].join('\n')
/** Made in a folder that holds other things. */
const INNER = 'Stet backup'
const LIST_NAME = /^(\d{6,9})-(\d{4}-\d\d-\d\d)\.json$/

/** Paths come from a file that anybody may have written: none leads out of the new library. */
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

/** A new file of what `from` gives, read back from the disk and found to be the same. What is half-written is taken away. */
export async function writeVerified(
  files: FileLayer,
  path: string,
  from: Readable,
  stopped?: () => void,
): Promise<{ readonly sha256: string; readonly size: number }> {
  let file: OpenFile | undefined
  try {
    file = await files.open(path, 'new')
    const open = file
    const written = await passThrough(from, (piece) => writeFully(open, piece), stopped)
    await file.sync()
    await file.close()
    const readBack = await hashFile(files, path, stopped)
    if (readBack.sha256 !== written.sha256)
      throw new StorageError(
        path,
        'what was written does not read back the same',
        'What was there before is untouched.',
        'Do not trust this drive; choose another folder.',
        'VERIFY',
      )
    return written
  } catch (error) {
    if (!file) throw error
    // The first error counts; what cannot be removed now is swept later.
    await file.close().catch(() => undefined)
    await files.remove(path).catch(() => undefined)
    throw error
  }
}

const NEXT: Readonly<Record<string, string>> = {
  ENOSPC: 'Make room there, or choose another folder for backups.',
  EDQUOT: 'Make room there, or choose another folder for backups.',
  EROFS: 'Make the drive writable, or choose another folder for backups.',
  EACCES: 'Give your account access to the folder, or choose another one for backups.',
  EPERM: 'Give your account access to the folder, or choose another one for backups.',
  ENOENT: 'Plug the drive in again, or choose another folder for backups.',
}
const SAFE = 'The library and the backups made before are untouched.'

/** Trouble with the folder of backups, in words for people. */
export function backupError(error: unknown, path: string): StorageError {
  if (error instanceof StorageError && (error.code === undefined || NEXT[error.code] === undefined)) return error
  const { what, next, code } = error instanceof StorageError ? error : storageErrorFrom(error, path, SAFE)
  return new StorageError(path, what, SAFE, NEXT[code ?? ''] ?? next, code)
}

export class BackupFolder {
  private readonly fresh = new Set<string>()
  private readonly good = new Map<string, number>()
  /** Bytes of content that were not there before. */
  added = 0

  private constructor(
    private readonly files: FileLayer,
    readonly home: string,
  ) {}

  /** Where the backups of `folder` lie or would lie: in it when it is empty, otherwise in a folder of its own below it. Rejects when it is not there. */
  static async at(files: FileLayer, folder: string): Promise<BackupFolder> {
    const names = (await files.list(folder)).filter((name) => !IGNORED_FILES.has(name) && !name.endsWith(TEMPORARY))
    return new BackupFolder(files, names.length === 0 || names.includes(NOTICE) ? folder : join(folder, INNER))
  }

  /** All backups, oldest first; none when nothing was backed up here yet. */
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
      await writeVerified(files, temporary, bytesToRead(Buffer.from(NOTICE_WORDS)))
      await files.rename(temporary, join(home, NOTICE))
    }
    await files.makeFolder(join(home, 'content'))
    await files.makeFolder(join(home, 'backups'))
    await files.syncFolder(home)
    await files.syncFolder(dirname(home))
  }

  contentPath(sha256: string): string {
    return join(this.home, 'content', sha256.slice(0, 2), sha256)
  }

  /** Bytes of a content that is there and, read again, is what its name says. Undefined otherwise. */
  async holds(sha256: string, stopped?: () => void): Promise<number | undefined> {
    const known = this.good.get(sha256)
    if (known !== undefined) return known
    try {
      const found = await hashFile(this.files, this.contentPath(sha256), stopped)
      if (found.sha256 !== sha256) return undefined
      this.good.set(sha256, found.size)
      return found.size
    } catch (error) {
      // Unreadable is as good as gone: it is written anew.
      if (isMissing(error) || errorCode(error) === 'EIO') return undefined
      throw error
    }
  }

  /** Puts a content there, unless it is there already and good. */
  async keep(from: Readable, stopped?: () => void): Promise<{ readonly sha256: string; readonly size: number }> {
    const { files, home } = this
    const temporary = temporaryName(join(home, 'content', 'piece'))
    const written = await writeVerified(files, temporary, from, stopped)
    try {
      const path = this.contentPath(written.sha256)
      await files.makeFolder(dirname(path))
      // Over a file of that name only when that one is rotten.
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

  /** The last step: with the list on the disk the backup is there. */
  async finish(list: BackupList): Promise<Pick<BackupMade, 'number'>> {
    for (const shard of this.fresh) await this.files.syncFolder(shard)
    await this.files.syncFolder(join(this.home, 'content'))
    const number = ((await this.backups()).at(-1)?.number ?? 0) + 1
    const record = this.record({ number, day: list.made.slice(0, 10) })
    await record.write(list)
    const readBack = await record.read()
    if (JSON.stringify(readBack) !== JSON.stringify(list))
      throw new StorageError(
        record.path,
        'what was written does not read back the same',
        SAFE,
        'Do not trust this drive; choose another folder.',
        'VERIFY',
      )
    return { number }
  }

  /** Takes old backups away, and then what no backup names any more. Nothing, when a list that stays cannot be read. */
  async thin(): Promise<void> {
    const { files, home } = this
    const all = await this.backups()
    const drop = backupsToDrop(all)
    const content = join(home, 'content')
    for (const name of await files.list(content)) if (name.endsWith(TEMPORARY)) await files.remove(join(content, name))
    if (drop.length === 0) return
    const named = new Set<string>()
    for (const name of all)
      if (!drop.includes(name)) for (const { sha256 } of (await this.list(name)).files) named.add(sha256)
    for (const name of drop) await files.remove(this.record(name).path)
    await files.syncFolder(join(home, 'backups'))
    for (const shard of await files.list(content)) {
      for (const sha256 of await files.list(join(content, shard)))
        if (!named.has(sha256)) await files.remove(join(content, shard, sha256))
    }
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
    )
  }
}

const NEWEST = 24
const DAYS = 60

/** All but the newest 24 and the last of each of the newest 60 days. By the order in which they were made, never by the clock. */
export function backupsToDrop(all: readonly BackupName[]): readonly BackupName[] {
  const newestFirst = [...all].sort((a, b) => b.number - a.number)
  const days = new Set<string>()
  return newestFirst.filter(({ day }, place) => {
    const lastOfDay = !days.has(day) && days.size < DAYS
    if (lastOfDay) days.add(day)
    return place >= NEWEST && !lastOfDay
  })
}
