/** A record in two copies, and what can still be known of it when neither is whole. */
import { dirname, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import type { EnvelopeAbout, Enveloped } from '../disk/envelope'
import { SCHEMA_VERSION } from '../../story/copy/documentSchema'
import { defined } from '../../story/text/defined'
import { isStorageError, storageErrorFrom } from '../disk/storageError'
import { SET_ASIDE } from '../disk/damaged/setAside'
import type { Repair } from '../disk/damaged/repair'
import { DurableRecord } from './durableRecord'
import { TwinFile, type RecordHead } from './twinFile'

export interface RecordReading<T> {
  /** The present generation. Absent: it is lost, and `lost` says why. */
  readonly present?: T
  readonly lost?: string
  /** There is no copy of it at all. */
  readonly absent: boolean
  /** What can be read of older generations and of damaged copies, the most trusted first. Only for a lost record. */
  readonly survivors: readonly T[]
  /** The newest older generation that can be read, beside a present one. */
  readonly older?: T
  /** The texts of damaged copies. They may still hold names to protect. Only for a lost record. */
  readonly fragments: readonly string[]
  readonly repairs: readonly Repair[]
  /** Facts from the envelope of the present generation. */
  readonly about?: EnvelopeAbout
}

export class TwinRecord<T> extends DurableRecord<T, TwinFile> {
  constructor(
    private readonly files: FileLayer,
    path: string,
    readonly kind: string,
    isShape: (value: unknown) => value is T,
  ) {
    super(new TwinFile(files, path, kind), isShape)
  }

  /** Reads the present generation, or what survives of it. `witness`: see TwinFile.look. */
  async survey(witness?: RecordHead): Promise<RecordReading<T>> {
    const { present, older, repairs, lost, absent } = await this.file.look(witness)
    const value = present && this.parsed(present)
    // The doctor wrote it, to open a library that had none. It is not what was lost.
    if (present && value !== undefined && present.envelope.about?.['rescued'] === RESCUED.rescued)
      return { lost: storageText('twin.bothMissing'), absent, repairs, survivors: [value], fragments: [] }
    if (present && value !== undefined) {
      const { about } = present.envelope
      const before = older && this.parsed(older)
      return { present: value, absent, survivors: [], fragments: [], repairs, ...defined({ about, older: before }) }
    }
    const whole = older && this.parsed(older)
    const fragments = await this.fragments()
    return {
      lost: lost ?? storageText('record.otherShape'),
      survivors: [...(whole === undefined ? [] : [whole]), ...fragments.flatMap((text) => this.rescued(text))],
      fragments,
      repairs,
      absent,
    }
  }

  private parsed(enveloped: Enveloped): T | undefined {
    try {
      return this.adapter.parse(enveloped)
    } catch (error) {
      if (isStorageError(error, 'SHAPE') || error instanceof SyntaxError) return undefined
      throw error
    }
  }

  /** The content of a copy whose checksum fails, if it still has the shape of this record. */
  private rescued(text: string): readonly T[] {
    const from = text.indexOf(DATA)
    if (from < 0) return []
    try {
      const value = this.adapter.shaped(
        this.kind,
        SCHEMA_VERSION,
        text.slice(from + DATA.length, text.lastIndexOf('}')),
      )
      return value === undefined ? [] : [value]
    } catch (error) {
      if (error instanceof SyntaxError) return []
      throw error
    }
  }

  private async fragments(): Promise<readonly string[]> {
    const { path, twinPath, previousPath } = this.file
    const texts: string[] = []
    const names = await this.files.list(dirname(path)).catch((error: unknown) => {
      throw storageErrorFrom(error, dirname(path), storageText('safe.nothingChanged'))
    })
    const aside = names.filter((name) => SET_ASIDE.test(name)).map((name) => join(dirname(path), name))
    const damaged = aside.filter((one) => one.startsWith(`${path}.damaged`) || one.startsWith(`${twinPath}.damaged`))
    for (const copy of [path, twinPath, previousPath, ...damaged.sort()]) {
      try {
        texts.push(Buffer.from(await this.files.readAll(copy)).toString('utf8'))
      } catch (error) {
        if (!isMissing(error)) throw storageErrorFrom(error, copy, storageText('safe.nothingChanged'))
      }
    }
    return texts
  }
}

/** In the envelope of a library.json that the doctor wrote. */
export const RESCUED = { rescued: 1 } as const

const DATA = '"data":'
