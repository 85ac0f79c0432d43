/** What is printed of the samples, and which goals are missed. */
import { median, quantile } from '../statistics.mjs'

const FRAME_MS = 1000 / 60
const p95 = (values) => quantile(values, 0.95)

/** `most`: at most this many times the smallest library. `atMost`: at most this. `of`: the name of the samples. */
const rowsFor = (reader) => [
  { label: 'spawn to the list, ms', of: 'list', take: median, most: 1.15 },
  { label: 'spawn to the first key in the sheet, ms', of: 'editable', take: median, most: 1.15 },
  { label: 'without an index: spawn to the list, ms', of: 'listAnew', take: median },
  { label: 'without an index: to the first key, ms', of: 'editableAnew', take: median },
  { label: 'without an index: until it is whole, ms', of: 'wholeAnew', take: median },
  { label: 'key to its frame, p50, ms', of: 'key', take: median, most: 1.05 },
  { label: 'key to its frame, p95, ms', of: 'key', take: p95, most: 1.05 },
  { label: 'memory of main at rest, MB', of: 'mainAtRest', take: median, most: 1.3 },
  { label: 'memory of the window at rest, MB', of: 'windowAtRest', take: median, most: 1.3 },
  { label: 'memory of main after all this, MB', of: 'main', take: median, most: 1.3 },
  { label: 'memory of the window after all this, MB', of: 'window', take: median, most: 1.3 },
  { label: 'of it, private to main, MB', of: 'mainPrivate', take: median },
  { label: 'of it, private to the window, MB', of: 'windowPrivate', take: median },
  { label: 'frames over 33 ms while the list scrolls, %', of: 'late', take: median, atMost: 1 },
  { label: 'opening a story, p50, ms', of: 'open', take: median },
  { label: 'opening a story, p95, ms', of: 'open', take: p95, most: 1.2 },
  { label: 'last key of a word to its results, p50, ms', of: 'search', take: median },
  { label: 'last key of a word to its results, p95, ms', of: 'search', take: p95, isSearch: true },
  { label: 'FTS5 alone: a word, p95, ms', of: 'fts5', take: p95 },
  { label: `${reader}: a word, p95, ms`, of: 'reader', take: p95 },
  { label: 'stet list --limit 50, ms', of: 'stetList', take: median, most: 1.3 },
  { label: 'stet search WORD, ms', of: 'stetSearch', take: median, most: 1.3 },
  { label: 'stet queue, ms', of: 'stetQueue', take: median, most: 1.3 },
  { label: 'building the index, with reading, ms', of: 'index', take: median, isBuild: true },
  { label: 'FTS5 alone: inserting the texts, ms', of: 'inserting', take: median },
  { label: 'building the index, processor time, ms', of: 'indexProcessor', take: median },
  { label: 'FTS5 alone: inserting, processor time, ms', of: 'insertingProcessor', take: median },
  { label: 'reading the story files for it, ms', of: 'reading', take: median },
]

const shown = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

/**
 * `samples`: of each size, smallest first, all rounds of each name. Returns the table, with ratios to the smallest
 * library, and the goals that the greatest library misses.
 */
export function judged(samples, reader) {
  const sizes = [...samples.keys()].sort((a, b) => a - b)
  const [smallest, greatest] = [sizes[0], sizes.at(-1)]
  const rows = [['stories', ...sizes.map((size) => size.toLocaleString('en')), 'goal']]
  const missed = []
  for (const row of rowsFor(reader)) {
    const values = sizes.map((size) => valueOf(samples.get(size), row))
    if (values.every((value) => value === undefined)) continue
    const ratio = (value) => (value === undefined || !values[0] ? undefined : value / values[0])
    const cells = values.map((value, at) => {
      if (value === undefined) return ''
      return at === 0 || ratio(value) === undefined ? shown(value) : `${shown(value)} (${ratio(value).toFixed(2)} x)`
    })
    rows.push([row.label, ...cells, goalOf(row)])
    if (greatest !== smallest || row.atMost !== undefined)
      missed.push(
        ...missesOf(row, { value: values.at(-1), ratio: ratio(values.at(-1)), of: samples.get(greatest) }).map(
          (miss) => `${row.label}, ${greatest} stories: ${miss}`,
        ),
      )
  }
  return { rows, missed }
}

const valueOf = (samples, { of, take }) => (samples[of]?.length > 0 ? take(samples[of]) : undefined)

function goalOf({ most, atMost, isSearch, isBuild }) {
  if (isSearch) return '1.5 x FTS5 + a frame, 0.2 x reader'
  if (isBuild) return '3 x FTS5'
  if (atMost !== undefined) return `< ${atMost}`
  return most === undefined ? '' : `${most} x`
}

function missesOf({ most, atMost, isSearch, isBuild }, { value, ratio, of }) {
  const misses = []
  if (value === undefined) return misses
  if (most !== undefined && ratio > most) misses.push(`${ratio.toFixed(2)} x the smallest, goal ${most} x`)
  if (atMost !== undefined && value >= atMost) misses.push(`${value.toFixed(2)}, goal < ${atMost}`)
  if (isSearch && of.fts5) {
    const limit = 1.5 * p95(of.fts5) + FRAME_MS
    if (value > limit) misses.push(`${shown(value)} ms, goal 1.5 x FTS5 and a frame: ${shown(limit)} ms`)
  }
  if (isSearch && of.reader) {
    const times = value / p95(of.reader)
    if (times > 0.2) misses.push(`${times.toFixed(2)} x the program that reads the files, goal 0.2 x`)
  }
  if (isBuild && of.inserting) {
    const times = value / median(of.inserting)
    if (times > 3) misses.push(`${times.toFixed(2)} x FTS5's insertion, goal 3 x`)
  }
  return misses
}
