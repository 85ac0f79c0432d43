/** The order in which words are shown: the Unicode bidirectional algorithm, by bidi-js. */
import bidiFactory from 'bidi-js'
import { fold } from './text'

const bidi = bidiFactory()

/** The range of a line as it is read from left to right on the screen, with the line's direction given or found. */
function shownIn(line: string, from: number, to: number, direction: 'ltr' | 'rtl' | 'auto'): string {
  const levels = bidi.getEmbeddingLevels(line, direction as 'ltr')
  const indices = bidi.getReorderedIndices(line, levels)
  return indices
    .filter((index: number) => index >= from && index < to)
    .map((index: number) => line.charAt(index))
    .join('')
}

const MOST_KNOWN = 5000
const known = new Map<string, readonly string[]>()

/** As read in a line whose direction is that of its first letter, from left to right, and from right to left. */
export function shownWords(line: string, from: number, to: number): readonly string[] {
  const key = `${from} ${to} ${line}`
  const before = known.get(key)
  if (before) return before
  const shown = (['auto', 'ltr', 'rtl'] as const).map((direction) => fold(shownIn(line, from, to, direction)))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, shown)
  return shown
}
