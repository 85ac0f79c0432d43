import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { SheetRoom } from '../../../src/renderer/sheet/SheetRoom'
import { all, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const frames = (): Promise<void> =>
  act(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
  })

test('in an empty library the keyboard is on the button that starts a story', async () => {
  page = await put(fakeWindow().services, <SheetRoom />)
  await frames()
  expect(document.activeElement).toBe(find('button', /^Start a story/))
})

test('a panel that is open keeps the keyboard, and gives it to that button when it closes', async () => {
  const { services } = fakeWindow()
  services.panels.open({ kind: 'firstRun' })
  page = await put(services, <SheetRoom />)
  await frames()
  const during = document.activeElement
  await act(async () => services.panels.close())
  await frames()
  expect([during, document.activeElement]).toEqual([document.body, find('button', /^Start a story/)])
})

test('where there are stories the keyboard stays where it is', async () => {
  page = await put(fakeWindow({ startup: { hasStories: true } }).services, <SheetRoom />)
  await frames()
  expect(document.activeElement).toBe(document.body)
})

test('where nothing can be written, as in an archive, no story is offered to be started or imported', async () => {
  const { services } = fakeWindow({ startup: { readOnly: 'It is an archive.', archive: true } })
  page = await put(services, <SheetRoom />)
  await frames()
  expect([find('h1.serif', /./).textContent, all('button', /./)]).toEqual(['Pick a story', []])
})
