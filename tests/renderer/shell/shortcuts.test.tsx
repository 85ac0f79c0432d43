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
