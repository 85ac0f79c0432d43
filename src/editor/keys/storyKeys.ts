import { chainCommands } from '@tiptap/pm/commands'
import { keydownHandler } from '@tiptap/pm/keymap'
import { Plugin, PluginKey, TextSelection, type Command } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { tagSelection } from '../facts/factCommands'
import { redoStory, undoStory } from '../sync/storyUndo'
import { makeParagraph, moveListLevel, toggleList, toggleQuote, toggleSubhead } from './blockCommands'
import { goToCell } from '../tables/tableCommands'
import { backspaceAtStart, deleteAtEnd, deleteSelected, enter, hardBreak, selectAll, toEdge } from './caretCommands'
import { crossesParts, deleteForText } from '../copy/deleteKeepingParts'
import { toggleBold, toggleItalic } from './markCommands'
import { startTypedBlock } from './typedBlock'
import { setTypedSigns, type TypingHabits } from './typedSigns'

const backspace = chainCommands(deleteSelected, backspaceAtStart)
const forward = chainCommands(deleteSelected, deleteAtEnd)

/**
 * Keeps a key in the sheet even if it does nothing. Otherwise the browser would act on it, and with Caps Lock on a
 * refused Ctrl+Shift+Z would be tried again as Ctrl+Z.
 */
const kept =
  (command: Command): Command =>
  (state, dispatch, view) => {
    command(state, dispatch, view)
    return true
  }

/** The keys of the sheet, with those of the ipc command table that the window handles. */
const STORY_KEYS: Readonly<Record<string, Command>> = {
  Enter: kept(enter),
  'Shift-Enter': hardBreak,
  Backspace: backspace,
  'Shift-Backspace': backspace,
  'Mod-Backspace': backspace,
  'Alt-Backspace': backspace,
  Delete: forward,
  'Mod-Delete': forward,
  'Alt-Delete': forward,
  Tab: chainCommands(goToCell(1), moveListLevel(1)),
  'Shift-Tab': chainCommands(goToCell(-1), moveListLevel(-1)),
  'Mod-a': selectAll,
  'Mod-Home': toEdge('start', false),
  'Mod-End': toEdge('end', false),
  'Shift-Mod-Home': toEdge('start', true),
  'Shift-Mod-End': toEdge('end', true),
  'Meta-ArrowUp': toEdge('start', false),
  'Meta-ArrowDown': toEdge('end', false),
  'Shift-Meta-ArrowUp': toEdge('start', true),
  'Shift-Meta-ArrowDown': toEdge('end', true),
  'Mod-z': kept(undoStory),
  'Mod-Shift-z': kept(redoStory),
  'Mod-y': kept(redoStory),
  'Mod-b': kept(toggleBold),
  'Mod-i': kept(toggleItalic),
  'Mod-Alt-0': kept(makeParagraph),
  'Mod-Alt-2': kept(toggleSubhead(2)),
  'Mod-Alt-3': kept(toggleSubhead(3)),
  'Mod-Shift-b': kept(toggleQuote),
  'Mod-Shift-8': kept(toggleList('bullet')),
  'Mod-Shift-7': kept(toggleList('ordered')),
  // Without a selection the window handles it and says so.
  'Mod-t': tagSelection(),
}

/**
 * Deletes a selection that spans parts before an input method composes in its place: ProseMirror would join the parts.
 * Nothing is composed over a selection that may not be deleted.
 */
function composeBetweenParts(view: EditorView): void {
  const { from, to } = view.state.selection
  if (!view.editable || view.composing || from === to || !crossesParts(view.state.doc, from, to)) return
  const { tr } = view.state
  const at = deleteForText(tr, from, to)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
  const { doc, selection } = view.state
  if (!selection.empty) view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(selection.from))))
}

/** `typing`: asked at each quotation mark, hyphen and period. */
export function storyKeys(typing: () => TypingHabits): Plugin {
  const handle = keydownHandler({ ...STORY_KEYS })
  return new Plugin({
    key: new PluginKey('storyKeys'),
    props: {
      handleDOMEvents: {
        compositionstart(view) {
          composeBetweenParts(view)
          return false
        },
      },
      handleKeyDown: (view, event) => view.editable && handle(view, event),
      handleTextInput(view, from, to, text, typed) {
        if (startTypedBlock(view, from, to, text)) return true
        // Typing over a selection that spans parts must not move the body into the headline.
        if (from === to || !crossesParts(view.state.doc, from, to))
          return setTypedSigns(view, { from, to, text }, typed, typing)
        const { tr } = view.state
        const at = deleteForText(tr, from, to)
        tr.insertText(text, at)
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + text.length)).scrollIntoView())
        return true
      },
    },
  })
}
