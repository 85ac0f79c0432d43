import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from './importError'
import type { LossCollector } from './losses'

/** Bytes. A novel has 1 MB. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Decodes UTF-8 (with or without byte order mark) or UTF-16 (with the mark, or detected by its zero bytes). Line ends
 * become `
 * `.
 * @throws ImportError if the file is empty, binary, with a run of NUL bytes, too large, or invalid in its encoding.
 * Invalid bytes are never guessed: a wrong guess would change names and figures unnoticed.
 */
export function decodeText(bytes: Uint8Array, file: string, losses: LossCollector): string {
  if (bytes.length === 0) throw new ImportError(file, importsText('refusal.empty'), importsText('advice.checkFile'))
  if (bytes.length > MOST_BYTES)
    throw new ImportError(
      file,
      importsText('refusal.large', { size: MOST_BYTES / 1024 / 1024 }),
      importsText('advice.split'),
    )
  const text = decode(bytes, file)
    .replace(/\r\n?|\u0085|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
  // A run of them is a damaged block of the disk. A single one is a stray control character.
  if (text.includes('\u0000\u0000'))
    throw new ImportError(file, importsText('refusal.nulBytes'), importsText('advice.openAndSaveAsUtf8Text'))
  const controls = text.match(CONTROLS)
  if (!controls) return text
  if (controls.length > Math.max(FEW_CONTROLS, text.length / 100))
    throw new ImportError(file, importsText('refusal.binary'), importsText('advice.saveAsUtf8Text'))
  losses.add(
    'controlCharacters',
    `U+${(controls[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`,
    controls.length,
  )
  return text.replace(CONTROLS, '')
}

/** A text of any length may have so many. */
const FEW_CONTROLS = 3
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

function decode(bytes: Uint8Array, file: string): string {
  const signature = SIGNATURES.find(({ start }) => start.every((byte, index) => bytes[index] === byte))
  if (signature)
    throw new ImportError(
      file,
      importsText('refusal.otherKind', { kind: importsText(`binary.${signature.kind}`) }),
      importsText('advice.saveAsText'),
    )
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'utf-16le', file, 2)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'utf-16be', file, 2)
  const guessed = utf16Without(bytes)
  if (guessed) return utf16(bytes, guessed, file, 0)
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark))
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const at = firstInvalidUtf8(bytes)
    throw new ImportError(
      file,
      importsText('refusal.notUtf8', { byte: at + 1 }),
      importsText('advice.openAndSaveAsUtf8'),
    )
  }
}

const SIGNATURES = [
  { kind: 'pdf', start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'zip', start: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'oldOffice', start: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'richText', start: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'picture', start: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'picture', start: [0xff, 0xd8, 0xff] },
  { kind: 'compressed', start: [0x1f, 0x8b] },
] as const

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', file: string, skipped: number): string {
  const problem = (at: number) =>
    new ImportError(
      file,
      importsText('refusal.notUtf16', { byte: at + skipped + 1 }),
      importsText('advice.openAndSaveAsUtf8'),
    )
  if (bytes.length === 0) throw new ImportError(file, importsText('refusal.onlyMark'), importsText('advice.checkFile'))
  if (bytes.length % 2 === 1) throw problem(bytes.length - 1)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw problem(firstInvalidUtf16(bytes, encoding))
  }
}

/**
 * Detects UTF-16 without mark: in the first 2,000 bytes most of every other byte are zero, and hardly any between them.
 */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.02) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.02) return 'utf-16be'
  return undefined
}

function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0
    if (length === 0 || at + length > bytes.length) return at
    const second = bytes[at + 1] ?? 0
    if (
      (byte === 0xe0 && second < 0xa0) ||
      (byte === 0xed && second > 0x9f) ||
      (byte === 0xf0 && second < 0x90) ||
      (byte === 0xf4 && second > 0x8f)
    )
      return at
    for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return at
    at += length
  }
  return bytes.length
}

function firstInvalidUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = view.getUint16(at, encoding === 'utf-16le')
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next = at + 3 < bytes.length ? view.getUint16(at + 2, encoding === 'utf-16le') : 0
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at
    at += 2
  }
  return bytes.length
}
