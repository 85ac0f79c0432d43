import { describe, expect, it } from 'vitest'
import { removeFactMark, replaceText } from '../../src/document/editStory'
import { mendTag, tagSelection } from '../../src/editor/facts/factCommands'
import { find as search, replaceAll } from '../../src/editor/find/findCommands'
import { copyPlaceAt } from '../../src/editor/copy/readCopy'
import {
  caretAfter,
  caretBefore,
  clipboard,
  desk,
  exchange,
  find,
  paste,
  press,
  records,
  run,
  select,
  selectRange,
  shown,
  storyState,
  twoDesks,
  type,
  type Desk,
} from './desk'

const caret = ({ editor }: Desk) => copyPlaceAt(editor.state.doc, editor.state.selection.head)
const selected = ({ editor }: Desk) =>
  editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to)

describe('the caret while others write', () => {
  it.each([
    ['headline: Talks end in Busan', 0],
    ['deck: Talks end in Busan', 1],
    ['Talks end in Busan', 2],
    ['bullet: Talks end in Busan', 2],
  ])('stays at its words in “%s”', (line, index) => {
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
    expect([caret(a), shown(a)[index], shown(b)[index]]).toEqual([
      { block: index, offset: 16 },
      line.replace('Talks end in Busan', 'Long Talks ended in Busan!'),
      shown(a)[index],
    ])
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

  it('goes to the next graf if its own is deleted', () => {
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

describe('a tag made in one window', () => {
  it.each([
    [100, 200],
    [200, 100],
  ])('leaves out what the other typed at its edges meanwhile (clients %i and %i)', (first, second) => {
    const state = storyState(['headline: H', 'deck: D', 'It took 100 minutes.'])
    const [a, b] = [desk(state, first), desk(state, second)]
    select(a, '100')
    run(a, tagSelection('figure'))
    caretAfter(b, '100')
    type(b, ' odd')
    caretBefore(b, '100')
    type(b, 'some ')
    caretAfter(b, ' 10')
    type(b, '5')
    expect(exchange(a, b)).toBeLessThanOrEqual(2)
    const id = Object.keys(records(a))[0] ?? ''
    expect([shown(a)[2], shown(b)[2]]).toEqual([
      `It took some {${id}:1050} odd minutes.`,
      `It took some {${id}:1050} odd minutes.`,
    ])
  })

  it('stays whole when it is overtyped beside a space and the other window gets it in one update', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'They lost {a:3500 won} and {b:245 dollars} there.')
    select(a, '3500 won')
    type(a, '3600 won')
    exchange(a, b)
    expect([shown(a)[2], shown(b)[2]]).toEqual([
      'They lost {a:3600 won} and {b:245 dollars} there.',
      'They lost {a:3600 won} and {b:245 dollars} there.',
    ])
  })

  it('does not extend when both change it at once, or when an undo meets the other’s deletion', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'It took {a:100} long {a:minutes} to land.')
    a.doc.transact(() => removeFactMark(a.doc, 'a'), 'action')
    run(b, mendTag('a'))
    exchange(a, b)
    expect([shown(a), shown(b)[2]?.endsWith(' to land.')]).toEqual([shown(b), true])

    const [c, d] = twoDesks('headline: H', 'deck: D', 'It took {a:about {b:100} minutes} to land.')
    selectRange(c, find(c.editor.state.doc, '0 min').from)
    paste(c, clipboard({ 'text/plain': 'x\ny' }))
    exchange(c, d)
    select(d, '10')
    press(d, 'Delete')
    exchange(c, d)
    press(c, 'Mod-z')
    exchange(c, d)
    expect([shown(c), shown(c).some((line) => /\{[ab]:[^}]*to land/.test(line))]).toEqual([shown(d), false])
  })
})

it('keeps the authorship of text between two words replaced at once', () => {
  const [a, b] = twoDesks('headline: H', 'deck: D', 'cat and dog and cat')
  caretAfter(b, 'dog')
  type(b, 's')
  run(a, search('cat'))
  run(a, replaceAll('fox'))
  exchange(a, b)
  expect([shown(a)[2], shown(b)[2]]).toEqual(['fox and dogs and fox', 'fox and dogs and fox'])
})
