import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of a page, lines as they lie; NFKC, since PDFs hold compatibility forms that nobody types. */
export async function textOfPage(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .normalize('NFKC')
    .trim()
}
