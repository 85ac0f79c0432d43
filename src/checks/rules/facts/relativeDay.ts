/**
 * “Tuesday” is counted from the dateline. Warns when the story is published on another date than that, in every time
 * zone.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import { monthAndDay } from '../../../story/language/monthAndDay'
import { relativeDayIn } from '../../../story/language/relativeDay'
import type { Check } from '../../finding/check'
import { factKeys } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

/** Hours from UTC of the zones where a date begins first and last. */
const FIRST_ZONE = 14
const LAST_ZONE = -12

export const relativeDay: Check = ({ story, assessments, desk }) => {
  const { date } = story.fields.dateline
  if (date.trim() === '' || isToday(date, desk.now)) return []
  return assessments.flatMap((fact): readonly Finding[] => {
    if (fact.ranges.length === 0 || fact.status === 'untagged') return []
    const day = relativeDayIn(fact.words)
    if (day === undefined) return []
    return [
      {
        rule: 'relativeDay',
        ...factKeys(fact, (key) => `${key}:${date}`),
        severity: 'warn',
        message: checksText('relativeDay.otherDate', { words: named(fact.words), date }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })
}

/** Whether it is this date anywhere now. A printed date that cannot be read is not today's. */
function isToday(printed: string, now: string): boolean {
  const date = monthAndDay(printed)
  const at = (hours: number): Date => new Date(Date.parse(now) + hours * 3_600_000)
  const days = [LAST_ZONE, 0, FIRST_ZONE].map((hours) => [at(hours).getUTCMonth() + 1, at(hours).getUTCDate()] as const)
  return date !== undefined && days.some(([month, day]) => month === date.month && day === date.day)
}
