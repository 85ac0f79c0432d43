import { isWire } from './wire/wireMessages'

/** What a file is, told by its content; its name decides only between plain text and Markdown. */
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
  // A page that is saved as XHTML may open with an XML declaration.
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html\b|<html\b)/i.test(start)) return 'html'
  if (/^<\?xml\b/.test(start)) return 'xml'
  if (
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!DOCTYPE\s+)?(?:\w+:)?(?:nitf|NewsML|newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)\b/.test(
      start,
    )
  )
    return 'xml'
  if (/^[[{]/.test(start) && (named === 'json' || isJson(bytes))) return 'json'
  // Markdown and notes may hold tags, and need not be pages for that.
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

/** The first characters, without byte order mark and white space; for UTF-16 its Latin letters. */
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
