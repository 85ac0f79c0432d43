import { metadataOf } from '../pictures/pictureMetadata'
import type { ScannedOutput } from '../../../projection/scan/leakScan'

/** One text that somebody can read in a finished output. */
export type OutputText = Pick<ScannedOutput, 'text' | 'mediaType'>

/** Reads the metadata of a picture, in each encoding that metadata uses. */
export const textsOfFile = (bytes: Uint8Array): readonly OutputText[] =>
  ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) => ({
    text: readable(new TextDecoder(encoding).decode(metadataOf(bytes))),
    mediaType: 'text/plain',
  }))

/** Keeps sequences that can be text. The rest would only be noise to the scan. */
const readable = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{S}]{3,}/gu) ?? []).join('\n')
