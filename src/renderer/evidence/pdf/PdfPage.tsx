import { evidenceText } from '../../../catalogue/window/evidence'
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { FileThere } from '../FileThere'
import { CLASSES } from '../viewer/MarkedText'
import type { TextMark } from '../viewer/marks'
import { showIn } from '../showIn'
import { measurer, type Box, type PageWords } from './pageWords'

/** One page as it is drawn, with its words over it: they are marked, and can be selected. */
export function PdfPage({
  page,
  words,
  width,
  marks,
  excerptFirst = false,
  onFound,
  onProblem,
}: {
  readonly page: PDFPageProxy
  /** Undefined while they are read. */
  readonly words: PageWords | undefined
  /** CSS pixels. */
  readonly width: number
  readonly marks: readonly TextMark[]
  /** The excerpt is brought into view, and not a match outside it. */
  readonly excerptFirst?: boolean
  readonly onFound: ((mark: Element | null) => void) | undefined
  readonly onProblem: (error: unknown) => void
}) {
  const { pageNumber: number } = page
  const ratio = useMemo(() => {
    const { width: across, height: down } = page.getViewport({ scale: 1 })
    return down / across
  }, [page])
  const [isDrawn, setDrawn] = useState(false)
  const onDrawn = useCallback(() => setDrawn(true), [])
  return (
    <div
      className="viewer-sheet"
      style={{ inlineSize: `${width}px`, blockSize: `${width * ratio}px` }}
      data-page={number}
    >
      <Drawing page={page} width={width} onDrawn={onDrawn} onProblem={onProblem} />
      {isDrawn ? <FileThere /> : null}
      {words && isDrawn ? <Marks {...{ words, marks, excerptFirst, onFound }} /> : null}
      {words ? <Words words={words} label={evidenceText('pdfView.textPage', { number })} /> : null}
    </div>
  )
}

/** Draws beside the page that is seen, and takes its place when it is done: zooming never blanks the page. */
function Drawing({
  page,
  width,
  onDrawn,
  onProblem,
}: {
  readonly page: PDFPageProxy
  readonly width: number
  readonly onDrawn: () => void
  readonly onProblem: (error: unknown) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef<HTMLCanvasElement>(null)
  const sharp = useRested(Math.round(width))
  useEffect(() => {
    if (sharp < 1) return
    const own = page.getViewport({ scale: 1 })
    const scale = Math.min(
      (sharp / own.width) * window.devicePixelRatio,
      Math.sqrt(MOST_PIXELS / (own.width * own.height)),
    )
    const viewport = page.getViewport({ scale })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({ canvas, viewport })
    let gone = false
    task.promise.then(
      () => {
        if (gone) return
        place.current?.replaceChildren(canvas)
        release(shown.current)
        shown.current = canvas
        onDrawn()
      },
      (error: unknown) => {
        if (!gone) onProblem(error)
      },
    )
    return () => {
      gone = true
      task.cancel()
      if (shown.current !== canvas) release(canvas)
    }
  }, [page, sharp, onDrawn, onProblem])
  useEffect(
    () => () => {
      release(shown.current)
      shown.current = null
    },
    [page],
  )
  const label = evidenceText('pdfView.pageNumber', { number: page.pageNumber })
  return <div ref={place} className="viewer-drawing" role="img" aria-label={label} />
}

/** Gives back the pixels of a canvas at once. Collecting it may take minutes: it looks small to the collector. */
function release(canvas: HTMLCanvasElement | null): void {
  if (!canvas) return
  canvas.width = 0
  canvas.height = 0
}

/** A page of poster size would need a canvas of gigabytes. */
const MOST_PIXELS = 24_000_000
/** Milliseconds without a change of size before the page is drawn again. */
const REST = 120

/** A number once it stopped changing. The first one counts at once. */
function useRested(value: number): number {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rested < 1 ? 0 : REST)
    return () => clearTimeout(timer)
  }, [value, rested])
  return rested
}

const HERE_FIRST = ['.mark-found', '.mark-here', '.mark-excerpt', '.mark-hit']
const EXCERPT_FIRST = ['.mark-found', '.mark-excerpt', '.mark-here', '.mark-hit']

/** Marks over the drawing. The strongest of them is brought into view. */
function Marks({
  words,
  marks,
  excerptFirst,
  onFound,
}: {
  readonly words: PageWords
  readonly marks: readonly TextMark[]
  readonly excerptFirst: boolean
  readonly onFound: ((mark: Element | null) => void) | undefined
}) {
  const layer = useRef<HTMLDivElement>(null)
  const key = JSON.stringify(marks)
  useEffect(() => {
    const seen = (excerptFirst ? EXCERPT_FIRST : HERE_FIRST)
      .map((look) => layer.current?.querySelector(look))
      .find((mark) => mark)
    showIn(layer.current?.closest('.viewer-body'), seen ?? null)
    onFound?.(layer.current?.querySelector('.mark-found') ?? null)
    return () => onFound?.(null)
  }, [words, key, excerptFirst, onFound])
  return (
    <div ref={layer} className="viewer-marks" aria-hidden="true">
      {marks.flatMap((mark) =>
        words
          .boxesOf(mark.from, mark.to)
          .map((box) => (
            <mark
              key={`${mark.look} ${mark.from} ${box.left} ${box.top}`}
              className={CLASSES[mark.look]}
              style={at(box)}
            />
          )),
      )}
    </div>
  )
}

/** The words over the drawing: nobody sees them, but they can be read aloud and selected. */
function Words({ words, label }: { readonly words: PageWords; readonly label: string }) {
  const runs = useMemo(() => {
    const measure = measurer()
    return words.runs.map((run) => {
      const text = words.text.slice(run.from, run.to)
      const wide = measure(text, run.family)
      return {
        ...run,
        text: words.text.charAt(run.to) === '\n' ? `${text}\n` : text,
        stretch: wide > 0 && run.size > 0 ? run.width / (wide * run.size) : 1,
      }
    })
  }, [words])
  return (
    <div className="viewer-words" role="document" aria-label={label} dir="ltr">
      {runs.map(({ from, text, size, family, stretch, ...box }) => (
        <span
          key={from}
          data-from={from}
          style={{ ...place(box), fontFamily: family, fontSize: `${size * 100}cqw`, transform: `scaleX(${stretch})` }}
        >
          {text}
        </span>
      ))}
    </div>
  )
}

const place = ({ left, top }: Pick<Box, 'left' | 'top'>): CSSProperties => ({
  insetInlineStart: `${left * 100}%`,
  insetBlockStart: `${top * 100}%`,
})

const at = (box: Box): CSSProperties => ({
  ...place(box),
  inlineSize: `${box.width * 100}%`,
  blockSize: `${box.height * 100}%`,
})
