import { expect, test } from 'vitest'
import { canonical, canonicalMap, sameText } from '../../../src/story/text/compare'

test.each([
  ['a zero-width space between Latin letters', 'ab', 'a\u200Bb', true],
  ['a zero-width space between Korean letters', '한국', '한\u200B국', true],
  ['one that parts Thai words', 'ตากลม', 'ตา\u200Bกลม', false],
  ['one in another place of Thai words', 'ตาก\u200Bลม', 'ตา\u200Bกลม', false],
  ['one at the end of a Thai word', 'ตากลม.', 'ตากลม\u200B.', true],
  ['two that part Thai words as one does', 'ตา\u200B\u200Bกลม', 'ตา\u200Bกลม', true],
  ['two between Thai letters', 'ตากลม', 'ตา\u200B\u200Bกลม', false],
  ['two in another place of Thai words', 'ตาก\u200B\u200Bลม', 'ตา\u200B\u200Bกลม', false],
  ['one beside a soft hyphen', 'ตากลม', 'ตา\u00AD\u200Bกลม', false],
  ['two between Burmese letters', 'မြန်မာ', 'မြန်\u200B\u200Bမာ', false],
  ['two between Latin letters', 'ab', 'a\u200B\u200Bb', true],
  ['a soft hyphen', 'ab', 'a\u00ADb', true],
  ['a word joiner between Thai letters', 'ตากลม', 'ตา\u2060กลม', true],
  ['a low mark that opens a quotation', 'Er sagte: "Nein."', 'Er sagte: „Nein.“', true],
  ['a low mark inside a quotation', '"\'Nein\', sagte er."', '„‚Nein‘, sagte er.“', true],
  ['a low mark behind a bracket', '("Nein")', '(„Nein“)', true],
  ['a low mark behind an article', 'l\'"Osservatore"', 'l’„Osservatore“', true],
  ['a low mark at the end of a piece', 'Er sagte: "', 'Er sagte: „', true],
  ['a low mark between digits', '3’500', '3‚500', false],
  ['a double one between digits', '3"500', '3„500', false],
  ['a low mark behind a word', 'the reporters’ notes', 'the reporters‚ notes', false],
  ['a low mark behind a word, over an unseen character', '3’500', '3\u2060‚\u00AD500', false],
  ['a low mark behind a sign', '5%’ more', '5%‚ more', false],
])('%s', (_what, a, b, same) => {
  expect(sameText(a, b)).toBe(same)
})

test.each([
  'a\u200Bb \u00AD c',
  'ตา\u200Bกลม x\u200By',
  'ตา\u00AD\u200B\u200Bกลม x\u200B\u200By',
  '\u2060e\u0301',
  '“a”\u00A0\u00A0b',
  '„‚Nein‘, sagte er.“ 3‚500 a\u2060‚\u2060 b ‚\u00A0c 𝐀‚b „',
])('the map of %j has its canonical text', (text) => {
  expect(canonicalMap(text).text.trim()).toBe(canonical(text))
  expect(canonicalMap(text).origin).toHaveLength(canonicalMap(text).text.length + 1)
})
