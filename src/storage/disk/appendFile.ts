/**
 * A file that only grows. An append that resolves is on the disk. One that rejects leaves exactly what was acknowledged
 * before; the file is put right before the next append at the latest.
 */
import { dirname } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { temporaryName, writeNewFile } from './durableFile'
import { writeFully, type FileLayer, type OpenFile } from './fileLayer'
import { StorageError, storageErrorFrom } from './storageError'
import { Sequencer } from './sequencer'

/** Keeps the most recently used files open, and closes the others. */
export class FileHandlePool {
  private readonly open = new Set<AppendFile>()
  constructor(private readonly limit = 48) {}

  async touch(file: AppendFile): Promise<void> {
    this.open.delete(file)
    this.open.add(file)
    for (const oldest of this.open) {
      if (this.open.size <= this.limit) return
      this.open.delete(oldest)
      await oldest.release()
    }
  }

  async closeAll(): Promise<void> {
    const files = [...this.open]
    this.open.clear()
    for (const file of files) await file.release()
  }
}

/** What may be wrong with the file after a failed append. */
type Doubt = 'none' | 'tornWrite' | 'failedSync'

export class AppendFile {
  private readonly sequencer = new Sequencer()
  private handle: OpenFile | undefined
  private doubt: Doubt = 'none'

  /** `acknowledged`: bytes of the file that are known to be on the disk. */
  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly pool: FileHandlePool,
    private acknowledged: number,
  ) {}

  get length(): number {
    return this.acknowledged
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.sequencer.queue(() => this.appendNow(bytes))
    await this.pool.touch(this)
  }

  /** After a failed append: puts the file back to what was acknowledged. */
  recover(): Promise<void> {
    return this.sequencer.queue(() => this.restore())
  }

  /** Closes the handle. The next append opens it again. */
  release(): Promise<void> {
    return this.sequencer.queue(() => this.closeHandle())
  }

  private async appendNow(bytes: Uint8Array): Promise<void> {
    try {
      await this.restore()
      const handle = this.handle ?? (await this.openHandle())
      this.doubt = 'tornWrite'
      await writeFully(handle, bytes)
      this.doubt = 'failedSync'
      // Both at once: only the sync waits for the disk.
      const [{ size, links }] = await Promise.all([handle.facts(), handle.datasync()])
      if (links === 0) throw this.changedOutside(storageText('append.deleted'))
      // Another process writes here too. Cutting the file back would destroy its words.
      if (size > this.acknowledged + bytes.length) this.doubt = 'none'
      if (size !== this.acknowledged + bytes.length)
        throw this.changedOutside(storageText('file.otherSize', { is: size, due: this.acknowledged + bytes.length }))
      this.acknowledged += bytes.length
      this.doubt = 'none'
    } catch (error) {
      // The first error counts, and the handle is not used again.
      await this.closeHandle().catch(() => undefined)
      // If this fails too, `doubt` stays, and the next append tries again first.
      await this.restore().catch(() => undefined)
      throw storageErrorFrom(error, this.path, storageText('safe.savedBefore'))
    }
  }

  private async openHandle(): Promise<OpenFile> {
    const handle = await this.files.open(this.path, 'append')
    // Nobody else knows of the handle yet: it is closed here, whatever happens.
    const size = await handle.facts().then(
      (facts) => facts.size,
      async (error: unknown) => {
        await handle.close()
        throw error
      },
    )
    if (size === this.acknowledged) {
      this.handle = handle
      return handle
    }
    await handle.close()
    throw this.changedOutside(storageText('file.otherSize', { is: size, due: this.acknowledged }))
  }

  private changedOutside(what: string): StorageError {
    return new StorageError(
      this.path,
      what,
      storageText('safe.openWindow'),
      storageText('next.startAgainWithCopy'),
      'CHANGED',
    )
  }

  /** Never uses a descriptor again whose fsync failed: the bytes may be gone although a second fsync succeeds. */
  private async restore(): Promise<void> {
    if (this.doubt === 'none') return
    await this.closeHandle()
    if (this.doubt === 'tornWrite') await this.cutBack()
    else await this.rewrite()
    this.doubt = 'none'
  }

  private async cutBack(): Promise<void> {
    const handle = await this.files.open(this.path, 'change')
    try {
      await handle.truncate(this.acknowledged)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  private async rewrite(): Promise<void> {
    const bytes = await this.files.readAll(this.path)
    if (bytes.length < this.acknowledged)
      throw this.changedOutside(storageText('file.otherSize', { is: bytes.length, due: this.acknowledged }))
    const temporary = temporaryName(this.path)
    await writeNewFile(this.files, temporary, bytes.subarray(0, this.acknowledged))
    await this.files.rename(temporary, this.path)
    await this.files.syncFolder(dirname(this.path))
  }

  private async closeHandle(): Promise<void> {
    const handle = this.handle
    this.handle = undefined
    await handle?.close()
  }
}
