import { ImportError } from '../../exchange/import/parts/importError'
import type { CapturedFile } from '../../checks/evidence/whyNotLocator'
import type { StoryStore } from '../../storage/disk/storyStore'
import { recogniseFile, RECOGNISING_BYTES } from '../../story/text/format/fileKind'
import { readingKey } from '../../story/text/format/readingKey'
import { defined } from '../../story/text/defined'
import type { FileReader } from './fileReader'
import { mediaDuration } from './mediaDuration'

/** Bytes. A PDF of a day's transcript has 20 MB. */
const LARGEST = 60 * 1024 * 1024
/** Files whose words stay in memory. A long report has 1 MB of words. */
const MOST_KEPT = 24

/** The words of captured files, each read once. A file never changes: its hash is its name. */
export class CapturedTexts {
  /** By `readingKey`. */
  readonly #read = new Map<string, Promise<CapturedFile | undefined>>()

  constructor(
    readonly store: Pick<StoryStore, 'openFile'>,
    readonly reader: Pick<FileReader, 'captured' | 'beside'>,
  ) {}

  /** Undefined if the file is gone. Rejects when the disk fails. */
  async of(file: string, name: string): Promise<CapturedFile | undefined> {
    const key = readingKey(file, name)
    const before = this.#read.get(key)
    const reading = before ?? this.#load(file, name)
    // The last one asked for is dropped last.
    this.#read.delete(key)
    this.#read.set(key, reading)
    for (const [oldest] of this.#read) {
      if (this.#read.size <= MOST_KEPT) break
      this.#read.delete(oldest)
    }
    try {
      const read = await reading
      // A file that is not there may come back.
      if (!read) this.#read.delete(key)
      return read
    } catch (error) {
      this.#read.delete(key)
      throw error
    }
  }

  async #load(sha256: string, name: string): Promise<CapturedFile | undefined> {
    const file = await this.store.openFile(sha256)
    if (!file) return undefined
    try {
      const { kind } = recogniseFile(await file.read(0, RECOGNISING_BYTES), name)
      if (kind === 'audio' || kind === 'video') return { kind, ...defined({ duration: await mediaDuration(file) }) }
      if (kind === 'image' || file.size > LARGEST) return { kind }
      const text = await this.reader.captured(name || sha256, await file.read(0, file.size))
      return { kind, ...defined({ text }) }
    } catch (error) {
      if (error instanceof ImportError) return { kind: 'other', trouble: error.what }
      throw error
    } finally {
      await file.close()
    }
  }
}
