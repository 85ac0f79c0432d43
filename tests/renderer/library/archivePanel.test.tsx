import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ArchivePanel } from '../../../src/renderer/library/archive/ArchivePanel'
import { axeFaults, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

type Options = NonNullable<Parameters<typeof fakeWindow>[0]>

async function panel(options: Options = {}): Promise<FakeWindow> {
  const fake = fakeWindow(options)
  fake.services.panels.open({ kind: 'archive' })
  page = await put(fake.services, <ArchivePanel />)
  return fake
}
const alerts = () => [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent)
const press = (name: string) =>
  act(async () => {
    find('button', name).click()
    await Promise.resolve()
  })
const setDay = (day: string) =>
  act(() => {
    const field = document.querySelector<HTMLInputElement>('input[type=date]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, day)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })

it('asks for a day, then for the folder, before it looks', async () => {
  const fake = await panel({ calls: { chooseArchiveFolder: () => did({}) } })
  await press('Show what would move')
  expect(alerts()).toEqual(['Choose a date.'])
  setDay('2026-01-01')
  expect(alerts()).toEqual(['Choose the folder of the archive.'])
  await press('Choose a folder…')
  await press('Show what would move')
  expect([alerts(), fake.asked.map(({ action }) => action)]).toEqual([
    ['Choose the folder of the archive.'],
    ['chooseArchiveFolder'],
  ])
  expect(await axeFaults()).toEqual([])
})

it('tells who does not archive, and asks nothing', async () => {
  const fake = await panel({ person: 'Reporter' })
  expect([alerts(), document.querySelector('input'), fake.asked]).toEqual([
    ['Stories that move leave the library. Only an editor can delete a story; you are a reporter on the roster.'],
    null,
    [],
  ])
})

it('keeps day and folder when the folder is refused, says why, and forgets that with another folder', async () => {
  const folders = ['/full', '/empty']
  await panel({
    answers: { 'story.archivable': () => did([{ id: 's1', headline: 'Ferry sails' }]) },
    calls: {
      chooseArchiveFolder: () => did({ folder: folders.shift() ?? '' }),
      archiveStories: () => refused('/full cannot be the archive.'),
    },
  })
  setDay('2026-01-01')
  await press('Choose a folder…')
  await press('Show what would move')
  expect([alerts(), document.querySelector('input')?.value, document.querySelector('.path')?.textContent]).toEqual([
    ['/full cannot be the archive.'],
    '2026-01-01',
    '/full',
  ])
  await press('Choose another folder…')
  expect([alerts(), document.querySelector('.path')?.textContent]).toEqual([[], '/empty'])
})

it('says that no story is as old, and when it begins again asks for another day', async () => {
  await panel({
    answers: { 'story.archivable': () => did([]) },
    calls: { chooseArchiveFolder: () => did({ folder: '/old' }) },
  })
  setDay('2026-01-01')
  await press('Choose a folder…')
  await press('Show what would move')
  expect(alerts()).toEqual(['There is no published, killed or spiked story whose latest change is before 2026-01-01.'])
})

it('names what goes and what stays with its reason; Back moves nothing; the window says it when it was closed', async () => {
  const moves: unknown[] = []
  let end = (): void => undefined
  const stories = ['Ferry sails', 'Bridge opens'].map((headline, n) => ({ id: `s${n}`, headline }))
  const fake = await panel({
    answers: { 'story.archivable': () => did(stories) },
    calls: {
      chooseArchiveFolder: () => did({ folder: '/old' }),
      archiveStories: ({ stories: ids, preview }) => {
        const answer = { archive: '', moved: stories.slice(0, 1), stayed: [], files: [] }
        if (preview) return did({ ...answer, stayed: [{ id: 's1', headline: 'Bridge opens', why: 'It lost a file.' }] })
        moves.push(ids)
        return new Promise((resolve) => {
          end = () => resolve(did(answer))
        })
      },
    },
  })
  setDay('2026-01-01')
  await press('Choose a folder…')
  await press('Show what would move')
  const dialog = document.querySelector('[role=alertdialog]')
  expect([dialog?.querySelector('h2')?.textContent, document.activeElement?.textContent]).toEqual([
    'Move 1 story to the archive?',
    'Back',
  ])
  expect(document.querySelector('section[aria-label="1 story stays"]')?.textContent).toContain('It lost a file.')
  expect(await axeFaults()).toEqual([])
  await press('Back')
  expect([moves, document.querySelector('input')?.value]).toEqual([[], '2026-01-01'])
  await press('Show what would move')
  await press('Move 1 story to the archive')
  expect([moves, document.querySelector('[role=status]')?.textContent, document.activeElement?.textContent]).toEqual([
    [['s0']],
    'Moving: 0 of 1 story.',
    'Stop',
  ])
  await press('Close')
  await act(async () => {
    end()
    await Promise.resolve()
  })
  expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual([
    '1 story is now in the archive.',
  ])
})

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

it('takes the day as the list does: it begins at midnight here', async () => {
  process.env['TZ'] = 'Asia/Seoul'
  const fake = await panel({
    answers: { 'story.archivable': () => did([]) },
    calls: { chooseArchiveFolder: () => did({ folder: '/old' }) },
  })
  setDay('2026-01-01')
  await press('Choose a folder…')
  await press('Show what would move')
  expect(fake.asked.at(-1)).toEqual({ action: 'story.archivable', request: { before: '2025-12-31T15:00:00.000Z' } })
})

it('when it was closed meanwhile, the notice says why it failed, and the panel still names the folder', async () => {
  let end = (): void => undefined
  const stories = [{ id: 's0', headline: 'Ferry sails' }]
  const fake = await panel({
    answers: { 'story.archivable': () => did(stories) },
    calls: {
      chooseArchiveFolder: () => did({ folder: '/old' }),
      archiveStories: ({ preview }) =>
        preview
          ? did({ archive: '', moved: stories, stayed: [], files: [] })
          : new Promise((resolve) => {
              const problem = 'The history there does not name it yet.'
              end = () => resolve(did({ archive: 'a', moved: stories, stayed: [], files: [], problem }))
            }),
    },
  })
  setDay('2026-01-01')
  await press('Choose a folder…')
  await press('Show what would move')
  await press('Move 1 story to the archive')
  await press('Close')
  page?.unmount()
  page = await put(fake.services, <ArchivePanel />)
  await act(async () => {
    end()
    await Promise.resolve()
  })
  expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual([
    '1 story is now in the archive. The history there does not name it yet.',
  ])
  expect(document.querySelector('.path')?.textContent).toBe('/old')
})
