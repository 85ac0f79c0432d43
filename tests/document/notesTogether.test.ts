/** Several notes on the same characters, as a bundle may have them. */
import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import { newDoc, registerWriter } from '../../src/document/createStoryDoc'
import {
  handsOf,
  noteHands,
  piecesOf,
  writersOfCharacters,
  type Hand,
} from '../../src/document/writers/characters/hands'
import { timed } from '../builders/time/peerTime'

const KIM = 2

/** Ana's client is 1, Kim's is 2. */
function noted(notes: readonly Hand[]): Y.Doc {
  const doc = newDoc(9)
  registerWriter(doc, 1, 'Ana')
  registerWriter(doc, KIM, 'Kim')
  noteHands(doc, notes)
  return doc
}

/** Who took the characters from a clock on, each. */
const takers = (doc: Y.Doc, clock: number, length: number): readonly (readonly string[])[] =>
  Array.from({ length }, (_, at) => {
    const [piece] = piecesOf(handsOf(doc).took, 1, clock + at, 1)
    return [...(piece?.run?.by ?? [])].sort()
  })

test('however many notes name others, who took characters did', () => {
  const others = Array.from({ length: 200 }, (): Hand => ['took', 'Ben', 1, 5, 1])
  expect(takers(noted([...others, ['took', 'Kim', 1, 5, 3]]), 5, 3)).toEqual([['Ben', 'Kim'], ['Kim'], ['Kim']])
})

test('where too many names took characters, all count that took any there', () => {
  const others = Array.from({ length: 60 }, (_, at): Hand => ['took', `No. ${at}`, 1, 5, 2])
  const [first = [], second = [], third] = takers(noted([...others, ['took', 'Kim', 1, 6, 2]]), 5, 3)
  expect(first).toContain('Kim')
  expect(second).toHaveLength(61)
  expect(third).toEqual(['Kim'])
})

test('a note on no characters says nothing of those behind it', () => {
  const doc = noted([
    ['moved', KIM, 5, 0, 1, 100],
    ['took', 'Ben', 1, 5, 0],
    ['moved', KIM, 50, 3, 1, 200],
    ['moved', KIM, 51, 3, 1, 201],
    ['took', 'Ben', 1, 20, 2],
    ['took', 'Ana', 1, 21, 2],
  ])
  expect([...writersOfCharacters(doc, KIM, 5, 40)]).toEqual(['Kim'])
  expect(takers(doc, 5, 1)).toEqual([[]])
})

test('twenty thousand notes, each on most of the same characters, are read within a second', async () => {
  const doc = noted(Array.from({ length: 20_000 }, (_, at): Hand => ['took', `No. ${at}`, 1, at, 20_000]))
  const { result, milliseconds } = await timed(() => handsOf(doc).took.get(1))
  expect(result).toHaveLength(39_999)
  expect(milliseconds).toBeLessThan(1000)
})
