/** The words of a PDF page with their places on it: they can be selected, and marked over the drawing. */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PageWords {
  /** Line by line. NFKC, because PDFs hold compatibility forms that nobody types. */
  readonly text: string
  /** The pieces of the text as the page sets them, in its order. */
  readonly runs: readonly SetRun[]
  /** Rectangles over a range of the text, as shares of the page from 0 to 1. */
  readonly boxesOf: (from: number, to: number) => readonly Box[]
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A piece of the text, UTF-16 offsets, and its box as shares of the page. */
export interface SetRun extends Box {
  readonly from: number
  readonly to: number
  /** Height of the letters as a share of the page's width. */
  readonly size: number
  /** CSS font family that stands in for the font of the page. */
  readonly family: string
}

export async function wordsOfPage(page: PDFPageProxy): Promise<PageWords> {
  const viewport = page.getViewport({ scale: 1 })
  const { items, styles = {} } = await page.getTextContent()
  const measure = measurer()
  const runs: SetRun[] = []
  let text = ''
  for (const item of items) {
    if (!('str' in item)) continue
    const words = item.str.normalize('NFKC')
    const family = styles[item.fontName]?.fontFamily ?? 'sans-serif'
    if (words !== '') runs.push({ from: text.length, to: text.length + words.length, family, ...boxOf(item, viewport) })
    text += words + (item.hasEOL ? '\n' : '')
  }
  return { text, runs, boxesOf: (from, to) => runs.flatMap((run) => partOf(run, from, to, text, measure)) }
}

interface Item {
  readonly transform: readonly number[]
  readonly width: number
}

/** The box of a run that is written from left to right. Turned text gets the box of its baseline's start. */
function boxOf({ transform, width }: Item, viewport: PageViewport): Box & Pick<SetRun, 'size'> {
  const [, , c = 0, d = 0, x = 0, y = 0] = Util.transform(viewport.transform, [...transform]) as readonly number[]
  const height = Math.hypot(c, d)
  return {
    left: x / viewport.width,
    top: (y - height) / viewport.height,
    width: (width * viewport.scale) / viewport.width,
    height: (height * 1.25) / viewport.height,
    size: height / viewport.width,
  }
}

/** The part of a run that a range covers. Its letters are measured in a font like the page's: a mark is a hair off. */
function partOf(run: SetRun, from: number, to: number, text: string, measure: Measure): readonly Box[] {
  const start = Math.max(from, run.from)
  const end = Math.min(to, run.to)
  if (start >= end) return []
  const all = measure(text.slice(run.from, run.to), run.family)
  const share = (at: number): number =>
    all > 0 ? measure(text.slice(run.from, at), run.family) / all : (at - run.from) / (run.to - run.from)
  const left = share(start)
  return [
    {
      left: run.left + run.width * left,
      top: run.top,
      width: run.width * (share(end) - left),
      height: run.height,
    },
  ]
}

/** Width of a text in letters of size 1. */
export type Measure = (text: string, family: string) => number

/** One for all pages: a search reads hundreds. */
let context: OffscreenCanvasRenderingContext2D | null | undefined

/** Measures 0 where there is no canvas. */
export function measurer(): Measure {
  context ??= typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d')
  return (text, family) => {
    if (!context) return 0
    context.font = ['100px', family].join(' ')
    return context.measureText(text).width / 100
  }
}
