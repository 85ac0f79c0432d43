/**
 * Entry of the thread that reads files, for stories, transcripts and captured files. A hostile or huge file cannot
 * block the window, and the owner of the thread can end it.
 */
import { parentPort } from 'node:worker_threads'
import { languageOfEnvironment, speak } from '../../catalogue/language'
import type { CapturedText } from '../../story/assessment/copy/capturedText'
import type { Transcript } from '../../story/assessment/copy/transcript'
import { besideWords } from './captured/besideWords'
import { readCapturedText } from './captured/readCapturedText'
import type { BesideWords } from './captured/wordsBeside'
import { importFile } from './importFile'
import { ImportError } from './parts/importError'
import type { ImportedFile } from './parts/importedStory'
import { readTranscript } from './transcript/readTranscript'

export interface ReaderRequest {
  readonly id: number
  readonly as: 'story' | 'transcript' | 'captured' | 'beside'
  readonly name: string
  readonly bytes: Uint8Array
}

/** `refused`: the fields of an ImportError, which loses its class between threads. `fault`: any other error. */
export type ReaderAnswer = { readonly id: number } & (
  | { readonly file: ImportedFile }
  | { readonly transcript: Transcript }
  /** Undefined: the file holds no words. */
  | { readonly captured: CapturedText | undefined }
  | { readonly beside: BesideWords }
  | { readonly refused: { readonly file: string; readonly what: string; readonly next: string } }
  | { readonly fault: string }
)

/** What was lost, and why a file is refused, is said in the language of the process. */
const spoken = speak(languageOfEnvironment(process.env))

parentPort?.on('message', (request: ReaderRequest) => {
  void answer(request).then((answered) => parentPort?.postMessage(answered))
})

/** Never rejects. */
async function answer({ id, as, name, bytes }: ReaderRequest): Promise<ReaderAnswer> {
  try {
    await spoken
    if (as === 'captured') return { id, captured: await readCapturedText(name, bytes) }
    if (as === 'beside') return { id, beside: await besideWords(name, bytes) }
    return as === 'transcript'
      ? { id, transcript: await readTranscript(name, bytes) }
      : { id, file: await importFile(name, bytes) }
  } catch (error) {
    if (error instanceof ImportError) return { id, refused: { file: error.file, what: error.what, next: error.next } }
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
