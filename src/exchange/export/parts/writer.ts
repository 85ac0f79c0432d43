/** What every export format provides, and what its writer gets. */
import type { PublicationDates } from '../../../projection/published/publicationDates'
import type { NumberOut } from '../../../projection/published/projectStory'
import type { Copy } from '../../../story/copy/copy'
import type { Assessment } from '../../../story/assessment/assessment'
import type { IncludedPart, Loss } from '../../../story/requests/requests'
import type { Source } from '../../../story/desk/source'
import type { MarkedCopy } from '../../../story/copy/suggestions/markedCopy'
import type { Story } from '../../../story/assessment/story'

export interface WriterInput {
  readonly story: Story
  /** ISO 8601 instant, the only clock of a writer: equal input gives equal bytes. */
  readonly now: string
  /** Marks the document and the file name DRAFT. */
  readonly draft?: boolean
  /** Version of the format. Default: the newest. */
  readonly formatVersion?: string
  /** Pattern of the file name, checked by `patternProblem`. Default: the name of the format. */
  readonly fileNamePattern?: string
  /** Comments and suggestions to include, in formats of INCLUDABLE. */
  readonly review?: {
    readonly include: readonly IncludedPart[]
    readonly marked: MarkedCopy
    /** People whose words stay at the desk: legal. */
    readonly withheld: readonly string[]
  }
  /** Fact sheet only. Default: internal. */
  readonly edition?: 'internal' | 'public'
  /** Wire text only; see ExportChoices. */
  readonly lineLength?: number
  readonly slugHeader?: boolean
  /** Internal fact sheet as a page only; see ExportChoices. */
  readonly paper?: 'story' | 'storyWithFacts'
  /** Web page only: without its style sheet. */
  readonly bare?: boolean
  /** Markdown only: pictures in the file itself. Default: files beside it. */
  readonly embed?: boolean
  /** Fact sheet only: the facts in text order, then the tray. */
  readonly assessments?: readonly Assessment[]
  /** Fact sheet only: the source book. */
  readonly sources?: ReadonlyMap<string, Source>
  /** Fact sheet only: the result of the working of each fact id, as a person writes it. */
  readonly gives?: ReadonlyMap<string, string>
  /**
   * Bytes of the pictures without EXIF, by `Picture.file`. A picture that is missing here leaves without its bytes
   * and is listed as a loss.
   */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** The output is only shown, and does not leave. */
  readonly isLookedAt?: boolean
  /** Killed stories only: headline and deck that readers have, if the copy has changed since it was published. */
  readonly publishedCopy?: Copy
  /** How receivers number what leaves. Absent: as the desk does. */
  readonly out?: NumberOut
  /** Read from the ledger once (publicationDates). Parts that are absent are left out of the output. */
  readonly dates: PublicationDates
}

export interface FileBeside {
  /** The name holds the beginning of its SHA-256: other bytes have another name. */
  readonly fileName: string
  readonly bytes: Uint8Array
}

export interface Written {
  /** UTF-8 without byte order mark. */
  readonly bytes: Uint8Array
  /** What the story has and the format cannot carry. */
  readonly losses: readonly Loss[]
  /** Files that belong beside the output, which names them. */
  readonly beside?: readonly FileBeside[]
  /** Media type of the bytes, if it is not the writer's own. */
  readonly mediaType?: string
  /**
   * A page to look at, for formats that only other programs open. Formats whose letters the page would show make it
   * only when `isLookedAt`.
   */
  readonly preview?: Uint8Array
}

export interface Writer {
  readonly mediaType: string
  /** `desk`: an internal paper, not a publication. */
  readonly audience: 'public' | 'wire' | 'desk'
  /** False: an embargoed story must be held, because the output could not say so. */
  readonly hasEmbargoField: boolean
  fileName(input: WriterInput): string
  /** @throws ProjectionError if the story has something that is not allowed by name. Nothing is written then. */
  write(input: WriterInput): Written | Promise<Written>
}

/** A writer that loads nothing on first use. */
export interface TextWriter extends Writer {
  write(input: WriterInput): Written
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
