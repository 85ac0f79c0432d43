/**
 * A small file that is replaced as a whole and lies in two copies of the same generation, `<name>` and `<name>.twin`.
 * One damaged copy heals from the other. The generation before stays as `<name>.prev`: it is for rescue by a person,
 * and is never taken for the present one.
 */
import { dirname } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { MIN_READER, SCHEMA_VERSION } from '../../story/copy/documentSchema'
import { keepAsPrevious, readGeneration, removeLeftover, temporaryName, writeNewFile } from '../disk/durableFile'
import type { DurableReading, Found } from '../disk/durableFile'
import { peekHeader, wrap, type EnvelopeAbout, type Enveloped } from '../disk/envelope'
import type { FileLayer } from '../disk/fileLayer'
import type { Repair } from '../disk/damaged/repair'
import { Sequencer } from '../disk/sequencer'
import { setAside } from '../disk/damaged/setAside'
import { StorageError, storageErrorFrom } from '../disk/storageError'

/** A generation of a record: its number, and the hash in its envelope. */
export interface RecordHead {
  readonly generation: number
  readonly sha256: string
}

export interface TwinReading {
  /** The present generation. Absent when neither copy can be trusted to be it. */
  readonly present?: Enveloped
  /** Why there is no present generation, one clause for people. */
  readonly lost?: string
  /** The newest older generation that can be read. */
  readonly older?: Enveloped
  readonly repairs: readonly Repair[]
  /** No copy and no older generation is there. */
  readonly absent: boolean
  /** The copies that are not the present generation. */
  readonly unsound: readonly Copy[]
  /** Path of a copy of the present generation. */
  readonly from?: string
}

interface Copy {
  readonly path: string
  readonly found: Found
}

/** In the envelope of a file that has a twin. A file without it is of the old layout, and may lack one. */
const COPIES = { copies: 2 } as const

export class TwinFile {
  private readonly sequencer = new Sequencer()
  /** The newest generation that was written here, or that a witness named. */
  private floor = 0
  private known: RecordHead | undefined

  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly kind: string,
  ) {}

  get twinPath(): string {
    return `${this.path}.twin`
  }
  get previousPath(): string {
    return `${this.path}.prev`
  }
  /** The present generation as it was last read or written here. */
  get head(): RecordHead | undefined {
    return this.known
  }

  /**
   * Looks at all copies. `witness`: the generation that was written last, as another file knows it. Copies before it
   * are older ones, whatever they say.
   */
  look(witness?: RecordHead): Promise<TwinReading> {
    return this.sequencer.queue(async () => {
      const reading = await this.lookNow(witness)
      // Another process may have replaced the copies between the two readings.
      return reading.present && reading.unsound.length === 0 ? reading : this.lookNow(witness)
    })
  }

  /** The condition of the generation before. */
  previous(): Promise<Found> {
    return this.sequencer.queue(() => this.find(this.previousPath))
  }

  /** Undefined when there is no copy at all. Rejects with StorageError DAMAGED when the present one is lost. */
  async read(): Promise<DurableReading | undefined> {
    const { present, lost, repairs, absent } = await this.look()
    if (present) return { ...present, repairs }
    if (absent) return undefined
    throw new StorageError(
      this.path,
      lost ?? storageText('twin.bothMissing'),
      storageText('safe.otherFilesOfLibrary'),
      storageText('next.backupOrAccept'),
      'DAMAGED',
    )
  }

  /** Writes the present generation over each copy that is not it. Resolves with whether one was. */
  heal(witness?: RecordHead): Promise<boolean> {
    return this.sequencer.queue(async () => {
      const { from, unsound } = await this.lookNow(witness)
      if (from === undefined || unsound.length === 0) return false
      const bytes = await this.files.readAll(from)
      for (const { path, found } of unsound) {
        // Somebody may have written the other copy by hand.
        if (found.is === 'good') await keepAsPrevious(this.files, path, this.previousPath)
        await this.put(path, bytes, found.is === 'damaged')
      }
      await this.files.syncFolder(dirname(this.path))
      return true
    })
  }

  /**
   * Writes the next generation. Resolves when both copies are on the disk. A crash leaves this one or the one before.
   */
  write(content: Uint8Array, about: EnvelopeAbout = {}): Promise<void> {
    return this.sequencer.queue(async () => {
      const main = await this.find(this.path)
      const twin = await this.find(this.twinPath)
      const good = [main, twin, await this.find(this.previousPath)].flatMap((one) =>
        one.is === 'good' ? [one.enveloped] : [],
      )
      const newest = Math.max(this.floor, ...good.map(({ envelope }) => envelope.generation))
      const isLost = main.is !== 'good' && twin.is !== 'good'
      const head = {
        kind: this.kind,
        // The number of a lost generation is not used again.
        generation: newest + (isLost && newest > 0 ? 2 : 1),
        schemaVersion: Math.max(SCHEMA_VERSION, ...good.map(({ envelope }) => envelope.schemaVersion)),
        minReader: Math.max(MIN_READER, ...good.map(({ envelope }) => envelope.minReader)),
        about: { ...about, ...COPIES },
      }
      const bytes = wrap('json', head, content)
      try {
        await this.replace(bytes, main, twin)
      } catch (error) {
        throw storageErrorFrom(error, this.path, storageText('safe.savedBefore'))
      }
      this.remember(peekHeader('json', bytes))
    })
  }

  private async replace(bytes: Uint8Array, main: Found, twin: Found): Promise<void> {
    const { files, path } = this
    const temporaries = [temporaryName(path), temporaryName(this.twinPath)] as const
    try {
      // At once, so that the two wait for the disk together.
      for (const written of await Promise.allSettled(temporaries.map((one) => writeNewFile(files, one, bytes))))
        if (written.status === 'rejected') throw written.reason
      const newest = newestOf([path, main], [this.twinPath, twin])
      if (newest !== undefined) await keepAsPrevious(files, newest, this.previousPath)
      for (const [index, [to, found]] of (
        [
          [path, main],
          [this.twinPath, twin],
        ] as const
      ).entries()) {
        // Set aside for a rescue by hand.
        if (found.is === 'damaged') await setAside(files, to)
        await files.rename(temporaries[index] ?? '', to)
      }
    } catch (error) {
      for (const temporary of temporaries) await removeLeftover(files, temporary)
      throw error
    }
    await files.syncFolder(dirname(path))
  }

  private async put(path: string, bytes: Uint8Array, isDamaged: boolean): Promise<void> {
    const temporary = temporaryName(path)
    try {
      await writeNewFile(this.files, temporary, bytes)
      if (isDamaged) await setAside(this.files, path)
      await this.files.rename(temporary, path)
    } catch (error) {
      await removeLeftover(this.files, temporary)
      throw storageErrorFrom(error, path, storageText('safe.savedBefore'))
    }
  }

  private async lookNow(witness: RecordHead | undefined): Promise<TwinReading> {
    this.floor = Math.max(this.floor, witness?.generation ?? 0)
    const copies: readonly Copy[] = [
      { path: this.path, found: await this.find(this.path) },
      { path: this.twinPath, found: await this.find(this.twinPath) },
    ]
    const previous = await this.find(this.previousPath)
    const good = copies.flatMap(({ found }) => (found.is === 'good' ? [found.enveloped] : []))
    const current = good.filter((copy) => !isBefore(copy, witness))
    const newest = Math.max(0, ...current.map(generationOf))
    const candidates = current.filter((copy) => generationOf(copy) === newest)
    const present = sameContent(candidates) ? candidates[0] : undefined
    const older = [...good.filter((copy) => copy !== present), ...(previous.is === 'good' ? [previous.enveloped] : [])]
      .filter((copy) => present === undefined || generationOf(copy) < newest)
      .sort((a, b) => generationOf(b) - generationOf(a))[0]
    const absent = [...copies.map(({ found }) => found), previous].every(({ is }) => is === 'absent')
    if (!present) {
      const lost = absent ? storageText('twin.bothMissing') : whyLost(copies, good, candidates)
      return { lost, absent, repairs: [], unsound: copies, ...(older ? { older } : {}) }
    }
    this.remember(present.envelope)
    const unsound = copies.filter((copy) => this.isUnsound(copy, present))
    const repairs = unsound.map((copy) => this.repairOf(copy, present))
    const from = copies.find(({ found }) => found.is === 'good' && found.enveloped === present)?.path ?? this.path
    return { present, from, absent: false, repairs, unsound, ...(older ? { older } : {}) }
  }

  private repairOf({ path, found }: Copy, present: Enveloped): Repair {
    // The main copy is written first. A crash leaves its twin one generation behind.
    const isUnfinished =
      path === this.twinPath &&
      (found.is === 'absent' || (found.is === 'good' && generationOf(found.enveloped) === generationOf(present) - 1))
    return isUnfinished
      ? { file: path, what: storageText('twin.unfinished'), kind: 'unfinishedWrite' }
      : { file: path, what: healed(found), kind: 'damage' }
  }

  private remember({ generation, sha256 }: RecordHead): void {
    this.known = { generation, sha256 }
    this.floor = Math.max(this.floor, generation)
  }

  private isUnsound({ path, found }: Copy, present: Enveloped): boolean {
    if (found.is === 'good') return found.enveloped.envelope.sha256 !== present.envelope.sha256
    // The old layout has no twin until its first write.
    return found.is === 'damaged' || path !== this.twinPath || present.envelope.about?.['copies'] === COPIES.copies
  }

  private find(path: string): Promise<Found> {
    return readGeneration(this.files, path, 'json', this.kind)
  }
}

/** The path of the newer copy. Undefined when neither is good. */
function newestOf(...copies: readonly (readonly [string, Found])[]): string | undefined {
  const good = copies.flatMap(([path, found]) => (found.is === 'good' ? [{ path, enveloped: found.enveloped }] : []))
  return good.sort((a, b) => generationOf(b.enveloped) - generationOf(a.enveloped))[0]?.path
}

const generationOf = ({ envelope }: Enveloped): number => envelope.generation

/** Whether the witness knows a later generation, or another content of this one. */
const isBefore = ({ envelope }: Enveloped, witness: RecordHead | undefined): boolean =>
  witness !== undefined &&
  (envelope.generation < witness.generation ||
    (envelope.generation === witness.generation && envelope.sha256 !== witness.sha256))

const sameContent = (copies: readonly Enveloped[]): boolean =>
  copies.every(({ envelope }) => envelope.sha256 === copies[0]?.envelope.sha256)

function whyLost(copies: readonly Copy[], good: readonly Enveloped[], candidates: readonly Enveloped[]): string {
  if (candidates.length > 1) return storageText('twin.differ')
  if (good.length > 0) return storageText('twin.older')
  const [why] = copies.flatMap(({ found }) => (found.is === 'damaged' ? [found.why] : []))
  return why === undefined ? storageText('twin.bothMissing') : storageText('twin.bothDamaged', { why })
}

const healed = (found: Found): string =>
  found.is === 'damaged'
    ? storageText('twin.healedDamaged', { why: found.why })
    : storageText(found.is === 'absent' ? 'twin.healedMissing' : 'twin.healedOlder')
