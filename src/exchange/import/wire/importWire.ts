import { importsText } from '../../../catalogue/rooms/imports'
import type { ImportedStory, ReadFile } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { grafsAtIndents, grafsOf, hasIndents } from '../text/grafsOfLines'
import { looksLikeHeadline } from '../../../story/text/lines/guessStructure'
import { LossCollector } from '../parts/losses'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { storyOfParts } from '../markup/feed/storyParts'
import { readWireHeader } from './wireHeader'
import { isNote } from '../../../story/text/lines/lineForDesk'
import type { Byline } from '../../../story/ledger/fields'
import { copyBelowDesk } from '../parts/blocks/copyBelowDesk'
import { bylineOfGraf } from '../parts/fields/bylineFrom'
import { DeskMatter } from '../parts/fields/DeskMatter'
import { plainWords, wireMessages, type WireMessage } from './wireMessages'
import { defined } from '../../../story/text/defined'

const NOT_FOR_PUBLICATION = /^[^\n]*following information is not (?:intended )?for publication[^\n]*$/im

/**
 * Imports a wire transmission, IPTC 7901 or ANPA 1312: one story for each message. Header lines give headline, byline
 * and notes; the header gives slug, urgency and provider. Values without a field are listed as losses.
 * @throws ImportError if no message has text.
 */
export function importWire(bytes: Uint8Array, name: string): ReadFile {
  const { text, latin } = decode(bytes)
  const messages = wireMessages(text)
  const stories = messages.flatMap((message) => storyOf(message, latin) ?? [])
  if (stories.length === 0)
    throw new ImportError(name, importsText('refusal.emptyWire'), importsText('advice.checkFile'))
  return { format: 'wireMessage', stories }
}

/** Decodes UTF-8, or the Latin-1 that 7-bit and 8-bit wires use. */
function decode(bytes: Uint8Array): { readonly text: string; readonly latin: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), latin: false }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), latin: true }
  }
}

function storyOf({ header, text, end, isComplete }: WireMessage, latin: boolean): ImportedStory | undefined {
  const losses = new LossCollector()
  const { fields, lost } = readWireHeader(header)
  for (const [what, value] of lost) losses.add(what, value)
  if (end !== '') losses.add('sendingTimes', end)
  if (!isComplete) losses.add('endOfMessageMissing', text.slice(-80))
  const beyond = latin ? /[\u0080-\u00ff]+/.exec(text)?.[0] : undefined
  if (beyond !== undefined) losses.add('latin1Letters', beyond)
  const note = NOT_FOR_PUBLICATION.exec(text)
  const desk = new DeskMatter(losses)
  const lines = readLines(note ? text.slice(0, note.index) : text, desk)
  const copy = [lines.headline ?? '', ...lines.grafs].filter((line) => line !== '').map((line) => ({ text: line }))
  const kept = copyBelowDesk(copy, desk, losses).map((line) => line.text)
  const hasHeadline = lines.headline !== undefined || looksLikeHeadline(kept[0] ?? '')
  const [headline, ...below] = hasHeadline ? kept : ['', ...kept]
  const grafs = below.filter((graf) => !(isNote(graf) && desk.takes(graf)))
  if (note) desk.note(plainWords(text.slice(note.index + note[0].length)))
  return storyOfParts(
    {
      headline: headline ?? '',
      deck: '',
      summary: '',
      body: grafs.map((graf): FoundBlock => ({ role: 'paragraph', text: graf, spans: [], depth: 0 })),
      language: '',
      fields: {
        ...fields,
        ...desk.fields(),
        ...defined({ byline: lines.byline }),
      },
    },
    losses,
  )
}

interface Lines {
  readonly headline: string | undefined
  readonly byline: readonly Byline[] | undefined
  readonly grafs: readonly string[]
}

/**
 * Removes "^", "<", "=" and white space from both ends. In steps, because an expression that looks for the end is slow
 * on a long run in the middle.
 */
function withoutSigns(line: string): string {
  const isSign = (character = ''): boolean => /^[\^<=\s]$/.test(character)
  let start = 0
  while (start < line.length && isSign(line[start])) start++
  let end = line.length
  while (end > start && isSign(line[end - 1])) end--
  return line.slice(start, end)
}

/**
 * Splits the header lines from the copy. ANPA marks lines above the copy with "^", "<" and "="; IPTC 7901 puts the
 * headline on the first line of the text.
 */
function readLines(text: string, desk: DeskMatter): Lines {
  const lines = text.split('\n')
  const marked = lines.filter((line) => line.startsWith('^'))
  if (marked.length === 0) return readUnmarked(lines, desk)
  const titles: string[] = []
  const byline: Byline[] = []
  let isByline = false
  for (const [index, line] of marked.entries()) {
    const words = plainWords(withoutSigns(line))
    if (words === '' || (index === 0 && SLUG_AGAIN.test(words)) || desk.takes(words)) continue
    const names = bylineOfGraf(words)
    const last = byline.at(-1)
    if (names) byline.push(...names)
    else if (isByline && last && (line.trimEnd().endsWith('=') || OCCUPATION.test(words)))
      byline.splice(-1, 1, { ...last, role: words })
    else titles.push(words)
    isByline = names !== undefined
  }
  const [headline, ...others] = titles
  return {
    headline,
    byline: byline.length > 0 ? byline : undefined,
    grafs: [...others, ...grafsOfCopy(lines.filter((line) => !line.startsWith('^')))],
  }
}

/** The first marked line repeats the slug: "BC-US--Talks", "BC-Port Strike,0210". */
const SLUG_AGAIN = /^(?:[A-Z]{2}-[A-Z0-9-]*--?\S|(?:am|pm|bc|ap)-\S|[A-Z]{2}-.{1,80},\d{3,4}$)/i
/** The line under a byline: "Associated Press Writer". */
const OCCUPATION = /\b(?:writer|reporter|correspondent|editor|columnist|critic|staff)\b/i

/** IPTC 7901 puts the headline on the first line of the text, if that is not indented. */
function readUnmarked(lines: readonly string[], desk: DeskMatter): Lines {
  const above = lines.findIndex((line) => !desk.takes(plainWords(line)))
  const [opening = '', ...rest] = lines.slice(above < 0 ? lines.length : above)
  const isHeadline = opening.trim() !== '' && !/^\s/.test(opening)
  return {
    headline: isHeadline ? plainWords(opening) : undefined,
    byline: undefined,
    grafs: grafsOfCopy(isHeadline || opening.trim() === '' ? rest : [opening, ...rest]),
  }
}

/** Splits copy into grafs at indents if the wire uses them, else by blank lines and widths. */
const grafsOfCopy = (lines: readonly string[]): readonly string[] =>
  hasIndents(lines) ? grafsAtIndents(lines, plainWords) : grafsOf(lines.map(plainWords).join('\n'))
