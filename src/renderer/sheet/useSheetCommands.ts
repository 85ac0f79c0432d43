import { mendTag, tagSelection } from '../../editor/facts/factCommands'
import { factAt } from '../../editor/facts/factCommands'
import { makeParagraph, toggleList, toggleQuote, toggleSubhead } from '../../editor/keys/blockCommands'
import { toggleBold, toggleItalic } from '../../editor/keys/markCommands'
import { redoStory, undoStory } from '../../editor/sync/storyUndo'
import { useCommand, useNewsroom, useNotice, usePanels, type StoryHook } from '../state'
import { useVerdicts } from '../review/useVerdicts'
import { placeOf, readCopyFromDoc } from '../../editor/readCopy'
import type { CommentAsked } from '../state/panels'
import { useRoom } from '../state/room'
import { runInSheet } from './runEditor'
import { useSuggestionCommands } from './useSuggestionCommands'

/** Commands on the words of the open story, as the menu and the palette give them; the sheet's own keymap has the keys. */
export function useSheetCommands(story: StoryHook): void {
  const { act, readOnly } = useNewsroom()
  const { check, say } = useNotice()
  const { open, setFinding, showTab } = usePanels()
  const { step } = useVerdicts()
  const { panels } = useRoom()
  const { editor } = story
  const writable = readOnly === undefined && editor?.isEditable === true
  const run = (command: Parameters<typeof runInSheet>[1]) => (): void => void runInSheet(editor, command)

  /** The fact in hand, else the one at the caret. */
  const factHere = (): string | undefined => story.current ?? (editor ? factAt(editor.state, editor.state.selection.from) : undefined)
  const withFact = (then: (fact: string) => void) => (): void => {
    const fact = factHere()
    if (fact === undefined) say('Put the caret into a tagged fact, or pick one in the list, first.')
    else then(fact)
  }

  useSuggestionCommands(story, writable)
  useCommand('edit.undo', run(undoStory), writable)
  useCommand('edit.redo', run(redoStory), writable)
  useCommand('edit.find', () => setFinding(true))
  useCommand('format.bold', run(toggleBold), writable)
  useCommand('format.italic', run(toggleItalic), writable)
  useCommand('format.paragraph', run(makeParagraph), writable)
  useCommand('format.subhead', run(toggleSubhead(2)), writable)
  useCommand('format.quote', run(toggleQuote), writable)
  useCommand('format.bulletList', run(toggleList('bullet')), writable)
  useCommand('format.orderedList', run(toggleList('ordered')), writable)
  useCommand('fact.tag', () => {
    if (!runInSheet(editor, tagSelection())) say('Select the words of the fact first, then tag them.')
  }, writable)
  useCommand('fact.untag', withFact((fact) => open({
    kind: 'reason', title: 'Remove tag', label: 'Why this needs no tag', action: 'Remove tag',
    submit: async (reason) => check(await act('fact.untag', { story: story.id, fact, reason })) !== undefined
  })), writable)
  useCommand('fact.mend', withFact((fact) => {
    if (!runInSheet(editor, mendTag(fact))) say('This tag has no gap that can be closed.')
  }), writable)
  useCommand('fact.evidence', withFact((fact) => {
    showTab('facts')
    open({ kind: 'evidence', fact })
  }), readOnly === undefined)
  useCommand('comment.add', () => {
    const { from, to } = editor?.state.selection ?? { from: 0, to: 0 }
    const place = editor && from < to ? placeOfWords(editor.state.doc, from, to) : undefined
    if (from < to && !place) return say('A comment goes on words of one paragraph. Select fewer, or none to comment on the whole story.')
    showTab('comments')
    panels.commenting.set({ place })
  }, writable)
  useCommand('fact.next', () => step(1))
  useCommand('fact.previous', () => step(-1))
}

/** The selected words without the white space around them, when they lie in one block. */
function placeOfWords(doc: Parameters<typeof placeOf>[0], from: number, to: number): CommentAsked['place'] {
  const start = placeOf(doc, from)
  const end = placeOf(doc, to)
  const text = start.block === end.block ? (readCopyFromDoc(doc)[start.block]?.text.slice(start.offset, end.offset) ?? '') : ''
  const words = text.trim()
  const at = start.offset + text.length - text.trimStart().length
  return words === '' ? undefined : { block: start.block, from: at, to: at + words.length, words }
}
