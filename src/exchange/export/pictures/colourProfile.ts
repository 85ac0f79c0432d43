/**
 * Removes everything but colour from ICC profiles. A profile may name a screen, a camera or scanner with its serial
 * number, the program, the day and the person who calibrated it, and may have any private tag. The profile is rebuilt
 * by name from the numbers that colours are computed with (ICC.1:2022).
 */
import { dataViewOf } from './pictureBytes'

const HEADER = 128
/** Most bytes of a profile. Profiles of presses have two or three million. */
const MOST_BYTES = 8 * 1024 * 1024
const MOST_TAGS = 100

/** Primaries, curves, white points and tables between the colours of the picture and the common space. */
const COLOUR_TAGS: ReadonlySet<string> = new Set([
  'rXYZ',
  'gXYZ',
  'bXYZ',
  'rTRC',
  'gTRC',
  'bTRC',
  'kTRC',
  'wtpt',
  'bkpt',
  'lumi',
  'chad',
  'chrm',
  'cicp',
  'A2B0',
  'A2B1',
  'A2B2',
  'B2A0',
  'B2A1',
  'B2A2',
  'D2B0',
  'D2B1',
  'D2B2',
  'D2B3',
  'B2D0',
  'B2D1',
  'B2D2',
  'B2D3',
  'gamt',
])
const CLASSES: ReadonlySet<string> = new Set(['scnr', 'mntr', 'prtr', 'spac'])
const SPACES: ReadonlySet<string> = new Set(['RGB ', 'GRAY', 'CMYK'])
const CONNECTIONS: ReadonlySet<string> = new Set(['XYZ ', 'Lab '])
/** White point of the common space (ICC.1, 7.2.16). */
const D50 = [0xf6d6, 0x10000, 0xd32d] as const

/**
 * Returns a profile with the same colours and nothing else. undefined if it is damaged or not for pictures: then the
 * picture leaves without one. Equal bytes give equal bytes.
 */
export function colourProfile(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEADER + 4 || bytes.length > MOST_BYTES) return undefined
  const view = dataViewOf(bytes)
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  const version = view.getUint8(8)
  if (view.getUint32(0) > bytes.length || name(36) !== 'acsp' || (version !== 2 && version !== 4)) return undefined
  const [kind, space, connection] = [name(12), name(16), name(20)]
  if (!CLASSES.has(kind) || !SPACES.has(space) || !CONNECTIONS.has(connection)) return undefined
  const count = view.getUint32(HEADER)
  if (count > MOST_TAGS || HEADER + 4 + count * 12 > bytes.length) return undefined
  const tags = new Map<string, Uint8Array>([
    ['desc', words(space.trim(), version)],
    ['cprt', version === 2 ? plainText : words('', version)],
  ])
  for (let index = 0; index < count; index++) {
    const at = HEADER + 4 + index * 12
    const tag = name(at)
    if (!COLOUR_TAGS.has(tag) || tags.has(tag)) continue
    const [from, size] = [view.getUint32(at + 4), view.getUint32(at + 8)]
    const length = from + size <= bytes.length ? lengthOf(bytes.subarray(from, from + size)) : undefined
    // A colour without one of its numbers is another colour.
    if (length === undefined) return undefined
    tags.set(tag, bytes.subarray(from, from + length))
  }
  if (tags.size <= 2) return undefined
  return assembled(header(bytes), tags)
}

/** Returns the length that the numbers of a tag give. undefined if the type has no colour or the tag is cut short. */
function lengthOf(tag: Uint8Array): number | undefined {
  if (tag.length < 12) return undefined
  const view = dataViewOf(tag)
  const length = lengthByType(String.fromCharCode(...tag.subarray(0, 4)), tag, view)
  return length === undefined || length > tag.length ? undefined : length
}

/** Count of numbers in each parametric curve (ICC.1, table 68). */
const PARAMETERS = [1, 3, 4, 5, 7] as const

function lengthByType(type: string, tag: Uint8Array, view: DataView): number | undefined {
  switch (type) {
    case 'XYZ ':
      return 20
    case 'curv':
      return 12 + 2 * view.getUint32(8)
    case 'para': {
      const parameters = PARAMETERS[view.getUint16(8)]
      return parameters && 12 + 4 * parameters
    }
    case 'sf32':
      return 44
    case 'chrm':
      return 12 + 8 * view.getUint16(8)
    case 'cicp':
      return 12
    case 'mft1':
    case 'mft2': {
      if (tag.length < 52) return undefined
      const [inputs, outputs, grid] = [view.getUint8(8), view.getUint8(9), view.getUint8(10)]
      const cells = grid ** inputs * outputs
      return type === 'mft1'
        ? 48 + 256 * (inputs + outputs) + cells
        : 52 + 2 * (view.getUint16(48) * inputs + cells + view.getUint16(50) * outputs)
    }
    // Curves, tables and matrices at offsets inside the tag.
    case 'mAB ':
    case 'mBA ':
    case 'mpet':
      return tag.length
    default:
      return undefined
  }
}

/**
 * Keeps version, class, spaces and intent. Drops program, device, maker, platform, day and the hash of the old
 * profile.
 */
function header(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(HEADER)
  kept.set(bytes.subarray(8, 10), 8)
  kept.set(bytes.subarray(12, 24), 12)
  const view = dataViewOf(kept)
  // A day is mandatory: 1 January 2000.
  ;[2000, 1, 1].forEach((part, index) => view.setUint16(24 + 2 * index, part))
  kept.set(bytes.subarray(36, 40), 36)
  kept[67] = (bytes[67] ?? 0) & 3
  D50.forEach((part, index) => view.setUint32(68 + 4 * index, part))
  return kept
}

/** Writes the description or the copyright, which are mandatory. */
function words(text: string, version: number): Uint8Array {
  const ascii = [...text].map((letter) => letter.charCodeAt(0))
  if (version === 2) {
    const described = new Uint8Array(12 + ascii.length + 1 + 78)
    described.set(asciiOf('desc'))
    dataViewOf(described).setUint32(8, ascii.length + 1)
    described.set(ascii, 12)
    return described
  }
  const localized = new Uint8Array(28 + 2 * ascii.length)
  const view = dataViewOf(localized)
  localized.set(asciiOf('mluc'))
  ;[1, 12].forEach((number, index) => view.setUint32(8 + 4 * index, number))
  localized.set(asciiOf('enUS'), 16)
  ;[2 * ascii.length, 28].forEach((number, index) => view.setUint32(20 + 4 * index, number))
  ascii.forEach((code, index) => view.setUint16(28 + 2 * index, code))
  return localized
}

const asciiOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const plainText = Uint8Array.from([...asciiOf('text'), 0, 0, 0, 0, 0])

/**
 * Writes head and tags. Tags with the same bytes share them, as the three curves of most profiles do. Each tag begins
 * at a multiple of four.
 */
function assembled(head: Uint8Array, tags: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const places = new Map<string, number>()
  const data: Uint8Array[] = []
  let end = HEADER + 4 + tags.size * 12
  const put = (tag: Uint8Array): number => {
    const content = Buffer.from(tag).toString('latin1')
    const known = places.get(content)
    if (known !== undefined) return known
    const at = end
    places.set(content, at)
    const padded = new Uint8Array(Math.ceil(tag.length / 4) * 4)
    padded.set(tag)
    // The reserved bytes after the type are zero.
    padded.fill(0, 4, 8)
    data.push(padded)
    end += padded.length
    return at
  }
  const placed = [...tags].map(([name, tag]) => ({ name, at: put(tag), size: tag.length }))
  const whole = new Uint8Array(end)
  whole.set(head)
  const view = dataViewOf(whole)
  view.setUint32(0, end)
  view.setUint32(HEADER, tags.size)
  placed.forEach(({ name, at, size }, index) => {
    const entry = HEADER + 4 + index * 12
    whole.set(asciiOf(name), entry)
    view.setUint32(entry + 4, at)
    view.setUint32(entry + 8, size)
  })
  let at = HEADER + 4 + tags.size * 12
  for (const part of data) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
