import type { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import type { Fields } from '../../../story/ledger/fields'
import type { MarkedCopy } from '../../../story/copy/suggestions/markedCopy'
import type { SuggestionRecord } from '../../../story/copy/suggestions/suggestion'
import type { Loss } from '../../../story/requests/requests'

/** A story from a file, before a person accepts it. */
export interface ImportedStory {
  /** Headline, deck if there is one, then the body, without proposed changes. No facts. */
  readonly blocks: readonly Block[]
  /** Bytes of embedded pictures, by `Picture.file`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** Absent if the file has no comments or tracked changes. */
  readonly review?: ImportedReview
  /** What was not kept or was changed. */
  readonly losses: readonly Loss[]
  /** BCP 47, detected. People can change it later. */
  readonly language: string
  /** Fields read from the copy, e.g. a byline. They are moved, so they are not losses. */
  readonly fields?: Partial<Fields>
}

export interface ImportedReply {
  readonly by: string
  /** ISO 8601 instant; '' when the file does not say. */ readonly at: string
  readonly text: string
}
export interface ImportedComment extends ImportedReply {
  /** Id of its spans in `marked`. */
  readonly id: string
  /** The comment marks no text. */
  readonly onStory: boolean
  readonly resolved: boolean
  readonly replies: readonly ImportedReply[]
}

/** Comments and proposed changes of a file. Ids are valid in this file only. */
export interface ImportedReview {
  /** The blocks with their proposed changes. */
  readonly marked: MarkedCopy
  readonly suggestions: readonly SuggestionRecord[]
  readonly comments: readonly ImportedComment[]
}

type Key = Parameters<typeof importsText>[0]

/** The name of a message under `format.` in the catalogue: how people call a format. */
export type FormatName = Key extends infer K ? (K extends `format.${infer Name}` ? Name : never) : never

/** The result of a reader: at least one story. */
export interface ReadFile {
  readonly format: FormatName
  readonly stories: readonly ImportedStory[]
}

/** An imported file: at least one story. */
export interface ImportedFile {
  /** The format in words: "NITF", "Word document". */
  readonly format: string
  /** One sentence, set if the name of the file says another format. */
  readonly note?: string
  readonly stories: readonly ImportedStory[]
}
