/**
 * The records of a change log. Layout: magic and kind (4 bytes), length of the content (u32), number of the change
 * (u32), SHA-256 over length, number and content (32 bytes), content. Numbers are little-endian. A record is a
 * change, a mark (a note beside the changes, with the number 0), or a batch: changes, and perhaps a mark, that go to
 * the disk in one write. One write is one record. So a record that is not whole had never been saved if nothing follows
 * it, and what follows a damaged one proves that it had been saved.
 */
import { createHash } from 'node:crypto'

/** 0xF5 never occurs in UTF-8 text, so words in a story cannot look like the start of a record. */
const MAGIC = Buffer.from([0xf5, 0x53, 0x54])
const CHANGE = 0x01
const MARK = 0x02
/** Two bits from the others: one flipped bit makes no kind of another. Number: of its first change. */
const BATCH = 0x07
const HEADER = MAGIC.length + 1 + 4 + 4 + 32

export interface Frame {
  /** 1, 2, 3 … through the whole life of the story. */
  readonly change: number
  readonly content: Uint8Array
  /** The record that it is in. */
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

/** Bytes of a power cut's blocks: what was not written reads as zeros up to the next of these. */
const SECTOR = 512

/** All in one record, for one write. `mark`: content of a note after the changes. */
export function encodeWrite(first: number, changes: readonly Uint8Array[], mark?: Uint8Array): Uint8Array {
  const [change, ...others] = changes
  if (!change) return mark ? encodeMark(mark) : new Uint8Array()
  if (others.length === 0 && !mark) return encodeFrame(first, change)
  return encode(BATCH, first, Buffer.concat([...changes.map(part(CHANGE)), ...(mark ? [mark].map(part(MARK)) : [])]))
}

/** In a batch: the kind (1 byte), the length (u32), the content. */
const part =
  (kind: number) =>
  (content: Uint8Array): Uint8Array => {
    const head = Buffer.alloc(PART_HEAD)
    head.writeUInt8(kind)
    head.writeUInt32LE(content.length, 1)
    return Buffer.concat([head, content])
  }
const PART_HEAD = 5

export const encodeFrame = (change: number, content: Uint8Array): Uint8Array => encode(CHANGE, change, content)
const encodeMark = (content: Uint8Array): Uint8Array => encode(MARK, 0, content)

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
      const { kind, content, change, from, to } = record
      const parts = kind === BATCH ? partsOf(content) : [{ kind, content }]
      let number = change
      for (const one of parts)
        if (one.kind === MARK) marks.push({ content: one.content, from, to })
        else frames.push({ change: number++, content: one.content, from, to })
      at = to
      continue
    }
    const next = nextRecord(log, at + 1)
    if (next === undefined) {
      const rest = rangeTo(log.length)
      if (isUnfinished(log, at) || isTorn(log, at)) return { frames, marks, damaged, torn: rest }
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
  if (!KINDS.includes(kind)) return undefined
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

const KINDS = [CHANGE, MARK, BATCH]

/** The content of a record whose checksum is right. */
function partsOf(content: Uint8Array): readonly { readonly kind: number; readonly content: Uint8Array }[] {
  const batch = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const parts = []
  for (let at = 0; at < batch.length;) {
    const to = at + PART_HEAD + batch.readUInt32LE(at + 1)
    parts.push({ kind: batch.readUInt8(at), content: content.slice(at + PART_HEAD, to) })
    at = to
  }
  return parts
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

/**
 * Whether the record at `from`, the last one, lacks blocks that a power cut did not write: zeros up to a block's end.
 * The blocks after them may be there.
 */
function isTorn(log: Buffer, from: number): boolean {
  for (let end = from - (from % SECTOR) + SECTOR; end <= log.length; end += SECTOR) {
    let zeros = end
    while (zeros > from && log[zeros - 1] === 0) zeros -= 1
    if (zeros === end) continue
    // Without its length nobody knows how far it went. With it: whatever comes after its end was written later.
    if (zeros < from + LENGTH_ENDS) return true
    const recordEnd = from + HEADER + log.readUInt32LE(from + 4)
    return end <= recordEnd && recordEnd >= log.length
  }
  return false
}
const LENGTH_ENDS = 8

/** Whether the record is whole and only its length is wrong: rot, not a write that never finished. */
function hasFlippedLength(log: Buffer, from: number): boolean {
  const frame = Buffer.from(log.subarray(from))
  frame.writeUInt32LE(frame.length - HEADER, 4)
  return checksum(frame).equals(frame.subarray(12, HEADER))
}
