import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addFact, replaceText } from '../../src/document/editStory'
import { createStoryDoc, loadDoc, newDoc } from '../../src/document/createStoryDoc'
import { readCopy, readTags } from '../../src/document/reading/readStory'
import { restoreCopy } from '../../src/document/restoreCopy'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import type { Block, BlockRole, Copy, Span } from '../../src/story/copy/copy'
import { copyFrom } from '../builders/copy/copyFrom'

const TAG = { type: 'figure', by: 'Ida', at: '2026-10-30T03:00:00Z' } as const
const docOf = (copy: Copy, client = 1): Y.Doc => {
  const ids = new Set(copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : []))))
  return createStoryDoc({ copy, fields: {}, tags: [...ids].map((id) => ({ id, ...TAG })) }, client, 'Ida')
}
const kept = (doc: Y.Doc): Y.Doc => loadDoc([Y.encodeStateAsUpdate(doc)])

describe('restoring a version', () => {
  test('restores words, blocks, roles and marks; facts keep their ids', () => {
    const copy = copyFrom(
      'Talks in {f1:six years}\nLeaders meet\nIt lasted about {f2:100 minutes}, he said.\nThey left.',
    )
    const doc = docOf(copy)
    const then = kept(doc)
    replaceText(doc, { block: 2, from: 16, to: 27 }, 'two hours')
    replaceText(doc, { block: 0, from: 0, to: 18 }, 'Nothing of it')
    doc.getXmlFragment(COPY_FRAGMENT).delete(3, 1)
    restoreCopy(doc, then)
    expect(readCopy(doc)).toEqual(copy)
  })

  test('leaves unchanged words untouched: their characters keep their authors', () => {
    const doc = docOf(copyFrom('Head\nDeck\nOne graf that stays as it is.\nAnother graf with a word in it.'))
    const then = kept(doc)
    const state = Y.encodeStateVector(doc)
    doc.clientID = 2
    replaceText(doc, { block: 3, from: 20, to: 24 }, 'phrase')
    restoreCopy(doc, then)
    const added = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, state)).structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
    )
    expect(added).toEqual(['phrase', 'word'])
  })

  test('removes no newer tag: it stays on the words that stay', () => {
    const doc = docOf(copyFrom('Head\nDeck\nIt lasted about 100 minutes, he said.'))
    const then = kept(doc)
    addFact(doc, { id: 'late', ...TAG }, [{ block: 2, from: 10, to: 27 }])
    replaceText(doc, { block: 2, from: 29, to: 36 }, 'they say')
    restoreCopy(doc, then)
    expect(readCopy(doc)[2]).toEqual(copyFrom('Head\nDeck\nIt lasted {late:about 100 minutes}, he said.')[2])
  })

  test('restores the record of a fact that an undo removed, and changes no existing one', () => {
    const doc = docOf(copyFrom('Head\nDeck\nAbout {f1:100} or {f2:200}.'))
    const then = kept(doc)
    doc.getMap('facts').delete('f1')
    ;(doc.getMap('facts').get('f2') as Y.Map<string>).set('type', 'quote')
    restoreCopy(doc, then)
    expect([...readTags(doc)].map(([id, { type, by }]) => [id, type, by]).sort()).toEqual([
      ['f1', 'figure', 'Ida'],
      ['f2', 'quote', 'Ida'],
    ])
  })

  test('restores a paragraph with a hard break', () => {
    const copy: Copy = [
      { role: 'headline', text: 'Head', spans: [] },
      { role: 'paragraph', text: 'one\ntwo three', spans: [{ from: 4, to: 7, mark: 'bold' }] },
    ]
    const doc = docOf(copy)
    const then = kept(doc)
    replaceText(doc, { block: 1, from: 8, to: 13 }, 'four')
    restoreCopy(doc, then)
    expect(readCopy(doc)).toEqual(copy)
    const broken = docOf([copy[0] as Block, { role: 'paragraph', text: 'one two three', spans: [] }])
    restoreCopy(broken, then)
    expect(readCopy(broken)).toEqual(copy)
  })

  test('is one edit for undo', () => {
    const doc = docOf(copyFrom('Head\nDeck\nIt lasted about {f1:100 minutes}.'))
    const then = kept(doc)
    replaceText(doc, { block: 2, from: 0, to: 27 }, 'Something else')
    const before = readCopy(doc)
    const undo = new Y.UndoManager(doc.getXmlFragment(COPY_FRAGMENT), { trackedOrigins: new Set(['restored']) })
    doc.transact(() => restoreCopy(doc, then), 'restored')
    expect(readCopy(doc)).not.toEqual(before)
    undo.undo()
    expect(readCopy(doc)).toEqual(before)
  })

  const roles: readonly BlockRole[] = ['headline', 'deck', 'paragraph', 'subhead', 'quote']
  const block = fc
    .record({
      role: fc.constantFrom(...roles),
      words: fc.array(fc.constantFrom('one', 'two', '100', '부산', '山', '“he', 'said”', '\n', '—'), { maxLength: 8 }),
      bold: fc.boolean(),
    })
    .map(({ role, words, bold }): Block => {
      const text = words.join(' ')
      const spans: Span[] = bold && /^[^\n]{3,}/.test(text) ? [{ from: 0, to: 3, mark: 'bold' }] : []
      return { role, text, spans }
    })
  test('restores any copy from any other, on every replica', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 8 }),
        fc.array(block, { minLength: 1, maxLength: 8 }),
        (old, now) => {
          const then = docOf(old)
          const doc = docOf(now, 2)
          const other = newDoc(3)
          Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
          doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update))
          restoreCopy(doc, then)
          expect(readCopy(doc)).toEqual(readCopy(then))
          expect(readCopy(other)).toEqual(readCopy(doc))
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)
})
