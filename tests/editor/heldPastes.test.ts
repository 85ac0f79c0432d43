/** Pastes and drops before the script that reads words of other programs is loaded. */
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import * as parseOutside from '../../src/editor/clipboard/parseOutside'
import type { OutsideReader } from '../../src/editor/clipboard/outsideReader'
import type { StoryEditorOptions } from '../../src/editor/createStoryEditor'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import {
  caretAfter,
  caretBefore,
  clipboard,
  close,
  copy,
  desk,
  drop,
  exchange,
  find,
  paste,
  pause,
  run,
  select,
  shown,
  storyState,
  type,
  type Desk,
} from './desk'

afterEach(() => vi.unstubAllGlobals())

interface LateDesk extends Desk {
  /** Loads the reader. Resolves when those that waited for it are done. */
  readonly load: () => Promise<void>
  /** The script cannot be read. */
  readonly fail: () => Promise<void>
  readonly said: string[]
}

const TOP = ['headline: H', 'deck: D']

/** A promise, and what settles it. */
function answerLater<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (why: Error) => void = () => undefined
  const promise = new Promise<T>((give, refuse) => {
    resolve = give
    reject = refuse
  })
  return { promise, resolve, reject }
}

/** A window whose reader is loaded when the test says so. */
function late(blocks: readonly string[], options: Partial<StoryEditorOptions> = {}): LateDesk {
  const said: string[] = []
  let reader: OutsideReader | undefined
  let loading = answerLater<OutsideReader>()
  const d = desk(storyState([...TOP, ...blocks]), 100, {
    outside: { ready: () => reader, load: () => loading.promise },
    onPasteUnread: () => void said.push('unread'),
    onPasteLosses: (losses) => void said.push(...losses.map(({ what }) => what)),
    onPictures: (files) => void said.push(...files.map(({ name }) => name)),
    ...options,
  })
  const done = async (): Promise<void> => {
    for (let step = 0; step < 5; step++) await Promise.resolve()
  }
  return {
    ...d,
    said,
    load: async () => {
      reader = parseOutside
      loading.resolve(parseOutside)
      await done()
    },
    fail: async () => {
      loading.reject(new Error('gone'))
      loading = answerLater()
      await done()
    },
  }
}

const body = (d: Desk): readonly string[] => shown(d).slice(TOP.length)
const words = (text: string) => clipboard({ 'text/plain': text })
const page = (html: string) => clipboard({ 'text/html': html, 'text/plain': 'plain' })

/** Sends a key to the sheet. Returns whether the sheet takes it away from the browser and from itself. */
function isBlocked({ editor }: Desk, key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  return (
    editor.view.someProp('handleDOMEvents', (events) => events.keydown?.(editor.view, event) === true || undefined) ===
      true && event.defaultPrevented
  )
}

test('a paste waits, and what is typed meanwhile comes after it', async () => {
  const d = late(['One  three'])
  caretAfter(d, 'One ')
  paste(d, page('<p>t<b>w</b></p>'))
  type(d, 'o')
  expect(body(d)).toEqual(['One o three'])
  await d.load()
  expect(body(d)).toEqual(['One two three'])
  type(d, '!')
  expect([body(d), d.said]).toEqual([['One two! three'], []])
})

test('the caret of a paste that waited stands after its words', async () => {
  const d = late(['One three'])
  caretAfter(d, 'One ')
  paste(d, words('two '))
  await d.load()
  type(d, 'x')
  expect(body(d)).toEqual(['One two xthree'])
})

test('selected words are replaced once, by the paste or by what is typed first', async () => {
  const d = late(['One bad word'])
  select(d, 'bad')
  paste(d, words('good'))
  await d.load()
  expect(body(d)).toEqual(['One good word'])
  const typed = late(['One bad word'])
  select(typed, 'bad')
  paste(typed, words('good'))
  type(typed, 'er')
  expect(body(typed)).toEqual(['One er word'])
  await typed.load()
  expect(body(typed)).toEqual(['One gooder word'])
})

test('pastes that wait keep their order, with copies of the sheet among them', async () => {
  const d = late(['Four', ''])
  select(d, 'Four')
  const own = copy(d)
  d.editor.commands.setTextSelection(d.editor.state.doc.content.size - 1)
  paste(d, words('one '))
  paste(d, words('two '))
  type(d, 'three ')
  paste(d, own)
  type(d, '.')
  await d.load()
  expect(body(d)).toEqual(['Four', 'one two three Four.'])
})

test('words of the sheet are pasted without the reader', () => {
  const d = late(['One', 'Then '])
  select(d, 'One')
  const own = copy(d)
  caretAfter(d, 'Then ')
  paste(d, own)
  expect(body(d)).toEqual(['One', 'Then One'])
})

test('keys that act on the pasted words do nothing until they are there', async () => {
  vi.stubGlobal('scheduler', { postTask: async () => undefined })
  const d = late(['One'])
  caretAfter(d, 'One')
  expect(isBlocked(d, 'Backspace')).toBe(false)
  paste(d, words(' two'))
  const blocked = [
    ['Backspace', isBlocked(d, 'Backspace')],
    ['Enter', isBlocked(d, 'Enter')],
    ['ArrowLeft', isBlocked(d, 'ArrowLeft')],
    ['Ctrl+Z', isBlocked(d, 'z', { ctrlKey: true })],
    ['a letter', isBlocked(d, 'a')],
    ['Ctrl+V', isBlocked(d, 'v', { ctrlKey: true })],
    ['a syllable that is being composed', isBlocked(d, 'Process', { keyCode: 229 })],
  ]
  expect(blocked).toEqual([
    ['Backspace', true],
    ['Enter', true],
    ['ArrowLeft', true],
    ['Ctrl+Z', true],
    ['a letter', false],
    ['Ctrl+V', false],
    ['a syllable that is being composed', false],
  ])
  await d.load()
  expect(isBlocked(d, 'Backspace')).toBe(false)
})

test('a paste that waited is one step of undo', async () => {
  const d = late(['One'])
  caretAfter(d, 'One')
  type(d, ' and')
  pause(d)
  paste(d, words(' two'))
  await d.load()
  run(d, () => Boolean(d.editor.view.someProp('handleKeyDown', (handle) => handle(d.editor.view, UNDO))))
  expect(body(d)).toEqual(['One and'])
})
const UNDO = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true })

test('a drop waits at its place, and tells what it loses', async () => {
  const d = late(['One', 'Two'])
  caretBefore(d, 'Two')
  drop(d, find(d.editor.state.doc, 'One').to, page('<p> more<img src="x.png" alt="A pier"></p>'))
  await d.load()
  expect([body(d), d.said]).toEqual([['Onemore', 'Two'], ['pictures']])
})

test('pictures without words wait too, and are passed on', async () => {
  const d = late(['One'])
  caretAfter(d, 'One')
  const picture = words('')
  Object.assign(picture, { files: [new File(['x'], 'pier.png', { type: 'image/png' })] })
  paste(d, picture)
  expect(d.said).toEqual([])
  await d.load()
  expect([body(d), d.said]).toEqual([['One'], ['pier.png']])
})

test.each([
  ['before it', 'One', 'Zero ', ['Zero One', 'Two three']],
  ['after it', 'Six', 'Five ', ['One', 'Two three', 'Five Six']],
])('a change of another window %s leaves a paste at its place', async (_where, at, typed, after) => {
  const d = late(['One', 'Two', ...(at === 'Six' ? ['Six'] : [])])
  const other = desk(Y.encodeStateAsUpdate(d.doc), 300)
  caretAfter(d, 'Two')
  paste(d, words(' three'))
  caretBefore(other, at)
  type(other, typed)
  exchange(d, other)
  await d.load()
  expect(body(d)).toEqual(after)
  type(d, '!')
  expect(body(d)).toEqual(after.map((line) => line.replace('three', 'three!')))
})

test('selected words are still replaced after a change of another window', async () => {
  const d = late(['One bad word'])
  const other = desk(Y.encodeStateAsUpdate(d.doc), 300)
  select(d, 'bad')
  paste(d, words('good'))
  caretBefore(other, 'One')
  type(other, 'Here ')
  exchange(d, other)
  await d.load()
  expect(body(d)).toEqual(['Here One good word'])
})

test('in Suggesting mode a paste that waited is a proposal', async () => {
  const d = late(['One'])
  run(d, setWritingMode('suggesting'))
  caretAfter(d, 'One')
  paste(d, words(' two'))
  type(d, '!')
  await d.load()
  expect(d.editor.state.doc.textContent).toBe('HDOne two!')
  expect(d.editor.getHTML()).toMatch(/<ins[^>]*> two!<\/ins>/)
})

test('nothing is pasted into a sheet that is closed or locked meanwhile', async () => {
  const locked = late(['One'])
  caretAfter(locked, 'One')
  paste(locked, words(' two'))
  locked.editor.setEditable(false)
  await locked.load()
  expect(body(locked)).toEqual(['One'])
  const closed = late(['One'])
  const dispatch = vi.fn()
  paste(closed, words(' two'))
  closed.editor.on('transaction', dispatch)
  close(closed)
  await closed.load()
  expect(dispatch).not.toHaveBeenCalled()
})

test('a person is told when the reader cannot be loaded, and the next paste tries again', async () => {
  const d = late(['One'])
  caretAfter(d, 'One')
  paste(d, words(' two'))
  await d.fail()
  expect([body(d), d.said, isBlocked(d, 'Backspace')]).toEqual([['One'], ['unread'], false])
  paste(d, words(' two'))
  await d.load()
  expect([body(d), d.said]).toEqual([['One two'], ['unread']])
})
