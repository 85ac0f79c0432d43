/**
 * The header around the content of every durable file: its kind, generation, length and SHA-256. Two shapes:
 *
 * 'json'   `{"stet":{…},\n"data":<JSON>\n}\n`   plain JSON, readable by a person
 * 'bytes'  `{"stet":{…}}\n<bytes>`              first line readable, then raw bytes
 *
 * The hash covers the header (without the hash) and every byte of the content, and the header must read exactly as it
 * would be written. So any flipped bit, and any change by another program, is noticed.
 */
import { createHash } from 'node:crypto'
import { storageText } from '../../catalogue/rooms/storage'
import { canonicalJson } from '../../story/text/canonicalJson'
import { SCHEMA_VERSION } from '../../story/copy/documentSchema'

const ENVELOPE_FORMAT = 1
export type EnvelopeShape = 'json' | 'bytes'
export type EnvelopeAbout = Readonly<Record<string, string | number>>

export interface Envelope {
  readonly format: number
  /** Tells a roster that was copied over the source book. */
  readonly kind: string
  /** 1, 2, 3 … one more with every write of the file. */
  readonly generation: number
  readonly schemaVersion: number
  /** The oldest schema version of the app that may read it. */
  readonly minReader: number
  /** Facts about the content that readers need before it. */
  readonly about?: EnvelopeAbout
  /** Bytes of the content. */
  readonly length: number
  readonly sha256: string
}
export type EnvelopeHead = Omit<Envelope, 'format' | 'length' | 'sha256'>

/** The content of a file whose header and hash are right. */
export interface Enveloped {
  readonly envelope: Envelope
  readonly content: Uint8Array
}

/** The bytes are not what was written. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
}
/** A newer Stet made it and says that this one must not read it. */
export class TooNew extends Error {
  override readonly name = 'TooNew'
}

const OPENING = '{"stet":'
const DATA = '"data":'
const CLOSING = '\n}\n'
const LONGEST_HEADER = 16_384

const hashOf = (envelope: Omit<Envelope, 'sha256'>, content: Uint8Array): string =>
  createHash('sha256').update(canonicalJson(envelope)).update('\n').update(content).digest('hex')

const firstLine = (shape: EnvelopeShape, envelope: Envelope): string =>
  `${OPENING}${canonicalJson(envelope)}${shape === 'json' ? ',' : '}'}`

/** 'json': `content` is the UTF-8 text of one JSON value. */
export function wrap(shape: EnvelopeShape, head: EnvelopeHead, content: Uint8Array): Uint8Array {
  const unsigned = { format: ENVELOPE_FORMAT, ...head, length: content.length }
  const line = `${firstLine(shape, { ...unsigned, sha256: hashOf(unsigned, content) })}\n`
  return shape === 'json'
    ? Buffer.concat([Buffer.from(line + DATA), content, Buffer.from(CLOSING)])
    : Buffer.concat([Buffer.from(line), content])
}

/** Throws Damaged, or TooNew when the file asks for a newer reader. */
export function unwrap(shape: EnvelopeShape, kind: string, bytes: Uint8Array): Enveloped {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (hasFlippedFormat(shape, file)) throw new Damaged(storageText('envelope.headerDamaged'))
  const { envelope, content } = unwrapHere(shape, file)
  if (envelope.kind !== kind) throw new Damaged(storageText('envelope.otherKind', { is: envelope.kind, due: kind }))
  if (envelope.minReader > SCHEMA_VERSION)
    throw new TooNew(storageText('envelope.newerSchema', { needs: envelope.minReader, knows: SCHEMA_VERSION }))
  return { envelope, content }
}

function unwrapHere(shape: EnvelopeShape, file: Buffer): Enveloped {
  const { envelope, end } = readHeader(shape, file)
  const before = shape === 'json' ? DATA : ''
  const after = shape === 'json' ? CLOSING : ''
  const content = file.subarray(end + before.length, file.length - after.length)
  if (
    file.toString('latin1', end, end + before.length) !== before ||
    file.toString('latin1', file.length - after.length) !== after
  )
    throw new Damaged(storageText('envelope.frameBroken'))
  if (content.length !== envelope.length)
    throw new Damaged(storageText('file.otherSize', { is: content.length, due: envelope.length }))
  const { sha256, ...unsigned } = envelope
  if (hashOf(unsigned, content) !== sha256) throw new Damaged(storageText('envelope.checksumDiffers'))
  return { envelope, content }
}

/** True when only the format number is wrong: a bit flipped in it, and no newer Stet wrote the file. */
function hasFlippedFormat(shape: EnvelopeShape, file: Buffer): boolean {
  const newline = file.subarray(0, LONGEST_HEADER).indexOf(0x0a)
  const line = file.toString('utf8', 0, Math.max(newline, 0))
  const corrected = line.replace(/"format":\d+/, `"format":${ENVELOPE_FORMAT}`)
  if (corrected === line) return false
  try {
    unwrapHere(shape, Buffer.concat([Buffer.from(corrected), file.subarray(newline)]))
    return true
  } catch {
    return false
  }
}

/**
 * The header alone, **not verified**, because the hash covers the content too. For sorting only. Throws as unwrap
 * does.
 */
export function peekHeader(shape: EnvelopeShape, start: Uint8Array): Envelope {
  return readHeader(shape, Buffer.from(start.buffer, start.byteOffset, start.byteLength)).envelope
}

/** The beginning of the content of a 'json' file, **not verified**. For sorting only. Throws as unwrap does. */
export function peekJson(start: Uint8Array): { readonly envelope: Envelope; readonly text: string } {
  const file = Buffer.from(start.buffer, start.byteOffset, start.byteLength)
  const { envelope, end } = readHeader('json', file)
  return { envelope, text: file.toString('utf8', end + DATA.length) }
}

function readHeader(shape: EnvelopeShape, file: Buffer): { envelope: Envelope; end: number } {
  const newline = file.subarray(0, LONGEST_HEADER).indexOf(0x0a)
  const line = file.toString('utf8', 0, Math.max(newline, 0))
  if (!line.startsWith(OPENING)) throw new Damaged(storageText('envelope.headerUnreadable'))
  let header: unknown
  try {
    header = JSON.parse(line.slice(OPENING.length, -1))
  } catch {
    throw new Damaged(storageText('envelope.headerUnreadable'))
  }
  if (isNewerFormat(header))
    throw new TooNew(storageText('envelope.newerFormat', { format: header.format, knows: ENVELOPE_FORMAT }))
  if (!isEnvelope(header) || firstLine(shape, header) !== line) throw new Damaged(storageText('envelope.headerDamaged'))
  return { envelope: header, end: newline + 1 }
}

const isNewerFormat = (value: unknown): value is { format: number } =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  typeof value.format === 'number' &&
  value.format > ENVELOPE_FORMAT

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const { format, kind, generation, schemaVersion, minReader, length, sha256 } = value as Partial<
    Record<keyof Envelope, unknown>
  >
  return (
    format === ENVELOPE_FORMAT &&
    typeof kind === 'string' &&
    typeof sha256 === 'string' &&
    [generation, schemaVersion, minReader, length].every((number) => Number.isSafeInteger(number))
  )
}
