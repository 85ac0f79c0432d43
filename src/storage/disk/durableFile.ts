/**
 * One file that is replaced as a whole. A reader sees the complete old file or the complete new one, also after a power
 * cut. The previous generation stays beside it as `<name>.prev` and is used when the newer one is damaged.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { MIN_READER, SCHEMA_VERSION } from '../../story/copy/documentSchema'
import { Damaged, wrap, TooNew, unwrap, type EnvelopeAbout, type EnvelopeShape, type Enveloped } from './envelope'
import { errorCode, isMissing, lacksLinks, writeFully, type FileLayer } from './fileLayer'
import type { Repair } from './damaged/repair'
import { Sequencer } from './sequencer'
import { setAside } from './damaged/setAside'
import { StorageError, storageErrorFrom } from './storageError'
import { defined } from '../../story/text/defined'

export interface DurableReading extends Enveloped {
  /** What was wrong, and which generation is used instead. Empty when all was well. */
  readonly repairs: readonly Repair[]
}

/** The condition of one generation of a file. */
export type Found =
  | { readonly is: 'good'; readonly enveloped: Enveloped }
  | { readonly is: 'absent' }
  | { readonly is: 'damaged'; readonly why: string }

interface Known {
  readonly generation: number
  readonly schemaVersion: number
  readonly minReader: number
  readonly current: Found['is']
}

export const TEMPORARY = '.tmp'
/** A unique name beside `path`. Files of such names are deleted when a writer opens the library. */
export const temporaryName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}${TEMPORARY}`)

export class DurableFile {
  private readonly sequencer = new Sequencer()

  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly shape: EnvelopeShape,
    private readonly kind: string,
  ) {}

  get previousPath(): string {
    return `${this.path}.prev`
  }

  /** Undefined when there is no generation at all. Rejects with StorageError when none is good. */
  read(): Promise<DurableReading | undefined> {
    return this.sequencer.queue(() => this.readNow())
  }

  /**
   * The condition of both generations. Rejects with StorageError when a newer Stet wrote one, or one cannot be read.
   */
  examine(): Promise<{ readonly current: Found; readonly previous: Found }> {
    return this.sequencer.queue(async () => ({
      current: await this.find(this.path),
      previous: await this.find(this.previousPath),
    }))
  }

  /** The previous generation, or undefined when there is no good one. */
  async readPrevious(): Promise<Enveloped | undefined> {
    const previous = await this.find(this.previousPath)
    return previous.is === 'good' ? previous.enveloped : undefined
  }

  /**
   * Writes the first generation, without a temporary, into a folder that nobody reads yet. When it resolves, the
   * bytes are on the disk and the name is not: call syncFolder.
   */
  begin(content: Uint8Array, about?: EnvelopeAbout): Promise<void> {
    return this.sequencer.queue(async () => {
      const head = {
        kind: this.kind,
        generation: 1,
        schemaVersion: SCHEMA_VERSION,
        minReader: MIN_READER,
        ...defined({ about }),
      }
      try {
        await writeNewFile(this.files, this.path, wrap(this.shape, head, content))
      } catch (error) {
        throw storageErrorFrom(error, this.path, storageText('safe.savedBefore'))
      }
    })
  }

  /**
   * Resolves when the new content is on the disk. `verify` gets the content as read back from the disk, before
   * anything is replaced. When it throws, nothing is replaced.
   */
  write(content: Uint8Array, about?: EnvelopeAbout, verify?: (content: Uint8Array) => void): Promise<void> {
    return this.sequencer.queue(async () => {
      const known = await this.current()
      const head = {
        kind: this.kind,
        generation: known.generation + 1,
        schemaVersion: Math.max(known.schemaVersion, SCHEMA_VERSION),
        minReader: Math.max(known.minReader, MIN_READER),
        ...defined({ about }),
      }
      try {
        await this.replace(wrap(this.shape, head, content), known.current, verify)
      } catch (error) {
        throw storageErrorFrom(error, this.path, storageText('safe.savedBefore'))
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
      verify?.(unwrap(this.shape, this.kind, await files.readAll(temporary)).content)
      if (current === 'good') await keepAsPrevious(files, path, this.previousPath)
      // Set aside for a rescue by hand. It must not replace the good previous generation.
      if (current === 'damaged') await setAside(files, path)
      await files.rename(temporary, path)
    } catch (error) {
      await removeLeftover(files, temporary)
      throw error
    }
    await files.syncFolder(dirname(path))
  }

  private async readNow(): Promise<DurableReading | undefined> {
    const current = await this.find(this.path)
    if (current.is === 'good') return { ...current.enveloped, repairs: [] }
    const previous = await this.find(this.previousPath)
    if (previous.is === 'good') {
      const why = current.is === 'absent' ? storageText('file.missing') : current.why
      const what = storageText('file.previousUsed', { why })
      return { ...previous.enveloped, repairs: [{ file: this.path, what, kind: 'damage' }] }
    }
    if (current.is === 'absent' && previous.is === 'absent') return undefined
    throw new StorageError(
      this.path,
      current.is === 'damaged'
        ? storageText('file.damagedTwice', { why: current.why })
        : storageText('file.missingTwice'),
      storageText('safe.otherFilesOfLibrary'),
      storageText('next.backupOrDoctor'),
      'DAMAGED',
    )
  }

  /**
   * Reads what a write goes on from. Not cached: a file that rotted meanwhile must not become the previous
   * generation.
   */
  private async current(): Promise<Known> {
    const current = await this.find(this.path)
    if (current.is === 'good') return { ...current.enveloped.envelope, current: 'good' }
    const previous = await this.readPrevious()
    // The number of the lost generation is not used again.
    return {
      generation: previous ? previous.envelope.generation + 1 : 0,
      schemaVersion: previous?.envelope.schemaVersion ?? 0,
      minReader: previous?.envelope.minReader ?? 0,
      current: current.is,
    }
  }

  private find(path: string): Promise<Found> {
    return readGeneration(this.files, path, this.shape, this.kind)
  }
}

/** The condition of one copy of a file. Rejects with StorageError when a newer Stet wrote it, or it cannot be read. */
export async function readGeneration(
  files: FileLayer,
  path: string,
  shape: EnvelopeShape,
  kind: string,
): Promise<Found> {
  try {
    return { is: 'good', enveloped: unwrap(shape, kind, await files.readAll(path)) }
  } catch (error) {
    if (isMissing(error)) return { is: 'absent' }
    if (error instanceof Damaged) return { is: 'damaged', why: error.message }
    // A bad sector. The other copy may be readable.
    if (errorCode(error) === 'EIO') return { is: 'damaged', why: storageText('file.badSector') }
    if (error instanceof TooNew)
      throw new StorageError(
        path,
        storageText('file.newer', { why: error.message }),
        storageText('safe.nothingChanged'),
        storageText('next.newerStet'),
        'NEWER',
      )
    throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
  }
}

/** Makes the current file the previous generation too. It stays in place. */
export async function keepAsPrevious(files: FileLayer, path: string, previousPath: string): Promise<void> {
  const second = temporaryName(previousPath)
  try {
    try {
      await files.link(path, second)
    } catch (error) {
      if (!lacksLinks(error)) throw error
      await writeNewFile(files, second, await files.readAll(path))
    }
    await files.rename(second, previousPath)
  } catch (error) {
    await removeLeftover(files, second)
    throw error
  }
}

/**
 * Writes a new file. When it resolves, the bytes are on the disk and the name is not: call syncFolder. EEXIST when
 * the file exists.
 */
export async function writeNewFile(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'new')
  try {
    await writeFully(file, bytes)
    await file.sync()
    const { size } = await file.facts()
    if (size !== bytes.length)
      throw Object.assign(new Error(`${size} of ${bytes.length} bytes were stored`), { code: 'ENOSPC' })
  } finally {
    await file.close()
  }
}

/** Deletes a half-written temporary. If that fails too, the first error counts, and the next opening deletes it. */
export async function removeLeftover(files: FileLayer, path: string): Promise<void> {
  await files.remove(path).catch(() => undefined)
}
