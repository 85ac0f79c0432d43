import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { marksIn, type Marks } from './marks'
import { wordsOfPage, type PageWords } from './pageWords'
import { showIn } from './showIn'
import { pdfProblem } from './pdfProblem'

/** One page, drawn, with the words of the fact marked where the locator leads. */
export function PdfPage({
  document,
  number,
  marks,
  isNamed,
}: {
  readonly document: PDFDocumentProxy
  readonly number: number
  readonly marks: Marks
  /** The locator names this page. */
  readonly isNamed: boolean
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [words, setWords] = useState<PageWords>()
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
      const read = await wordsOfPage(page)
      if (!gone) setWords(read)
    }
    show().catch((error: unknown) => {
      if (!gone) setTrouble(pdfProblem(error))
    })
    return () => {
      gone = true
    }
  }, [document, number])
  const text = words?.text.trim()
  return (
    <div className="viewer-page">
      {trouble ? (
        <p className="viewer-trouble" role="alert">
          {evidenceText('pdfView.page2', { number, trouble })}
        </p>
      ) : null}
      <div className="viewer-sheet">
        <canvas ref={canvas} role="img" aria-label={evidenceText('pdfView.page3', { number })} />
        {words && isNamed ? <PageMarks words={words} marks={marks} /> : null}
      </div>
      <details>
        <summary>{evidenceText('pdfView.textPage', { number })}</summary>
        <p className="viewer-pagetext serif" dir="auto">
          {text === '' ? evidenceText('pdfView.thereNoTextPage') : (text ?? evidenceText('pdfView.reading'))}
        </p>
      </details>
    </div>
  )
}

/** Marks over the drawing. The first one is brought into view. */
function PageMarks({ words, marks }: { readonly words: PageWords; readonly marks: Marks }) {
  const first = useRef<HTMLElement>(null)
  const { found, onFound } = marks
  const boxes = marksIn(words.text, marks).flatMap(({ from, to }) => words.boxesOf(from, to))
  useEffect(() => showIn(first.current?.closest('.viewer-page'), first.current), [words, found])
  useEffect(() => {
    if (found) onFound?.(first.current)
    return () => onFound?.(null)
  }, [words, found, onFound])
  return boxes.map(({ left, top, width, height }, index) => (
    <mark
      key={index}
      ref={index === 0 ? first : undefined}
      className="page-mark"
      aria-hidden="true"
      style={{
        insetInlineStart: `${left * 100}%`,
        insetBlockStart: `${top * 100}%`,
        inlineSize: `${width * 100}%`,
        blockSize: `${height * 100}%`,
      }}
    />
  ))
}

/** A page of poster size would need a canvas of gigabytes. */
const MOST_SCALE = 4
