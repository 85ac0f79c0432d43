import { importsText } from '../../../catalogue/imports'
import { inflateRawSync } from 'node:zlib'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { ImportError } from '../parts/importError'
import { formatInteger } from '../../../story/text/formatInteger'

/** Bytes of one part, unpacked. The XML of a 100,000-word document has some 10 MB. */
const LARGEST_PART = 64 * 1024 * 1024
/** Bytes of all parts that are read. */
const LARGEST_WHOLE = 192 * 1024 * 1024
const MOST_ENTRIES = 5000
/** Unpacked to packed, from a size on where it matters; Word's own XML stays below 60. */
const STEEPEST = 200
const STEEP_FROM = 4 * 1024 * 1024

/** An archive whose list of contents was looked through; parts are unpacked one by one, in memory, never to disk. */
export interface ZipParts {
  /** Names of all parts, as the archive has them. */
  readonly names: ReadonlySet<string>
  /**
   * The bytes of a part, or undefined when there is none of that name.
   * @throws ImportError when it is packed beyond reason, damaged, or a link.
   */
  read(name: string): Promise<Uint8Array | undefined>
}

/** @throws ImportError for what is no zip, is damaged or encrypted, or names places outside itself. */
export async function openZip(bytes: Uint8Array, file: string): Promise<ZipParts> {
  const refuse = (what: string, next = importsText('advice.newCopy')): ImportError => new ImportError(file, what, next)
  const zip = await opened(bytes, refuse)
  const entries = await listed(zip, refuse)
  let unpacked = 0
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (isLink(entry)) throw refuse(importsText('refusal.link', { name }))
      if (entry.isEncrypted()) throw refuse(importsText('refusal.locked'), importsText('advice.takePasswordOff'))
      const { uncompressedSize: size, compressedSize: packed } = entry
      if (size > LARGEST_PART)
        throw refuse(importsText('refusal.largePart', { name, size: Math.round(size / 1024 / 1024) }))
      if (size > STEEP_FROM && size > packed * STEEPEST)
        throw refuse(importsText('refusal.zipBomb', { name, times: Math.round(size / Math.max(packed, 1)) }))
      unpacked += size
      if (unpacked > LARGEST_WHOLE)
        throw refuse(importsText('refusal.largePackage', { size: LARGEST_WHOLE / 1024 / 1024 }))
      return unpack(zip, entry, bytes, refuse)
    },
  }
}

type Refuse = (what: string, next?: string) => ImportError

function opened(bytes: Uint8Array, refuse: Refuse): Promise<ZipFile> {
  return new Promise((done, failed) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, strictFileNames: true },
      (error, zip) => {
        if (error) failed(refuse(importsText('refusal.damagedArchive', { problem: reasonOf(error) })))
        else done(zip)
      },
    )
  })
}

/** yauzl refuses names with "..", with backslashes, and absolute ones. */
function listed(zip: ZipFile, refuse: Refuse): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((done, failed) => {
    const entries = new Map<string, Entry>()
    if (zip.entryCount > MOST_ENTRIES)
      return failed(refuse(importsText('refusal.manyParts', { count: formatInteger(zip.entryCount) })))
    zip.on('error', (error: Error) =>
      failed(
        refuse(
          /relative path|absolute path|invalid characters/.test(error.message)
            ? importsText('refusal.outsidePlace', { problem: reasonOf(error) })
            : importsText('refusal.damagedArchive', { problem: reasonOf(error) }),
        ),
      ),
    )
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return failed(refuse(importsText('refusal.twice', { name: entry.fileName })))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => done(entries))
    zip.readEntry()
  })
}

/** Inflated in one go: a stream of pieces hands each of them to another thread and back. */
async function unpack(zip: ZipFile, entry: Entry, bytes: Uint8Array, refuse: Refuse): Promise<Uint8Array> {
  const { fileName, compressionMethod: method, compressedSize: packed, uncompressedSize: size } = entry
  try {
    const { fileDataStart: from } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    if (from + packed > bytes.length) throw new Error(importsText('damage.beyondEnd'))
    if (method !== STORED && method !== DEFLATED) throw new Error(importsText('damage.method', { method }))
    const data = bytes.subarray(from, from + packed)
    // What holds more than it says fails here, what holds less below.
    const content =
      method === STORED ? Uint8Array.from(data) : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
    if (content.length !== size) throw new Error(importsText('damage.size', { count: content.length, size }))
    return content
  } catch (error) {
    throw refuse(
      importsText('refusal.damagedPart', {
        name: fileName,
        problem: reasonOf(error instanceof Error ? error : new Error(String(error))),
      }),
    )
  }
}

/** Methods of zip. */
const STORED = 0
const DEFLATED = 8

/** Unix mode in the upper half of the external attributes; S_IFLNK. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

const reasonOf = (error: Error): string => error.message.replace(/\s+/g, ' ').slice(0, 120)
