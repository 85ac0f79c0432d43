/** Another lawyer or juror ends who asks in a court, and a name may begin like a salutation. */
import { expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

const checked = (lines: readonly string[], speaker: string, quote: string): string => {
  const turns = turnsOfLines(lines.map((text) => ({ text })))
  return checkQuote({ quote, speaker, transcript: { turns } }).result
}
const BEGUN = ['BY MS. HALE:', 'Q. Where were you?', 'A. Home.']
const ASKED = ['Q. You lied about it, right?', 'A. No.']

test.each([
  ['who passes the witness', ['MS. HALE: Pass the witness.', 'THE COURT: Mr. King.', 'MR. KING: Thank you.']],
  ['a heading that names another', ['MS. HALE: No further questions.', 'FURTHER QUESTIONS BY MR. KING:']],
  ['a juror', ['JUROR NO. 5: I have one.']],
])('after %s a question is not the lawyer’s before', (_who, between) => {
  expect(checked([...BEGUN, ...between, ...ASKED], 'Ms. Hale', 'You lied about it, right?')).not.toBe('matches')
})

test('an objection does not end who asks', () => {
  const lines = [...BEGUN, 'Q. Why?', 'MR. KING: Objection, relevance.', 'THE COURT: Overruled.', ...ASKED]
  expect(checked(lines, 'Ms. Hale', 'You lied about it, right?')).toBe('matches')
})

test('people whose names begin like a salutation have their words', () => {
  const lines = ['ANN: Hi.', 'To Hoai Nam: We go there now.', 'Cher Wang: We sell our phones.', 'ANN: Bye.']
  expect([checked(lines, 'To Hoai Nam', 'We go there now'), checked(lines, 'Cher Wang', 'We sell our phones')]).toEqual(
    ['matches', 'matches'],
  )
})
