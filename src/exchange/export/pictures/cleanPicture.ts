import { crc32, inflateSync } from 'node:zlib'
import { colourProfile } from './colourProfile'

/**
 * Removes what pictures say about place, camera and people. Each picture is rebuilt from the parts that are needed to
 * show it, by name. Everything else (EXIF, XMP, IPTC, comments, thumbnails, bytes after the end) stays in the
 * library. Kept are the orientation of a JPEG, or the picture would lie on its side, and the colour numbers of a
 * profile.
 */

/**
 * Rebuilds a picture by allow-list. Returns undefined if it is damaged or is not of `mediaType`. The pixels are the
 * same bytes.
 */
export function cleanPicture(bytes: Uint8Array, mediaType: string): Uint8Array | undefined {
  try {
    switch (mediaType) {
      case 'image/jpeg':
        return cleanJpeg(bytes)
      case 'image/png':
        return cleanPng(bytes)
      case 'image/webp':
        return cleanWebp(bytes)
      case 'image/gif':
        return cleanGif(bytes)
      default:
        return undefined
    }
  } catch (error) {
    // A read past the end: the picture is cut short.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const startsWith = (bytes: Uint8Array, at: number, signature: string): boolean =>
  [...signature].every((character, index) => bytes[at + index] === character.charCodeAt(0))

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Returns a part. @throws RangeError if it is cut short. */
function part(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (to > bytes.length || from > to) throw new RangeError('The picture is cut short.')
  return bytes.subarray(from, to)
}

/** Frames, tables, scans and restarts (ITU-T T.81, table B.1). Reserved segments and extensions show nothing. */
const JPEG_CODING: ReadonlySet<number> = new Set([
  ...Array.from({ length: 16 }, (_, index) => 0xc0 + index).filter((marker) => marker !== 0xc8),
  0xda,
  0xdb,
  0xdc,
  0xdd,
  0xde,
  0xdf,
])

/**
 * Follows ITU-T T.81, annex B. Of the application segments JFIF, ICC profiles and the colour transform of Adobe stay.
 */
function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = viewOf(bytes)
  const parts: Uint8Array[] = [part(bytes, 0, 2)]
  const profile = profileOfJpeg(bytes, view)
  let isProfileIn = false
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) {
      parts.push(part(bytes, at, at + 2))
      return joined(parts)
    }
    const end = at + 2 + view.getUint16(at + 2)
    const segment = part(bytes, at, end)
    if (marker === 0xe1) {
      const orientation = orientationOf(segment)
      if (orientation > 1) parts.push(orientationSegment(orientation))
    } else if (JPEG_CODING.has(marker)) parts.push(segment)
    else if (marker === 0xe0 && startsWith(segment, 4, 'JFIF\0')) parts.push(withoutThumbnail(segment))
    else if (marker === 0xee && startsWith(segment, 4, 'Adobe')) parts.push(adobeSegment(segment))
    else if (isProfileSegment(segment) && !isProfileIn) {
      parts.push(...profileSegments(profile))
      isProfileIn = true
    }
    at = end
    if (marker !== 0xda) continue
    // Entropy-coded data goes on to the next marker that is not part of it (RST, stuffed 00).
    const start = at
    while (
      !(
        view.getUint8(at) === 0xff &&
        view.getUint8(at + 1) !== 0 &&
        !(view.getUint8(at + 1) >= 0xd0 && view.getUint8(at + 1) <= 0xd7) &&
        view.getUint8(at + 1) !== 0xff
      )
    )
      at++
    parts.push(part(bytes, start, at))
  }
  return undefined
}

const PROFILE_NAME = 'ICC_PROFILE\0'
const isProfileSegment = (segment: Uint8Array): boolean =>
  segment[1] === 0xe2 && startsWith(segment, 4, PROFILE_NAME) && segment.length > 18

/**
 * Joins the segments of the profile before the pixels (ICC.1, B.4) and cleans it. Each segment holds its number and
 * the count.
 */
function profileOfJpeg(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda;) {
    if (view.getUint8(at + 1) === 0xff) {
      at++
      continue
    }
    const segment = bytes.subarray(at, at + 2 + view.getUint16(at + 2))
    // The first segment with a number counts.
    if (isProfileSegment(segment)) pieces[(segment[16] ?? 0) - 1] ??= segment.subarray(18)
    at += 2 + view.getUint16(at + 2)
  }
  return pieces.length === 0 || pieces.includes(undefined as never) ? undefined : colourProfile(joined(pieces))
}

/** Bytes of a profile that fit into one segment. */
const MOST_PROFILE = 0xffff - 16

function profileSegments(profile: Uint8Array | undefined): readonly Uint8Array[] {
  if (!profile) return []
  const count = Math.ceil(profile.length / MOST_PROFILE)
  return Array.from({ length: count }, (_, index) => {
    const piece = profile.subarray(index * MOST_PROFILE, (index + 1) * MOST_PROFILE)
    const length = piece.length + 16
    return Uint8Array.from([
      0xff,
      0xe2,
      length >> 8,
      length & 0xff,
      ...[...PROFILE_NAME].map((character) => character.charCodeAt(0)),
      index + 1,
      count,
      ...piece,
    ])
  })
}

function withoutThumbnail(jfif: Uint8Array): Uint8Array {
  const kept = Uint8Array.from(part(jfif, 0, 18))
  kept.set([0, 16], 2)
  kept.set([0, 0], 16)
  return kept
}

/** Keeps "Adobe", version, two flags and the colour transform. The bytes after them do not belong to the segment. */
function adobeSegment(adobe: Uint8Array): Uint8Array {
  const kept = Uint8Array.from(part(adobe, 0, 16))
  kept.set([0, 14], 2)
  return kept
}

/** Reads tag 274 of the first directory (Exif 2.32, 4.6.5). 1 without one. */
function orientationOf(segment: Uint8Array): number {
  if (!startsWith(segment, 4, 'Exif\0\0')) return 1
  const tiff = segment.subarray(10)
  if (tiff.length < 14) return 1
  const view = viewOf(tiff)
  const little = startsWith(tiff, 0, 'II')
  const first = view.getUint32(4, little)
  if (first + 2 > tiff.length) return 1
  for (let index = 0, count = view.getUint16(first, little); index < count; index++) {
    const entry = first + 2 + index * 12
    if (entry + 12 > tiff.length) return 1
    if (view.getUint16(entry, little) === 274) {
      const value = view.getUint16(entry + 8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
  }
  return 1
}

const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xe1,
    0,
    34,
    ...[...'Exif\0\0'].map((character) => character.charCodeAt(0)),
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    18,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ])

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
function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x89 || !startsWith(bytes, 1, 'PNG\r\n\u001a\n')) return undefined
  const view = viewOf(bytes)
  const parts: Uint8Array[] = [part(bytes, 0, 8)]
  for (let at = 8; ;) {
    const end = at + 12 + view.getUint32(at)
    const chunk = part(bytes, at, end)
    const name = String.fromCharCode(...chunk.subarray(4, 8))
    if (PNG_CHUNKS.has(name)) parts.push(chunk)
    else if (name === 'iCCP') parts.push(...profileChunk(chunk))
    if (name === 'IEND') return joined(parts)
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
  const data = joined([Uint8Array.from([0x49, 0x43, 0x43, 0, 0]), stored(profile)])
  const whole = new Uint8Array(12 + data.length)
  const view = viewOf(whole)
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
  return joined([...parts, Uint8Array.from([b >> 8, b & 0xff, a >> 8, a & 0xff])])
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
/** Flags of VP8X: EXIF and XMP follow. */
const WEBP_METADATA = 0x08 | 0x04
/** Flag of VP8X: an ICC profile follows. */
const WEBP_PROFILE = 0x20

/** Follows RFC 9649, clause 2.7. */
function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined
  const view = viewOf(bytes)
  const size = Math.min(bytes.length, view.getUint32(4, true) + 8)
  const parts: Uint8Array[] = []
  /** Names the chunks that follow. Without it no reader looks for a profile. */
  let extended: Uint8Array | undefined
  for (let at = 12; at + 8 <= size;) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    // The last chunk may have no padding.
    const chunk = Uint8Array.from(
      part(bytes, at, Math.min(end, at + 8 + length + (end > bytes.length ? 0 : length % 2))),
    )
    if (name === 'VP8X' && chunk.length > 8) {
      chunk[8] = (chunk[8] ?? 0) & ~(WEBP_METADATA | WEBP_PROFILE)
      extended ??= chunk
    }
    if (name === 'ICCP') {
      const profile = colourProfile(chunk.subarray(8, 8 + length))
      if (profile && extended) {
        parts.push(riffChunk(name, profile))
        extended[8] = (extended[8] ?? 0) | WEBP_PROFILE
      }
    } else if (name === 'ANMF') parts.push(cleanFrame(chunk))
    else if (WEBP_CHUNKS.has(name)) parts.push(chunk)
    at = end
  }
  if (parts.length === 0) return undefined
  const body = joined(parts)
  const head = Uint8Array.from(bytes.subarray(0, 12))
  viewOf(head).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

function riffChunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + data.length + (data.length % 2))
  whole.set([...name].map((character) => character.charCodeAt(0)))
  viewOf(whole).setUint32(4, data.length, true)
  whole.set(data, 8)
  return whole
}

const FRAME_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH'])

/** A frame of an animation has chunks of its own (RFC 9649, 2.7.1.1), which may be of any kind. */
function cleanFrame(frame: Uint8Array): Uint8Array {
  const view = viewOf(frame)
  const parts: Uint8Array[] = [part(frame, 0, 24)]
  for (let at = 24; at + 8 <= frame.length;) {
    const length = view.getUint32(at + 4, true)
    const end = Math.min(frame.length, at + 8 + length + (length % 2))
    if (FRAME_CHUNKS.has(String.fromCharCode(...frame.subarray(at, at + 4))))
      parts.push(part(frame, at, Math.max(end, at + 8 + length)))
    at += 8 + length + (length % 2)
  }
  const clean = joined(parts)
  viewOf(clean).setUint32(4, clean.length - 8, true)
  return clean
}

/** Follows GIF89a. Leaves out comments, plain text and application data but the loop count. */
function cleanGif(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 0, 'GIF87a') && !startsWith(bytes, 0, 'GIF89a')) return undefined
  const view = viewOf(bytes)
  const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))
  let at = 13 + colours(view.getUint8(10))
  const parts: Uint8Array[] = [part(bytes, 0, at)]
  const afterBlocks = (from: number): number => {
    let next = from
    while (view.getUint8(next) !== 0) next += view.getUint8(next) + 1
    return next + 1
  }
  for (;;) {
    const kind = view.getUint8(at)
    if (kind === 0x3b) return joined([...parts, part(bytes, at, at + 1)])
    if (kind === 0x2c) {
      const end = afterBlocks(at + 10 + colours(view.getUint8(at + 9)) + 1)
      parts.push(part(bytes, at, end))
      at = end
    } else if (kind === 0x21) {
      const end = afterBlocks(at + 2)
      const label = view.getUint8(at + 1)
      if (label === 0xf9 || (label === 0xff && startsWith(bytes, at + 3, 'NETSCAPE2.0')))
        parts.push(part(bytes, at, end))
      at = end
    } else return undefined
  }
}
