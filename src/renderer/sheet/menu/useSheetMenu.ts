import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { MarkedWord } from '../../../editor/spelling/spellingMarks'
import type { StorySpelling } from '../../spelling/storySpelling'
import { openSpelling } from '../../spelling/useSpelling'

/** Where the context menu of the sheet is open, and for which word. */
export interface SheetMenuAt {
  /** In pixels of the window. */
  readonly place: { readonly left: number; readonly top: number }
  readonly byKey: boolean
  readonly misspelt?: {
    readonly marked: MarkedWord
    /** The words in the sheet. */
    readonly was: string
    readonly corrections: readonly string[]
    readonly spelling: StorySpelling
  }
}

/** The menu opens without corrections that take longer. */
const LONGEST_WAIT_MS = 1000

/** Opens the context menu of the sheet: by right click, by the menu key, and by Shift+F10. */
export function useSheetMenu(editor: Editor | null): readonly [SheetMenuAt | null, () => void] {
  const [at, setAt] = useState<SheetMenuAt | null>(null)
  useEffect(() => {
    if (!editor) return
    const { dom } = editor.view
    let latest = 0
    const open = (event: MouseEvent): void => {
      event.preventDefault()
      const asked = ++latest
      // Chromium gives no button to a menu that a key opened.
      const byKey = event.button !== 2 && !event.ctrlKey
      const position = byKey ? editor.state.selection.head : moveCaret(editor, event)
      const { left, bottom } = editor.view.coordsAtPos(position)
      const place = byKey ? { left, top: bottom } : { left: event.clientX, top: event.clientY }
      void misspeltAt(editor, position).then((misspelt) => {
        if (asked === latest && !editor.isDestroyed) setAt({ place, byKey, ...(misspelt ? { misspelt } : {}) })
      })
    }
    // A person who goes on before the corrections are there types into the sheet, and not into the menu.
    const goOn = (): void => void latest++
    const hands = ['keydown', 'pointerdown'] as const
    dom.addEventListener('contextmenu', open)
    for (const hand of hands) window.addEventListener(hand, goOn, true)
    return () => {
      latest++
      dom.removeEventListener('contextmenu', open)
      for (const hand of hands) window.removeEventListener(hand, goOn, true)
    }
  }, [editor])
  return [at, () => setAt(null)]
}

async function misspeltAt(editor: Editor, position: number): Promise<SheetMenuAt['misspelt'] | undefined> {
  const spelling = openSpelling.getState().checker
  const marked = spelling?.wordAt(position)
  if (!spelling || !marked || !editor.isEditable) return undefined
  const was = editor.state.doc.textBetween(marked.from, marked.to, '\n', '\n')
  const tooLate = new Promise<readonly string[]>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS, []))
  const corrections = await Promise.race([spelling.corrections(marked), tooLate])
  return { marked, was, corrections, spelling }
}

/** A right click outside the selection moves the caret there. Returns the position that was clicked. */
function moveCaret(editor: Editor, { clientX: left, clientY: top }: MouseEvent): number {
  const { view, state } = editor
  const { from, to, head } = state.selection
  const clicked = view.posAtCoords({ left, top })
  if (!clicked) return head
  const isInside = from <= clicked.pos && clicked.pos <= to && (from < to || state.selection instanceof NodeSelection)
  if (!isInside) view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(clicked.pos))))
  return clicked.pos
}
