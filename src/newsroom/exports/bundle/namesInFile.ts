/** Looks for protected names in a captured file before it goes into a bundle. */
import { metadataOf } from '../../../exchange/export/pictures/pictureMetadata'
import { textsOfFile, type OutputText } from '../../../exchange/export/readBack/textsOfFile'
import { textsOfParts } from '../../../exchange/export/readBack/textsOfPackage'
import { openZip } from '../../../exchange/import/docx/zipParts'
import { ImportError } from '../../../exchange/import/parts/importError'
import { scanForLeaks } from '../../../projection/scan/leakScan'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import type { Newsroom } from '../../state/newsroom'

interface FileToLookAt {
  readonly sha256: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * `names`: a protected name stands in its words, its metadata or its plain bytes. `unread`: it may have words, and
 * nobody can read them. The pixels of pictures, sound and film are not listened to.
 */
export async function namesIn(
  room: Newsroom,
  file: FileToLookAt,
  terms: readonly ProtectedTerm[],
): Promise<'names' | 'unread' | 'none'> {
  if (terms.length === 0) return 'none'
  if (holdsPlainly(file.bytes, terms)) return 'names'
  const texts = await textsOf(room, file)
  if (!texts) return 'unread'
  return texts.some((text) => scanForLeaks({ ...text, fileName: '' }, terms, [], []).length > 0) ? 'names' : 'none'
}

/** Undefined for a file that may have words which cannot be read. */
async function textsOf(room: Newsroom, file: FileToLookAt): Promise<readonly OutputText[] | undefined> {
  if (isArchive(file.bytes)) return textsOfArchive(file)
  const read = await room.captured.of(file.sha256, file.name)
  if (!read || read.trouble !== undefined) return undefined
  const { kind, text } = read
  if (!text && kind !== 'image' && kind !== 'audio' && kind !== 'video') return undefined
  const metadata = metadataOf(file.bytes)
  return [
    { text: (text?.parts ?? []).map((part) => part.text).join('\n'), mediaType: 'text/plain' },
    // The bytes of other files were searched as they are.
    ...(metadata === file.bytes ? [] : textsOfFile(file.bytes)),
  ]
}

/** Word documents and the like: every part, whatever it is called. */
async function textsOfArchive({ name, bytes }: FileToLookAt): Promise<readonly OutputText[] | undefined> {
  try {
    const zip = await openZip(bytes, name)
    const parts: (readonly [string, Uint8Array])[] = []
    for (const part of zip.names) parts.push([part, (await zip.read(part)) ?? new Uint8Array()])
    // Archives in archives are not opened.
    return parts.some(([, content]) => isArchive(content)) ? undefined : textsOfParts(parts)
  } catch (error) {
    if (error instanceof ImportError) return undefined
    throw error
  }
}

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A name as it stands in bytes that are not packed, in three encodings, without case. */
function holdsPlainly(bytes: Uint8Array, terms: readonly ProtectedTerm[]): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const folded = buffer.toString('latin1').toLowerCase()
  return terms.some(({ term }) => {
    const wanted = term.toLowerCase()
    // Shorter ones stand by chance in any picture.
    if (Buffer.byteLength(wanted) < 6) return false
    const needles = (text: string): readonly Buffer[] =>
      (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => Buffer.from(text, encoding))
    if (needles(wanted).some((needle) => folded.includes(needle.toString('latin1')))) return true
    // Bytes of letters beyond ASCII do not change with their case as Latin-1 does.
    return !isAscii(term) && [...needles(term), ...needles(wanted)].some((needle) => buffer.includes(needle))
  })
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text)
