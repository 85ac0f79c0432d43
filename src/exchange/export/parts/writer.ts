/** What every export format provides, and what it gets. */
import type { PublicationDates } from '../../../projection/published/publicationDates'
import type { Copy } from '../../../story/copy/copy'
import type { Assessment } from '../../../story/assessment/assessment'
import type { IncludedPart, Loss } from '../../../story/requests/requests'
import type { Source } from '../../../story/desk/source'
import type { MarkedCopy } from '../../../story/copy/markedCopy'
import type { Story } from '../../../story/assessment/story'

export interface WriterInput {
  readonly story: Story
  /** ISO 8601 instant; the only clock a writer sees, so equal input gives equal bytes. */
  readonly now: string
  /** Marked DRAFT in the document and in the file name. */
  readonly draft?: boolean
  /** Of the format; absent: the newest that is written. */
  readonly formatVersion?: string
  /** Of the file's name; absent: the format's own. Checked by `patternTrouble`. */
  readonly fileNamePattern?: string
  /** What people said and proposed leaves, too: in formats of INCLUDABLE. */
  readonly review?: {
    readonly include: readonly IncludedPart[]
    readonly marked: MarkedCopy
    /** People whose words stay on the desk: legal. */
    readonly withheld: readonly string[]
  }
  /** Fact sheet only. Default internal. */
  readonly edition?: 'internal' | 'public'
  /** Wire text only; see ExportChoices. */
  readonly lineLength?: number
  readonly slugHeader?: boolean
  /** Fact sheet only: the facts as they stand, text order, then tray. */
  readonly assessments?: readonly Assessment[]
  /** Fact sheet only: the source book. */
  readonly sources?: ReadonlyMap<string, Source>
  /** Fact sheet only: fact id → what its working gives, as a person writes it. */
  readonly gives?: ReadonlyMap<string, string>
  /** Bytes of the story's pictures, without EXIF, by `Picture.file`; a picture that is missing leaves without its bytes and is listed as a loss. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** Somebody looks at the output, and nothing leaves yet. */
  readonly isLookedAt?: boolean
  /** Killed stories only: headline and deck that readers have, where the story's own copy is not the one that was published. */
  readonly publishedCopy?: Copy
  /** Read from the ledger once (publicationDates). Parts that are absent are left out of the output. */
  readonly dates: PublicationDates
}

export interface Written {
  /** UTF-8 without byte order mark. */
  readonly bytes: Uint8Array
  /** What the story holds and the format cannot carry. */
  readonly losses: readonly Loss[]
  /** Of these bytes, when it is not the writer's usual one. */
  readonly mediaType?: string
  /** A page to look at, of formats that only other programs can open; where its letters are those of the file, only for somebody who looks. */
  readonly preview?: Uint8Array
}

export interface Writer {
  readonly mediaType: string
  /** `desk`: internal paper, not a publication. */
  readonly audience: 'public' | 'wire' | 'desk'
  /** False: an embargoed story must be held, since the output could not say so. */
  readonly hasEmbargoField: boolean
  fileName(input: WriterInput): string
  /** @throws ProjectionError when the story holds something that is not allowed by name; nothing is written then. */
  write(input: WriterInput): Written | Promise<Written>
}

/** A writer that has all it needs at hand. */
export interface TextWriter extends Writer {
  write(input: WriterInput): Written
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
