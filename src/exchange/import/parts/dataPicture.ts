import { recogniseFile } from '../../../story/text/fileKind'
import { hashBytes } from '../../../story/ledger/hash'
import { NO_PICTURE, PICTURE_TYPES, type Picture } from '../../../story/copy/picture'

/** Characters of the longest data URI that is read. */
const LONGEST = 48 * 1024 * 1024

/**
 * A picture that stands in a file as `data:image/…;base64,…`: its bytes, and the picture without its size. Undefined for
 * any other address, and when the bytes are no picture that a story may hold; what they are is told by themselves.
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

/** The picture that these bytes are, without its size; undefined when they are none that a story may hold. */
export function readPicture(bytes: Uint8Array, alt: string): Picture | undefined {
  const { mediaType } = recogniseFile(bytes.subarray(0, 4100))
  return Object.hasOwn(PICTURE_TYPES, mediaType) ? { ...NO_PICTURE, file: hashBytes(bytes), mediaType, alt } : undefined
}
