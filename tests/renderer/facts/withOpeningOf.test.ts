import { expect, test } from 'vitest'
import { withOpeningOf } from '../../../src/renderer/facts/forms/withOpeningOf'

test.each([
  ['"We lost', '“We won', '“We lost'],
  ["'We lost", '‘We won', '‘We lost'],
  ["'80s", '’90s', '’80s'],
  ['"Wir gehen', '„Wir kommen', '„Wir gehen'],
  ['"We "lost"', '“We won', '“We "lost"'],
  ['“We lost', '“We won', '“We lost'],
  ['“We lost', '"We won', '“We lost'],
  ['"We lost', 'We won', '"We lost'],
  ['"We lost', '‘We won', '"We lost'],
  ['"Nous', '«Nous', '"Nous'],
  ['"We lost', '', '"We lost'],
  ['We lost', '“We won', 'We lost'],
  ['', '“We won', ''],
])('%s for %s in the copy becomes %s', (typed, words, proposed) => {
  expect(withOpeningOf(typed, words)).toBe(proposed)
})
