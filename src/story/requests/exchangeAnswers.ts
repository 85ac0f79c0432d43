/** Shapes behind the table in requests.ts: what comes in and what leaves. */
import type { Untold } from '../ledger/corrections'
import type { ExportChoices, ExportFormat } from '../desk/exportFormat'
import type { Verdict } from '../assessment/finding'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { BlockView } from './storyAnswers'

export interface Loss {
  readonly what: string
  readonly count: number
  readonly example: string
}

export interface Imported {
  readonly id: string
  readonly headline: string
  readonly losses: readonly Loss[]
}

export interface ImportPreview {
  readonly headline: string
  readonly blocks: readonly BlockView[]
  readonly losses: readonly Loss[]
  readonly language: string
  /** As people call it: "NITF", "Word document". */
  readonly format: string
  /** Threads and tracked changes that come along; absent: none. */
  readonly comments?: number
  readonly suggestions?: number
}

/** `job`: a name for several files that are read, and may be stopped, together. */
export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly job?: string
}

/** The first story of a file, the others that it holds, and a sentence when the file is not what its name says. */
export type FromFile<T> = T & { readonly others?: readonly T[]; readonly note?: string }

export interface ExportRequest extends ExportChoices {
  readonly story: string
  readonly format: ExportFormat
  /** Marked DRAFT; only source protection is asked. */
  readonly draft?: boolean
  /** Lifts overridable blocks with this reason. */
  readonly override?: string
  /** The file's name when the person chose one: it leaves with the bytes, so it is scanned with them. */
  readonly saveAs?: string
  /** Where it goes, for the log: the path as the person chose it. */
  readonly destination?: string
  /** Names the file in place of the format's own name; see `patternTrouble`. */
  readonly fileNamePattern?: string
}

export interface Exported {
  readonly fileName: string
  /** The name that was chosen, with EMBARGOED, DRAFT and KILL added where they were missing: under it the file is to be written. */
  readonly saveAs?: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** A page that shows what is in it, for formats that only other programs can open. */
  readonly preview?: { readonly mediaType: string; readonly bytes: Uint8Array }
  /** Of a preview: why its name, bytes and losses are not here. What is wrong stands in the verdict. */
  readonly withheld?: string
  readonly sha256: string
  readonly losses: readonly Loss[]
  readonly verdict: Verdict
  /** `seq` of the entry that notes the export; absent of a preview. */
  readonly entry?: number
}

/** An export made once more. `same`: its SHA-256 is the one of then, `before`. */
export interface ExportedAgain extends Exported {
  readonly format: ExportFormat
  /** Number of the version that it was written from. */
  readonly version: number
  readonly before: string
  readonly same: boolean
}

/** One entry as it may leave: `did` and `notes` are for people, `seq`, `prev` and `hash` tie it to the ledger. */
export interface HistoryRecord {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly kind: LedgerEntry['kind']
  readonly fact?: string
  readonly did: string
  readonly words?: string
  readonly before?: string
  readonly after?: string
  readonly notes: readonly string[]
  /** What legal wrote was left out. */
  readonly withheld?: boolean
  readonly prev: string
  readonly hash: string
}

export interface ExportedHistory {
  readonly story: string
  readonly guid: string
  readonly headline: string
  /** The chain of all entries, those left out included: whole, or what is wrong with it. */
  readonly chain: {
    readonly whole: boolean
    readonly entries: number
    readonly head: string
    readonly trouble?: string
  }
  readonly entries: readonly HistoryRecord[]
  /** Who was sent words that are corrected and was not told; absent: nobody. Of the whole story only. */
  readonly untold?: readonly Untold[]
}
