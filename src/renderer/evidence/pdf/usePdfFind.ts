import { useEffect, useEffectEvent, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { hitsIn, type Sought } from '../viewer/marks'
import { wordsOfPage } from './pageWords'

/** Nobody steps through more. */
const MOST_HITS = 200

export interface PdfHit {
  readonly page: number
  /** Which of the hits on its page, from 0. */
  readonly nth: number
}

export interface PdfFound {
  readonly hits: readonly PdfHit[]
  /** Pages searched so far. */
  readonly read: number
  readonly state: 'searching' | 'over' | 'failed'
}

/** The words of a page, and their letters as they are compared first. */
interface ReadText {
  readonly text: string
  readonly plain: string
}

/** The words of the pages that were read, by document: another search reads none of them again. */
const READ = new WeakMap<PDFDocumentProxy, Map<number, Promise<ReadText>>>()

function textOf(document: PDFDocumentProxy, number: number): Promise<ReadText> {
  const read = READ.get(document) ?? new Map<number, Promise<ReadText>>()
  READ.set(document, read)
  const text =
    read.get(number) ??
    document.getPage(number).then(async (page) => {
      const { text } = await wordsOfPage(page)
      return { text, plain: text.replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '').toLowerCase() }
    })
  read.set(number, text)
  return text
}

/** Plain letters or digits that every place has. Comparing whole pages by rule 2 takes a hundred times longer. */
const pieceOf = (sought: string): string =>
  (sought.toLowerCase().match(/[a-z0-9]{2,}/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '')

/** Milliseconds of work before the window may draw. */
const PACE = 8
const pause = (): Promise<void> => new Promise((done) => setTimeout(done))

/**
 * Looks through all pages, page by page, `first` before the others. Undefined while nothing is looked for. A page that
 * cannot be read ends the search, and the answer says so.
 */
export function usePdfFind(document: PDFDocumentProxy, { text, whole }: Sought, first = 1): PdfFound | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly found: PdfFound }>()
  const of = `${text}\n${whole}`
  const isAsked = text.length >= 2
  const firstPage = useEffectEvent(() => Math.min(Math.max(first, 1), document.numPages))
  useEffect(() => {
    if (!isAsked) return
    let gone = false
    const hits: PdfHit[] = []
    const piece = pieceOf(text)
    let read = 0
    let since = performance.now()
    const begin = firstPage()
    const tell = (state: PdfFound['state']): void => {
      if (!gone)
        setFound({ of, found: { hits: hits.toSorted((a, b) => a.page - b.page || a.nth - b.nth), read, state } })
    }
    const search = async (): Promise<void> => {
      const pages = Array.from({ length: document.numPages }, (_, index) => index + 1)
      for (const page of [begin, ...pages.filter((one) => one !== begin)]) {
        if (hits.length >= MOST_HITS) break
        const words = await textOf(document, page)
        if (performance.now() - since > PACE) {
          await pause()
          since = performance.now()
        }
        if (gone) return
        const on = words.plain.includes(piece) ? hitsIn({ text, whole }, words.text) : []
        hits.push(...on.map((_, nth) => ({ page, nth })))
        read++
        if (on.length > 0 || read % 20 === 0) tell('searching')
      }
      read = document.numPages
      tell('over')
    }
    search().catch(() => tell('failed'))
    return () => {
      gone = true
    }
  }, [document, text, whole, of, isAsked])
  return isAsked && found?.of === of ? found.found : undefined
}
