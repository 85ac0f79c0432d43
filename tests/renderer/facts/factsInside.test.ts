import { expect, test } from 'vitest'
import { factsInside } from '../../../src/renderer/facts/list/factsInside'

const fact = (id: string, ...ranges: readonly (readonly [number, number, number])[]) => ({
  id,
  ranges: ranges.map(([block, from, to]) => ({ block, from, to })),
})

test.each([
  ['inside a wider fact above', [fact('wide', [0, 0, 30]), fact('in', [0, 20, 30])], ['in']],
  ['two inside the same', [fact('wide', [0, 0, 30]), fact('a', [0, 2, 5]), fact('b', [0, 9, 12])], ['a', 'b']],
  ['beside it', [fact('wide', [0, 0, 30]), fact('after', [0, 30, 40])], []],
  ['in another graf', [fact('wide', [0, 0, 30]), fact('other', [1, 2, 5])], []],
  ['only partly inside', [fact('wide', [0, 0, 30]), fact('over', [0, 20, 35])], []],
  ['the same words', [fact('one', [0, 0, 30]), fact('two', [0, 0, 30])], []],
  ['the wider one below', [fact('short', [0, 0, 10]), fact('wide', [0, 0, 30])], []],
  ['inside a fact over two grafs', [fact('wide', [0, 5, 30], [1, 0, 9]), fact('in', [1, 2, 4])], ['in']],
  ['its text is gone', [fact('wide', [0, 0, 30]), fact('cut')], []],
])('%s', (_where, facts, inside) => {
  expect([...factsInside(facts)]).toEqual(inside)
})
