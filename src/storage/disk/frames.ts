/**
 * The records of a change log. Layout: magic and kind (4 bytes), length of the content (u32), number of the change
 * (u32), SHA-256 over length, number and content (32 bytes), content. Numbers are little-endian. A record is a
 * change, or a mark: a note beside the changes, with the number 0.
 */
import { createHash } from 'node:crypto'

/** 0xF5 never occurs in UTF-8 text, so words in a story cannot look like the start of a record. */
const MAGIC = Buffer.from([0xf5, 0x53, 0x54])
const CHANGE = 0x01
const MARK = 0x02
const HEADER = MAGIC.length + 1 + 4 + 4 + 32

export interface Frame {
  /** 1, 2, 3 … through the whole life of the story. */
  readonly change: number
  readonly content: Uint8Array
  readonly from: number
  readonly to: number
}
/** A note beside the changes. */
export interface Mark {
  readonly content: Uint8Array
  readonly from: number
  readonly to: number
}
export interface DamagedRange {
  readonly from: number
  readonly to: number
  /**
   * Set when the range begins with the header of a mark. 'alone': by the length in that header, nothing else is in
   * it.
   */
  readonly mark?: 'alone' | 'first'
}

export interface Scan {
  readonly frames: readonly Frame[]
  readonly marks: readonly Mark[]
  /** Bytes between good records that are not what was written. */
  readonly damaged: readonly DamagedRange[]
  /** An unfinished record at the end. */
  readonly torn?: DamagedRange
}

export const encodeFrame = (change: number, content: Uint8Array): Uint8Array => encode(CHANGE, change, content)
export const encodeMark = (content: Uint8Array): Uint8Array => encode(MARK, 0, content)

function encode(kind: number, change: number, content: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(HEADER + content.length)
  MAGIC.copy(frame)
  frame.writeUInt8(kind, MAGIC.length)
  frame.writeUInt32LE(content.length, 4)
  frame.writeUInt32LE(change, 8)
  frame.set(content, HEADER)
  checksum(frame).copy(frame, 12)
  return frame
}

const checksum = (frame: Buffer): Buffer =>
  createHash('sha256').update(frame.subarray(4, 12)).update(frame.subarray(HEADER)).digest()

/** Reads the records that are whole. After a damaged range it goes on with the next good record. It guesses nothing. */
export function scanFrames(bytes: Uint8Array): Scan {
  const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: Frame[] = []
  const marks: Mark[] = []
  const damaged: DamagedRange[] = []
  let at = 0
  while (at < log.length) {
    const record = recordAt(log, at)
    if (record) {
      const { kind, ...frame } = record
      if (kind === MARK) marks.push({ content: frame.content, from: frame.from, to: frame.to })
      else frames.push(frame)
      at = frame.to
      continue
    }
    const next = nextRecord(log, at + 1)
    if (next === undefined) {
      const rest = rangeTo(log.length)
      if (isUnfinished(log, at)) return { frames, marks, damaged, torn: rest }
      return { frames, marks, damaged: [...damaged, rest] }
    }
    damaged.push(rangeTo(next))
    at = next
  }
  return { frames, marks, damaged }

  function rangeTo(to: number): DamagedRange {
    if (!startsAsRecord(log, at) || log[at + MAGIC.length] !== MARK) return { from: at, to }
    return { from: at, to, mark: isAlone(log, at, to) ? 'alone' : 'first' }
  }
}

function recordAt(log: Buffer, from: number): (Frame & { readonly kind: number }) | undefined {
  if (log.length - from < HEADER || !startsAsRecord(log, from)) return undefined
  const kind = log.readUInt8(from + MAGIC.length)
  if (kind !== CHANGE && kind !== MARK) return undefined
  const to = from + HEADER + log.readUInt32LE(from + 4)
  if (to > log.length) return undefined
  const frame = log.subarray(from, to)
  if (!checksum(frame).equals(frame.subarray(12, HEADER))) return undefined
  return { kind, change: log.readUInt32LE(from + 8), content: Uint8Array.from(frame.subarray(HEADER)), from, to }
}

/** Whether the record at `from` ends at `to`, or is unfinished and no other record begins before `to`. */
function isAlone(log: Buffer, from: number, to: number): boolean {
  const end = to - from < HEADER ? Infinity : from + HEADER + log.readUInt32LE(from + 4)
  return end === to || (end > log.length && to === log.length && log.indexOf(MAGIC, from + 1) === -1)
}

const startsAsRecord = (log: Buffer, from: number): boolean => log.subarray(from, from + MAGIC.length).equals(MAGIC)

function nextRecord(log: Buffer, after: number): number | undefined {
  for (let at = log.indexOf(MAGIC, after); at !== -1; at = log.indexOf(MAGIC, at + 1)) if (recordAt(log, at)) return at
  return undefined
}

/** The start of a record whose end is missing. */
function isUnfinished(log: Buffer, from: number): boolean {
  const start = log.subarray(from, from + MAGIC.length)
  if (!start.equals(MAGIC.subarray(0, start.length))) return false
  if (log.length - from < HEADER) return true
  return from + HEADER + log.readUInt32LE(from + 4) > log.length && !hasFlippedLength(log, from)
}

/** Whether the record is whole and only its length is wrong: rot, not a write that never finished. */
function hasFlippedLength(log: Buffer, from: number): boolean {
  const frame = Buffer.from(log.subarray(from))
  frame.writeUInt32LE(frame.length - HEADER, 4)
  return checksum(frame).equals(frame.subarray(12, HEADER))
}
