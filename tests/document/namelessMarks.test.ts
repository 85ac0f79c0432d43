/** Marks of suggestions that name no suggestion: their words stand, and have the writers of standing words. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkWindowUpdate } from '../../src/document/checkWindowUpdate'
import { createStoryDoc, registerWriter } from '../../src/document/createStoryDoc'
import { replaceText } from '../../src/document/editStory'
import { attributeOfProposed } from '../../src/document/markNames'
import { readMarkedBlock, readStory } from '../../src/document/reading/readStory'
import { contextWriters } from '../../src/document/writers/contextWriters'
import { addWritersIn, writersOf } from '../../src/document/writers/wordWriters'
import { copyFrom } from '../builders/copy/copyFrom'

/** A story of Reporter in which Editor types next. */
function docOfTwo(): Y.Doc {
  const doc = createStoryDoc(
    { copy: copyFrom('Head\nDeck\nThe quake killed people in Yeosu.'), fields: {} },
    7,
    'Reporter',
  )
  doc.clientID = 8
  registerWriter(doc, 8, 'Editor')
  return doc
}
const graf = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('copy').get(2) as Y.XmlElement
const wordsIn = (doc: Y.Doc): Y.XmlText => graf(doc).get(0) as Y.XmlText
const AT = 'The quake killed '.length
const NAMELESS: readonly (readonly [string, Record<string, unknown>])[] = [
  ['the id null', { insertion: { id: null, as: null } }],
  ['the id null under a name with a hash', { 'insertion--abcdefgh': { id: null, as: null } }],
  ['a number for an id', { insertion: { id: 7 } }],
  ['no attributes', { insertion: true }],
]
const named = attributeOfProposed({ from: 0, to: 0, mark: 'insertion', id: 's1' })

describe('words under the mark of an insertion with', () => {
  test.each(NAMELESS)('%s stand, and their typist wrote them', (_with, mark) => {
    const doc = docOfTwo()
    wordsIn(doc).insert(AT, '120 of the 200 ', mark)
    const { copy } = readStory(doc)
    const [from, to] = [AT, AT + '120 of the 200 people'.length]
    expect([copy[2]?.text, [...writersOf(doc, [{ block: 2, from, to }])].sort()]).toEqual([
      'The quake killed 120 of the 200 people in Yeosu.',
      ['Editor', 'Reporter'],
    ])
    const people = [{ block: 2, from: to - 'people'.length, to }]
    expect([...contextWriters(doc, copy, people, false)]).toContain('Editor')
  })

  test('a suggestion are none of the copy until somebody accepts them', () => {
    const doc = docOfTwo()
    wordsIn(doc).insert(AT, '120 of the 200 ', named)
    const { text, proposed } = readMarkedBlock(graf(doc))
    const writers = new Set<string>()
    addWritersIn(doc, graf(doc), { from: 0, to: 'The quake killed people'.length }, 'words', writers)
    expect([
      readStory(doc).copy[2]?.text,
      text.slice(AT, AT + 3),
      proposed.map(({ mark }) => mark),
      [...writers],
    ]).toEqual(['The quake killed people in Yeosu.', '120', ['insertion'], ['Reporter']])
  })

  test('a suggestion stand when the mark names none any longer', () => {
    const doc = docOfTwo()
    wordsIn(doc).insert(AT, '120 of the 200 ', named)
    const [key = ''] = Object.keys(named)
    wordsIn(doc).format(AT, '120 of the 200 '.length, { [key]: { id: null, as: null } })
    expect([...writersOf(doc, [{ block: 2, from: AT, to: AT + 5 }])]).toEqual(['Editor'])
  })
})

describe('a window', () => {
  const rules = { by: 'Editor', mayForget: () => true, mayUntag: () => true, putBack: () => undefined }
  const sent = (change: (doc: Y.Doc) => void, before: (doc: Y.Doc) => void = () => undefined) => {
    const owner = docOfTwo()
    before(owner)
    const state = Y.encodeStateAsUpdate(owner)
    const [window, candidate] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })]
    for (const doc of [window, candidate]) Y.applyUpdate(doc, state)
    window.clientID = 8
    change(window)
    return checkWindowUpdate(candidate, Y.encodeStateAsUpdate(window, Y.encodeStateVector(owner)), rules)
  }
  test.each([
    ...NAMELESS,
    ['a deletion without a name', { deletion: { id: null } }] as const,
    ['a restyle without a name', { restyle: { id: null, style: 'bold' } }] as const,
  ])('brings no such mark: %s', (_with, mark) => {
    expect(sent((doc) => wordsIn(doc).insert(AT, '120 of the 200 ', mark))).toBe(
      'A suggestion was refused, because its words do not say which suggestion they belong to.',
    )
  })
  test('types on where such a mark is already, and takes it away', () => {
    const before = (doc: Y.Doc): void =>
      wordsIn(doc).insert(AT, '120 of the 200 ', { insertion: { id: null, as: null } })
    const type = (doc: Y.Doc): void => replaceText(doc, { block: 2, from: 0, to: 3 }, 'That')
    const away = (doc: Y.Doc): void => wordsIn(doc).format(AT, 15, { insertion: null })
    expect([sent(type, before), sent(away, before)]).toEqual([undefined, undefined])
  })
})
