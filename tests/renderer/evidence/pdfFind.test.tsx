import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { soughtFor } from '../../../src/renderer/evidence/viewer/marks'
import { usePdfFind, type PdfFound, type PdfPlace } from '../../../src/renderer/evidence/pdf/usePdfFind'
import { fakeWindow, put, type Page } from '../fakeWindow'

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

/** Searches, `words` being those of the fact, and `place` that of the evidence. */
async function search(
  pages: readonly (string | null)[],
  text: string,
  { words = '', place }: { words?: string; place?: PdfPlace } = {},
): Promise<PdfFound | undefined> {
  let found: PdfFound | undefined
  const document = documentOf(pages)
  const sought = soughtFor(text, words)
  function Search() {
    found = usePdfFind(document, sought, place)
    return null
  }
  page = await put(fakeWindow({}).services, <Search />)
  // Inside `act` nothing is drawn before it ends.
  await vi.waitFor(async () => {
    await act(async () => Promise.resolve())
    expect(['over', 'failed']).toContain(found?.state)
  })
  return found
}

it('a search of a whole PDF finds every place, in the order of the pages', async () => {
  expect(
    await search(['17 hours', 'Agenda', 'It lasted 17 hours, not 17 hours.'], '17 hours', { place: { page: 3 } }),
  ).toEqual({
    hits: [
      { page: 1, nth: 0 },
      { page: 3, nth: 0 },
      { page: 3, nth: 1 },
    ],
    read: 3,
    state: 'over',
  })
})

it('the words of the fact are found as whole words, typed letters also inside a longer word', async () => {
  const pages = ['117 hours', '17 hours']
  expect((await search(pages, '17 hours', { words: '17 hours' }))?.hits).toEqual([{ page: 2, nth: 0 }])
  page?.unmount()
  expect((await search(pages, '17 hours'))?.hits).toEqual([
    { page: 1, nth: 0 },
    { page: 2, nth: 0 },
  ])
})

it('words that the page breaks or hyphenates unseen are found', async () => {
  expect((await search(['It lasted 17\nhours on the se\u00adcond day.'], '17 hours on the second'))?.hits).toEqual([
    { page: 1, nth: 0 },
  ])
})

it('a search that fails says how far it came, and keeps what it found', async () => {
  expect(await search(['It lasted 17 hours.', 'Agenda', null, '17 hours'], '17 hours')).toEqual({
    hits: [{ page: 1, nth: 0 }],
    read: 2,
    state: 'failed',
  })
})

it('a search that fails on the first page does not read like one without a hit', async () => {
  expect(await search([null, '17 hours'], '17 hours')).toEqual({ hits: [], read: 0, state: 'failed' })
})

it('a hit in the excerpt of the evidence is known, on the page of the locator', async () => {
  const pages = ['7. It lasts 17 hours.', '1. It lasts 17 hours. 7. It lasts 17 hours.']
  expect(await search(pages, '17 hours', { place: { page: 2, excerpt: '7. It lasts 17 hours' } })).toEqual({
    hits: [
      { page: 1, nth: 0 },
      { page: 2, nth: 0 },
      { page: 2, nth: 1, isInExcerpt: true },
    ],
    excerptPage: 2,
    read: 2,
    state: 'over',
  })
})

it('without a page the excerpt is looked for on all pages, also where the words of the fact are not', async () => {
  const pages = ['It lasts 17 hours.', 'Agenda', 'Crews work … seventeen hours.']
  expect(await search(pages, '17 hours', { place: { excerpt: 'crews work … seventeen' } })).toEqual({
    hits: [{ page: 1, nth: 0 }],
    excerptPage: 3,
    read: 3,
    state: 'over',
  })
})

it('the excerpt is looked for until it is found, however often the words are in the file', async () => {
  const pages = ['17 hours '.repeat(250), 'Agenda', 'Clause 7: 17 hours']
  const found = await search(pages, '17 hours', { place: { excerpt: 'Clause 7: 17 hours' } })
  expect([found?.hits.length, found?.hits.at(-1), found?.excerptPage]).toEqual([
    251,
    { page: 3, nth: 0, isInExcerpt: true },
    3,
  ])
})
