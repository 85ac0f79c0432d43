import { expect, it } from 'vitest'
import { localDay, localMinute } from '../../../src/story/text/format/localMinute'

it.each([
  ['2026-10-30T09:00:00.000Z', 'Asia/Seoul', '30 Oct 2026 18:00'],
  ['2026-10-30T23:30:00.000Z', 'Asia/Seoul', '31 Oct 2026 08:30'],
  ['2026-10-30T09:00:00.000Z', 'UTC', '30 Oct 2026 09:00'],
  ['long ago', 'UTC', 'long ago'],
])('%s in %s reads “%s”', (at, timeZone, text) => {
  expect(localMinute(at, timeZone)).toBe(text)
})

it('a day is that of this machine, and other text stays', () => {
  const noon = new Date(2026, 9, 30, 12).toISOString()
  expect([localDay(noon), localDay('long ago')]).toEqual(['30 Oct 2026', 'long ago'])
})
