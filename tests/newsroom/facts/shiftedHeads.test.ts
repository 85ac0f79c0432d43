/** Who changes what items belong to without typing any, and in roundabout ways, has written what they belong to. */
import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import { textElements } from '../../../src/document/reading/readStory'
import { copyElements } from '../../../src/document/reading/storyElements'
import type { Block } from '../../../src/story/copy/copy'
import { tableOf } from '../../../src/story/copy/tables'
import {
  exchange,
  graf,
  item,
  KIM,
  LISTS,
  move,
  NESTED,
  outcome,
  PARK,
  picture,
  placeOf,
  row,
  set,
  setText,
  WROTE,
  type Change,
  type StoryChange,
} from './headsDesk'

const LEE = 'Minister Lee Ho with 12 votes'
const convicted = 'The court convicted'

const elementAt = (doc: Y.Doc, text: string): Y.XmlElement | undefined => textElements(doc)[placeOf(doc, text)]?.element
const takeOut =
  (text: string): Change =>
  (doc) =>
    doc.getXmlFragment('copy').delete(placeOf(doc, text), 1)
const putIn =
  (before: string, ...blocks: Block[]): Change =>
  (doc) =>
    doc.getXmlFragment('copy').insert(placeOf(doc, before), copyElements(blocks))
const all =
  (...changes: Change[]): Change =>
  (doc) => {
    for (const change of changes) change(doc)
  }
const unset =
  (text: string, name: string): Change =>
  (doc) =>
    elementAt(doc, text)?.removeAttribute(name)
const PICTURES = [
  picture(KIM, 'a'),
  graf('This is the other one.'),
  picture(PARK, 'b'),
  graf('The hall emptied at night.'),
]
const TWO_SENTENCES = [
  graf('It was late. The court acquitted all of these. The court convicted all of these.'),
  item(KIM),
  graf('The hall emptied at night.'),
]
const textOf = (doc: Y.Doc, start: string): Y.XmlText => elementAt(doc, start)?.get(0) as Y.XmlText

test.each<[string, readonly Block[], string, readonly Change[]]>([
  [
    'makes a lead-in an item and takes it out',
    LISTS,
    '38 votes',
    [set(convicted, 'role', 'listItem'), takeOut(convicted)],
  ],
  [
    'moves an item further in and takes it out',
    NESTED,
    '38 votes',
    [set('convicted', 'level', 3), takeOut('convicted')],
  ],
  ['takes the level of an item out', NESTED, '41 votes', [unset(KIM, 'level')]],
  ['writes the level of an item as a word', NESTED, '41 votes', [set(KIM, 'level', '2')]],
  ['takes the role of an item out', LISTS, '12 votes', [unset(KIM, 'role')]],
  ['puts an item without words above', NESTED, '38 votes', [putIn(PARK, item(''))]],
  ['puts a deck below the lead-in', LISTS, '38 votes', [putIn(PARK, { ...graf('In other news'), role: 'deck' })]],
  ['moves the deck below the lead-in', LISTS, '38 votes', [move(['A day in town'], PARK)]],
  ['moves an item to the top', LISTS, '38 votes', [move([PARK], 'It rained.')]],
  ['moves an item above the one that it belongs to', NESTED, '41 votes', [move([KIM], 'acquitted')]],
  [
    'makes a graf of an item elsewhere',
    LISTS,
    '38 votes',
    [all(takeOut(PARK), (doc) => doc.getXmlFragment('copy').push(copyElements([graf(PARK)])))],
  ],
  [
    'takes the last sentence from a lead-in',
    TWO_SENTENCES,
    '41 votes',
    [(doc) => textOf(doc, 'It was').delete(46, 34)],
  ],
  [
    'moves the last sentence of a lead-in to its beginning',
    TWO_SENTENCES,
    '41 votes',
    [
      (doc): void => {
        textOf(doc, 'It was').delete(46, 34)
        textOf(doc, 'It was').insert(0, 'The court convicted all of these. ')
      },
    ],
  ],
  [
    'moves another sentence to the end of a lead-in',
    [graf('The court convicted all of these. The court acquitted all of these.'), item(KIM)],
    '41 votes',
    [
      (doc): void => {
        textOf(doc, 'The court').delete(0, 34)
        textOf(doc, 'The court').insert(33, ' The court convicted all of these.')
      },
    ],
  ],
  ['exchanges two cutlines', PICTURES, '41 votes', [exchange(KIM, PARK)]],
  [
    'makes a graf of a cutline',
    PICTURES,
    '41 votes',
    [
      (doc): void => {
        setText(doc, placeOf(doc, KIM), '')
        doc.getXmlFragment('copy').push(copyElements([graf(KIM)]))
      },
    ],
  ],
  ['takes the alt text out', PICTURES, '41 votes', [unset(KIM, 'alt')]],
  [
    'moves an item, and the list more often than anybody looks back',
    LISTS,
    '41 votes',
    [
      move([KIM], 'The hall'),
      ...Array.from({ length: 202 }, (_, at) =>
        move([convicted, PARK, KIM], at % 2 === 0 ? 'The court acquitted' : 'The hall'),
      ),
    ],
  ],
])('who %s does not verify the words there alone', async (_, body, words, changes) => {
  expect(await outcome(body, words, [])).toBe('verified')
  const asChecker = changes.map((change): [string, Change] => ['Checker', change])
  expect(await outcome(body, words, asChecker)).toBe(WROTE)
})

test.each<[string, readonly Block[], string, readonly [string, Change][]]>([
  [
    'reorders a list that somebody made of grafs',
    [graf('The court acquitted:'), graf(KIM), graf(LEE), graf('The hall emptied at night.')],
    '41 votes',
    [
      ['Reporter', all(set(KIM, 'role', 'listItem'), set(LEE, 'role', 'listItem'))],
      ['Checker', move([KIM], 'The hall')],
    ],
  ],
  ['puts a graf without words into a list', NESTED, '41 votes', [['Checker', putIn(KIM, graf(''))]]],
  [
    'splits the graf of a lead-in before its last sentence',
    TWO_SENTENCES.slice(0, 2),
    '41 votes',
    [
      [
        'Checker',
        (doc): void => {
          textOf(doc, 'It was').delete(12, 68)
          putIn(KIM, graf('The court acquitted all of these. The court convicted all of these.'))(doc)
        },
      ],
    ],
  ],
  ['moves a picture with its cutline', PICTURES, '41 votes', [['Checker', (doc) => move([KIM], 'The hall')(doc)]]],
])('who %s writes nothing', async (_, body, words, changes) => {
  expect(await outcome(body, words, changes)).toBe('verified')
})

test('nobody hides a move by a graf that a window which had not heard puts between the old places', async () => {
  const hide: Change = (doc) => putIn(PARK, graf('Something of my own'))(doc)
  const acquitted = 'The court acquitted'
  const changes: readonly StoryChange[] = [
    ['Checker', move([acquitted], PARK)],
    ['Editor', move([convicted, acquitted, PARK], 'The hall')],
    ['Checker', hide, 1],
    ['Checker', takeOut('Something of my own')],
  ]
  expect(await outcome(LISTS, '38 votes', changes)).toBe(WROTE)
})

test('who duplicates a story put nothing into it that holds no words', async () => {
  const corner = [graf('The vote.'), ...tableOf([row('', 'Voted for the law'), row('Kim of 12', '41 members')], true)]
  expect(await outcome(corner, '12', [], 'Checker')).toBe('verified')
  const inserted: [string, Change] = ['Checker', putIn(PARK, item(''))]
  expect(await outcome(NESTED, '38 votes', [inserted], 'Editor')).toBe(WROTE)
})

test('a duplicate knows in each sentence of an item who changed what it belongs to', async () => {
  const body = [
    graf('The court acquitted:'),
    item('Minister Kim came. He got 41 votes.'),
    graf('The court convicted:'),
    item(PARK),
  ]
  expect(await outcome(body, '41 votes', [], 'Editor')).toBe('verified')
  const away: [string, Change] = ['Checker', takeOut('The court acquitted')]
  expect(await outcome(body, '41 votes', [away], 'Editor')).toBe(WROTE)
})
