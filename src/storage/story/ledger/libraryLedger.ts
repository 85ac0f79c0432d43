/**
 * A ledger at the top of a library: its own, of roster and source book, or the table of heads. Made with its first
 * entry; an old library has none.
 */
import { join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { FileHandlePool } from '../../disk/appendFile'
import { writeNewFile } from '../../disk/durableFile'
import type { FileLayer } from '../../disk/fileLayer'
import { storageErrorFrom } from '../../disk/storageError'
import type { LedgerHead } from '../../records/shapes'
import { LEDGER_FILE, LedgerFile, missingSince, type LedgerReading, type LedgerTwin } from './ledgerFile'

export class LibraryLedger {
  private opening: Promise<LedgerFile> | undefined
  private file: LedgerFile | undefined

  /**
   * `checkLibrary`: rejects when the library is not there, so that nothing is made where a drive is unplugged. `saved`:
   * where the ledger ended when a small file of the library was written last.
   */
  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
    private readonly pool: FileHandlePool,
    private readonly writable: boolean,
    private readonly checkLibrary: () => Promise<unknown>,
    private readonly saved: () => Promise<LedgerHead | undefined>,
    private readonly name = LEDGER_FILE,
    private readonly twin?: LedgerTwin,
  ) {}

  /** How far the ledger is on the disk. Undefined before it was read, and for a library without one. */
  get end(): LedgerHead | undefined {
    return this.file?.end
  }

  async read(): Promise<LedgerReading> {
    const saved = await this.saved()
    const reading = (await this.exists())
      ? await (await this.open()).read(saved?.bytes ?? 0)
      : { entries: [], repairs: [], lastWrite: 0 }
    const missing = saved ? missingSince(LEDGER_FILE, saved, reading.entries) : []
    return { ...reading, repairs: [...reading.repairs, ...missing] }
  }

  async append(entries: readonly LedgerEntry[]): Promise<void> {
    await (await this.open()).append(entries)
  }

  async replace(entries: readonly LedgerEntry[]): Promise<void> {
    await (await this.open()).replace(entries)
  }

  /** Runs `work` while nothing is written to the ledger. */
  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    return (await this.exists()) ? (await this.open()).whileStill(work) : work()
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
    const saved = async (): Promise<number> => (await this.saved())?.bytes ?? 0
    this.file = new LedgerFile(this.files, path, this.pool, this.writable, saved, this.twin)
    return this.file
  }

  async exists(): Promise<boolean> {
    try {
      return (await this.files.list(this.place)).includes(this.name)
    } catch (error) {
      throw storageErrorFrom(error, this.place, storageText('safe.nothingChanged'))
    }
  }
}
