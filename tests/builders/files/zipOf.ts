import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly data: string | Uint8Array
  /** Unix mode, e.g. 0o120777 for a link. */
  readonly mode?: number
  /** Unpacked size that the archive claims. Default: the true size. */
  readonly saysSize?: number
  /** Its bytes are kept as they are. Default: deflated. */
  readonly stored?: boolean
}

/** Makes a zip archive. Names, modes and sizes are written as given, right or wrong. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, data, mode = 0o100644, saysSize, stored = false } of entries) {
    const raw = Buffer.from(data as string)
    const packed = stored ? raw : deflateRawSync(raw)
    const method = stored ? 0 : 8
    const fileName = Buffer.from(name)
    const sizes = [crc32(raw), packed.length, saysSize ?? raw.length]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(0x0800, 6)
    local.writeUInt16LE(method, 8)
    sizes.forEach((value, index) => local.writeUInt32LE(value, 14 + index * 4))
    local.writeUInt16LE(fileName.length, 26)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE((3 << 8) | 20, 4)
    header.writeUInt16LE(20, 6)
    header.writeUInt16LE(0x0800, 8)
    header.writeUInt16LE(method, 10)
    sizes.forEach((value, index) => header.writeUInt32LE(value, 16 + index * 4))
    header.writeUInt16LE(fileName.length, 28)
    header.writeUInt32LE((mode << 16) >>> 0, 38)
    header.writeUInt32LE(offset, 42)
    parts.push(local, fileName, packed)
    central.push(header, fileName)
    offset += local.length + fileName.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, directory, end]))
}
