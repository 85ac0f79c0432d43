/** Where a PDF opens: at the excerpt of the evidence, not at the first place that has the words of the fact. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { PdfPages } from '../../../src/renderer/evidence/pdf/PdfView'
import { click, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

/** Points. A line of a page is ten high. */
const HEIGHT = 1000

/** A document of pages with these lines. */
function documentOf(pages: readonly (readonly string[])[]): PDFDocumentProxy {
  const getPage = async (pageNumber: number) => ({
    pageNumber,
    getViewport: ({ scale }: { scale: number }) => ({
      ...{ width: 100 * scale, height: HEIGHT * scale, scale, transform: [scale, 0, 0, scale, 0, 0] },
    }),
    getTextContent: async () => ({
      items: (pages[pageNumber - 1] ?? []).map((str, line) => ({
        ...{ str, hasEOL: true, transform: [1, 0, 0, 10, 0, (line + 1) * 10], width: 100 },
      })),
    }),
    render: () => ({ promise: Promise.resolve(), cancel: () => undefined }),
    cleanup: () => true,
  })
  return { numPages: pages.length, getPage } as unknown as PDFDocumentProxy
}

interface Evidence {
  readonly page?: number
  readonly excerpt: string
}

/** Opens the document at this evidence for “17 hours”. Answers which page is shown, and which of its lines. */
async function open(pages: readonly (readonly string[])[], { page: named, excerpt }: Evidence) {
  let line: number | undefined
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const mark = this instanceof HTMLElement && this.matches('mark') ? this : undefined
    if (mark) line = Math.round(Number.parseFloat(mark.style.insetBlockStart) / 100 / (10 / HEIGHT)) + 1
    return new DOMRect(0, 0, 0, 0)
  })
  Element.prototype.scrollIntoView = () => undefined
  const fake = fakeWindow({})
  fake.services.panels.store.setState({ zoom: { pdf: 1, picture: 1 } })
  page = await put(
    fake.services,
    <PdfPages
      document={documentOf(pages)}
      page={named}
      marks={{ words: '17 hours', excerpt }}
      about="Document"
      address="evidence://file/a"
      size={1}
      of="f"
    />,
  )
  // Inside `act` nothing is drawn before it ends.
  await vi.waitFor(async () => {
    await act(async () => Promise.resolve())
    expect([
      document.querySelector('.viewer-count')?.textContent,
      document.querySelectorAll('mark').length > 0,
    ]).toEqual([expect.stringMatching(/^\d of \d$/) as string, true])
  })
  return {
    shown: () => [document.querySelector<HTMLElement>('[data-page]')?.dataset['page'], line],
    next: () => click(find('button', 'Next match')),
  }
}

const CLAUSES = ['Clause 1: 17 hours.', 'Clause 7: 17 hours.', 'Clause 9: the crews.']

it('begins with the match in the excerpt, and goes on from there', async () => {
  const { shown, next } = await open([CLAUSES], { page: 1, excerpt: 'Clause 7: 17 hours.' })
  const first = shown()
  await next()
  expect([first, shown()]).toEqual([
    ['1', 2],
    ['1', 1],
  ])
})

it('begins with an excerpt that does not hold the words, and goes to a match when asked', async () => {
  const { shown, next } = await open([CLAUSES], { page: 1, excerpt: 'Clause 9: the crews.' })
  const first = shown()
  await next()
  expect([first, shown()]).toEqual([
    ['1', 3],
    ['1', 2],
  ])
})

it('opens at the excerpt also if the locator names no page', async () => {
  const pages = [['Summary: 17 hours.'], ['Agenda'], CLAUSES]
  const { shown } = await open(pages, { excerpt: 'Clause 7: 17 hours.' })
  expect(shown()).toEqual(['3', 2])
})

it('opens at the words if no page holds the excerpt', async () => {
  const { shown } = await open([['Agenda'], CLAUSES], { excerpt: 'Clause 8' })
  expect(shown()).toEqual(['2', 1])
})
