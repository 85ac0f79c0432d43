import { importsText } from '../../../catalogue/rooms/imports'
import { inflateRawSync } from 'node:zlib'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { ImportError } from '../parts/importError'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { asError } from '../../../story/text/asError'
import { DEFLATED, STORED } from '../../formats/zipMethods'

/** Bytes of one unpacked part. The XML of a document of 100,000 words has about 10 MB. */
const LARGEST_PART = 64 * 1024 * 1024
/** Bytes of all unpacked parts together. */
const LARGEST_WHOLE = 192 * 1024 * 1024
const MOST_ENTRIES = 5000
/** Highest ratio of unpacked to packed size, checked from `STEEP_FROM` on. Word's own XML stays below 60. */
const STEEPEST = 200
const STEEP_FROM = 4 * 1024 * 1024

/** An archive whose directory has been checked. Parts are unpacked one by one, in memory, never to disk. */
export interface ZipParts {
  /** Names of all parts, as in the archive. */
  readonly names: ReadonlySet<string>
  /**
   * Returns the bytes of a part, or undefined if there is none of that name.
   * @throws ImportError if the part exceeds the limits, is damaged, or is a link.
   */
  read(name: string): Promise<Uint8Array | undefined>
}

/** @throws ImportError if the archive is not a zip, is damaged or encrypted, or names paths outside itself. */
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

/** Reads the directory. yauzl refuses names with "..", backslashes, and absolute paths. */
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

/** Inflates in one call: a stream would send each chunk to another thread and back. */
async function unpack(zip: ZipFile, entry: Entry, bytes: Uint8Array, refuse: Refuse): Promise<Uint8Array> {
  const { fileName, compressionMethod: method, compressedSize: packed, uncompressedSize: size } = entry
  try {
    const { fileDataStart: from } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    if (from + packed > bytes.length) throw new Error(importsText('damage.beyondEnd'))
    if (method !== STORED && method !== DEFLATED) throw new Error(importsText('damage.method', { method }))
    const data = bytes.subarray(from, from + packed)
    // Throws if the data is longer than the directory says. The check below finds shorter data.
    const content =
      method === STORED ? Uint8Array.from(data) : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
    if (content.length !== size) throw new Error(importsText('damage.size', { count: content.length, size }))
    return content
  } catch (error) {
    throw refuse(
      importsText('refusal.damagedPart', {
        name: fileName,
        problem: reasonOf(asError(error)),
      }),
    )
  }
}

/** The Unix mode is in the upper half of the external attributes; the mask is S_IFLNK. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

const reasonOf = (error: Error): string => error.message.replace(/\s+/g, ' ').slice(0, 120)
