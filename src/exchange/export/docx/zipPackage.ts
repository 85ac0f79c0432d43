/**
 * The zip files that our packages are (PKWARE's APPNOTE 6.3.3, as ISO/IEC 29500-2 narrows it), written and taken apart. A library for
 * zip would deflate too, slowly or with other bytes on another processor (deflate.ts); around it there is only this.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { deflater } from './deflate'

const ENTRY = 0x04034b50
const LISTED = 0x02014b50
const END = 0x06054b50
const ENTRY_BYTES = 30
const LISTED_BYTES = 46
const END_BYTES = 22
/** Version 2.0: deflated files in folders. */
const VERSION = 20
const STORED = 0
const DEFLATED = 8
/** Bytes; for less, zlib takes longer to begin than a reader to load what it would save. */
const WORTH_DEFLATING = 1024

/**
 * A zip with these parts in this order; their names are ASCII. Text is deflated; a few words, and bytes (pictures, which are compressed), are stored. The date of
 * every entry is `date` (RFC 3339) read as UTC, as near as zip can say it (from 1980, even seconds), so that equal parts give equal bytes wherever they are written.
 */
export function zipPackage(
  parts: readonly (readonly [name: string, content: string | Uint8Array])[],
  date: string,
): Uint8Array {
  const deflate = deflater()
  const when = dosTime(new Date(date))
  const entries: Uint8Array[] = []
  const list: Uint8Array[] = []
  let at = 0
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const isDeflated = typeof content === 'string' && bytes.length >= WORTH_DEFLATING
    const data = isDeflated ? deflate(bytes) : bytes
    const nameBytes = Buffer.from(name, 'ascii')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(VERSION, 0)
    facts.writeUInt16LE(isDeflated ? DEFLATED : STORED, 4)
    facts.writeUInt32LE(when, 6)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    entries.push(signed(ENTRY), facts, nameBytes, data)
    const listed = Buffer.alloc(LISTED_BYTES - 4)
    listed.writeUInt16LE(VERSION, 0)
    facts.copy(listed, 2)
    listed.writeUInt32LE(at, 38)
    list.push(signed(LISTED), listed, nameBytes)
    at += ENTRY_BYTES + nameBytes.length + data.length
  }
  const end = Buffer.alloc(END_BYTES - 4)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...entries, ...list, signed(END), end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

/** Time and date as MS-DOS has them, in one number. */
function dosTime(utc: Date): number {
  const year = Math.min(2099, Math.max(1980, utc.getUTCFullYear()))
  const date = ((year - 1980) << 9) | ((utc.getUTCMonth() + 1) << 5) | utc.getUTCDate()
  const time = (utc.getUTCHours() << 11) | (utc.getUTCMinutes() << 5) | (utc.getUTCSeconds() >> 1)
  return ((date << 16) | time) >>> 0
}

/**
 * The parts of a finished package, for whoever has to see everything in it. Throws when anything lies in it that is no part: before,
 * between or behind the parts, in comments or in extra fields.
 */
export function unzipPackage(bytes: Uint8Array): readonly (readonly [name: string, content: Uint8Array])[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.length - END_BYTES
  if (end < 0 || zip.readUInt32LE(end) !== END || zip.readUInt16LE(end + 20) !== 0) throw strange('its end')
  const parts: (readonly [string, Uint8Array])[] = []
  const listAt = zip.readUInt32LE(end + 16)
  let at = 0
  let listed = listAt
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (
      listed + LISTED_BYTES > end ||
      zip.readUInt32LE(listed) !== LISTED ||
      zip.readUInt16LE(listed + 30) + zip.readUInt16LE(listed + 32) !== 0 ||
      zip.readUInt32LE(listed + 42) !== at
    )
      throw strange('its list')
    const [method, size, whole, nameLength] = [
      zip.readUInt16LE(listed + 10),
      zip.readUInt32LE(listed + 20),
      zip.readUInt32LE(listed + 24),
      zip.readUInt16LE(listed + 28),
    ]
    const name = zip.toString('utf8', listed + LISTED_BYTES, listed + LISTED_BYTES + nameLength)
    const data = at + ENTRY_BYTES + nameLength
    if (
      data + size > listAt ||
      zip.readUInt32LE(at) !== ENTRY ||
      zip.readUInt16LE(at + 28) !== 0 ||
      zip.toString('utf8', at + ENTRY_BYTES, data) !== name
    )
      throw strange(name)
    const content = zip.subarray(data, data + size)
    parts.push([name, method === STORED ? content : inflated(content, whole, name)])
    at = data + size
    listed += LISTED_BYTES + nameLength
  }
  if (at !== listAt || listed !== end) throw strange('the space between its parts')
  return parts
}

function inflated(content: Uint8Array, whole: number, name: string): Uint8Array {
  try {
    // `info`: the engine too, which knows how much of the content it took.
    const { buffer, engine } = inflateRawSync(content, {
      maxOutputLength: Math.max(1, whole),
      info: true,
    }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
    if (buffer.length === whole && engine.bytesWritten === content.length) return buffer
  } catch {
    // Damaged, or longer than it says.
  }
  throw strange(name)
}

const strange = (what: string): Error => new Error(`The package is not one of ours: ${what}.`)
