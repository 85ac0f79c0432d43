import { expect, test } from 'vitest'
import { namesInStory } from '../../../src/story/spelling/namesInStory'
import type { FactType } from '../../../src/story/ledger/facts/fact'

const fact = (type: FactType, words: string) => ({ tag: { id: type, type, by: 'Ida', at: '' }, words })

test('the words of a name or a place are known in its story, and no words of an assertion', () => {
  const fields = {
    author: 'Ida',
    byline: [{ name: 'Mina Park', role: '' }],
    dateline: { place: 'BUSAN', date: '' },
  }
  expect(
    namesInStory(fields, [
      fact('name', 'Xi Jinping'),
      fact('place', 'Gimhae'),
      fact('event', 'Brandhuber recieved the minister'),
    ]),
  ).toEqual(['Ida', 'Mina Park', 'BUSAN', 'Xi Jinping', 'Gimhae'])
})
