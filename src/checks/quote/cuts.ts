/**
 * Finds what a quote omits beside a negation, number or hedge of the same sentence: each word omitted between two
 * fragments, with the words kept on both sides; and, if the quote begins or ends inside a sentence, the words directly
 * before or after it.
 */
import { afterFiller, nearWordsIn, type NearWord } from './nearWords'
import type { QuotePlace } from './places'
import type { SpokenWord } from './spokenWords'
import type { NearKind } from '../../story/language/wordTables'

export interface Cut extends NearWord {
  readonly where: 'before' | 'after' | 'within'
}

/** A negation affects several words: "I do not think we won". */
const FAR = { word: 4, sign: 10 } as const
const BESIDE = { word: 1, sign: 4 } as const

export function cutsOf(words: readonly SpokenWord[], { stretches }: QuotePlace, language: string): readonly Cut[] {
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return []
  const cuts: Cut[] = []
  const add = (where: Cut['where'], from: number, to: number, only?: NearKind): void => {
    for (const near of nearWordsIn(words, from, to, language, only))
      if (!cuts.some((cut) => cut.word === near.word && cut.where === where)) cuts.push({ ...near, where })
  }
  const before = reach(words, first.from, -1)
  for (const [kind, size] of before) add('before', first.from - size, first.from, kind)
  stretches.forEach((stretch, index) => {
    const next = stretches[index + 1]
    if (!next || next.from === stretch.to || onlyFillers(words, stretch.to, next.from)) return
    const inSentence = (at: number): boolean =>
      words[at]?.sentence === words[stretch.to - 1]?.sentence || words[at]?.sentence === words[next.from]?.sentence
    for (const [from, to] of runsOf(stretch.to, next.from, inSentence)) add('within', from, to)
    if (inSentence(stretch.to) && words[stretch.to]?.sentence === words[stretch.to - 1]?.sentence)
      add('within', stretch.to - sizeOf(words, stretch.to - 1, BESIDE), stretch.to)
    if (words[next.from - 1]?.sentence === words[next.from]?.sentence)
      add('within', next.from, next.from + sizeOf(words, next.from, BESIDE))
  })
  for (const [kind, size] of reach(words, last.to, 1)) add('after', last.to, last.to + size, kind)
  return cuts
}

const sizeOf = (
  words: readonly SpokenWord[],
  at: number,
  by: { readonly word: number; readonly sign: number },
): number => (words[at]?.sign ? by.sign : by.word)

/** The reach of each kind, in words of the same sentence. */
function reach(
  words: readonly SpokenWord[],
  edge: number,
  direction: 1 | -1,
): readonly (readonly [NearKind, number])[] {
  const outside = direction === 1 ? edge : edge - 1
  const inside = direction === 1 ? edge - 1 : edge
  const sentence = words[inside]?.sentence
  const within = (most: number): number => {
    let size = 0
    while (size < most && words[outside + size * direction] && words[outside + size * direction]?.sentence === sentence)
      size++
    return size
  }
  return [
    ['negation', within(sizeOf(words, outside, FAR))],
    ['number', within(sizeOf(words, outside, { word: 1, sign: 2 }))],
    ['hedge', within(sizeOf(words, outside, BESIDE))],
  ]
}

function onlyFillers(words: readonly SpokenWord[], from: number, to: number): boolean {
  let at = from
  while (at < to) {
    const after = afterFiller(words, at)
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
