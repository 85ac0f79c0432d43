/**
 * Finds all checkable statements of a block, in text order. What is looked for follows the scripts and words of each
 * sentence, never a field that an author sets. Remembers the result per block.
 */
import { isHeadingCell, type Block } from '../../story/copy/copy'
import {
  FORMER_SENTENCE_RULES,
  readsOtherwise,
  SENTENCE_RULE,
  sentencesOf,
  type SentenceRange,
} from '../../story/copy/words/sentences'
import { hashText } from '../../story/ledger/hash'
import { canonical } from '../../story/text/compare'
import { nearQuotation } from '../../story/view/context'
import { memoizeSteps } from '../finding/memoizeByBlock'
import { keyText } from '../finding/findingKey'
import { findDates } from './numbers/dates'
import { findFigures } from './numbers/figures'
import { fold } from './fold'
import { gapsIn } from './gaps'
import { languagesIn, type DetectedLanguage } from './languages'
import { findKoreanNames } from './koreanNames'
import { findNames, isTitleCase } from './names'
import { findNumberWords } from './numbers/numberWords'
import { findQuotations } from './quotes/quotations'
import { inReadingOrder, overlapAny, type Statement, type StatementKind } from './statement'
import { findSignNumbers } from './numbers/signNumbers'
import { findSuperlatives } from './superlatives'
import type { Match } from './patterns'

export type FormerKeys = Readonly<Partial<Record<number, string>>>

export interface KeyedStatement extends Statement {
  readonly words: string
  /** Identifies the statement: `kind:sentence:words`, of a quotation with a hash of the sentences beside it. */
  readonly key: string
  /** The keys that earlier Stets gave it, by the version of their sentence rule. Absent: the same. */
  readonly formerKeys?: FormerKeys
  /** The word of the desk that found it (taught/). */
  readonly taught?: string
}

interface Read {
  readonly statements: readonly KeyedStatement[]
  readonly sentences: readonly (SentenceRange & { readonly languages: readonly DetectedLanguage[] })[]
  /** Sentences in languages without word tables. */
  readonly otherLanguages: readonly SentenceRange[]
}

export const statementsOf = (block: Block): readonly KeyedStatement[] => readBlock(block).statements
/** The sentences in which nobody looks for words: they are in a language without word tables. */
export const unknownSentences = (block: Block): readonly SentenceRange[] => readBlock(block).otherLanguages

const NOTHING: Read = { statements: [], sentences: [], otherLanguages: [] }
/** Roles of running text. There, capitals show names. */
const RUNNING: ReadonlySet<Block['role']> = new Set(['paragraph', 'quote', 'listItem', 'cutline'])

/** The first look with a pattern costs most: it is compiled then. So the steps are by what is looked for. */
export const readBlock = memoizeSteps(function* (block: Block): Generator<void, Read, void> {
  const { text, role } = block
  if (text.trim() === '') return NOTHING
  const sentences = sentencesOf(text)
  const starts = startsOf(text, sentences)
  const capitalsTell = RUNNING.has(role)
  const languagesOf = languagesIn(fold(text).text, capitalsTell)
  const languages: (readonly DetectedLanguage[])[] = []
  const bareYears: boolean[] = []
  const isHeading = isHeadingCell(block)
  const otherLanguages: SentenceRange[] = []
  const words: Statement[] = []
  for (const sentence of sentences) {
    yield
    const shown = text.slice(sentence.from, sentence.to)
    const folded = fold(shown)
    const found = languagesOf(folded.text, shown)
    languages.push(found.languages)
    bareYears.push(isHeading || found.other || (found.languages.includes('de') && !found.languages.includes('en')))
    if (found.other) otherLanguages.push(sentence)
    const originOf = (at: number): number => sentence.from + folded.origin(at)
    const isCapital = (at: number): boolean => {
      const letter = text.charAt(originOf(at))
      return capitalsTell && letter !== letter.toLowerCase() && !starts.has(originOf(at))
    }
    const add = (kind: StatementKind) => (match: Match) =>
      words.push({
        kind,
        from: originOf(match.from),
        to: originOf(match.to),
        coreFrom: originOf(match.coreFrom),
        coreTo: originOf(match.coreTo),
      })
    yield
    findSuperlatives(folded.text, found.languages, isCapital).forEach(add('superlative'))
    yield
    findNumberWords(folded.text, found.languages, isCapital).forEach(add('figure'))
  }
  const languagesAt = (at: number): readonly DetectedLanguage[] => languages[sentenceIndex(sentences, at)] ?? []
  yield
  const dates = findDates(text, (at) => bareYears[sentenceIndex(sentences, at)] ?? false)
  yield
  const figures = [...findFigures(text, dates, languagesAt), ...findSignNumbers(text)]
  const isFigure = overlapAny(figures)
  const isDate = overlapAny(dates)
  const isGap = overlapAny(gapsIn(text))
  yield
  const quotations = findQuotations(text, role)
  yield
  const all = [
    ...quotations,
    ...figures,
    ...words.filter((one) => one.kind !== 'figure' || !(isFigure(coreOf(one)) || isDate(coreOf(one)))),
    ...dates,
    ...(!capitalsTell && isTitleCase(text)
      ? []
      : findNames(text, (at) => languagesAt(at).includes('de'), starts, dates).filter((one) => !isGap(coreOf(one)))),
    ...findKoreanNames(text),
  ]
  yield
  return {
    statements: withFormerKeys(keyed(withoutRepeats(all), text, sentences), text),
    sentences: sentences.map(({ from, to }, index) => ({ from, to, languages: languages[index] ?? [] })),
    otherLanguages,
  }
})

const coreOf = ({ coreFrom, coreTo }: Statement): { from: number; to: number } => ({ from: coreFrom, to: coreTo })

/** Several patterns may find the same words. The widest core of a kind counts, and of equal ones the widest find. */
function withoutRepeats(all: readonly Statement[]): readonly Statement[] {
  const byCore = all.toSorted(
    (a, b) => a.coreFrom - b.coreFrom || b.coreTo - a.coreTo || b.to - b.from - (a.to - a.from) || inReadingOrder(a, b),
  )
  /** Where the cores kept so far of each kind end. */
  const ends = new Map<StatementKind, number>()
  const kept = byCore.filter(({ kind, coreTo }) => {
    if ((ends.get(kind) ?? 0) >= coreTo) return false
    ends.set(kind, coreTo)
    return true
  })
  return kept.sort(inReadingOrder)
}

function withFormerKeys(all: readonly KeyedStatement[], text: string): readonly KeyedStatement[] {
  const before = FORMER_SENTENCE_RULES.filter((rule) => readsOtherwise(text, rule)).map(
    (rule) => [rule, keyed(all, text, sentencesOf(text, rule), rule)] as const,
  )
  if (before.length === 0) return all
  return all.map((item, at) => {
    const keys = before.flatMap(([rule, read]) => {
      const key = read[at]?.key
      return key === undefined || key === item.key ? [] : [[rule, key] as const]
    })
    return keys.length === 0 ? item : { ...item, formerKeys: Object.fromEntries(keys) }
  })
}

/** `rule`: version of the sentence rule. */
function keyed(
  all: readonly Statement[],
  text: string,
  sentences: readonly SentenceRange[],
  rule: number = SENTENCE_RULE,
): readonly KeyedStatement[] {
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
    const key = `${item.kind}:${sentenceKey}:${keyText(text.slice(item.coreFrom, item.coreTo))}`
    return { ...item, words, key: item.kind === 'quote' ? `${key}${besideQuotation(item, text, at, rule)}` : key }
  })
}

/** Who says a quotation may stand in the sentence before it or behind it. '' if it stands alone. */
function besideQuotation(
  quotation: Statement,
  text: string,
  sentence: SentenceRange | undefined,
  rule: number,
): string {
  const near = nearQuotation(text, quotation, rule)
  const isAlone = sentence !== undefined && near === canonical(text.slice(sentence.from, sentence.to))
  return isAlone ? '' : `:${hashText(near).slice(0, 16)}`
}

/** The sentence at an offset, by binary search. */
function sentenceIndex(sentences: readonly SentenceRange[], at: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Offsets of the first letter or digit of each sentence. */
function startsOf(text: string, sentences: readonly SentenceRange[]): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const { from, to } of sentences) {
    const lead = /^[^\p{L}\p{N}]*/u.exec(text.slice(from, Math.min(to, from + 12)))?.[0].length ?? 0
    starts.add(from + lead)
  }
  // A quotation starts a new sentence: said, “The deal …
  for (const match of text.matchAll(/[“„"«「]/gu)) starts.add(match.index + 1)
  return starts
}
