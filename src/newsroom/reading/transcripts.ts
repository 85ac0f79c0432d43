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
/**
 * Characters of transcripts that stay in memory. An hour of talk has 50,000. Once quotes were compared with it, each
 * takes some 50 bytes.
 */
const MOST_KEPT = 2_000_000
/** Characters that each file counts at least, also one that is no transcript. */
const LEAST = 1000
/** Kinds that may be transcripts. A Word document is an archive, so its kind is "other". */
const READ: ReadonlySet<FileKind> = new Set<FileKind>(['text', 'markdown', 'pdf', 'other'])

/** The transcripts among the kept files. Each is read once while it stays in memory. */
export class Transcripts {
  /** By `readingKey`. A new map for each transcript that is read: then quotes are compared again. */
  known: ReadonlyMap<string, Transcript> = new Map()
  readonly #reading = new Map<string, Promise<Transcript | undefined>>()
  /** By `readingKey`: what was read, and its characters. The one that was used last comes last. */
  readonly #sizes = new Map<string, { readonly file: string; readonly size: number }>()

  /** `reader`: not the one of imports, so that no quote waits for an import. `most`: characters that stay in memory. */
  constructor(
    readonly store: Pick<StoryStore, 'openFile'>,
    readonly reader: FileReader,
    private readonly most = MOST_KEPT,
  ) {}

  /**
   * Drops the files that were used least recently until the others are small enough. `needed`: SHA-256 of those that
   * stay. Call it while no action runs, because an action counts on what it has loaded.
   */
  trim(needed: () => ReadonlySet<string>): void {
    let kept = [...this.#sizes.values()].reduce((sum, { size }) => sum + size, 0)
    if (kept <= this.most) return
    const [stay, known] = [needed(), new Map(this.known)]
    for (const [key, { file, size }] of [...this.#sizes]) {
      if (kept <= this.most) break
      if (stay.has(file)) continue
      for (const dropped of [this.#sizes, this.#reading, known]) dropped.delete(key)
      kept -= size
    }
    if (known.size < this.known.size) this.known = known
  }

  /**
   * Reads the transcripts behind the quotes of a story. Never rejects: leaves out files that are gone or are not
   * transcripts.
   */
  async load(assessments: readonly Assessment[]): Promise<void> {
    await Promise.all([...filesBehind(assessments).values()].map(([file, name]) => this.read(file, name)))
  }

  /** Whether all of them are read. */
  hasRead(assessments: readonly Assessment[]): boolean {
    return [...filesBehind(assessments).keys()].every((key) => this.#sizes.has(key))
  }

  /** One kept file as a transcript; undefined if it is not one. */
  read(file: string, name: string): Promise<Transcript | undefined> {
    const key = readingKey(file, name)
    const before = this.#reading.get(key)
    const known = this.#sizes.get(key)
    if (known) this.#used(key, known)
    if (before) return before
    const reading = this.#read(file, name)
      .catch((error: unknown) => {
        if (error instanceof ImportError) return undefined
        throw error
      })
      .then(
        (transcript) => {
          this.#used(key, { file, size: Math.max(LEAST, sizeOf(transcript)) })
          return transcript
        },
        () => {
          // An error of the disk may pass: the next call reads the file again.
          this.#reading.delete(key)
          return undefined
        },
      )
    this.#reading.set(key, reading)
    return reading
  }

  #used(key: string, read: { readonly file: string; readonly size: number }): void {
    this.#sizes.delete(key)
    this.#sizes.set(key, read)
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

/** The files behind the quotes, each with its name, by `readingKey`. */
const filesBehind = (assessments: readonly Assessment[]): ReadonlyMap<string, readonly [string, string]> =>
  new Map(
    assessments
      .filter((fact) => fact.evidence.length > 0 && isQuote(fact))
      .flatMap(({ evidence }) =>
        evidence.flatMap(({ file, fileName = '' }) =>
          file === undefined ? [] : [[readingKey(file, fileName), [file, fileName] as const] as const],
        ),
      ),
  )

const sizeOf = (transcript: Transcript | undefined): number =>
  transcript?.turns.reduce((sum, { text }) => sum + text.length, 0) ?? 0
