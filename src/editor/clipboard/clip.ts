import type { Node as SheetNode } from '@tiptap/pm/model'
import type { FactTag } from '../../story/ledger/facts/fact'

/** Copied or cut content of the sheet. It never leaves the window: the clipboard holds a token for it. */
export interface Clip {
  readonly storyId: string
  readonly blocks: readonly SheetNode[]
  readonly cut: boolean
  /** A paste took it before. That paste may have been undone. */
  readonly pasted?: boolean
  /** Records of its facts, for the new tags of a copy. */
  readonly facts: ReadonlyMap<string, FactTag>
  /** How many pending suggestions the words have. They are not copied. */
  readonly suggestions?: number
}

/** The clipboard type that carries the token. */
export const CLIP_TYPE = 'application/x-stet-clip'

/**
 * The clip behind this window's clipboard. A token is good for one paste of a cut. The second paste is a copy, unless
 * the first was undone (storyClipboard.ts).
 */
export class ClipMemory {
  private token: string | undefined
  private clip: Clip | undefined

  put(token: string, clip: Clip): void {
    this.token = token
    this.clip = clip
  }

  /** The clip of a token. Undefined if the clipboard now holds something else. */
  take(token: string): Clip | undefined {
    if (token === '' || token !== this.token) return undefined
    const { clip } = this
    if (clip) this.clip = { ...clip, pasted: true }
    return clip
  }
}
