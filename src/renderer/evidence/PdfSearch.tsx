import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { TextField } from '../ui'
import { wordsOfPage } from './pageWords'

interface Hit {
  readonly page: number
  readonly around: string
}
const MOST_HITS = 50

interface Found {
  readonly hits: readonly Hit[]
  /** Pages searched so far. */
  readonly read: number
  readonly state: 'searching' | 'over' | 'failed'
}

/** Searches all pages of a PDF. */
export function PdfSearch({
  document,
  onPage,
}: {
  readonly document: PDFDocumentProxy
  readonly onPage: (page: number) => void
}) {
  const [find, setFind] = useState('')
  const [found, setFound] = useState<Found>()
  const words = find.normalize('NFKC').trim().toLowerCase()
  useEffect(() => {
    if (words.length < 2) return
    let gone = false
    const hits: Hit[] = []
    let read = 0
    const search = async (): Promise<void> => {
      for (let number = 1; number <= document.numPages && hits.length < MOST_HITS; number++) {
        const text = (await wordsOfPage(await document.getPage(number))).text.replace(/\s+/gu, ' ')
        if (gone) return
        const at = text.toLowerCase().indexOf(words)
        if (at >= 0)
          hits.push({
            page: number,
            around: `${at > 30 ? '…' : ''}${text.slice(Math.max(0, at - 30), at + words.length + 50)}…`,
          })
        read = number
        if (at >= 0 || number % 20 === 0) setFound({ hits: [...hits], read, state: 'searching' })
      }
      setFound({ hits, read: document.numPages, state: 'over' })
    }
    search().catch(() => {
      if (!gone) setFound({ hits: [...hits], read, state: 'failed' })
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
          {shown.state === 'over'
            ? evidenceText('pdfView.pages', { count: shown.hits.length })
            : evidenceText(shown.state === 'failed' ? 'pdfView.searchFailed' : 'pdfView.readPages', {
                read: shown.read,
                numPages: document.numPages,
              })}
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
