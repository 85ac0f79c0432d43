/** Reads the text of a PDF line by line, page by page. */
import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from '../parts/importError'
import type { TranscriptLine } from './transcriptLine'

/** A transcript of a whole day has about 300 pages. */
const MOST_PAGES = 2000

/** The lines of a transcript. A number alone on a line is a page number and is left out. */
export const linesOfPdf = async (name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> =>
  (await pagesOfPdf(name, bytes)).flatMap((lines, index) =>
    lines.flatMap((text) =>
      text === '' || /^(?:-\s*)?\d{1,4}(?:\s*-)?$/u.test(text) ? [] : [{ text, at: `p. ${index + 1}` }],
    ),
  )

/** The lines of each page, also of pages without text. */
export async function pagesOfPdf(name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
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
    const pages: (readonly string[])[] = []
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOfPage(items.flatMap((item) => ('str' in item ? [item] : []))))
      page.cleanup()
    }
    return pages
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

function linesOfPage(items: readonly Item[]): readonly string[] {
  const lines: string[] = []
  let text = ''
  const end = (): void => {
    // PDFs use compatibility forms of CJK characters.
    lines.push(text.normalize('NFKC').trim())
    text = ''
  }
  for (const { str, hasEOL } of items) {
    text += str
    if (hasEOL) end()
  }
  end()
  return lines
}
