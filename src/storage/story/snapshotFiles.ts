/** `versions/<n>.json`: the snapshots that are kept of a story, each with its whole state. */
import { basename, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { DurableFile } from '../disk/durableFile'
import { peekJson } from '../disk/envelope'
import type { FileLayer } from '../disk/fileLayer'
import { isStorageError, storageErrorFrom } from '../disk/storageError'
import type { SnapshotHead, StorySnapshot } from '../disk/storyStore'
import { DurableRecord } from '../records/durableRecord'
import { isSnapshotRecord, type SnapshotRecord } from '../records/shapes'
import { SNAPSHOT_REASONS } from '../../story/requests/snapshotLine'
import { defined } from '../../story/text/defined'
import { isRecord } from '../../story/text/isRecord'

export const SNAPSHOT_FOLDER = 'versions'
/** Bytes at the beginning of a file that hold its envelope and its head. */
const HEAD_BYTES = 4096
/** What follows the head in the file. In a text of JSON it has other quotation marks. */
const AFTER_HEAD = ',"state":"'
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

  /** See StoryStore.readSnapshotHead. */
  async head(n: number): Promise<SnapshotHead | undefined> {
    const { path } = this.record(n)
    try {
      const file = await this.files.open(path, 'read')
      try {
        return headIn(await file.readStart(HEAD_BYTES), (await file.facts()).size)
      } finally {
        await file.close()
      }
    } catch {
      // To read all of it says what is wrong.
      return undefined
    }
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

/** Throws when the bytes are not the beginning of a snapshot. */
function headIn(start: Uint8Array, bytes: number): SnapshotHead | undefined {
  const { text } = peekJson(start)
  const head: unknown = JSON.parse(`${text.slice(0, text.indexOf(AFTER_HEAD))}}`)
  if (!isRecord(head)) return undefined
  const { n, at, why } = head
  const kind = SNAPSHOT_REASONS.find((reason) => reason === head['kind'])
  if (typeof n !== 'number' || typeof at !== 'string' || typeof why !== 'string') return undefined
  return { n, at, why, ...defined({ kind }), bytes }
}
