import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { NotedWordsReader, type NotedWords } from '../../editor/comments/notedWords'

/** The sheet is this wide when it has room for the margin, in CSS pixels. */
const MARGIN_FROM_PX = 792

/** Notes are drawn when the screen comes this near. What is shown changes in steps of it. */
const STEP_PX = 400

/** While somebody types, words are looked for this often, in milliseconds. */
const TYPING_MS = 300

export interface MarginView {
  /** False: the margin has no room, and marks beside the lines open the notes. */
  readonly isWide: boolean
  /** In the order of the words. Only those around the screen. */
  readonly words: readonly NotedWords[]
  /** The part of the sheet whose notes are drawn, in pixels from its top. */
  readonly from: number
  readonly to: number
  /** Height of the sheet. */
  readonly height: number
}

const NOTHING: MarginView = { isWide: false, words: [], from: 0, to: 0, height: 0 }

/**
 * Where the words of notes are, read in one pass after a frame: after typing, scrolling and a change of size. A letter
 * never waits for it. `active`: false while the story has no notes; nothing is read then.
 */
export function useNotedWords(
  editor: Editor | null,
  scroller: HTMLElement | null,
  active: boolean,
  /** A new value reads again. */
  notes: unknown,
): MarginView {
  const [view, setView] = useState(NOTHING)
  useEffect(() => {
    if (!editor || !scroller || !active) return
    const reader = new NotedWordsReader()
    let frame = 0
    let afterFrame: ReturnType<typeof setTimeout> | undefined
    const read = (): void => {
      frame = 0
      if (editor.isDestroyed || !editor.view.dom.isConnected) return
      const next = viewOf(editor, scroller, reader)
      setView((before) => (isSame(before, next) ? before : next))
    }
    const later = (): void => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        afterFrame = setTimeout(read)
      })
    }
    let rest: ReturnType<typeof setTimeout> | undefined
    // A letter that makes the copy longer changes its size, which is told at once. Others move no note, or one by a
    // line.
    const afterTyping = (): void => {
      rest ??= setTimeout(() => {
        rest = undefined
        later()
      }, TYPING_MS)
    }
    const sizes = new ResizeObserver(later)
    sizes.observe(scroller)
    sizes.observe(editor.view.dom)
    editor.on('update', afterTyping)
    scroller.addEventListener('scroll', later, { passive: true })
    later()
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(afterFrame)
      clearTimeout(rest)
      sizes.disconnect()
      editor.off('update', afterTyping)
      scroller.removeEventListener('scroll', later)
    }
  }, [editor, scroller, active, notes])
  return active ? view : NOTHING
}

function viewOf(editor: Editor, scroller: HTMLElement, reader: NotedWordsReader): MarginView {
  const { dom } = editor.view
  const sheet = dom.getBoundingClientRect()
  const { top, bottom } = scroller.getBoundingClientRect()
  const step = (pixels: number): number => Math.round(pixels / STEP_PX) * STEP_PX
  return {
    isWide: (scroller.parentElement?.clientWidth ?? 0) >= MARGIN_FROM_PX,
    words: reader.read(editor.view).map((words) => ({ ...words, line: Math.round(words.line) })),
    from: step(top - sheet.top) - STEP_PX,
    to: step(bottom - sheet.top) + STEP_PX,
    height: Math.round(sheet.height),
  }
}

const isSame = (a: MarginView, b: MarginView): boolean =>
  a.isWide === b.isWide &&
  a.from === b.from &&
  a.to === b.to &&
  a.height === b.height &&
  a.words.length === b.words.length &&
  a.words.every((words, at) => {
    const other = b.words[at]
    return words.id === other?.id && words.kind === other.kind && words.line === other.line
  })
