/**
 * Finds what a quote leaves out of its own sentence that can change its meaning: negations, conditions, questions,
 * numbers, signs and hedges, elided or cut at either end; and the same in brackets.
 */
import { afterFiller, afterSkipped } from '../fillers'
import type { IndexedTurn } from '../indexTranscript'
import { nearWordsIn, type NearHit, type NearWord } from './nearWords'
import type { QuotePlace, WordRange } from '../places'
import { lostQuestions } from './lostQuestions'
import type { ReadQuote } from '../readQuote'
import { insideWordsOfOthers } from './wordsOfOthers'
import { languagesFor } from '../words/tables'
import { spokenWords, type SpokenWord } from '../spokenWords'

export interface Cut extends NearWord {
  readonly where: 'before' | 'after' | 'within' | 'inserted'
}

/** Words from a cut. A sentence without marks does not end: what is far away belongs to another one. */
const LIMITS = {
  sentence: { word: 60, sign: 150 },
  beside: { word: 1, sign: 4 },
} as const
/** A single sign for a number, which is often part of another word, counts only directly beside. */
const BESIDE_NUMBER = { word: 1, sign: 2 } as const

export function cutsOf(turn: IndexedTurn, { stretches }: QuotePlace, read: ReadQuote): readonly Cut[] {
  const { words, language } = turn
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return []
  const cuts: Cut[] = []
  const add = (where: Cut['where'], hits: readonly NearWord[]): void => {
    for (const { kind, word } of hits)
      if (!cuts.some((cut) => cut.word === word && cut.where === where)) cuts.push({ kind, word, where })
  }
  const near = (from: number, to: number): readonly NearHit[] =>
    nearWordsIn(words, from, to, language).filter(({ kind }) => kind !== 'question')
  const start = edgeOf(words, first.from, -1)
  add(
    'before',
    near(start, first.from).filter((hit) => reaches(turn, hit, hit.to, first.from)),
  )
  for (const { picks } of stretches) for (const [from, to] of passedOver(turn, picks)) add('within', near(from, to))
  stretches.forEach((stretch, index) => {
    const next = stretches[index + 1]
    if (!next || next.from === stretch.to || onlyFillers(turn, stretch.to, next.from)) return
    const inSentence = (at: number): boolean =>
      words[at]?.sentence === words[stretch.to - 1]?.sentence || words[at]?.sentence === words[next.from]?.sentence
    for (const [from, to] of runsOf(stretch.to, next.from, inSentence)) add('within', near(from, to))
    if (inSentence(stretch.to) && words[stretch.to]?.sentence === words[stretch.to - 1]?.sentence)
      add('within', near(stretch.to - besideOf(words, stretch.to - 1), stretch.to))
    if (words[next.from - 1]?.sentence === words[next.from]?.sentence)
      add('within', near(next.from, next.from + besideOf(words, next.from)))
  })
  const end = edgeOf(words, last.to, 1)
  add(
    'after',
    near(last.to, end).filter((hit) => reaches(turn, hit, last.to, hit.from)),
  )
  add('before', insideWordsOfOthers(turn, first, last))
  add('within', fromUnclearBrackets(turn, stretches))
  if (languagesFor(language).length === 0) {
    // Nobody knows which of these words weigh.
    if (start < first.from) add('before', unread(words, first.from - 1))
    if (last.to < end) add('after', unread(words, last.to))
  }
  add('after', lostQuestions(turn, stretches, read))
  for (const insertion of read.insertions)
    add(
      'inserted',
      nearWordsIn(spokenWords(insertion, { language }), 0, 200, language).filter(
        ({ kind }) => kind === 'negation' || kind === 'condition' || kind === 'sign',
      ),
    )
  return cuts
}

/** Words between those that the quote takes in a row, but for sounds of hesitation: the transcriber added them. */
const passedOver = (turn: IndexedTurn, picks: readonly number[]): readonly (readonly [number, number])[] =>
  picks.flatMap((pick, index) => {
    const next = picks[index + 1] ?? pick + 1
    return next === pick + 1 || onlyFillers(turn, pick + 1, next) ? [] : [[pick + 1, next] as const]
  })

/** Words from round brackets, taken or passed over, may be a note or speech. A person says whether they were said. */
const fromUnclearBrackets = (
  { words, text, unclear }: IndexedTurn,
  stretches: readonly WordRange[],
): readonly NearWord[] =>
  unclear
    .filter(({ from, to }) =>
      stretches.some((one) => words.slice(one.from, one.to).some((word) => isWithin(word, from, to))),
    )
    .map(({ from, to }) => ({ kind: 'hedge', word: text.slice(from, to) }))

const isWithin = (word: SpokenWord, from: number, to: number): boolean => word.from >= from && word.to <= to

const unread = (words: readonly SpokenWord[], at: number): readonly NearWord[] => {
  const word = words[at]?.key
  return word === undefined ? [] : [{ kind: 'hedge', word }]
}

/** Whether a hit counts for a cut: `[from, to)` are the words between them. Sounds of hesitation do not. */
function reaches(turn: IndexedTurn, { kind, reach, from: at }: NearHit, from: number, to: number): boolean {
  const { words, language } = turn
  const limit = kind === 'number' && reach === 'beside' ? BESIDE_NUMBER : LIMITS[reach]
  const most = words[at]?.sign ? limit.sign : limit.word
  let between = 0
  for (let index = from; index < to && between < most;) {
    const after = afterSkipped(turn, index)
    if (after === index) between++
    index = Math.max(after, index + 1)
  }
  return between < most && (language !== 'th' || spacesBetween(words, from, to) <= (kind === 'condition' ? 1 : 0))
}

/** Thai has no full stops: a space ends a clause, but for those around a figure. A condition is a clause of its own. */
function spacesBetween(words: readonly SpokenWord[], from: number, to: number): number {
  let spaces = 0
  for (let at = from; at <= to; at++) {
    const [before, after] = [words[at - 1], words[at]]
    if (before && after && before.to !== after.from && !isFigure(before) && !isFigure(after)) spaces++
  }
  return spaces
}
const isFigure = ({ key }: SpokenWord): boolean => /\p{Nd}/u.test(key)

const besideOf = (words: readonly SpokenWord[], at: number): number =>
  words[at]?.sign ? LIMITS.beside.sign : LIMITS.beside.word

/** How far the sentence of the quote's first or last word goes on before or after it. */
function edgeOf(words: readonly SpokenWord[], edge: number, direction: 1 | -1): number {
  const inside = direction === 1 ? edge - 1 : edge
  const { sentence, sign } = words[inside] ?? {}
  const most = sign ? LIMITS.sentence.sign : LIMITS.sentence.word
  let at = inside
  while (Math.abs(at - inside) < most && words[at + direction]?.sentence === sentence && words[at + direction])
    at += direction
  return direction === 1 ? at + 1 : at
}

function onlyFillers(turn: IndexedTurn, from: number, to: number): boolean {
  let at = from
  while (at < to) {
    const after = afterFiller(turn, at)
    if (after === at) return false
    at = after
  }
  return true
}

function runsOf(from: number, to: number, holds: (at: number) => boolean): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let at = from; at < to; at++) {
    if (!holds(at)) continue
    const last = runs.at(-1)
    if (last && last[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}
