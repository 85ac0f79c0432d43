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
  ['in the U.S.', ',”', 'in the U.S.'],
  ['in the U.S.,', ',”', 'in the U.S.'],
  ['“in the U.S.,”', ',”', '“in the U.S.'],
  ['“in the U.S.”', '”', '“in the U.S.'],
  ['“in the U.S.”,', '”,', '“in the U.S.'],
  ['at 5 a.m.', '”', 'at 5 a.m.'],
  ['We sued Acme Inc.', '”', 'We sued Acme Inc.'],
  ['We sued Acme Inc.’”', '’”', 'We sued Acme Inc.'],
  ['“She has a Ph.D.”', '”', '“She has a Ph.D.'],
  ['“It was John Q.”', '”', '“It was John Q.'],
  ['“apples, pears, etc.”', '”', '“apples, pears, etc.'],
  // The copy has a period there: with its own the words would have two.
  ['in the U.S.', '.”', 'in the U.S'],
  ['“in the U.S.”', '.”', '“in the U.S'],
  // No abbreviations.
  ['“We sat.”', ',”', '“We sat'],
  ['“It was Al.”', ',”', '“It was Al'],
  ['“We pay 5.”', ',”', '“We pay 5'],
  ['“We use NATO.”', ',”', '“We use NATO'],
])('%s before %s in the copy becomes %s', (typed, closing, proposed) => {
  expect(withoutClosing(typed, closing)).toBe(proposed)
})

test.each([
  ['“미국(U.S.)에서 졌다.”', '”', '“미국(U.S.)에서 졌다'],
  ['“상대는 U.S.”', '”', '“상대는 U.S.'],
  ['상대는 애플Inc.', '”', '상대는 애플Inc.'],
  ['“오전 5 a.m.”', '.”', '“오전 5 a.m'],
  ['“LG Corp.”', ',”', '“LG Corp.'],
  ['“예.”', '”', '“예'],
  ['“예.”', ',”', '“예'],
  ['“졌습니다.”', '”', '“졌습니다'],
  ['「졌습니다。」', '」', '「졌습니다'],
])('in Korean copy %s before %s becomes %s', (typed, closing, proposed) => {
  expect(withoutClosing(typed, closing)).toBe(proposed)
})
