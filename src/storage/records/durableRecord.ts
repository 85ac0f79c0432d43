/**
 * lowdb over durable files. lowdb's own adapter makes no fsync, keeps no good copy, and takes a missing file for an
 * empty one.
 */
import { Low, type Adapter } from 'lowdb'
import { storageText } from '../../catalogue/rooms/storage'
import type { DurableFile } from '../disk/durableFile'
import type { Repair } from '../disk/repair'
import { migrate } from './migrations'
import { StorageError } from '../disk/storyStore'

export class DurableAdapter<T> implements Adapter<T | null> {
  /** Repairs of the last reading. */
  repairs: readonly Repair[] = []

  constructor(
    readonly file: DurableFile,
    private readonly isShape: (value: unknown) => value is T,
    private readonly indent: number,
  ) {}

  /** Null only when there is no generation of the file. */
  async read(): Promise<T | null> {
    const reading = await this.file.read()
    this.repairs = reading?.repairs ?? []
    if (!reading) return null
    const value = migrate(
      reading.envelope.kind,
      reading.envelope.schemaVersion,
      JSON.parse(Buffer.from(reading.content).toString('utf8')),
    )
    if (!this.isShape(value))
      throw new StorageError(
        this.file.path,
        storageText('record.otherShape'),
        storageText('safe.nothingChanged'),
        storageText('next.writingStet'),
        'SHAPE',
      )
    return value
  }

  async write(data: T | null): Promise<void> {
    await this.file.write(this.bytesOf(data))
  }

  /** Writes the first generation: see DurableFile.begin. */
  begin(data: T): Promise<void> {
    return this.file.begin(this.bytesOf(data))
  }

  private bytesOf(data: T | null): Uint8Array {
    return Buffer.from(JSON.stringify(data, null, this.indent))
  }
}

/** A lowdb record on a durable file. */
export class DurableRecord<T> {
  private readonly low: Low<T | null>
  private readonly adapter: DurableAdapter<T>
  private lastWrite: Promise<unknown> = Promise.resolve()

  /** `indent`: spaces for each level of the JSON. 0 for long records that people seldom read. */
  constructor(file: DurableFile, isShape: (value: unknown) => value is T, indent = 2) {
    this.adapter = new DurableAdapter(file, isShape, indent)
    this.low = new Low<T | null>(this.adapter, null)
  }

  get file(): DurableFile {
    return this.adapter.file
  }
  get path(): string {
    return this.adapter.file.path
  }
  get repairs(): readonly Repair[] {
    return this.adapter.repairs
  }

  /**
   * Reads from the disk. Rejects with StorageError when the file is missing: a record that should exist is never
   * "empty".
   */
  async read(): Promise<T> {
    const found = await this.readIfThere()
    if (found === undefined)
      throw new StorageError(
        this.path,
        storageText('what.missing'),
        storageText('safe.nothingChanged'),
        storageText('next.plugInOrBackup'),
        'ENOENT',
      )
    return found
  }

  async readIfThere(): Promise<T | undefined> {
    const data = await this.adapter.read()
    if (data === null) return undefined
    this.low.data = data
    return data
  }

  /** Writes the first generation: see DurableFile.begin. */
  begin(data: T): Promise<void> {
    return this.adapter.begin(data)
  }

  /** Replaces the record. When it rejects, the record in memory is unchanged too. */
  write(data: T): Promise<void> {
    const turn = this.lastWrite.then(async () => {
      const before = this.low.data
      this.low.data = data
      try {
        await this.low.write()
      } catch (error) {
        this.low.data = before
        throw error
      }
    })
    this.lastWrite = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
