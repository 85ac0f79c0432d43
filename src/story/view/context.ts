/** The context of a fact's words (rule 4). */
import { textBetween } from '../copy/words/factWords'
import { quotedRegions } from '../copy/words/quotedRegions'
import { readsOtherwise, SENTENCE_RULE, sentenceAround, sentencesOf, type SentenceRange } from '../copy/words/sentences'
import { mayTurn, shownOrder } from '../language/shownOrder'
import { QUOTE_LIKE, type FactType } from '../ledger/facts/fact'
import { hashText } from '../ledger/hash'
import { canonical } from '../text/compare'
import { isAttribution } from './attributions'
import { denialsBeside } from './denialsBeside'
import { belongingsOf, neighboursOf, ranksOf } from './neighbours'
import type { Block, Copy, Range } from '../copy/copy'
import type { PictureView } from '../ledger/facts/viewParts'
import { FORMER_VIEW_RULES, holdsTableLeads, sentencesOfView, VIEW_RULE, type ViewContext } from './signedView'
import { defined } from '../text/defined'

export interface FactContext {
  readonly context: ViewContext
  /** Quote-like facts only. */
  readonly rest?: RestNow
  /** The texts behind the hashes of `context`. */
  readonly grafs: GrafTexts
}

/** `rule`: of the view. `sentence`: the one that the words lie in, by that rule. */
export interface FormerContext extends FactContext {
  readonly rule: number
  readonly sentence: string
}

export interface GrafTexts {
  readonly graf: string
  readonly before: string
}

/** The graf of a quote-like fact around its context, as it is now. */
export interface RestNow {
  /** Canonical text of the graf before and after `near`. */
  readonly left: string
  readonly right: string
  /** The texts of the graf before, up to the fact, from the fact on, and of the graf after. */
  readonly run: readonly [string, string, string, string]
}

/** `ranges`: in text order, at least one. `rule`: the one of the view (signedView.ts). */
export function contextOf(copy: Copy, ranges: readonly Range[], type: FactType, rule: number = VIEW_RULE): FactContext {
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return { context: { near: '', graf: '', before: '' }, grafs: { graf: '', before: '' } }
  const quotes = QUOTE_LIKE.has(type)
  const sentences = sentencesOfView(rule)
  const from = { ...first, from: nearIn(copy[first.block]?.text ?? '', first, quotes, sentences).from }
  const to = { ...last, to: nearIn(copy[last.block]?.text ?? '', last, quotes, sentences).to }
  const neighbours = neighboursOf(copy)
  const { before } = neighbours[first.block] ?? {}
  const { headers, belongsTo } = belongingsOf(copy, first.block, last.block, holdsTableLeads(rule))
  const ranks = ranksOf(copy, first.block, last.block)
  const [picture, ...morePictures] = picturesIn(copy, first.block, last.block)
  const after = neighbours[last.block]?.after
  const textsOf = (indexes: readonly number[], pictures: typeof morePictures = []): readonly string[] | undefined => {
    const texts = [
      ...indexes.map((index) => canonical(leadText(copy[index], sentences))),
      // A tag over several captions: the first picture has its own part.
      ...pictures.map(({ file, alt, credit, captured }) => [file, alt, credit, captured].join(' · ')),
    ]
    return texts.length === 0 ? undefined : texts
  }
  const earlier = before === undefined ? undefined : copy[before]
  const nearText = textBetween(copy, from, to)
  const grafText = last.block === first.block ? undefined : copy.slice(first.block, last.block + 1)
  return {
    grafs: {
      graf: grafText?.map(({ text }) => text).join('\n') ?? copy[first.block]?.text ?? '',
      before: quotes ? (earlier?.text ?? '') : '',
    },
    context: {
      near: canonical(nearText),
      graf: grafHash(copy.slice(first.block, last.block + 1)),
      before: quotes && earlier ? grafHash([earlier]) : '',
      ...defined({
        nth: nthIn(copy, from.from, first, last),
        nearShown: shownBetween(copy, from, to),
        beside: denialsBeside(copy, first, last, sentences),
        headers: textsOf(headers),
        belongsTo: textsOf(belongsTo, morePictures),
        ranks: ranks.length > 0 ? ranks : undefined,
        picture,
        links: linksOn(copy, ranges),
      }),
    },
    ...(quotes
      ? {
          rest: {
            left: canonical(copy[first.block]?.text.slice(0, from.from) ?? ''),
            right: canonical(copy[last.block]?.text.slice(to.to) ?? ''),
            run: [
              earlier?.text ?? '',
              copy[first.block]?.text.slice(0, first.from) ?? '',
              textBetween(copy, first, { ...last, to: copy[last.block]?.text.length ?? last.to }),
              (after === undefined ? undefined : copy[after])?.text ?? '',
            ] as const,
          },
        }
      : {}),
  }
}

/**
 * The context as the view rules before this one read it, where they read another. Most copy reads the same, and then
 * nothing is read twice.
 */
export function formerContexts(copy: Copy, ranges: readonly Range[], type: FactType): readonly FormerContext[] {
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return []
  const { before = -1 } = neighboursOf(copy)[first.block] ?? {}
  const { after = -1 } = neighboursOf(copy)[last.block] ?? {}
  const { belongsTo } = belongingsOf(copy, first.block, last.block)
  const own = copy.slice(first.block, last.block + 1)
  const isInTable = belongsTo.length > 0 && own.some(({ cell }) => cell)
  return FORMER_VIEW_RULES.flatMap((rule) => {
    const sentences = sentencesOfView(rule)
    const isOther = (block: Block | undefined): boolean => readsOtherwise(block?.text ?? '', sentences)
    const isRead =
      (isInTable && !holdsTableLeads(rule)) ||
      own.some(isOther) ||
      [before, after, ...belongsTo].some((index) => isOther(copy[index]))
    return isRead
      ? [{ ...contextOf(copy, ranges, type, rule), rule, sentence: sentenceAround(copy, first, last, sentences) }]
      : []
  })
}

/** Which place of the tagged text in its context this is, counted from `start` in its block. Undefined: the first. */
function nthIn(copy: Copy, start: number, first: Range, last: Range): number | undefined {
  const words = textBetween(copy, first, last)
  if (words === '') return undefined
  let nth = 1
  const before = copy[first.block]?.text.slice(start, first.from + words.length - 1) ?? ''
  for (let at = before.indexOf(words); at >= 0; at = before.indexOf(words, at + 1)) nth++
  return nth > 1 ? nth : undefined
}

/** The text as shown, if that differs from the stored one. */
export function shownBetween(copy: Copy, from: Range, to: Range): string | undefined {
  let turns = false
  const parts: string[] = []
  for (let index = from.block; index <= to.block; index++) {
    const text = copy[index]?.text ?? ''
    const start = index === from.block ? from.from : 0
    const end = index === to.block ? to.to : text.length
    turns ||= mayTurn(text)
    parts.push(shownOrder(text, start, end))
  }
  if (!turns) return undefined
  const shown = canonical(parts.join('\n'))
  return shown === canonical(textBetween(copy, from, to)) ? undefined : shown
}

/** More quotations in one graf are no news copy: reading around each of them would delay everybody. */
const MOST_QUOTATIONS = 200

/**
 * The text that says whose a quotation is, as the context of a tagged one: the whole graf if that holds too many.
 * `rule`: version of the sentence rule.
 */
export function nearQuotation(text: string, range: SentenceRange, rule: number = SENTENCE_RULE): string {
  if (quotedRegions(text, '').length > MOST_QUOTATIONS) return canonical(text)
  const { from, to } = nearIn(text, range, true, rule)
  return canonical(text.slice(from, to))
}

/** The sentences that count as context of `range` in its block. */
function nearIn(text: string, range: SentenceRange, quotes: boolean, rule: number): SentenceRange {
  const sentences = sentencesOf(text, rule)
  const regions = quotes ? quotedRegions(text, '') : []
  let { from, to } = range
  for (const region of regions)
    if (region.to > range.from && region.from < range.to) {
      from = Math.min(from, region.from)
      to = Math.max(to, region.to)
    }
  let start = sentences.findIndex((sentence) => sentence.to > from)
  let end = sentences.findLastIndex((sentence) => sentence.from < to)
  if (start < 0 || end < start) return { from, to }
  if (quotes) {
    const isQuoted = (index: number): boolean => {
      const sentence = sentences[index]
      return sentence !== undefined && regions.some((one) => one.to > sentence.from && one.from < sentence.to)
    }
    const isAttributed = (index: number): boolean => {
      const sentence = sentences[index]
      return sentence !== undefined && isAttribution(text, sentence, regions)
    }
    const attributed = (): boolean => sentences.slice(start, end + 1).some((_, index) => isAttributed(start + index))
    if (!attributed()) {
      // “No.” “Never.” Kim said: the attribution follows more of the quotation, or goes before it.
      while (end + 1 < sentences.length && isQuoted(end + 1) && !isAttributed(end)) end++
      while (start > 0 && isQuoted(start - 1) && !isAttributed(start)) start--
    }
    start = Math.max(0, start - 1)
    end = Math.min(sentences.length - 1, end + 1)
  }
  return { from: Math.min(from, sentences[start]?.from ?? from), to: Math.max(to, sentences[end]?.to ?? to) }
}

/** Lead-ins are the last sentence of their graf: its others may change. `rule`: version of the sentence rule. */
export function leadIn({ role, text }: Block, rule: number = SENTENCE_RULE): SentenceRange {
  const last = role === 'paragraph' ? sentencesOf(text, rule).at(-1) : undefined
  return last ?? { from: 0, to: text.length }
}

/** The text that leads in to what stands below a block. */
export function leadText(block: Block | undefined, rule: number = SENTENCE_RULE): string {
  if (!block) return ''
  const { from, to } = leadIn(block, rule)
  return block.text.slice(from, to)
}

const NO_PICTURES: readonly PictureView<string>[] = []

function picturesIn(copy: Copy, first: number, last: number): readonly PictureView<string>[] {
  let found = NO_PICTURES
  for (let index = first; index <= last; index++) {
    const block = copy[index]
    const picture = block && pictureIn(block)
    if (picture) found = [...found, picture]
  }
  return found
}

function pictureIn(block: Block): ViewContext['picture'] {
  if (block.role !== 'cutline' || !block.picture) return undefined
  const { file, alt, credit, captured } = block.picture
  return { file, alt: canonical(alt), credit: canonical(credit), captured }
}

function linksOn(copy: Copy, ranges: readonly Range[]): readonly string[] | undefined {
  const found = new Set<string>()
  for (const { block, from, to } of ranges)
    for (const span of copy[block]?.spans ?? [])
      if (span.mark === 'link' && span.from < to && span.to > from) found.add(span.href)
  return found.size > 0 ? [...found] : undefined
}

const grafs = new WeakMap<Block, string>()

function grafHash(blocks: readonly Block[]): string {
  const [only] = blocks
  if (blocks.length !== 1 || !only) return hashGraf(blocks.map(({ text }) => text).join('\n'))
  const before = grafs.get(only)
  if (before !== undefined) return before
  const hash = hashGraf(only.text)
  grafs.set(only, hash)
  return hash
}

/** Not the hash of the bare text: nobody can look for a graf by it. */
const hashGraf = (text: string): string => hashText(`graf\n${canonical(text)}`)

/** Hash of a text as shown. */
export const hashShown = (text: string): string => hashText(`shown\n${text}`)
