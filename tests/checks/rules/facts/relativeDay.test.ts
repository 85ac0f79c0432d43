import { expect, test } from 'vitest'
import { relativeDay } from '../../../../src/checks/rules/facts/relativeDay'
import { relativeDayIn } from '../../../../src/story/language/relativeDay'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'

test.each([
  ['Tuesday', 'Tuesday'],
  ['Tuesday’s deal', 'Tuesday’s'],
  ['early yesterday', 'yesterday'],
  ['last night', 'last night'],
  ['am Dienstag', 'Dienstag'],
  ['지난 화요일', '화요일'],
  ['어제', '어제'],
  ['昨日の会談', '昨日'],
  ['周二', '周二'],
  ['Tuesday, 4 November', undefined],
  ['Nov. 4', undefined],
  ['2026년 11월 4일 화요일', undefined],
  ['Tuesdays', undefined],
  ['Fridayson', undefined],
  ['17 hours', undefined],
])('“%s” holds %s', (words, day) => expect(relativeDayIn(words)).toBe(day))

/** The findings about “Tuesday” in a story with this dateline, published now. */
function warned(date: string, now: string, words = 'Tuesday'): readonly string[] {
  const story = storyFrom(`Headline\nDeck\nThey met on {f:${words}}.`, { f: 'date' }, [], {
    dateline: { place: 'BUSAN', date },
  })
  const desk = { ...deskFrom(), now }
  return relativeDay({ story, assessments: assessStory(story, desk), desk }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  )
}

test.each(['Nov. 4', '4 Nov', '4. November', 'November 4', '11월 4일', '2026-11-04'])(
  'publishing on another date than %s warns',
  (date) => {
    expect(warned(date, '2026-11-06T03:00:00.000Z')).toEqual([
      `warn: “Tuesday” is counted from the dateline, ${date}, but the story is published on another date. Name the date, or change the dateline and check the day again.`,
    ])
    expect(warned(date, '2026-11-04T03:00:00.000Z')).toEqual([])
    expect(warned(date, '2026-11-06T03:00:00.000Z', '4 Nov')).toEqual([])
  },
)

test('a dateline that cannot be read is no date of today; without one nothing was signed', () => {
  expect(warned('the Ides', '2026-11-04T03:00:00.000Z')).toHaveLength(1)
  expect(warned('', '2026-11-04T03:00:00.000Z')).toEqual([])
})

test('it is the dateline’s date as long as it is that date anywhere', () => {
  // In Kiritimati the 4th begins at 10:00 UTC on the 3rd; on Baker Island it ends at 12:00 UTC on the 5th.
  expect(warned('Nov. 4', '2026-11-03T10:00:00.000Z')).toEqual([])
  expect(warned('Nov. 4', '2026-11-05T11:59:00.000Z')).toEqual([])
  expect(warned('Nov. 4', '2026-11-05T12:00:00.000Z')).toHaveLength(1)
  expect(warned('Nov. 4', '2026-11-03T09:59:00.000Z')).toHaveLength(1)
})

test('the dateline’s date is part of the signed view of a relative day, and of nothing else', () => {
  const seen = (date: string, words: string): string | undefined => {
    const story = storyFrom(`Headline\nDeck\nThey met on {f:${words}}.`, { f: 'date' }, [], {
      dateline: { place: 'BUSAN', date },
    })
    return assessStory(story, deskFrom())[0]?.view?.hash
  }
  expect(seen('Nov. 4', 'Tuesday')).not.toBe(seen('Nov. 11', 'Tuesday'))
  expect(seen('Nov. 4', '4 Nov')).toBe(seen('Nov. 11', '4 Nov'))
})
