import { recogniseFile } from '../../../story/text/format/fileKind'
import { hashBytes } from '../../../story/ledger/hash'
import { NO_PICTURE, PICTURE_TYPES, type Picture } from '../../../story/copy/picture'

/** Length of the longest data URI that is read, in characters. */
const LONGEST = 48 * 1024 * 1024

/**
 * Reads a picture from `data:image/…;base64,…`: its bytes, and the picture without its size. Undefined for any other
 * address, and for bytes that are not a picture a story can hold. The bytes decide the type.
 */
export function readDataPicture(
  address: string,
  alt = '',
): { readonly picture: Picture; readonly bytes: Uint8Array } | undefined {
  if (address.length > LONGEST || !/^data:image\/[\w.+-]{1,40};base64,/i.test(address)) return undefined
  const bytes = Uint8Array.from(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))
  const picture = readPicture(bytes, alt)
  return picture && { picture, bytes }
}

/** Returns the picture for these bytes, without its size; undefined if a story cannot hold them. */
export function readPicture(bytes: Uint8Array, alt: string): Picture | undefined {
  const { mediaType } = recogniseFile(bytes.subarray(0, 4100))
  return Object.hasOwn(PICTURE_TYPES, mediaType) ? { ...NO_PICTURE, file: hashBytes(bytes), mediaType, alt } : undefined
}
