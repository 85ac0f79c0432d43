import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { ClipboardGuard } from '../../../../editor/clipboard/clipboardGuard'
import type { PasteLoss } from '../../../../editor/clipboard/pasteLosses'
import { createStoryEditor } from '../../../../editor/createStoryEditor'
import { FACTS_MAP, SUGGESTIONS_MAP } from '../../../../story/copy/documentSchema'
import type { UndoTells } from '../../../../editor/sync/storyUndo'
import type { TypingHabits } from '../../../../editor/keys/typedSigns'
import type { FactTag } from '../../../../story/ledger/facts/fact'
import { deskNow, newSheetId } from '../../stores/deskClock'
import { laterPart } from '../../../ui/later'
import { laterChecks } from '../laterChecks'

export interface SheetNeeds extends Required<UndoTells> {
  readonly doc: Y.Doc
  readonly storyId: string
  readonly person: string
  readonly editable: boolean
  readonly typing: () => TypingHabits
  readonly onTagged: (facts: readonly FactTag[]) => void
  readonly onOpenLink: (href: string) => void
  readonly onPictures: (files: readonly File[]) => void
  readonly onDescribePicture: () => void
  readonly onUnproposable: () => void
  readonly onOverridesDropped: (count: number) => void
  readonly onPasteLosses: (losses: readonly PasteLoss[], pasted?: EditorState) => void
  readonly clipboardGuard: ClipboardGuard
  /** Called with a paste that waits for its reader, as `OutsidePart.onWaiting`. */
  readonly onPasteWaits: (inserted: Promise<void>) => void
}

/** Only words of other programs need it. */
export const outsidePart = laterPart(async () => import('../../../../editor/clipboard/outside/parseOutside'))

/** Creates the editor of one story in an element of its own. The sheet room mounts and unmounts that element. */
export const openSheet = ({ onPasteWaits, ...needs }: SheetNeeds): Editor =>
  createStoryEditor({
    ...needs,
    outside: { ...outsidePart, onWaiting: onPasteWaits },
    element: document.createElement('div'),
    now: deskNow,
    newId: newIdIn(needs.doc),
    guessTypeAt: (block, from, to) => laterChecks.ready()?.guessTypeAt(block, from, to),
  })

const newIdIn =
  (doc: Y.Doc) =>
  (kind: 'fact' | 'suggestion' = 'fact', taken: (id: string) => boolean = () => false): string =>
    newSheetId(kind, (id) => taken(id) || doc.getMap(kind === 'fact' ? FACTS_MAP : SUGGESTIONS_MAP).has(id))
