import type { Block } from '../../story/copy'
import type { Fields } from '../../story/fields'
import type { Loss } from '../../story/requests'

/** What came out of a file, before anyone accepts it. */
export interface ImportedStory {
  /** Headline first, deck second when there is one, then the body. No facts, no comments. */
  readonly blocks: readonly Block[]
  /** Bytes of the pictures that came inside the file, by `Picture.file`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** What could not be kept, or was changed; empty when all was. */
  readonly losses: readonly Loss[]
  /** BCP 47, detected; can be changed later. */
  readonly language: string
  /** Read off the file, e.g. a byline. Moved there from the copy, so not a loss. */
  readonly fields?: Partial<Fields>
}

/** A file, read: at least one story. */
export interface ImportedFile {
  /** As people call the format: "NITF", "Word document". */
  readonly format: string
  /** Set when the file is not what its name says; one sentence. */
  readonly note?: string
  readonly stories: readonly ImportedStory[]
}
