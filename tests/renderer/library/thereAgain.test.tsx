import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ThereAgainPanel } from '../../../src/renderer/library/deletion/ThereAgainPanel'
import type { DeletionLine } from '../../../src/story/requests/requests'
import { did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

type Answers = NonNullable<NonNullable<Parameters<typeof fakeWindow>[0]>['answers']>

async function panel(answers: Answers): Promise<FakeWindow> {
  const fake = fakeWindow({ answers })
  fake.services.panels.open({ kind: 'thereAgain' })
  page = await put(fake.services, <ThereAgainPanel />)
  return fake
}
const status = () => document.querySelector('[role=status]')?.textContent
const LINE = {
  ...{ id: 's1', headline: 'Ferry sails', slug: 'ferry', stage: 'draft', snapshots: 0 },
  again: { by: 'Editor', at: '2026-10-30T09:00:00.000Z' },
} as DeletionLine

it('says that it looks until it knows which stories are back', async () => {
  await panel({ 'story.thereAgain': () => new Promise(() => undefined) })
  expect(status()).toBe('Looking up the stories…')
})

it('takes a story back once, however often its button is pressed', async () => {
  const fake = await panel({
    'story.thereAgain': () => did([LINE]),
    'story.takeBack': () => refused('The library is full.'),
  })
  const button = find('button', 'Restore')
  await act(async () => {
    button.click()
    button.click()
    await Promise.resolve()
  })
  expect(fake.asked.filter(({ action }) => action === 'story.takeBack').length).toBe(1)
  expect([status(), document.querySelector('[role=alert]')?.textContent]).toEqual([undefined, 'The library is full.'])
})
