import { afterEach, expect, it } from 'vitest'
import { BackupPanel } from '../../../src/renderer/library/backup/BackupPanel'
import { did, fakeWindow, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

type Answer = NonNullable<NonNullable<Parameters<typeof fakeWindow>[0]>['calls']>['backupStatus']

async function notes(backupStatus: Answer): Promise<readonly (string | null)[]> {
  page = await put(fakeWindow({ calls: { backupStatus } }).services, <BackupPanel />)
  return [...document.querySelectorAll('.form-note, .problem')].map(({ textContent }) => textContent)
}

it('says that it looks until it knows whether a folder is chosen', async () => {
  expect(await notes(() => new Promise(() => undefined))).toEqual(['Looking up the backups…'])
})

it('says that no folder is chosen once it knows', async () => {
  expect(await notes(() => did({ every: 'never', running: false }))).toEqual(['No folder is chosen yet.'])
  page?.unmount()
  expect(await notes(() => did({ every: 'never', running: false, before: ['/stick'] }))).toEqual([
    'No folder is chosen yet.',
    'Backups were made from here before: /stick. If the library was moved or renamed, choose the folder again.',
  ])
})

it('does not say that no folder is chosen when it cannot know', async () => {
  expect(await notes(() => refused('The settings cannot be read.'))).toEqual(['The settings cannot be read.'])
})
