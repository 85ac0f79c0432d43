import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Pages that stay ready to be drawn again: the next fact is often on the page of the one before. */
const READY = 3

/** The pages that were left last, by document, the last one at the end. */
const left = new WeakMap<PDFDocumentProxy, readonly PDFPageProxy[]>()

/** Frees what was needed to draw the pages that were left before the last three: their instructions and pictures. */
export function leavePage(document: PDFDocumentProxy, page: PDFPageProxy): void {
  const pages = [...(left.get(document) ?? []).filter((one) => one !== page), page]
  // A page that is still being drawn frees itself when that ends.
  for (const old of pages.slice(0, -READY)) old.cleanup()
  left.set(document, pages.slice(-READY))
}
