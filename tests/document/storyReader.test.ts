import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryDoc, newDoc, setFactTag } from '../../src/document/createStoryDoc'
import { blockElement, copyElements } from '../../src/document/reading/storyElements'
import { addFact, removeFactMark, replaceText, setField, updateFactTag } from '../../src/document/editStory'
import { readStory } from '../../src/document/reading/readStory'
import { StoryReader } from '../../src/document/reading/storyReader'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import { NO_PICTURE } from '../../src/story/copy/picture'
import { tableOf } from '../../src/story/copy/tables'
import { copyFrom } from '../builders/copy/copyFrom'

const PAGE = `Talks after six years
Leaders meet in Busan
The session ran for about 100 minutes.
He said it went well.`
const aDoc = (): Y.Doc => createStoryDoc({ copy: copyFrom(PAGE), fields: { slug: 'talks' } }, 7, 'Reporter')
const tag = (id: string) => ({ id, type: 'name', by: 'Reporter', at: '2026-10-30T09:00:00.000Z' }) as const

const edits: readonly ((doc: Y.Doc, n: number) => void)[] = [
  (doc, n) => replaceText(doc, { block: n % 4, from: n % 5, to: (n % 5) + 3 }, 'new'),
  (doc, n) => addFact(doc, tag(`f${n % 6}`), [{ block: n % 4, from: 1, to: 6 }]),
  (doc, n) => removeFactMark(doc, `f${n % 6}`),
  (doc, n) => updateFactTag(doc, `f${n % 6}`, { statement: `said ${n}` }),
  (doc, n) => setFactTag(doc, tag(`g${n % 6}`)),
  (doc, n) => setField(doc, 'slug', `slug ${n}`),
  (doc, n) =>
    doc
      .getXmlFragment(COPY_FRAGMENT)
      .insert(n % 4, [blockElement({ role: 'paragraph', text: `graf ${n}`, spans: [] })]),
  (doc, n) => doc.getXmlFragment(COPY_FRAGMENT).delete(n % 4, 1),
  (doc, n) => (doc.getXmlFragment(COPY_FRAGMENT).get(n % 4) as Y.XmlElement).setAttribute('role', 'subhead'),
  (doc, n) =>
    doc
      .getXmlFragment(COPY_FRAGMENT)
      .insert(n % 4, copyElements(tableOf([[cell('Port'), cell('Ships')], [cell(`Busan ${n}`)]], n % 2 === 0))),
  (doc, n) => aTable(doc)?.insert(0, [rowOf(doc, n)]),
  (doc) => aTable(doc)?.length !== 0 && aTable(doc)?.delete(0, 1),
  (doc, n) => cellOf(doc)?.setAttribute('header', n % 2 === 0),
  (doc, n) =>
    doc
      .getXmlFragment(COPY_FRAGMENT)
      .insert(
        n % 4,
        copyElements([
          { role: 'cutline', text: `picture ${n}`, spans: [], picture: { ...NO_PICTURE, file: 'a'.repeat(64) } },
        ]),
      ),
]

const cell = (text: string) => ({ text, spans: [] })
const aTable = (doc: Y.Doc): Y.XmlElement | undefined =>
  doc
    .getXmlFragment(COPY_FRAGMENT)
    .toArray()
    .find((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'table')
const cellOf = (doc: Y.Doc): Y.XmlElement<Record<string, boolean>> | undefined => {
  const row = aTable(doc)?.get(0)
  return row instanceof Y.XmlElement && row.length > 0
    ? (row.get(0) as unknown as Y.XmlElement<Record<string, boolean>>)
    : undefined
}
/** A row of no, one or two cells. */
function rowOf(_doc: Y.Doc, n: number): Y.XmlElement {
  const row = new Y.XmlElement('row')
  row.insert(
    0,
    Array.from({ length: n % 3 }, () => new Y.XmlElement('cell')),
  )
  return row
}

test('reads the same as a reader without memory, after any edits here and on another replica', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(99), fc.boolean()), { maxLength: 30 }), (steps) => {
      const doc = aDoc()
      const other = newDoc(8)
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      const reader = new StoryReader(doc)
      for (const [edit, n, elsewhere] of steps) {
        const place = elsewhere ? other : doc
        if (place.getXmlFragment(COPY_FRAGMENT).length < 5)
          place
            .getXmlFragment(COPY_FRAGMENT)
            .insert(0, [blockElement({ role: 'paragraph', text: 'another graf', spans: [] })])
        edits[edit]?.(place, n)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
        expect(reader.read()).toEqual(readStory(doc))
      }
    }),
    { seed: 20261030, numRuns: 150 },
  )
})

test('returns unchanged blocks, tags and fields as the same objects', () => {
  const doc = aDoc()
  addFact(doc, tag('f1'), [{ block: 0, from: 0, to: 5 }])
  const reader = new StoryReader(doc)
  const before = reader.read()
  replaceText(doc, { block: 3, from: 0, to: 2 }, 'She')
  const after = reader.read()
  expect(after.copy.map((block, index) => block === before.copy[index])).toEqual([true, true, true, false])
  expect([after.tags.get('f1') === before.tags.get('f1'), after.fields === before.fields]).toEqual([true, true])
  expect(reader.read().copy).toBe(after.copy)
})
