import { describe, expect, test } from 'vitest'
import { readCopyFromDoc } from '../../src/editor/copy/readCopy'
import { undoStory } from '../../src/editor/sync/storyUndo'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import { dismissedTks, setDismissedTks } from '../../src/editor/view/tkMarks'
import { caretAfter, caretBefore, exchange, oneDesk, run, twoDesks, type, type Desk } from './desk'

const BLOCKS = ['headline: Ferry strike, day TK', 'deck: D', 'It took TK minutes. Nobody rang.', 'cell 0.0: TKTK boats']

const marked = ({ editor }: Desk): (string | null)[] =>
  [...editor.view.dom.querySelectorAll('.tk')].map((element) => element.textContent)
describe('TKs in the sheet', () => {
  test('are marked in headline, body and cells, as the rule finds them', () => {
    const d = oneDesk(...BLOCKS, 'The lot [TK how many] and tk and ATKINS')
    expect(marked(d)).toEqual(['TK', 'TK', 'TKTK', '[TK how many]'])
  })

  test('are marked at the key that completes them, and no longer when they are a word', () => {
    const d = oneDesk('headline: H', 'deck: D', 'Nobody rang.')
    caretAfter(d, 'Nobody rang.')
    type(d, ' T')
    expect(marked(d)).toEqual([])
    type(d, 'K')
    expect(marked(d)).toEqual(['TK'])
    type(d, 'X')
    expect(marked(d)).toEqual([])
    run(d, undoStory)
    expect(marked(d)).toEqual([])
  })

  test('stay with their words while somebody types before them, here or in another window', () => {
    const [a, b] = twoDesks(...BLOCKS)
    caretBefore(a, 'It took')
    type(a, 'Surely ')
    exchange(a, b)
    expect([marked(a), marked(b)]).toEqual([
      ['TK', 'TK', 'TKTK'],
      ['TK', 'TK', 'TKTK'],
    ])
  })

  test('are not marked once they were dismissed, until their words change', () => {
    const d = oneDesk(...BLOCKS)
    const copy = readCopyFromDoc(d.editor.state.doc)
    const dismissed = dismissedTks(copy, [
      { block: 0, from: 18, to: 20 },
      { block: 3, from: 0, to: 4 },
    ])
    expect(dismissed).toEqual([{ block: 2, from: 8, to: 10 }])
    setDismissedTks(d.editor.view, dismissed)
    expect(marked(d)).toEqual(['TK', 'TKTK'])
    caretBefore(d, 'It took')
    type(d, 'Surely ')
    expect(marked(d)).toEqual(['TK', 'TKTK'])
    caretAfter(d, 'Surely It took TK')
    type(d, 'TK')
    expect(marked(d)).toEqual(['TK', 'TKTK', 'TKTK'])
  })

  test('change nothing when the verdict says what the sheet shows', () => {
    const d = oneDesk(...BLOCKS)
    let transactions = 0
    d.editor.on('transaction', () => transactions++)
    setDismissedTks(d.editor.view, [])
    expect(transactions).toBe(0)
  })

  test('are not marked in words that are only proposed: the rule does not read them', () => {
    const d = oneDesk('headline: H', 'deck: D', 'Nobody rang TK times.')
    run(d, setWritingMode('suggesting'))
    caretAfter(d, 'Nobody rang ')
    type(d, 'TK or ')
    expect(marked(d)).toEqual(['TK'])
  })
})
