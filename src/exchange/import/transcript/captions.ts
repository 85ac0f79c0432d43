/** Reads SubRip and WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format") as lines with timecodes and voices. */
import type { TranscriptLine } from './transcriptLine'

const CUE = /^\s*(?<from>(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/u

const VOICE = /<v[.\s][^<>]*>/u
const VOICE_ENDS = /<\/v>\s*$/u
const NOTE = /^\s*[[(][^[\]()]*[\])]\s*$/u

export function linesOfCaptions(text: string): readonly TranscriptLine[] {
  const lines: TranscriptLine[] = []
  const hasVoices = VOICE.test(text)
  for (const block of text.replace(/^\uFEFF/, '').split(/\n[ \t]*\n+/u)) {
    const rows = block.split('\n')
    const cue = rows.findIndex((row) => CUE.test(row))
    // Headers, notes, styles and regions have no time.
    if (cue < 0) continue
    const at = (CUE.exec(rows[cue] ?? '')?.groups?.['from'] ?? '').replace(/[.,]\d+$/u, '')
    // Where voices are named, one that is not may be anybody’s. “[applause]” is nobody’s words.
    let mayChange = hasVoices
    for (const row of rows.slice(cue + 1)) {
      const isNamed = VOICE.test(row)
      const changes = mayChange && !isNamed && !NOTE.test(row)
      lines.push(...linesOfRow(row, at).map((line) => (changes ? { ...line, changes } : line)))
      if (hasVoices && !NOTE.test(row)) mayChange = isNamed && VOICE_ENDS.test(row)
    }
  }
  return withoutRolling(lines)
}

function linesOfRow(row: string, at: string): readonly TranscriptLine[] {
  const voices = [...row.matchAll(/<v(?:\.[^\s<>]*)?\s+(?<name>[^<>]+)>(?<said>.*?)(?=<\/v>|<v[\s.]|$)/gsu)]
  if (voices.length > 0)
    return voices.map(({ groups }) => ({
      at,
      speaker: plain(groups?.['name'] ?? ''),
      text: plain(groups?.['said'] ?? ''),
    }))
  const said = plain(row)
  const dash = /^[-–—]\s*(?<rest>.+)$/u.exec(said)?.groups?.['rest']
  return dash === undefined ? [{ at, text: said }] : [{ at, text: dash, changes: true }]
}

/** Removes markup and karaoke times; decodes the five entities of WebVTT. */
const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/gu, '')
    .replace(/\{\\[^{}]*\}/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lrm;', '')
    .replaceAll('&rlm;', '')
    .replaceAll('&amp;', '&')
    .trim()

/** Removes the repeated lines of live captions: each cue starts with the line before it. */
const withoutRolling = (lines: readonly TranscriptLine[]): readonly TranscriptLine[] =>
  lines.filter(
    (line, index) =>
      line.text !== '' && !(index > 0 && lines[index - 1]?.text === line.text && lines[index - 1]?.at !== line.at),
  )
