/** Units of figures: which ones a text names, which convert into one another, and how a figure is shown with one. */
import { checksText } from '../../catalogue/rooms/checks'
import type { FigureInText } from './figureValue'
import { BEFORE, BEHIND, LEAD } from './unitTable'

/**
 * What the unit of a figure may be; empty: unknown. “$” may be each dollar. Currencies are written as their codes in
 * ISO 4217.
 */
export type Units = readonly string[]

/** The unit of a figure as its text writes it, before or behind the number. */
export function unitsOf({ unit, before, after }: FigureInText): Units {
  if (unit !== '' && unit !== '%') return [unit]
  const start = after.replace(LEAD, '')
  const behind = unitsIn(BEHIND, start)
  const first = unitsIn(BEFORE, before)
  if (behind[0] === 'points' || behind[0] === 'bp') return behind
  if (unit === '%') return ['%']
  // “$5,000 pesos”: both say it.
  const both = first.filter((one) => behind.includes(one))
  return both.length > 0 ? both : first.length > 0 ? first : behind
}

const unitsIn = (table: typeof BEFORE, text: string): Units =>
  table.find(([, pattern]) => pattern.test(text))?.[0].split(' ') ?? []

/** What a unit measures, and its size. Months are no number of days. A currency has no fixed size in another one. */
const MEASURES: Readonly<Record<string, readonly [measure: string, size: number]>> = {
  points: ['points', 1],
  bp: ['points', 0.01],
  seconds: ['time', 1],
  minutes: ['time', 60],
  days: ['time', 86_400],
  weeks: ['time', 604_800],
  months: ['months', 1],
  years: ['months', 12],
  mg: ['mass', 1e-6],
  g: ['mass', 1e-3],
  kg: ['mass', 1],
  t: ['mass', 1000],
  'short-tons': ['mass', 907.18474],
  oz: ['mass', 0.028349523125],
  lb: ['mass', 0.45359237],
  mm: ['length', 1e-3],
  cm: ['length', 0.01],
  m: ['length', 1],
  km: ['length', 1000],
  in: ['length', 0.0254],
  ft: ['length', 0.3048],
  yards: ['length', 0.9144],
  miles: ['length', 1609.344],
  nmi: ['length', 1852],
  'ft²': ['area', 0.09290304],
  'm²': ['area', 1],
  ha: ['area', 10_000],
  acres: ['area', 4046.8564224],
  'km²': ['area', 1e6],
  'mi²': ['area', 2_589_988.110336],
  'km/h': ['speed', 1],
  mph: ['speed', 1.609344],
}

/** The number in another unit; undefined if the units measure different things. */
function inUnit(number: number, from: string, to: string): number | undefined {
  if (from === to) return number
  const [measure, size] = MEASURES[from] ?? [from, 1]
  const [other, whole] = MEASURES[to] ?? [to, 1]
  return measure === other ? (number * size) / whole : undefined
}

export interface InUnit {
  readonly number: number
  readonly units: Units
}

/**
 * The number in each unit that `to` may be; none if the units measure different things. An unknown unit is any other.
 */
export function inUnits(number: number, from: Units, to: Units): readonly InUnit[] {
  if (from.length === 0 || to.length === 0) return [{ number, units: to.length === 0 ? from : to }]
  const same = from.filter((unit) => to.includes(unit))
  if (same.length > 0) return [{ number, units: same }]
  return from.flatMap((unit) =>
    to.flatMap((other) => {
      const converted = inUnit(number, unit, other)
      return converted === undefined ? [] : [{ number: converted, units: [other] }]
    }),
  )
}

const KEYS: Readonly<
  Record<string, 'percent' | 'points' | 'seconds' | 'minutes' | 'days' | 'weeks' | 'months' | 'years'>
> = {
  '%': 'percent',
  points: 'points',
  seconds: 'seconds',
  minutes: 'minutes',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
}

/** `shown`: the number as people read it. Codes and signs of units are the same in every language. */
export function withUnits(shown: string, count: number, [unit, second]: Units): string {
  if (unit === undefined) return shown
  const key = KEYS[unit]
  if (key !== undefined) return checksText(`derived.in.${key}`, { shown, count })
  return unit === 'USD' && second !== undefined ? `$${shown}` : `${shown} ${unit.replace('-', ' ')}`
}
