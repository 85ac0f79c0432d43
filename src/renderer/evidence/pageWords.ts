/** The words of a PDF page with their places on it, so that found words can be marked over the drawing. */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PageWords {
  /** Line by line. NFKC, because PDFs hold compatibility forms that nobody types. */
  readonly text: string
  /** Rectangles over a range of the text, as shares of the page from 0 to 1. */
  readonly boxesOf: (from: number, to: number) => readonly Box[]
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Run extends Box {
  readonly from: number
  readonly to: number
}

export async function wordsOfPage(page: PDFPageProxy): Promise<PageWords> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs: Run[] = []
  let text = ''
  for (const item of items) {
    if (!('str' in item)) continue
    const words = item.str.normalize('NFKC')
    if (words !== '') runs.push({ from: text.length, to: text.length + words.length, ...boxOf(item, viewport) })
    text += words + (item.hasEOL ? '\n' : '')
  }
  return { text, boxesOf: (from, to) => runs.flatMap((run) => partOf(run, from, to)) }
}

interface Item {
  readonly transform: readonly number[]
  readonly width: number
}

/** The box of a run that is written from left to right. Turned text gets the box of its baseline's start. */
function boxOf({ transform, width }: Item, viewport: PageViewport): Box {
  const [, , c = 0, d = 0, x = 0, y = 0] = Util.transform(viewport.transform, [...transform]) as readonly number[]
  const height = Math.hypot(c, d)
  return {
    left: x / viewport.width,
    top: (y - height) / viewport.height,
    width: (width * viewport.scale) / viewport.width,
    height: (height * 1.25) / viewport.height,
  }
}

/** The part of a run that a range covers. Letters are taken as equally wide: a mark may be off by one. */
function partOf(run: Run, from: number, to: number): readonly Box[] {
  const start = Math.max(from, run.from)
  const end = Math.min(to, run.to)
  if (start >= end) return []
  const letter = run.width / (run.to - run.from)
  return [
    { left: run.left + letter * (start - run.from), top: run.top, width: letter * (end - start), height: run.height },
  ]
}
