import { useEffect, useState } from 'react'
import {
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url'
import { pdfProblem } from './pdfProblem'

GlobalWorkerOptions.workerSrc = workerAddress

/** Reads a kept file in parts: a page of a long PDF needs few of its bytes. */
class PartsOf extends PDFDataRangeTransport {
  /** A document that is closed waits for no more parts. */
  readonly #closed = new AbortController()

  constructor(
    readonly address: string,
    size: number,
  ) {
    super(size, null)
  }

  override requestDataRange(begin: number, end: number): void {
    fetch(`${this.address}?bytes=${begin}-${end - 1}`, { signal: this.#closed.signal })
      .then((answer) => answer.arrayBuffer())
      .then(
        (bytes) => this.onDataRange(begin, new Uint8Array(bytes)),
        () => undefined,
      )
  }

  override abort(): void {
    this.#closed.abort()
  }
}

/** A PDF that opens. `destroy` ends its worker and frees its pages. */
interface Opening {
  readonly promise: Promise<PDFDocumentProxy>
  readonly destroy: () => Promise<void>
}

/** Scripts, forms, links and remote parts are off. */
const openDocument = (address: string, size: number): Opening =>
  getDocument({
    range: new PartsOf(address, size),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  })

export type Opened = { readonly document: PDFDocumentProxy } | { readonly problem: string }

/** The PDF at this address, or why it cannot be shown; undefined while it opens. Closed when another one is shown. */
export function useDocument(address: string, size: number, open = openDocument): Opened | undefined {
  const [opened, setOpened] = useState<{ readonly at: string; readonly opened: Opened }>()
  useEffect(() => {
    const opening = open(address, size)
    let gone = false
    opening.promise.then(
      (document) => {
        if (!gone) setOpened({ at: address, opened: { document } })
      },
      (error: unknown) => {
        if (!gone) setOpened({ at: address, opened: { problem: pdfProblem(error) } })
      },
    )
    return () => {
      gone = true
      void opening.destroy()
    }
  }, [address, size, open])
  return opened?.at === address ? opened.opened : undefined
}
