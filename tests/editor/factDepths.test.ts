import { expect, test } from 'vitest'
import { FactDepths, depthsOf } from '../../src/editor/facts/factDepths'
import type { Block, Copy, Span } from '../../src/story/copy/copy'

const TEXT = 'The talks lasted 100 minutes.'

function randomBelow(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => (state = (state * 48271) % 2147483647) % limit
}

test('after any change of blocks, the depths are those that a fresh reading gives', () => {
  const below = randomBelow(5)
  const span = (): Span => {
    const from = below(TEXT.length - 1)
    return { from, to: from + 1 + below(TEXT.length - from - 1), mark: 'fact', id: `f${below(7)}` }
  }
  const block = (): Block => ({ role: 'paragraph', text: TEXT, spans: Array.from({ length: below(5) }, span) })
  for (let story = 0; story < 300; story++) {
    const depths = new FactDepths()
    let copy: Copy = Array.from({ length: 4 }, block)
    for (let step = 0; step < 20; step++) {
      const at = below(copy.length)
      const old = copy[at] ?? block()
      const moved = { ...old, spans: old.spans.map((one, index) => ({ ...one, to: one.to + (index === 0 ? 1 : 0) })) }
      const how = below(6)
      copy = how === 0 ? copy.toSpliced(at, 0, block()) : copy.with(at, how === 1 ? block() : moved)
      expect([...depths.of(copy)].sort()).toEqual([...depthsOf(copy)].sort())
    }
  }
})

test('a letter that changes no depth leaves the same map', () => {
  const graf = (id: string, to: number): Block => ({
    role: 'paragraph',
    text: TEXT,
    spans: [{ from: 17, to, mark: 'fact', id }],
  })
  const depths = new FactDepths()
  const copy = [graf('a', 20), graf('b', 20)]
  const before = depths.of(copy)
  expect(depths.of(copy.with(0, graf('a', 21)))).toBe(before)
})
