import { evidenceText } from '../../../catalogue/window/evidence'
import { useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { marksInText, soughtFor, type Marks } from '../viewer/marks'
import { TextInViewContext } from '../passage/passage'
import { useZoomBox } from '../viewer/useZoomBox'
import { FindField, findStatus, PageTools, ViewerTools, ZoomTools } from '../viewer/ViewerTools'
import { FileThere } from '../FileThere'
import { leavePage } from './leavePage'
import { PdfPage } from './PdfPage'
import { wordsOfPage, type PageWords } from './pageWords'
import { pdfProblem } from './pdfProblem'
import { useDocument } from './useDocument'
import { usePdfFind, type PdfFound } from './usePdfFind'

export interface PdfViewProps {
  readonly address: string
  readonly size: number
  /** What is shown: another fact, another piece of evidence or another place goes back to its page. */
  readonly of: string
  /** The page that the locator names. */
  readonly page: number | undefined
  readonly marks: Marks
  /** Kind of source and ground rules. */
  readonly about: string
  /** What stands between the tools and the page. */
  readonly strip?: ReactNode
}

/**
 * Shows a PDF page by page. Scripts, forms, links and remote parts are off. The file stays open for another fact with
 * it.
 */
export function PdfView(props: PdfViewProps) {
  const { address, size, about, strip } = props
  const opened = useDocument(address, size)
  if (opened && 'document' in opened) return <PdfPages key={props.of} {...props} document={opened.document} />
  return (
    <>
      <ViewerTools about={about} />
      {strip}
      {opened ? (
        <p className="viewer-note viewer-problem" role="alert">
          <FileThere />
          {opened.problem}
        </p>
      ) : (
        <p className="viewer-note soft">{evidenceText('pdfView.opening')}</p>
      )}
    </>
  )
}

/** The pages of an open PDF. */
export function PdfPages({
  document,
  page: named,
  marks,
  about,
  strip,
}: PdfViewProps & { readonly document: PDFDocumentProxy }) {
  const last = document.numPages
  /** Undefined: the page of the match, until the person goes elsewhere. */
  const [turned, setNumber] = useState(named === undefined ? undefined : Math.min(Math.max(named, 1), last))
  const own = marks.found?.words ?? marks.words
  const [text, setText] = useState(own)
  /** The chosen hit. Undefined: the one nearest to the place of the evidence. */
  const [chosen, setChosen] = useState<number>()
  const sought = useMemo(() => soughtFor(text, own), [text, own])
  /** What a person looks for instead is found wherever it is. */
  const excerpt = text === own ? (marks.excerpt ?? '') : ''
  const found = usePdfFind(document, sought, { page: named, excerpt })
  const at = chosen ?? nearest(found, named)
  const hit = found?.hits[at]
  // No page of a match is shown while the excerpt may still be found.
  const isExcerptAwaited = excerpt !== '' && (!found || found.state === 'searching')
  const number = turned ?? found?.excerptPage ?? (isExcerptAwaited ? 1 : (hit?.page ?? 1))
  const { page, words, problem, onProblem } = usePage(document, number)
  const ownWidth = useMemo(() => (page ? page.getViewport({ scale: CSS_PER_POINT }).width : 0), [page])
  const box = useRef<HTMLDivElement>(null)
  const zoom = useZoomBox(box, 'pdf', ownWidth)
  const isNamed = named === undefined || number === named
  const shownMarks = useMemo(
    () =>
      words
        ? marksInText(words.text, { marks, sought, isNamed, here: hit?.page === number ? hit.nth : undefined })
        : [],
    [words, marks, sought, isNamed, hit, number],
  )
  const shownRef = useContext(TextInViewContext)
  const here = shownMarks.find(({ look }) => look === 'found' || look === 'here')
  useEffect(() => {
    shownRef.current = words ? { kind: 'page', page: number, text: words.text, here } : null
    return () => {
      shownRef.current = null
    }
  }, [shownRef, words, number, here])
  const step = (direction: 1 | -1): void => {
    const hits = found?.hits ?? []
    const next = (at + direction + hits.length) % hits.length
    setChosen(next)
    setNumber(hits[next]?.page ?? number)
  }
  const { hits = [], read = 0, state = 'searching' } = found ?? {}
  return (
    <>
      <ViewerTools
        about={about}
        find={
          <FindField
            text={text}
            onText={(next) => {
              setText(next)
              setChosen(undefined)
            }}
            status={sought.text.length < 2 ? '' : findStatus(at, hits.length, state === 'over')}
            onStep={hits.length > 0 ? step : undefined}
          />
        }
      >
        <PageTools page={number} last={last} onPage={setNumber} />
        <ZoomTools zoom={zoom} />
      </ViewerTools>
      {strip}
      {named !== undefined && named > last ? (
        <p className="viewer-note">{evidenceText('pdfView.locatorSaysPageFile', { wanted: named, last })}</p>
      ) : null}
      {state === 'failed' ? (
        <p className="viewer-note viewer-problem" role="alert">
          {evidenceText('pdfView.searchFailed', { read, numPages: last })}
        </p>
      ) : null}
      {words?.text.trim() === '' ? <p className="viewer-note">{evidenceText('pdfView.thereNoTextPage')}</p> : null}
      {problem ? (
        <p className="viewer-note viewer-problem" role="alert">
          <FileThere />
          {evidenceText('pdfView.pageProblem', { number, problem })}
        </p>
      ) : null}
      <div
        ref={box}
        className="viewer-body viewer-paper"
        tabIndex={0}
        role="group"
        aria-label={evidenceText('pdfView.pageOfFile', { number, last })}
        onKeyDown={zoom.onKeyDown}
      >
        {page ? (
          <PdfPage
            key={number}
            page={page}
            words={words}
            width={zoom.width}
            marks={shownMarks}
            excerptFirst={excerpt !== '' && chosen === undefined && hit?.isInExcerpt !== true}
            onFound={marks.found && isNamed ? marks.onFound : undefined}
            onProblem={onProblem}
          />
        ) : null}
      </div>
    </>
  )
}

/** The hit in the excerpt, else the first on the page of the locator or of the excerpt, else the first of all. */
function nearest(found: PdfFound | undefined, named: number | undefined): number {
  if (!found) return 0
  const { hits, excerptPage } = found
  const inExcerpt = hits.findIndex(({ isInExcerpt }) => isInExcerpt)
  if (inExcerpt >= 0) return inExcerpt
  const page = named ?? excerptPage
  return Math.max(
    hits.findIndex((hit) => hit.page === page),
    0,
  )
}

/** A point is 1/72 inch, a CSS pixel 1/96. */
const CSS_PER_POINT = 96 / 72

interface ReadPage {
  readonly page?: PDFPageProxy
  readonly words?: PageWords
  readonly problem?: string
}

export function usePage(
  document: PDFDocumentProxy,
  number: number,
): ReadPage & { readonly onProblem: (error: unknown) => void } {
  const [read, setRead] = useState<ReadPage & { readonly number: number }>()
  useEffect(() => {
    let gone = false
    let left: PDFPageProxy | undefined
    const show = async (): Promise<void> => {
      const page = await document.getPage(number)
      if (gone) return
      left = page
      setRead({ number, page })
      const words = await wordsOfPage(page)
      if (!gone) setRead({ number, page, words })
    }
    show().catch((error: unknown) => {
      if (!gone) setRead({ number, problem: pdfProblem(error) })
    })
    return () => {
      gone = true
      if (left) leavePage(document, left)
    }
  }, [document, number])
  const onProblem = useCallback(
    (error: unknown) => setRead((before) => (before ? { ...before, problem: pdfProblem(error) } : before)),
    [],
  )
  return read?.number === number ? { ...read, onProblem } : { onProblem }
}
