import { gunzipSync, inflateRawSync } from 'node:zlib'

/** Returns the bytes of one file of an npm package (a gzipped tar), or undefined if the package has no such file. */
export function fileInTarball(tarball, name) {
  const tar = gunzipSync(tarball)
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (start, length) =>
      tar
        .toString('latin1', at + start, at + start + length)
        .replace(/\0.*$/s, '')
        .trim()
    const size = Number.parseInt(field(124, 12), 8)
    if (field(0, 100) === name) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return undefined
}

/**
 * Yields the entries of a zip as `{ name, mode, isLink, read() }`, in the order of its central directory.
 * Reads no encryption and no zip64 (so up to 65,534 entries and 4 GB).
 */
export function* zipEntries(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('not a zip file, or its end is missing')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('the table of contents of the zip is damaged')
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const mode = zip.readUInt32LE(at + 38) >>> 16
    const header = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    yield {
      name,
      mode: mode & 0o777,
      isLink: (mode & 0o170000) === 0o120000,
      read() {
        const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
        const bytes = zip.subarray(start, start + packed)
        return method === 0 ? bytes : inflateRawSync(bytes)
      },
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/** Packs files into an asar archive with one flat folder: `{ 'main.js': bytes }`. */
export function asar(files) {
  let offset = 0
  const entries = Object.entries(files).map(([name, bytes]) => {
    const entry = [name, { size: bytes.length, offset: String(offset) }]
    offset += bytes.length
    return entry
  })
  const json = Buffer.from(JSON.stringify({ files: Object.fromEntries(entries) }))
  const padded = Math.ceil(json.length / 4) * 4
  // Chromium "pickles": the first holds the size of the second, the second the length of the JSON and the JSON.
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}
