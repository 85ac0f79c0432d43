// The numbers of RFC 3492, section 5.
const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const FIRST_CODE = 128
const FIRST_BIAS = 72
const LAST_CODE = 0x10ffff

/**
 * Decodes what stands behind “xn--” in a label of a host (RFC 3492, section 6.2). `encoded`: small letters, digits and
 * hyphens. Undefined: it is no Punycode.
 */
export function decodePunycode(encoded: string): string | undefined {
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
