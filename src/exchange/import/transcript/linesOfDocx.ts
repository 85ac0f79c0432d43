/**
 * Reads the paragraphs of a Word document (ECMA-376, WordprocessingML) as lines, without tracked deletions, what a
 * tracked move took away, and hidden text: nobody who reads the document sees these words there.
 */
import { importsText } from '../../../catalogue/rooms/imports'
import { DocxStyles } from '../docx/docxStyles'
import { openZip } from '../docx/zipParts'
import { DocxLineReader } from './DocxLineReader'
import { parseXml } from '../markup/tree/parseXml'
import { ImportError } from '../parts/importError'
import type { TranscriptLine } from './transcriptLine'

/** @throws ImportError if the file is not a Word document, is damaged, or breaks a limit of `openZip`. */
export async function linesOfDocx(name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> {
  const zip = await openZip(bytes, name)
  const partOf = async (part: string): Promise<string | undefined> => {
    const content = await zip.read(part)
    return content && new TextDecoder().decode(content)
  }
  const xml = await partOf('word/document.xml')
  const styles = await partOf('word/styles.xml')
  if (xml === undefined)
    throw new ImportError(name, importsText('refusal.noWordDocument'), importsText('advice.unpack'))
  try {
    return new DocxLineReader(new DocxStyles(styles === undefined ? undefined : parseXml(styles, name))).read(xml)
  } catch {
    throw new ImportError(name, importsText('refusal.damagedText'), importsText('advice.saveAgainInWord'))
  }
}
