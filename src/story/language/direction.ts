// oxlint-disable-next-line typescript/triple-slash-reference -- types for every program that includes this file
/// <reference path="./bidi-js.d.ts" />
/** The direction in which a block of copy runs. The sheet, what a person signs and every export follow this rule. */
import bidiFactory from 'bidi-js'
import { lazy } from '../text/lazy'

export type Direction = 'ltr' | 'rtl'

/**
 * bidi-js needs seconds for a line with more isolates than this: its time grows with their square. Such a line is shown
 * in stored order.
 */
const MOST_ISOLATES = 2000

const bidi = lazy(bidiFactory)

const ISOLATES = /[\u2066-\u2069]/g

export const hasTooManyIsolates = (line: string): boolean => (line.match(ISOLATES)?.length ?? 0) > MOST_ISOLATES

/**
 * The direction that `dir="auto"` gives a block in Chromium: the first character with a direction decides, also a
 * direction mark, a Roman numeral or a character inside an isolate. Undefined if no character has one.
 */
export function strongDirection(text: string): Direction | undefined {
  for (const character of text) {
    const type = bidi().getBidiCharTypeName(character)
    if (type === 'L') return 'ltr'
    if (type === 'R' || type === 'AL') return 'rtl'
  }
  return undefined
}

/**
 * The direction that a block needs so that readers see the order that the sheet shows. A block without letters runs
 * from the left there, also in an Arabic story. Undefined if it reads alike from both sides ("45%", but not "3 - 1").
 */
export const directionOf = (text: string): Direction | undefined =>
  strongDirection(text) ?? (readsAlike(text.trim()) ? undefined : 'ltr')

/** The longest line of which both orders are computed: bidi-js needs seconds for a hundred thousand figures. */
const MOST_COMPARED = 500

function readsAlike(line: string): boolean {
  if (line.length > MOST_COMPARED || hasTooManyIsolates(line)) return false
  const [fromLeft, fromRight] = (['ltr', 'rtl'] as const).map((direction) => visualOrder(line, direction).join(' '))
  return fromLeft === fromRight
}

/** Offsets in `line` from left to right, in a block of this direction. */
export const visualOrder = (line: string, direction: Direction): readonly number[] =>
  bidi().getReorderedIndices(line, bidi().getEmbeddingLevels(line, direction))
