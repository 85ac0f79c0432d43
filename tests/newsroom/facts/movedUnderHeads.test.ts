/** Who moves items, cells or their heads, or changes what a block is, has written what the words belong to. */
import { expect, test } from 'vitest'
import { copyElements } from '../../../src/document/reading/storyElements'
import type { Block } from '../../../src/story/copy/copy'
import {
  type Change,
  graf,
  item,
  KIM,
  PARK,
  LISTS,
  NESTED,
  TABLE,
  outcome,
  placeOf,
  move,
  moveTable,
  exchange,
  set,
  moveRow,
  WROTE,
} from './headsDesk'

test.each<[string, readonly Block[], string, Change]>([
  ['moves an item under another lead-in', LISTS, '41 votes', move([KIM], 'The hall')],
  ['exchanges two lead-ins', LISTS, '41 votes', exchange('The court acquitted', 'The court convicted')],
  ['moves a lead-in to another list', LISTS, '38 votes', move(['The court acquitted'], PARK)],
  ['moves a lead-in away', LISTS, '38 votes', move(['The court convicted'], 'The hall')],
  ['moves an item under another item', NESTED, '41 votes', (doc) => move([KIM], PARK)(doc)],
  ['moves a cell to another column', TABLE, '41 members', exchange('41 members', '12 members')],
  ['moves a cell to another row', TABLE, '41 members', exchange('41 members', '38 members')],
  ['exchanges two headers of columns', TABLE, '41 members', exchange('Voted for', 'Voted against')],
  ['exchanges the heads of two rows', TABLE, '41 members', exchange('Kim Min', 'Park Jin')],
  ['makes an item a graf of the running text', LISTS, '12 votes', set(KIM, 'role', 'paragraph')],
  ['makes a lead-in an item', LISTS, '38 votes', set('The court convicted', 'role', 'listItem')],
  ['moves an item in or out', NESTED, '41 votes', set('acquitted', 'level', 2)],
  ['makes another row the header', TABLE, '38 members', set('41 members', 'header', true)],
  ['moves a table below another graf', TABLE, '41 members', moveTable()],
  [
    'moves a table and exchanges its headers',
    TABLE,
    '41 members',
    moveTable((cells) => cells.map((cell, at) => ({ ...cell, text: cells[[0, 2, 1][at] ?? at]?.text ?? '' }))),
  ],
])('who %s does not verify the words there alone', async (_, body, words, change) => {
  expect(await outcome(body, words, [])).toBe('verified')
  expect(await outcome(body, words, [['Checker', change]])).toBe(WROTE)
})

test.each<[string, readonly Block[], string, readonly [string, Change][]]>([
  ['another item of the list to another place', LISTS, '41 votes', [['Checker', move(['Minister Lee'], KIM)]]],
  ['an item to another place of the list', LISTS, '41 votes', [['Checker', move([KIM], 'The court convicted')]]],
  ['the whole list', LISTS, '41 votes', [['Checker', move(['The court acquitted', KIM, 'Minister Lee'], 'The hall')]]],
  [
    'an item that somebody else had moved there',
    LISTS,
    '41 votes',
    [
      ['Editor', move([KIM], 'The hall')],
      ['Checker', move([KIM], PARK)],
    ],
  ],
  [
    'an item away and back again',
    LISTS,
    '41 votes',
    [
      ['Checker', move([KIM], 'The hall')],
      ['Checker', move([KIM], 'Minister Lee')],
    ],
  ],
  [
    'a lead-in below which somebody else then writes an item',
    [...LISTS, graf('The jury heard:')],
    '7 votes',
    [
      ['Checker', move(['The jury heard'], 'The hall')],
      [
        'Editor',
        (doc): void =>
          doc.getXmlFragment('copy').insert(placeOf(doc, 'The hall'), copyElements([item('Judge Cho with 7 votes')])),
      ],
    ],
  ],
  ['a row of a table', TABLE, '41 members', [['Checker', moveRow(1, 2)]]],
])('who moves %s writes nothing', async (_, body, words, changes) => {
  expect(await outcome(body, words, changes)).toBe('verified')
})

test('who makes an item something else and an item again writes nothing', async () => {
  const changes = ['paragraph', 'listItem'].map((role): [string, Change] => ['Checker', set(KIM, 'role', role)])
  expect(await outcome(LISTS, '41 votes', changes)).toBe('verified')
})
