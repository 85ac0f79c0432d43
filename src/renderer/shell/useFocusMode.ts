import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { pick, useCommand, usePanels, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing } from '../ui/focus/focusService'
import { focusSheet } from '../state/session/sheet/focusSheet'

/**
 * Focus mode: only the words and the foot are shown. The bars leave their room blank, so that nothing moves up or down.
 * The command or Escape ends it, and so does whatever asks for a panel or for review.
 */
export function useFocusMode(): void {
  const { setFocused } = useWindowServices().panels
  const { focused, overlay, finding } = usePanels(pick('focused', 'overlay', 'finding'))
  const story = useStory(pick('editor', 'id'))
  const editor = story?.editor ?? null
  /** Where the caret was before the last change, in pixels from the top of the window. */
  const caret = useRef<number>(undefined)

  const show = (next: boolean): void => {
    caret.current = editor ? topOfCaret(editor) : undefined
    setFocused(next)
    focusSheet(editor)
  }
  useCommand('view.focus', () => show(!focused), story !== null)

  // The words are wrapped again where the sheet was narrow.
  useLayoutEffect(() => {
    const before = caret.current
    caret.current = undefined
    if (before === undefined || !editor) return
    keepCaretAt(editor, before)
    afterDrawing(() => keepCaretAt(editor, before))
  }, [focused, editor])

  useEffect(() => {
    if (story === null && focused) setFocused(false)
  }, [story, focused, setFocused])

  const press = useEffectEvent((event: KeyboardEvent): void => {
    // The sheet prevents the default of every Escape and does nothing with it.
    const taken = event.defaultPrevented && !(event.target instanceof HTMLElement && event.target.isContentEditable)
    if (event.key !== 'Escape' || taken || event.isComposing || !focused || overlay !== null || finding) return
    event.preventDefault()
    show(false)
  })
  // Only then: an earlier listener would keep the editor of the first story for good.
  useEffect(() => {
    if (!focused) return
    const listen = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [focused])
}

const scrollerOf = (editor: Editor): HTMLElement | null => editor.view.dom.closest<HTMLElement>('.sheet-scroll')

/** Undefined if the caret is out of sight. */
function topOfCaret(editor: Editor): number | undefined {
  const box = scrollerOf(editor)?.getBoundingClientRect()
  const { top } = editor.view.coordsAtPos(editor.state.selection.head)
  return box && top >= box.top && top <= box.bottom ? top : undefined
}

function keepCaretAt(editor: Editor, top: number): void {
  const scroller = scrollerOf(editor)
  if (scroller && !editor.isDestroyed)
    scroller.scrollTop += editor.view.coordsAtPos(editor.state.selection.head).top - top
}
