import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createStoryDoc, newDoc } from '../../src/document/createStoryDoc'
import { decideSuggestions } from '../../src/document/suggestions/decideSuggestions'
import { guardDocument } from '../../src/document/guardDocument'
import { readCopy, readMarkedCopy } from '../../src/document/reading/readStory'
import { countWords } from '../../src/story/copy/copy'
import { hashCopy } from '../../src/story/ledger/hash'
import {
  decide,
  markedRange,
  standingCopy,
  standingOffset,
  type MarkedCopy,
} from '../../src/story/copy/suggestions/markedCopy'
import { compareSpans } from '../../src/story/copy/spans'
import { randomChoice, randomMarkedCopy } from '../builders/copy/markedCopy'
import { acceptedCopy } from '../builders/copy/acceptedCopy'

/** Milliseconds, for a busy machine. */
const PATIENCE = 120_000

const docOf = (copy: MarkedCopy): Y.Doc => createStoryDoc({ copy, fields: {} }, 1, 'Ida')
const plain = (copy: MarkedCopy) => copy.map(({ proposed: _proposed, ...block }) => block)
/** The copy with a comment where it has a fact. */
const withComment = (copy: MarkedCopy): MarkedCopy =>
  copy.map((block) => ({
    ...block,
    spans: block.spans
      .map((span) => (span.mark === 'fact' && span.id === 'f1' ? { ...span, mark: 'comment' as const } : span))
      .sort(compareSpans),
  }))

describe('a document with suggestions', () => {
  it(
    'reads back as it was written, and holds nothing unknown',
    () => {
      fc.assert(
        fc.property(randomMarkedCopy, (copy) => {
          const doc = docOf(copy)
          expect(readMarkedCopy(doc)).toEqual(copy)
          expect(guardDocument(doc)).toBeUndefined()
        }),
        { numRuns: 100 },
      )
    },
    PATIENCE,
  )

  it(
    'after any verdicts is what the pure rule says',
    () => {
      fc.assert(
        fc.property(fc.oneof(randomMarkedCopy, randomMarkedCopy.map(withComment)), randomChoice, (copy, choices) => {
          const doc = docOf(copy)
          const choose = (id: string) => choices[id] ?? 'leave'
          decideSuggestions(doc, choose)
          expect(readMarkedCopy(doc)).toEqual(decide(copy, choose))
        }),
        { numRuns: 250 },
      )
    },
    PATIENCE,
  )

  it(
    'has one reading: the standing copy is what rejecting all gives, for words, hash and count',
    () => {
      fc.assert(
        fc.property(randomMarkedCopy, (copy) => {
          const doc = docOf(copy)
          const before = readCopy(doc)
          expect(before).toEqual(standingCopy(copy))
          decideSuggestions(doc, () => 'reject')
          expect(
            readMarkedCopy(doc).every(({ proposed, joins, becomes }) => proposed.length === 0 && !joins && !becomes),
          ).toBe(true)
          expect([readCopy(doc), hashCopy(readCopy(doc)), countWords(readCopy(doc))]).toEqual([
            before,
            hashCopy(before),
            countWords(before),
          ])
        }),
        { numRuns: 100 },
      )
    },
    PATIENCE,
  )

  it(
    'accepted one after the other is what accepting all at once gives',
    () => {
      fc.assert(
        fc.property(randomMarkedCopy, (copy) => {
          const oneByOne = ['s1', 's2', 's3', 's4'].reduce(
            (now, id) => decide(now, (other) => (other === id ? 'accept' : 'leave')),
            copy,
          )
          // Joining and retyping the same block does not commute: the block that is left keeps its own shape.
          fc.pre(!copy.some(({ joins, becomes }) => joins !== undefined || becomes !== undefined))
          expect(plain(oneByOne)).toEqual(acceptedCopy(copy))
        }),
        { numRuns: 100 },
      )
    },
    PATIENCE,
  )

  it(
    'maps places of the standing copy into the marked one and back',
    () => {
      fc.assert(
        fc.property(randomMarkedCopy, fc.nat(), fc.nat(), (copy, a, b) => {
          copy.forEach((block, index) => {
            const { text } = standingCopy(copy)[index] ?? { text: '' }
            const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
            const marked = markedRange(block, from, to)
            expect([standingOffset(block, marked.from), standingOffset(block, marked.to)]).toEqual([from, to])
          })
        }),
        { numRuns: 100 },
      )
    },
    PATIENCE,
  )

  it('accepts while somebody types beside', () => {
    const copy: MarkedCopy = [
      { role: 'headline', text: '', spans: [], proposed: [] },
      { role: 'deck', text: '', spans: [], proposed: [] },
      {
        role: 'paragraph',
        text: 'It took 100 90 minutes.',
        spans: [],
        proposed: [
          { from: 8, to: 11, mark: 'deletion', id: 's1' },
          { from: 11, to: 14, mark: 'insertion', id: 's1' },
        ],
      },
    ]
    const [a, b] = [docOf(copy), newDoc(2)]
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    decideSuggestions(a, () => 'accept')
    const run = b.getXmlFragment('copy').get(2) as Y.XmlElement
    ;(run.get(0) as Y.XmlText).insert(23, ' They left.', {})
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    expect([readCopy(a)[2]?.text, readCopy(b)[2]?.text]).toEqual([
      'It took  90 minutes. They left.',
      'It took  90 minutes. They left.',
    ])
  })
})
