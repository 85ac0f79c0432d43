/** Who moves items, cells or their heads, or changes what a block is, has written what the words belong to. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { readCopy, textElements } from '../../../src/document/readStory'
import { copyElements } from '../../../src/document/storyElements'
import type { Block } from '../../../src/story/copy/copy'
import { tableOf } from '../../../src/story/copy/tables'
import { newsDesk, windowOn } from '../newsDesk'

type Change = (doc: Y.Doc) => void

const graf = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
const item = (text: string, level = 1): Block => ({ role: 'listItem', list: 'bullet', level, text, spans: [] })
const row = (...cells: string[]): readonly { readonly text: string; readonly spans: [] }[] =>
  cells.map((text) => ({ text, spans: [] }))

const KIM = 'Minister Kim Min with 41 votes'
const PARK = 'Minister Park Jin with 38 votes'
const LISTS = [
  graf('The court acquitted:'),
  item(KIM),
  item('Minister Lee Ho with 12 votes'),
  graf('The court convicted:'),
  item(PARK),
  graf('The hall emptied at night.'),
]
const NESTED = [
  graf('The ministers:'),
  item('acquitted of theft'),
  item(KIM, 2),
  item('convicted of theft'),
  item(PARK, 2),
]
const TABLE = [
  graf('The vote.'),
  ...tableOf(
    [
      row('Minister', 'Voted for the law', 'Voted against the law'),
      row('Kim Min of Busan', '41 members of the house', '12 members of the house'),
      row('Park Jin of Seoul', '38 members of the house', '19 members of the house'),
    ],
    true,
  ),
  graf('The hall emptied at night.'),
]

/** What the desk says of a figure after Reporter wrote the body, others changed it, and Checker verified it. */
async function outcome(body: readonly Block[], words: string, changes: readonly [string, Change][]): Promise<string> {
  const on = await newsDesk()
  await on.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const bytes = new TextEncoder().encode('Council meets\n\nA day in town\n\nIt rained.')
  const { id: story } = await on.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const { id: record } = await on.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  const write: Change = (doc) => doc.getXmlFragment('copy').push(copyElements(body))
  for (const [by, change] of [['Reporter', write] as const, ...changes]) {
    const window = await windowOn(on, story, by)
    await (await on.room.storyNow(story)).applyWindowUpdate(window.type(change), by)
  }
  const { id: fact } = await on.act('Reporter', 'fact.tag', { story, text: words, type: 'figure' })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await on.act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  const found = (await on.act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return [found?.status, ...(found?.reasons ?? [])].join(' ')
}

const placeOf = (doc: Y.Doc, text: string): number => readCopy(doc).findIndex((one) => one.text.startsWith(text))

/** Takes blocks out and puts them in again before another one, as a paste does. No table stands among them. */
const move =
  (texts: readonly string[], before: string): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const blocks = texts.map((text) => readCopy(doc)[placeOf(doc, text)] ?? graf(''))
    for (const text of texts) copy.delete(placeOf(doc, text), 1)
    copy.insert(placeOf(doc, before), copyElements(blocks))
  }
/** Takes the table out and puts it in again at the end, changed. */
const moveTable =
  (change: (cells: readonly Block[]) => readonly Block[] = (cells) => cells): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const cells = readCopy(doc).filter(({ role }) => role === 'cell')
    const at = copy.toArray().findIndex((node) => node instanceof Y.XmlElement && node.nodeName === 'table')
    copy.delete(at, 1)
    copy.push(copyElements(change(cells)))
  }
const setText = (doc: Y.Doc, block: number, text: string): void => {
  const element = textElements(doc)[block]?.element
  element?.delete(0, element.length)
  element?.insert(0, [new Y.XmlText(text)])
}
/** Two blocks change places: their words only. */
const exchange =
  (first: string, second: string): Change =>
  (doc) => {
    const places = [first, second].map((text) => placeOf(doc, text))
    const [a = 0, b = 0] = places
    const [wasA, wasB] = places.map((place) => readCopy(doc)[place]?.text ?? '')
    setText(doc, a, wasB ?? '')
    setText(doc, b, wasA ?? '')
  }
const set =
  (text: string, name: string, value: unknown): Change =>
  (doc) =>
    textElements(doc)[placeOf(doc, text)]?.element.setAttribute(name, value as string)
const moveRow =
  (from: number, to: number): Change =>
  (doc) => {
    const table = doc
      .getXmlFragment('copy')
      .toArray()
      .find((node) => (node as Y.XmlElement).nodeName === 'table')
    if (!(table instanceof Y.XmlElement)) return
    const cells = readCopy(doc).filter(({ cell }) => cell?.row === from)
    const made = new Y.XmlElement('row')
    made.insert(
      0,
      cells.map(({ text }) => {
        const cell = new Y.XmlElement('cell')
        cell.setAttribute('header', false as unknown as string)
        cell.insert(0, [new Y.XmlText(text)])
        return cell
      }),
    )
    table.delete(from, 1)
    table.insert(to, [made])
  }

const WROTE = 'reCheck ownContext'

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
  ['a table', TABLE, '41 members', [['Checker', moveTable()]]],
  ['a row of a table', TABLE, '41 members', [['Checker', moveRow(1, 2)]]],
])('who moves %s writes nothing', async (_, body, words, changes) => {
  expect(await outcome(body, words, changes)).toBe('verified')
})

test('who makes an item something else and an item again writes nothing', async () => {
  const changes = ['paragraph', 'listItem'].map((role): [string, Change] => ['Checker', set(KIM, 'role', role)])
  expect(await outcome(LISTS, '41 votes', changes)).toBe('verified')
})
