/** `versions/<n>.json`: the snapshots that are kept of a story, each with its whole state. */
import { basename, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { DurableFile } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { isStorageError, storageErrorFrom } from '../disk/storageError'
import type { StorySnapshot } from '../disk/storyStore'
import { DurableRecord } from '../records/durableRecord'
import { isSnapshotRecord, type SnapshotRecord } from '../records/shapes'

export const SNAPSHOT_FOLDER = 'versions'
const SNAPSHOT_FILE = /^(\d{1,9})\.json$/

/** The numbers of the snapshots among the names in the folder, lowest first. */
export const snapshotNumbersIn = (names: readonly string[]): readonly number[] =>
  names
    .flatMap((name) => SNAPSHOT_FILE.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)

/** The file of a snapshot. `folder`: the story's. */
export const snapshotRecord = (files: FileLayer, folder: string, n: number): DurableRecord<SnapshotRecord> =>
  new DurableRecord(
    new DurableFile(files, join(folder, SNAPSHOT_FOLDER, `${n}.json`), 'json', 'version'),
    isSnapshotRecord,
    0,
  )

export const stateOfSnapshot = ({ state }: SnapshotRecord): Uint8Array => Uint8Array.from(Buffer.from(state, 'base64'))

export class SnapshotFiles {
  private readonly folder: string

  /** `storyFolder`: the folder of the story. */
  constructor(
    private readonly files: FileLayer,
    private readonly storyFolder: string,
  ) {
    this.folder = join(storyFolder, SNAPSHOT_FOLDER)
  }

  async write(snapshot: StorySnapshot): Promise<void> {
    await this.record(snapshot.n).write({ ...snapshot, state: Buffer.from(snapshot.state).toString('base64') })
  }

  /** All that can be read: a damaged one must not hide the others. The doctor names it. */
  async list(): Promise<readonly StorySnapshot[]> {
    const snapshots: StorySnapshot[] = []
    for (const n of await this.numbers()) {
      try {
        snapshots.push(await this.read(n))
      } catch (error) {
        if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE')) throw error
      }
    }
    return snapshots
  }

  async numbers(): Promise<readonly number[]> {
    try {
      return snapshotNumbersIn(await this.files.list(this.folder))
    } catch (error) {
      throw storageErrorFrom(error, this.folder, storageText('safe.nothingChanged'))
    }
  }

  async read(n: number): Promise<StorySnapshot> {
    const record = await this.record(n).read()
    return { ...record, state: stateOfSnapshot(record) }
  }

  /** Deletes a snapshot. Resolves if it is already gone. */
  async remove(n: number): Promise<void> {
    const { path } = this.record(n)
    try {
      const own = new Set([basename(path), `${basename(path)}.prev`])
      for (const name of await this.files.list(this.folder))
        if (own.has(name)) await this.files.remove(join(this.folder, name))
      await this.files.syncFolder(this.folder)
    } catch (error) {
      throw storageErrorFrom(error, path, storageText('safe.otherVersions'))
    }
  }

  private record(n: number): DurableRecord<SnapshotRecord> {
    if (!Number.isSafeInteger(n) || n < 1) throw new Error(storageText('snapshot.badNumber', { n: String(n) }))
    return snapshotRecord(this.files, this.storyFolder, n)
  }
}
