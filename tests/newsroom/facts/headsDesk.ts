/** A story in which Reporter wrote lists or a table, others changed it, and Checker verifies a figure of it alone. */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { readCopy, textElements } from '../../../src/document/reading/readStory'
import { copyElements } from '../../../src/document/reading/storyElements'
import type { Block } from '../../../src/story/copy/copy'
import { tableOf } from '../../../src/story/copy/tables'
import { newsDesk, windowOn } from '../newsDesk'

export type Change = (doc: Y.Doc) => void

export const graf = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
export const item = (text: string, level = 1): Block => ({ role: 'listItem', list: 'bullet', level, text, spans: [] })
export const row = (...cells: string[]): readonly { readonly text: string; readonly spans: [] }[] =>
  cells.map((text) => ({ text, spans: [] }))

export const KIM = 'Minister Kim Min with 41 votes'
export const PARK = 'Minister Park Jin with 38 votes'
export const LISTS = [
  graf('The court acquitted:'),
  item(KIM),
  item('Minister Lee Ho with 12 votes'),
  graf('The court convicted:'),
  item(PARK),
  graf('The hall emptied at night.'),
]
export const NESTED = [
  graf('The ministers:'),
  item('acquitted of theft'),
  item(KIM, 2),
  item('convicted of theft'),
  item(PARK, 2),
]
export const TABLE = [
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

const pictureOf = (letter: string): Uint8Array => new TextEncoder().encode(`picture ${letter}`)
/** A picture by its letter. */
export const picture = (cutline: string, letter: 'a' | 'b'): Block => ({
  role: 'cutline',
  picture: {
    file: createHash('sha256').update(pictureOf(letter)).digest('hex'),
    mediaType: 'image/png',
    width: 40,
    height: 30,
    alt: `Picture ${letter}`,
    credit: 'Ida',
    rights: 'one use',
    captured: '2026-10-30',
  },
  text: cutline,
  spans: [],
})

/** Who makes a change, and how many of the changes before it their window has not heard of. */
export type StoryChange = readonly [by: string, change: Change, behind?: number]

/**
 * What the desk says of a figure after Reporter wrote the body, others changed it, and Checker verified it.
 * `duplicateBy`: in a duplicate by this person.
 */
export async function outcome(
  body: readonly Block[],
  words: string,
  changes: readonly StoryChange[],
  duplicateBy?: string,
): Promise<string> {
  const on = await newsDesk()
  await on.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const bytes = new TextEncoder().encode('Council meets\n\nA day in town\n\nIt rained.')
  const { id: first } = await on.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  for (const letter of body.some(({ picture }) => picture) ? ['a', 'b'] : []) {
    const { upload } = await on.act('Reporter', 'file.begin', { name: `${letter}.png` })
    await on.act('Reporter', 'file.write', { upload, bytes: pictureOf(letter) })
    await on.act('Reporter', 'file.keep', { upload })
  }
  const { id: record } = await on.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  const write: Change = (doc) => doc.getXmlFragment('copy').push(copyElements(body))
  // Each window as it was when it opened: one that opened earlier has not heard of the changes since.
  const windows = []
  const steps: readonly StoryChange[] = [['Reporter', write], ...changes]
  for (const [at, [by, change]] of steps.entries()) {
    for (const [then, [late, , behind = 0]] of steps.entries())
      if (then - behind === at) windows[then] = await windowOn(on, first, late)
    const window = windows[at] ?? (await windowOn(on, first, by))
    await (await on.room.storyNow(first)).applyWindowUpdate(window.type(change), by)
  }
  const { id: story } =
    duplicateBy === undefined ? { id: first } : await on.act(duplicateBy, 'story.duplicate', { story: first })
  const { id: fact } = await on.act('Reporter', 'fact.tag', { story, text: words, type: 'figure' })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await on.act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  const found = (await on.act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return [found?.status, ...(found?.reasons ?? [])].join(' ')
}

export const placeOf = (doc: Y.Doc, text: string): number => readCopy(doc).findIndex((one) => one.text.startsWith(text))

/** Takes blocks out and puts them in again before another one, as a paste does. No table stands among them. */
export const move =
  (texts: readonly string[], before: string): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const blocks = texts.map((text) => readCopy(doc)[placeOf(doc, text)] ?? graf(''))
    for (const text of texts) copy.delete(placeOf(doc, text), 1)
    copy.insert(placeOf(doc, before), copyElements(blocks))
  }
/** Takes the table out and puts it in again at the end, changed. */
export const moveTable =
  (change: (cells: readonly Block[]) => readonly Block[] = (cells) => cells): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const cells = readCopy(doc).filter(({ role }) => role === 'cell')
    const at = copy.toArray().findIndex((node) => node instanceof Y.XmlElement && node.nodeName === 'table')
    copy.delete(at, 1)
    copy.push(copyElements(change(cells)))
  }
export const setText = (doc: Y.Doc, block: number, text: string): void => {
  const element = textElements(doc)[block]?.element
  element?.delete(0, element.length)
  element?.insert(0, [new Y.XmlText(text)])
}
/** Two blocks change places: their words only. */
export const exchange =
  (first: string, second: string): Change =>
  (doc) => {
    const places = [first, second].map((text) => placeOf(doc, text))
    const [a = 0, b = 0] = places
    const [wasA, wasB] = places.map((place) => readCopy(doc)[place]?.text ?? '')
    setText(doc, a, wasB ?? '')
    setText(doc, b, wasA ?? '')
  }
export const set =
  (text: string, name: string, value: unknown): Change =>
  (doc) =>
    textElements(doc)[placeOf(doc, text)]?.element.setAttribute(name, value as string)
export const moveRow =
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

/** What the desk says of words that rest on context which only Checker wrote. */
export const WROTE = 'reCheck ownContext'
