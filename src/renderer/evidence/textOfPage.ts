import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Returns the words of a page, line by line. NFKC, because PDFs hold compatibility forms that nobody types. */
export async function textOfPage(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .normalize('NFKC')
    .trim()
}
