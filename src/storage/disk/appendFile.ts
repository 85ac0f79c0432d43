/**
 * A file that only grows. An append that resolves is on the disk; one that rejects leaves exactly what was acknowledged
 * before, at the latest before the next append goes on.
 */
import { dirname } from 'node:path'
import { temporaryName, writeNewFile } from './durableFile'
import { writeFully, type FileLayer, type OpenFile } from './fileLayer'
import { StorageError } from './storyStore'
import { STATE_BEFORE_HOLDS, storageErrorFrom } from './storageError'
import { Sequencer } from './sequencer'

/** Keeps the files used last open and closes the others. */
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

type Doubt = 'none' | 'tornWrite' | 'failedSync'

export class AppendFile {
  private readonly turns = new Sequencer()
  private handle: OpenFile | undefined
  private doubt: Doubt = 'none'

  /** `acknowledged`: the bytes of the file that are known to be good. */
  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly shelf: FileHandlePool,
    private acknowledged: number,
  ) {}

  get length(): number {
    return this.acknowledged
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.turns.queue(() => this.appendNow(bytes))
    await this.shelf.touch(this)
  }

  /** Puts the file back to what was acknowledged, after an append failed. */
  settle(): Promise<void> {
    return this.turns.queue(() => this.restore())
  }

  /** Closes the handle; the next append opens it again. */
  release(): Promise<void> {
    return this.turns.queue(() => this.closeHandle())
  }

  private async appendNow(bytes: Uint8Array): Promise<void> {
    try {
      await this.restore()
      const handle = this.handle ?? (await this.openHandle())
      this.doubt = 'tornWrite'
      await writeFully(handle, bytes)
      this.doubt = 'failedSync'
      // Asked side by side: what the file is does not wait for the disk, and both have to be good.
      const [{ size, links }] = await Promise.all([handle.facts(), handle.datasync()])
      if (links === 0) throw this.changedOutside('it was deleted while Stet was writing to it')
      // More than we wrote: somebody else writes here too, and cutting back would destroy their words.
      if (size > this.acknowledged + bytes.length) this.doubt = 'none'
      if (size !== this.acknowledged + bytes.length)
        throw this.changedOutside(`it holds ${size} bytes instead of ${this.acknowledged + bytes.length}`)
      this.acknowledged += bytes.length
      this.doubt = 'none'
    } catch (error) {
      // Whatever closing says now: the handle is not used again, and the first error is the one that counts.
      await this.closeHandle().catch(() => undefined)
      // When this fails too, `doubt` stays and the next append starts with it and says so.
      await this.restore().catch(() => undefined)
      throw storageErrorFrom(error, this.path, STATE_BEFORE_HOLDS)
    }
  }

  private async openHandle(): Promise<OpenFile> {
    const handle = await this.files.open(this.path, 'append')
    const { size } = await handle.facts()
    if (size === this.acknowledged) {
      this.handle = handle
      return handle
    }
    await handle.close()
    throw this.changedOutside(`it holds ${size} bytes instead of ${this.acknowledged}`)
  }

  private changedOutside(what: string): StorageError {
    return new StorageError(
      this.path,
      what,
      'The words in the window are safe as long as it stays open.',
      'Open the story again.',
      'CHANGED',
    )
  }

  /** Never trusts a descriptor whose fsync failed: its bytes may be gone although a second fsync says otherwise. */
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
      throw this.changedOutside(`it holds ${bytes.length} bytes instead of ${this.acknowledged}`)
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
