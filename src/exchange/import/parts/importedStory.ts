import type { importsText } from '../../../catalogue/imports'
import type { Block } from '../../../story/copy/copy'
import type { Fields } from '../../../story/ledger/fields'
import type { MarkedCopy } from '../../../story/copy/markedCopy'
import type { SuggestionRecord } from '../../../story/copy/suggestion'
import type { Loss } from '../../../story/requests/requests'

/** What came out of a file, before anyone accepts it. */
export interface ImportedStory {
  /** Headline first, deck second when there is one, then the body, as it stands without what is proposed. No facts. */
  readonly blocks: readonly Block[]
  /** Bytes of the pictures that came inside the file, by `Picture.file`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** Absent: nothing is said or proposed. */
  readonly review?: ImportedReview
  /** What could not be kept, or was changed; empty when all was. */
  readonly losses: readonly Loss[]
  /** BCP 47, detected; can be changed later. */
  readonly language: string
  /** Read off the file, e.g. a byline. Moved there from the copy, so not a loss. */
  readonly fields?: Partial<Fields>
}

export interface ImportedReply {
  readonly by: string
  /** ISO 8601 instant; '' when the file does not say. */ readonly at: string
  readonly text: string
}
export interface ImportedComment extends ImportedReply {
  /** Of its spans in `marked`. */
  readonly id: string
  /** It marks no words. */
  readonly onStory: boolean
  readonly resolved: boolean
  readonly replies: readonly ImportedReply[]
}

/** What people said and proposed in a file. Its ids mean something in this file only. */
export interface ImportedReview {
  /** The blocks again, with what is proposed in them. */
  readonly marked: MarkedCopy
  readonly suggestions: readonly SuggestionRecord[]
  readonly comments: readonly ImportedComment[]
}

type Key = Parameters<typeof importsText>[0]

/** How people call a format: the name of a message under `format.` in the catalogue. */
export type FormatName = Key extends infer K ? (K extends `format.${infer Name}` ? Name : never) : never

/** What a reader makes of a file: at least one story. */
export interface ReadFile {
  readonly format: FormatName
  readonly stories: readonly ImportedStory[]
}

/** A file, read: at least one story. */
export interface ImportedFile {
  /** As people call the format: "NITF", "Word document". */
  readonly format: string
  /** Set when the file is not what its name says; one sentence. */
  readonly note?: string
  readonly stories: readonly ImportedStory[]
}
