import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryDoc, newDoc, registerWriter } from '../../src/document/createStoryDoc'
import { blockElement } from '../../src/document/reading/storyElements'
import { readCopy } from '../../src/document/reading/readStory'
import { applyAndWatch, noteLost, placeOfLost, readTray } from '../../src/document/rescueWords'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import { copyFrom } from '../builders/copy/copyFrom'

const AT = '2026-10-30T09:00:00.000Z'
const NONE: ReadonlySet<string> = new Set()

/** A hub and two replicas of a story that go their own ways. */
function desks(page: string) {
  const hub = createStoryDoc({ copy: copyFrom(page), fields: {} }, 1, 'Ida')
  registerWriter(hub, 2, 'Ann')
  registerWriter(hub, 3, 'Ben')
  const replica = (client: number) => {
    const doc = newDoc(client)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub))
    return doc
  }
  return { hub, ann: replica(2), ben: replica(3) }
}
const copyRoot = (doc: Y.Doc) => doc.getXmlFragment(COPY_FRAGMENT)
const textIn = (doc: Y.Doc, block: number) => (copyRoot(doc).get(block) as Y.XmlElement).get(0) as Y.XmlText
const since = (doc: Y.Doc, hub: Y.Doc) => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(hub))
const PAGE = 'Head\nDeck\nThe talks lasted 100 minutes.\nThey left.'

describe('words that a merge deletes', () => {
  test('typed into a graf deleted elsewhere go into the tray with the text around them, in either order', () => {
    for (const deletedFirst of [true, false]) {
      const { hub, ann, ben } = desks(PAGE)
      copyRoot(ann).delete(2, 1)
      textIn(ben, 2).insert(17, 'not ')
      const [deletes, types] = [since(ann, hub), since(ben, hub)]
      const lost = (deletedFirst ? [deletes, types] : [types, deletes]).flatMap((update) => applyAndWatch(hub, update))
      noteLost(hub, lost, AT, NONE)
      const [entry] = readTray(hub)
      expect(entry).toMatchObject({
        kind: 'words',
        text: 'not ',
        before: 'The talks lasted ',
        after: '100 minutes.',
        by: ['Ben'],
        at: AT,
      })
      expect([readTray(hub).length, placeOfLost(hub, entry?.ref ?? '')]).toEqual([1, 2])
    }
  })

  test('letters that come one by one join one entry, until it is settled', () => {
    const { hub, ann, ben } = desks(PAGE)
    copyRoot(ann).delete(2, 1)
    applyAndWatch(hub, since(ann, hub))
    for (const [index, letter] of [...'not'].entries()) {
      textIn(ben, 2).insert(17 + index, letter)
      noteLost(hub, applyAndWatch(hub, since(ben, hub)), AT, NONE)
    }
    const [entry] = readTray(hub)
    expect(readTray(hub).map(({ text }) => text)).toEqual(['not'])
    textIn(ben, 2).insert(0, 'More: ')
    noteLost(hub, applyAndWatch(hub, since(ben, hub)), AT, new Set([entry?.ref ?? '']))
    expect(readTray(hub).map(({ text }) => text)).toEqual(['not', 'More: '])
  })

  test('are none when both saw the same, when somebody deletes what they saw, or when nothing is deleted', () => {
    const { hub, ann, ben } = desks(PAGE)
    textIn(ben, 2).insert(17, 'not ')
    expect(applyAndWatch(hub, since(ben, hub))).toEqual([])
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(hub))
    copyRoot(ann).delete(2, 1)
    expect(applyAndWatch(hub, since(ann, hub))).toEqual([])
    copyRoot(ben).delete(3, 1)
    expect(applyAndWatch(hub, since(ben, hub))).toEqual([])
    expect(readCopy(hub).map(({ text }) => text)).toEqual(['Head', 'Deck'])
  })

  test('two places in one graf are kept apart, and a deletion within removes only its own words', () => {
    const { hub, ann, ben } = desks(PAGE)
    textIn(ben, 2).insert(0, 'Yes. ')
    textIn(ben, 2).insert(22, 'not quite ')
    textIn(ben, 2).delete(26, 6)
    copyRoot(ann).delete(2, 1)
    const lost = [since(ben, hub), since(ann, hub)].flatMap((update) => applyAndWatch(hub, update))
    noteLost(hub, lost, AT, NONE)
    expect(readTray(hub).map(({ text, before, after }) => [text, before, after])).toEqual([
      ['Yes.  … not ', '', '100 minutes.'],
    ])
  })

  test('words in a graf that stays are not lost, wherever it moved', () => {
    const { hub, ann, ben } = desks(PAGE)
    copyRoot(ann).insert(2, [blockElement({ role: 'paragraph', text: 'Another.', spans: [] })])
    textIn(ben, 2).insert(0, 'Yes. ')
    expect([since(ann, hub), since(ben, hub)].flatMap((update) => applyAndWatch(hub, update))).toEqual([])
  })
})
