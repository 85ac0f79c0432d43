/** Reads the text of a PDF line by line, with page numbers. */
import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from '../parts/importError'
import type { TranscriptLine } from './turnsOfLines'

/** A transcript of a whole day has about 300 pages. */
const MOST_PAGES = 2000

export async function linesOfPdf(name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> {
  // Sets `globalThis.pdfjsWorker`. Its code runs in this thread: a bundle has no file to start a worker from.
  // @ts-expect-error -- the package has no types for it
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  })
  try {
    const document = await loading.promise
    const lines: TranscriptLine[] = []
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      lines.push(
        ...linesOfPage(
          items.flatMap((item) => ('str' in item ? [item] : [])),
          `p. ${number}`,
        ),
      )
      page.cleanup()
    }
    return lines
  } catch (error) {
    const what =
      error instanceof Error && error.name === 'PasswordException'
        ? importsText('refusal.locked')
        : importsText('refusal.damagedPdf')
    throw new ImportError(name, what, importsText('advice.savePdfAgain'))
  } finally {
    await loading.destroy()
  }
}

interface Item {
  readonly str: string
  readonly hasEOL: boolean
}

function linesOfPage(items: readonly Item[], at: string): readonly TranscriptLine[] {
  const lines: TranscriptLine[] = []
  let text = ''
  const end = (): void => {
    // PDFs use compatibility forms of CJK characters.
    const line = text.normalize('NFKC').trim()
    // A number alone on a line is a page number.
    if (line !== '' && !/^(?:-\s*)?\d{1,4}(?:\s*-)?$/u.test(line)) lines.push({ text: line, at })
    text = ''
  }
  for (const { str, hasEOL } of items) {
    text += str
    if (hasEOL) end()
  }
  end()
  return lines
}
