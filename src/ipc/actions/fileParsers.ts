/** Parsers of the requests about captured files. */
import * as z from 'zod/mini'
import type { FileRequests } from '../../story/requests/library/fileRequests'
import { LARGEST_PIECE, maybe, text, whole, id, bytes, sha256, type Parsers } from './parsedValues'

export const FILE_PARSERS: Parsers<FileRequests> = {
  'transcript.read': () => z.strictObject({ sha256, name: maybe(text(2000)) }),
  'file.text': () => z.strictObject({ sha256, name: maybe(text(2000)) }),
  'file.begin': () => z.strictObject({ name: text(2000), size: maybe(whole(0, Number.MAX_SAFE_INTEGER)) }),
  'file.write': () => z.strictObject({ upload: id, bytes: bytes(LARGEST_PIECE) }),
  'file.keep': () => z.strictObject({ upload: id }),
  'file.drop': () => z.strictObject({ upload: id }),
  'file.describe': () => z.strictObject({ sha256, name: maybe(text(2000)) }),
  'file.cameraData': () => z.strictObject({ sha256 }),
}
