/** What the reader's thread is asked and answers. */
import type { Transcript } from '../../story/assessment/transcript'
import { ImportError } from './parts/importError'
import type { ImportedFile } from './parts/importedStory'
import { importFile } from './importFile'
import { readTranscript } from './transcript/readTranscript'

export interface ReaderRequest {
  readonly id: number
  readonly as: 'story' | 'transcript'
  readonly name: string
  readonly bytes: Uint8Array
}
export type ReaderAnswer = { readonly id: number } & (
  | { readonly file: ImportedFile }
  | { readonly transcript: Transcript }
  | { readonly refused: { readonly file: string; readonly what: string; readonly next: string } }
  | { readonly fault: string }
)

/** Never rejects: what is wrong with a file, or with reading it, is an answer. */
export async function answerReader({ id, as, name, bytes }: ReaderRequest): Promise<ReaderAnswer> {
  try {
    return as === 'transcript'
      ? { id, transcript: await readTranscript(name, bytes) }
      : { id, file: await importFile(name, bytes) }
  } catch (error) {
    if (error instanceof ImportError) return { id, refused: { file: error.file, what: error.what, next: error.next } }
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
