import { expect, test } from 'vitest'
import { parseAction } from '../../../src/ipc/parsers'
import { saysNothing } from '../../../src/story/text/words/saysNothing'

test.each(['', ' \n', '\u200B', '\u2060\u00AD', '\uFEFF', '\u3164', '\u2800', '\u202E', '\u0007'])(
  '%j says nothing',
  (text) => {
    expect(saysNothing(text)).toBe(true)
  },
)

test.each(['.', 'no', '0', '한', '👍', 'a\u200Bb'])('%j says something', (text) => {
  expect(saysNothing(text)).toBe(false)
})

test('a reason that says nothing comes to the newsroom as none', () => {
  const untag = (reason: string): string => parseAction('fact.untag', { story: 's', fact: 'f', reason }).reason
  expect([untag('\u200B \u3164'), untag('not a fact\u200B')]).toEqual(['', 'not a fact\u200B'])
})
