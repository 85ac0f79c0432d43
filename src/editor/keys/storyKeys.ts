import { chainCommands } from '@tiptap/pm/commands'
import { keydownHandler } from '@tiptap/pm/keymap'
import { Plugin, PluginKey, TextSelection, type Command } from '@tiptap/pm/state'
import { tagSelection } from '../facts/factCommands'
import { redoStory, undoStory } from '../sync/storyUndo'
import { makeParagraph, moveListLevel, toggleList, toggleQuote, toggleSubhead } from './blockCommands'
import { backspaceAtStart, deleteAtEnd, deleteSelected, enter, hardBreak, selectAll } from './caretCommands'
import { crossesParts, deleteKeepingParts } from './deleteKeepingParts'
import { toggleBold, toggleItalic } from './markCommands'

const backspace = chainCommands(deleteSelected, backspaceAtStart)
const forward = chainCommands(deleteSelected, deleteAtEnd)

/** The keys of the sheet; those of the ipc command table that the window handles itself are among them. */
export const STORY_KEYS: Readonly<Record<string, Command>> = {
  Enter: enter,
  'Shift-Enter': hardBreak,
  Backspace: backspace,
  'Shift-Backspace': backspace,
  'Mod-Backspace': backspace,
  'Alt-Backspace': backspace,
  Delete: forward,
  'Mod-Delete': forward,
  'Alt-Delete': forward,
  Tab: moveListLevel(1),
  'Shift-Tab': moveListLevel(-1),
  'Mod-a': selectAll,
  'Mod-z': undoStory,
  'Mod-Shift-z': redoStory,
  'Mod-y': redoStory,
  'Mod-b': toggleBold,
  'Mod-i': toggleItalic,
  'Mod-Alt-0': makeParagraph,
  'Mod-Alt-2': toggleSubhead(2),
  'Mod-Alt-3': toggleSubhead(3),
  'Mod-Shift-b': toggleQuote,
  'Mod-Shift-8': toggleList('bullet'),
  'Mod-Shift-7': toggleList('ordered'),
  'Mod-t': tagSelection()
}

/** Keys that stay with the sheet even when there is nothing to do: the browser would do something of its own. */
const KEPT: Readonly<Record<string, Command>> = Object.fromEntries(['Mod-z', 'Mod-Shift-z', 'Mod-y', 'Mod-b', 'Mod-i', 'Mod-t', 'Enter'].map((name) => [name, () => true]))

export function storyKeys(): Plugin {
  const handle = keydownHandler({ ...STORY_KEYS })
  const keep = keydownHandler({ ...KEPT })
  return new Plugin({
    key: new PluginKey('storyKeys'),
    props: {
      handleKeyDown: (view, event) => (view.editable && handle(view, event)) || keep(view, event),
      // Typing over a selection that spans parts must not pour the body into the headline.
      handleTextInput(view, from, to, text) {
        if (from === to || !crossesParts(view.state.doc, from, to)) return false
        const { tr } = view.state
        const at = deleteKeepingParts(tr, from, to)
        tr.insertText(text, at)
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + text.length)).scrollIntoView())
        return true
      }
    }
  })
}
