import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { correctWord } from '../../../src/editor/spelling/correctWord'
import { markedWordAt, markedWords } from '../../../src/editor/spelling/spellingMarks'
import { SpellSheet, type AskedDictionary } from '../../../src/editor/spelling/spellSheet'
import { setWritingMode } from '../../../src/editor/suggesting/suggestingMode'
import { undoStory } from '../../../src/editor/sync/storyUndo'
import { caretAfter, caretBefore, find, oneDesk, run, shown, type, type Desk } from '../desk'

const RIGHT = new Set('The talks went on and they agreed after long nights Headline'.split(' '))

/** Answers when it is asked, and counts the words that it was asked about. */
class Answering implements AskedDictionary {
  readonly known = new Map<string, boolean>()
  readonly asked: string[][] = []
  isRight(_language: string, word: string): boolean | undefined {
    return this.known.get(word)
  }
  ask(questions: readonly { readonly word: string }[]): Promise<void> {
    this.asked.push(questions.map(({ word }) => word))
    for (const { word } of questions) this.known.set(word, RIGHT.has(word))
    return Promise.resolve()
  }
}

let sheets: SpellSheet[] = []
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const sheet of sheets) sheet.destroy()
  sheets = []
  vi.useRealTimers()
})

interface Checked extends Desk {
  readonly sheet: SpellSheet
  readonly dictionary: Answering
  readonly ignored: Set<string>
}
async function checked(...blocks: readonly string[]): Promise<Checked> {
  const d = oneDesk('headline: Headline', 'deck: ', ...blocks)
  const dictionary = new Answering()
  const ignored = new Set<string>()
  const sheet = new SpellSheet({
    editor: d.editor,
    dictionary,
    language: () => 'en',
    isKnown: (word) => ignored.has(word),
  })
  sheets.push(sheet)
  await settle()
  return { ...d, sheet, dictionary, ignored }
}
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(2000)
const marked = ({ editor }: Desk): readonly string[] => markedWords(editor.state).map(({ word }) => word)

describe('the sheet', () => {
  test('marks misspelt words with their places', async () => {
    const d = await checked('The tolks went on', 'they agrede')
    expect(marked(d)).toEqual(['tolks', 'agrede'])
    const { from, to } = find(d.editor.state.doc, 'tolks')
    expect(markedWordAt(d.editor.state, from + 2)).toEqual({ from, to, word: 'tolks', language: 'en' })
    expect(markedWordAt(d.editor.state, to + 1)).toBeUndefined()
    expect([...d.editor.view.dom.querySelectorAll('.misspelt')].map((one) => one.textContent)).toEqual([
      'tolks',
      'agrede',
    ])
  })

  test('asks about nothing at a key, and after a pause about new words only', async () => {
    const d = await checked('The talks went on', 'they agreed')
    const before = d.dictionary.asked.length
    caretAfter(d, 'went on')
    type(d, ' adn')
    expect(d.dictionary.asked.length).toBe(before)
    await settle()
    expect(d.dictionary.asked.slice(before)).toEqual([['adn']])
  })

  test('does not mark a word while it is typed, and does when the caret has left it', async () => {
    const d = await checked('The talks went on')
    caretAfter(d, 'went on')
    type(d, ' adn')
    await settle()
    expect(marked(d)).toEqual([])
    caretBefore(d, 'The')
    await settle()
    expect(marked(d)).toEqual(['adn'])
    caretAfter(d, 'adn')
    type(d, 'a')
    expect(marked(d)).toEqual([])
  })

  test('moves a mark with its word, and takes it away when the word is right', async () => {
    const d = await checked('The tolks went on')
    caretBefore(d, 'The')
    type(d, 'and ')
    const { from, to } = find(d.editor.state.doc, 'tolks')
    expect(markedWords(d.editor.state)).toEqual([{ from, to, word: 'tolks', language: 'en' }])
    d.ignored.add('tolks')
    d.sheet.again()
    await settle()
    expect(marked(d)).toEqual([])
  })

  test('finds the next misspelt word, around the end, in blocks that nobody has seen', async () => {
    const d = await checked('The tolks went on', ...Array.from({ length: 120 }, () => 'they agreed'), 'lnog nights')
    const tolks = find(d.editor.state.doc, 'tolks')
    const last = find(d.editor.state.doc, 'lnog')
    const next = async (position: number): Promise<number | undefined> => (await d.sheet.nextAfter(position))?.from
    expect([await next(tolks.from), await next(tolks.to), await next(last.to)]).toEqual([
      tolks.from,
      last.from,
      tolks.from,
    ])
    expect(await (await checked('The talks')).sheet.nextAfter(0)).toBeUndefined()
  })

  test('shows nothing more when it is no longer checked', async () => {
    const d = await checked('The tolks went on')
    d.sheet.destroy()
    await settle()
    expect(marked(d)).toEqual([])
  })
})

describe('a correction', () => {
  test('is one step of undo, and keeps the tag', async () => {
    const d = await checked('The {f:tolks} went on')
    const word = find(d.editor.state.doc, 'tolks')
    expect(run(d, correctWord(word, 'tolks', 'talks'))).toBe(true)
    expect(shown(d).at(-1)).toBe('The {f:talks} went on')
    run(d, undoStory)
    expect(shown(d).at(-1)).toBe('The {f:tolks} went on')
  })

  test('is not made when the word is no longer there', async () => {
    const d = await checked('The tolks')
    const word = find(d.editor.state.doc, 'tolks')
    expect(run(d, correctWord(word, 'talks', 'tasks'))).toBe(false)
    expect(run(d, correctWord({ from: 900, to: 905 }, 'tolks', 'talks'))).toBe(false)
    expect(shown(d).at(-1)).toBe('The tolks')
  })

  test('is proposed in Suggesting mode, and the word counts as it is proposed', async () => {
    const d = await checked('The tolks went on')
    run(d, setWritingMode('suggesting'))
    run(d, correctWord(find(d.editor.state.doc, 'tolks'), 'tolks', 'talks'))
    await settle()
    caretBefore(d, 'The')
    await settle()
    expect(shown(d).at(-1)).toBe('The tolks went on')
    expect(marked(d)).toEqual([])
  })
})
