/** Adds and describes the pictures of a story, and gives their bytes to exports. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { cleanPicture } from '../../exchange/export/pictures/cleanPicture'
import { describePicture as describeIn, insertBlock } from '../../document/editStory'
import {
  isCaptureDate,
  NO_PICTURE,
  PICTURE_DETAILS,
  PICTURE_TYPES,
  type Picture,
  type PictureFile,
  type PictureDetail,
} from '../../story/copy/picture'
import { NewsroomError } from '../../story/requests/requests'
import type { Block, Copy } from '../../story/copy/copy'
import type { Action } from '../state/action'
import { describeFile } from './files'
import type { Newsroom } from '../state/newsroom'
import { pictureSize } from './pictureSize'

/** Puts a kept picture into the copy, as an ordinary edit. */
export const addPicture: Action<'picture.add'> = async (
  room,
  by,
  { story: id, file, after, cutline = '', ...details },
) => {
  const said = readDetails(details)
  if (/[\n\r]/.test(cutline)) throw new NewsroomError('usage', newsroomText('pictures.cutlineBreak'))
  const kept = await pictureFile(room, by, file)
  const story = await room.storyNow(id)
  const last = story.value().copy.length - 1
  if (after !== undefined && after > last)
    throw new NewsroomError('usage', newsroomText('pictures.noBlock', { after, last }))
  const picture: Picture = { ...NO_PICTURE, ...kept, ...said }
  const { saved } = story.edit(by, (doc) =>
    insertBlock(doc, { role: 'cutline', picture, text: cutline, spans: [] }, after),
  )
  await Promise.all([saved, story.observe()])
  return { block: story.value().copy.findLastIndex((block) => block.picture?.file === file) }
}

/** A kept file that can be a picture of a story. */
async function pictureFile(room: Newsroom, by: string, file: string): Promise<PictureFile> {
  const { mediaType, width = 0, height = 0, trouble } = await describeFile(room, by, { sha256: file })
  if (!Object.hasOwn(PICTURE_TYPES, mediaType)) throw new NewsroomError('failed', newsroomText('pictures.notAPicture'))
  if (trouble !== undefined) throw new NewsroomError('failed', newsroomText('pictures.notPutIn', { why: trouble }))
  return { file, mediaType, width, height }
}

/** Changes what is said about a picture, and with `file` the picture itself. The cutline stays as it is. */
export const describePicture: Action<'picture.describe'> = async (room, by, { story: id, nth, file, ...details }) => {
  const said = { ...readDetails(details), ...(file === undefined ? {} : await pictureFile(room, by, file)) }
  const story = await room.storyNow(id)
  const pictures = story.value().copy.flatMap((block, index) => (block.picture ? [index] : []))
  const block = pictures[(nth ?? 1) - 1]
  if (block === undefined)
    throw new NewsroomError(
      'usage',
      pictures.length === 0
        ? newsroomText('pictures.none')
        : newsroomText('pictures.noSuchPicture', { count: pictures.length, nth: nth ?? 1 }),
    )
  if (nth === undefined && pictures.length > 1)
    throw new NewsroomError('usage', newsroomText('pictures.sayWhich', { count: pictures.length }))
  const { saved } = story.edit(by, (doc) => describeIn(doc, block, said))
  await Promise.all([saved, story.observe()])
  return { block }
}

function readDetails(
  given: Readonly<Partial<Record<PictureDetail, string | undefined>>>,
): Partial<Record<PictureDetail, string>> {
  const said: Partial<Record<PictureDetail, string>> = {}
  for (const name of PICTURE_DETAILS) if (given[name] !== undefined) said[name] = given[name].trim()
  if (!isCaptureDate(said.captured ?? ''))
    throw new NewsroomError('usage', newsroomText('pictures.notADate', { date: said.captured ?? '' }))
  return said
}

/** The bytes of the pictures in a copy, by file, without camera data. Files that are gone or damaged are missing. */
export async function picturesToLeave(room: Newsroom, copy: Copy): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const { picture } of copy) {
    if (!picture || picture.file === '' || pictures.has(picture.file)) continue
    const bytes = await bytesOf(room, picture.file)
    const clean = bytes && cleanPicture(bytes, picture.mediaType)
    if (clean) pictures.set(picture.file, clean)
  }
  return pictures
}

async function bytesOf(room: Newsroom, file: string): Promise<Uint8Array | undefined> {
  const stored = await room.store.openFile(file)
  if (!stored) return undefined
  try {
    return stored.size > LARGEST ? undefined : await stored.read(0, stored.size)
  } finally {
    await stored.close()
  }
}

/** Bytes. Window and command line refuse larger pictures. */
const LARGEST = 64 * 1024 * 1024

/** Keeps the pictures of an imported file, and returns the copy with their sizes. */
export async function keepPictures<B extends Block>(
  room: Newsroom,
  copy: readonly B[],
  pictures: ReadonlyMap<string, Uint8Array> | undefined,
): Promise<readonly B[]> {
  if (!pictures || pictures.size === 0) return copy
  const sizes = new Map<string, Awaited<ReturnType<typeof pictureSize>>>()
  for (const [file, bytes] of pictures) {
    const upload = await room.store.takeFile()
    await upload.write(bytes)
    await upload.keep()
    sizes.set(file, await pictureSize(bytes))
  }
  return copy.map((block) =>
    block.picture && sizes.has(block.picture.file)
      ? { ...block, picture: { ...block.picture, ...sizes.get(block.picture.file) } }
      : block,
  )
}
