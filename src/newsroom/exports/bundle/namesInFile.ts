/** Looks for protected names in a captured file before it goes into a bundle. */
import type { CapturedFile } from '../../../checks/evidence/whyNotLocator'
import { metadataOf } from '../../../exchange/export/pictures/pictureMetadata'
import { textsOfFile, type OutputText } from '../../../exchange/export/readBack/textsOfFile'
import { textsOfParts } from '../../../exchange/export/readBack/textsOfPackage'
import type { BesideWords, FileInside } from '../../../exchange/import/captured/wordsBeside'
import { openZip } from '../../../exchange/import/docx/zipParts'
import { ImportError } from '../../../exchange/import/parts/importError'
import { scanForLeaks } from '../../../projection/scan/leakScan'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { defined } from '../../../story/text/defined'
import { recogniseFile, RECOGNISING_BYTES } from '../../../story/text/format/fileKind'
import type { Newsroom } from '../../state/newsroom'

interface FileToLookAt extends FileInside {
  readonly sha256: string
}

/**
 * `names`: a protected name stands in its words, its metadata, its plain bytes, or in a file in it. `unread`: it may
 * have words, and nobody can read them. The pixels of pictures, sound and film are not listened to.
 */
export async function namesIn(
  room: Newsroom,
  file: FileToLookAt,
  terms: readonly ProtectedTerm[],
): Promise<'names' | 'unread' | 'none'> {
  if (terms.length === 0) return 'none'
  return lookAt(room, file, () => room.captured.of(file.sha256, file.name), terms, 0)
}

/** Files in files in files: a letter that was forwarded with a scan has two. */
const MOST_LEVELS = 4

type Read = Pick<CapturedFile, 'kind' | 'text' | 'trouble'>

async function lookAt(
  room: Newsroom,
  file: FileInside,
  read: () => Promise<Read | undefined>,
  terms: readonly ProtectedTerm[],
  level: number,
): Promise<'names' | 'unread' | 'none'> {
  if (holdsPlainly(file.bytes, terms)) return 'names'
  const found = await readWhole(room, file, read)
  if (!found) return 'unread'
  const { texts, files } = found
  if (texts.some((text) => scanForLeaks({ ...text, fileName: '' }, terms, [], []).length > 0)) return 'names'
  let answer: 'unread' | 'none' = 'none'
  for (const inside of files) {
    if (inside.bytes.length === 0) continue
    if (level === MOST_LEVELS) return 'unread'
    const one = await lookAt(room, inside, () => readInside(room, inside), terms, level + 1)
    if (one === 'names') return 'names'
    if (one === 'unread') answer = 'unread'
  }
  return answer
}

/** As `CapturedTexts.of` reads a kept file. */
async function readInside(room: Newsroom, { name, bytes }: FileInside): Promise<Read> {
  const { kind } = recogniseFile(bytes.subarray(0, RECOGNISING_BYTES), name)
  return { kind, ...defined({ text: await room.captured.reader.captured(name, bytes) }) }
}

interface Whole {
  readonly texts: readonly OutputText[]
  readonly files: readonly FileInside[]
}

/** Undefined for a file that may have words which cannot be read. */
async function readWhole(
  room: Newsroom,
  file: FileInside,
  reading: () => Promise<Read | undefined>,
): Promise<Whole | undefined> {
  try {
    if (isArchive(file.bytes)) return await readArchive(file)
    const read = await reading()
    if (!read || read.trouble !== undefined) return undefined
    const { kind, text } = read
    if (!text && kind !== 'image' && kind !== 'audio' && kind !== 'video') return undefined
    const beside = text ? await room.captured.reader.beside(file.name, file.bytes) : NOTHING
    const metadata = metadataOf(file.bytes)
    return {
      texts: [
        { text: (text?.parts ?? []).map((part) => part.text).join('\n'), mediaType: 'text/plain' },
        ...beside.texts.map((words) => ({ text: words, mediaType: 'text/plain' })),
        // The bytes of other files were searched as they are.
        ...(metadata === file.bytes ? [] : textsOfFile(file.bytes)),
      ],
      files: beside.files,
    }
  } catch (error) {
    if (error instanceof ImportError) return undefined
    throw error
  }
}
const NOTHING: BesideWords = { texts: [], files: [] }

/** Word documents and the like: every part, whatever it is called. */
async function readArchive({ name, bytes }: FileInside): Promise<Whole | undefined> {
  const zip = await openZip(bytes, name)
  const parts: (readonly [string, Uint8Array])[] = []
  for (const part of zip.names) parts.push([part, (await zip.read(part)) ?? new Uint8Array()])
  // Archives in archives are not opened.
  if (parts.some(([, content]) => isArchive(content) || isPacked(content))) return undefined
  const files = parts.flatMap(([part, content]) => {
    const { kind } = recogniseFile(content.subarray(0, RECOGNISING_BYTES), part)
    return kind === 'pdf' || kind === 'mail' ? [{ name: part, bytes: content }] : []
  })
  return { texts: textsOfParts(parts), files }
}

/** gzip, bzip2, xz, 7-Zip, RAR, zstd. */
const PACKED = ['1f8b', '425a68', 'fd377a58', '377abcaf', '52617221', '28b52ffd'].map((start) =>
  Buffer.from(start, 'hex'),
)
const isPacked = (bytes: Uint8Array): boolean =>
  PACKED.some((start) => start.equals(Buffer.from(bytes.subarray(0, start.length))))

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
