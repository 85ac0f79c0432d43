import { useEffect, useRef, useState } from 'react'
import type { Assessment } from '../../story/assessment'
import type { FactStatus } from '../../story/fact'
import type { StoryHook } from '../state'

interface StripMark {
  readonly fact: string
  readonly status: FactStatus
  /** Pixels from the top of the strip. */
  readonly top: number
}

/** When several facts fall on one line of the strip, the one that asks most is shown. */
const WEIGHT: Readonly<Record<FactStatus, number>> = {
  reCheck: 9, wrong: 8, disputed: 7, lost: 6, queried: 5, toCheck: 4, unverifiable: 3, onAuthor: 2, letStand: 1, verified: 0, cut: 0, untagged: 0
}
const LINE_PX = 4

/** Where the facts are in the whole story and how they stand; a click goes there. The list says the same to screen readers. */
export function FactStrip({ story, scroller }: { readonly story: StoryHook; readonly scroller: HTMLElement | null }) {
  const strip = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<readonly StripMark[]>([])
  const { assessments, editor, current } = story
  useEffect(() => {
    if (!editor || !scroller) return
    const measure = (): void => setMarks(marksOf(assessments, editor.view.dom, scroller))
    const frame = requestAnimationFrame(measure)
    const resized = new ResizeObserver(measure)
    resized.observe(scroller)
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
    }
  }, [assessments, editor, scroller])
  return (
    <div className="fact-strip" ref={strip} aria-hidden="true">
      {marks.map((mark) => (
        <div
          key={mark.top} className="strip-mark" data-status={mark.status} data-current={mark.fact === current} style={{ insetBlockStart: mark.top }}
          onClick={() => story.jump({ kind: 'fact', fact: mark.fact })}
        />
      ))}
    </div>
  )
}

/** Lines up with the words while the story fits the window, in proportion when it is longer. */
function marksOf(assessments: readonly Assessment[], sheet: HTMLElement, scroller: HTMLElement): readonly StripMark[] {
  const height = scroller.clientHeight
  const scale = height / Math.max(scroller.scrollHeight, height)
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop
  const blocks = sheet.children
  const boxes = new Map<number, DOMRect>()
  const byLine = new Map<number, StripMark>()
  for (const { id, status, ranges, sentence } of assessments) {
    const first = ranges[0]
    const element = first && blocks[first.block]
    if (!first || !element) continue
    const box = boxes.get(first.block) ?? element.getBoundingClientRect()
    boxes.set(first.block, box)
    const length = Math.max(element.textContent?.length ?? 0, sentence.length, 1)
    const top = Math.round(((box.top - origin + box.height * Math.min(first.from / length, 1)) * scale) / LINE_PX) * LINE_PX
    const known = byLine.get(top)
    if (!known || WEIGHT[status] > WEIGHT[known.status]) byLine.set(top, { fact: id, status, top })
  }
  return [...byLine.values()]
}
