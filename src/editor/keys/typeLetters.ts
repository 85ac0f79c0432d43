import { Mark, type ResolvedPos } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A letter that is typed at the caret goes into the document first and to the screen from there. Left to itself the browser edits the
 * page, which is then read again to find out what it did: a fifth of what a key costs, and more the longer the story is. Whatever is
 * more than one letter at a caret (input methods, dictation, an emoji panel, a selection that is typed over) goes the browser's way, and so
 * does a letter that comes before the sheet knows where the caret went.
 */
export const typeLetters = (): Plugin =>
  new Plugin({
    key: new PluginKey('typeLetters'),
    props: {
      handleKeyPress(view, event) {
        const { selection } = view.state
        if (!isLetter(event) || !view.editable || view.composing || !(selection instanceof TextSelection) || !selection.empty || !isInStep(view, selection.head)) return false
        const { $head } = selection
        const letter = event.key
        const byDefault = () => view.state.tr.insertText(letter, $head.pos).scrollIntoView()
        const settle = showInRun(view, $head, letter)
        try {
          if (!view.someProp('handleTextInput', (handle) => handle(view, $head.pos, $head.pos, letter, byDefault))) view.dispatch(byDefault())
        } finally {
          settle?.()
        }
        event.preventDefault()
        return true
      }
    }
  })

/** One that is typed by a key alone, or with Shift. */
const isLetter = ({ key, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean => key.length === 1 && key >= ' ' && !ctrlKey && !altKey && !metaKey && !isComposing

/** Whether the browser has its caret there too: behind an arrow key it is further on, and a letter of an input method comes without a key that tells so. */
function isInStep(view: EditorView, head: number): boolean {
  const shown = view.dom.ownerDocument.getSelection()
  return shown?.isCollapsed === true && shown.focusNode !== null && view.dom.contains(shown.focusNode) && view.posAtDOM(shown.focusNode, shown.focusOffset) === head
}

/** What ProseMirror reads the page by; its types leave it out. */
interface Observed { readonly domObserver?: { stop(): void; start(): void } }

/** What ProseMirror keeps beside what it drew of a run (prosemirror-view, viewdesc.ts). */
interface Drawn { readonly node?: { readonly text?: string }; readonly nodeDOM?: Node }

/**
 * Puts the letter into the run on the screen that it will lengthen in the document. ProseMirror then finds there what it wants; by itself it
 * sets the words of the whole run anew, and the marks that the browser has on them (spelling, a selection of somebody who reads along)
 * go. Gives what is to be done after that: where the letter went elsewhere (it is only proposed, was refused, or is a match of Find that
 * is drawn by itself), the run is shown as ProseMirror believes it to be.
 */
function showInRun(view: EditorView, $caret: ResolvedPos, letter: string): (() => void) | undefined {
  const { domObserver } = view as unknown as Observed
  const { run, offset } = runAt(view.state, $caret)
  const place = view.domAtPos($caret.pos, -1)
  if (!domObserver || run === undefined || !(place.node instanceof Text) || place.node.data !== run || place.offset !== offset) return undefined
  const shown = place.node
  const unseen = (edit: () => void): void => {
    domObserver.stop()
    edit()
    domObserver.start()
  }
  unseen(() => shown.insertData(offset, letter))
  return () => {
    const believed = view.dom.contains(shown) ? drawnAs(shown) : undefined
    if (believed === run && shown.data !== run) unseen(() => shown.deleteData(offset, letter.length))
  }
}

/** The words that ProseMirror believes to stand there. */
function drawnAs(shown: Text): string | undefined {
  for (let at: Node | null = shown; at; at = at.parentNode) {
    const drawn = Reflect.get(at, 'pmViewDesc') as Drawn | undefined
    if (drawn) return drawn.nodeDOM === shown ? drawn.node?.text : undefined
  }
  return undefined
}

/** The words of the run that a letter at the caret comes into, and where in it; none when it makes a run of its own. */
function runAt({ storedMarks }: EditorState, $caret: ResolvedPos): { readonly run: string | undefined; readonly offset: number } {
  const within = $caret.textOffset > 0
  const node = within ? $caret.parent.child($caret.index()) : $caret.nodeBefore
  const run = node?.isText && Mark.sameSet(node.marks, storedMarks ?? $caret.marks()) ? node.text : undefined
  return { run, offset: within ? $caret.textOffset : run?.length ?? 0 }
}
