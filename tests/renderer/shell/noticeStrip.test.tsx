import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { NoticeStrip } from '../../../src/renderer/shell/frame/NoticeStrip'
import { Tour } from '../../../src/renderer/shell/tour/Tour'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { registerPlace } from '../../../src/renderer/ui/focus/focusService'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
const places: (() => void)[] = []
afterEach(() => {
  page?.unmount()
  for (const leave of places.splice(0)) leave()
  document.body.replaceChildren()
})

/** An element that can take the keyboard, as the place of this name. */
function place(name: string): HTMLElement {
  const element = document.body.appendChild(document.createElement('textarea'))
  places.push(registerPlace(name, () => element))
  return element
}
const frames = (): Promise<void> =>
  act(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      ),
  )
async function pressButton(name: RegExp): Promise<void> {
  const button = [...document.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
  )
  button?.focus()
  await act(async () => button?.click())
  await frames()
}

test.each([[/^Dismiss/], [/^Undo$/]])('after %s in a notice the keyboard is in the words', async (name) => {
  const sheet = place(PLACES.sheet)
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.offer('Tagged 3 facts.', { label: 'Undo', run: () => undefined }))
  await pressButton(name)
  expect(document.activeElement).toBe(sheet)
})

test('a notice that was read out before is shown and not read out again', async () => {
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  const undo = { label: 'Undo', run: () => undefined }
  const now = () => [
    document.querySelector('.notice-text')?.textContent,
    document.querySelector('[aria-live]')?.textContent,
  ]
  await act(async () => services.notices.offer('Merged.', undo))
  const first = now()
  await act(async () => services.notices.settle())
  await act(async () => services.notices.offer('Merged.', undo, true))
  expect([first, now()]).toEqual([
    ['Merged.', 'Merged.'],
    ['Merged.', ''],
  ])
})

test('after Dismiss in review the keyboard is at the evidence, where letters are keys', async () => {
  place(PLACES.sheet)
  const evidence = place(PLACES.backup)
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.say('This fact has no verdict to take back.'))
  await pressButton(/^Dismiss/)
  expect(document.activeElement).toBe(evidence)
})

test('a notice that closes while the keyboard is elsewhere leaves it there', async () => {
  place(PLACES.sheet)
  const field = document.body.appendChild(document.createElement('input'))
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.say('Done.'))
  field.focus()
  await act(async () => services.notices.settle())
  await frames()
  expect(document.activeElement).toBe(field)
})

test('the same text announced again is new on the page, and so is read out again', async () => {
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  const spans: (Element | null)[] = []
  for (let nth = 0; nth < 2; nth++) {
    await act(async () => services.notices.announce('Comment added.'))
    spans.push(document.querySelector('[aria-live] span'))
  }
  expect([spans.map((span) => span?.textContent), spans[0] === spans[1], spans[0]?.isConnected]).toEqual([
    ['Comment added.', 'Comment added.'],
    false,
    false,
  ])
})

test('after the tour is left the keyboard is in the words', async () => {
  const sheet = place(PLACES.sheet)
  const { services } = fakeWindow()
  services.newsroom.setLook({ tour: { step: 5, open: true } })
  page = await put(services, <Tour />)
  await pressButton(/^Done$/)
  expect(document.activeElement).toBe(sheet)
})
