/** Shapes behind the table in requests.ts: what comes in and what leaves. */
import type { Untold } from '../../ledger/leaving/corrections/corrections'
import type { Fields } from '../../ledger/fields'
import type { ExportChoices, ExportFormat } from '../../desk/exportFormat'
import type { Verdict } from '../../assessment/finding'
import type { LedgerEntry } from '../../ledger/ledgerEntry'
import type { BlockView, StorySummary } from '../storyAnswers'

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

/** A story of the library with the headline of one that comes in. */
export type KnownStory = Pick<StorySummary, 'id' | 'slug' | 'headline' | 'stage'>

export interface ImportPreview {
  readonly headline: string
  readonly blocks: readonly BlockView[]
  readonly losses: readonly Loss[]
  readonly language: string
  /** Fields that the story gets, of those that decide when and as whose it may leave. Absent: none. */
  readonly fields?: Partial<Pick<Fields, 'byline' | 'dateline' | 'embargo' | 'edNote'>>
  /** As people call it: "NITF", "Word document". */
  readonly format: string
  /** Numbers of threads and tracked changes. Absent: none. */
  readonly comments?: number
  readonly suggestions?: number
  /** Stories that are in the library already under the same headline, newest first. Absent: none. */
  readonly known?: readonly KnownStory[]
}

/** `job`: names several files that are read, and may be stopped, together. */
export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly job?: string
}

/** The first story of a file, the others in it, and a note if the file is not what its name says. */
export type FromFile<T> = T & { readonly others?: readonly T[]; readonly note?: string }

export interface ExportRequest extends ExportChoices {
  readonly story: string
  readonly format: ExportFormat
  /** Marked DRAFT; only source protection is asked. */
  readonly draft?: boolean
  /** Lifts overridable blocks with this reason. */
  readonly override?: string
  /** Needed with `override` if anything blocks: hash of the blocks that the person saw (`Verdict.seen`). */
  readonly seen?: string
  /** The file name that the person chose. It leaves with the bytes, so it is scanned too. */
  readonly saveAs?: string
  /** The destination for the log, as the person chose it. */
  readonly destination?: string
  /** The pattern of the file name; see `patternProblem`. */
  readonly fileNamePattern?: string
}

export interface Exported {
  readonly fileName: string
  /** The chosen name, with EMBARGOED, DRAFT and KILL added. The file must be written under this name. */
  readonly saveAs?: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Files that the output names: to be written beside it. Absent: none, and in a preview. */
  readonly beside?: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]
  /** A page that shows the content of formats that only other programs open. */
  readonly preview?: { readonly mediaType: string; readonly bytes: Uint8Array }
  /** Previews: why name, bytes and losses are withheld. The verdict says what is wrong. */
  readonly withheld?: string
  readonly sha256: string
  readonly losses: readonly Loss[]
  /** What of the desk's words a kill leaves out, each with why. Absent: nothing. */
  readonly keptBack?: readonly string[]
  readonly verdict: Verdict
  /** `seq` of the export's entry. Absent for a preview. */
  readonly entry?: number
}

/** Stories that leave whole, in one file. */
export interface HandOverRequest {
  /** Ids, each once. */
  readonly stories: readonly string[]
  /** Captured files stay here; their hashes leave. */
  readonly withoutFiles?: boolean
  /** Names of the roster. Protected sources are sealed for them. Absent: they leave as their pseudonym. */
  readonly for?: readonly string[]
  /** Ids of the sources that the plan showed (HandOverPlan.shares). Refused if others would go. Absent: not asked. */
  readonly shares?: readonly string[]
  /** Who gets the pen of each story with it. */
  readonly pen?: string
  /** As in ExportRequest. */
  readonly saveAs?: string
  readonly destination?: string
}

export interface HandedOver {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** What stays here, and why. */
  readonly losses: readonly Loss[]
  /** Pseudonyms of the protected sources that are sealed in it. */
  readonly shared: readonly string[]
  /** `seq` of the entry in the history of each story. */
  readonly entries: readonly { readonly story: string; readonly entry: number }[]
}

/** What 'story.handOver' would do with protected sources. */
export interface HandOverPlan {
  readonly fileName: string
  /** Of sources that leave as pseudonyms and could be sealed for somebody: the pseudonyms. */
  readonly sources: readonly string[]
  /** Their ids, for 'story.handOver'. */
  readonly shares: readonly string[]
  /** What people typed of their evidence, and goes along as it is: file names, locators, excerpts, notes. */
  readonly typed: readonly string[]
  /** Why they may not be sealed for the people that are named, as a sentence. */
  readonly refused?: string
}

/** A repeated export. `same`: the new bytes hash to `before`. */
export interface ExportedAgain extends Exported {
  readonly format: ExportFormat
  /** Number of the snapshot it was written from. */
  readonly version: number
  readonly before: string
  readonly same: boolean
}

/** An entry as it may leave. `did` and `notes` are for people; `seq`, `prev` and `hash` link it to the ledger. */
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
  /** Legal's text was left out. */
  readonly withheld?: boolean
  /** Hashes of the entries that it follows. */
  readonly follows: readonly string[]
  readonly hash: string
}

export interface ExportedHistory {
  readonly story: string
  readonly guid: string
  readonly headline: string
  /** Whether the chain of all entries, left-out ones too, is intact. */
  readonly chain: {
    readonly whole: boolean
    readonly entries: number
    readonly head: string
    readonly trouble?: string
  }
  readonly entries: readonly HistoryRecord[]
  /** Destinations of corrected words that nobody told. Absent: none. Only for a whole story. */
  readonly untold?: readonly Untold[]
}
