/**
 * A ledger at the top of a library: its own, of roster and source book, or the table of heads. Made with its first
 * entry; an old library has none.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { FileHandlePool } from '../disk/appendFile'
import { writeNewFile } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'
import { LEDGER_FILE, LedgerFile } from './ledgerFile'

export class LibraryLedger {
  private opening: Promise<LedgerFile> | undefined

  /** `checkLibrary`: rejects when the library is not there, so that nothing is made where a drive is unplugged. */
  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
    private readonly pool: FileHandlePool,
    private readonly writable: boolean,
    private readonly checkLibrary: () => Promise<unknown>,
    private readonly name = LEDGER_FILE,
  ) {}

  async read(): Promise<readonly LedgerEntry[]> {
    if (!(await this.exists())) return []
    return (await (await this.open()).read()).entries
  }

  async append(entries: readonly LedgerEntry[]): Promise<void> {
    await (await this.open()).append(entries)
  }

  async replace(entries: readonly LedgerEntry[]): Promise<void> {
    await (await this.open()).replace(entries)
  }

  /** Runs `work` while nothing is written to the ledger. */
  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    return (await this.open()).whileStill(work)
  }

  private open(): Promise<LedgerFile> {
    const opening = (this.opening ??= this.openNow())
    opening.catch(() => {
      this.opening = undefined
    })
    return opening
  }

  private async openNow(): Promise<LedgerFile> {
    const path = join(this.place, this.name)
    await this.checkLibrary()
    try {
      if (this.writable && !(await this.exists())) {
        await writeNewFile(this.files, path, new Uint8Array())
        await this.files.syncFolder(this.place)
      }
    } catch (error) {
      throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
    return new LedgerFile(this.files, path, this.pool, this.writable, () => Promise.resolve(0))
  }

  async exists(): Promise<boolean> {
    try {
      return (await this.files.list(this.place)).includes(this.name)
    } catch (error) {
      throw storageErrorFrom(error, this.place, storageText('safe.nothingChanged'))
    }
  }
}
