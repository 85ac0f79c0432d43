/**
 * Reads the paragraphs of a Word document (ECMA-376, WordprocessingML) as lines, without tracked deletions, what a
 * tracked move took away, and hidden text: nobody who reads the document sees these words there.
 */
import { importsText } from '../../../catalogue/rooms/imports'
import { fromBuffer } from 'yauzl'
import { DocxStyles } from '../docx/docxStyles'
import { DocxLineReader } from './DocxLineReader'
import { parseXml } from '../markup/tree/parseXml'
import { ImportError } from '../parts/importError'
import type { TranscriptLine } from './transcriptLine'
import { messageOf } from '../../../story/text/messageOf'

/** Bytes of the unpacked text part. A novel has 5 MB. */
const LARGEST_PART = 64 * 1024 * 1024

export async function linesOfDocx(name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> {
  let [xml, styles]: (string | undefined)[] = []
  try {
    xml = await partOf(bytes, 'word/document.xml')
    styles = await partOf(bytes, 'word/styles.xml')
  } catch (error) {
    throw new ImportError(
      name,
      importsText('refusal.damagedZip', { problem: messageOf(error) }),
      importsText('advice.saveAgain'),
    )
  }
  if (xml === undefined)
    throw new ImportError(name, importsText('refusal.noWordDocument'), importsText('advice.unpack'))
  try {
    return new DocxLineReader(new DocxStyles(styles === undefined ? undefined : parseXml(styles, name))).read(xml)
  } catch {
    throw new ImportError(name, importsText('refusal.damagedText'), importsText('advice.saveAgainInWord'))
  }
}

function partOf(bytes: Uint8Array, part: string): Promise<string | undefined> {
  return new Promise((done, failed) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
      (error, archive) => {
        if (error) return failed(error)
        archive.on('error', failed)
        archive.on('end', () => done(undefined))
        archive.on('entry', (entry: { readonly fileName: string; readonly uncompressedSize: number }) => {
          if (entry.fileName !== part) return archive.readEntry()
          if (entry.uncompressedSize > LARGEST_PART) return failed(new Error(importsText('refusal.largeText')))
          archive.openReadStream(entry as never, (unreadable, stream) => {
            if (unreadable) return failed(unreadable)
            const chunks: Buffer[] = []
            stream.on('error', failed)
            stream.on('data', (chunk: Buffer) => chunks.push(chunk))
            stream.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
          })
        })
        archive.readEntry()
      },
    )
  })
}
