import { useEffect, useEffectEvent, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { defined } from '../../../story/text/defined'
import { excerptIn, piecesOf } from '../../../checks/evidence/findText'
import type { Occurrence } from '../../../checks/evidence/foldedText'
import { excerptPlaces, findSought, type Sought } from '../viewer/marks'
import { wordsOfPage } from './pageWords'

/** Nobody steps through more. */
const MOST_HITS = 200

export interface PdfHit {
  readonly page: number
  /** Which of the hits on its page, from 0. */
  readonly nth: number
  /** Whether it lies in the excerpt of the evidence. */
  readonly isInExcerpt?: true
}

/** Where the evidence is. */
export interface PdfPlace {
  /** The page that the locator names. */
  readonly page?: number | undefined
  /** Without a page it is looked for on all of them. */
  readonly excerpt?: string | undefined
}

export interface PdfFound {
  readonly hits: readonly PdfHit[]
  /** The page with the excerpt. Undefined: not found so far, or the locator names another page. */
  readonly excerptPage?: number
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

/** The places of the excerpt on a page. On the page of the locator, also those of its pieces. */
function placesOf({ page: named, excerpt = '' }: PdfPlace, page: number, { text, plain }: ReadText) {
  if (excerpt === '' || (named !== undefined && named !== page)) return []
  if (named === page) return excerptPlaces(excerpt, text)
  return plain.includes(pieceOf(piecesOf(excerpt).join(' '))) ? excerptIn(excerpt, text) : []
}

const touch = (one: Occurrence, other: Occurrence): boolean => one.from < other.to && other.from < one.to

/**
 * Looks through all pages, page by page, the page of the place before the others. Undefined while nothing is looked
 * for. A page that cannot be read ends the search, and the answer says so.
 */
export function usePdfFind(
  document: PDFDocumentProxy,
  { text, whole }: Sought,
  { page: named, excerpt = '' }: PdfPlace = {},
): PdfFound | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly found: PdfFound }>()
  const of = `${text}\n${whole}\n${excerpt}`
  const isAsked = text.length >= 2 || excerpt !== ''
  const namedPage = useEffectEvent(() =>
    named === undefined ? undefined : Math.min(Math.max(named, 1), document.numPages),
  )
  useEffect(() => {
    if (!isAsked) return
    let gone = false
    const hits: PdfHit[] = []
    let excerptPage: number | undefined
    const piece = pieceOf(text)
    let read = 0
    let since = performance.now()
    const place = { page: namedPage(), excerpt }
    const begin = place.page ?? 1
    const tell = (state: PdfFound['state']): void => {
      if (gone) return
      const inOrder = hits.toSorted((a, b) => a.page - b.page || a.nth - b.nth)
      setFound({ of, found: { hits: inOrder, read, state, ...defined({ excerptPage }) } })
    }
    const search = async (): Promise<void> => {
      const pages = Array.from({ length: document.numPages }, (_, index) => index + 1)
      for (const page of [begin, ...pages.filter((one) => one !== begin)]) {
        const isExcerptMissing = excerpt !== '' && place.page === undefined && excerptPage === undefined
        if (hits.length >= MOST_HITS && !isExcerptMissing) break
        const words = await textOf(document, page)
        if (performance.now() - since > PACE) {
          await pause()
          since = performance.now()
        }
        if (gone) return
        const on = words.plain.includes(piece) ? findSought({ text, whole }, words.text) : []
        const places = excerptPage === undefined ? placesOf(place, page, words) : []
        if (places.length > 0) excerptPage = page
        if (hits.length < MOST_HITS || places.length > 0)
          hits.push(
            ...on.map((hit, nth): PdfHit => ({
              page,
              nth,
              ...(places.some((one) => touch(one, hit)) ? { isInExcerpt: true } : {}),
            })),
          )
        read++
        if (on.length > 0 || places.length > 0 || read % 20 === 0) tell('searching')
      }
      read = document.numPages
      tell('over')
    }
    search().catch(() => tell('failed'))
    return () => {
      gone = true
    }
  }, [document, text, whole, excerpt, of, isAsked])
  return isAsked && found?.of === of ? found.found : undefined
}
