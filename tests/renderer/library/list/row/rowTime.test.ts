import { expect, test } from 'vitest'
import { rowTime } from '../../../../../src/renderer/library/list/row/rowTime'

const NOW = '2026-11-05T01:30:00.000Z'

test.each([
  ['today in Seoul', '2026-11-04T16:00:00.000Z', 'Asia/Seoul', '01:00'],
  ['the same instant, yesterday in London', '2026-11-04T16:00:00.000Z', 'Europe/London', 'Wed'],
  ['six days ago', '2026-10-30T09:00:00.000Z', 'UTC', 'Fri'],
  ['a week ago', '2026-10-29T09:00:00.000Z', 'UTC', '29 Oct'],
  ['last year', '2025-11-05T09:00:00.000Z', 'UTC', '5 Nov 2025'],
  ['after now, by a clock that is ahead', '2026-11-06T09:00:00.000Z', 'UTC', '6 Nov'],
  ['no time', '', 'UTC', ''],
])('a change %s is short and clear', (_when, updated, timeZone, shown) => {
  expect(rowTime(updated, NOW, timeZone)).toBe(shown)
})
