import { describe, expect, it } from 'vitest'
import { replaceText } from '../../src/document/editStory'
import { placeOf } from '../../src/editor/readCopy'
import { caretAfter, caretBefore, exchange, find, press, select, selectRange, shown, twoDesks, type, type Desk } from './desk'

const caret = ({ editor }: Desk) => placeOf(editor.state.doc, editor.state.selection.head)
const selected = ({ editor }: Desk) => editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to)

describe('the caret while others write', () => {
  it.each([['headline: Talks end in Busan', 0], ['deck: Talks end in Busan', 1], ['Talks end in Busan', 2], ['bullet: Talks end in Busan', 2]])('stays at its words in “%s”', (line, index) => {
    const page = ['headline: H', 'deck: D', 'p', 'q']
    page[index] = line
    const [a, b] = twoDesks(...page)
    caretAfter(a, 'end')
    caretBefore(b, 'Talks')
    type(b, 'Long ')
    exchange(a, b)
    expect(caret(a)).toEqual({ block: index, offset: 14 })
    type(a, 'ed')
    caretAfter(b, 'Busan')
    type(b, '!')
    exchange(a, b)
    expect([caret(a), shown(a)[index], shown(b)[index]]).toEqual([{ block: index, offset: 16 }, line.replace('Talks end in Busan', 'Long Talks ended in Busan!'), shown(a)[index]])
  })

  it('keeps a selection on its words, and empties it when they are deleted', () => {
    const [a, b] = twoDesks('headline: Talks end in Busan', 'deck: D', 'p')
    select(a, 'end')
    caretBefore(b, 'Talks')
    type(b, 'x')
    exchange(a, b)
    expect(selected(a)).toBe('end')
    select(b, 'Talks end ')
    press(b, 'Delete')
    exchange(a, b)
    type(a, '?')
    expect([selected(a), shown(a)[0]]).toEqual(['', 'headline: x?in Busan'])
  })

  it('goes to the graf beside it when its own goes', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'one', 'two', 'three')
    caretAfter(a, 'tw')
    selectRange(b, find(b.editor.state.doc, 'one').to, find(b.editor.state.doc, 'two').to)
    press(b, 'Delete')
    exchange(a, b)
    expect(caret(a).block).toBe(3)
  })

  it('stays when the command line edits the story', () => {
    const [a] = twoDesks('headline: H', 'deck: D', 'It took 100 minutes to land.')
    caretAfter(a, 'minutes')
    replaceText(a.doc, { block: 2, from: 8, to: 11 }, 'a full 90')
    type(a, ', more or less,')
    expect(shown(a)[2]).toBe('It took a full 90 minutes, more or less, to land.')
  })
})
