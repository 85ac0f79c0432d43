import type { Node as SheetNode } from '@tiptap/pm/model'
import type { FactTag } from '../../story/ledger/fact'

/** What was copied or cut, as it stood in the sheet. It never leaves the window: the clipboard holds a token for it. */
export interface Clip {
  readonly storyId: string
  readonly blocks: readonly SheetNode[]
  readonly cut: boolean
  /** Records of the facts in it, for a copy's new tags. */
  readonly facts: ReadonlyMap<string, FactTag>
}

/** The clipboard type that carries the token. */
export const CLIP_TYPE = 'application/x-stet-clip'

/** The one clip behind the clipboard of this window. A token is good for a cut once: the second paste is a copy. */
export class ClipMemory {
  private token: string | undefined
  private clip: Clip | undefined

  put(token: string, clip: Clip): void {
    this.token = token
    this.clip = clip
  }

  /** The clip behind a token; undefined when the clipboard meanwhile holds something else. */
  take(token: string): Clip | undefined {
    if (token === '' || token !== this.token) return undefined
    const { clip } = this
    if (clip?.cut) this.clip = { ...clip, cut: false }
    return clip
  }
}
