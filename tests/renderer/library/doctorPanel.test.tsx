import { afterEach, expect, test } from 'vitest'
import { DoctorPanel } from '../../../src/renderer/library/backup/DoctorPanel'
import type { BackupStatus } from '../../../src/ipc/contract'
import type { LibraryReport } from '../../../src/story/requests/requests'
import { axeFaults, click, did, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const UNUSED = { sha256: 'a'.repeat(64), path: '/library/evidence/a', size: 26, modified: '2020-01-01T00:00:00.000Z' }

/** The notes of the panel after the library was checked. */
async function checked(
  report: Omit<LibraryReport, 'ok' | 'problems'>,
  status: Omit<BackupStatus, 'running'> = { every: 'day', folder: '/stick' },
): Promise<() => readonly string[]> {
  const { services } = fakeWindow({
    answers: {
      'library.doctor': () => did({ ok: true, problems: [], ...report }),
      'library.tidy': () => did({ removed: [UNUSED] }),
    },
    calls: { backupStatus: () => did({ ...status, running: false }) },
  })
  page = await put(services, <DoctorPanel />)
  return () => [...document.querySelectorAll('.form-note')].map(({ textContent }) => textContent)
}

test('the check of the library names the last backup, also after unused files were deleted', async () => {
  const last = { folder: '/stick', made: '2026-10-20T09:00:00.000Z', hours: 240 }
  const notes = await checked({ unused: [UNUSED], backups: { folders: ['/stick'], last } })
  const said = 'Last known backup of this library on this computer: 2026-10-20 09:00 UTC (10 days ago), in /stick.'
  expect(notes()).toContain(said)
  expect(await axeFaults()).toEqual([])
  await click(find('button', 'Delete this file for good'))
  expect(notes()).toContain(said)
})

test('the check of the library says when no backup is known, and what to do', async () => {
  expect((await checked({ backups: { folders: [] } }))()).toContain(
    'No backup of this library is known on this computer. ' +
      'Make one with “stet backup --to FOLDER”, or choose a folder under Settings, Backups.',
  )
})

test('the check of the library says nothing of backups that nobody can know', async () => {
  expect((await checked({}))().filter((note) => note.includes('backup'))).toEqual([])
})

test('the check of the library says that none are made by themselves, also where no folder is chosen', async () => {
  const notes = await checked({}, { every: 'never' })
  expect(notes().filter((note) => note.includes('backup'))).toEqual([
    'No automatic backups of this library are set up on this computer.',
  ])
})
