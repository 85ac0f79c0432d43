import { exportsText } from '../../../catalogue/rooms/exports'
import { inflateRawSync } from 'node:zlib'
import { STORED } from '../../formats/zipMethods'

const ENTRY = 0x04034b50
const LISTED = 0x02014b50
const END = 0x06054b50
const ENTRY_BYTES = 30
const LISTED_BYTES = 46
const END_BYTES = 22

/**
 * Reads the parts of a finished package for the leak scan. Throws if the file holds a byte that belongs to no part:
 * before, between or after the parts, in comments or in extra fields. Libraries pass over such bytes;
 * unzipPackage.test.ts ("is refused") decides.
 */
export function unzipPackage(bytes: Uint8Array): readonly (readonly [name: string, content: Uint8Array])[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.length - END_BYTES
  if (end < 0 || zip.readUInt32LE(end) !== END || zip.readUInt16LE(end + 20) !== 0)
    throw strange(exportsText('package.end'))
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
      throw strange(exportsText('package.list'))
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
  if (at !== listAt || listed !== end) throw strange(exportsText('package.between'))
  return parts
}

function inflated(content: Uint8Array, whole: number, name: string): Uint8Array {
  try {
    // With `info` Node returns the engine, too, which knows how many bytes it read.
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

const strange = (place: string): Error => new Error(exportsText('package.notOurs', { place }))
