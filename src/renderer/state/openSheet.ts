import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { createStoryEditor } from '../../editor/createStoryEditor'
import { FACTS_MAP } from '../../story/documentSchema'
import type { FactTag } from '../../story/fact'
import { deskNow, newFactId } from './deskClock'

export interface SheetNeeds {
  readonly doc: Y.Doc
  readonly storyId: string
  readonly person: string
  readonly language: string
  readonly editable: boolean
  readonly onTagged: (facts: readonly FactTag[]) => void
  readonly onOpenLink: (href: string) => void
  readonly onPictures: (files: readonly File[]) => void
  readonly onDescribePicture: () => void
}

/** The editor of one story, in an element of its own that the sheet room takes in and gives back. */
export const openSheet = (needs: SheetNeeds): Editor =>
  createStoryEditor({ ...needs, element: document.createElement('div'), newId: () => newFactId((id) => needs.doc.getMap(FACTS_MAP).has(id)), now: deskNow })
