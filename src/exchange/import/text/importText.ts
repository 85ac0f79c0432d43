import { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import { tellCorrections } from '../parts/blocks/correctionLine'
import { bylineOfGraf } from '../parts/fields/bylineFrom'
import { decodeText } from '../parts/decodeText'
import { detectLanguage } from '../parts/detectLanguage'
import type { ImportedStory } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { looksLikeDeck, looksLikeHeadline } from '../../../story/text/guessStructure'
import { LossCollector } from '../parts/losses'
import { defined } from '../../../story/text/defined'
import { fits, joint } from './wrappedLines'
import { takeDeskLines } from './deskLinesAbove'

/**
 * Imports plain text. Grafs are separated by blank lines, or each line is one. Lines wrapped at a fixed width are
 * joined. The first line is the headline if it looks like one, the second the deck; else all is body. A byline may
 * stand above or below. Lines above the headline that start with “Eds:” are the ed note; other lines for the desk, as
 * our own exports print them, become fields or are listed (takeDeskLines).
 * @throws ImportError if the bytes are not text.
 */
export function importText(bytes: Uint8Array, name: string): ImportedStory {
  const losses = new LossCollector()
  const text = decodeText(bytes, name, losses)
  const top = takeDeskLines(
    text.split('\n').map((line) => line.trim()),
    losses,
  )
  const all = grafsOf((top.areOurs ? unwrapped(top.lines, top.width) : top.lines).join('\n'))
  if (all.length === 0) throw new ImportError(name, importsText('refusal.noText'), importsText('advice.checkFile'))
  const above = all.length > 1 ? bylineOfGraf(all[0] ?? '') : undefined
  const grafs = above ? all.slice(1) : all
  tellCorrections(
    grafs.map((graf) => ({ text: graf })),
    losses,
  )
  const [first = '', second = ''] = grafs
  const headline = looksLikeHeadline(first) || (top.areOurs && isOneLine(first, grafs.length)) ? first : undefined
  const deck =
    headline !== undefined && grafs.length > 2 && bylineOfGraf(second) === undefined && looksLikeDeck(second)
      ? second
      : undefined
  let body = grafs.slice((headline === undefined ? 0 : 1) + (deck === undefined ? 0 : 1))
  const below = headline === undefined || above ? undefined : bylineOfGraf(body[0] ?? '')
  if (below) body = body.slice(1)
  const byline = above ?? below
  return {
    blocks: [
      ...(headline === undefined ? [] : [plain('headline', headline)]),
      ...(deck === undefined ? [] : [plain('deck', deck)]),
      ...body.map((graf) => plain('paragraph', graf)),
    ],
    losses: losses.list(),
    language: detectLanguage(text),
    ...(byline || Object.keys(top.fields).length > 0 ? { fields: { ...top.fields, ...defined({ byline }) } } : {}),
  }
}

/** A first line under our own notes is the headline, whatever it ends with, unless it is all there is, or a graf. */
const isOneLine = (line: string, grafs: number): boolean => grafs > 1 && line.length <= 160

/**
 * Joins the lines of our own wrapped text: a line goes on where the first word of the next would not have fitted. Text
 * that was not wrapped has lines beyond any width.
 */
function unwrapped(lines: readonly string[], width: number): readonly string[] {
  // In our text a blank line follows the headline.
  const end = lines.findLastIndex((line) => line !== '')
  if (
    width > WIDEST ||
    !lines
      .slice(
        lines.findIndex((line) => line !== ''),
        end,
      )
      .includes('')
  )
    return lines
  const joined: string[] = []
  let open = ''
  for (const [index, line] of lines.entries()) {
    open = open === '' ? line : `${open}${joint(open, line)}${line}`
    const next = lines[index + 1] ?? ''
    if (line !== '' && next !== '' && !fits(line, next, width)) continue
    joined.push(open)
    open = ''
  }
  return joined
}
/** Columns of the widest terminal that wire text is wrapped for. */
const WIDEST = 120

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
