/** Finds all checkable statements of a block, in text order. Remembers the result per block. */
import type { Block } from '../../story/copy/copy'
import { sentencesOf } from '../../story/copy/sentences'
import { memoizeByBlock } from '../finding/memoizeByBlock'
import { keyText } from '../finding/findingKey'
import { findDates } from './dates'
import { findFigures } from './figures'
import { findNames, isTitleCase } from './names'
import { findNumberWords } from './numberWords'
import { findQuotations } from './quotations'
import { inReadingOrder, overlapAny, type Statement } from './statement'
import { findSuperlatives } from './superlatives'

export interface KeyedStatement extends Statement {
  readonly words: string
  /** Identifies the statement: `kind:sentence:words`. */
  readonly key: string
}

export const statementsOf = memoizeByBlock((block: Block, languageTag: string): readonly KeyedStatement[] => {
  const { text, role } = block
  if (text.trim() === '') return []
  const language = languageTag.toLowerCase().split('-')[0] || 'en'
  const sentences = sentencesOf(text)
  const starts = startsOf(text, sentences)
  const capitalsTell = role === 'paragraph' || role === 'quote' || role === 'listItem' || role === 'cutline'
  const dates = findDates(text)
  const figures = findFigures(text, dates)
  const isFigure = overlapAny(figures)
  const numbers = findNumberWords(text, language, starts, capitalsTell, dates).filter(
    ({ coreFrom, coreTo }) => !isFigure({ from: coreFrom, to: coreTo }),
  )
  const names = !capitalsTell && isTitleCase(text) ? [] : findNames(text, language, starts, dates)
  const all = [
    ...findQuotations(text, role, languageTag.toLowerCase()),
    ...findSuperlatives(text, language),
    ...figures,
    ...numbers,
    ...dates,
    ...names,
  ]
  all.sort(inReadingOrder)
  let sentence = 0
  let sentenceKey: string | undefined
  return all.map((item) => {
    while ((sentences[sentence]?.to ?? Infinity) <= item.from) {
      sentence++
      sentenceKey = undefined
    }
    const at = sentences[sentence]
    sentenceKey ??= keyText(at ? text.slice(at.from, at.to) : text)
    const words = text.slice(item.from, item.to)
    return { ...item, words, key: `${item.kind}:${sentenceKey}:${keyText(text.slice(item.coreFrom, item.coreTo))}` }
  })
})

/** Offsets of the first letter or digit of each sentence. */
function startsOf(
  text: string,
  sentences: readonly { readonly from: number; readonly to: number }[],
): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const { from, to } of sentences) {
    const lead = /^[^\p{L}\p{N}]*/u.exec(text.slice(from, Math.min(to, from + 12)))?.[0].length ?? 0
    starts.add(from + lead)
  }
  // A quotation starts a new sentence: said, “The deal …
  for (const match of text.matchAll(/[“„"«「]/gu)) starts.add(match.index + 1)
  return starts
}
