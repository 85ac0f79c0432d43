import { useEffect, useRef, useState } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import type { Place } from '../../story/assessment/finding'
import type { Copy, Range } from '../../story/copy/copy'
import type { FactStatus } from '../../story/ledger/facts/fact'
import { pick, useStory } from '../state'
import { openTksIn, placesOfTks } from './tk/openTks'

interface StripMark {
  readonly place: Place
  readonly status: FactStatus | 'tk'
  /** Pixels from the top of the strip. */
  readonly top: number
}

/** When several marks share a line of the strip, the most urgent status is shown. */
const WEIGHT: Readonly<Record<StripMark['status'], number>> = {
  reCheck: 9,
  wrong: 8,
  disputed: 7,
  lost: 6,
  tk: 5,
  queried: 5,
  toCheck: 4,
  unverifiable: 3,
  onAuthor: 2,
  letStand: 1,
  verified: 0,
  cut: 0,
  untagged: 0,
}
const LINE_PX = 4
/** Marks are laid out in flow. Placed absolutely, each would be a layer that Chromium visits at every frame. */
const endOf = (mark: StripMark | undefined): number => (mark ? mark.top + LINE_PX : 0)

/**
 * Shows where the facts are in the whole story, with their status, and the open TKs. A click jumps there. Screen
 * readers use the list instead.
 */
export function FactStrip({ scroller }: { readonly scroller: HTMLElement | null }) {
  const story = useStory(pick('editor', 'copy', 'assessments', 'clear', 'current', 'jump'))
  const [marks, setMarks] = useState<readonly StripMark[]>([])
  const { assessments, copy, clear, editor, current } = story ?? {}
  const boxes = useRef<Boxes | null>(null)
  useEffect(() => {
    if (!editor || !scroller || !copy || !assessments || !clear) return
    const places = [...placesOfFacts(assessments), ...placesOfTks(openTksIn(clear)).map(tkMark)]
    const measure = (): void => {
      if (places.length === 0) return setMarks([])
      boxes.current = measuredAgain(boxes.current, copy.length, editor.view.dom, scroller)
      setMarks(marksOf(places, copy, boxes.current))
    }
    const frame = requestAnimationFrame(measure)
    const resized = new ResizeObserver(measure)
    resized.observe(scroller)
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
    }
  }, [assessments, clear, copy, editor, scroller])
  return (
    <div className="fact-strip" aria-hidden="true">
      {marks.map((mark, index) => (
        <div
          key={mark.top}
          className="strip-mark"
          data-status={mark.status}
          data-current={mark.place.kind === 'fact' && mark.place.fact === current}
          style={{ marginBlockStart: mark.top - endOf(marks[index - 1]) }}
          onClick={() => story?.jump(mark.place)}
        />
      ))}
    </div>
  )
}

/** Where the blocks of the sheet were at the last measurement, in pixels from the top of the scrolled content. */
interface Boxes {
  readonly blocks: readonly { readonly top: number; readonly height: number }[]
  /** Height down to the end of the sheet, and of the visible part. */
  readonly all: number
  readonly shown: number
}

/** Measures only when the sheet's height or blocks changed: reading thousands of boxes takes longer than a frame. */
function measuredAgain(known: Boxes | null, count: number, sheet: HTMLElement, scroller: HTMLElement): Boxes {
  const shown = scroller.clientHeight
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop
  // Not `scrollHeight`: a short story also scrolls, by the height of a bar above it.
  const all = Math.round(sheet.getBoundingClientRect().bottom - origin)
  if (known && known.shown === shown && known.all === all && known.blocks.length === count) return known
  const blocks = Array.from(sheet.children, (block) => {
    const { top, height } = block.getBoundingClientRect()
    return { top: top - origin, height }
  })
  return { blocks, all, shown }
}

interface Marked extends Omit<StripMark, 'top'> {
  readonly range: Range
}

const placesOfFacts = (assessments: readonly Assessment[]): readonly Marked[] =>
  assessments.flatMap(({ id, status, ranges: [range] }) =>
    range ? [{ place: { kind: 'fact', fact: id }, status, range }] : [],
  )

const tkMark = (range: Range): Marked => ({ place: { kind: 'text', ...range }, status: 'tk', range })

/** Aligned with the words while the story fits the window, scaled when it is longer. */
function marksOf(places: readonly Marked[], copy: Copy, { blocks, all, shown }: Boxes): readonly StripMark[] {
  const scale = shown / Math.max(all, shown)
  const byLine = new Map<number, StripMark>()
  for (const { place, status, range } of places) {
    const box = blocks[range.block]
    if (!box) continue
    const length = Math.max(copy[range.block]?.text.length ?? 0, 1)
    const top = Math.round(((box.top + box.height * Math.min(range.from / length, 1)) * scale) / LINE_PX) * LINE_PX
    const known = byLine.get(top)
    if (!known || WEIGHT[status] > WEIGHT[known.status]) byLine.set(top, { place, status, top })
  }
  return [...byLine.values()].sort((a, b) => a.top - b.top)
}
