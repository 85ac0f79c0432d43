import { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import { ED_NOTE_LABEL } from '../../formats/edNote'
import { tellCorrections } from '../parts/correctionLine'
import { decodeText } from '../parts/decodeText'
import { detectLanguage } from '../parts/detectLanguage'
import type { ImportedStory } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { looksLikeDeck, looksLikeHeadline, namesOfByline } from '../../../story/text/guessStructure'
import { LossCollector } from '../parts/losses'
import { defined } from '../../../story/text/defined'

/**
 * Imports plain text. Grafs are separated by blank lines, or each line is one. Lines wrapped at a fixed width are
 * joined. The first line is the headline if it looks like one, the second the deck; else all is body. Lines above it
 * that start with “Eds:” are the ed note.
 * @throws ImportError if the bytes are not text.
 */
export function importText(bytes: Uint8Array, name: string): ImportedStory {
  const losses = new LossCollector()
  const text = decodeText(bytes, name, losses)
  const { grafs, edNote } = withoutEdNote(grafsOf(text))
  if (grafs.length === 0) throw new ImportError(name, importsText('refusal.noText'), importsText('advice.checkFile'))
  tellCorrections(
    grafs.map((graf) => ({ text: graf })),
    losses,
  )
  const [first = '', second = ''] = grafs
  const headline = looksLikeHeadline(first) ? first : undefined
  const deck =
    headline !== undefined && grafs.length > 2 && namesOfByline(second) === undefined && looksLikeDeck(second)
      ? second
      : undefined
  let body = grafs.slice((headline === undefined ? 0 : 1) + (deck === undefined ? 0 : 1))
  const names = headline === undefined ? undefined : namesOfByline(body[0] ?? '')
  if (names) body = body.slice(1)
  return {
    blocks: [
      ...(headline === undefined ? [] : [plain('headline', headline)]),
      ...(deck === undefined ? [] : [plain('deck', deck)]),
      ...body.map((graf) => plain('paragraph', graf)),
    ],
    losses: losses.list(),
    language: detectLanguage(text),
    ...(names || edNote !== ''
      ? {
          fields: {
            ...(edNote === '' ? {} : { edNote }),
            ...defined({ byline: names?.map((line) => ({ name: line })) }),
          },
        }
      : {}),
  }
}

/** Takes the ed note from the top only; further down “Eds:” may be copy. */
function withoutEdNote(all: readonly string[]): { readonly grafs: readonly string[]; readonly edNote: string } {
  const end = all.findIndex((graf) => !graf.startsWith(ED_NOTE_LABEL) && !OTHER_NOTE.test(graf))
  const top = end === -1 ? all : all.slice(0, end)
  const notes = top.filter((graf) => graf.startsWith(ED_NOTE_LABEL))
  return {
    grafs: notes.length === 0 ? all : [...top.filter((graf) => !notes.includes(graf)), ...all.slice(top.length)],
    edNote: notes.map((graf) => graf.slice(ED_NOTE_LABEL.length).trim()).join('\n'),
  }
}
const OTHER_NOTE = /^(?:EMBARGOED until \d|DRAFT\. Not for publication\.)/

const plain = (role: Block['role'], text: string): Block => ({ role, text, spans: [] })

export function grafsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const width = wrapWidth(lines)
  if (width === 0) return lines.filter((line) => line !== '')
  const grafs: string[] = []
  let open = ''
  lines.forEach((line, index) => {
    if (line === '') {
      if (open !== '') grafs.push(open)
      open = ''
      return
    }
    open = open === '' ? line : `${open}${joint(open, line)}${line}`
    // A short line that ends a sentence ends the graf, and so does a line before a blank one at the top.
    if (line.length < width * 0.6 && /[.!?…。]["'”’»)\]]*$/u.test(line) && lines[index + 1] !== '') {
      grafs.push(open)
      open = ''
    }
  })
  if (open !== '') grafs.push(open)
  return grafs
}

/** Scripts without spaces are joined without one. */
const joint = (before: string, after: string): string =>
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、，])$/u.test(before) &&
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『（]/u.test(after)
    ? ''
    : ' '

/**
 * Returns the width at which lines were wrapped, or 0 if each line is a graf. Wrapped text has blank lines between
 * grafs, no line over 100 characters, and inside grafs mostly nearly full lines that break in mid-sentence.
 */
function wrapWidth(lines: readonly string[]): number {
  let longest = 0
  for (const line of lines) if (line.length > longest) longest = line.length
  if (longest > 100 || longest < 40) return 0
  let inside = 0
  let broken = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '' || lines[i + 1] === '') continue
    inside++
    if (line.length > longest * 0.7 && !/[.!?…。]["'”’»)\]]*$/u.test(line)) broken++
  }
  return inside >= 3 && broken >= inside * 0.6 ? longest : 0
}
