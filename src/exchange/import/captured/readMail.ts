import type { Email } from 'postal-mime'
import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from '../parts/importError'

/** Parts in parts. Mail that people send has four. */
const MOST_LEVELS = 40
/** Bytes of the header fields of one part. */
const MOST_HEADERS = 1024 * 1024

/** @throws ImportError if the file cannot be read. */
export async function readMail(bytes: Uint8Array, file: string): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MOST_LEVELS, maxHeadersSize: MOST_HEADERS })
  } catch {
    throw new ImportError(file, importsText('refusal.damagedMail'), importsText('advice.saveAgain'))
  }
}
