import { AllSelection, TextSelection } from '@tiptap/pm/state'
import { getRelativeSelection } from '@tiptap/y-tiptap'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { readCopy } from '../../src/document/reading/readStory'
import { changedBlocks } from '../../src/editor/copy/changedBlocks'
import { bindingOf } from '../../src/editor/copy/bindingOf'
import { relativeSelection } from '../../src/editor/sync/bindBlockwise'
import { undoStory } from '../../src/editor/sync/storyUndo'
import { caretAfter, exchange, lines, oneDesk, press, run, select, shown, twoDesks, type, type Desk } from './desk'

/** How often `work` read the whole list of blocks. */
function lookedThrough({ editor }: Desk, work: () => void): number {
  const { type: fragment } = bindingOf(editor.state)
  const spy = vi.spyOn(fragment, 'toArray')
  work()
  const times = spy.mock.calls.length
  spy.mockRestore()
  return times
}

describe('binding a sheet block by block', () => {
  it('writes a letter into its own block, and a caret that moves writes nothing', () => {
    const desk = oneDesk('headline: H', 'deck: D', 'One {a:two} three', 'Four')
    caretAfter(desk, 'Four')
    type(desk, '!')
    expect(lookedThrough(desk, () => type(desk, '?'))).toBe(0)
    expect(lookedThrough(desk, () => caretAfter(desk, 'two'))).toBe(0)
    expect(lookedThrough(desk, () => type(desk, 'fold'))).toBe(0)
    expect(lines(readCopy(desk.doc))).toEqual(['headline: H', 'deck: D', 'One {a:two}fold three', 'Four!?'])
  })

  it('compares everything after a split, a remote change or an undo', () => {
    const [here, there] = twoDesks('headline: H', 'deck: D', 'One', 'Two')
    caretAfter(here, 'One')
    type(here, '!')
    expect(lookedThrough(here, () => press(here, 'Enter'))).toBeGreaterThan(0)
    exchange(here, there)
    caretAfter(there, 'Two')
    type(there, '?')
    exchange(here, there)
    expect(lookedThrough(here, () => type(here, 'x'))).toBeGreaterThan(0)
    expect(lookedThrough(here, () => run(here, undoStory))).toBeGreaterThan(0)
    expect(lookedThrough(here, () => type(here, 'y'))).toBe(0)
    exchange(here, there)
    expect([here, there].map(({ doc }) => lines(readCopy(doc)))).toEqual(
      Array(2).fill(['headline: H', 'deck: D', 'One!y', 'Two?']),
    )
  })

  it('remembers every selection as the binding itself would', () => {
    const { editor } = oneDesk(
      'headline: H',
      'deck: ',
      'One {a:two\nthree} four',
      'header 1.1: A',
      'cell 2.1: b',
      '',
      'cutline: c',
      'bullet: \nend',
    )
    const { state, view } = editor
    const places = Array.from({ length: state.doc.content.size + 1 }, (_, at) => at)
    const selections = places.map((at) =>
      TextSelection.between(state.doc.resolve(at), state.doc.resolve(Math.min(at + 3, state.doc.content.size))),
    )
    const carets = places.map((at) => TextSelection.near(state.doc.resolve(at)))
    for (const selection of [...selections, ...carets, new AllSelection(state.doc)]) {
      view.dispatch(view.state.tr.setSelection(selection))
      const binding = bindingOf(view.state)
      const plain = ({ anchor, head, ...rest }: ReturnType<typeof relativeSelection>) => ({
        ...rest,
        anchor: Y.relativePositionToJSON(anchor as Y.RelativePosition),
        head: Y.relativePositionToJSON(head as Y.RelativePosition),
      })
      expect(plain(relativeSelection(binding, view.state))).toEqual(plain(getRelativeSelection(binding, view.state)))
    }
  })
})

describe('the blocks in which two sheets differ', () => {
  it('are found from both ends, also where equal blocks stand side by side', () => {
    const { editor } = oneDesk('headline: H', 'deck: D', 'a', 'b', 'c')
    const { doc, schema } = editor.state
    const [headline, deck, a, b, c] = doc.children
    const sheet = (...blocks: (typeof headline)[]) =>
      schema.topNodeType.create(
        null,
        blocks.filter((block) => block !== undefined),
      )
    const found = (after: typeof doc) => {
      const { from, to, toBefore } = changedBlocks(doc, after)
      return [from, to, toBefore]
    }
    expect([
      found(doc),
      found(sheet(headline, deck, a, c)),
      found(sheet(headline, deck, a, b, b, c)),
      found(sheet(headline, deck, c, b, a)),
      found(sheet(headline, deck, a, b)),
      found(sheet(headline, deck, a, b && schema.nodeFromJSON(b.toJSON()), c)),
    ]).toEqual([
      [5, 5, 5],
      [3, 3, 4],
      [4, 5, 4],
      [2, 5, 5],
      [4, 4, 5],
      [3, 4, 4],
    ])
  })

  it('keeps a tag whole around letters that somebody typed at its edge while another deleted and undid', () => {
    const [here, there] = twoDesks('headline: H', 'deck: D', 'One {f:two four} three.')
    select(here, 'One two')
    press(here, 'Delete')
    caretAfter(there, 'two')
    type(there, 'a')
    exchange(here, there)
    run(here, undoStory)
    exchange(here, there)
    expect([here, there].map((desk) => shown(desk)[2])).toEqual(Array(2).fill('One {f:twoa four} three.'))
  })

  it('writes a long fact letter by letter in one piece', () => {
    const desk = oneDesk('headline: H', 'deck: D', 'One {f:two} three.')
    caretAfter(desk, 'tw')
    for (let letter = 0; letter < 500; letter++) type(desk, 'w')
    expect(Y.encodeStateAsUpdate(desk.doc).length).toBeLessThan(4000)
  })
})
