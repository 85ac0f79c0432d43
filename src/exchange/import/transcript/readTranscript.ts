import { importsText } from '../../../catalogue/rooms/imports'
import type { Transcript } from '../../../story/assessment/copy/transcript'
import { decodeText } from '../parts/decodeText'
import { ImportError } from '../parts/importError'
import { LossCollector } from '../parts/losses'
import { linesOfCaptions } from './captions'
import { withSpeakerColumn } from './labels/speakerColumn'
import type { TranscriptLine } from './transcriptLine'
import { turnsOfLines } from './turnsOfLines'

/**
 * Reads a transcript as plain text, SubRip, WebVTT, PDF or Word, by its bytes and its ending. An empty file is a
 * transcript without turns.
 * @throws ImportError if the file cannot be read.
 */
export async function readTranscript(name: string, bytes: Uint8Array): Promise<Transcript> {
  return { turns: turnsOfLines(withSpeakerColumn(await linesOf(name, bytes))) }
}

/**
 * The lines of a text, captions, Word or PDF file.
 * @throws ImportError if the file cannot be read.
 */
export async function linesOf(name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> {
  const ending = /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, '%PDF-')) return (await import('./linesOfPdf')).linesOfPdf(name, bytes)
  if (startsWith(bytes, 'PK\u0003\u0004')) return (await import('./linesOfDocx')).linesOfDocx(name, bytes)
  if (ending === 'pdf' || ending === 'docx')
    throw new ImportError(
      name,
      importsText(ending === 'pdf' ? 'refusal.notPdf' : 'refusal.notDocx'),
      importsText('advice.saveAgain'),
    )
  if (bytes.length === 0) return []
  const text = decodeText(bytes, name, new LossCollector())
  if (
    ending === 'vtt' ||
    ending === 'srt' ||
    /^\uFEFF?WEBVTT/u.test(text) ||
    /^\s*\d+\n\s*\d{1,2}:\d{2}:\d{2}[.,]\d{3}\s*-->/u.test(text)
  )
    return linesOfCaptions(text)
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => ({ text: line }))
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((letter, index) => bytes[index] === letter.charCodeAt(0))
