/**
 * One file that is replaced as a whole. A reader sees the complete old file or the complete new one, also after a power
 * cut; the generation before stays beside it as `<name>.prev` and is used when the newer one is damaged.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { MIN_READER, SCHEMA_VERSION } from '../../story/copy/documentSchema'
import { Damaged, seal, TooNew, unseal, type About, type EnvelopeShape, type Sealed } from './envelope'
import { errorCode, isMissing, lacksLinks, writeFully, type FileLayer } from './fileLayer'
import { StorageError } from './storyStore'
import { NOTHING_CHANGED, STATE_BEFORE_HOLDS, storageErrorFrom } from './storageError'
import { Sequencer } from './sequencer'
import { defined } from '../../story/text/defined'

export interface DurableReading extends Sealed {
  /** What was wrong and which copy is used instead; empty when all was well. */
  readonly repairs: readonly string[]
}

/** How one generation of a file is. */
export type Found =
  | { readonly is: 'good'; readonly sealed: Sealed }
  | { readonly is: 'absent' }
  | { readonly is: 'damaged'; readonly why: string }

interface Known {
  readonly generation: number
  readonly schemaVersion: number
  readonly minReader: number
  readonly current: Found['is']
}

export const TEMPORARY = '.tmp'
/** A name beside `path` that nothing else has; swept when a writer opens the library. */
export const temporaryName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}${TEMPORARY}`)

export class DurableFile {
  private readonly turns = new Sequencer()

  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly shape: EnvelopeShape,
    private readonly kind: string,
  ) {}

  get previousPath(): string {
    return `${this.path}.prev`
  }

  /** Undefined when neither the file nor a previous generation is there. Rejects with StorageError when neither is good. */
  read(): Promise<DurableReading | undefined> {
    return this.turns.queue(() => this.readNow())
  }

  /** How both generations are. Rejects with StorageError when one is of a newer Stet, or cannot be got at. */
  examine(): Promise<{ readonly current: Found; readonly previous: Found }> {
    return this.turns.queue(async () => ({
      current: await this.find(this.path),
      previous: await this.find(this.previousPath),
    }))
  }

  /** The generation before, or undefined when there is none that is good. */
  async readPrevious(): Promise<Sealed | undefined> {
    const previous = await this.find(this.previousPath)
    return previous.is === 'good' ? previous.sealed : undefined
  }

  /**
   * The first generation, in a folder that nobody reads yet, so under its own name at once. Its bytes are on the disk when this
   * resolves; the name is the caller's to bring there (syncFolder).
   */
  begin(content: Uint8Array, about?: About): Promise<void> {
    return this.turns.queue(async () => {
      const head = {
        kind: this.kind,
        generation: 1,
        schemaVersion: SCHEMA_VERSION,
        minReader: MIN_READER,
        ...defined({ about }),
      }
      try {
        await writeNewFile(this.files, this.path, seal(this.shape, head, content))
      } catch (error) {
        throw storageErrorFrom(error, this.path, STATE_BEFORE_HOLDS)
      }
    })
  }

  /**
   * Resolves when the new content is on the disk. `verify` gets the content as read back from the disk before anything is
   * replaced; when it throws, nothing was replaced.
   */
  write(content: Uint8Array, about?: About, verify?: (content: Uint8Array) => void): Promise<void> {
    return this.turns.queue(async () => {
      const known = await this.look()
      const head = {
        kind: this.kind,
        generation: known.generation + 1,
        schemaVersion: Math.max(known.schemaVersion, SCHEMA_VERSION),
        minReader: Math.max(known.minReader, MIN_READER),
        ...defined({ about }),
      }
      try {
        await this.replace(seal(this.shape, head, content), known.current, verify)
      } catch (error) {
        throw storageErrorFrom(error, this.path, STATE_BEFORE_HOLDS)
      }
    })
  }

  private async replace(
    bytes: Uint8Array,
    current: Found['is'],
    verify: ((content: Uint8Array) => void) | undefined,
  ): Promise<void> {
    const { files, path } = this
    const temporary = temporaryName(path)
    try {
      await writeNewFile(files, temporary, bytes)
      verify?.(unseal(this.shape, this.kind, await files.readAll(temporary)).content)
      if (current === 'good') await this.keepAsPrevious()
      // A damaged file must not push the good previous one out; it is set aside for whoever wants to rescue it.
      if (current === 'damaged') await files.rename(path, `${path}.damaged`)
      await files.rename(temporary, path)
    } catch (error) {
      await removeLeftover(files, temporary)
      throw error
    }
    await files.syncFolder(dirname(path))
  }

  /** `<name>` stays in place all the while. */
  private async keepAsPrevious(): Promise<void> {
    const { files, path } = this
    const second = temporaryName(this.previousPath)
    try {
      try {
        await files.link(path, second)
      } catch (error) {
        if (!lacksLinks(error)) throw error
        await writeNewFile(files, second, await files.readAll(path))
      }
      await files.rename(second, this.previousPath)
    } catch (error) {
      await removeLeftover(files, second)
      throw error
    }
  }

  private async readNow(): Promise<DurableReading | undefined> {
    const current = await this.find(this.path)
    if (current.is === 'good') return { ...current.sealed, repairs: [] }
    const previous = await this.find(this.previousPath)
    if (previous.is === 'good') {
      const why = current.is === 'absent' ? 'it is missing' : current.why
      return {
        ...previous.sealed,
        repairs: [`${this.path}: ${why}; the copy before it is used, what was saved last in it may be missing.`],
      }
    }
    if (current.is === 'absent' && previous.is === 'absent') return undefined
    throw new StorageError(
      this.path,
      `it is ${current.is === 'damaged' ? `damaged (${current.why})` : 'missing'}, and there is no good copy before it`,
      'The other files of the library are untouched.',
      'Put it back from a backup; run “stet doctor”.',
      'DAMAGED',
    )
  }

  /** What a write goes on from. Looked at each time: a file that rotted meanwhile must not become the previous one. */
  private async look(): Promise<Known> {
    const current = await this.find(this.path)
    if (current.is === 'good') return { ...current.sealed.envelope, current: 'good' }
    const previous = await this.readPrevious()
    // One generation was lost: its number is not used again.
    return {
      generation: previous ? previous.envelope.generation + 1 : 0,
      schemaVersion: previous?.envelope.schemaVersion ?? 0,
      minReader: previous?.envelope.minReader ?? 0,
      current: current.is,
    }
  }

  private async find(path: string): Promise<Found> {
    try {
      return { is: 'good', sealed: unseal(this.shape, this.kind, await this.files.readAll(path)) }
    } catch (error) {
      if (isMissing(error)) return { is: 'absent' }
      if (error instanceof Damaged) return { is: 'damaged', why: error.message }
      // A bad sector: the copy before it may well be readable.
      if (errorCode(error) === 'EIO') return { is: 'damaged', why: 'the disk cannot read it' }
      if (error instanceof TooNew)
        throw new StorageError(
          path,
          `it was made by a newer Stet (${error.message})`,
          NOTHING_CHANGED,
          'Open the library with the newer Stet.',
          'NEWER',
        )
      throw storageErrorFrom(error, path, NOTHING_CHANGED)
    }
  }
}

/** A new file with exactly these bytes, on the disk when it resolves; its name is not (syncFolder). EEXIST when it is there. */
export async function writeNewFile(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'new')
  try {
    await writeFully(file, bytes)
    await file.sync()
    const { size } = await file.facts()
    if (size !== bytes.length)
      throw Object.assign(new Error(`only ${size} of ${bytes.length} bytes were stored`), { code: 'ENOSPC' })
  } finally {
    await file.close()
  }
}

/** Takes a half-written temporary away. When even that fails the first error counts, and the next opening sweeps. */
async function removeLeftover(files: FileLayer, path: string): Promise<void> {
  await files.remove(path).catch(() => undefined)
}
