import { colourProfile } from './colourProfile'
import { concatBytes, bytesBetween, startsWith, dataViewOf } from './pictureBytes'

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
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = dataViewOf(bytes)
  const parts: Uint8Array[] = [bytesBetween(bytes, 0, 2)]
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
      parts.push(bytesBetween(bytes, at, at + 2))
      return concatBytes(parts)
    }
    const end = at + 2 + view.getUint16(at + 2)
    const segment = bytesBetween(bytes, at, end)
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
    parts.push(bytesBetween(bytes, start, at))
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
  return pieces.length === 0 || pieces.includes(undefined as never) ? undefined : colourProfile(concatBytes(pieces))
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
  const kept = Uint8Array.from(bytesBetween(jfif, 0, 18))
  kept.set([0, 16], 2)
  kept.set([0, 0], 16)
  return kept
}

/** Keeps "Adobe", version, two flags and the colour transform. The bytes after them do not belong to the segment. */
function adobeSegment(adobe: Uint8Array): Uint8Array {
  const kept = Uint8Array.from(bytesBetween(adobe, 0, 16))
  kept.set([0, 14], 2)
  return kept
}

/** Reads tag 274 of the first directory (Exif 2.32, 4.6.5). 1 without one. */
function orientationOf(segment: Uint8Array): number {
  if (!startsWith(segment, 4, 'Exif\0\0')) return 1
  const tiff = segment.subarray(10)
  if (tiff.length < 14) return 1
  const view = dataViewOf(tiff)
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
