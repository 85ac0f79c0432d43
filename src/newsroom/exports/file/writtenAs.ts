import { basename } from 'node:path'
import { scanForLeaks } from '../../../projection/scan/leakScan'
import { markedPath } from './markedPath'

interface Written {
  readonly destination?: string | undefined
  readonly saveAs?: string | undefined
  /** The name that Stet gives the file. */
  readonly fileName: string
}

/**
 * The base name under which a file is written, for notices to those who get it. Undefined: it is Stet's own name, or
 * has an internal id, which no notice may name. A protected name in it holds the export back (exportLeaks.ts).
 */
export function writtenAs(ids: readonly string[], { destination, saveAs, fileName }: Written): string | undefined {
  const path = destination ?? saveAs
  const name = path === undefined ? '' : basename(markedPath(path, fileName, saveAs))
  if (name === '' || name === fileName) return undefined
  return scanForLeaks({ text: '', fileName: name, mediaType: 'text/plain' }, [], ids, []).length > 0 ? undefined : name
}
