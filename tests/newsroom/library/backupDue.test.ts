import { expect, test } from 'vitest'
import { backupDue } from '../../../src/newsroom/library/backupDue'

test('a backup is due when its time has passed, when there is none, and when the clock was set back', () => {
  const now = '2026-10-30T09:00:00.000Z'
  expect([
    backupDue('never', undefined, now),
    backupDue('hour', undefined, now),
    backupDue('hour', '2026-10-30T08:00:01.000Z', now),
    backupDue('hour', '2026-10-30T08:00:00.000Z', now),
    backupDue('day', '2026-10-30T08:00:00.000Z', now),
    backupDue('day', '2026-10-29T09:00:00.000Z', now),
    backupDue('day', '2036-10-30T09:00:00.000Z', now),
  ]).toEqual([false, true, false, true, false, true, true])
})
