import { editorText } from '../catalogue/writing/editor'
import { Editor, Extension, type Content } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { initProseMirrorDoc, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import { COPY_FRAGMENT } from '../story/copy/documentSchema'
import type { FactTag } from '../story/ledger/facts/fact'
import { caretBlock } from './view/caretBlock'
import { scrollCaretIntoView } from './view/scrollCaretIntoView'
import type { OutsidePart } from './clipboard/incoming'
import { ClipMemory } from './clipboard/clip'
import type { ClipboardGuard } from './clipboard/clipboardGuard'
import type { PasteLoss } from './clipboard/pasteLosses'
import { storyClipboard } from './clipboard/storyClipboard'
import { waitingPastes } from './clipboard/waitingPastes'
import { commentView } from './comments/commentView'
import { factView } from './facts/factView'
import { keepTagOnReplacement } from './facts/keepTag'
import { tagAcrossBreaks } from './facts/tagAcrossBreaks'
import { offscreenBlocks } from './view/layout/offscreenBlocks'
import { findingMarks } from './view/findingMarks'
import { changedGrafs } from './view/changedGrafs'
import { tkMarks } from './view/tkMarks'
import { readOnlySheet } from './view/readOnlySheet'
import { pinnedBlockHeight } from './view/layout/pinnedBlockHeight'
import { findPlugin } from './find/findPlugin'
import { blurredSelection } from './view/blurredSelection'
import { storyKeys } from './keys/storyKeys'
import type { TypingHabits } from './keys/typedSigns'
import { currentSuggestion } from './suggesting/currentSuggestion'
import { plainWords } from './suggesting/plainWords'
import { suggestingMode } from './suggesting/suggestingMode'
import { spellingMarks } from './spelling/spellingMarks'
import { linkClicks } from './linkClicks'
import { noDirectionOverrides } from './clipboard/noDirectionOverrides'
import { normaliser } from './copy/normaliser'
import { storyExtensions } from './schema/storyExtensions'
import { selectionInStep } from './view/selectionInStep'
import { pictureView } from './pictures/pictureView'
import { storyContextPlugin, type StoryContext } from './copy/storyContext'
import { storySync, storyUndoManager } from './sync/storySync'
import type { UndoTells } from './sync/storyUndo'
import { TagLineage } from './sync/tags/tagLineage'

export interface StoryEditorOptions extends StoryContext, UndoTells {
  /** The element for the sheet. null: the caller places `editor.view.dom` later. */
  readonly element: HTMLElement | null
  readonly editable?: boolean
  /** How what is typed becomes copy, asked as it is typed. Absent: it stays as it is typed. */
  readonly typing?: () => TypingHabits
  /** Called after facts were tagged here: by key, by command or by pasting a copy. */
  readonly onTagged?: (facts: readonly FactTag[]) => void
  /** Called on Ctrl/Cmd-click on a link. The address has an allowed scheme. */
  readonly onOpenLink?: (href: string) => void
  /** Called with pictures pasted or dropped onto the sheet. They go to the selection. */
  readonly onPictures?: (files: readonly File[]) => void
  /** Called when a picture is double-clicked; it is then current. */
  readonly onDescribePicture?: () => void
  /** Called when an edit in Suggesting mode cannot be proposed. It was not made. */
  readonly onUnproposable?: () => void
  /**
   * Called after a paste or drop that could not keep everything. `pasted`: the sheet then, whose latest step of undo it
   * is. Absent if nothing was pasted.
   */
  readonly onPasteLosses?: (losses: readonly PasteLoss[], pasted?: EditorState) => void
  /** Stands before what leaves by clipboard or drag. No sheet is without one. */
  readonly clipboardGuard: ClipboardGuard
  /** Reads what is pasted or dropped from other programs. */
  readonly outside: OutsidePart
  /** Called after direction overrides were left out of what was typed or pasted, with their number. */
  readonly onOverridesDropped?: (count: number) => void
  /** The clip holder, shared by all sheets of a window. */
  readonly clips?: ClipMemory
}

const windowClips = new ClipMemory()

/**
 * Creates the sheet of a story: a Tiptap editor bound to the story's shared document. Edits go into `doc`; other
 * people's changes appear here. Opening emits no update. Guard the document first: the binding deletes what the schema
 * does not know.
 */
export function createStoryEditor(options: StoryEditorOptions): Editor {
  const {
    element,
    doc,
    storyId,
    person,
    newId,
    now,
    guessTypeAt,
    editable = true,
    onTagged,
    onOpenLink,
    onUnproposable,
  } = options
  const manager = storyUndoManager(doc)
  const lineage = new TagLineage(doc)
  const story = Extension.create({
    name: 'story',
    addProseMirrorPlugins() {
      return [
        readOnlySheet(this.editor),
        storyContextPlugin({ doc, storyId, person, newId, now, guessTypeAt }),
        suggestingMode(),
        currentSuggestion(),
        plainWords(),
        selectionInStep(),
        storyKeys(options.typing ?? (() => ({ quotes: false, language: '' }))),
        waitingPastes(),
        storyClipboard({
          memory: options.clips ?? windowClips,
          guard: options.clipboardGuard,
          outside: options.outside,
          onPictures: options.onPictures,
          onPasteLosses: options.onPasteLosses,
        }),
        pictureView(options.onDescribePicture),
        linkClicks(onOpenLink),
        factView(),
        commentView(),
        caretBlock(),
        scrollCaretIntoView(),
        offscreenBlocks(),
        pinnedBlockHeight(),
        blurredSelection(),
        findPlugin(),
        spellingMarks(),
        findingMarks(),
        tkMarks(),
        changedGrafs(),
        keepTagOnReplacement(),
        tagAcrossBreaks(),
        noDirectionOverrides(options.onOverridesDropped),
        normaliser(),
      ]
    },
  })
  let mapping: ProsemirrorBinding['mapping'] = new Map()
  const editor = new Editor({
    element: element ?? document.createElement('div'),
    // The first sheet comes from the document itself, so that the binding does not render it again.
    onBeforeCreate({ editor: made }) {
      const first = initProseMirrorDoc(doc.getXmlFragment(COPY_FRAGMENT), made.schema)
      mapping = first.mapping
      // Tiptap accepts a ready document, but its type does not say so.
      made.options.content = first.doc as unknown as Content
    },
    editable,
    injectCSS: false,
    extensions: [
      ...storyExtensions,
      storySync({ doc, manager, lineage, mapping: () => mapping, onTagged, onUnproposable, undoTells: options }),
      story,
    ],
    // Stet has its own keys, clipboard and drop handling. The rest of Tiptap's core is used.
    enableCoreExtensions: {
      keymap: false,
      clipboardTextSerializer: false,
      drop: false,
      paste: false,
      delete: false,
      textDirection: false,
    },
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: { attributes: sheetAttributes() },
  })
  for (const part of EMPTY_PARTS)
    editor.view.dom.style.setProperty(`--empty-${part}`, JSON.stringify(editorText(`empty.${part}`)))
  editor.on('destroy', () => {
    manager.destroy()
    lineage.destroy()
  })
  return editor
}

/** Parts that say what they are while they are empty (renderer/sheet/copy.css). */
const EMPTY_PARTS = ['headline', 'deck', 'body', 'cutline'] as const

/** Without `lang`: the sheet inherits it from the column that shows it, which follows the field Language. */
const sheetAttributes = (): Record<string, string> => ({
  role: 'textbox',
  'aria-label': editorText('sheet.label'),
  'aria-multiline': 'true',
  // Also where nothing can be written: the keyboard scrolls the copy and selects in it.
  tabindex: '0',
  // Stet marks misspelt words itself (spelling/spellSheet.ts).
  spellcheck: 'false',
})
