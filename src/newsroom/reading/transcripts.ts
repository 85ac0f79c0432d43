import { ImportError } from '../../exchange/import/parts/importError'
import { isQuote, type Assessment } from '../../story/assessment/assessment'
import { readingKey } from '../../story/text/format/readingKey'
import { recogniseFile, RECOGNISING_BYTES, type FileKind } from '../../story/text/format/fileKind'
import type { Transcript } from '../../story/assessment/copy/transcript'
import type { StoryStore } from '../../storage/disk/storyStore'
import { inProcessReader, type FileReader } from './fileReader'

/** Bytes. A transcript of a whole day has 2 MB, as a PDF perhaps 20. */
const LARGEST = 40 * 1024 * 1024
/** Bytes of text that are read at once: some 20,000 words. */
const SHORT = 128 * 1024
/** Kinds that may be transcripts. A Word document is an archive, so its kind is "other". */
const READ: ReadonlySet<FileKind> = new Set<FileKind>(['text', 'markdown', 'pdf', 'other'])

/** The transcripts among the kept files, each read once. */
export class Transcripts {
  /** By `readingKey`. A new map for each transcript that is read: then quotes are compared again. */
  known: ReadonlyMap<string, Transcript> = new Map()
  readonly #reading = new Map<string, Promise<Transcript | undefined>>()

  /** `reader`: not the one of imports, so that no quote waits for an import. */
  constructor(
    readonly store: Pick<StoryStore, 'openFile'>,
    readonly reader: FileReader,
  ) {}

  /**
   * Reads the transcripts behind the quotes of a story. Never rejects: leaves out files that are gone or are not
   * transcripts.
   */
  async load(assessments: readonly Assessment[]): Promise<void> {
    const files = new Map(
      assessments
        .filter((fact) => fact.evidence.length > 0 && isQuote(fact))
        .flatMap(({ evidence }) =>
          evidence.flatMap(({ file, fileName = '' }) =>
            file === undefined ? [] : [[readingKey(file, fileName), [file, fileName] as const] as const],
          ),
        ),
    )
    await Promise.all(
      [...files].filter(([key]) => !this.known.has(key)).map(([, [file, name]]) => this.read(file, name)),
    )
  }

  /** One kept file as a transcript; undefined if it is not one. */
  read(file: string, name: string): Promise<Transcript | undefined> {
    const key = readingKey(file, name)
    const before = this.#reading.get(key)
    if (before) return before
    const reading = this.#read(file, name).catch((error: unknown) => {
      if (error instanceof ImportError) return undefined
      throw error
    })
    this.#reading.set(key, reading)
    // An error of the disk may pass: the next call reads the file again.
    return reading.catch(() => {
      this.#reading.delete(key)
      return undefined
    })
  }

  async #read(sha256: string, name: string): Promise<Transcript | undefined> {
    const file = await this.store.openFile(sha256)
    if (!file) return undefined
    try {
      const { kind } = recogniseFile(await file.read(0, RECOGNISING_BYTES), name)
      if (file.size > LARGEST || !READ.has(kind)) return undefined
      const transcript = await this.#parse(name || sha256, kind, await file.read(0, file.size))
      this.known = new Map([...this.known, [readingKey(sha256, name), transcript]])
      return transcript
    } finally {
      await file.close()
    }
  }
  /** Reads a short plain text at once, and everything else in the worker. */
  #parse(name: string, kind: FileKind, bytes: Uint8Array): Promise<Transcript> {
    const short = (kind === 'text' || kind === 'markdown') && bytes.length <= SHORT
    return (short ? inProcessReader : this.reader).transcript(name, bytes)
  }
}
