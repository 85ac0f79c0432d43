/** Reads what a captured file has beside the words that people are shown: for the search for protected names. */
import { recogniseFile, RECOGNISING_BYTES } from '../../../story/text/format/fileKind'
import type { BesideWords } from './wordsBeside'

/**
 * Metadata, notes and attachments of a PDF; all header fields, both versions of the words and the attachments of mail.
 * Nothing for other files.
 * @throws ImportError if the file cannot be read whole.
 */
export async function besideWords(name: string, bytes: Uint8Array): Promise<BesideWords> {
  const { kind } = recogniseFile(bytes.subarray(0, RECOGNISING_BYTES), name)
  if (kind === 'pdf') return (await import('./besideWordsOfPdf')).besideWordsOfPdf(name, bytes)
  if (kind === 'mail' || (kind === 'text' && MAIL.test(name)))
    return (await import('./besideWordsOfMail')).besideWordsOfMail(name, bytes)
  return { texts: [], files: [] }
}

/** Names of files of mail. Mail without the usual header fields is shown as text. */
const MAIL = /\.(?:eml|mht|mhtml|mbox)$/iu
