import { expect, it } from 'vitest'
import { scheduleNote } from '../../../src/renderer/library/backup/scheduleNote'

const NONE = 'No automatic backups of this library are set up on this computer.'

it.each([
  [{ every: 'never' as const }, NONE],
  [{ every: 'never' as const, folder: '/stick' }, NONE],
  [{ every: 'day' as const, folder: '/stick' }, undefined],
  [
    { every: 'never' as const, before: ['/stick', '/share'] },
    `${NONE} Backups were made from here before: /stick, /share. If the library was moved or renamed, choose the folder again.`,
  ],
])('%j: the schedule of this computer is said plainly where there is none', (status, note) => {
  expect(scheduleNote({ running: false, ...status })).toBe(note)
})
