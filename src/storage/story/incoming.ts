/**
 * `incoming.json`: what a merge brings into a story, written before anything else of it. From then on the merge is
 * done: the next opening of the story after a crash finishes it. Without the file nothing was merged.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { isRecord } from '../../story/text/isRecord'
import { DurableFile } from '../disk/durableFile'
import { setAside } from '../disk/damaged/setAside'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import type { Repair } from '../disk/damaged/repair'
import { StorageError, isStorageError } from '../disk/storageError'
import type { IncomingStory } from '../disk/storyStore'
import { DurableRecord } from '../records/durableRecord'
import { isSnapshotRecord, type SnapshotRecord } from '../records/shapes'
import { isLedgerEntry } from './ledger/ledgerChain'
import { stateOfSnapshot } from './snapshotFiles'

const INCOMING_FILE = 'incoming.json'

interface IncomingRecord {
  /** Base64. */
  readonly update: string
  readonly entries: IncomingStory['entries']
  readonly snapshots: readonly SnapshotRecord[]
}

const isIncoming = (value: unknown): value is IncomingRecord =>
  isRecord(value) &&
  typeof value['update'] === 'string' &&
  Array.isArray(value['entries']) &&
  value['entries'].every(isLedgerEntry) &&
  Array.isArray(value['snapshots']) &&
  value['snapshots'].every(isSnapshotRecord)

export class IncomingMerge {
  readonly #record: DurableRecord<IncomingRecord>
  readonly #path: string

  constructor(
    private readonly files: FileLayer,
    private readonly folder: string,
  ) {
    this.#path = join(folder, INCOMING_FILE)
    this.#record = new DurableRecord(new DurableFile(files, this.#path, 'json', 'incoming'), isIncoming, 0)
  }

  /** Resolves when it is on the disk. */
  write({ update, entries, snapshots }: IncomingStory): Promise<void> {
    return this.#record.write({
      update: Buffer.from(update).toString('base64'),
      entries,
      snapshots: snapshots.map((one) => ({ ...one, state: Buffer.from(one.state).toString('base64') })),
    })
  }

  /** Undefined when no merge is under way. */
  async read(): Promise<{ readonly incoming?: IncomingStory; readonly damage: readonly Repair[] }> {
    // Most stories have none: one look at the disk.
    if (!this.isThere) return { damage: [] }
    try {
      const record = await this.#record.readIfThere()
      if (!record) return { damage: [] }
      const { update, entries, snapshots } = record
      return {
        damage: [],
        incoming: {
          update: Uint8Array.from(Buffer.from(update, 'base64')),
          entries,
          snapshots: snapshots.map((one) => ({ ...one, state: stateOfSnapshot(one) })),
        },
      }
    } catch (error) {
      if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE')) throw error
      const loss = { kind: 'ledgerEnd', where: 'incoming' } as const
      return {
        damage: [{ file: INCOMING_FILE, what: storageText('incoming.damaged'), kind: 'damage', loss }],
      }
    }
  }

  /** One look at the disk. */
  get isThere(): boolean {
    return this.files.factsNow(this.#path) !== undefined
  }

  /** Takes it away when all of it is in its place. */
  async remove(): Promise<void> {
    await this.files.remove(this.#path).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await this.files.syncFolder(this.folder)
  }

  /** Keeps a damaged one for a rescue by hand. */
  async setAside(): Promise<void> {
    await setAside(this.files, this.#path)
    await this.files.syncFolder(this.folder)
  }

  /** A merge may be done, and nobody knows before the story is read again. */
  stuck(): StorageError {
    return new StorageError(
      this.#path,
      storageText('incoming.stuck'),
      storageText('safe.savedBefore'),
      storageText('incoming.stuckNext'),
      'STUCK',
    )
  }
}
