/** A window that cannot be drawn says so, and keeps what was typed: it is never empty. */
import { act, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WindowBoundary } from '../../../src/renderer/shell/frame/WindowBoundary'
import { click, did, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
// React notes each error in the console.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined))
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

test('an error anywhere in the window is told, and the window is drawn again or Stet is restarted', async () => {
  const fake = fakeWindow({ calls: { startAgain: () => did({}) } })
  let isBroken = false
  const Window = () => {
    const [, draw] = useState(0)
    if (isBroken) throw new Error('rows is not iterable')
    return <button onClick={() => draw(1)}>Draw</button>
  }
  page = await put(
    fake.services,
    <WindowBoundary>
      <Window />
    </WindowBoundary>,
  )
  isBroken = true
  await click(find('button', 'Draw'))
  expect([
    document.querySelector('.not-opened h1')?.textContent,
    document.querySelector('[role=alert]')?.textContent,
  ]).toEqual([
    'The window cannot be drawn',
    'Something went wrong (rows is not iterable). Your stories are safe, and what you typed in forms is still here. Draw the window again. If that does not help, restart Stet: forms are empty then.',
  ])
  expect(document.activeElement?.textContent).toBe('Draw again')
  await click(find('button', 'Draw again'))
  expect(document.querySelector('.not-opened h1')?.textContent).toBe('The window cannot be drawn')
  await click(find('button', 'Restart Stet'))
  expect(fake.asked.map(({ action }) => action)).toEqual(['startAgain'])
  isBroken = false
  await click(find('button', 'Draw again'))
  await act(async () => undefined)
  expect([find('button', 'Draw').textContent, document.querySelector('.not-opened h1')]).toEqual(['Draw', null])
})
