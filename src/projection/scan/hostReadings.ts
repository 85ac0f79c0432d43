import type { ShownReading } from './shownReadings'

/**
 * Returns the text with the names of hosts as people type them: “김민지.kr” for “xn--4k0bm4xcwk.kr”. Browsers and Stet
 * itself write a host with other letters than ASCII in Punycode (RFC 3492), in which no name is legible. An empty list
 * for most texts.
 */
export function hostReadings(text: string): readonly ShownReading[] {
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
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    const decoded = decodePunycode(label.slice(PREFIX).toLowerCase())
    if (decoded === undefined) continue
    keep(done, index)
    done = index + label.length
    parts.push(decoded)
    // A letter of the label has no place of its own.
    at.push(...Array<number>(decoded.length).fill(index))
    ends.push(...Array<number>(decoded.length).fill(done))
  }
  if (done === 0) return []
  keep(done, text.length)
  return [{ text: parts.join(''), at, ends }]
}

/** A label of a host has 63 characters at most. */
const LABEL = /(?<![a-z0-9-])xn--[a-z0-9-]{1,59}(?![a-z0-9-])/gi
const PREFIX = 4

// The numbers of RFC 3492, section 5.
const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const FIRST_CODE = 128
const FIRST_BIAS = 72
const LAST_CODE = 0x10ffff

/** RFC 3492, section 6.2. `encoded`: small letters, digits and hyphens. Undefined: it is no Punycode. */
function decodePunycode(encoded: string): string | undefined {
  const basic = Math.max(0, encoded.lastIndexOf('-'))
  const codes = Array.from(encoded.slice(0, basic), (letter) => letter.codePointAt(0) ?? 0)
  let code = FIRST_CODE
  let bias = FIRST_BIAS
  let place = 0
  let next = basic > 0 ? basic + 1 : 0
  while (next < encoded.length) {
    const before = place
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(encoded.charAt(next++))
      if (digit === undefined) return undefined
      place += digit * weight
      const threshold = Math.min(T_MAX, Math.max(T_MIN, step - bias))
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    const length = codes.length + 1
    bias = adapted(place - before, length, before === 0)
    code += Math.floor(place / length)
    if (code > LAST_CODE) return undefined
    place %= length
    codes.splice(place++, 0, code)
  }
  return String.fromCodePoint(...codes)
}

function digitOf(letter: string): number | undefined {
  if (letter >= 'a' && letter <= 'z') return letter.charCodeAt(0) - 0x61
  return letter >= '0' && letter <= '9' ? letter.charCodeAt(0) - 0x30 + 26 : undefined
}

/** RFC 3492, section 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? DAMP : 2))
  left += Math.floor(left / length)
  let steps = 0
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; steps += BASE) left = Math.floor(left / (BASE - T_MIN))
  return steps + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW))
}
