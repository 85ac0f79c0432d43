import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { evidenceText } from '../../../catalogue/window/evidence'
import type { CapturedPart } from '../../../story/assessment/copy/capturedText'
import { showIn } from '../showIn'
import { Graf, type GrafLook } from './Graf'
import { useFollowHeard } from './useFollowHeard'

export interface GrafListProps {
  readonly parts: readonly CapturedPart[]
  readonly look: (index: number) => GrafLook
  /** The graf to bring into sight. Another object: again. */
  readonly seen: { readonly index: number | undefined }
  /** The index of the graf that is heard now. */
  readonly heard: number | undefined
}

/**
 * Grafs. Only the visible part of a longer text is drawn: all of 40,000 take ten seconds. A screen reader reads what is
 * drawn: for it all are.
 */
const LONG = 1000

export const GrafList = (props: GrafListProps) =>
  props.parts.length > LONG && !document.documentElement.hasAttribute('data-assisted') ? (
    <LongList {...props} />
  ) : (
    <ShortList {...props} />
  )

function ShortList({ parts, look, seen, heard }: GrafListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (seen.index !== undefined) showGraf(list.current, list.current?.children[seen.index])
  }, [seen])
  useFollowHeard(list, heard, (index) => showIn(list.current, list.current?.children[index] ?? null))
  return (
    <ol
      ref={list}
      className="viewer-body viewer-text serif"
      tabIndex={0}
      aria-label={evidenceText('textView.textFile')}
    >
      {parts.map((part, index) => (
        <Graf key={part.graf ?? index} part={part} before={parts[index - 1]} {...look(index)} />
      ))}
    </ol>
  )
}

/** CSS pixels: a graf of one line, and the padding above and below the list. */
const ROW_PX = 33
const [ABOVE_PX, BELOW_PX] = [14, 20]

function LongList({ parts, look, seen, heard }: GrafListProps) {
  'use no memo'
  const list = useRef<HTMLOListElement>(null)
  /** The selection loses the graf of an end now. */
  const isCut = useRef(false)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is kept between renders
  const rows = useVirtualizer({
    count: parts.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: 20,
    paddingStart: ABOVE_PX,
    paddingEnd: BELOW_PX,
    rangeExtractor: (range) => {
      const shown = withSelected(range, list.current)
      isCut.current = shown === undefined
      return shown ?? defaultRangeExtractor(range)
    },
  })
  /** The graf that is to come into sight, until it is drawn. */
  const wanted = useRef<number>(undefined)
  useEffect(() => {
    wanted.current = seen.index
  }, [seen])
  useFollowHeard(list, heard, (index) => {
    wanted.current = index
  })
  useEffect(() => {
    const box = list.current
    if (!box || wanted.current === undefined) return
    const graf = box.querySelector(`[data-index="${wanted.current}"]`)
    const [top] = rows.getOffsetForIndex(wanted.current, 'start') ?? []
    if (graf) {
      wanted.current = undefined
      showGraf(box, graf)
    } else if (top !== undefined) box.scrollTop = top - box.clientHeight / 2
  })
  /** The keyboard is in a graf: on the time of a cue. */
  const isIn = useRef(false)
  useLayoutEffect(() => {
    const box = list.current
    if (!box) return
    // It would span other words than the person selected: none is safer.
    if (isCut.current) document.getSelection()?.removeAllRanges()
    isCut.current = false
    // The graf with the keyboard is gone: the list goes on scrolling.
    if (isIn.current && document.activeElement === document.body) box.focus({ preventScroll: true })
  })
  const drawn = rows.getVirtualItems()
  const total = rows.getTotalSize()
  return (
    <ol
      ref={list}
      className="viewer-body viewer-text viewer-text-long serif"
      tabIndex={0}
      onFocus={({ target, currentTarget }) => {
        isIn.current = target !== currentTarget
      }}
      onBlur={() => {
        isIn.current = false
      }}
      aria-label={evidenceText('textView.textFile')}
    >
      {drawn.map(({ index, key, start, end }, nth) => {
        const part = parts[index]
        return part ? (
          <Graf
            key={key}
            part={part}
            // The first one that is drawn says its number.
            before={nth === 0 ? undefined : parts[index - 1]}
            row={{
              ...{ index, of: parts.length, measure: rows.measureElement },
              above: nth === 0 ? start - ABOVE_PX : 0,
              below: nth === drawn.length - 1 ? total - BELOW_PX - end : 0,
            }}
            {...look(index)}
          />
        ) : null
      })}
    </ol>
  )
}

/** Grafs between the screen and a selection, which stay drawn: without its grafs a selection is lost. */
const MOST_KEPT = 2000

/** Undefined: the selection reaches too far. */
function withSelected(range: Range, list: Element | null): number[] | undefined {
  const shown = defaultRangeExtractor(range)
  const selection = document.getSelection()
  const [first, last] = [shown[0], shown.at(-1)]
  if (!list || !selection || selection.isCollapsed || first === undefined || last === undefined) return shown
  const ends = [selection.anchorNode, selection.focusNode].flatMap((node) => rowOf(node, list) ?? [])
  const [from, to] = [Math.min(first, ...ends), Math.max(last, ...ends)]
  return to - from > MOST_KEPT ? undefined : Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

function rowOf(node: Node | null, list: Element): number | undefined {
  const row = list.contains(node) ? (node instanceof HTMLElement ? node : node?.parentElement) : undefined
  const index = row?.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? undefined : Number(index)
}

/** The chosen mark in a graf, or the graf. */
function showGraf(list: Element | null, graf: Element | null | undefined): void {
  const marks = ['.mark-found', '.mark-here', '.mark-excerpt'].map((look) => graf?.querySelector(look))
  showIn(list, marks.find((mark) => mark) ?? graf ?? null)
}
