import { inflateSync } from 'node:zlib'
import { dataViewOf } from './pictureBytes'

/**
 * Returns the bytes of a picture that may hold words: segments of a JPEG before its pixels, chunks of a PNG or WebP
 * without pixels. Returns all bytes of other files, because a false alarm is better than a leaked name.
 */
export function metadataOf(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, [0xff, 0xd8])) return joined(jpegSegments(bytes))
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return joined(pngChunks(bytes))
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46])) return joined(riffChunks(bytes))
  return bytes
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** Returns APP1 to APP15, comments and the bytes after the picture. APP0 and the coder tables have no words. */
function jpegSegments(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  const data = dataViewOf(bytes)
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const length = data.getUint16(at + 2)
    if (marker === 0xda) break
    if ((marker > 0xe0 && marker <= 0xef) || marker === 0xfe) found.push(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  const end = bytes.findLastIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xd9)
  return end > 0 ? [...found, bytes.subarray(end + 2)] : found
}

const PNG_PIXELS: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'fdAT', 'acTL', 'fcTL'])

function pngChunks(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  const data = dataViewOf(bytes)
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = data.getUint32(at)
    const name = nameAt(bytes, at + 4)
    const chunk = bytes.subarray(at + 8, at + 8 + length)
    if (!PNG_PIXELS.has(name)) found.push(chunk, ...inflated(name, chunk))
    at += 12 + length
  }
  return found
}

/** Most bytes of unpacked words. More are no caption. */
const MOST_WORDS = 16 * 1024 * 1024

/**
 * Unpacks the compressed part of zTXt, iTXt and iCCP (PNG, third edition, 11.3). Returns nothing if there is none, or
 * nobody could unpack it.
 */
function inflated(name: string, chunk: Uint8Array): readonly Uint8Array[] {
  const keyword = chunk.indexOf(0)
  if (keyword < 0) return []
  let from = keyword + 2
  if (name === 'iTXt') {
    if (chunk[keyword + 1] !== 1) return []
    const language = chunk.indexOf(0, keyword + 3)
    const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1)
    if (translated < 0) return []
    from = translated + 1
  } else if (name !== 'zTXt' && name !== 'iCCP') return []
  try {
    return [inflateSync(chunk.subarray(from), { maxOutputLength: MOST_WORDS })]
  } catch {
    return []
  }
}

function riffChunks(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  const data = dataViewOf(bytes)
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = data.getUint32(at + 4, true)
    if (!['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANMF', 'ANIM'].includes(nameAt(bytes, at)))
      found.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return found
}

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length + 1
  }
  return whole
}
