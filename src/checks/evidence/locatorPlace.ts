import { defined } from '../../story/text/defined'
import { withoutTimesOfDay } from './timesOfDay'

/** Where a locator leads in a file, read from what people write: "p. 3", "S. 4", "쪽 5", "¶ 2", "3쪽 2문단", "12:34". */
export interface LocatorPlace {
  readonly page?: number
  readonly paragraph?: number
  /** Seconds. */
  readonly time?: number
}

const CLOCK = /(?<![\d:])(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?(?![\d:])/u
// “3쪽 2문단” is page 3: behind a number, 쪽 does not name the next one.
const PAGE = /(?:\bpp?\.?|\bpage|\bS\.|\bSeite|(?<!\d\s*)(?:쪽|페이지))\s*(\d{1,6})/diu
const PAGE_AFTER = /(\d{1,6})\s*(?:쪽|페이지|页|頁|ページ)/diu
const PARAGRAPH = /(?:¶|\bpara(?:graph)?\.?|\bgraf|(?<!\d\s*(?:번째\s*)?)(?:문단|단락))\s*(\d{1,6})/diu
const PARAGRAPH_AFTER = /(\d{1,6})\s*(?:번째\s*)?(?:문단|단락)/diu

/** "1:02:34" → 3754. Undefined if there is no timecode. Of a locator, `locatorPlace` tells times of day apart. */
export function secondsOf(text: string): number | undefined {
  const clock = CLOCK.exec(text)
  return clock
    ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) + Number(`0.${clock[4] ?? '0'}`)
    : undefined
}

export function locatorPlace(locator: string): LocatorPlace {
  const page = PAGE.exec(locator)?.[1] ?? PAGE_AFTER.exec(locator)?.[1]
  const paragraph = PARAGRAPH.exec(locator)?.[1] ?? PARAGRAPH_AFTER.exec(locator)?.[1]
  return defined({
    page: page === undefined ? undefined : Number(page),
    paragraph: paragraph === undefined ? undefined : Number(paragraph),
    time: secondsOf(withoutTimesOfDay(locator)),
  })
}

/** Characters of a locator, from the first to the one after the last. */
export type PlaceRange = readonly [from: number, to: number]

/** Where a locator names its page, paragraph or time: all the characters of it, and its number among them. */
export function rangeOfPlace(
  locator: string,
  place: keyof LocatorPlace,
): { readonly whole: PlaceRange; readonly number: PlaceRange } | undefined {
  if (place === 'time') {
    const clock = CLOCK.exec(withoutTimesOfDay(locator))
    if (!clock) return undefined
    const whole: PlaceRange = [clock.index, clock.index + clock[0].length]
    return { whole, number: whole }
  }
  const [before, after] = place === 'paragraph' ? [PARAGRAPH, PARAGRAPH_AFTER] : [PAGE, PAGE_AFTER]
  const found = before.exec(locator) ?? after.exec(locator)
  const [whole, number] = found?.indices ?? []
  return whole && number ? { whole, number } : undefined
}

/** 754 → "12:34", 3754 → "1:02:34". */
export function timecode(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
