import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { DeletePanel } from '../../../src/renderer/library/deletion/DeletePanel'
import { axeFaults, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

type Options = NonNullable<Parameters<typeof fakeWindow>[0]>
type Answers = NonNullable<Options['answers']>

/** The question about so many stories. */
async function question(count: number, answers: Answers): Promise<FakeWindow> {
  const fake = fakeWindow({ answers })
  const stories = Array.from({ length: count }, (_, n) => ({ id: `s${n}`, headline: `Story ${n}` }))
  fake.services.panels.open({ kind: 'delete', stories })
  page = await put(fake.services, <DeletePanel />)
  return fake
}
const lines = (ids: readonly string[]) =>
  ids.map((id) => ({ id, headline: `Story ${id}`, slug: '', stage: 'spiked' as const, snapshots: 0 }))
const NO_FILES = { count: 0, size: 0, waiting: 0 }
const button = (name: string) => find<HTMLButtonElement>('button', name)
const press = (name: string) =>
  act(async () => {
    button(name).click()
    await Promise.resolve()
  })
/** Waits for the words that the panel shows. */
const until = async (words: string): Promise<void> => {
  while (!document.body.textContent.includes(words)) await act(() => new Promise((done) => setTimeout(done)))
}
const rows = (selector: string) => document.querySelectorAll(`${selector} li`).length
const status = () => document.querySelector('[role=status]')?.textContent

it('says how far it has looked, deletes nothing before that, and Cancel ends it', async () => {
  const waiting: (() => void)[] = []
  const fake = await question(45, {
    'story.deletion': ({ stories }) =>
      new Promise((resolve) => waiting.push(() => resolve(did({ stories: lines(stories), files: NO_FILES })))),
  })
  const goOn = () =>
    act(async () => {
      waiting.shift()?.()
      await Promise.resolve()
    })
  expect([status(), document.querySelector('progress')?.hasAttribute('value')]).toEqual([
    'Looking up what would be deleted…',
    false,
  ])
  await goOn()
  const bar = document.querySelector('progress')
  expect([status(), bar?.value, bar?.max]).toEqual(['Looking: 20 of 45 stories.', 20, 45])
  expect([button('Delete').disabled, document.activeElement?.textContent, rows('ul')]).toEqual([true, 'Cancel', 0])
  expect(await axeFaults()).toEqual([])
  await press('Cancel')
  await goOn()
  expect([fake.asked.length, fake.services.panels.store.getState().overlay]).toEqual([2, null])
})

it('draws a hundred of thousands, and more on demand; deletes all that can go', async () => {
  const deleted: string[] = []
  await question(205, {
    'story.deletion': ({ stories, only }) => did({ stories: only === 'files' ? [] : lines(stories), files: NO_FILES }),
    'story.delete': ({ story }) => {
      deleted.push(story)
      return did({ headline: '', removed: true, files: [] })
    },
  })
  await until('This cannot be undone.')
  const going = 'ul[aria-label="Stories to delete"]'
  expect([document.querySelector('h2')?.textContent, rows(going)]).toEqual(['Delete 205 stories for good?', 100])
  expect(await axeFaults()).toEqual([])
  await press('Show more')
  expect([rows(going), document.activeElement?.textContent]).toEqual([
    200,
    'Story s100Spiked · with its history and no snapshots',
  ])
  await press('Delete 205 stories for good')
  await until('Deleted 205')
  expect([deleted.length, status()]).toEqual([205, 'Deleted 205 of 205 stories.'])
  // It asks no more.
  expect(document.querySelector('h2')?.textContent).toBe('Delete 205 stories for good')
})

it('draws a hundred of the stories that could not be deleted, and more on demand', async () => {
  await question(105, {
    'story.deletion': ({ stories, only }) => did({ stories: only === 'files' ? [] : lines(stories), files: NO_FILES }),
    'story.delete': () => refused('Somebody is deciding.'),
  })
  await until('This cannot be undone.')
  await press('Delete 105 stories for good')
  await until('Deleted 0')
  expect([status(), rows('.bulk-failures')]).toEqual(['Deleted 0 of 105 stories.', 100])
  await press('Show more')
  expect([rows('.bulk-failures'), document.activeElement?.textContent]).toEqual([
    105,
    'Story s100 Somebody is deciding.',
  ])
})
