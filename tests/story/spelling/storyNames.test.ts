import { expect, test } from 'vitest'
import { storyNames } from '../../../src/story/spelling/storyNames'
import type { FactType } from '../../../src/story/ledger/facts/fact'

const fact = (type: FactType, words: string) => ({ tag: { id: type, type, by: 'Ida', at: '' }, words })

test('the words of a name or a place are known in its story, and no words of an assertion', () => {
  const fields = {
    author: 'Ida',
    byline: [{ name: 'Mina Park', role: '' }],
    dateline: { place: 'BUSAN', date: '' },
  }
  expect(
    storyNames(fields, [
      fact('name', 'Xi Jinping'),
      fact('place', 'Gimhae'),
      fact('event', 'Brandhuber recieved the minister'),
    ]),
  ).toEqual(['Ida', 'Mina Park', 'BUSAN', 'Xi Jinping', 'Gimhae'])
})
