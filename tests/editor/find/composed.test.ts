/** Find and Replace in words that are written in parts: pasted from a PDF, or from the name of a file on a Mac. */
import { expect, test } from 'vitest'
import { composed } from '../../../src/editor/find/composed'
import { find, replaceAll } from '../../../src/editor/find/findCommands'
import { findState } from '../../../src/editor/find/findPlugin'
import type { FindOptions } from '../../../src/editor/find/findMatches'
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
    const { from, to } = words.inOriginal({ from: index, to: index + one.length })
    expect(text.slice(from, to).normalize('NFC')).toContain(one)
    expect(words.offset(from)).toBeLessThanOrEqual(index)
  }
})
