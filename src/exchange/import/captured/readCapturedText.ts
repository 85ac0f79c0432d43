/** Reads the words of a captured file with their places: pages, grafs, lines of a transcript. */
import { recogniseFile, RECOGNISING_BYTES } from '../../../story/text/format/fileKind'
import type { CapturedPart, CapturedText } from '../../../story/assessment/copy/capturedText'
import { defined } from '../../../story/text/defined'
import { linesOf } from '../transcript/readTranscript'
import type { TranscriptLine } from '../transcript/transcriptLine'
import type { CapturedGraf } from './capturedGraf'
import { grafsOfPage } from './grafsOfPage'

/**
 * Reads a PDF page by page, and text, captions, Word, mail or a saved page graf by graf. Undefined for files without
 * words: pictures, sound, film and unknown kinds.
 * @throws ImportError if the file cannot be read.
 */
export async function readCapturedText(name: string, bytes: Uint8Array): Promise<CapturedText | undefined> {
  const { kind } = recogniseFile(bytes.subarray(0, RECOGNISING_BYTES), name)
  switch (kind) {
    case 'pdf': {
      const pages = await (await import('../transcript/linesOfPdf')).pagesOfPdf(name, bytes)
      return { pages: pages.length, parts: pages.map((lines, index) => ({ page: index + 1, text: lines.join('\n') })) }
    }
    case 'page':
      return { parts: numbered(grafsOfPage(bytes, name)) }
    case 'mail':
      return {
        parts: numbered(await (await import('./grafsOfMail')).grafsOfMail(bytes, name)),
      }
    case 'text':
    case 'markdown':
      return { parts: numbered(await linesOf(name, bytes)) }
    case 'other':
      return isArchive(bytes) ? { parts: numbered(await linesOf(name, bytes)) } : undefined
    case 'image':
    case 'audio':
    case 'video':
      return undefined
  }
}

/** Word documents are archives. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

const numbered = (lines: readonly (CapturedGraf & Pick<TranscriptLine, 'at' | 'speaker'>)[]): readonly CapturedPart[] =>
  lines
    .map(({ text, ...where }) => ({ text: text.trim(), ...where }))
    .filter(({ text }) => text !== '')
    .map(({ text, at, speaker, cell, moment }, index) => ({
      ...{ graf: index + 1, text },
      ...defined({ time: at, speaker: speaker === '' ? undefined : speaker, cell, moment }),
    }))
