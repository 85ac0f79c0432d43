/** Reads the text of a PDF line by line, page by page. */
import type { TranscriptLine } from './transcriptLine'
import { MOST_PAGES, withPdf } from './withPdf'

/** The lines of a transcript. A number alone on a line is a page number and is left out. */
export const linesOfPdf = async (name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> =>
  (await pagesOfPdf(name, bytes)).flatMap((lines, index) =>
    lines.flatMap((text) =>
      text === '' || /^(?:-\s*)?\d{1,4}(?:\s*-)?$/u.test(text) ? [] : [{ text, at: `p. ${index + 1}` }],
    ),
  )

/** The lines of each page, also of pages without text. */
export const pagesOfPdf = (name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> =>
  withPdf(name, bytes, async (document) => {
    const pages: (readonly string[])[] = []
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOfPage(items.flatMap((item) => ('str' in item ? [item] : []))))
      page.cleanup()
    }
    return pages
  })

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
