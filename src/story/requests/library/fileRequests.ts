/** Requests about captured files: how they come into the library, and what they say. */
import type { KeptFileFacts } from './libraryAnswers'
import type { CapturedText } from '../../assessment/copy/capturedText'
import type { Transcript } from '../../assessment/copy/transcript'

export interface FileRequests {
  /** Reads a captured file as a transcript. Absent if it is not one. `name`: its name in the evidence. */
  'transcript.read': {
    request: { readonly sha256: string; readonly name?: string }
    answer: { readonly transcript?: Transcript }
  }
  /** The words of a captured file, for the eyes. `name`: its name in the evidence. Absent if it holds no words. */
  'file.text': {
    request: { readonly sha256: string; readonly name?: string }
    answer: { readonly text?: CapturedText; /** The text is longer. */ readonly shortened?: boolean }
  }
  /**
   * Files arrive in pieces, so that one of any size can be stopped. Before `file.keep` nothing is in the library.
   * `upload` names the transfer.
   */
  'file.begin': {
    request: { readonly name: string; /** Bytes, when known. */ readonly size?: number }
    answer: { readonly upload: string }
  }
  'file.write': {
    request: { readonly upload: string; readonly bytes: Uint8Array }
    answer: { /** Bytes taken so far. */ readonly size: number }
  }
  'file.keep': { request: { readonly upload: string }; answer: KeptFileFacts & { readonly name: string } }
  'file.drop': { request: { readonly upload: string }; answer: Record<string, never> }
  'file.describe': {
    request: {
      readonly sha256: string
      /** The name in the evidence. It distinguishes Markdown from text. */ readonly name?: string
    }
    answer: KeptFileFacts
  }
  /** Names and values that the camera wrote into a picture. */
  'file.cameraData': {
    request: { readonly sha256: string }
    answer: { readonly entries: readonly (readonly [string, string])[] }
  }
}
