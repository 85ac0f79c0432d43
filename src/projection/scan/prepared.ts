import { foldForScan, type Folded } from './readings/foldForScan'
import { addressReadings } from './readings/addressReadings'
import { foldLookalikes } from './readings/lookalikes/foldLookalikes'
import { sharedFamily } from './readings/sharedFamily'
import { placeInText, shownReadings, type ShownReading } from './readings/shownReadings'
import { structuredReadings } from './readings/structuredReadings'
import { hasRightToLeft } from './readings/turnedNumbers'

/** A text to search, with its folded forms and readings. Each is made when a search needs it. */
export interface Prepared {
  readonly original: string
  readonly rightToLeft: boolean
  readonly folded: Folded
  /** Folded with their case, for names of two or three letters. */
  readonly cased: Folded
  /** Look-alike letters folded to the letters that they look like. */
  readonly likened: Folded
  readonly casedAndLikened: Folded
  /** Readings that differ from the stored text. */
  readonly readings: readonly (ShownReading & { readonly prepared: Prepared })[]
}

export interface FoundAt {
  /** Offsets in the original text. */
  readonly from: number
  readonly to: number
}

export function prepare(original: string): Prepared {
  const made = new Map<string, unknown>()
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
  return {
    original,
    get rightToLeft() {
      return once('rightToLeft', () => hasRightToLeft(original))
    },
    get folded() {
      return once('folded', () => foldForScan(original))
    },
    get cased() {
      return once('cased', () => foldForScan(original, true))
    },
    get likened() {
      return once('likened', () => foldLookalikes(original))
    },
    get casedAndLikened() {
      return once('casedAndLikened', () => foldLookalikes(original, true))
    },
    get readings() {
      return once('readings', () =>
        readingsOf(original).map((reading) => ({ ...reading, prepared: prepareReading(reading.text) })),
      )
    },
  }
}

function readingsOf(original: string): readonly ShownReading[] {
  const readings = [...shownReadings(original), ...structuredReadings(original), ...addressReadings(original)]
  const shared = readings.flatMap((reading) => sharedFamily(reading.text).map((people) => within(reading, people)))
  return [...readings, ...sharedFamily(original), ...shared]
}

/** A reading of a reading, as one of the stored text. */
const within = ({ at, ends }: ShownReading, inner: ShownReading): ShownReading => ({
  ...inner,
  at: inner.at.map((unit) => at[unit] ?? 0),
  ends: inner.at.map((unit) => ends?.[unit] ?? (at[unit] ?? 0) + 1),
})

/** A reading has no readings of its own. */
const prepareReading = (text: string): Prepared => Object.defineProperty(prepare(text), 'readings', { value: [] })

/** Returns every place that `find` finds, in the stored text and in its readings. */
export function findInReadings(text: Prepared, find: (text: Prepared) => readonly FoundAt[]): readonly FoundAt[] {
  const found = [...find(text)]
  for (const reading of text.readings) {
    for (const place of find(reading.prepared)) {
      if (reading.accepts?.(place) === false) continue
      const here = placeInText(reading, place)
      if (!found.some(({ from, to }) => from < here.to && here.from < to)) found.push(here)
    }
  }
  return found
}
