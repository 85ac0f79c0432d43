/** The files that a library keeps by content, `evidence/<sha256>`: evidence, pictures and other captured files. */
import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { UnusedFile } from '../../story/requests/requests'
import { TEMPORARY, temporaryName } from './durableFile'
import { isMissing, writeFully, type FileFacts, type FileLayer, type OpenFile } from './fileLayer'
import { hashFile } from './crypto/hashFile'
import type { FileCheck, FileUpload, KeptFile, StoredFile } from './storyStore'
import { storageErrorFrom } from './storageError'
import { Sequencer } from './sequencer'

/** True for the lower-case hex of a SHA-256. Kept files have no other names, so that no request can name a path. */
export const isContentHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

export class ContentFiles {
  /** Changes to the names in the folder. */
  private readonly names = new Sequencer()
  private readonly claimed = new Set<string>()
  /** What reading a file showed, and the file's facts at that time. */
  private readonly checked = new Map<string, { readonly is: 'whole' | 'other'; readonly facts: FileFacts }>()

  constructor(
    private readonly files: FileLayer,
    readonly folder: string,
  ) {}

  /** Starts taking in a file. `ended`: called once, when the file was kept or dropped. */
  async take(ended: () => void): Promise<FileUpload> {
    const temporary = temporaryName(join(this.folder, 'intake'))
    try {
      await this.files.addFolder(this.folder)
      return new Upload(this.files, this.folder, temporary, await this.files.open(temporary, 'new'), this.names, ended)
    } catch (error) {
      throw storageErrorFrom(error, this.folder, storageText('safe.nothingChanged'))
    }
  }

  async open(sha256: string): Promise<StoredFile | undefined> {
    if (!isContentHash(sha256)) return undefined
    const path = join(this.folder, sha256)
    try {
      const file = await this.files.open(path, 'read')
      const { size } = await file.facts()
      return {
        sha256,
        size,
        read: (from, length) => readPart(file, path, from, Math.min(length, Math.max(0, size - from))),
        close: () => file.close(),
      }
    } catch (error) {
      if (isMissing(error)) return undefined
      throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }

  /** See StoryStore.checkFile. */
  async check(sha256: string, read: boolean): Promise<FileCheck> {
    const path = join(this.folder, sha256)
    if (!isContentHash(sha256)) return { is: 'gone' }
    try {
      const facts = await this.files.facts(path)
      const known = this.checked.get(sha256)
      if (known && sameFile(known.facts, facts)) return { is: known.is, size: facts.size }
      this.checked.delete(sha256)
      if (!read) return { is: 'there', size: facts.size }
      const is = (await hashFile(this.files, path)).sha256 === sha256 ? 'whole' : 'other'
      // A file that changed while it was read is read again next time.
      if (sameFile(await this.files.facts(path), facts)) this.checked.set(sha256, { is, facts })
      return { is, size: facts.size }
    } catch (error) {
      if (isMissing(error)) return { is: 'gone' }
      throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }

  /** False when there is no such file. Otherwise removeIfAsOld no longer removes it. */
  claim(sha256: string): Promise<boolean> {
    return this.names.queue(async () => {
      if (!isContentHash(sha256)) return false
      const path = join(this.folder, sha256)
      try {
        await this.files.facts(path)
      } catch (error) {
        if (isMissing(error)) return false
        throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
      }
      this.claimed.add(sha256)
      return true
    })
  }

  isClaimed(sha256: string): boolean {
    return this.claimed.has(sha256)
  }

  /**
   * Removes a file. False, and nothing is removed, when it was claimed or copied again since it was listed: somebody
   * needs it.
   */
  removeIfAsOld({ sha256, modified }: Pick<UnusedFile, 'sha256' | 'modified'>): Promise<boolean> {
    const path = join(this.folder, sha256)
    return this.names.queue(async () => {
      try {
        const facts = await this.files.facts(path)
        if (this.claimed.has(sha256) || new Date(facts.modified).toISOString() !== modified) return false
        await this.files.remove(path)
        await this.files.syncFolder(this.folder)
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw storageErrorFrom(error, path, storageText('safe.stories'))
      }
    })
  }

  /** Deletes what a crash left half-copied. */
  async sweep(): Promise<void> {
    for (const name of await this.files.list(this.folder)) {
      if (name.startsWith('.') && name.endsWith(TEMPORARY)) await this.files.remove(join(this.folder, name))
    }
  }
}

/** Times can be set back by a person; the time of the last change of the file's facts cannot. */
const sameFile = (a: FileFacts, b: FileFacts): boolean =>
  a.size === b.size && a.modified === b.modified && a.changed === b.changed

async function readPart(file: OpenFile, path: string, from: number, length: number): Promise<Uint8Array> {
  try {
    return await file.readAt(from, length)
  } catch (error) {
    throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
  }
}

class Upload implements FileUpload {
  size = 0
  private readonly hash: Hash = createHash('sha256')
  private readonly sequencer = new Sequencer()
  private file: OpenFile | undefined
  private stopped = false

  constructor(
    private readonly files: FileLayer,
    private readonly folder: string,
    private readonly temporary: string,
    file: OpenFile,
    private readonly names: Sequencer,
    private readonly ended: () => void,
  ) {
    this.file = file
  }

  write(given: Uint8Array): Promise<void> {
    const bytes = Uint8Array.from(given)
    return this.sequencer.queue(() =>
      this.orDrop(async (file) => {
        await writeFully(file, bytes)
        this.hash.update(bytes)
        this.size += bytes.length
      }),
    )
  }

  keep(): Promise<KeptFile> {
    return this.sequencer.queue(() =>
      this.orDrop(async (file) => {
        await file.sync()
        const { size } = await file.facts()
        if (size !== this.size)
          throw Object.assign(new Error(`${size} of ${this.size} bytes were stored`), { code: 'ENOSPC' })
        const sha256 = this.hash.digest('hex')
        // It may be stopped while a large file reaches the disk.
        if (this.stopped) throw uploadEnded()
        await file.close()
        // Replaces a file of that name: it has the same content, or it rotted.
        await this.names.queue(() => this.files.rename(this.temporary, join(this.folder, sha256)))
        this.file = undefined
        this.ended()
        await this.files.syncFolder(this.folder)
        return { sha256, size }
      }),
    )
  }

  drop(): Promise<void> {
    this.stopped = true
    return this.sequencer.queue(() => this.dropNow())
  }

  private async orDrop<T>(work: (file: OpenFile) => Promise<T>): Promise<T> {
    if (!this.file || this.stopped)
      throw storageErrorFrom(uploadEnded(), this.folder, storageText('safe.nothingChanged'))
    try {
      return await work(this.file)
    } catch (error) {
      await this.dropNow()
      throw storageErrorFrom(error, this.folder, storageText('upload.safe'))
    }
  }

  private async dropNow(): Promise<void> {
    const { file } = this
    if (!file) return
    this.file = undefined
    this.ended()
    // It is already closed if giving it its name failed.
    await file.close().catch(() => undefined)
    // The next opening of the library deletes what cannot be removed now.
    await this.files.remove(this.temporary).catch(() => undefined)
  }
}

const uploadEnded = (): Error => Object.assign(new Error('the upload has ended'), { code: 'ENDED' })
