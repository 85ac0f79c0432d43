import { expect, test } from 'vitest'
import { withoutClosing } from '../../../src/renderer/facts/forms/withoutClosing'

test.each([
  ['“We lost,”', ',”', '“We lost'],
  ['"We lost,"', ',”', '"We lost'],
  ['“We lost.”', ',”', '“We lost'],
  ['“We lost”,', ',”', '“We lost'],
  ['We lost.', ',”', 'We lost'],
  ['We lost', ',”', 'We lost'],
  ['“We lost.”', '”', '“We lost'],
  ['“We lost...”', ',”', '“We lost...'],
  ['“We lost!”', ',”', '“We lost!'],
  ['“We sued Acme Inc.,”', ',”', '“We sued Acme Inc.'],
  ['“He said ‘no’.”', ',”', '“He said ‘no’'],
  ['“He said ‘no’.”', '’,”', '“He said ‘no'],
  ['“That is the players’', ',”', '“That is the players’'],
  ["'We lost,'", ',’', "'We lost"],
  ['Acme Inc.', ',', 'Acme Inc.'],
  ['Acme Inc.,', ',', 'Acme Inc.'],
  ['“Acme”', ',', '“Acme”'],
  ['Acme.', '', 'Acme.'],
])('%s before %s in the copy becomes %s', (typed, closing, proposed) => {
  expect(withoutClosing(typed, closing)).toBe(proposed)
})
