import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkWindowUpdate } from '../../src/document/checkWindowUpdate'
import { createStoryDoc, newDoc, registerWriter } from '../../src/document/createStoryDoc'
import { dropOverrides } from '../../src/document/dropOverrides'
import { deleteInBlock, insertAt } from '../../src/document/editStory'
import { blockElements, readCopy } from '../../src/document/reading/readStory'
import type { Block } from '../../src/story/copy/copy'
import { cleanEntering } from '../../src/story/text/words/strayCharacters'
import { PICTURE } from '../editor/desk'

const graf = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
const story = (...blocks: readonly Block[]): Y.Doc =>
  createStoryDoc({ copy: [graf('H'), ...blocks], fields: {} }, 1, 'Ida')
const texts = (doc: Y.Doc): readonly string[] => readCopy(doc).map(({ text }) => text)

describe('direction overrides', () => {
  it.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'])('%j goes', (sign) => {
    const doc = story(graf(`rose ${sign}54\n${sign}x`))
    expect([dropOverrides(doc), texts(doc)]).toEqual([2, ['H', 'rose 54\nx']])
  })
  it('leave isolates, marks and the facts around them', () => {
    const spans = [{ mark: 'fact', id: 'f', from: 2, to: 5 }] as const
    const doc = story({ ...graf('a \u202e54\u202c \u2067b\u2069\u200f'), spans })
    dropOverrides(doc)
    expect(readCopy(doc)[1]).toEqual({
      ...graf('a 54 \u2067b\u2069\u200f'),
      spans: [{ mark: 'fact', id: 'f', from: 2, to: 4 }],
    })
  })
  it('and control characters go; a space takes the place of one that parts words, with its marks', () => {
    const spans = [{ mark: 'fact', id: 'f', from: 0, to: 8 }] as const
    const doc = story({ ...graf('no\vtable a\u0001b\u1680c'), spans })
    expect([dropOverrides(doc), readCopy(doc)[1]]).toEqual([3, { ...graf('no table ab c'), spans }])
  })
  it('leave the breaks of pending suggestions', () => {
    const doc = story(graf('a\u2028b\u2029c'))
    expect([dropOverrides(doc), texts(doc)]).toEqual([0, ['H', 'a\u2028b\u2029c']])
  })
  it('go from picture details', () => {
    const doc = story({ ...graf('P'), role: 'cutline', picture: { ...PICTURE, alt: 'a\u202eb', credit: '\u202dI' } })
    expect(dropOverrides(doc)).toBe(2)
    expect(readCopy(doc)[1]?.picture).toEqual({ ...PICTURE, alt: 'ab', credit: 'I' })
  })
  it('go from values of any shape', () => {
    const value = { name: 'a\u202eb', list: ['c', 'd\u202c'], number: 1 }
    expect(cleanEntering(value)).toEqual({ value: { name: 'ab', list: ['c', 'd'], number: 1 }, count: 2 })
    expect(cleanEntering('a\u202e\u2067b\u2069\u200f').value).toBe('a\u2067b\u2069\u200f')
    const clean = { name: 'a\u2067b\u2069' }
    expect(cleanEntering(clean).value).toBe(clean)
  })
})

describe('a window’s update', () => {
  const tried = (doc: Y.Doc, change: (window: Y.Doc) => void): readonly string[] => {
    const window = newDoc(7)
    registerWriter(doc, 7, 'Ida')
    Y.applyUpdate(window, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(window)
    window.transact(() => change(window))
    const update = Y.encodeStateAsUpdate(window, before)
    const candidate = newDoc(8)
    Y.applyUpdate(candidate, Y.encodeStateAsUpdate(doc))
    const mends: ((doc: Y.Doc) => void)[] = []
    const rules = {
      by: 'Ida',
      mayForget: () => true,
      mayUntag: () => true,
      putBack: (mend: (doc: Y.Doc) => void) => void mends.push(mend),
    }
    expect(checkWindowUpdate(candidate, update, rules)).toBeUndefined()
    Y.applyUpdate(doc, update)
    for (const mend of mends) mend(doc)
    return texts(doc)
  }
  const type = (block: number, offset: number, text: string) => (window: Y.Doc) => {
    const element = blockElements(window)[block]
    if (element) insertAt(element, offset, text, {})
  }

  it('loses the overrides that it brings, and only those', () => {
    expect(tried(story(graf('old \u202e45')), type(1, 7, '\u202dnew\u202c.'))).toEqual(['H', 'old \u202e45new.'])
    expect(tried(story(graf('old \u202e45')), type(1, 7, 'new'))).toEqual(['H', 'old \u202e45new'])
  })
  it('loses them from new blocks and picture details', () => {
    const added = tried(story(graf('a')), (window) => {
      const block = new Y.XmlElement('block')
      block.setAttribute('role', 'paragraph')
      block.insert(0, [new Y.XmlText('54\u202e')])
      window.getXmlFragment('copy').insert(2, [block])
    })
    expect(added).toEqual(['H', 'a', '54'])
    const doc = story({ ...graf('P'), role: 'cutline', picture: PICTURE })
    tried(doc, (window) => blockElements(window)[1]?.setAttribute('alt', 'a\u202eb'))
    expect(readCopy(doc)[1]?.picture?.alt).toBe('ab')
  })
  it('keeps words that others delete meanwhile away', () => {
    const doc = story(graf('abc'))
    const window = newDoc(7)
    Y.applyUpdate(window, Y.encodeStateAsUpdate(doc))
    expect(
      tried(doc, (own) => {
        const element = blockElements(own)[1]
        if (!element) return
        insertAt(element, 1, '\u202e', {})
        deleteInBlock(element, 1, 2)
      }),
    ).toEqual(['H', 'abc'])
  })
})
