/** A document that comes back from another machine: what it may say, and what it makes of writers. */
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { createStoryState, loadDoc, registerWriter } from '../../../src/document/createStoryDoc'
import { broughtWriters } from '../../../src/document/merge/brought'
import { tryMerge, type MergedDocument, type MergeRules } from '../../../src/document/merge/tryMerge'
import { readCopy, readFields, readTags } from '../../../src/document/reading/readStory'
import { readTray } from '../../../src/document/rescueWords'
import { noteHands, writersOfCharacters, type Hand } from '../../../src/document/writers/characters/hands'
import { writersOf } from '../../../src/document/writers/wordWriters'
import { blockElements } from '../../../src/document/reading/readStory'
import { setField } from '../../../src/document/editStory'
import {
  BROUGHT_MAP,
  COPY_FRAGMENT,
  FACTS_MAP,
  HANDS_ARRAY,
  TRAY_MAP,
  WRITERS_MAP,
} from '../../../src/story/copy/documentSchema'
import { writersAt } from '../../../src/document/writers/writersAt'
import { contextWriters } from '../../../src/document/writers/contextWriters'

const TEXT = 'The deal cost 100 won. They left separately.'
const copy = [
  { role: 'headline' as const, text: 'Deal', spans: [] },
  { role: 'paragraph' as const, text: TEXT, spans: [] },
  { role: 'paragraph' as const, text: 'Kim told them so.', spans: [] },
]
const TAG = { id: 'f1', type: 'figure' as const, by: 'Ana', at: '2026-11-28T09:00:00.000Z' }
const state = createStoryState({ copy, fields: { author: 'Ana' }, tags: [TAG] }, 1, 'Ana')

/** The document as it is handed over. */
function handedOver(doc: Y.Doc): Uint8Array {
  const forgetful = new Y.Doc({ gc: true })
  Y.applyUpdate(forgetful, Y.encodeStateAsUpdate(doc))
  return Y.encodeStateAsUpdate(forgetful)
}

/** What another machine makes of the story. */
function there(change: (doc: Y.Doc) => void, from = state, client = 200, name = 'Kim'): Uint8Array {
  const doc = loadDoc([from], client)
  registerWriter(doc, client, name)
  doc.transact(() => change(doc))
  return handedOver(doc)
}

const TRUSTED = { names: ['Kim'], sure: new Set(['Kim']) }
const UNKNOWN = { names: ['Kim', 'Lee'], sure: new Set<string>() }
const rules = (more: Partial<MergeRules> = {}): MergeRules => ({
  sender: TRUSTED,
  client: 900,
  person: 'Stet',
  now: '2026-11-28T10:00:00.000Z',
  rightField: (_field, was) => was,
  rightTag: (was, is) => was ?? is,
  isSigned: () => false,
  marks: () => ({
    signedBy: () => [],
    isAuthor: () => false,
    wasLetGoAsItReads: () => true,
    asks: () => ({ all: new Set(), open: new Set() }),
    wasAllTakenOff: () => true,
  }),
  ...more,
})

function merged(update: Uint8Array, more: Partial<MergeRules> = {}, here = state): MergedDocument {
  const done = tryMerge(here, update, rules(more))
  if ('refused' in done) throw new Error(done.refused)
  return done
}
function refusal(update: Uint8Array, here = state): string {
  const done = tryMerge(here, update, rules())
  return 'refused' in done ? done.refused : 'merged'
}

const textOf = (doc: Y.Doc, block: number): Y.XmlText => blockElements(doc)[block]?.toArray()[0] as Y.XmlText
const type = (block: number, at: number, words: string) => (doc: Y.Doc) => textOf(doc, block).insert(at, words)
const cut = (block: number, at: number, length: number) => (doc: Y.Doc) => textOf(doc, block).delete(at, length)
const whoWrote = (doc: Y.Doc, block: number, from: number, to: number): readonly string[] =>
  [...writersAt(doc, readCopy(doc), [{ block, from, to }])].sort()
const context = (doc: Y.Doc, block: number): readonly string[] => {
  const text = readCopy(doc)[block]?.text ?? ''
  return [...contextWriters(doc, readCopy(doc), [{ block, from: 0, to: text.length }], false)].sort()
}

describe('the document of another machine', () => {
  test('comes in with its words and their writer', () => {
    const { doc, update } = merged(there(type(1, 14, 'about ')))
    expect(readCopy(doc)[1]?.text).toBe('The deal cost about 100 won. They left separately.')
    expect(whoWrote(doc, 1, 14, 19)).toEqual(['Kim'])
    expect(whoWrote(doc, 1, 24, 27)).toEqual(['Ana'])
    const again = loadDoc([state])
    Y.applyUpdate(again, update ?? new Uint8Array())
    expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc))
  })

  test('brings nothing twice, nor when it is older, nor its own', () => {
    const update = there(type(1, 14, 'about '))
    const { doc } = merged(update)
    const here = Y.encodeStateAsUpdate(doc)
    expect(merged(update, {}, here).update).toBeUndefined()
    expect(merged(state, {}, here).update).toBeUndefined()
    expect(merged(handedOver(doc), {}, here).update).toBeUndefined()
  })

  test('of a key that nobody trusts makes writers of who handed it over and of who opens it', () => {
    const { doc } = merged(there(type(1, 14, 'about ')), { sender: UNKNOWN })
    expect(whoWrote(doc, 1, 14, 19)).toEqual(['Kim', 'Lee'])
    expect(context(doc, 1)).toEqual(['Ana', 'Kim', 'Lee'])
    expect(context(doc, 2)).toEqual(['Ana'])
  })

  test('that says that somebody else typed makes its sender a writer, too', () => {
    const { doc } = merged(there(type(1, 14, 'about '), state, 200, 'Ana'))
    expect(whoWrote(doc, 1, 14, 19)).toEqual(['Ana', 'Kim'])
  })

  test('with words of nobody makes its sender their writer', () => {
    const doc = loadDoc([state], 200)
    doc.transact(() => type(1, 14, 'about ')(doc))
    expect(whoWrote(merged(handedOver(doc)).doc, 1, 14, 19)).toEqual(['Kim'])
  })

  test('that takes words away without saying who makes its sender the one who did', () => {
    const { doc } = merged(there(cut(1, 8, 6)))
    expect(doc.getArray(HANDS_ARRAY).toArray()).toEqual([['took', 'Kim', 1, expect.any(Number), 6]])
    expect([...writersOf(doc, [{ block: 1, from: 0, to: 16 }], 'sentence')].sort()).toEqual(['Ana', 'Kim'])
  })

  test('that says who took words away is believed for people of its key only', () => {
    const says = (by: string) => (doc: Y.Doc) => {
      const item = [...(doc.store.clients.get(1) ?? [])].find(
        (one) => one instanceof Y.Item && one.content instanceof Y.ContentString && one.content.str.includes('cost'),
      )
      const clock = (item?.id.clock ?? 0) + ((item as Y.Item).content as Y.ContentString).str.indexOf('cost')
      cut(1, 9, 4)(doc)
      noteHands(doc, [['took', by, 1, clock, 4]])
    }
    const takers = (by: string): readonly unknown[] =>
      merged(there(says(by)))
        .doc.getArray<Hand>(HANDS_ARRAY)
        .map((hand) => hand[1])
    expect(takers('Kim')).toEqual(['Kim'])
    expect(takers('Ana')).toEqual(['Ana', 'Kim'])
  })

  test('that says that typed words were moved makes their typist a writer unless they read alike here', () => {
    const moved = (words: string) => (doc: Y.Doc) => {
      const from = doc.store.clients
        .get(1)
        ?.find((one) => one instanceof Y.Item && one.content instanceof Y.ContentString && one.content.str === TEXT)
      const clock = Y.getState(doc.store, 200)
      type(2, 0, words)(doc)
      noteHands(doc, [['moved', 200, clock, words.length, 1, from?.id.clock ?? 0]])
    }
    const readsAlike = merged(there(moved('The deal cost 100 won.'))).doc
    expect(whoWrote(readsAlike, 2, 0, 22)).toEqual(['Ana'])
    const differs = merged(there(moved('The deal cost 900 won.'))).doc
    expect(whoWrote(differs, 2, 0, 22)).toEqual(['Ana', 'Kim'])
  })

  test('takes no writer away from words that were here', () => {
    const wrote = (by: readonly string[]) => (doc: Y.Doc) => {
      const from = doc.store.clients
        .get(1)
        ?.find((one) => one instanceof Y.Item && one.content instanceof Y.ContentString && one.content.str === TEXT)
      noteHands(doc, [['wrote', by, 1, from?.id.clock ?? 0, 10]])
    }
    expect(whoWrote(merged(there(wrote(['Kim']))).doc, 1, 0, 8)).toEqual(['Ana', 'Kim'])
    expect(whoWrote(merged(there(wrote([]))).doc, 1, 0, 8)).toContain('Ana')
  })

  test('that says that a stranger wrote what its sender typed makes the sender a writer', () => {
    const { doc } = merged(
      there((doc) => {
        const clock = Y.getState(doc.store, 200)
        type(1, 0, 'Well. ')(doc)
        noteHands(doc, [['wrote', ['Ben'], 200, clock, 6]])
      }),
    )
    expect(whoWrote(doc, 1, 0, 4)).toEqual(['Ben', 'Kim'])
  })
})

describe('what the merge drops', () => {
  test('goes into the tray: words typed here into a graf that was deleted there', () => {
    const here = Y.encodeStateAsUpdate(
      (() => {
        const doc = loadDoc([state], 300)
        registerWriter(doc, 300, 'Lee')
        type(2, 17, ' Nobody else did.')(doc)
        return doc
      })(),
    )
    const gone = there((doc) => doc.getXmlFragment(COPY_FRAGMENT).delete(2, 1))
    const { doc, lost } = merged(gone, {}, here)
    expect(lost).toHaveLength(1)
    expect(readTray(doc).map(({ text, by }) => [text, by])).toEqual([[' Nobody else did.', ['Lee']]])
  })

  test('goes into the tray: words typed there into a graf that was deleted here', () => {
    const doc = loadDoc([state], 300)
    registerWriter(doc, 300, 'Lee')
    doc.getXmlFragment(COPY_FRAGMENT).delete(2, 1)
    const { doc: after } = merged(there(type(2, 17, ' Nobody else did.')), {}, Y.encodeStateAsUpdate(doc))
    expect(readTray(after).map(({ text, by }) => [text, by])).toEqual([[' Nobody else did.', ['Kim']]])
  })

  test('is no record of a fact', () => {
    const { doc, keptFacts } = merged(there((one) => one.getMap(FACTS_MAP).delete('f1')))
    expect([keptFacts, [...readTags(doc).keys()]]).toEqual([['f1'], ['f1']])
  })

  test('is a field that nobody is known to have set', () => {
    const set = there((doc) => {
      setField(doc, 'needsLegal', 'complete')
      setField(doc, 'slug', 'deal')
    })
    const { doc, keptFields } = merged(set, { rightField: (field, was, is) => (field === 'slug' ? is : was) })
    const { needsLegal, slug } = readFields(doc)
    expect([keptFields, needsLegal, slug]).toEqual([['needsLegal'], 'none', 'deal'])
  })
})

describe('nothing comes in', () => {
  test.each<readonly [string, (doc: Y.Doc) => void, string]>([
    [
      'that says that somebody else typed what was here',
      (doc) => doc.getMap(WRITERS_MAP).set('1', 'Kim'),
      'it says that someone else typed words of Ana',
    ],
    [
      'that forgets who typed what was here',
      (doc) => doc.getMap(WRITERS_MAP).delete('1'),
      'it says that someone else typed words of Ana',
    ],
    [
      'with an unknown part',
      (doc) => doc.getMap('secrets').set('a', 1),
      'it has a part that this version of Stet does not know (“secrets”)',
    ],
    [
      'with an unknown node',
      (doc) => doc.getXmlFragment(COPY_FRAGMENT).push([new Y.XmlElement('script')]),
      'This story contains parts that this version of Stet does not know: the node “script”.',
    ],
    [
      'with a note of hands that nobody can read',
      (doc) => doc.getArray(HANDS_ARRAY).push([['took', 7]]),
      'a note on who wrote what cannot be read',
    ],
    [
      'with a writer who is no name',
      (doc) => doc.getMap(WRITERS_MAP).set('77', 7),
      'a note on who wrote what cannot be read',
    ],
    [
      'with a note on a second writer that nobody can read',
      (doc) => doc.getMap(BROUGHT_MAP).set('x', true),
      'a note on who wrote what cannot be read',
    ],
  ])('%s', (_, change, why) => {
    expect(refusal(there(change))).toBe(why)
  })

  test.each<readonly [string, (doc: Y.Doc) => void, string]>([
    ['notes of hands', (doc) => doc.getArray(HANDS_ARRAY).delete(0, 1), 'its notes on who wrote what are missing'],
    [
      'notes on second writers',
      (doc) => doc.getMap(BROUGHT_MAP).delete('1 0 3 Kim'),
      'its notes on who wrote what are missing',
    ],
    [
      'the tray',
      (doc) => doc.getMap(TRAY_MAP).delete('1.2'),
      'words that were waiting in the recovery tray are missing',
    ],
    [
      'words of the tray',
      (doc) => doc.getMap(TRAY_MAP).set('1.2', { text: 'a', runs: [[1, 2, 3]] }),
      'words that were waiting in the recovery tray are missing',
    ],
  ])('that lost %s', (_, change, why) => {
    const doc = loadDoc([state], 300)
    noteHands(doc, [['took', 'Lee', 1, 0, 1]])
    doc.getMap(BROUGHT_MAP).set('1 0 3 Kim', true)
    doc.getMap(TRAY_MAP).set('1.2', {
      at: '',
      text: 'a',
      before: '',
      after: '',
      by: [],
      runs: [
        [1, 2, 3],
        [1, 9, 1],
      ],
    })
    const here = Y.encodeStateAsUpdate(doc)
    expect(refusal(there(change, here), here)).toBe(why)
  })

  test('that is no document, or lacks what it builds on', () => {
    expect(refusal(Uint8Array.from([1, 2, 3]))).toMatch(/^its text cannot be read \(.+\)$/)
    const doc = loadDoc([state], 200)
    const before = Y.encodeStateVector(doc)
    type(1, 0, 'a')(doc)
    const second = Y.encodeStateVector(doc)
    type(1, 0, 'b')(doc)
    expect(before).not.toEqual(second)
    expect(refusal(Y.encodeStateAsUpdate(doc, second))).toBe('The update is based on changes that never arrived.')
  })
})

test('a note on a second writer is known by its place and name', () => {
  const doc = loadDoc([state])
  doc.getMap(BROUGHT_MAP).set('1 0 500 Kim Min', true)
  expect([...broughtWriters(doc, readCopy(doc), [{ block: 1, from: 0, to: 3 }], 'words')]).toEqual(['Kim Min'])
  expect([...writersOfCharacters(doc, 1, 0, 1)]).toEqual(['Ana'])
})
