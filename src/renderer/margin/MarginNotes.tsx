import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { marginText } from '../../catalogue/writing/margin'
import { keyOfNote } from '../../editor/comments/notedWords'
import { PLACES } from '../state/focusPlaces'
import { pick, useStory, type StoryPart } from '../state'
import { focusOn, focusPlace, unlessMovedOn } from '../ui/focus/focusService'
import { useBarClicks } from './useBarClicks'
import { useNoteClicks } from './useNoteClicks'
import { GAP_PX, layNotes } from './layNotes'
import { MarginNote } from './MarginNote'
import { marksOf, NoteMark } from './NoteMarks'
import { showNote } from './showNote'
import { selectNote } from '../state/session/selectNote'
import { storyNotes, type StoryNote } from './storyNotes'
import { useMarginCommand } from './useMarginCommand'
import { useNotedWords, type MarginView } from './useNotedWords'
import { focusSheet } from '../state/session/sheet/focusSheet'
import './margin.css'

const NONE: ReadonlyMap<string, StoryNote> = new Map()

/** Of a note that was never drawn, in pixels. */
const LIKELY_HEIGHT = 72

interface MarginProps {
  readonly story: StoryPart<'id' | 'editor' | 'session'>
  readonly scroller: HTMLElement | null
}

/**
 * The open comments and suggestions beside their words, in the order of the words. In a sheet without room for them:
 * marks beside the lines, which open them. Only notes near the screen are drawn; the Comments tab lists all.
 */
export function MarginNotes({ story, scroller }: MarginProps) {
  const { editor, session } = story
  const open = useStory(pick('copy', 'story'))
  const copy = open?.copy
  const all = open?.story
  const notes = useMemo(() => (copy && all ? storyNotes(copy, all) : NONE), [copy, all])
  const view = useNotedWords(editor, scroller, notes.size > 0, notes)
  const selected = useStore(session.store, ({ note }) => note)
  useNoteClicks(editor, session)
  useBarClicks(editor, session)
  useMarginCommand(story, notes)
  const words = view.words.filter((one) => notes.has(keyOfNote(one)))
  const order = [...notes.keys()]
  if (words.length === 0) return null

  /** Goes to the next or previous note, also if it is not drawn yet. */
  const step = (from: string, by: 1 | -1): void => {
    const next = order[order.indexOf(from) + by]
    if (next === undefined || !editor) return
    selectNote(session, next)
    showNote(editor, next)
    focusOn(PLACES.note(next), { preventScroll: true })
  }
  const leave = (): void => {
    if (!view.isWide) selectNote(session, null)
    unlessMovedOn(() => focusSheet(editor))
  }
  const press = (event: KeyboardEvent): void => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['note'] : undefined
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (key !== undefined && event.key === 'ArrowDown') step(key, 1)
    else if (key !== undefined && event.key === 'ArrowUp') step(key, -1)
    // Letters sign verdicts in review, never from a note.
    else if (event.key.length === 1) return event.stopPropagation()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = { story, notes, selected, words, order, view }
  return (
    <section
      ref={focusPlace(PLACES.margin)}
      className="margin"
      aria-label={marginText('notes')}
      data-wide={view.isWide}
      onKeyDown={press}
    >
      {view.isWide ? <Notes {...shared} /> : <Marks {...shared} />}
    </section>
  )
}

interface NotesProps {
  readonly story: MarginProps['story']
  readonly notes: ReturnType<typeof storyNotes>
  readonly selected: string | null
  readonly words: MarginView['words']
  readonly order: readonly string[]
  readonly view: MarginView
}

function Notes({ story, notes, selected, words, order, view }: NotesProps) {
  const [heights, measure] = useHeights()
  const keys = words.map(keyOfNote)
  const sizes = words.map(({ line }, at) => ({
    wants: line - FIRST_LINE_OF_NOTE,
    height: heights.get(keys[at] ?? '') ?? LIKELY_HEIGHT,
  }))
  const tops = layNotes(sizes, selected === null ? -1 : keys.indexOf(selected))
  const end = Math.max(...tops.map((top, at) => top + (sizes[at]?.height ?? 0)))
  const isNear = (at: number): boolean => {
    const top = tops[at] ?? 0
    return keys[at] === selected || (top < view.to && top + (sizes[at]?.height ?? 0) > view.from)
  }
  const first = selected !== null && keys.includes(selected) ? selected : keys.find((_key, at) => isNear(at))
  return (
    <>
      {/* The sheet can be scrolled to the last note. */}
      {end > view.height ? <div className="margin-end" style={{ insetBlockStart: end + GAP_PX }} /> : null}
      {keys.map((key, at) => {
        const note = notes.get(key)
        return note && isNear(at) ? (
          <MarginNote
            key={key}
            story={story}
            note={note}
            isSelected={key === selected}
            isStop={key === first}
            place={{ at: order.indexOf(key) + 1, of: order.length }}
            style={{ insetBlockStart: Math.round(tops[at] ?? 0) }}
            measure={measure}
          />
        ) : null
      })}
    </>
  )
}

/** From the upper edge of a note to the middle of its first line, in pixels (margin.css). */
const FIRST_LINE_OF_NOTE = 14

type Measure = (element: HTMLElement) => () => void

/** Heights of drawn notes, as the browser tells them: nothing is measured. */
function useHeights(): readonly [ReadonlyMap<string, number>, Measure] {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [measure] = useState((): Measure => {
    const observer = new ResizeObserver((entries) =>
      setHeights((before) => {
        const next = new Map(before)
        for (const { target, borderBoxSize } of entries)
          if (target instanceof HTMLElement && target.isConnected)
            next.set(target.dataset['note'] ?? '', Math.ceil(borderBoxSize[0]?.blockSize ?? 0))
        return next
      }),
    )
    return (element) => {
      observer.observe(element)
      return () => observer.unobserve(element)
    }
  })
  return [heights, measure]
}

/** Marks beside the lines. The notes of the opened one float under its line. */
function Marks({ story, notes, selected, words, order, view }: NotesProps) {
  const { session } = story
  const marks = marksOf(words).filter(({ line }) => line > view.from && line < view.to)
  const open = marks.find(({ keys }) => selected !== null && keys.includes(selected))
  const float = useRef<HTMLDivElement>(null)
  const opened = open?.keys[0]
  useLayoutEffect(() => {
    if (opened !== undefined) float.current?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  return marks.map((mark) => {
    const { keys, line } = mark
    const [first] = keys
    return first === undefined ? null : (
      <div key={first} className="margin-line">
        <NoteMark
          mark={mark}
          notes={notes}
          isOpen={mark === open}
          onPress={() => {
            selectNote(session, mark === open ? null : first)
            if (mark !== open) focusOn(PLACES.note(first))
          }}
        />
        {mark === open ? (
          <div ref={float} className="margin-float" style={{ insetBlockStart: line + UNDER_LINE }}>
            {keys.map((key) => {
              const note = notes.get(key)
              return note ? (
                <MarginNote
                  key={key}
                  story={story}
                  note={note}
                  isSelected={key === selected}
                  isStop
                  place={{ at: order.indexOf(key) + 1, of: order.length }}
                />
              ) : null
            })}
          </div>
        ) : null}
      </div>
    )
  })
}

/** From the middle of a line to the notes under it, in pixels. */
const UNDER_LINE = 20
