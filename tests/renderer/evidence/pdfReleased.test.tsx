/** What a PDF took is given back when the next one, or the next page, is shown: counted, because megabytes vary. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PdfPage } from '../../../src/renderer/evidence/pdf/PdfPage'
import { usePage } from '../../../src/renderer/evidence/pdf/PdfView'
import { useDocument } from '../../../src/renderer/evidence/pdf/useDocument'
import '../fakeWindow'

let root: Root
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

const drawn: HTMLCanvasElement[] = []
const freed: string[] = []
beforeEach(() => {
  drawn.length = 0
  freed.length = 0
})

/** A document whose pages draw at once, or never. */
function documentOf(name: string, { draws = true } = {}): PDFDocumentProxy {
  const pages = new Map<number, PDFPageProxy>()
  const pageOf = (pageNumber: number): PDFPageProxy =>
    ({
      pageNumber,
      getViewport: ({ scale }: { scale: number }) => ({
        ...{ width: 100 * scale, height: 140 * scale, scale, transform: [1, 0, 0, 1, 0, 0] },
      }),
      getTextContent: async () => ({ items: [] }),
      render: ({ canvas }: { canvas: HTMLCanvasElement }) => {
        drawn.push(canvas)
        return { promise: draws ? Promise.resolve() : new Promise(() => undefined), cancel: () => undefined }
      },
      cleanup: () => {
        freed.push(`${name} ${pageNumber}`)
        return true
      },
    }) as unknown as PDFPageProxy
  const getPage = async (number: number): Promise<PDFPageProxy> => {
    const page = pages.get(number) ?? pageOf(number)
    pages.set(number, page)
    return page
  }
  return { numPages: 20, getPage } as unknown as PDFDocumentProxy
}

function Page({ pdf, number, width = 400 }: { pdf: PDFDocumentProxy; number: number; width?: number }) {
  const { page, words, onProblem } = usePage(pdf, number)
  return page ? <PdfPage key={number} {...{ page, words, width, marks: [], onProblem }} onFound={undefined} /> : null
}
const show = async (content: React.ReactNode): Promise<void> =>
  act(async () => {
    root.render(content)
    await Promise.resolve()
  })
const pixels = (): readonly number[] => drawn.map(({ width, height }) => width * height)

test('of twenty pages in turn only the one that is shown has pixels, and all but the last ones are freed', async () => {
  const pdf = documentOf('a')
  for (let number = 1; number <= 20; number++) await show(<Page pdf={pdf} number={number} />)
  expect(drawn.length).toBe(20)
  expect(pixels().filter((count) => count > 0)).toEqual([400 * 560])
  expect(freed).toEqual(Array.from({ length: 16 }, (_, at) => `a ${at + 1}`))
  await show(null)
  expect(pixels().filter((count) => count > 0)).toEqual([])
})

test('back and forth between two pages frees none of them', async () => {
  const pdf = documentOf('a')
  for (const number of [1, 2, 1, 2, 1, 2, 1]) await show(<Page pdf={pdf} number={number} />)
  expect(freed).toEqual([])
})

test('a page that was not drawn to its end gives its canvas back', async () => {
  const pdf = documentOf('a', { draws: false })
  await show(<Page pdf={pdf} number={1} />)
  expect(pixels()).toEqual([400 * 560])
  await show(<Page pdf={pdf} number={2} />)
  expect(pixels()).toEqual([0, 400 * 560])
})

test('each of ten PDFs in turn is closed when the next one is shown, also one that has not opened yet', async () => {
  const closed: string[] = []
  const open = (address: string) => ({
    promise: address === 'file-3' ? new Promise<never>(() => undefined) : Promise.resolve(documentOf(address)),
    destroy: async () => void closed.push(address),
  })
  function Shown({ address }: { readonly address: string }) {
    const opened = useDocument(address, 1, open)
    return opened && 'document' in opened ? <Page pdf={opened.document} number={1} /> : null
  }
  const names = Array.from({ length: 10 }, (_, at) => `file-${at + 1}`)
  for (const name of names) await show(<Shown key={name} address={name} />)
  expect(closed).toEqual(names.slice(0, -1))
  await show(null)
  expect(closed).toEqual(names)
  expect(pixels().filter((count) => count > 0)).toEqual([])
})
