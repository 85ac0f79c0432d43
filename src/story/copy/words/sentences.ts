/**
 * Stet's own sentence rule. ICU splits after "Gov. " and differs between runtimes, but a sign-off must mean the same
 * sentence everywhere. Sentences end with their block; a hard break does not end one.
 *
 * The rule has a version, and a sign-off keeps the one that it was made by. Version 2: a closing quotation mark that
 * its attribution follows, degrees ("Ph.D.") and brand names ("Yahoo!") do not end a sentence. Version 3: nor do
 * ordinals, dates and more abbreviations (openEnds.ts). Version 4: nor do more titles (openTitles.ts). Each version
 * only joins sentences of the one before.
 */
import { tellsWhoSays } from '../../language/sayings'
import type { Block, BlockRole, Copy, Range } from '../copy'
import { seen } from '../../text/compare'
import { textBetween } from './factWords'
import { isAbbreviated, openEnds, type OpenEnds } from './openEnds'
import { isOpenTitle, isTitleWord } from './openTitles'

export const SENTENCE_RULE = 4

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof rev fr sr jr st gov lt col gen maj capt cmdr sgt cpl pvt adm sen rep reps sens ' +
    'hon pres supt ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun vs etc inc corp co ltd llc bros ' +
    'dept univ assn ave blvd rd est fig approx cf ca al eds ed vol pp op ft mt mts bzw usw dh str hr'
  ).split(' '),
)
/** Abbreviations before a number only: "No. 5", but He said “no.” */
const BEFORE_NUMBER = new Set(['no', 'nos', 'nr', 'art', 'sec', 'par', 'p', 'pp', 'vol'])
/** After an initialism ("U.S.", "a.m.") only these words start a new sentence. */
const STARTERS =
  /^(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|But|And|Or|In|On|At|By|For|From|After|Before|As|When|While|If|No|Not|His|Her|Their|Its|There|Since|Then|However|Meanwhile)\b/u

const TERMINATOR = /[.!?…。．！？؟۔।]+["'“”‘’»«」』)\]]*/gu
const OPENING = /^["'“”‘’«»「『([]*/u

export interface SentenceRange {
  readonly from: number
  readonly to: number
}

/**
 * Ranges of the sentences of one block's text, without the white space around them, in order. `rule`: version of the
 * rule; unknown versions read as the newest.
 */
export function sentencesOf(text: string, rule: number = SENTENCE_RULE): readonly SentenceRange[] {
  const { cache, ends, opens } = RULES[rule] ?? RULES[SENTENCE_RULE]
  const cached = cache.get(text)
  if (cached) return cached
  const sentences: { from: number; to: number }[] = []
  const isOpen = opens?.(text)
  let start = 0
  const add = (end: number): void => {
    const raw = text.slice(start, end)
    const from = start + (raw.length - raw.trimStart().length)
    const to = start + raw.trimEnd().length
    if (from < to) sentences.push({ from, to })
    start = end
  }
  for (const { index: at, 0: mark } of text.matchAll(TERMINATOR)) {
    const end = at + mark.length
    if (ends(text, at, mark, end) && !isOpen?.(at, mark, end)) add(end)
  }
  add(text.length)
  // A story of 100,000 words has some 3,000 grafs: the cache holds them all.
  if (cache.size > 4000) cache.clear()
  cache.set(text, sentences)
  return sentences
}

/** The versions before, the latest first. Nothing is kept by version 1 but sign-offs. */
export const FORMER_SENTENCE_RULES = [3, 2] as const

/** Whether a text has other sentences by this version of the rule than by the newest. */
export const readsOtherwise = (text: string, rule: number): boolean =>
  sentencesOf(text, rule).length !== sentencesOf(text).length

const CLOSED = /["'“”‘’»«」』][)\]]*$/u
/** "Mr. Kim asked" is one clause. */
const DOTTED = /([\p{L}\p{M}]+)\./gu
const withoutDot = (dotted: string, word: string): string =>
  word.length === 1 || ABBREVIATIONS.has(word.toLowerCase()) ? word : dotted
const withoutDot3 = (dotted: string, word: string): string => (isAbbreviated(word) ? word : withoutDot(dotted, word))
const withoutDot4 = (dotted: string, word: string): string => (isTitleWord(word) ? word : withoutDot3(dotted, word))
const CLAUSE = /^[^.!?…。．！？؟۔।“„«「『"]{0,160}/u
/** Names that end in a mark. */
const BRANDS = new Set(
  'yahoo jeopardy joomla wham panic e yum oliver oklahoma airplane guess mamma ahoy jackass'.split(' '),
)
const DEGREE = /^(?:\p{Lu}\p{L}{0,2}\.)+\p{Lu}\p{L}{0,2}$/u
const MORE_ABBREVIATIONS = new Set('messrs msgr esq mme mlle sra ing dipl brig insp det cllr amb'.split(' '))

/** Version 2; versions 3 and 4 with their own abbreviations. */
function endsSentence(text: string, at: number, mark: string, end: number, undot = withoutDot): boolean {
  const rest = text.slice(end, end + 200)
  const after = rest.replace(/^[\s,，、]*[—–-]*\s*/u, '')
  if (CLOSED.test(mark) && after !== '') {
    // 「…。」と述べた and “…다.”고 말했다: no space, so the sentence goes on.
    if (/^[\p{L}\p{N}]/u.test(rest)) return false
    if (tellsWhoSays(CLAUSE.exec(seen(after).replace(DOTTED, undot))?.[0] ?? '')) return false
  }
  if (!endsSentence1(text, at, mark, end)) return false
  if (/[。！？．]/u.test(mark) || after === '') return true
  const next = after.replace(OPENING, '')
  const word = /[\p{L}\p{M}.]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  const lower = word.toLowerCase()
  if (/^[!?]+$/u.test(mark) && /^\p{Lu}/u.test(word) && BRANDS.has(lower)) return STARTERS.test(next)
  if (!mark.startsWith('.')) return true
  if (DEGREE.test(word)) return STARTERS.test(next)
  return !MORE_ABBREVIATIONS.has(lower)
}

/** Version 1. Never changed: old sign-offs mean its sentences. */
function endsSentence1(text: string, at: number, mark: string, end: number): boolean {
  if (/[。！？．]/u.test(mark)) return true
  const rest = text.slice(end, end + 80)
  if (rest !== '' && !/^\s/u.test(rest)) return false
  const next = rest.trimStart().replace(OPENING, '')
  if (next === '') return true
  if (/^\p{Ll}/u.test(next)) return false
  if (!/^\.["'“”‘’»«」』)\]]*$/u.test(mark)) return true
  const word = /[\p{L}\p{M}.]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return STARTERS.test(next)
  if (/^\p{Lu}$/u.test(word)) return false
  const lower = word.toLowerCase()
  if (BEFORE_NUMBER.has(lower)) return !/^\p{Nd}/u.test(next)
  return !ABBREVIATIONS.has(lower)
}

interface Rule {
  readonly ends: (text: string, at: number, mark: string, end: number) => boolean
  readonly opens?: (text: string) => OpenEnds
  readonly cache: Map<string, readonly SentenceRange[]>
}

const RULES: Readonly<Record<number, Rule>> & { readonly [SENTENCE_RULE]: Rule } = {
  1: { ends: endsSentence1, cache: new Map() },
  2: { ends: (text, at, mark, end) => endsSentence(text, at, mark, end), cache: new Map() },
  3: {
    ends: (text, at, mark, end) => endsSentence(text, at, mark, end, withoutDot3),
    opens: openEnds,
    cache: new Map(),
  },
  4: {
    ends: (text, at, mark, end) => endsSentence(text, at, mark, end, withoutDot4),
    opens: (text) => {
      const isOpen = openEnds(text)
      return (at, mark, end) => isOpen(at, mark, end) || isOpenTitle(text, at, mark, end)
    },
    cache: new Map(),
  },
}

/** The sentence or sentences that a fact's ranges lie in. */
export function sentenceAround(copy: Copy, first: Range, last: Range, rule: number = SENTENCE_RULE): string {
  const from = sentencesOf(copy[first.block]?.text ?? '', rule).find((sentence) => sentence.to > first.from)?.from
  const to = sentencesOf(copy[last.block]?.text ?? '', rule).find((sentence) => sentence.to >= last.to)?.to
  return textBetween(
    copy,
    { ...first, from: Math.min(from ?? first.from, first.from) },
    { ...last, to: Math.max(to ?? last.to, last.to) },
  )
}

/** Blocks that form running text. Headline, deck, cells and cutlines are separate. */
export const RUNS_ON: ReadonlySet<BlockRole> = new Set(['paragraph', 'subhead', 'quote', 'listItem'])
/** Blocks that may lie between blocks of running text without separating them. */
const BETWEEN: ReadonlySet<BlockRole> = new Set(['cell', 'cutline'])

/**
 * The sentence before the one in which a fact starts; it may be in an earlier block, across tables and pictures. '' if
 * there is none.
 */
export function sentenceBefore(copy: Copy, first: Range, rule: number = SENTENCE_RULE): string {
  const block = copy[first.block]
  if (!block) return ''
  const before = sentencesOf(block.text, rule).filter((s) => s.to <= first.from)
  const last = before.at(-1)
  if (last) return block.text.slice(last.from, last.to)
  if (!RUNS_ON.has(block.role)) return ''
  for (let index = first.block - 1; index >= 0; index--) {
    const earlier = copy[index]
    if (earlier && BETWEEN.has(earlier.role)) continue
    if (!earlier || !RUNS_ON.has(earlier.role)) return ''
    const sentence = sentencesOf(earlier.text, rule).at(-1)
    if (sentence) return earlier.text.slice(sentence.from, sentence.to)
  }
  return ''
}

/** The first block that `sentenceBefore` may read for a fact that starts in block `index`. */
export function readsFrom(copy: Copy, index: number): number {
  const block = copy[index]
  if (!block || !RUNS_ON.has(block.role)) return index
  let from = index - 1
  while (from > 0 && isPassed(copy[from])) from--
  return Math.max(from, 0)
}

const isPassed = (block: Block | undefined): boolean =>
  block !== undefined && (BETWEEN.has(block.role) || (RUNS_ON.has(block.role) && block.text.trim() === ''))
