// oxlint-disable-next-line typescript/triple-slash-reference -- types for every program that includes this file
/// <reference path="./punycode.d.ts" />
import { decode } from 'punycode/'
import type { ShownReading } from './shownReadings'
import { unescapePercent } from './unescapeForScan'

/**
 * Returns the text with its addresses as people read them: “김민지.kr” for “xn--4k0bm4xcwk.kr”, “Ana Vega” for
 * “Ana%20Vega”. Browsers copy an address in the second form, and Stet itself writes hosts with other letters than ASCII
 * in Punycode. An empty list for most texts.
 */
export function addressReadings(text: string): readonly ShownReading[] {
  const parts: string[] = []
  const at: number[] = []
  const ends: number[] = []
  const keep = (from: number, to: number): void => {
    parts.push(text.slice(from, to))
    for (let offset = from; offset < to; offset++) {
      at.push(offset)
      ends.push(offset + 1)
    }
  }
  let done = 0
  for (const { 0: encoded, index } of text.matchAll(ENCODED)) {
    const decoded = encoded.startsWith('%') ? unescapePercent(encoded) : labelOf(encoded.slice(PREFIX).toLowerCase())
    if (decoded === undefined) continue
    keep(done, index)
    done = index + encoded.length
    parts.push(decoded)
    // A decoded letter has no place of its own.
    for (let unit = 0; unit < decoded.length; unit++) {
      at.push(index)
      ends.push(done)
    }
  }
  if (done === 0) return []
  keep(done, text.length)
  return [{ text: parts.join(''), at, ends }]
}

/** A label of a host, which has 63 characters at most, or bytes with percent signs. */
const ENCODED = /(?<![a-z0-9-])xn--[a-z0-9-]{1,59}(?![a-z0-9-])|(?:%(?:25)*[0-9a-f]{2})+/gi
const PREFIX = 4

/** Undefined: it is no Punycode. */
function labelOf(encoded: string): string | undefined {
  try {
    return decode(encoded)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}
