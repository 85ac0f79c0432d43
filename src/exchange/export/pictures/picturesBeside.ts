import type { PublishedBlock } from '../../../projection/published/publishedStory'
import { hashBytes } from '../../../story/ledger/hash'
import type { Picture } from '../../../story/copy/picture'
import type { FileBeside, WriterInput } from '../parts/writer'

/** Hexadecimal digits of a picture's SHA-256 in its name. */
const DIGITS = 8

/**
 * Names the pictures of an output that are files beside it: "busan-summit-1-3fa2c19b.jpg". `stem`: the name of the
 * output without its extension. A picture that is printed twice is one file.
 */
export function picturesBeside(
  blocks: readonly PublishedBlock[],
  { pictures }: Pick<WriterInput, 'pictures'>,
  stem: string,
): ReadonlyMap<string, FileBeside> {
  const files = new Map<string, FileBeside>()
  for (const { picture } of blocks) {
    const bytes = picture && picture.mediaType !== '' ? pictures?.get(picture.file) : undefined
    if (!picture || !bytes || files.has(picture.file)) continue
    const fileName = `${stem}-${files.size + 1}-${hashBytes(bytes).slice(0, DIGITS)}.${extensionOf(picture)}`
    files.set(picture.file, { fileName, bytes })
  }
  return files
}

function extensionOf({ mediaType }: Picture): string {
  const [, kind = 'bin'] = /^image\/([a-z0-9]+)/i.exec(mediaType) ?? []
  return kind.toLowerCase() === 'jpeg' ? 'jpg' : kind.toLowerCase()
}
