/** Copies files into the library in pieces. Files are kept by their hash, and their bytes tell their kind. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { MOST_PIXELS } from '../../story/copy/picture'
import { recogniseFile, RECOGNISING_BYTES } from '../../story/text/format/fileKind'
import { NewsroomError, type KeptFileFacts } from '../../story/requests/requests'
import type { StoredFile } from '../../storage/disk/storyStore'
import type { Action } from '../state/action'
import { pictureSize } from './pictureSize'
import { formatInteger } from '../../story/text/format/formatInteger'
import { messageOf } from '../../story/text/messageOf'

/** Milliseconds after which an upload without a new piece is dropped. */
const PATIENCE = 30 * 60_000

export const beginFile: Action<'file.begin'> = async (room, by, { name, size }) => {
  if (size === 0) throw new NewsroomError('failed', newsroomText('files.empty', { name: shownName(name) }))
  const now = room.clock.now()
  await room.uploads.dropStale(new Date(Date.parse(now) - PATIENCE).toISOString())
  const file = await room.store.takeFile()
  const id = room.ids.next('upload', (taken) => room.uploads.has(taken))
  room.uploads.add(id, { file, name: shownName(name), by, touched: now })
  return { upload: id }
}

export const writeFile: Action<'file.write'> = async (room, by, { upload: id, bytes }) => {
  const { file, name } = room.uploads.of(id, by)
  try {
    await file.write(bytes)
  } catch (error) {
    room.uploads.end(id)
    throw new NewsroomError('failed', newsroomText('files.notCopied', { name, why: messageOf(error) }))
  }
  room.uploads.touch(id, room.clock.now())
  return { size: file.size }
}

export const keepFile: Action<'file.keep'> = async (room, by, { upload: id }) => {
  const { file, name } = room.uploads.of(id, by)
  if (file.size === 0) {
    room.uploads.end(id)
    await file.drop()
    throw new NewsroomError('failed', newsroomText('files.empty', { name }))
  }
  // Ends here, not before: a large file on its way to the disk can still be stopped.
  const { sha256 } = await file.keep().finally(() => room.uploads.end(id))
  return { ...(await describe(room.store.openFile(sha256), sha256, name)), name }
}

/** Stops an upload; nothing of the file stays. Resolves if it has ended already. */
export const dropFile: Action<'file.drop'> = async (room, by, { upload: id }) => {
  if (!room.uploads.has(id)) return {}
  const { file } = room.uploads.of(id, by)
  room.uploads.end(id)
  await file.drop()
  return {}
}

export const describeFile: Action<'file.describe'> = (room, _by, { sha256, name = '' }) =>
  describe(room.store.openFile(sha256), sha256, name)

async function describe(
  opening: Promise<StoredFile | undefined>,
  sha256: string,
  name: string,
): Promise<KeptFileFacts> {
  const file = await opening
  if (!file) throw new NewsroomError('failed', newsroomText('files.fileRemoved', { file: sha256.slice(0, 12) }))
  try {
    const { kind, mediaType } = recogniseFile(await file.read(0, RECOGNISING_BYTES), name)
    const facts: KeptFileFacts = { sha256, size: file.size, kind, mediaType }
    return kind === 'image' ? { ...facts, ...(await pictureFacts(file, mediaType)) } : facts
  } finally {
    await file.close()
  }
}

/** Bytes that hold the size of a picture. A JPEG may have a thumbnail and a profile before it. */
const PICTURE_START = 1024 * 1024

async function pictureFacts(
  file: StoredFile,
  mediaType: string,
): Promise<Pick<KeptFileFacts, 'width' | 'height' | 'trouble'>> {
  if (UNSHOWN.has(mediaType))
    return {
      trouble: newsroomText('files.otherKind', { mediaType }),
    }
  const size = await pictureSize(await file.read(0, PICTURE_START))
  if (!size) return { trouble: newsroomText('files.damagedPicture') }
  if (size.width * size.height > MOST_PIXELS) {
    return {
      ...size,
      trouble: newsroomText('files.tooManyPixels', {
        width: formatInteger(size.width),
        height: formatInteger(size.height),
      }),
    }
  }
  return size
}

const UNSHOWN: ReadonlySet<string> = new Set(['image/tiff', 'image/heic'])

/**
 * A file's name as people read it: without folders, control characters and the marks that turn the direction of text
 * ("exe.txt" must not read as another ending); at most 255 bytes, the ending kept.
 */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  const plain = last.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  const ending = /\.[a-z0-9]{1,10}$/iu.exec(plain)?.[0] ?? ''
  const points = [...plain.slice(0, plain.length - ending.length)]
  while (Buffer.byteLength(points.join('') + ending) > 255) points.pop()
  const shown = points.join('') + ending
  return /^\.*$/u.test(shown) ? 'file' : shown
}
