import { beforeAll, expect, test, vi } from 'vitest'
import { fullTime, shortDay, shortTime } from '../../../src/renderer/facts/shortTime'

// 09:00 in Seoul is midnight UTC: a day there is two days in UTC.
beforeAll(() => vi.stubEnv('TZ', 'Asia/Seoul'))

test('a time of another day of this machine says which day, and one of today does not', () => {
  const today = '2026-12-02T23:00:00Z'
  expect(
    ['2026-12-02T15:30:00Z', '2026-12-03T01:00:00Z', '2026-12-02T01:00:00Z', 'no time'].map((at) =>
      shortTime(at, today),
    ),
  ).toEqual(['00:30', '10:00', '2 Dec 10:00', 'no time'])
})

test('a full time has the day that its clock belongs to', () => {
  expect(fullTime('2026-12-01T23:30:00Z')).toBe('2 Dec 2026 08:30')
})

test('a day is the one of this machine', () => {
  expect(['2026-12-01T23:30:00Z', 'no time'].map(shortDay)).toEqual(['2 Dec 2026', 'no time'])
})
