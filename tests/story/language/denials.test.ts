import { expect, test } from 'vitest'
import { denies } from '../../../src/story/language/denials'

test.each([
  'That is not true.',
  'That isn’t true, they said.',
  '“That is false,” they added.',
  'But it never happened.',
  'The figure was wrong.',
  'None of that happened.',
  'The ministry denied it.',
  'The ministry later retracted the claim.',
  'Das stimmt nicht.',
  'Der Minister dementierte die Meldung.',
  'C’est faux.',
  'Le ministre a nié cela.',
  'Eso es falso.',
  'No es cierto.',
  '이는 사실이 아니다.',
  '정부는 이를 전면 부인했다.',
  'それは事実ではない。',
  '這不屬實。',
])('“%s” denies what stands beside it', (sentence) => expect(denies(sentence)).toBe(true))

test.each([
  'They left separately.',
  'They did not comment.',
  'He denied wrongdoing.',
  'The talks were not on the agenda.',
  'It rained.',
  'That was the first meeting.',
  'Das war am Montag.',
  '그들은 따로 떠났다.',
  '',
])('“%s” does not', (sentence) => expect(denies(sentence)).toBe(false))
