/** Find and Replace in words that are written in parts: pasted from a PDF, or from the name of a file on a Mac. */
import { expect, test } from 'vitest'
import { composed } from '../../../src/editor/find/composed'
import { find, replaceAll } from '../../../src/editor/find/findCommands'
import { findState } from '../../../src/editor/find/findPlugin'
import { finderOf, type FindOptions } from '../../../src/editor/find/findMatches'
import { PATIENCE } from '../../../src/editor/find/patience'
import { undoStory } from '../../../src/editor/sync/storyUndo'
import { oneDesk, run, shown } from '../desk'

const inParts = (text: string): string => text.normalize('NFD')

/** The words that are found in a graf, and the graf with all of them replaced. */
function replaced(graf: string, query: string, replacement: string, options: FindOptions = {}) {
  const d = oneDesk('headline: H', 'deck: D', graf)
  run(d, find(query, options))
  const { doc } = d.editor.state
  const words = findState(d.editor.state).matches.map(({ from, to }) => doc.textBetween(from, to))
  run(d, replaceAll(replacement))
  const after = shown(d)[2]
  run(d, undoStory)
  expect(shown(d)[2]).toBe(graf)
  return [words, after]
}

test('a word in parts is found by the word that is typed, and the other way round', () => {
  const graf = `A café, ${inParts('a café')} and 카페, ${inParts('카페')}.`
  expect(replaced(graf, 'café', 'bar')).toEqual([
    ['café', inParts('café')],
    `A bar, a bar and 카페, ${inParts('카페')}.`,
  ])
  expect(replaced(graf, inParts('카페'), '술집')).toEqual([
    ['카페', inParts('카페')],
    `A café, ${inParts('a café')} and 술집, 술집.`,
  ])
})

test('a letter without its accent is not found inside one that has it: the accent would stay behind alone', () => {
  expect(replaced(`cafe ${inParts('café')}`, 'cafe', 'bar')).toEqual([['cafe'], `bar ${inParts('café')}`])
  expect(replaced(inParts('각'), '가', '나', { regex: true })).toEqual([[], inParts('각')])
})

test('one syllable of a Korean word in parts is found alone', () => {
  expect(replaced(`${inParts('대한민국 정부')}`, '민', '빈')[0]).toEqual([inParts('민')])
})

test('expressions and whole words take words in parts as the same words', () => {
  const graf = inParts('Señor Núñez met señor Pérez.')
  expect(replaced(graf, 'señor (\\w+)', 'Mr. $1', { regex: true })[1]).toBe(`Mr. Núñez met Mr. Pérez.`)
  expect(replaced(graf, 'señor', 'Mr.', { wholeWord: true })[1]).toBe(
    `Mr. ${inParts('Núñez')} met Mr. ${inParts('Pérez')}.`,
  )
})

test('a letter with a vowel sign behind it is found alone, as it is in a text in one form', () => {
  expect(replaced('সম\u09df\u09c7র', 'সম\u09df', 'X')).toEqual([['সম\u09df'], 'X\u09c7র'])
  expect(replaced('সম\u09df\u09c7র', 'সম\u09af\u09bc', 'X')).toEqual([['সম\u09df'], 'X\u09c7র'])
  expect(replaced('e\u0323\u0302\u0301', '\u1ec7', 'X')).toEqual([['e\u0323\u0302'], 'X\u0301'])
})

test('marks in the order in which they are typed are each found alone, and their letter stays', () => {
  const strip = '[\\u064B-\\u0652]'
  expect(replaced('شد\u0651\u064eة', strip, '', { regex: true })).toEqual([['\u0651', '\u064e'], 'شدة'])
  expect(replaced('شد\u0651\u064eة', 'شد\u0651\u064e', 'X')).toEqual([['شد\u0651\u064e'], 'Xة'])
  expect(replaced('e\u0323\u0302\u0301', '\\p{M}', '', { regex: true })[1]).toBe('e\u0323\u0302')
})

test('half of a character that NFC parts is not found', () => {
  expect(replaced('সম\u09dfর', '[\\u09bc]', '', { regex: true })).toEqual([[], 'সম\u09dfর'])
})

test('groups are filled in for each match of a long graf in parts in seconds', () => {
  const graf = inParts('Le café de la crème. ').repeat(3000)
  const finder = finderOf('(\\w+)', { regex: true })
  if (typeof finder === 'string') throw new Error(finder)
  const found = finder.in(graf, { left: PATIENCE })
  const begun = performance.now()
  const words = found.map(({ from }) => finder.filledIn('$1', graf, from))
  expect(words).toHaveLength(15_000)
  expect(new Set(words)).toEqual(new Set(['Le', 'café', 'de', 'la', 'crème']))
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('a character with ten thousand marks takes no time to the power', () => {
  expect(composed(`e${'\u0301\u0316'.repeat(5000)}`).text.length).toBe(10_000)
})

test.each([
  'plain words',
  'café',
  inParts('Crème brûlée für Ångström'),
  inParts('김하늘은 서울에서 카페를 열었다.'),
  'x\u0302 and q\u0323\u0307',
  'e\u0323\u0302\u0301',
  '각\u11a8',
  '가\u11a8',
  '\u1100\u1100\u1161',
  '\u0301a',
  '\u2126 \u212b 樂\uf914',
  inParts('Tiếng Việt ở Hà Nội'),
  'ก็ที่ हिन्दी',
  '👩🏽‍🚀 fl\u00e9\u0301',
])('%j is composed as a whole, and every character leads back to its place', (text) => {
  const words = composed(text)
  expect(words.text).toBe(text.normalize('NFC'))
  expect(words.inOriginal({ from: 0, to: words.text.length })).toEqual({ from: 0, to: text.length })
  for (const { index, 0: one } of words.text.matchAll(/[\s\S]/gu)) {
    const { from, to } = words.inOriginal({ from: index, to: index + one.length }) ?? { from: -1, to: -1 }
    expect(text.slice(from, to).normalize('NFC')).toContain(one)
    expect(words.offset(from)).toBeLessThanOrEqual(index)
  }
})
