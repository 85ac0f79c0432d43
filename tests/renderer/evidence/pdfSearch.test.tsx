import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { PdfSearch } from '../../../src/renderer/evidence/PdfSearch'
import { fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

/** A document of pages with these words. `null`: a page that cannot be read. */
function documentOf(pages: readonly (string | null)[]): PDFDocumentProxy {
  const getPage = async (number: number) => {
    const str = pages[number - 1]
    if (typeof str !== 'string') throw new Error('A page is damaged.')
    return {
      getViewport: () => ({ width: 100, height: 100, scale: 1, transform: [1, 0, 0, 1, 0, 0] }),
      getTextContent: async () => ({ items: [{ str, hasEOL: false, transform: [1, 0, 0, 1, 0, 0], width: 10 }] }),
    }
  }
  return { numPages: pages.length, getPage } as unknown as PDFDocumentProxy
}

async function search(pages: readonly (string | null)[], words: string): Promise<readonly string[]> {
  page = await put(fakeWindow({}).services, <PdfSearch document={documentOf(pages)} onPage={() => undefined} />)
  await type(find('input', 'Find in this file'), words)
  await act(() =>
    vi.waitFor(() => expect(document.querySelector('[role="status"]')?.textContent).not.toMatch(/^Read /)),
  )
  return [
    document.querySelector('[role="status"]')?.textContent ?? '',
    ...[...document.querySelectorAll('li')].map((item) => item.textContent),
  ]
}

it('a search of a whole PDF counts the pages with the words', async () => {
  expect(await search(['Agenda', 'It lasted 17 hours.'], '17 hours')).toEqual([
    'On 1 page',
    'p. 2 It lasted 17 hours.…',
  ])
})

it('a search that fails says how far it came, and keeps what it found', async () => {
  expect(await search(['It lasted 17 hours.', 'Agenda', null, '17 hours'], '17 hours')).toEqual([
    'A page could not be read, so the search ended after 2 of 4 pages. The words may still be in the rest of the file.',
    'p. 1 It lasted 17 hours.…',
  ])
})

it('a search that fails on the first page does not read like one without a hit', async () => {
  expect(await search([null, '17 hours'], '17 hours')).toEqual([
    'A page could not be read, so the search ended after 0 of 2 pages. The words may still be in the rest of the file.',
  ])
})
