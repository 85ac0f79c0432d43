import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { countToReplace, find, findNext, replaceAll, replaceMatch } from '../../../src/editor/find/findCommands'
import { findState } from '../../../src/editor/find/findPlugin'
import { pictureInHand } from '../../../src/editor/pictures/pictureCommands'
import { undoStory } from '../../../src/editor/sync/storyUndo'
import { caretAfter, oneDesk, run, shown, type, type Desk } from '../desk'

const BLOCKS = ['headline: Kim met Lee', 'deck: D', 'Kim said 100 hands.', 'cutline: Two men', 'He met Kim Ji-woo.']
const state = ({ editor }: Desk) => findState(editor.state)
/** “1/3” and the words, or the detail. */
function current(d: Desk): string {
  const { matches, current: at } = state(d)
  const match = matches[at]
  if (!match) return `${at}/${matches.length}`
  const words = match.detail ?? d.editor.state.doc.textBetween(match.from, match.to)
  return `${at + 1}/${matches.length} ${words}`
}

describe('find', () => {
  test('finds words in the details of pictures too, and goes to the picture', () => {
    const d = oneDesk(...BLOCKS)
    run(d, find('hands'))
    expect([current(d), state(d).inWords]).toEqual(['1/2 hands', 1])
    run(d, findNext)
    expect(current(d)).toBe('2/2 alt')
    expect(d.editor.state.selection).toBeInstanceOf(NodeSelection)
    expect(pictureInHand(d.editor.state)?.picture.alt).toBe('Two hands')
    expect(d.editor.view.dom.querySelector('figure.find-current')).not.toBeNull()
    run(d, findNext)
    expect(current(d)).toBe('1/2 hands')
  })

  test('replaces words only, not the details of pictures', () => {
    const d = oneDesk(...BLOCKS)
    run(d, find('two', { wholeWord: true }))
    expect([state(d).matches.length, countToReplace(d.editor.state, 'Three')]).toEqual([2, 1])
    run(d, replaceAll('Three'))
    expect([shown(d)[3], state(d).inWords, current(d)]).toEqual(['cutline: Three men', 0, '-1/1'])
    run(d, undoStory)
    expect(shown(d)[3]).toBe('cutline: Two men')
  })

  test('an expression finds, and fills its groups into each replacement in one undo step', () => {
    const d = oneDesk(...BLOCKS)
    run(d, find('(\\w+) (met|said)', { regex: true }))
    expect(current(d)).toBe('1/3 Kim met')
    run(d, replaceMatch('$2 $1'))
    expect([shown(d)[0], current(d)]).toEqual(['headline: met Kim Lee', '1/2 Kim said'])
    run(d, undoStory)
    run(d, find('(\\w+) (met|said)', { regex: true }))
    run(d, replaceAll('$2 ($1)'))
    expect(shown(d).slice(0, 5)).toEqual([
      'headline: met (Kim) Lee',
      'deck: D',
      'said (Kim) 100 hands.',
      'cutline: Two men',
      'met (He) Kim Ji-woo.',
    ])
    run(d, undoStory)
    expect(shown(d)).toEqual(BLOCKS)
  })

  test('finds words with other quotation marks and spaces; marks alone only as they are', () => {
    const d = oneDesk('headline: H', 'deck: ', 'They don’t say «\u00a0oui\u00a0» at l’Élysée, or “no”, or "yes".')
    const found = ["don't", 'don’t', '« oui »', "L'élysée", '"no"', '“yes”', '"', '“'].map((query) => {
      run(d, find(query))
      return state(d).matches.map(({ from, to }) => d.editor.state.doc.textBetween(from, to))
    })
    expect(found).toEqual([
      ['don’t'],
      ['don’t'],
      ['«\u00a0oui\u00a0»'],
      ['l’Élysée'],
      ['“no”'],
      ['"yes"'],
      ['"', '"'],
      ['“'],
    ])
    run(d, find("don't"))
    expect([countToReplace(d.editor.state, 'don’t'), countToReplace(d.editor.state, 'do not')]).toEqual([0, 1])
  })

  test('does not replace again what is part of its replacement', () => {
    const d = oneDesk(...BLOCKS)
    run(d, find('K(i)m', { regex: true }))
    expect(countToReplace(d.editor.state, 'K$1m Ji-woo')).toBe(2)
  })

  test('a bad expression says what is wrong, and finds again when it is mended', () => {
    const d = oneDesk(...BLOCKS)
    run(d, find('(Kim', { regex: true }))
    expect([state(d).problem, state(d).matches]).toEqual(['This expression has a ( without a ).', []])
    expect(run(d, findNext)).toBe(false)
    run(d, find('(Kim)', { regex: true }))
    expect([state(d).problem, current(d)]).toEqual([undefined, '1/3 Kim'])
  })

  test('an expression that takes too long is stopped, and not tried again at a key', () => {
    const d = oneDesk('headline: H', 'deck: D', 'a'.repeat(400_000))
    const ways = Array.from({ length: 60 }, (_, index) => `.*${String.fromCharCode(98 + (index % 24))}`).join('|')
    run(d, find(ways, { regex: true }))
    expect(state(d).problem).toBe('The search took too long and was stopped. Make the expression shorter.')
    caretAfter(d, 'H')
    const before = performance.now()
    type(d, 'i')
    expect(performance.now() - before).toBeLessThan(1000)
    expect(state(d).problem).toBe('The search took too long and was stopped. Make the expression shorter.')
  })
})
