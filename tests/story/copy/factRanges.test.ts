import { expect, test } from 'vitest'
import { rangesByFact, type Block, type Copy, type Span } from '../../../src/story/copy/copy'
import { FactRanges } from '../../../src/story/copy/factRanges'

const TEXT = 'The talks lasted 100 minutes.'

/** Numbers from 0 to 1; the same for each run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

test('after any change of blocks, the ranges are those that a fresh reading gives, in the same order', () => {
  const random = randomFrom(7)
  const below = (limit: number): number => Math.floor(random() * limit)
  const span = (): Span => {
    const from = below(TEXT.length - 1)
    return { from, to: from + 1 + below(TEXT.length - from - 1), mark: 'fact', id: `f${below(6)}` }
  }
  const block = (): Block => ({
    role: 'paragraph',
    text: TEXT,
    spans: Array.from({ length: below(4) }, span).sort((a, b) => a.from - b.from),
  })
  for (let story = 0; story < 200; story++) {
    const ranges = new FactRanges()
    let copy: Copy = Array.from({ length: 5 }, block)
    for (let step = 0; step < 30; step++) {
      const at = below(copy.length)
      const old = copy[at]
      if (!old) throw new Error('There is no such block.')
      const how = below(5)
      const moved = { ...old, spans: old.spans.map((one) => ({ ...one, from: Math.max(0, one.from - 1) })) }
      copy =
        how === 0
          ? copy.toSpliced(at, 0, block())
          : how === 1 && copy.length > 1
            ? copy.toSpliced(at, 1)
            : copy.with(at, how === 2 ? block() : moved)
      expect([...ranges.of(copy)]).toEqual([...rangesByFact(copy)])
    }
  }
})

test('a letter in one graf leaves the ranges of facts in other grafs the same objects', () => {
  const graf = (id: string): Block => ({
    role: 'paragraph',
    text: TEXT,
    spans: [{ from: 17, to: 20, mark: 'fact', id }],
  })
  const ranges = new FactRanges()
  const copy = [graf('a'), graf('b')]
  const before = new Map(ranges.of(copy))
  const after = ranges.of(copy.with(0, { ...graf('a'), spans: [{ from: 18, to: 21, mark: 'fact', id: 'a' }] }))
  expect(after.get('a')).toEqual([{ block: 0, from: 18, to: 21 }])
  expect(after.get('b')).toBe(before.get('b'))
})
