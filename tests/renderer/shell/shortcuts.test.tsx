import { act } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { useShortcuts } from '../../../src/renderer/shell/keys/useShortcuts'
import { useCommand } from '../../../src/renderer/state'
import { Dialog } from '../../../src/renderer/ui/dialogs/Dialog'
import { fakeWindow, find, press, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test('Ctrl+Enter moves the story, but not from a form, which sends, nor from behind a dialog', async () => {
  let moves = 0
  function Window() {
    useShortcuts('linux')
    useCommand('story.move', () => (moves += 1), true)
    return (
      <>
        <button type="button">In the window</button>
        <form>
          <input type="checkbox" aria-label="Must be fixed" />
        </form>
        <div role="dialog">
          <button type="button">In a dialog</button>
        </div>
      </>
    )
  }
  page = await put(fakeWindow().services, <Window />)
  const counts: number[] = []
  for (const element of [
    find('button', 'In the window'),
    find('input', 'Must be fixed'),
    find('button', 'In a dialog'),
  ]) {
    await press(element, 'Enter', { code: 'Enter', ctrlKey: true })
    counts.push(moves)
  }
  expect(counts).toEqual([1, 1, 1])
})

test('Escape that ends what an input method composes closes nothing', async () => {
  let closed = 0
  function Window() {
    useShortcuts('linux')
    return (
      <Dialog title="Reason" onClose={() => (closed += 1)}>
        <input aria-label="Why" onKeyDown={({ key }) => (closed += key === 'Escape' ? 10 : 0)} />
      </Dialog>
    )
  }
  page = await put(fakeWindow().services, <Window />)
  await press(find('input', 'Why'), 'Escape', { isComposing: true })
  expect(closed).toBe(0)
  await press(find('input', 'Why'), 'Escape')
  expect(closed).toBe(11)
})

test('on a French keyboard a shortcut is the key labelled with its letter', async () => {
  const run: string[] = []
  function Window() {
    useShortcuts('linux')
    useCommand('story.queries', () => run.push('queries'), true)
    useCommand('story.alert', () => run.push('alert'), true)
    return <button type="button">In the window</button>
  }
  page = await put(fakeWindow().services, <Window />)
  const button = find('button', 'In the window')
  await press(button, 'q', { code: 'KeyA', ctrlKey: true, altKey: true })
  await press(button, 'a', { code: 'KeyQ', ctrlKey: true, altKey: true })
  await press(button, 'ㅂ', { code: 'KeyQ', ctrlKey: true, altKey: true })
  expect(run).toEqual(['queries', 'alert', 'queries'])
})

test('a held key runs a command once, but for those that a held key goes on with', async () => {
  const run: string[] = []
  function Window() {
    useShortcuts('linux')
    useCommand('story.new', () => run.push('new'), true)
    useCommand('fact.next', () => run.push('next'), true)
    return <button type="button">In the window</button>
  }
  page = await put(fakeWindow().services, <Window />)
  const button = find('button', 'In the window')
  const prevented: boolean[] = []
  button.parentElement?.addEventListener('keydown', (event) => prevented.push(event.defaultPrevented))
  for (const repeat of [false, true, true]) {
    await press(button, 'n', { code: 'KeyN', ctrlKey: true, repeat })
    await press(button, 'F8', { code: 'F8', repeat })
  }
  expect(run).toEqual(['new', 'next', 'next', 'next'])
  // Nothing behind the command hears the key, held or not.
  expect(prevented).toEqual([])
})

describe('an Enter that was meant for a form which has just gone', () => {
  const heard: string[] = []
  /** Presses Enter in the form, then keys in the sheet, with `click` after a click there. Returns those it heard. */
  const afterForm = async (
    keys: readonly (KeyboardEventInit & { readonly after: number; readonly click?: true })[],
  ): Promise<string[]> => {
    heard.length = 0
    function Window() {
      useShortcuts('linux')
      return (
        <>
          <form>
            <input aria-label="Comment" />
          </form>
          <div tabIndex={0} role="textbox" aria-label="Story" onKeyDown={({ key }) => heard.push(key)} />
        </>
      )
    }
    const shown = await put(fakeWindow().services, <Window />)
    page = shown
    const inPage = (label: string): HTMLElement => {
      const element = shown.body.querySelector<HTMLElement>(`[aria-label="${label}"]`)
      if (!element) throw new Error(`The page has no ${label}.`)
      return element
    }
    const sheet = inPage('Story')
    Object.defineProperty(sheet, 'isContentEditable', { value: true })
    const at = async (element: HTMLElement, time: number, more: KeyboardEventInit): Promise<void> => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        code: 'Enter',
        bubbles: true,
        cancelable: true,
        ...more,
      })
      Object.defineProperty(event, 'timeStamp', { value: time })
      await act(async () => void element.dispatchEvent(event))
    }
    await at(inPage('Comment'), 1000, {})
    for (const { after, click, ...more } of keys) {
      if (click) sheet.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
      await at(sheet, 1000 + after, more)
    }
    return [...heard]
  }

  test('is not typed over the words that the form was about, pressed twice or held', async () => {
    expect(await afterForm([{ after: 150 }])).toEqual([])
    page?.unmount()
    expect(await afterForm([600, 635, 670].map((after) => ({ after, repeat: true })))).toEqual([])
    page?.unmount()
    expect(await afterForm([{ after: 150 }, { after: 700, repeat: true }])).toEqual([])
  })

  test('is typed once it can be meant for the sheet, and then goes on when held', async () => {
    expect(await afterForm([{ after: 400 }, { after: 900, repeat: true }])).toEqual(['Enter', 'Enter'])
    page?.unmount()
    expect(await afterForm([{ after: 150, key: 'a', code: 'KeyA' }, { after: 200 }])).toEqual(['a', 'Enter'])
    page?.unmount()
    // Ctrl+Enter is a command.
    expect(await afterForm([{ after: 150, ctrlKey: true }])).toEqual(['Enter'])
    page?.unmount()
    expect(await afterForm([{ after: 150, click: true }])).toEqual(['Enter'])
  })
})

test('Ctrl+Enter pressed twice moves a story once, and not at all if the first press sent a form', async () => {
  const run: string[] = []
  function Window() {
    useShortcuts('linux')
    useCommand('story.move', () => run.push('move'), true)
    return (
      <>
        <form>
          <textarea aria-label="Comment" />
        </form>
        <div tabIndex={0} role="textbox" aria-label="Story" />
        <button type="button">File to desk</button>
      </>
    )
  }
  page = await put(fakeWindow().services, <Window />)
  const sheet = document.querySelector('[aria-label="Story"]') as HTMLElement
  Object.defineProperty(sheet, 'isContentEditable', { value: true })
  const at = async (element: HTMLElement, time: number, key = 'Enter'): Promise<void> => {
    const event = new KeyboardEvent('keydown', { key, code: key, ctrlKey: true, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'timeStamp', { value: time })
    await act(async () => void element.dispatchEvent(event))
  }
  const button = find('button', 'File to desk')
  await at(find('textarea', 'Comment'), 1000)
  await at(sheet, 1200)
  expect(run).toEqual([])
  await at(sheet, 2000)
  await at(sheet, 2200)
  expect(run).toEqual(['move'])
  await at(button, 3000)
  await at(button, 3399)
  expect(run).toEqual(['move', 'move'])
  // Later, or with Ctrl pressed anew, it is meant.
  await at(button, 3799)
  await at(button, 3850, 'Control')
  await at(button, 3900)
  expect(run).toEqual(['move', 'move', 'move', 'move'])
})
