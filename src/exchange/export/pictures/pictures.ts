import { exportsText } from '../../../catalogue/rooms/exports'
import type { PictureAddress } from '../../../projection/print/htmlOfBlocks'
import type { PublishedBlock } from '../../../projection/published/publishedStory'
import type { Picture } from '../../../story/copy/picture'
import type { WriterInput } from '../parts/writer'

/** Returns pictures as data URIs, for formats that are one file. */
export const dataUriOf =
  ({ pictures }: WriterInput): PictureAddress =>
  (picture) => {
    const bytes = pictures?.get(picture.file)
    return bytes && picture.mediaType !== '' ? `data:${picture.mediaType};base64,${base64(bytes)}` : undefined
  }

/** Returns pictures in base64, for formats with a field for the media type. */
export const base64Of =
  ({ pictures }: WriterInput): PictureAddress =>
  (picture) => {
    const bytes = pictures?.get(picture.file)
    return bytes && base64(bytes)
  }

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/** Lists what an output has no place for. `details`: the properties of pictures that it does not print. */
export function pictureLosses(
  blocks: readonly PublishedBlock[],
  addressOf: PictureAddress,
  details: readonly ('alt' | 'credit' | 'rights' | 'captured')[],
): Readonly<Record<string, readonly string[]>> {
  const pictures = blocks.flatMap(({ picture }) => (picture && picture.file !== '' ? [picture] : []))
  const nameOf = ({ alt, credit, mediaType }: Picture): string =>
    alt || credit || mediaType || exportsText('loss.aPicture')
  return {
    [exportsText('loss.pictures')]: pictures.filter((picture) => addressOf(picture) === undefined).map(nameOf),
    ...Object.fromEntries(
      details.map((name) => [exportsText(`pictureLoss.${name}`), pictures.map((picture) => picture[name])]),
    ),
  }
}
