/**
 * Records in a change log: magic and version (4 bytes), length of the content (u32), number of the change (u32), both
 * little-endian, SHA-256 over length, number and content (32 bytes), content.
 */
import { createHash } from 'node:crypto'

/** 0xF5 never occurs in UTF-8 text, so words in a story cannot look like the start of a record. */
const MAGIC = Buffer.from([0xf5, 0x53, 0x54, 0x01])
const HEADER = MAGIC.length + 4 + 4 + 32

export interface Frame {
  /** 1, 2, 3 … through the whole life of the story. */
  readonly change: number
  readonly content: Uint8Array
  readonly from: number
  readonly to: number
}
export interface Stretch { readonly from: number; readonly to: number }

export interface Scan {
  readonly frames: readonly Frame[]
  /** Bytes between good records that are not what was written. */
  readonly damaged: readonly Stretch[]
  /** An unfinished record at the end. */
  readonly torn?: Stretch
}

export function encodeFrame(change: number, content: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(HEADER + content.length)
  MAGIC.copy(frame)
  frame.writeUInt32LE(content.length, 4)
  frame.writeUInt32LE(change, 8)
  frame.set(content, HEADER)
  checksum(frame).copy(frame, 12)
  return frame
}

const checksum = (frame: Buffer): Buffer => createHash('sha256').update(frame.subarray(4, 12)).update(frame.subarray(HEADER)).digest()

/** Reads what is whole, finds the next good record after a damaged stretch, guesses nothing. */
export function scanFrames(bytes: Uint8Array): Scan {
  const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: Frame[] = []
  const damaged: Stretch[] = []
  let at = 0
  while (at < log.length) {
    const frame = frameAt(log, at)
    if (frame) {
      frames.push(frame)
      at = frame.to
      continue
    }
    const next = nextFrame(log, at + 1)
    if (next === undefined) {
      const rest = { from: at, to: log.length }
      if (isUnfinished(log, at)) return { frames, damaged, torn: rest }
      return { frames, damaged: [...damaged, rest] }
    }
    damaged.push({ from: at, to: next })
    at = next
  }
  return { frames, damaged }
}

function frameAt(log: Buffer, from: number): Frame | undefined {
  if (log.length - from < HEADER || !log.subarray(from, from + MAGIC.length).equals(MAGIC)) return undefined
  const to = from + HEADER + log.readUInt32LE(from + 4)
  if (to > log.length) return undefined
  const frame = log.subarray(from, to)
  if (!checksum(frame).equals(frame.subarray(12, HEADER))) return undefined
  return { change: log.readUInt32LE(from + 8), content: Uint8Array.from(frame.subarray(HEADER)), from, to }
}

function nextFrame(log: Buffer, after: number): number | undefined {
  for (let at = log.indexOf(MAGIC, after); at !== -1; at = log.indexOf(MAGIC, at + 1)) if (frameAt(log, at)) return at
  return undefined
}

/** The start of a record whose end is missing. */
function isUnfinished(log: Buffer, from: number): boolean {
  const start = log.subarray(from, from + MAGIC.length)
  if (!start.equals(MAGIC.subarray(0, start.length))) return false
  return log.length - from < HEADER || from + HEADER + log.readUInt32LE(from + 4) > log.length
}
