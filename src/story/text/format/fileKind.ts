/** Recognises a file by its first bytes. The name decides only between kinds of text. */
export type FileKind = 'text' | 'markdown' | 'page' | 'mail' | 'pdf' | 'image' | 'audio' | 'video' | 'other'

export interface RecognisedFile {
  readonly kind: FileKind
  readonly mediaType: string
}

/** Bytes from the start of a file that are enough to recognise it. */
export const RECOGNISING_BYTES = 4100

/**
 * Recognises a file by `start`, its first bytes. A wrong extension does not matter. SVG counts as a page: it can hold
 * script and is shown only as text.
 */
export function recogniseFile(start: Uint8Array, name = ''): RecognisedFile {
  const ascii = (from: number, length: number): string => String.fromCharCode(...start.subarray(from, from + length))
  const ending = /\.([a-z0-9]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? ''
  // The header may be anywhere in the first kilobyte (ISO 32000-2, annex on implementation limits of readers).
  if (ascii(0, 1024).includes('%PDF-')) return { kind: 'pdf', mediaType: 'application/pdf' }
  const known = SIGNATURES.find(({ at = 0, bytes }) => bytes.every((byte, index) => start[at + index] === byte))
  if (known) return known.is
  if (ascii(0, 4) === 'RIFF') return RIFF[ascii(8, 4)] ?? OTHER
  if (ascii(4, 4) === 'ftyp') return isoMedia(ascii(8, 4))
  // MPEG audio frames have eleven bits of synchronisation and a layer that is not 0; ff fe is the mark of UTF-16.
  if (start[0] === 0xff && start[1] !== 0xfe && ((start[1] ?? 0) & 0xe0) === 0xe0 && ((start[1] ?? 0) & 0x06) !== 0)
    return { kind: 'audio', mediaType: 'audio/mpeg' }
  if (!isText(start)) return OTHER
  // Markup is ASCII in every encoding considered here. Removes the zeros of UTF-16.
  const words = ascii(0, 4000)
    .replace(/[\u0000\u00ef\u00bb\u00bf\u00fe\u00ff]/gu, '')
    .trimStart()
    .slice(0, 1000)
  if (
    /^(?:<\?xml\b[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|svg|!doctype\s+svg)\b/iu.test(
      words,
    )
  )
    return PAGE
  if (/^(?:x?html?|svg)$/u.test(ending) && /<[a-z!]/iu.test(words)) return PAGE
  if (isMail(words)) return { kind: 'mail', mediaType: 'message/rfc822' }
  return /^(?:md|markdown)$/u.test(ending)
    ? { kind: 'markdown', mediaType: 'text/markdown' }
    : { kind: 'text', mediaType: 'text/plain' }
}

/**
 * Mail, and a web page that a browser saved as one file (.mht): header fields come first (RFC 5322), and one of them is
 * of a kind that nobody writes by hand.
 */
function isMail(words: string): boolean {
  const [head = ''] = words.split(/\r?\n\r?\n/u)
  const [first = ''] = head.split(/\r?\n/u)
  return /^[!-9;-~]+:/u.test(first) && /^(?:MIME-Version|Message-ID|Received|Return-Path):/imu.test(head)
}

const OTHER: RecognisedFile = { kind: 'other', mediaType: 'application/octet-stream' }
const PAGE: RecognisedFile = { kind: 'page', mediaType: 'text/html' }

const image = (mediaType: string): RecognisedFile => ({ kind: 'image', mediaType })
const audio = (mediaType: string): RecognisedFile => ({ kind: 'audio', mediaType })
const video = (mediaType: string): RecognisedFile => ({ kind: 'video', mediaType })

const SIGNATURES: readonly { readonly at?: number; readonly bytes: readonly number[]; readonly is: RecognisedFile }[] =
  [
    { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], is: image('image/png') },
    { bytes: [0xff, 0xd8, 0xff], is: image('image/jpeg') },
    { bytes: [0x47, 0x49, 0x46, 0x38], is: image('image/gif') },
    { bytes: [0x42, 0x4d], is: image('image/bmp') },
    { bytes: [0x49, 0x49, 0x2a, 0x00], is: image('image/tiff') },
    { bytes: [0x4d, 0x4d, 0x00, 0x2a], is: image('image/tiff') },
    { bytes: [0x49, 0x44, 0x33], is: audio('audio/mpeg') },
    { bytes: [0x66, 0x4c, 0x61, 0x43], is: audio('audio/flac') },
    { bytes: [0x4f, 0x67, 0x67, 0x53], is: audio('audio/ogg') },
    { bytes: [0x1a, 0x45, 0xdf, 0xa3], is: video('video/webm') },
  ]
const RIFF: Readonly<Record<string, RecognisedFile>> = {
  WAVE: audio('audio/wav'),
  WEBP: image('image/webp'),
  'AVI ': video('video/x-msvideo'),
}

/** ISO base media files by their major brand. */
function isoMedia(brand: string): RecognisedFile {
  if (/^(?:avif|avis)$/u.test(brand)) return image('image/avif')
  if (/^(?:heic|heix|hevc|mif1|msf1)$/u.test(brand)) return image('image/heic')
  if (/^M4[AB] $/u.test(brand)) return audio('audio/mp4')
  return brand === 'qt  ' ? video('video/quicktime') : video('video/mp4')
}

/** Text: no NUL byte (except after the mark of UTF-16), and few control characters. */
function isText(start: Uint8Array): boolean {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return true
  let controls = 0
  for (const byte of start) {
    if (byte === 0) return false
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++
  }
  return controls * 100 <= start.length
}
