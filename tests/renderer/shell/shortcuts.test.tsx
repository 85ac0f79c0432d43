import { afterEach, expect, test } from 'vitest'
import { useShortcuts } from '../../../src/renderer/shell/keys/useShortcuts'
import { useCommand } from '../../../src/renderer/state'
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
