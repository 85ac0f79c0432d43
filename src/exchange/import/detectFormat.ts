import { isWire } from './wire/wireMessages'

/** The format of a file, detected from its content. The name decides only between plain text and Markdown. */
export type FileFormat = 'text' | 'markdown' | 'html' | 'xml' | 'json' | 'zip' | 'wire'

const ENDINGS: Readonly<Record<string, FileFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xml: 'xml',
  nitf: 'xml',
  newsml: 'xml',
  json: 'json',
  ninjs: 'json',
  docx: 'zip',
  docm: 'zip',
  dotx: 'zip',
}

export const endingOf = (name: string): string => /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const formatOfEnding = (name: string): FileFormat | undefined => {
  const ending = endingOf(name)
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined
}

export function detectFormat(name: string, bytes: Uint8Array): FileFormat {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return 'zip'
  if (isWire(bytes)) return 'wire'
  const named = formatOfEnding(name)
  const start = startOf(bytes)
  // XHTML may start with an XML declaration.
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html\b|<html\b)/i.test(start)) return 'html'
  if (/^<\?xml\b/.test(start)) return 'xml'
  if (NEWS_ROOT.test(start)) return 'xml'
  if (/^[[{]/.test(start) && (named === 'json' || isJson(bytes))) return 'json'
  // Markdown and plain text may start with tags and still not be web pages.
  if (named === 'markdown') return 'markdown'
  if (named === 'html') return 'html'
  if (named === 'xml' && start.startsWith('<')) return 'xml'
  if (
    named !== 'text' &&
    /^<(?:!--|head|body|meta|title|article|section|main|div|p|h[1-6]|table|ul|ol|blockquote|span|b|strong)\b/i.test(
      start,
    )
  )
    return 'html'
  return 'text'
}

/** The start of NITF or NewsML without an XML declaration. */
const NEWS_ROOT = new RegExp(
  '^(?:<!--[\\s\\S]*?-->\\s*)*<(?:!DOCTYPE\\s+)?(?:\\w+:)?' +
    '(?:nitf|NewsML|(?:news|package|concept|knowledge|planning|catalog)Item|newsMessage)\\b',
)

/** Returns the first characters without byte order mark and white space; of UTF-16, the Latin letters only. */
function startOf(bytes: Uint8Array): string {
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    (bytes[0] === 0x3c && bytes[1] === 0) ||
    (bytes[0] === 0 && bytes[1] === 0x3c)
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return (wide ? text.replace(/\u0000/g, '') : text).replace(/^(?:ï»¿|ÿþ|þÿ)?\s*/, '')
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}
