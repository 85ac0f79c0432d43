/** lowdb over durable files: lowdb's own adapter neither fsyncs nor keeps a good copy, and takes ENOENT for "empty". */
import { Low, type Adapter } from 'lowdb'
import type { DurableFile } from '../disk/durableFile'
import { migrate } from './migrations'
import { StorageError } from '../disk/storyStore'

export class DurableAdapter<T> implements Adapter<T | null> {
  /** What the last reading had to repair. */
  repairs: readonly string[] = []

  constructor(
    readonly file: DurableFile,
    private readonly isShape: (value: unknown) => value is T,
    private readonly indent: number,
  ) {}

  /** Null only when the file was never there. */
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
        'it does not hold what this Stet expects',
        'Nothing was changed.',
        'Open the library with the Stet that wrote it.',
        'SHAPE',
      )
    return value
  }

  async write(data: T | null): Promise<void> {
    await this.file.write(this.bytesOf(data))
  }

  /** The first of it: see DurableFile.begin. */
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

  /** `indent`: blanks for each level, so that people can read it; 0 for what is long and seldom looked at. */
  constructor(file: DurableFile, isShape: (value: unknown) => value is T, indent = 2) {
    this.adapter = new DurableAdapter(file, isShape, indent)
    this.low = new Low<T | null>(this.adapter, null)
  }

  get path(): string {
    return this.adapter.file.path
  }
  get repairs(): readonly string[] {
    return this.adapter.repairs
  }

  /** Reads from the disk. Rejects with StorageError when the file is missing: a known record is never "empty". */
  async read(): Promise<T> {
    const found = await this.readIfThere()
    if (found === undefined)
      throw new StorageError(
        this.path,
        'it is not there',
        'Nothing was changed.',
        'Plug the drive in again or put the file back from a backup.',
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

  /** The first of it: see DurableFile.begin. */
  begin(data: T): Promise<void> {
    return this.adapter.begin(data)
  }

  /** Replaces the record. When it rejects, the record in memory is the one before as well. */
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
