/** What somebody types without the pen becomes a suggestion: the copy stands, and nothing that was typed is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryState, loadDoc, registerWriter } from '../../../src/document/createStoryDoc'
import { decideSuggestions } from '../../../src/document/suggestions/decideSuggestions'
import { addFact, deleteInBlock, insertAt } from '../../../src/document/editStory'
import { proposeTyping } from '../../../src/document/pen/proposeTyping'
import { touchedBlocks, typingOf } from '../../../src/document/pen/typing'
import { guardDocument } from '../../../src/document/guardDocument'
import { blockElements, readCopy, readStory } from '../../../src/document/reading/readStory'
import { writersOfCharacters } from '../../../src/document/writers/characters/hands'
import { itemsIn } from '../../../src/document/reading/yjsItems'
import { describeSuggestion } from '../../../src/story/copy/suggestions/suggestion'
import type { Copy } from '../../../src/story/copy/copy'
import { typeStep, type TypingStep } from '../../builders/copy/typing'

const NOW = '2026-11-28T10:00:00.000Z'
const [ANA, BEN, STET] = [1, 2, 3]
const lines = (...texts: readonly string[]): Copy =>
  texts.map((text, at) => ({ role: at === 0 ? 'headline' : at === 1 ? 'deck' : 'paragraph', text, spans: [] }))

interface Desk {
  readonly doc: Y.Doc
  /** Ben types it in a window of his and it comes here. Returns each suggestion that it becomes. */
  readonly type: (change: (doc: Y.Doc) => void) => readonly string[]
}

function desk(copy: Copy): Desk {
  const doc = loadDoc([createStoryState({ copy, fields: {} }, ANA, 'Ana')], STET)
  guardDocument(doc)
  let client = BEN + 10
  return {
    doc,
    type: (change) => {
      const window = loadDoc([Y.encodeStateAsUpdate(doc)], (client += 1))
      registerWriter(doc, client, 'Ben')
      const before = Y.encodeStateVector(window)
      window.transact(() => change(window))
      let transaction: Y.Transaction | undefined
      doc.once('afterTransaction', (one: Y.Transaction) => (transaction = one))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(window, before))
      if (!transaction) return []
      proposeTyping(doc, typingOf(transaction, 'Ben'), { now: NOW, library: 'Stet' }, touchedBlocks(transaction))
      return readStory(doc).suggestions.map((one) => `${one.by}: ${describeSuggestion(one)}`)
    },
  }
}

const textsIn = (doc: Y.Doc): readonly string[] => readCopy(doc).map(({ text }) => text)
const accepted = (doc: Y.Doc): readonly string[] => {
  const other = loadDoc([Y.encodeStateAsUpdate(doc)])
  decideSuggestions(other, () => 'accept')
  return textsIn(other)
}
const body = (doc: Y.Doc, at: number): Y.XmlElement => blockElements(doc)[at + 2] as Y.XmlElement

describe('typing of a person without the pen', () => {
  test('adds words as one suggestion, which later keys go on with', () => {
    const { doc, type } = desk(lines('H', 'D', 'It cost 100 won.'))
    expect(type((here) => insertAt(body(here, 0), 7, ' about', {}))).toEqual(['Ben: add “about”'])
    expect(type((here) => insertAt(body(here, 0), 13, ' 9', {}))).toEqual(['Ben: add “about 9”'])
    expect(textsIn(doc)).toEqual(['H', 'D', 'It cost 100 won.'])
    expect(accepted(doc)).toEqual(['H', 'D', 'It cost about 9 100 won.'])
  })

  test('replaces words as one suggestion; the old words stay with their writer and their tag', () => {
    const { doc, type } = desk(lines('H', 'D', 'It cost 100 won.'))
    addFact(doc, { id: 'f', type: 'figure', by: 'Ana', at: NOW }, [{ block: 2, from: 8, to: 15 }])
    expect(
      type((here) => {
        deleteInBlock(body(here, 0), 8, 11)
        insertAt(body(here, 0), 8, '200', {})
      }),
    ).toEqual(['Ben: “100” → “200”'])
    const [, , { spans = [], text = '' } = {}] = readCopy(doc)
    expect([text, spans]).toEqual(['It cost 100 won.', [{ from: 8, to: 15, mark: 'fact', id: 'f' }]])
    expect(accepted(doc)[2]).toBe('It cost 200 won.')
    const runs = [...itemsIn(body(doc, 0).get(0))].filter(
      ({ content, deleted }) => !deleted && content instanceof Y.ContentString && content.str === '100',
    )
    const [run] = runs
    expect(runs).toHaveLength(1)
    expect([...writersOfCharacters(doc, run?.id.client ?? 0, run?.id.clock ?? 0, 3)]).toEqual(['Ana'])
  })

  test('takes words away as a suggestion to cut them', () => {
    const { doc, type } = desk(lines('H', 'D', 'It cost 100 won.'))
    expect(type((here) => deleteInBlock(body(here, 0), 2, 7))).toEqual(['Ben: cut “cost”'])
    expect(textsIn(doc)[2]).toBe('It cost 100 won.')
    expect(accepted(doc)[2]).toBe('It 100 won.')
  })

  test('splits and joins grafs as suggestions that rewrite no words', () => {
    const { doc, type } = desk(lines('H', 'D', 'It rose. It fell.', 'It ran.'))
    expect(type((here) => typeStep(here, { do: 'split', block: 2, at: 8 }))).toEqual(['Ben: new paragraph'])
    expect(textsIn(doc)).toEqual(['H', 'D', 'It rose. It fell.', 'It ran.'])
    expect(accepted(doc)).toEqual(['H', 'D', 'It rose.', ' It fell.', 'It ran.'])
    const other = desk(lines('H', 'D', 'It rose.', ' It ran.'))
    expect(other.type((here) => typeStep(here, { do: 'join', block: 3, at: 0 }))).toEqual([
      'Ben: join with the previous paragraph',
    ])
    expect(textsIn(other.doc)).toEqual(['H', 'D', 'It rose.', ' It ran.'])
    expect(accepted(other.doc)).toEqual(['H', 'D', 'It rose. It ran.'])
  })

  test('adds and removes grafs and changes their kind as suggestions', () => {
    const { doc, type } = desk(lines('H', 'D', 'It rose.', 'It ran.'))
    type((here) => typeStep(here, { do: 'add', block: 2, at: 5 }))
    type((here) => typeStep(here, { do: 'remove', block: 3, at: 0 }))
    type((here) => typeStep(here, { do: 'shape', block: 2, role: 'subhead' }))
    expect(readCopy(doc).map(({ role, text }) => `${role} ${text}`)).toEqual([
      'headline H',
      'deck D',
      'paragraph It rose.',
      'paragraph It ran.',
    ])
    expect(accepted(doc)).toEqual(['H', 'D', 'It rose.', 'new 5'])
  })

  test('puts back what a window marked or unmarked as somebody’s proposal', () => {
    const { doc, type } = desk(lines('H', 'D', 'It cost 100 won.'))
    type((here) => insertAt(body(here, 0), 7, ' about', {}))
    const marks = (here: Y.Doc): string[] =>
      (body(here, 0).get(0) as Y.XmlText)
        .toDelta()
        .flatMap((run: { attributes?: object }) => Object.keys(run.attributes ?? {}))
    const [mark = ''] = marks(doc)
    type((here) => (body(here, 0).get(0) as Y.XmlText).format(7, 6, { [mark]: null }))
    expect(textsIn(doc)[2]).toBe('It cost 100 won.')
    type((here) => (body(here, 0).get(0) as Y.XmlText).format(0, 2, { [mark]: { id: 'x', as: null } }))
    expect(textsIn(doc)[2]).toBe('It cost 100 won.')
  })

  test('may take the own suggestion back', () => {
    const { doc, type } = desk(lines('H', 'D', 'It cost 100 won.'))
    type((here) => insertAt(body(here, 0), 7, ' about', {}))
    expect(type((here) => deleteInBlock(body(here, 0), 7, 13))).toEqual([])
    expect(textsIn(doc)[2]).toBe('It cost 100 won.')
  })
})

const place = { block: fc.nat(9), at: fc.nat(40) }
const step: fc.Arbitrary<TypingStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('type' as const), ...place, text: fc.constantFrom('x', 'yy z', '7') }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), ...place, length: fc.nat(12) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('split' as const, 'join' as const, 'remove' as const, 'add' as const, 'break' as const),
      ...place,
    }),
  },
)

test('whatever is typed, the copy stands as before, and accepting all gives what was typed', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const { doc, type } = desk(lines('Head', 'Deck', 'It rose and fell.', 'So it ran.', 'End of it.'))
      const before = readCopy(doc)
      const typed = loadDoc([Y.encodeStateAsUpdate(doc)])
      for (const one of steps) typeStep(typed, one)
      type((here) => steps.forEach((one) => typeStep(here, one)))
      expect(readCopy(doc)).toEqual(before)
      expect(accepted(doc).join('|')).toBe(textsIn(typed).join('|'))
    }),
    { numRuns: Number(process.env['STET_RUNS'] ?? 300), seed: Number(process.env['STET_SEED'] ?? 21) },
  )
})
