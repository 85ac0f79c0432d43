/** Units of figures: which convert into one another, and how a figure is shown with one. */
import { checksText } from '../../catalogue/rooms/checks'
import type { Unit } from './figureValue'

type Known = Exclude<Unit, ''>

/** What a unit measures, and its size. Months are no number of days. */
const MEASURES: Readonly<Record<Known, readonly [measure: string, size: number]>> = {
  '%': ['share', 1],
  seconds: ['time', 1],
  minutes: ['time', 60],
  days: ['time', 86_400],
  weeks: ['time', 604_800],
  months: ['months', 1],
  years: ['months', 12],
}

/** The number in another unit; undefined if the units measure different things. An unknown unit is any other. */
export function inUnit(number: number, from: Unit, to: Unit): number | undefined {
  if (from === '' || to === '' || from === to) return number
  const [measure, size] = MEASURES[from]
  const [other, whole] = MEASURES[to]
  return measure === other ? (number * size) / whole : undefined
}

const KEYS = {
  '%': 'percent',
  seconds: 'seconds',
  minutes: 'minutes',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
} as const satisfies Readonly<Record<Known, string>>

/** `shown`: the number as people read it. */
export const withUnit = (shown: string, count: number, unit: Unit): string =>
  unit === '' ? shown : checksText(`derived.in.${KEYS[unit]}`, { shown, count })
