import { expect, test } from 'vitest'
import { addTranslation, area, setLanguage } from '../../src/catalogue/area'

const text = area('sample', {
  'facts.open': '{count, plural, one {1 fact is} other {{count} facts are}} open in {where}.',
  'facts.braces': "A pattern holds '{slug}' and <angles>.",
})

test('a message takes its values, and a number chooses the plural form', () => {
  expect(text('facts.open', { count: 1, where: 'the deck' })).toBe('1 fact is open in the deck.')
  expect(text('facts.open', { count: 1200, where: '<b>' })).toBe('1200 facts are open in <b>.')
})

test('braces in quotes and angle brackets stay as they are', () => {
  expect(text('facts.braces')).toBe('A pattern holds {slug} and <angles>.')
})

test('a text may be asked for in another language, and falls back to English', () => {
  addTranslation('ko', 'sample', { 'facts.open': '{where}에 확인할 사실 {count}건' })
  expect(text('facts.open', { count: 2, where: '부제' }, 'ko')).toBe('부제에 확인할 사실 2건')
  expect(text('facts.braces', {}, 'ko')).toBe('A pattern holds {slug} and <angles>.')
})

test('the language of the process can change after the texts are registered', async () => {
  setLanguage('ko')
  expect(text('facts.open', { count: 1, where: '제목' })).toBe('제목에 확인할 사실 1건')
  setLanguage('en')
  expect(text('facts.open', { count: 1, where: 'the deck' })).toBe('1 fact is open in the deck.')
})

test('simple messages are the same with and without ICU', () => {
  const messages = {
    plain: "Reporter’s “copy” isn't <saved> at 50 % # yet.",
    values: '{from} to {to}, {count} times, not {missing}',
    quoted: "A ''quoted'' word",
  }
  const simple = area('simple', messages)
  addTranslation('sv', 'simple', messages)
  const values = { from: 'in {review}', to: "'draft'", count: 12_000, missing: 0 }
  for (const key of ['plain', 'values', 'quoted'] as const) expect(simple(key, values)).toBe(simple(key, values, 'sv'))
})
