/** Writes the small files of the library, one change at a time. */
import { basename } from 'node:path'
import type { FileLayer } from '../disk/fileLayer'
import { Sequencer } from '../disk/sequencer'
import { recordsOf, type LibraryRecords } from './libraryRecords'
import type { LedgerHead, LibraryRecord } from './shapes'
import { standInId, survivingLibrary } from './survivors'
import type { RecordHead } from './twinFile'
import type { TwinRecord } from './twinRecord'

export class RecordWriter {
  /** Changes of the small files, and readings that must see them all at one moment. */
  readonly #changes = new Sequencer()

  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
    private readonly records: LibraryRecords,
    /** Where the library's ledger ends, if that is known. */
    private readonly ledgerEnd: () => LedgerHead | undefined,
  ) {}

  /** Runs `work` while no small file changes. */
  whileStill<T>(work: () => Promise<T>): Promise<T> {
    return this.#changes.queue(work)
  }

  heads(): Readonly<Record<string, RecordHead>> {
    return Object.fromEntries(
      recordsOf(this.records).flatMap(({ kind, file: { head } }) => (head ? [[kind, head]] : [])),
    )
  }

  /** The envelope notes where the library's ledger ends: a ledger that is shorter later has lost entries. */
  write<T>(record: TwinRecord<T>, data: () => T | Promise<T>): Promise<void> {
    return this.#changes.queue(async () => {
      await this.checkMarker()
      const end = this.ledgerEnd()
      const about = end && { ledgerBytes: end.bytes, ledgerSeq: end.seq, ledgerHash: end.hash }
      await record.write(await data(), about)
    })
  }

  /** Changes parts of `library.json`. */
  changeLibrary(change: Partial<LibraryRecord>): Promise<void> {
    const { library } = this.records
    return this.write(library, async () => {
      const reading = await library.survey()
      return { ...(reading.present ?? survivingLibrary(reading, standInId(this.place))), ...change }
    })
  }

  /** Rejects unless library.json or its twin is there, whole or not: nothing is made on an unplugged drive. */
  async checkMarker(): Promise<void> {
    const { file } = this.records.library
    const names = await this.files.list(this.place).catch((): readonly string[] => [])
    if ([file.path, file.twinPath].some((path) => names.includes(basename(path)))) return
    await this.records.library.read()
  }
}
