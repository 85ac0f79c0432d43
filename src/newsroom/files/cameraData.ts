import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'

/** Bytes to read: cameras write their data before the picture. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_ENTRIES = 80

/** The data that a camera or program wrote into a picture (EXIF, IPTC, XMP), to look at. Exports do not read it. */
export const readCameraData: Action<'file.cameraData'> = async (room, _by, { sha256 }) => {
  const file = await room.store.openFile(sha256)
  if (!file) throw new NewsroomError('failed', newsroomText('cameraData.noFile'))
  try {
    const { default: ExifReader } = await import('exifreader')
    const bytes = await file.read(0, MOST_BYTES)
    const tags = ExifReader.load(bytes.slice().buffer, { async: false })
    const entries = Object.entries(tags).flatMap(([name, tag]) => {
      const value: unknown = (tag as { readonly description?: unknown }).description
      return typeof value === 'string' && value.trim() !== '' && value.length <= 300
        ? [[name, value.trim()] as const]
        : []
    })
    return { entries: entries.slice(0, MOST_ENTRIES) }
  } catch (error) {
    if (error instanceof NewsroomError) throw error
    // No camera data, or none that can be read.
    return { entries: [] }
  } finally {
    await file.close()
  }
}
