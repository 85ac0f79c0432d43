import { defined } from '../../story/text/defined'
/** Where a locator leads inside a file, read from what people write: "p. 3", "S. 4", "쪽 5", "¶ 2", "12:34". */
export interface LocatorPlace {
  readonly page?: number
  readonly paragraph?: number
  /** Seconds. */
  readonly time?: number
}

const CLOCK = /(?<![\d:])(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?(?![\d:])/u

/** "1:02:34" → 3754. Undefined if there is no timecode. */
export function secondsOf(text: string): number | undefined {
  const clock = CLOCK.exec(text)
  return clock
    ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) + Number(`0.${clock[4] ?? '0'}`)
    : undefined
}

export function locatorPlace(locator: string): LocatorPlace {
  const page =
    /(?:\bpp?\.?|\bpage|\bS\.|\bSeite|쪽|페이지)\s*(\d{1,6})/iu.exec(locator)?.[1] ??
    /(\d{1,6})\s*(?:쪽|페이지|页|頁|ページ)/u.exec(locator)?.[1]
  const paragraph = /(?:¶|\bpara(?:graph)?\.?|\bgraf)\s*(\d{1,6})/iu.exec(locator)?.[1]
  return defined({
    page: page === undefined ? undefined : Number(page),
    paragraph: paragraph === undefined ? undefined : Number(paragraph),
    time: secondsOf(locator),
  })
}

/** 754 → "12:34", 3754 → "1:02:34". */
export function timecode(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
