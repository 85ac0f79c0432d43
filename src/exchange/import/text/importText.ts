import { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import { tellCorrections } from '../parts/blocks/correctionLine'
import { bylineOfGraf } from '../parts/fields/bylineFrom'
import { decodeText } from '../parts/decodeText'
import { detectLanguage } from '../parts/detectLanguage'
import type { ImportedStory } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { looksLikeDeck, looksLikeHeadline } from '../../../story/text/lines/guessStructure'
import { LossCollector } from '../parts/losses'
import { defined } from '../../../story/text/defined'
import { copyBelowDesk } from '../parts/blocks/copyBelowDesk'
import { DeskMatter } from '../parts/fields/DeskMatter'
import { takeDeskLines } from './deskLinesAbove'
import { grafsOfLines, grafsOfOurs } from './grafsOfLines'

/**
 * Imports plain text. Grafs are separated by blank lines, or each line is one. Lines wrapped at a fixed width are
 * joined. The first line is the headline if it looks like one, the second the deck; else all is body. A byline may
 * stand above or below. Lines for the desk above the first graf become fields or are listed.
 * @throws ImportError if the bytes are not text.
 */
export function importText(bytes: Uint8Array, name: string): ImportedStory {
  const losses = new LossCollector()
  const text = decodeText(bytes, name, losses)
  const desk = new DeskMatter(losses)
  const lines = text.split('\n')
  const trimmed = lines.map((line) => line.trim())
  const top = takeDeskLines(trimmed, desk, losses)
  const found = top.areOurs ? grafsOfOurs(trimmed.slice(top.above), top.width) : grafsOfLines(lines.slice(top.above))
  const all = copyBelowDesk(
    found.map((graf) => ({ text: graf })),
    desk,
    losses,
  ).map((graf) => graf.text)
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
  const fields = desk.fields()
  return {
    blocks: [
      ...(headline === undefined ? [] : [plain('headline', headline)]),
      ...(deck === undefined ? [] : [plain('deck', deck)]),
      ...body.map((graf) => plain('paragraph', graf)),
    ],
    losses: losses.list(),
    language: detectLanguage(text),
    ...(byline || Object.keys(fields).length > 0 ? { fields: { ...fields, ...defined({ byline }) } } : {}),
  }
}

/** A first line under our own notes is the headline, whatever it ends with, unless it is all there is, or a graf. */
const isOneLine = (line: string, grafs: number): boolean => grafs > 1 && line.length <= 160

const plain = (role: Block['role'], text: string): Block => ({ role, text, spans: [] })
