import { sheetText } from '../../catalogue/writing/sheet'
import { recogniseFile, RECOGNISING_BYTES } from '../../story/text/format/fileKind'
import { PICTURE_TYPES, type Picture } from '../../story/copy/picture'
import type { Act } from '../../ipc/contract'

/** Bytes of one piece. */
const PIECE = 4 * 1024 * 1024
/** Bytes. Pictures for print are far smaller. */
const LARGEST_PICTURE = 100 * 1024 * 1024

export type CopiedPicture =
  | { readonly ok: true; readonly picture: Pick<Picture, 'file' | 'mediaType' | 'width' | 'height'> }
  | { readonly ok: false; readonly message: string }

/**
 * Copies a picture into the library, by content. Refuses a file that is not a picture before it copies anything.
 * `onProgress`: the share copied, 0 to 1.
 */
export async function copyPicture(
  act: Act,
  file: File,
  onProgress: (share: number) => void = () => undefined,
): Promise<CopiedPicture> {
  const name = file.name === '' ? sheetText('insertPicture.picture') : `“${file.name}”`
  const refuse = (why: string): CopiedPicture => ({
    ok: false,
    message: sheetText('insertPicture.refused', { name, why }),
  })
  if (file.size > LARGEST_PICTURE)
    return refuse(
      sheetText('insertPicture.tooLarge', {
        round: Math.round(file.size / 1048576),
        value: LARGEST_PICTURE / 1048576,
      }),
    )
  const { mediaType } = recogniseFile(new Uint8Array(await file.slice(0, RECOGNISING_BYTES).arrayBuffer()), file.name)
  if (!Object.hasOwn(PICTURE_TYPES, mediaType)) return refuse(sheetText('insertPicture.otherKind'))
  const begun = await act('file.begin', { name: file.name, size: file.size })
  if (!begun.ok) return begun
  const { upload } = begun.value
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())
    const written = await act('file.write', { upload, bytes })
    if (!written.ok) return written
    onProgress(Math.min(1, (at + bytes.length) / file.size))
  }
  const kept = await act('file.keep', { upload })
  if (!kept.ok) return kept
  const { sha256, width = 0, height = 0, trouble } = kept.value
  if (trouble !== undefined) return refuse(trouble)
  return { ok: true, picture: { file: sha256, mediaType: kept.value.mediaType, width, height } }
}
