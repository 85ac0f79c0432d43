import { describe, expect, test } from 'vitest'
import type { TypingHabits } from '../../src/editor/keys/typedSigns'
import { undoManagerOf, undoStory } from '../../src/editor/sync/storyUndo'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import { caretAfter, desk, run, select, shown, storyState, type, type Desk } from './desk'

function writing(typing: TypingHabits, ...blocks: string[]): Desk {
  return desk(storyState(['headline: H', 'deck: D', ...blocks]), 100, { typing: () => typing })
}
const EN: TypingHabits = { quotes: true, language: 'en' }
const body = (d: Desk): string => shown(d).slice(2).join('\n')

describe('typing', () => {
  test('sets marks, dashes and ellipsis by the language of the story', () => {
    const d = writing(EN, 'Talks')
    caretAfter(d, 'Talks')
    type(d, ` "went on" -- it's late...`)
    expect(body(d)).toBe('Talks “went on” — it’s late…')
  })

  test('goes by the language of the paragraph', () => {
    const french = 'Le chef de la mission a dit que les'
    const d = writing(EN, french, '회담은')
    caretAfter(d, french)
    type(d, ' "mots"')
    caretAfter(d, '회담은')
    type(d, ' "끝"')
    expect(body(d)).toBe(`${french} «\u00A0mots\u00A0»\n회담은 “끝”`)
  })

  test('keeps the region of the language of the story', () => {
    const d = writing({ quotes: true, language: 'de-CH' }, 'Sie sagte')
    caretAfter(d, 'Sie sagte')
    type(d, ' "ja"')
    expect(body(d)).toBe('Sie sagte «ja»')
  })

  test('one undo gives back exactly what was typed, the next takes the typing', () => {
    const d = writing(EN, 'Talks')
    caretAfter(d, 'Talks')
    undoManagerOf(d.editor.state).stopCapturing()
    type(d, ' -')
    type(d, '-')
    expect(body(d)).toBe('Talks —')
    run(d, undoStory)
    expect(body(d)).toBe('Talks --')
    type(d, ' on...')
    expect(body(d)).toBe('Talks -- on…')
    run(d, undoStory)
    expect(body(d)).toBe('Talks -- on...')
    run(d, undoStory)
    expect(body(d)).toBe('Talks --')
    run(d, undoStory)
    expect(body(d)).toBe('Talks')
  })

  test('stays as it is when the setting is off, and in an address', () => {
    const off = writing({ quotes: false, language: 'en' }, 'Talks')
    caretAfter(off, 'Talks')
    type(off, ` "on"`)
    expect(body(off)).toBe('Talks "on"')
    const d = writing(EN, 'See https://example.com/a')
    caretAfter(d, '/a')
    type(d, `--b"c`)
    expect(body(d)).toBe('See https://example.com/a--b"c')
  })

  test('keeps a tag around its words, also when they are typed over', () => {
    const d = writing(EN, 'He said {f1:We won} then.')
    caretAfter(d, 'We')
    type(d, `'ve`)
    expect(body(d)).toBe('He said {f1:We’ve won} then.')
    run(d, undoStory)
    run(d, undoStory)
    expect(body(d)).toBe(`He said {f1:We' won} then.`)
    const over = writing(EN, 'He said {f1:We won} then.')
    select(over, 'We won')
    type(over, `"We"`)
    expect(body(over)).toBe('He said {f1:“We”} then.')
  })

  test('proposes the mark in Suggesting mode, once', () => {
    const d = writing(EN, 'Talks on')
    run(d, setWritingMode('suggesting'))
    caretAfter(d, 'Talks')
    type(d, ` "went"`)
    expect(body(d)).toBe('Talks on')
    expect(d.editor.view.dom.querySelector('ins')?.textContent).toBe(' “went”')
    select(d, 'on')
    type(d, '"off')
    expect([...d.editor.view.dom.querySelectorAll('ins')].map((ins) => ins.textContent)).toEqual([' “went”', '“off'])
  })
})
