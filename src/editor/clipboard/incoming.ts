import type { Node as SheetNode, Schema } from '@tiptap/pm/model'
import { CLIP_TYPE } from './clip'
import type { PasteLoss } from './pasteLosses'

/** What a paste or drop brings, as values: its event can be read only while it is handled. */
export interface Incoming {
  readonly html: string
  readonly text: string
  /** Of a clip of a window. Empty for words of other programs. */
  readonly token: string
  readonly pictures: readonly File[]
}

export const incomingOf = (data: DataTransfer): Incoming => ({
  html: data.getData('text/html'),
  text: data.getData('text/plain'),
  token: data.getData(CLIP_TYPE),
  pictures: [...data.files].filter(({ type }) => type.startsWith('image/')),
})

export interface ReadOutside {
  readonly blocks: readonly SheetNode[]
  /** What could not be kept. */
  readonly losses: readonly PasteLoss[]
}

/** Reads words of other programs (outside/parseOutside.ts). Its script comes after the first frame. */
export interface OutsidePart {
  readonly ready: () => ReadsOutside | undefined
  readonly load: () => Promise<ReadsOutside>
  /**
   * Called with a paste or drop that waits for the script. Resolves once its words are in the sheet, and rejects if
   * they do not come.
   */
  readonly onWaiting: (inserted: Promise<void>) => void
}
interface ReadsOutside {
  readonly readOutside: (schema: Schema, incoming: Pick<Incoming, 'html' | 'text'>) => ReadOutside
}
