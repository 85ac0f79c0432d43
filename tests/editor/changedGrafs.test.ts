import { describe, expect, test } from 'vitest'
import { undoStory } from '../../src/editor/sync/storyUndo'
import { showChangedGrafs } from '../../src/editor/view/changedGrafs'
import { caretAfter, oneDesk, run, type, type Desk } from './desk'

const PUBLISHED = ['H', 'D', 'It took 12 minutes.', 'Nobody rang.']
const BLOCKS = ['headline: H', 'deck: D', 'It took 12 minutes.', 'Nobody rang.']
const marked = ({ editor }: Desk): (string | null)[] =>
  [...editor.view.dom.querySelectorAll('.graf-changed')].map((element) => element.textContent)

describe('grafs that changed since the live version', () => {
  test('are marked when the copy is compared, and go with their words', () => {
    const d = oneDesk(...BLOCKS)
    showChangedGrafs(d.editor.view, PUBLISHED)
    expect(marked(d)).toEqual([])
    caretAfter(d, '12 minutes')
    type(d, ' or so')
    expect(marked(d)).toEqual([])
    showChangedGrafs(d.editor.view, PUBLISHED)
    expect(marked(d)).toEqual(['It took 12 minutes or so.'])
    caretAfter(d, 'H')
    type(d, 'igh')
    expect(marked(d)).toEqual(['It took 12 minutes or so.'])
  })

  test('are no longer marked when the words are as they were, or no next version is open', () => {
    const d = oneDesk(...BLOCKS)
    caretAfter(d, '12 minutes')
    type(d, ' or so')
    showChangedGrafs(d.editor.view, PUBLISHED)
    run(d, undoStory)
    showChangedGrafs(d.editor.view, PUBLISHED)
    expect(marked(d)).toEqual([])
    caretAfter(d, 'Nobody')
    type(d, ' here')
    showChangedGrafs(d.editor.view, PUBLISHED)
    showChangedGrafs(d.editor.view, undefined)
    expect(marked(d)).toEqual([])
  })

  test('a graf that is there twice is new once', () => {
    const d = oneDesk(...BLOCKS, 'Nobody rang.')
    showChangedGrafs(d.editor.view, PUBLISHED)
    expect(marked(d)).toEqual(['Nobody rang.'])
  })
})
