/** Finds questions that a quote makes statements, and statements that it makes questions. */
import type { IndexedTurn } from '../indexTranscript'
import { nearWordsIn, type NearWord } from './nearWords'
import type { WordRange } from '../places'
import type { ReadQuote } from '../readQuote'

const MARK: NearWord = { kind: 'question', word: '?' }
/** A sentence without end marks. */
const FARTHEST = 150

export function lostQuestions(
  turn: IndexedTurn,
  stretches: readonly WordRange[],
  { fragments }: ReadQuote,
): readonly NearWord[] {
  const { words, language } = turn
  const lost: NearWord[] = []
  const done = new Set<number>()
  for (const [index, stretch] of stretches.entries()) {
    const quoted = fragments[index]?.words ?? []
    for (let at = 0; at < stretch.picks.length; at++) {
      const pick = stretch.picks[at] ?? 0
      const sentence = words[pick]?.sentence ?? 0
      const next = stretch.picks[at + 1]
      // The last word that the quote takes from this sentence.
      if (next !== undefined && words[next]?.sentence === sentence) continue
      const following = stretches[index + 1]
      if (next === undefined && following && words[following.from]?.sentence === sentence) continue
      if (done.has(sentence)) continue
      done.add(sentence)
      const [from, to] = sentenceAround(turn, pick)
      const asks = quoted[at]?.stop === '?'
      const hits = nearWordsIn(words, from, to, language).filter(({ kind }) => kind === 'question')
      const keeps = hits.some((hit) => stretches.some((one) => hit.from >= one.from && hit.to <= one.to))
      const mark = words[to - 1]?.stop
      if (asks && mark === '.' && hits.length === 0) lost.push(MARK)
      if (asks || keeps) continue
      if (mark === '?') lost.push(MARK)
      else lost.push(...hits)
    }
  }
  return lost
}

function sentenceAround({ words }: IndexedTurn, at: number): readonly [number, number] {
  const sentence = words[at]?.sentence
  let from = at
  let to = at + 1
  while (at - from < FARTHEST && words[from - 1]?.sentence === sentence && from > 0) from--
  while (to - at < FARTHEST && words[to]?.sentence === sentence && to < words.length) to++
  return [from, to]
}
