import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkWindowUpdate } from '../../src/document/checkWindowUpdate'
import { createStoryDoc, loadDoc, registerWriter, setFactTag } from '../../src/document/createStoryDoc'
import {
  addFact,
  addFactMark,
  removeFactMark,
  replaceText,
  setField,
  updateFactTag,
} from '../../src/document/editStory'
import { guardDocument } from '../../src/document/guardDocument'
import { writersOf } from '../../src/document/writers/wordWriters'
import { readStory, readTags } from '../../src/document/reading/readStory'
import type { Copy } from '../../src/story/copy/copy'
import type { FactTag } from '../../src/story/ledger/facts/fact'
import { copyFrom } from '../builders/copy/copyFrom'

const TAG: FactTag = { id: 'f', type: 'figure', by: 'Reporter', at: '2026-10-30T09:00:00.000Z' }
const docFrom = (page: string): Y.Doc =>
  createStoryDoc({ copy: copyFrom(page), fields: { slug: 'busan' } }, 7, 'Reporter')
const copyOf = (doc: Y.Doc): Copy => readStory(doc).copy
const PAGE = 'Talks in {f:six years}\nNo text\nIt ran {g:about {f2:100} minutes}, he said.'

describe('a story’s document', () => {
  it('reads as the copy and fields it was made from, formatting and hard breaks included', () => {
    const copy: Copy = [
      ...copyFrom('Talks in {f:six years}\n{d:No} text'),
      {
        role: 'listItem',
        list: 'ordered',
        level: 2,
        text: 'one\ntwo three',
        spans: [
          { from: 0, to: 7, mark: 'bold' },
          { from: 4, to: 7, mark: 'link', href: 'https://example.org/' },
        ],
      },
    ]
    const doc = createStoryDoc({ copy, fields: { slug: 'busan', urgency: 3 }, tags: [TAG] }, 7, 'Reporter')
    const read = readStory(loadDoc([Y.encodeStateAsUpdate(doc)]))
    expect(read.copy).toEqual(copy)
    expect([read.fields.slug, read.fields.urgency, read.tags.get('f')]).toEqual(['busan', 3, TAG])
  })

  it.each([
    ['keeps the tag on a replacement of its whole text', 'six years', 0, 'a decade', 'Talks in {f:a decade}'],
    ['keeps the tag when more than its text is replaced', 'in six years', 0, 'after long', 'Talks {f:after long}'],
    [
      'keeps the outer tag when the inner one is overtyped',
      '100',
      2,
      '90',
      'It ran {g:about {f2:90} minutes}, he said.',
    ],
    [
      'keeps the tag on a replacement of its last words',
      '100 minutes',
      2,
      '90 minutes',
      'It ran {g:about {f2:90 minutes}}, he said.',
    ],
    [
      'leaves the rest tagged when more than a part is replaced',
      '100 minutes, he',
      2,
      '90 hours, she',
      'It ran {g:about }{f2:90 hours, she} said.',
    ],
    ['does not tag what is typed before a tag', 'in ', 0, 'in the ', 'Talks in the {f:six years}'],
    [
      'inserts inside a tag into the tag',
      'bout',
      2,
      'bout exactly',
      'It ran {g:about exactly {f2:100} minutes}, he said.',
    ],
  ])('%s', (_what, old, block, text, line) => {
    const doc = docFrom(PAGE)
    const at = copyOf(doc)[block]?.text.indexOf(old) ?? -1
    replaceText(doc, { block, from: at, to: at + old.length }, text)
    expect(copyOf(doc)[block]).toEqual({
      ...copyFrom(`x\ny\n${line}`)[2],
      role: block === 0 ? 'headline' : 'paragraph',
    })
  })

  it('tags, nests and untags with the marks that the binding writes', () => {
    const doc = docFrom('Headline\nDeck\nIt ran about 100 minutes.')
    addFact(doc, TAG, [{ block: 2, from: 7, to: 24 }])
    addFactMark(doc, 'n', [{ block: 2, from: 13, to: 16 }])
    expect(copyOf(doc)[2]).toEqual(copyFrom('H\nD\nIt ran {f:about {n:100} minutes}.')[2])
    removeFactMark(doc, 'f')
    expect(copyOf(doc)[2]).toEqual(copyFrom('H\nD\nIt ran about {n:100} minutes.')[2])
    updateFactTag(doc, 'f', { type: 'date', statement: 'It was long.' })
    expect(readStory(doc).tags.get('f')).toEqual({ ...TAG, type: 'date', statement: 'It was long.' })
  })

  it('names who typed the words of a range', () => {
    const doc = docFrom('Headline\nDeck\nIt ran 100 minutes.')
    doc.clientID = 8
    doc.getMap('writers').set('8', 'Editor')
    replaceText(doc, { block: 2, from: 8, to: 8 }, '9')
    expect([
      [...writersOf(doc, [{ block: 2, from: 0, to: 6 }])],
      [...writersOf(doc, [{ block: 2, from: 7, to: 11 }])].sort(),
    ]).toEqual([['Reporter'], ['Editor', 'Reporter']])
  })
})

describe('what a window may change by typing', () => {
  const putBack = (): void => {
    throw new Error('Nothing was to be put back.')
  }
  const attempt = (
    change: (doc: Y.Doc) => void,
    mayForget = true,
    restored: ((doc: Y.Doc) => void)[] = [],
    client = 99,
  ): string | undefined => {
    const doc = docFrom(PAGE)
    setFactTag(doc, TAG)
    registerWriter(doc, 99, 'Reporter')
    registerWriter(doc, 98, 'Editor')
    const candidate = loadDoc([Y.encodeStateAsUpdate(doc)])
    const window = loadDoc([Y.encodeStateAsUpdate(doc)], client)
    const before = Y.encodeStateVector(window)
    change(window)
    return checkWindowUpdate(candidate, Y.encodeStateAsUpdate(window, before), {
      by: 'Reporter',
      mayForget: () => mayForget,
      mayUntag: () => mayForget,
      putBack: mayForget ? putBack : (restore) => void restored.push(restore),
    })
  }
  it('includes the copy', () =>
    expect(attempt((doc) => replaceText(doc, { block: 2, from: 0, to: 2 }, 'They'))).toBeUndefined())
  it('includes a new fact in the name of its person', () =>
    expect(attempt((doc) => addFact(doc, { ...TAG, id: 'new' }, [{ block: 2, from: 0, to: 2 }]))).toBeUndefined())
  it('includes the same record again, as undo and redo of a tag in one update write it', () =>
    expect(attempt((doc) => setFactTag(doc, TAG))).toBeUndefined())
  it('includes removing a tag that nobody has dealt with', () =>
    expect(attempt((doc) => void doc.getMap('facts').delete('f'))).toBeUndefined())
  it.each([
    [
      'a new fact in another name',
      (doc: Y.Doc) => addFact(doc, { ...TAG, id: 'new', by: 'Editor' }, [{ block: 2, from: 0, to: 2 }]),
      'A new fact must have the name of the person who tagged it.',
    ],
    [
      'the record of a fact',
      (doc: Y.Doc) => updateFactTag(doc, 'f', { type: 'name' }),
      'A fact’s record can be changed only by an action.',
    ],
    [
      'a record put in place of another',
      (doc: Y.Doc) => setFactTag(doc, { ...TAG, type: 'name' }),
      'A fact’s record can be changed only by an action.',
    ],
    ['a field', (doc: Y.Doc) => setField(doc, 'slug', 'other'), 'A window may not change “fields” by typing.'],
    [
      'whose words they are',
      (doc: Y.Doc) => void doc.getMap('writers').set('99', 'Editor'),
      'A window may not change “writers” by typing.',
    ],
    [
      'anything else',
      (doc: Y.Doc) => void doc.getMap('secret').set('a', 1),
      'A window may not change “secret” by typing.',
    ],
  ])('is never %s', (_what, change, refusal) => expect(attempt(change)).toBe(refusal))
  it('is never a fact that somebody has dealt with: its record is put back as it was', () => {
    const restored: ((doc: Y.Doc) => void)[] = []
    expect(attempt((doc) => void doc.getMap('facts').delete('f'), false, restored)).toBeUndefined()
    const doc = docFrom(PAGE)
    for (const restore of restored) restore(doc)
    expect([...readTags(doc).values()]).toEqual([TAG])
  })
  it.each([
    ['is never in the name of another person', 98, 'A window may not type under someone else’s name.'],
    ['is never without a name: nobody has this client id', 97, 'A window may not type without a name.'],
  ])('%s', (_what, client, refusal) =>
    expect(attempt((doc) => replaceText(doc, { block: 2, from: 0, to: 2 }, 'They'), true, [], client)).toBe(refusal),
  )
  it('is the copy beside words of an older window whose client id nobody has', () => {
    const doc = docFrom(PAGE)
    registerWriter(doc, 99, 'Reporter')
    doc.clientID = 12
    replaceText(doc, { block: 2, from: 0, to: 2 }, 'They')
    const candidate = loadDoc([Y.encodeStateAsUpdate(doc)])
    const window = loadDoc([Y.encodeStateAsUpdate(doc)], 99)
    replaceText(window, { block: 2, from: 0, to: 4 }, 'It')
    const rules = { by: 'Reporter', mayForget: () => true, mayUntag: () => true, putBack }
    // As a recovery file has it: the whole document, with the words that are known.
    expect(checkWindowUpdate(candidate, Y.encodeStateAsUpdate(window), rules)).toBeUndefined()
    expect(copyOf(candidate)[2]?.text).toBe('It ran about 100 minutes, he said.')
  })
  it('is never a node that the schema does not know', () =>
    expect(attempt((doc) => doc.getXmlFragment('copy').push([new Y.XmlElement('script')]))).toBe(
      'This story contains parts that this version of Stet does not know: the node “script”.',
    ))
  it('is never garbage, or an update that builds on missing changes', () => {
    const rules = { by: 'Reporter', mayForget: () => true, mayUntag: () => true, putBack }
    expect(checkWindowUpdate(docFrom(PAGE), Uint8Array.of(255, 255, 1), rules)).toMatch(/^The update could not be read/)
    const other = docFrom(PAGE)
    const before = Y.encodeStateVector(other)
    replaceText(other, { block: 2, from: 0, to: 2 }, 'They')
    const empty = loadDoc([])
    registerWriter(empty, 7, 'Reporter')
    expect(checkWindowUpdate(empty, Y.encodeStateAsUpdate(other, before), rules)).toBe(
      'The update is based on changes that never arrived.',
    )
  })
})

it('the opening guard names what this version does not know, and shows the words', () => {
  const doc = docFrom('Headline\nDeck\nIt ran long.')
  const block = doc.getXmlFragment('copy').get(2)
  if (!(block instanceof Y.XmlElement)) throw new Error('no block')
  block.setAttribute('mood', 'calm')
  const text = block.get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  text.format(0, 2, { blink: {} })
  doc.getXmlFragment('copy').push([new Y.XmlElement('gallery')])
  expect(guardDocument(doc)).toEqual({
    why: 'This story contains parts that this version of Stet does not know: the attribute “mood” of “block”, the mark “blink”, the node “gallery”.',
    text: 'Headline\nDeck\nIt ran long.',
  })
  expect(guardDocument(docFrom(PAGE))).toBeUndefined()
})
