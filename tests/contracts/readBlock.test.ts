/** The shared document and the editor's sheet hold the same copy in two forms: both must read as the same blocks. */
import { getSchema } from '@tiptap/core'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryDoc } from '../../src/document/createStoryDoc'
import { overlappingMarkAttribute } from '../../src/document/markNames'
import { readMarkedCopy } from '../../src/document/reading/readStory'
import { readMarkedCopyFromDoc } from '../../src/editor/copy/readCopy'
import { storyExtensions } from '../../src/editor/schema/storyExtensions'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import type { MarkedCopy } from '../../src/story/copy/suggestions/markedCopy'
import { NO_PICTURE } from '../../src/story/copy/picture'
import { tableOf } from '../../src/story/copy/tables'
import { copyFrom } from '../builders/copy/copyFrom'
import { randomMarkedCopy } from '../builders/copy/markedCopy'

const schema = getSchema([...storyExtensions])
const sheetCopy = (doc: Y.Doc): MarkedCopy =>
  readMarkedCopyFromDoc(initProseMirrorDoc(doc.getXmlFragment(COPY_FRAGMENT), schema).doc)

test('any blocks with any suggestions read the same from the document and from the sheet', () => {
  fc.assert(
    fc.property(randomMarkedCopy, (copy) => {
      const doc = createStoryDoc({ copy, fields: {} }, 1, 'Ida')
      expect(sheetCopy(doc)).toEqual(readMarkedCopy(doc))
    }),
    { numRuns: 100 },
  )
})

test('tables and pictures read the same from the document and from the sheet', () => {
  const cell = (text: string) => ({ text, spans: [] })
  const copy = [
    ...copyFrom('Talks\nLeaders meet\nThe {f:session} ran on.'),
    { role: 'cutline' as const, text: 'The port\nat night', spans: [], picture: { ...NO_PICTURE, alt: 'Cranes' } },
    ...tableOf([[cell('Port'), cell('Ships')], [cell('Busan')]], true),
  ]
  const doc = createStoryDoc({ copy, fields: {} }, 1, 'Ida')
  expect(sheetCopy(doc)).toEqual(readMarkedCopy(doc))
})

/** Values that a newer version, or a damaged one, may have left in the attributes of a block. */
const STRANGE_BLOCKS: readonly Readonly<Record<string, string | number>>[] = [
  { role: 'banner' },
  { role: 7, level: 'two', list: 'checklist' },
  { role: 'listItem', list: 'bullet', level: 1, joins: 5, becomes: 'nothing' },
  { role: 'paragraph', joins: 's1', becomes: 's1 banner' },
]

test.each(STRANGE_BLOCKS)(
  'a block with the attributes %j reads the same from the document and from the sheet',
  (attributes) => {
    const doc = createStoryDoc({ copy: copyFrom('Talks\nLeaders meet'), fields: {} }, 1, 'Ida')
    const block = new Y.XmlElement<Record<string, string | number>>('block')
    for (const [name, value] of Object.entries(attributes)) block.setAttribute(name, value)
    const text = new Y.XmlText()
    const marks = [
      ['insertion', { id: 's1', as: 'banner' }],
      ['restyle', { id: 's2', style: null }],
    ] as const
    text.applyDelta(
      marks.map(([mark, attrs]) => ({
        insert: 'words',
        attributes: { [overlappingMarkAttribute(mark, attrs)]: attrs },
      })),
    )
    block.insert(0, [text])
    doc.getXmlFragment(COPY_FRAGMENT).insert(2, [block as Y.XmlElement])
    expect(sheetCopy(doc)).toEqual(readMarkedCopy(doc))
  },
)
