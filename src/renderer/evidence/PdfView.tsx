import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useState } from 'react'
import {
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url'
import { Button, TextField } from '../ui'
import type { Marks } from './marks'
import { PdfPage } from './PdfPage'
import { PdfSearch } from './PdfSearch'
import { pdfProblem } from './pdfProblem'

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
  marks,
}: {
  readonly address: string
  readonly size: number
  readonly page: number
  readonly marks: Marks
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
        if (!gone) setOpened({ trouble: pdfProblem(error) })
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
      <PdfPage key={shown} document={document} number={shown} marks={marks} isNamed={shown === wanted} />
    </>
  )
}
