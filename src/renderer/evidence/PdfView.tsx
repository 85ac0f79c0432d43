import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useRef, useState } from 'react'
import {
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url'
import { Button, TextField } from '../ui'
import { textOfPage } from './textOfPage'
import { messageOf } from '../../story/text/messageOf'

GlobalWorkerOptions.workerSrc = workerAddress

/** Reads a kept file in parts: a page of a long PDF needs few of its bytes. */
class PartsOf extends PDFDataRangeTransport {
  constructor(
    readonly address: string,
    size: number,
  ) {
    super(size, null)
  }

  override requestDataRange(begin: number, end: number): void {
    fetch(`${this.address}?bytes=${begin}-${end - 1}`)
      .then((answer) => answer.arrayBuffer())
      .then(
        (bytes) => this.onDataRange(begin, new Uint8Array(bytes)),
        () => this.abort(),
      )
  }
}

type Opened = { readonly document: PDFDocumentProxy } | { readonly trouble: string }

/**
 * Shows a PDF page by page, with its text and a search over all pages. Scripts, forms, links and remote parts are off.
 */
export function PdfView({
  address,
  size,
  page: wanted,
}: {
  readonly address: string
  readonly size: number
  readonly page: number
}) {
  const [opened, setOpened] = useState<Opened>()
  const [page, setPage] = useState(wanted)

  useEffect(() => {
    const loading = getDocument({
      range: new PartsOf(address, size),
      isEvalSupported: false,
      enableXfa: false,
      disableAutoFetch: true,
      useWasm: false,
      useWorkerFetch: false,
      stopAtErrors: false,
    })
    let gone = false
    loading.promise.then(
      (document) => {
        if (!gone) setOpened({ document })
      },
      (error: unknown) => {
        if (!gone) setOpened({ trouble: problemOf(error) })
      },
    )
    return () => {
      gone = true
      void loading.destroy()
    }
  }, [address, size])

  if (!opened) return <p className="soft">{evidenceText('pdfView.opening')}</p>
  if ('trouble' in opened)
    return (
      <p className="viewer-trouble" role="alert">
        {opened.trouble}
      </p>
    )
  const { document } = opened
  const last = document.numPages
  const shown = Math.min(Math.max(page, 1), last)
  return (
    <>
      <div className="viewer-tools">
        <Button look="plain" disabled={shown <= 1} onClick={() => setPage(shown - 1)}>
          {evidenceText('pdfView.previous')}
        </Button>
        <TextField
          label={evidenceText('pdfView.page')}
          hideLabel
          inputMode="numeric"
          className="control page-number"
          value={String(shown)}
          onChange={(event) => {
            const number = Number(event.target.value.replace(/\D/gu, ''))
            if (number > 0) setPage(Math.min(number, last))
          }}
        />
        <span className="soft">{evidenceText('pdfView.of', { last })}</span>
        <Button look="plain" disabled={shown >= last} onClick={() => setPage(shown + 1)}>
          {evidenceText('pdfView.next')}
        </Button>
      </div>
      {wanted > last ? (
        <p className="field-hint">{evidenceText('pdfView.locatorSaysPageFile', { wanted, last })}</p>
      ) : null}
      <PdfSearch document={document} onPage={setPage} />
      <PdfPage key={shown} document={document} number={shown} />
    </>
  )
}

function PdfPage({ document, number }: { readonly document: PDFDocumentProxy; readonly number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [text, setText] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    let gone = false
    const show = async (): Promise<void> => {
      const page = await document.getPage(number)
      const target = canvas.current
      if (gone || !target) return
      const width = target.parentElement?.clientWidth ?? 300
      const scale = Math.min((width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio, MOST_SCALE)
      const viewport = page.getViewport({ scale })
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      await page.render({ canvas: target, viewport }).promise
      if (!gone) setText(await textOfPage(page))
    }
    show().catch((error: unknown) => {
      if (!gone) setTrouble(problemOf(error))
    })
    return () => {
      gone = true
    }
  }, [document, number])
  return (
    <div className="viewer-page">
      {trouble ? (
        <p className="viewer-trouble" role="alert">
          {evidenceText('pdfView.page2', { number, trouble })}
        </p>
      ) : null}
      <canvas ref={canvas} role="img" aria-label={evidenceText('pdfView.page3', { number })} />
      <details>
        <summary>{evidenceText('pdfView.textPage', { number })}</summary>
        <p className="viewer-pagetext serif" dir="auto">
          {text === '' ? evidenceText('pdfView.thereNoTextPage') : (text ?? evidenceText('pdfView.reading'))}
        </p>
      </details>
    </div>
  )
}

/** A page of poster size would need a canvas of gigabytes. */
const MOST_SCALE = 4

interface Hit {
  readonly page: number
  readonly around: string
}
const MOST_HITS = 50

function PdfSearch({
  document,
  onPage,
}: {
  readonly document: PDFDocumentProxy
  readonly onPage: (page: number) => void
}) {
  const [find, setFind] = useState('')
  const [found, setFound] = useState<{ readonly hits: readonly Hit[]; readonly read: number; readonly over: boolean }>()
  const words = find.normalize('NFKC').trim().toLowerCase()
  useEffect(() => {
    if (words.length < 2) return
    let gone = false
    const search = async (): Promise<void> => {
      const hits: Hit[] = []
      for (let number = 1; number <= document.numPages && hits.length < MOST_HITS; number++) {
        const text = (await textOfPage(await document.getPage(number))).replace(/\s+/gu, ' ')
        if (gone) return
        const at = text.toLowerCase().indexOf(words)
        if (at >= 0)
          hits.push({
            page: number,
            around: `${at > 30 ? '…' : ''}${text.slice(Math.max(0, at - 30), at + words.length + 50)}…`,
          })
        if (at >= 0 || number % 20 === 0) setFound({ hits: [...hits], read: number, over: false })
      }
      setFound({ hits, read: document.numPages, over: true })
    }
    search().catch(() => {
      if (!gone) setFound({ hits: [], read: 0, over: true })
    })
    return () => {
      gone = true
    }
  }, [document, words])
  const shown = words.length < 2 ? undefined : found
  return (
    <div className="viewer-search">
      <TextField
        label={evidenceText('pdfView.findFile')}
        hideLabel
        type="search"
        placeholder={evidenceText('pdfView.findFile')}
        value={find}
        onChange={(event) => {
          setFind(event.target.value)
          setFound(undefined)
        }}
      />
      {shown ? (
        <p className="soft" role="status">
          {shown.over
            ? evidenceText('pdfView.pages', { count: shown.hits.length })
            : evidenceText('pdfView.readPages', { read: shown.read, numPages: document.numPages })}
        </p>
      ) : null}
      {shown?.hits.length ? (
        <ul className="viewer-hits">
          {shown.hits.map(({ page, around }) => (
            <li key={page}>
              <button type="button" className="finding-jump" onClick={() => onPage(page)}>
                {evidenceText('pdfView.pageOfHit', { page })}
              </button>{' '}
              <span className="soft" dir="auto">
                {around}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function problemOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return evidenceText('pdfView.pdfEncryptedOpensPassword')
  if (name === 'InvalidPDFException' || name === 'FormatError') return evidenceText('pdfView.pdfDamagedCannotShown')
  return evidenceText('pdfView.pdfCannotShownKept', { part: messageOf(error) })
}
