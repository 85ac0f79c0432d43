import { crc32, inflateSync } from 'node:zlib'
import { colourProfile } from './colourProfile'
import { concatBytes, bytesBetween, startsWith, dataViewOf } from './pictureBytes'

const PNG_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
])

/** Follows PNG, third edition, clause 11. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x89 || !startsWith(bytes, 1, 'PNG\r\n\u001a\n')) return undefined
  const view = dataViewOf(bytes)
  const parts: Uint8Array[] = [bytesBetween(bytes, 0, 8)]
  for (let at = 8; ;) {
    const end = at + 12 + view.getUint32(at)
    const chunk = bytesBetween(bytes, at, end)
    const name = String.fromCharCode(...chunk.subarray(4, 8))
    if (PNG_CHUNKS.has(name)) parts.push(chunk)
    else if (name === 'iCCP') parts.push(...profileChunk(chunk))
    if (name === 'IEND') return concatBytes(parts)
    at = end
  }
}

/** Most bytes of an unpacked profile. */
const MOST_UNPACKED = 8 * 1024 * 1024

/**
 * Writes name, method and profile (PNG, 11.3.2.3). The profile is stored: compressed bytes would differ between
 * machines.
 */
function profileChunk(chunk: Uint8Array): readonly Uint8Array[] {
  const profile = colourProfile(unpacked(chunk.subarray(chunk.indexOf(0, 8) + 2, chunk.length - 4)) ?? new Uint8Array())
  if (!profile) return []
  const data = concatBytes([Uint8Array.from([0x49, 0x43, 0x43, 0, 0]), stored(profile)])
  const whole = new Uint8Array(12 + data.length)
  const view = dataViewOf(whole)
  view.setUint32(0, data.length)
  whole.set([0x69, 0x43, 0x43, 0x50], 4)
  whole.set(data, 8)
  view.setUint32(8 + data.length, crc32(whole.subarray(4, 8 + data.length)))
  return [whole]
}

function unpacked(data: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(data, { maxOutputLength: MOST_UNPACKED })
  } catch {
    return undefined
  }
}

/** Writes stored blocks and the Adler-32 of all bytes (RFC 1950 and 1951). */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from([0x78, 0x01])]
  for (let at = 0; at < bytes.length; at += 0xffff) {
    const block = bytes.subarray(at, at + 0xffff)
    const [low, high] = [block.length & 0xff, block.length >> 8]
    parts.push(Uint8Array.from([at + 0xffff >= bytes.length ? 1 : 0, low, high, low ^ 0xff, high ^ 0xff]), block)
  }
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return concatBytes([...parts, Uint8Array.from([b >> 8, b & 0xff, a >> 8, a & 0xff])])
}
