import { importsText } from '../../../catalogue/rooms/imports'
import type { ImportedStory, ReadFile } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { grafsOf } from '../text/importText'
import { looksLikeHeadline, namesOfByline } from '../../../story/text/guessStructure'
import { LossCollector } from '../parts/losses'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { storyOfParts } from '../markup/storyParts'
import { readWireHeader } from './wireHeader'
import { noteIn } from './wireNotes'
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

function storyOf({ header, text, end }: WireMessage, latin: boolean): ImportedStory | undefined {
  const losses = new LossCollector()
  const { fields, lost } = readWireHeader(header)
  for (const [what, value] of lost) losses.add(what, value)
  if (end !== '') losses.add('sendingTimes', end)
  const beyond = latin ? /[\u0080-\u00ff]+/.exec(text)?.[0] : undefined
  if (beyond !== undefined) losses.add('latin1Letters', beyond)
  const note = NOT_FOR_PUBLICATION.exec(text)
  const lines = readLines(note ? text.slice(0, note.index) : text)
  const [headline, ...grafs] =
    lines.headline === undefined && looksLikeHeadline(lines.grafs[0] ?? '')
      ? lines.grafs
      : [lines.headline ?? '', ...lines.grafs]
  const notes = [...lines.notes, ...(note ? [plainWords(text.slice(note.index + note[0].length))] : [])].filter(
    (line) => line !== '',
  )
  return storyOfParts(
    {
      headline: headline ?? '',
      deck: '',
      summary: '',
      body: grafs.map((graf): FoundBlock => ({ role: 'paragraph', text: graf, spans: [], depth: 0 })),
      language: '',
      fields: {
        ...fields,
        ...(notes.length === 0 ? {} : { edNote: notes.join('\n') }),
        ...defined({ byline: lines.byline?.map((name) => ({ name })) }),
      },
    },
    losses,
  )
}

interface Lines {
  readonly headline: string | undefined
  readonly byline: readonly string[] | undefined
  readonly notes: readonly string[]
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
function readLines(text: string): Lines {
  const [opening = '', ...rest] = text.split('\n')
  const marked = [opening, ...rest].filter((line) => line.startsWith('^')).map((line) => plainWords(withoutSigns(line)))
  const copy =
    marked.length > 0
      ? [opening, ...rest].filter((line) => !line.startsWith('^'))
      : opening.trim() === ''
        ? rest
        : /^\s/.test(opening)
          ? [opening, ...rest]
          : rest
  // The first marked line repeats the slug: "BC-US--Talks".
  const above = marked.filter((line, index) => line !== '' && !(index === 0 && /^[A-Z]{2}-[A-Z0-9-]*--?\S/i.test(line)))
  const notes = above.flatMap((line) => noteIn(line) ?? [])
  const titles = above.filter((line) => noteIn(line) === undefined)
  const bylines = titles.flatMap((line) => namesOfByline(line) ?? [])
  const [title, ...others] = titles.filter((line) => namesOfByline(line) === undefined)
  const grafs = grafsOfCopy(copy)
  return {
    headline:
      marked.length > 0 ? title : opening.trim() === '' || /^\s/.test(opening) ? undefined : plainWords(opening),
    byline: bylines.length > 0 ? bylines : undefined,
    notes: [...notes, ...grafs.flatMap((graf) => noteIn(graf) ?? [])],
    grafs: [...others, ...grafs.filter((graf) => noteIn(graf) === undefined)],
  }
}

/** Splits copy into grafs at indents if the wire uses them, else by blank lines and widths. */
function grafsOfCopy(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /^(?:\t| {2,})\S/.test(line))) return grafsOf(lines.map(plainWords).join('\n'))
  const grafs: string[] = []
  let open = false
  for (const line of lines) {
    const words = plainWords(line)
    if (words === '') open = false
    else if (open && !/^(?:\t| {2,})/.test(line)) grafs[grafs.length - 1] = `${grafs.at(-1) ?? ''} ${words}`
    else {
      grafs.push(words)
      open = true
    }
  }
  return grafs
}
