import { colourProfile } from './colourProfile'
import { concatBytes, bytesBetween, startsWith, dataViewOf } from './pictureBytes'

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
/** Flags of VP8X: EXIF and XMP follow. */
const WEBP_METADATA = 0x08 | 0x04
/** Flag of VP8X: an ICC profile follows. */
const WEBP_PROFILE = 0x20

/** Follows RFC 9649, clause 2.7. */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined
  const view = dataViewOf(bytes)
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
      bytesBetween(bytes, at, Math.min(end, at + 8 + length + (end > bytes.length ? 0 : length % 2))),
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
  const body = concatBytes(parts)
  const head = Uint8Array.from(bytes.subarray(0, 12))
  dataViewOf(head).setUint32(4, body.length + 4, true)
  return concatBytes([head, body])
}

function riffChunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + data.length + (data.length % 2))
  whole.set([...name].map((character) => character.charCodeAt(0)))
  dataViewOf(whole).setUint32(4, data.length, true)
  whole.set(data, 8)
  return whole
}

const FRAME_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH'])

/** A frame of an animation has chunks of its own (RFC 9649, 2.7.1.1), which may be of any kind. */
function cleanFrame(frame: Uint8Array): Uint8Array {
  const view = dataViewOf(frame)
  const parts: Uint8Array[] = [bytesBetween(frame, 0, 24)]
  for (let at = 24; at + 8 <= frame.length;) {
    const length = view.getUint32(at + 4, true)
    const end = Math.min(frame.length, at + 8 + length + (length % 2))
    if (FRAME_CHUNKS.has(String.fromCharCode(...frame.subarray(at, at + 4))))
      parts.push(bytesBetween(frame, at, Math.max(end, at + 8 + length)))
    at += 8 + length + (length % 2)
  }
  const clean = concatBytes(parts)
  dataViewOf(clean).setUint32(4, clean.length - 8, true)
  return clean
}
