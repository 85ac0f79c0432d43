import { importsText } from '../../../../catalogue/rooms/imports'
import { decodeText } from '../../parts/decodeText'
import { ImportError } from '../../parts/importError'
import type { LossCollector } from '../../parts/losses'
import { decodeWindows1252 } from './decodeWindows1252'

/** The encoding that a page or feed declares in its first bytes. */
const IN_XML = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i
const IN_HTML = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?([\w.:-]{1,40})/i

/**
 * Decodes HTML or XML: in the declared encoding, else as UTF-8 or UTF-16.
 * @throws ImportError as decodeText does, and for an unknown encoding.
 */
export function decodeMarkup(bytes: Uint8Array, file: string, losses: LossCollector): string {
  const label = declaredEncoding(bytes)
  if (label === undefined || /^(?:utf-?8|utf-?16(?:le|be)?)$/i.test(label)) return decodeText(bytes, file, losses)
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    const text = decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes)
    // Encoded again, so that decodeText normalises line ends and control characters here as well.
    return decodeText(new TextEncoder().encode(text), file, losses)
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new ImportError(file, importsText('refusal.unknownEncoding', { label }), importsText('advice.saveAsUtf8'))
    if (cause instanceof TypeError)
      throw new ImportError(
        file,
        importsText('refusal.wrongEncoding', { label }),
        importsText('advice.openAndSaveAsUtf8'),
      )
    throw cause
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe) return undefined
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return (IN_XML.exec(start) ?? IN_HTML.exec(start))?.[1]
}
