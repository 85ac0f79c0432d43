/** “Restart now” opens the windows that were open, each with its person and its story. */
import { expect, test } from 'vitest'
import type { Remembered } from '../../src/main/windows/rememberedState'
import { takeWindowsAgain, windowsToRemember } from '../../src/main/windows/windowsAgain'

/** What the app remembers, as a file that was written and read again. */
function remembered(again: unknown) {
  const state = {
    value: JSON.parse(JSON.stringify({ again })) as Pick<Remembered, 'again'>,
    change: (changes: Pick<Remembered, 'again'>): void => void (state.value = { ...state.value, ...changes }),
  }
  return state
}
const session = (person: string | undefined, asks: string | undefined, ...stories: readonly string[]) => ({
  ...{ person, asks, stories: new Set(stories) },
})

test('the window in which the person asked for it comes first, and each has its latest story', () => {
  const [front, other, locked, empty] = [
    session('Ana', undefined, 'busan', 'ferry'),
    session('Ben', undefined, 'harbour'),
    session(undefined, 'Kim', 'talks'),
    session(undefined, undefined),
  ]
  const state = remembered(windowsToRemember(other, [front, other, locked, empty]))
  expect(takeWindowsAgain(state)).toEqual([
    { person: 'Ben', story: 'harbour' },
    { person: 'Ana', story: 'ferry' },
    { person: 'Kim', story: 'talks' },
    {},
  ])
  expect(takeWindowsAgain(state)).toEqual([])
})

test('a window that still waits for a PIN keeps the story that it opens afterwards', () => {
  const waiting = { ...session(undefined, 'Kim'), first: 'talks' }
  expect(windowsToRemember(waiting, [waiting])).toEqual([{ person: 'Kim', story: 'talks' }])
})

test.each([[undefined], ['busan'], [[7, { story: 7 }, null]]])('a file that says %j opens no window', (again) => {
  expect(takeWindowsAgain(remembered(again))).toEqual([])
})
