/**
 * lowdb over durable files. lowdb's own adapter makes no fsync, keeps no good copy, and takes a missing file for an
 * empty one.
 */
import { Low, type Adapter } from 'lowdb'
import { storageText } from '../../catalogue/rooms/storage'
import type { DurableFile, DurableReading } from '../disk/durableFile'
import type { EnvelopeAbout, Enveloped } from '../disk/envelope'
import type { Repair } from '../disk/damaged/repair'
import { migrate } from './migrations'
import { StorageError } from '../disk/storageError'

/** A file that is replaced as a whole: with its generation before (DurableFile), or with its twin (TwinFile). */
export interface RecordFile {
  readonly path: string
  read(): Promise<DurableReading | undefined>
  write(content: Uint8Array, about?: EnvelopeAbout): Promise<void>
}

class DurableAdapter<T, F extends RecordFile = DurableFile> implements Adapter<T | null> {
  /** Repairs of the last reading. */
  repairs: readonly Repair[] = []

  constructor(
    readonly file: F,
    private readonly isShape: (value: unknown) => value is T,
    private readonly indent: number,
  ) {}

  /** Null only when there is no generation of the file. */
  async read(): Promise<T | null> {
    const reading = await this.file.read()
    this.repairs = reading?.repairs ?? []
    return reading ? this.parse(reading) : null
  }

  /** Throws StorageError SHAPE when the content is not such a record. */
  parse({ envelope, content }: Enveloped): T {
    const value = this.shaped(envelope.kind, envelope.schemaVersion, Buffer.from(content).toString('utf8'))
    if (value === undefined)
      throw new StorageError(
        this.file.path,
        storageText('record.otherShape'),
        storageText('safe.nothingChanged'),
        storageText('next.writingStet'),
        'SHAPE',
      )
    return value
  }

  /** The record in a text. Undefined when it is not such a record. Throws SyntaxError when it is not JSON. */
  shaped(kind: string, version: number, text: string): T | undefined {
    const value = migrate(kind, version, JSON.parse(text))
    return this.isShape(value) ? value : undefined
  }

  /** Facts for the envelope of the next write. */
  about: EnvelopeAbout | undefined

  async write(data: T | null): Promise<void> {
    await this.file.write(this.bytesOf(data), this.about)
  }

  bytesOf(data: T | null): Uint8Array {
    return Buffer.from(JSON.stringify(data, null, this.indent))
  }
}

/** A lowdb record on a durable file. */
export class DurableRecord<T, F extends RecordFile = DurableFile> {
  private readonly low: Low<T | null>
  protected readonly adapter: DurableAdapter<T, F>
  private lastWrite: Promise<unknown> = Promise.resolve()

  /** `indent`: spaces for each level of the JSON. 0 for long records that people seldom read. */
  constructor(file: F, isShape: (value: unknown) => value is T, indent = 2) {
    this.adapter = new DurableAdapter(file, isShape, indent)
    this.low = new Low<T | null>(this.adapter, null)
  }

  get file(): F {
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

  /** Writes the first generation into a folder that nobody reads yet: see DurableFile.begin. */
  begin(this: DurableRecord<T, DurableFile>, data: T): Promise<void> {
    return this.adapter.file.begin(this.adapter.bytesOf(data))
  }

  /** Replaces the record. When it rejects, the record in memory is unchanged too. `about`: facts for its envelope. */
  write(data: T, about?: EnvelopeAbout): Promise<void> {
    const turn = this.lastWrite.then(async () => {
      const before = this.low.data
      this.low.data = data
      this.adapter.about = about
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
