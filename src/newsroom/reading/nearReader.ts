import { detectFormat, formatOfEnding } from '../../exchange/import/detectFormat'
import type { ImportedFile } from '../../exchange/import/parts/importedStory'
import type { Transcript } from '../../story/assessment/transcript'
import { readsHere, systemReader, type FileReader } from './fileReader'

/** Bytes of a package, and of all its parts together: some 70,000 words. Its reader takes time and memory nearly in proportion to them; thousands of changes in one graf take some seconds. */
const LARGEST_PACKAGE = 1024 * 1024
const LARGEST_UNPACKED = 2 * 1024 * 1024

/**
 * For a process that has one file to read and nothing else to do meanwhile: a short Word document is read in this thread, since another one
 * takes as long to start as the document to be read. All else is read by `others`, and so is, once more, what could not be read here:
 * what is wrong with a file they say.
 */
export class NearReader implements FileReader {
  readonly isAside = false

  constructor(private readonly others: FileReader) {}

  begin(): void {
    /* The thread starts when a file is not read here. */
  }

  async read(name: string, bytes: Uint8Array, job?: string): Promise<ImportedFile> {
    const read = (await isShortDocument(name, bytes))
      ? await readsHere.read(name, bytes).catch(() => undefined)
      : undefined
    return read ?? this.others.read(name, bytes, job)
  }

  transcript(name: string, bytes: Uint8Array): Promise<Transcript> {
    return this.others.transcript(name, bytes)
  }
  stop(job: string): void {
    this.others.stop(job)
  }
  close(): void {
    this.others.close()
  }
}

/** What reads the files of these paths in a process that does nothing else meanwhile. */
export function readerFor([first = '', ...more]: readonly string[]): FileReader {
  return more.length === 0 && formatOfEnding(first) === 'zip' ? new NearReader(systemReader()) : systemReader()
}

async function isShortDocument(name: string, bytes: Uint8Array): Promise<boolean> {
  if (bytes.length > LARGEST_PACKAGE || detectFormat(name, bytes) !== 'zip') return false
  const { unpackedSize } = await import('../../exchange/import/docx/zipParts')
  return (await unpackedSize(bytes)) <= LARGEST_UNPACKED
}
