/**
 * Whether a locator leads the next person to the place (rule 7). With a captured file the page exists, the time lies
 * within and the excerpt is found; without one the parts that its kind of source needs are there.
 */
import { checksText } from '../../catalogue/rooms/checks'
import type { CapturedText } from '../../story/assessment/copy/capturedText'
import type { Evidence } from '../../story/ledger/facts/fact'
import type { SourceKind } from '../../story/desk/source'
import type { FileKind } from '../../story/text/format/fileKind'
import { defined } from '../../story/text/defined'
import { findDates } from '../detect/numbers/dates'
import { holdsExcerpt } from './findInCaptured'
import { locatorPlace, secondsOf, timecode } from './locatorPlace'
import { lastCoverDate, latestDay, statedDates, type StatedDate } from './statedDates'

/** A captured file, as its owner reads it. */
export interface CapturedFile {
  readonly kind: FileKind
  readonly text?: CapturedText
  /** Seconds. */
  readonly duration?: number
  /** Why its words could not be read. */
  readonly trouble?: string
}

/**
 * Says what is missing as one sentence; undefined if the locator leads to the place. `now`: instant of the owner's
 * clock.
 */
export function whyNotLocator(
  { locator, excerpt }: Pick<Evidence, 'locator' | 'excerpt'>,
  kind: SourceKind,
  now: string,
  captured?: CapturedFile,
): string | undefined {
  const label = visible(locator)
  const missing = whyPlaceholder(locator)
  if (missing !== undefined) return missing
  return captured ? whyNotInFile(label, visible(excerpt ?? ''), captured) : whyNotOfKind(label, kind, latestDay(now))
}

/** Says why a locator names no place at all: “x”, “n/a”, characters that nobody sees. Undefined: it may name one. */
export const whyPlaceholder = (locator: string): string | undefined =>
  isPlaceholder(visible(locator)) ? checksText('locator.missing') : undefined

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu
const visible = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/gu, ' ').trim()

/** Words that people type to get past an empty field. */
const PLACEHOLDERS =
  /^(?:n\/?a|none?|nil|null|tbd|tba|tbc|tk|todo|test\w*|asdf\w*|qwerty\w*|foo|bar|abc|dummy|unknown|somewhere|anywhere|there|here|see (?:above|below|file|source)|above|below|source|file|document|doc|locator|page|pages|pg|p|pp|para|paragraph|line|yes|no|ok|okay|ditto|same|siehe oben|unbekannt|seite|없음|모름|미정|쪽|페이지)$/iu

function isPlaceholder(label: string): boolean {
  const letters = label.replace(/[^\p{L}\p{N}]/gu, '')
  if (letters === '' || PLACEHOLDERS.test(label.replace(/[^\p{L}\p{N}\s/]+$/u, ''))) return true
  if (/\p{N}/u.test(letters) || /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(letters)) return false
  // One letter, or one letter again and again: “x”, “xx”. Roman numerals such as “ii” and “xiv” are places.
  return /^(.)\1*$/iu.test(letters) && !/^(?:i{1,3}|v)$/iu.test(letters)
}

function whyNotInFile(
  label: string,
  excerpt: string,
  { kind, text, duration, trouble }: CapturedFile,
): string | undefined {
  const { page, time, paragraph } = locatorPlace(label)
  if (trouble !== undefined && (excerpt !== '' || [page, time, paragraph].some((place) => place !== undefined)))
    return checksText('locator.unread')
  const pages = text?.pages
  if (page !== undefined && pages !== undefined && (page < 1 || page > pages))
    return checksText('locator.noPage', { page, pages })
  if (page === undefined && pages !== undefined && pages > 1 && excerpt === '' && WHOLE.test(label))
    return checksText('locator.wholeOfPages', { pages })
  const last = duration ?? lastTime(text)
  if (
    time !== undefined &&
    last !== undefined &&
    time > last &&
    (kind === 'audio' || kind === 'video' || hasTimes(text))
  )
    return checksText('locator.noTime', { time: timecode(time), last: timecode(last) })
  const grafs = pages === undefined ? text?.parts.length : undefined
  if (paragraph !== undefined && grafs !== undefined && (paragraph < 1 || paragraph > grafs))
    return checksText('locator.noGraf', { graf: paragraph, grafs })
  if ((kind === 'audio' || kind === 'video') && time === undefined && !WHOLE.test(label))
    return checksText('locator.needsTime')
  // The page of a scan holds no words to compare with. Text, mail, Word and web pages are nothing but words.
  if (
    excerpt !== '' &&
    text &&
    (pages === undefined || hasWords(text, page)) &&
    !holdsExcerpt(excerpt, text, pages === undefined ? undefined : page)
  )
    return page === undefined || pages === undefined
      ? checksText('locator.noExcerpt')
      : checksText('locator.noExcerptOnPage', { page })
  return undefined
}

const hasTimes = (text: CapturedText | undefined): boolean =>
  text?.parts.some(({ time }) => time !== undefined) === true

function lastTime(text: CapturedText | undefined): number | undefined {
  const times = (text?.parts ?? []).flatMap(({ time }) => (time === undefined ? [] : [secondsOf(time) ?? 0]))
  // The last cue has a length of its own.
  return times.length === 0 ? undefined : Math.max(...times) + 60
}

const hasWords = ({ parts }: CapturedText, page: number | undefined): boolean =>
  parts.some((part) => (page === undefined || part.page === undefined || part.page === page) && part.text.trim() !== '')

/** Pictures and one-page papers. */
const WHOLE = /^(?:the )?(?:whole|entire|all of it|complete|ganz|gesamt|전체|全体|全文|整)/iu

/** Kinds whose locator has a date. */
const DATED: ReadonlySet<SourceKind> = new Set<SourceKind>(['outlet', 'person', 'observation', 'dataset'])

function whyNotOfKind(label: string, kind: SourceKind, today: string): string | undefined {
  const isPrint = kind === 'outlet' && PRINTED.test(label) && !ADDRESS.test(label)
  const { isDated, isTimed, rest, wrong } = apart(label, isPrint ? lastCoverDate(today) : today)
  const isWeb = WEB.test(label)
  if (wrong && (DATED.has(kind) || isWeb))
    return checksText(wrong.is === 'none' ? 'locator.noSuchDay' : 'locator.future', { date: wrong.text })
  switch (kind) {
    case 'outlet':
      return (ADDRESS.test(label) || PRINTED.test(rest)) && isDated ? undefined : checksText('locator.outlet')
    case 'person':
      return isDated && wordsIn(rest).length > 0 ? undefined : checksText('locator.person')
    case 'observation':
      return (isDated || isTimed) && partsIn(rest).length > 1 ? undefined : checksText('locator.observation')
    case 'dataset':
      return isDated && wordsIn(rest).length > 0 && /\p{N}|[,;·/].*\p{L}/u.test(rest)
        ? undefined
        : checksText('locator.dataset')
    case 'document':
    case 'official':
    case 'pool':
    case 'media':
      // A page of the web is another one tomorrow. Any other label is free: “Exhibit C, ¶ 14(b)”.
      return isWeb && !isDated ? checksText('locator.web') : undefined
  }
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/\S*)?/u
/** “https://…”, “www.example.org”, “example.org/a”, “doi.org/10…” */
const WEB = /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*\s?:\/\/|www\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\/)\S/iu
/** A page of a printed paper: “A3”, “page 4”. */
const PRINTED = /\b(?:[A-Z]\d{1,3}|p\.? ?\d+|page \d+|S\. ?\d+|Seite \d+)\b|\d+ ?[면쪽面]/u

/**
 * Divides dates and times from the other words. `wrong`: a day that does not exist, where no date in it has begun, or
 * one that has not come yet, where nothing says another day. A schedule of next year may have been retrieved today.
 */
function apart(
  label: string,
  latest: string,
): {
  readonly isDated: boolean
  readonly isTimed: boolean
  readonly rest: string
  readonly wrong?: StatedDate
} {
  const address = ADDRESS.exec(label)?.[0] ?? ''
  const text = label.replace(address, ' ')
  const stated = statedDates(text, latest)
  const left = without(text, stated)
  const others = findDates(left)
  const clocks = others.filter(({ from, to }) => CLOCK.test(left.slice(from, to)))
  const dates = others.filter((date) => !clocks.includes(date) && !isLaterYear(left.slice(date.from, date.to), latest))
  const isPast = stated.some(({ is }) => is === 'past')
  const wrong = isPast
    ? undefined
    : (stated.find(({ is }) => is === 'none') ?? (saysOtherDay(left, dates, stated) ? undefined : stated[0]))
  return {
    isDated: stated.length > 0 || dates.length > 0,
    isTimed: clocks.length > 0,
    rest: without(left, others).replace(ZONES, ' '),
    ...defined({ wrong }),
  }
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Whether the text, without the dates that it states, says a day that is not one of theirs. */
function saysOtherDay(left: string, dates: readonly Place[], stated: readonly Place[]): boolean {
  const named = [NAMED_DAYS, SHORT_WEEKDAYS]
    .flatMap((words) => [...left.matchAll(words)])
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
  const days = dates.filter(({ from, to }) => !YEAR_ALONE.test(left.slice(from, to)))
  return [...named, ...days].some((day) =>
    stated.every(({ from, to }) => !BESIDE.test(day.to <= from ? left.slice(day.to, from) : left.slice(to, day.from))),
  )
}

/** Days without a number that `findDates` does not see. */
const NAMED_DAYS =
  /(?<!\p{L})(?:(?:this|yesterday) (?:morning|afternoon|evening)|yesterday|today|last night|tonight|(?:vor)?gestern|heute|(?:avant-)?hier|aujourd['’]hui|anteayer|ayer|hoy)(?!\p{L})|[월화수목금토일]요일|그저께|그제|어제|오늘|[日月火水木金土]曜|(?:周|星期|礼拜|禮拜)[一二三四五六日天]|一昨日|昨日|今日|前天|昨天|今天/giu
const SHORT_WEEKDAYS = /(?<!\p{L})(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?!\p{L})\.?/gu
/** “2026”, “Oct 2026”, which say no day. */
const YEAR_ALONE = /^\D*\d{4}\D*$/u
/** Between a date and its own weekday: “Tuesday, 3 November”, “11월 3일(화요일)”. */
const BESIDE = /^[\s,.(]*(?:(?:the|dem|den|der|le|el)\s+)?$/iu

/** The text with spaces in these places: the others stay where they are. */
const without = (text: string, places: readonly Place[]): string =>
  places.reduce((left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text)

/** “2099”, “Oct 2099” */
const isLaterYear = (date: string, latest: string): boolean =>
  [...date.matchAll(/(?<!\d)\d{4}(?!\d)/gu)].some(([year]) => year > latest.slice(0, 4))

/** A time of day, which says no date. */
const CLOCK = /^\D{0,4}\d{1,2}(?:[:.]\d{2}|\s?[시時])|^\d{1,2}\s?(?:[ap]\.?m|Uhr)/iu

const ZONES = /\b(?:UTC|GMT|KST|JST|CET|CEST|[ECMP][SD]?T|AM|PM|Uhr)\b/gu
/** Words that name no channel, observer or place. */
const FILLERS =
  /^(?:on|at|in|by|the|of|and|to|from|seen|accessed|retrieved|about|around|am|um|im|on|der|die|das|today|tomorrow|yesterday)$/iu

const wordsIn = (rest: string): readonly string[] =>
  (rest.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []).filter(
    (word) => /\p{L}/u.test(word) && !FILLERS.test(word) && !isPlaceholder(word),
  )

/** Parts between commas, semicolons, middle dots and prepositions of place. */
const partsIn = (rest: string): readonly string[] =>
  rest.split(/[,;·|()]|\s[–—-]\s|\s(?:at|in|on|near|from|bei|in|am|an)\s/u).filter((part) => wordsIn(part).length > 0)
