/** Pictures that lie in the markup itself, with their details. */
import { NO_PICTURE, type Picture } from '../../../story/copy/picture'
import { readDataPicture } from '../parts/dataPicture'
import type { MarkupElement } from './tree/markupTree'

/** Address of a picture whose bytes are missing from the file. */
export const WITHOUT_FILE = 'about:blank'

/** Class names that pages use for a picture's credit. A byline in a figure is that of the picture. */
const CREDIT = /[\s_-](?:credits?|byline)[\s_-]/i

/** Whether the element, which is in a figure, holds the credit of the picture. */
export const isCredit = ({ attributes }: MarkupElement): boolean =>
  CREDIT.test(` ${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} `)

/**
 * Returns an embedded picture, or one whose bytes the file says are missing; undefined if the picture is elsewhere.
 * Adds the bytes to `files`, by their hash.
 */
export function pictureOf(image: MarkupElement, files: Map<string, Uint8Array>): Picture | undefined {
  const { attributes } = image
  const { src = '', alt = '' } = attributes
  const read = readDataPicture(src, alt)
  if (read) {
    files.set(read.picture.file, read.bytes)
    return { ...read.picture, ...saidOf(attributes) }
  }
  return src === WITHOUT_FILE ? describedBy(image) : undefined
}

/** Returns what the markup says of a picture, without its file. */
export const describedBy = ({ attributes }: MarkupElement): Picture => ({
  ...NO_PICTURE,
  alt: attributes['alt'] ?? '',
  ...saidOf(attributes),
})

const saidOf = (attributes: MarkupElement['attributes']): Pick<Picture, 'credit' | 'rights' | 'captured'> => {
  const said = (name: string): string => attributes[`data-${name}`] ?? ''
  return { credit: said('credit'), rights: said('rights'), captured: said('captured') }
}

/** Whether the picture has more than its cutline. */
export const hasDetails = (picture: Picture | undefined): boolean =>
  picture !== undefined &&
  [picture.file, picture.alt, picture.credit, picture.rights, picture.captured].some((part) => part !== '')
