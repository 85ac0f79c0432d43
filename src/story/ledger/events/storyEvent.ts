/** What becomes of a story as a whole: its beginning, its fields and names, its pen, words that come back. */
import type { OriginalVerdict } from '../facts/originalVerdict'
import type { FieldSetter } from '../writers/fieldSetters'

export type StoryEvent =
  | {
      readonly kind: 'created'
      readonly origin: 'new' | 'import' | 'duplicate' | 'sample'
      readonly from?: string
      /** Duplicates: all authors that the original ever had. */
      readonly authors?: readonly string[]
      /** Duplicates: fact id → who wrote its words in the original. */
      readonly wrote?: Readonly<Record<string, readonly string[]>>
      /** Duplicates: fact id → the verdict against its words that stood in the original. */
      readonly against?: Readonly<Record<string, OriginalVerdict>>
      /** Fields that others wrote: in the original of a duplicate, or as the newsroom's defaults. */
      readonly set?: Readonly<Record<string, readonly FieldSetter[]>>
    }
  | {
      readonly kind: 'fieldSet'
      readonly field: string
      readonly from: string
      readonly to: string
      /** needsLegal set to complete: hash of what legal read. */
      readonly legalHash?: string
      /** The story had never had a word when this was set. */
      readonly beforeWords?: true
      /** The field leaves with the story, so that the cleared hash covers it. Older entries lack it. */
      readonly leaves?: true
    }
  /** An editor says that a byline or author was a mistake: that person never wrote the story. */
  | { readonly kind: 'bylineStruck'; readonly name: string; readonly reason: string }
  /**
   * The pen passes to `to`, a name; '': it is laid down. `taken`: by right of an editor. `typed`: for each Yjs client
   * of the document there how many of its items it had, where that is more than in the entries before.
   */
  | {
      readonly kind: 'pen'
      readonly to: string
      readonly taken?: true
      readonly reason?: string
      readonly typed: Readonly<Record<string, number>>
    }
  /** A snapshot's words were restored as a new edit. `versionAt`: when it was kept. */
  | { readonly kind: 'versionRestored'; readonly version: number; readonly versionAt: string; readonly name?: string }
  /** A person put the tray entry `ref` back into the copy, or discarded it. */
  | { readonly kind: 'rescued'; readonly outcome: 'putBack' | 'letGo'; readonly ref: string; readonly text: string }
