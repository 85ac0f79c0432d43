import { cleanGif } from './cleanGif'
import { cleanJpeg } from './cleanJpeg'
import { cleanPng } from './cleanPng'
import { cleanWebp } from './cleanWebp'

/**
 * Removes what a picture says about place, camera and people. It is rebuilt from the parts that are needed to show it,
 * by name. Everything else (EXIF, XMP, IPTC, comments, thumbnails, bytes after the end) stays in the library. Kept are
 * the orientation of a JPEG, or the picture would lie on its side, and the colour numbers of a profile. The pixels are
 * the same bytes. Returns undefined if the picture is damaged or is not of `mediaType`.
 */
export function cleanPicture(bytes: Uint8Array, mediaType: string): Uint8Array | undefined {
  try {
    switch (mediaType) {
      case 'image/jpeg':
        return cleanJpeg(bytes)
      case 'image/png':
        return cleanPng(bytes)
      case 'image/webp':
        return cleanWebp(bytes)
      case 'image/gif':
        return cleanGif(bytes)
      default:
        return undefined
    }
  } catch (error) {
    // A read past the end: the picture is cut short.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
