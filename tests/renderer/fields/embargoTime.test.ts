import { embargoFromInput } from '../../../src/renderer/fields/embargoFromInput'
import { describe, expect, it } from 'vitest'
import {
  EMBARGO_ZONES,
  embargoToInput,
  embargoInFull,
  embargoWords,
  newsroomZone,
  embargoZones,
  homeZone,
} from '../../../src/renderer/fields/embargoTime'

describe('an embargo as people give it', () => {
  it.each([
    ['Asia/Seoul', '2026-10-30T18:00', '2026-10-30T18:00:00+09:00'],
    ['UTC', '2026-10-30T09:00', '2026-10-30T09:00:00+00:00'],
    ['Asia/Kolkata', '2026-10-30T14:30', '2026-10-30T14:30:00+05:30'],
    ['Europe/London', '2026-07-01T12:00', '2026-07-01T12:00:00+01:00'],
    ['Europe/London', '2026-12-01T12:00', '2026-12-01T12:00:00+00:00'],
    ['America/New_York', '2026-12-31T23:30', '2026-12-31T23:30:00-05:00'],
    ['+03:00', '2026-10-30T12:00', '2026-10-30T12:00:00+03:00'],
  ])('in %s at %s is stored as %s', (zone, wallClock, stored) => {
    expect(embargoFromInput({ wallClock, zone })).toBe(stored)
  })

  it('takes the offset that holds after the clocks changed that night', () => {
    expect(embargoFromInput({ wallClock: '2026-10-25T03:00', zone: 'Europe/Berlin' })).toBe('2026-10-25T03:00:00+01:00')
    expect(embargoFromInput({ wallClock: '2026-03-29T04:00', zone: 'Europe/Berlin' })).toBe('2026-03-29T04:00:00+02:00')
  })

  it.each([
    ['twice', 'America/New_York', '2026-11-01T01:30', '2026-11-01T01:30:00-05:00'],
    ['twice', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T02:30:00+01:00'],
    ['twice', 'Australia/Sydney', '2026-04-05T02:30', '2026-04-05T02:30:00+10:00'],
    ['never', 'America/New_York', '2026-03-08T02:30', '2026-03-08T02:30:00-05:00'],
    ['never', 'Europe/London', '2026-03-29T01:30', '2026-03-29T01:30:00+00:00'],
    ['never', 'Australia/Sydney', '2026-10-04T02:30', '2026-10-04T02:30:00+10:00'],
    ['once', 'America/New_York', '2026-11-01T00:59', '2026-11-01T00:59:00-04:00'],
    ['once', 'America/New_York', '2026-11-01T02:00', '2026-11-01T02:00:00-05:00'],
    ['once', 'America/New_York', '2026-03-08T03:00', '2026-03-08T03:00:00-04:00'],
  ])('ends at the later instant where clocks show the time %s: in %s at %s', (_, zone, wallClock, stored) => {
    expect(embargoFromInput({ wallClock, zone })).toBe(stored)
  })

  it('is nothing when empty, and no embargo at all when incomplete', () => {
    expect([
      embargoFromInput({ wallClock: '', zone: 'UTC' }),
      embargoFromInput({ wallClock: '2026-10-30', zone: 'UTC' }),
      embargoFromInput({ wallClock: '2026-13-40T99:00', zone: 'UTC' }),
    ]).toEqual(['', undefined, undefined])
  })
})

describe('a stored embargo in the form', () => {
  it('comes back as it was given, in every zone offered', () => {
    for (const { zone } of EMBARGO_ZONES) {
      const stored = embargoFromInput({ wallClock: '2026-10-30T18:00', zone }) ?? ''
      expect(embargoToInput(stored).wallClock).toBe('2026-10-30T18:00')
      expect(embargoFromInput(embargoToInput(stored))).toBe(stored)
    }
  })

  it('keeps an offset that is on no list', () => {
    expect(embargoToInput('2026-10-30T18:00:00+12:45')).toEqual({ wallClock: '2026-10-30T18:00', zone: '+12:45' })
  })

  it('is empty in the preferred zone when there is none', () => {
    expect(embargoToInput('', 'UTC')).toEqual({ wallClock: '', zone: 'UTC' })
  })
})

describe('the zone that an embargo is given in', () => {
  it('is that of this machine, first of those offered', () => {
    expect(homeZone()).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone.replace(/^Etc\//, ''))
    expect(embargoToInput('')).toEqual({ wallClock: '', zone: homeZone() })
    expect(embargoZones('Europe/London').slice(0, 2)).toEqual([
      { zone: 'Europe/London', label: 'London' },
      { zone: 'Asia/Seoul', label: 'KST, Seoul' },
    ])
    expect([
      embargoZones('America/Sao_Paulo')[0],
      embargoZones('America/Sao_Paulo').length,
      embargoZones('UTC').length,
    ]).toEqual([{ zone: 'America/Sao_Paulo', label: 'Sao Paulo' }, 11, 10])
  })

  it('is kept for a stored embargo of the same offset', () => {
    expect(
      [
        embargoToInput('2026-12-01T12:00:00+00:00', 'Europe/London'),
        embargoToInput('2026-07-01T12:00:00+00:00', 'Europe/London'),
      ].map(({ zone }) => zone),
    ).toEqual(['Europe/London', 'UTC'])
  })
})

describe('an embargo in words', () => {
  it.each([
    ['Europe/London', '30 Oct 09:00 London · 09:00 UTC · in 3 h 12 min'],
    ['America/New_York', '30 Oct 05:00 New York · 09:00 UTC · in 3 h 12 min'],
    ['UTC', '30 Oct 18:00 KST · 09:00 UTC · in 3 h 12 min'],
  ])('is read in the zone of the newsroom: %s', (zone, words) => {
    expect(embargoWords('2026-10-30T18:00:00+09:00', '2026-10-30T05:48:00Z', zone)).toBe(words)
    expect([newsroomZone({ zone }), newsroomZone()]).toEqual([zone, homeZone()])
  })

  it.each([
    ['2026-10-30T18:00:00+09:00', '2026-10-30T05:48:00Z', '30 Oct 18:00 KST · 09:00 UTC · in 3 h 12 min'],
    ['2026-10-30T01:00:00+09:00', '2026-10-27T10:00:00Z', '30 Oct 01:00 KST · 29 Oct 16:00 UTC · in 2 d 6 h'],
    ['2026-10-30T09:00:00Z', '2026-10-30T06:00:00Z', '30 Oct 18:00 KST · 09:00 UTC · in 3 h'],
    ['2026-10-30T09:00:00Z', '2026-10-28T09:00:00Z', '30 Oct 18:00 KST · 09:00 UTC · in 2 d'],
    ['2026-10-30T09:00:00Z', '2026-10-30T08:59:20Z', '30 Oct 18:00 KST · 09:00 UTC · in 1 min'],
    ['2026-10-30T09:00:00Z', '2026-10-30T09:00:00Z', '30 Oct 18:00 KST · 09:00 UTC · lifted'],
    ['', '2026-10-30T09:00:00Z', ''],
  ])('%s read at %s is “%s”', (embargo, now, words) => {
    expect(embargoWords(embargo, now, 'Asia/Seoul')).toBe(words)
  })

  it.each([
    ['2026-10-30T20:00:00Z', 'Asia/Seoul', '31 Oct 2026 05:00 KST · 30 Oct 2026 20:00 UTC'],
    ['2025-10-30T18:00:00+09:00', 'Asia/Seoul', '30 Oct 2025 18:00 KST · 09:00 UTC'],
    ['2025-10-30T09:00:00Z', 'UTC', '30 Oct 2025 09:00 UTC'],
    ['', 'UTC', ''],
  ])('what is kept says the year and nothing of now: %s in %s is “%s”', (embargo, zone, words) => {
    expect(embargoInFull(embargo, zone)).toBe(words)
  })

  it.each([
    ['2026-10-30T09:00:00Z', '30 Oct 09:00 UTC · in 3 h'],
    ['2026-10-30T14:45:00+05:45', '30 Oct 09:00 UTC · in 3 h'],
  ])('a newsroom on UTC reads %s as “%s”', (embargo, words) => {
    expect(embargoWords(embargo, '2026-10-30T06:00:00Z', 'UTC')).toBe(words)
  })
})
