/** How long a recording is, from its header: WAVE, MP4 (also M4A and MOV) and FLAC. */
import type { StoredFile } from '../../storage/disk/storyStore'

type Bytes = Pick<StoredFile, 'read' | 'size'>

/** Chunks or boxes that are looked at. A recording has about ten at its top level. */
const MOST_CHUNKS = 200

/** Seconds. Undefined for other kinds and for damaged headers: then no time is past the end. */
export async function mediaDuration(file: Bytes): Promise<number | undefined> {
  const start = view(await file.read(0, 48))
  if (start.byteLength < 44) return undefined
  if (nameAt(start, 0) === 'RIFF' && nameAt(start, 8) === 'WAVE') return durationOfWave(file)
  if (nameAt(start, 4) === 'ftyp') return durationOfMp4(file)
  return nameAt(start, 0) === 'fLaC' ? durationOfFlac(start) : undefined
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const nameAt = (data: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => data.getUint8(at + index)))

async function durationOfWave(file: Bytes): Promise<number | undefined> {
  let bytesPerSecond = 0
  let at = 12
  for (let count = 0; count < MOST_CHUNKS && at + 8 <= file.size; count++) {
    const head = view(await file.read(at, 24))
    if (head.byteLength < 8) return undefined
    const name = nameAt(head, 0)
    const size = head.getUint32(4, true)
    if (name === 'fmt ' && head.byteLength >= 20) bytesPerSecond = head.getUint32(16, true)
    // A recorder that was cut off leaves a size of 0 or of the largest number.
    if (name === 'data')
      return bytesPerSecond === 0
        ? undefined
        : Math.min(size === 0 ? Infinity : size, file.size - at - 8) / bytesPerSecond
    at += 8 + size + (size % 2)
  }
  return undefined
}

async function durationOfMp4(file: Bytes): Promise<number | undefined> {
  let at = 0
  let end = file.size
  for (let count = 0; count < MOST_CHUNKS && at + 8 <= end; count++) {
    const head = view(await file.read(at, 48))
    if (head.byteLength < 16) return undefined
    const name = nameAt(head, 4)
    const short = head.getUint32(0)
    const size = short === 1 ? Number(head.getBigUint64(8)) : short === 0 ? end - at : short
    const body = short === 1 ? 16 : 8
    if (name === 'mvhd') return durationOfHeader(view(await file.read(at + body, 32)))
    if (size < body) return undefined
    if (name === 'moov') {
      end = Math.min(at + size, end)
      at += body
    } else at += size
  }
  return undefined
}

function durationOfHeader(header: DataView): number | undefined {
  if (header.byteLength < 32) return undefined
  const isLong = header.getUint8(0) === 1
  const scale = header.getUint32(isLong ? 20 : 12)
  const length = isLong ? Number(header.getBigUint64(24)) : header.getUint32(16)
  // Streams that were written live say 0 or "unknown".
  return scale === 0 || length === 0 || length === 0xffff_ffff ? undefined : length / scale
}

function durationOfFlac(start: DataView): number | undefined {
  const rate = (start.getUint16(18) << 4) | (start.getUint8(20) >> 4)
  const samples = (start.getUint8(21) & 0xf) * 2 ** 32 + start.getUint32(22)
  return rate === 0 || samples === 0 ? undefined : samples / rate
}
