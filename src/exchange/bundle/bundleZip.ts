/** The zip of a bundle. Its directory is checked whole before a byte is unpacked. Nothing is written to the disk. */
import { bundleText } from '../../catalogue/merging/bundle'
import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl'
import { formatInteger } from '../../story/text/format/formatInteger'
import { BundleError, noBundle, type Refuse } from './bundleError'
import { LARGEST_WHOLE, MOST_BUNDLE_PARTS, STEEP_FROM, STEEPEST } from './bundleLimits'
import { messageOf } from '../../story/text/messageOf'
import { DEFLATED, STORED } from '../formats/zipMethods'

/** A part, as the directory of the zip says. */
export interface ZipPart {
  readonly path: string
  /** Bytes, unpacked. */
  readonly bytes: number
}

export interface BundleZip {
  /** In the order of the zip. */
  readonly parts: readonly ZipPart[]
  /** Unpacks a part of `parts`. Throws a BundleError for data that is damaged, or longer or shorter than it says. */
  pieces(path: string): AsyncIterable<Uint8Array>
  close(): void
}

/**
 * `from`: the bytes of the bundle, or its path.
 * @throws BundleError for a file that is no zip, for names outside of the bundle, names twice, links, locked parts, too
 *   many or too large ones, and bytes that belong to no part.
 */
export async function openBundleZip(from: Uint8Array | string, refuse: Refuse): Promise<BundleZip> {
  const zip = await opened(from, refuse)
  try {
    const entries = await listed(zip, refuse)
    await refuseStrangeBytes(zip, entries, refuse)
    return {
      parts: [...entries.values()].map(({ fileName, uncompressedSize }) => ({
        path: fileName,
        bytes: uncompressedSize,
      })),
      pieces: (path) => unpack(zip, entries.get(path), path, refuse),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true } as const

function opened(from: Uint8Array | string, refuse: Refuse): Promise<ZipFile> {
  return new Promise((done, failed) => {
    const answer = (error: Error | null, zip: ZipFile): void => {
      if (error) failed(isOfDisk(error) ? error : noBundle(refuse))
      else done(zip)
    }
    if (typeof from === 'string') open(from, OPTIONS, answer)
    else fromBuffer(Buffer.from(from.buffer, from.byteOffset, from.byteLength), OPTIONS, answer)
  })
}

/** A file that cannot be read at all says so itself. */
const isOfDisk = (error: Error): boolean => 'syscall' in error

async function listed(zip: ZipFile, refuse: Refuse): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_BUNDLE_PARTS)
    throw refuse(
      bundleText('refusal.manyParts', { count: formatInteger(zip.entryCount), most: formatInteger(MOST_BUNDLE_PARTS) }),
    )
  const entries = new Map<string, Entry>()
  const folded = new Set<string>()
  let whole = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry
      refuseName(name, refuse)
      if (entries.has(name)) throw refuse(bundleText('refusal.twice', { name }))
      if (folded.has(name.toLowerCase())) throw refuse(bundleText('refusal.sameName', { name }))
      refuseEntry(entry, refuse)
      whole += entry.uncompressedSize
      if (whole > LARGEST_WHOLE)
        throw refuse(bundleText('refusal.largeWhole', { size: LARGEST_WHOLE / MB }), bundleText('next.withoutFiles'))
      entries.set(name, entry)
      folded.add(name.toLowerCase())
    }
  } catch (error) {
    if (error instanceof BundleError) throw error
    throw refuse(
      /relative path|absolute path|invalid characters/.test(messageIn(error))
        ? bundleText('refusal.outsidePlace', { problem: messageIn(error) })
        : bundleText('refusal.damaged', { problem: messageIn(error) }),
    )
  }
  return entries
}

const MB = 1024 * 1024
/** What a writer of Stet, of any version, calls a part. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/

function refuseName(name: string, refuse: Refuse): void {
  if (name.endsWith('/')) throw refuse(bundleText('refusal.folder', { name: shown(name) }))
  if (name.length > 200 || !NAME.test(name)) throw refuse(bundleText('refusal.name', { name: shown(name) }))
}

/** A name from outside, without signs that would change how the message reads. */
const shown = (name: string): string => name.replace(/[^\x20-\x7e]/gu, '?').slice(0, 80)

function refuseEntry(entry: Entry, refuse: Refuse): void {
  const { fileName: name, uncompressedSize: size, compressedSize: packed, compressionMethod: method } = entry
  if (isNoFile(entry)) throw refuse(bundleText('refusal.link', { name }))
  if (entry.isEncrypted()) throw refuse(bundleText('refusal.locked', { name }))
  if (method !== STORED && method !== DEFLATED) throw refuse(bundleText('refusal.method', { name, method }))
  if (size > LARGEST_WHOLE)
    throw refuse(
      bundleText('refusal.largePart', { name, size: Math.round(size / MB) }),
      bundleText('next.withoutFiles'),
    )
  if (size > STEEP_FROM && size > packed * STEEPEST)
    throw refuse(bundleText('refusal.zipBomb', { name, times: Math.round(size / Math.max(packed, 1)) }))
  if (entry.extraFieldLength > 0 || entry.fileCommentLength > 0) throw refuse(bundleText('refusal.besideParts'))
}

/** The Unix mode is in the upper half of the external attributes. A file has S_IFREG, or nothing. */
function isNoFile({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000
  return kind !== 0 && kind !== 0o100000
}

const HEADER_BYTES = 30
const LISTED_BYTES = 46
const END_BYTES = 22

/** Parts that overlap can hold more than the file has, and bytes between them would be seen by nobody. */
async function refuseStrangeBytes(zip: ZipFile, entries: ReadonlyMap<string, Entry>, refuse: Refuse): Promise<void> {
  let at = 0
  let directory = 0
  for (const entry of entries.values()) {
    const { relativeOffsetOfLocalHeader: from, fileNameLength, compressedSize } = entry
    if (from !== at) throw refuse(bundleText('refusal.besideParts'))
    const header = await zip.readLocalFileHeaderPromise(entry).catch((error: unknown) => {
      throw refuse(bundleText('refusal.damaged', { problem: messageIn(error) }))
    })
    const same =
      header.fileName.equals(entry.fileNameRaw) &&
      header.compressionMethod === entry.compressionMethod &&
      header.compressedSize === compressedSize &&
      header.uncompressedSize === entry.uncompressedSize &&
      header.generalPurposeBitFlag === entry.generalPurposeBitFlag
    if (!same || header.extraFieldLength > 0) throw refuse(bundleText('refusal.twoNames', { name: entry.fileName }))
    at += HEADER_BYTES + fileNameLength + compressedSize
    directory += LISTED_BYTES + fileNameLength
  }
  if (at + directory + END_BYTES !== zip.fileSize) throw refuse(bundleText('refusal.besideParts'))
}

async function* unpack(
  zip: ZipFile,
  entry: Entry | undefined,
  path: string,
  refuse: Refuse,
): AsyncGenerator<Uint8Array> {
  if (!entry) throw refuse(bundleText('refusal.missing', { name: path }))
  let bytes = 0
  try {
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
      bytes += piece.length
      yield piece
    }
  } catch (error) {
    throw refuse(bundleText('refusal.damagedPart', { name: path, problem: messageIn(error) }))
  }
  if (bytes !== entry.uncompressedSize)
    throw refuse(bundleText('refusal.otherSize', { name: path, bytes, said: entry.uncompressedSize }))
}

const messageIn = (error: unknown): string =>
  messageOf(error)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .slice(0, 120)
