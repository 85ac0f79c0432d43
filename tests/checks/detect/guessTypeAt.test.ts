import { expect, it } from 'vitest'
import { guessTypeAt } from '../../../src/checks/detect/guessTypeAt'

it.each([
  ['quotes without their marks', 'He said “we lost the ship” on Monday.', 'we lost the ship', 'quote'],
  ['a part of a quotation', 'He said “we lost the ship that night” on Monday.', 'lost the ship', 'quote'],
  ['a figure in a quotation', 'He said “we lost 57 ships” on Monday.', '57 ships', 'figure'],
  ['an accusation that is quoted whole', 'He said “they stole it”.', 'they stole it', 'quote'],
  ['an accusation', 'They stole it from the bank.', 'stole it', 'allegation'],
  ['a line of dialogue', '— Who let you in? asked the guard.', 'Who let you in?', 'quote'],
  ['single Korean marks', '그는 ‘우리가 이긴다’며 웃었다.', '우리가 이긴다', 'quote'],
  ['double Korean marks', '그는 “우리가 이긴다”라고 말했다.', '우리가 이긴다', 'quote'],
  ['corner marks', '그는 「우리가 이긴다」고 말했다.', '우리가 이긴다', 'quote'],
  ['white corner marks', '그는 『우리가 이긴다』고 말했다.', '우리가 이긴다', 'quote'],
  ['Korean speech without marks', '그는 우리는 하나라고 말했다.', '우리는 하나', 'quote'],
  ['Korean speech that is told', '그는 협상이 끝났다고 말했다.', '협상이 끝났', 'paraphrase'],
  ['a name', 'Then Cho Min-ah left.', 'Cho Min-ah', 'name'],
  ['a place', 'He flew to Kuala Lumpur.', 'Kuala Lumpur', 'place'],
  ['a superlative of the word tables', 'It was the highest ever reached.', 'the highest ever', 'superlative'],
  ['a Korean number', '그는 3백 명을 만났다.', '3백 명', 'figure'],
  ['words that are nothing else', 'They left in separate cars.', 'left in separate cars', 'event'],
])('%s', (_what, text, words, type) => {
  const from = text.indexOf(words)
  expect(guessTypeAt({ role: 'paragraph', text, spans: [] }, from, from + words.length)).toBe(type)
})
