import { describe, expect, test } from 'vitest'
import { importHtml } from '../../../../src/exchange/import/html/importHtml'
import {
  isHiddenStyle,
  isNumberedLabel,
  isWordMarkerStyle,
  wordListLevel,
} from '../../../../src/story/copy/markup/wordStyle'

const NUMBERS = [
  '1.',
  '12)',
  '(1)',
  'a.',
  'a)',
  '(b)',
  'iv.',
  '[c]',
  '가.',
  '(나)',
  '①',
  '㈀',
  '１．',
  '（二）',
  '三、',
  '  1.\u00a0',
]
const BULLETS = ['·', 'o', '§', '-', '–', '•', 'ㅇ', '', 'words.']

describe('the label of a list item of Word', () => {
  test.each(NUMBERS)('%j is a number', (label) => expect(isNumberedLabel(label)).toBe(true))
  test.each(BULLETS)('%j is a bullet', (label) => expect(isNumberedLabel(label)).toBe(false))
  test.each([...NUMBERS, ...BULLETS.slice(0, -2)])('%j is read alike from a file', (label) => {
    const page = `<h1>H</h1><p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">${label}</span>item</p>`
    const [, item] = importHtml(new TextEncoder().encode(page), 'a.html').blocks
    expect(item).toMatchObject({ text: 'item', role: 'listItem', list: NUMBERS.includes(label) ? 'ordered' : 'bullet' })
  })
})

test('a paragraph of Word says the level of its list item, at most the deepest of the sheet', () => {
  expect(
    ['mso-list:l0 level1 lfo1', 'x:y; MSO-LIST: l3 level9 lfo2', 'mso-list:Ignore', 'margin:0', ''].map(wordListLevel),
  ).toEqual([1, 6, undefined, undefined, undefined])
  expect(['mso-list:Ignore', 'mso-list:l0 level1 lfo1'].map(isWordMarkerStyle)).toEqual([true, false])
})

test('a style hides text by display, visibility, or the sign of Word', () => {
  const hiding = ['display: none', 'color:red;VISIBILITY:Hidden', 'visibility:collapse', 'mso-hide:all']
  expect([...hiding, 'display:block', 'x-display:none', ''].map(isHiddenStyle)).toEqual([
    ...hiding.map(() => true),
    false,
    false,
    false,
  ])
})
