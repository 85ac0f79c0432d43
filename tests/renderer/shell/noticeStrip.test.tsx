import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { NoticeStrip } from '../../../src/renderer/shell/frame/NoticeStrip'
import { Tour } from '../../../src/renderer/shell/tour/Tour'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { focusOn, registerPlace } from '../../../src/renderer/ui/focus/focusService'
import { storyFrom } from '../../builders/stories/storyFrom'
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

test.each([
  [/^Dismiss/, PLACES.sheet],
  [/^Dismiss/, PLACES.sheetAtRest],
  [/^Undo$/, PLACES.sheet],
  [/^Undo$/, PLACES.sheetAtRest],
])('after %s in a notice the keyboard is where it was: %s', async (name, where) => {
  const places = new Map([PLACES.sheet, PLACES.sheetAtRest, PLACES.backup].map((one) => [one, place(one)]))
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.offer('Tagged 3 facts.', { label: 'Undo', run: () => undefined }))
  places.get(where)?.focus()
  await pressButton(name)
  expect(document.activeElement).toBe(places.get(where))
})

test.each([
  ['at once', (row: HTMLElement) => row.remove()],
  [
    'when the answer is there',
    (row: HTMLElement) => void requestAnimationFrame(() => requestAnimationFrame(() => row.remove())),
  ],
])('an Undo that removes %s what the keyboard went back to leaves it at the next place', async (_when, remove) => {
  const rest = place(PLACES.sheetAtRest)
  const row = document.body.appendChild(document.createElement('button'))
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.offer('Tagged 3 facts.', { label: 'Undo', run: () => remove(row) }))
  row.focus()
  await pressButton(/^Undo$/)
  await frames()
  await frames()
  expect([row.isConnected, document.activeElement]).toEqual([false, rest])
})

test('an Undo that asks for a place itself takes the keyboard there', async () => {
  place(PLACES.sheetAtRest)
  const facts = place(PLACES.facts)
  const row = document.body.appendChild(document.createElement('button'))
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  const run = (): void => {
    row.remove()
    focusOn(PLACES.facts)
  }
  await act(async () => services.notices.offer('Tagged 3 facts.', { label: 'Undo', run }))
  row.focus()
  await pressButton(/^Undo$/)
  await frames()
  expect(document.activeElement).toBe(facts)
})

test.each([PLACES.sheet, PLACES.sheetAtRest])(
  'when Ctrl+Z takes a notice away that has the keyboard, the keyboard is where it was: %s',
  async (where) => {
    const places = new Map([PLACES.sheet, PLACES.sheetAtRest, PLACES.backup].map((one) => [one, place(one)]))
    const { services } = fakeWindow()
    const { undoList } = services.newsroom
    page = await put(services, <NoticeStrip />)
    await act(async () => undoList.offer('Removed the search.', () => Promise.resolve(undefined)))
    places.get(where)?.focus()
    document.querySelector<HTMLElement>('.notice button')?.focus()
    await act(async () => undoList.undoNewest())
    await frames()
    expect([document.querySelector('.notice'), document.activeElement]).toEqual([null, places.get(where)])
  },
)

test('a notice that is removed with the keyboard leaves it to the place that was asked for meanwhile', async () => {
  const [sheet, facts] = [place(PLACES.sheet), place(PLACES.facts)]
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.say('Done.'))
  sheet.focus()
  document.querySelector<HTMLElement>('.notice button')?.focus()
  focusOn(PLACES.facts)
  await act(async () => services.notices.settle())
  await frames()
  expect(document.activeElement).toBe(facts)
})

test('after Show in Checks has removed the evidence, Dismiss leaves the keyboard outside the words', async () => {
  place(PLACES.sheet)
  const [rest, evidence] = [place(PLACES.sheetAtRest), place(PLACES.backup)]
  const { services } = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }),
  })
  page = await put(services, <NoticeStrip />)
  const verdict = services.newsroom.store.getState().session?.store.getState().view.clear
  await act(async () => services.notices.showAlert('Not cleared.', verdict))
  evidence.focus()
  await pressButton(/^Show/)
  evidence.remove()
  await pressButton(/^Dismiss/)
  expect(document.activeElement).toBe(rest)
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

test('a notice that the keyboard has left does not take it when something else loses it', async () => {
  place(PLACES.sheetAtRest)
  const field = document.body.appendChild(document.createElement('input'))
  const { services } = fakeWindow()
  page = await put(services, <NoticeStrip />)
  await act(async () => services.notices.say('Done.'))
  document.querySelector<HTMLElement>('.notice button')?.focus()
  field.focus()
  await act(async () => {
    field.remove()
    services.notices.settle()
  })
  await frames()
  expect(document.activeElement).toBe(document.body)
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

test.each([PLACES.sheet, PLACES.sheetAtRest])('after the tour the keyboard is where it was: %s', async (where) => {
  const places = new Map([PLACES.sheet, PLACES.sheetAtRest].map((one) => [one, place(one)]))
  const { services } = fakeWindow()
  services.newsroom.setLook({ tour: { step: 5, open: true } })
  page = await put(services, <Tour />)
  places.get(where)?.focus()
  await pressButton(/^Done$/)
  expect(document.activeElement).toBe(places.get(where))
})
