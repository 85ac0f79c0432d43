/** What the newsroom answers, and what is sent to it with a request: the shapes behind the table in requests.ts. */
import type { Block } from '../copy/copy'
import type {
  CorrectionKind,
  CorrectionNote,
  CorrectionRecord,
  Destination,
  PublishedVersion,
} from '../ledger/correctionNote'
import type { Untold } from '../ledger/corrections'
import type { Derivation } from '../ledger/derivation'
import type { CommentPlace, CommentThread } from '../copy/comment'
import type { ExportChoices, ExportFormat } from '../desk/exportFormat'
import type { Evidence, FactStatus, FactType, SignedStatus } from '../ledger/fact'
import type { Fields } from '../ledger/fields'
import type { Verdict } from '../assessment/finding'
import type { FileKind } from '../text/fileKind'
import type { SentBack } from '../ledger/ledger'
import type { LedgerEntry, ResponseSought } from '../ledger/ledgerEntry'
import type { PictureDetail } from '../copy/picture'
import type { Stage } from '../ledger/stages'
import type { Suggestion } from '../copy/suggestion'
import type { Translation } from '../ledger/translation'

export interface StorySummary {
  readonly id: string
  readonly slug: string
  readonly headline: string
  readonly stage: Stage
  readonly version: number
  /** Only statuses with at least one fact. */
  readonly facts: Partial<Record<FactStatus, number>>
  readonly words: number
  readonly wordTarget: number
  readonly embargo: string
  /** ISO 8601 instant of the last change. */
  readonly updated: string
  /** The story could not be read; what is wrong, and what is safe. */
  readonly unavailable?: string
}

export interface FactView {
  readonly id: string
  readonly type: FactType
  readonly status: FactStatus
  readonly text: string
  readonly words: string
  /** "asSigned", "changed" (sentence), "precedingChanged", or "" when not signed. */
  readonly context: '' | 'asSigned' | 'changed' | 'precedingChanged'
  readonly reasons: readonly string[]
  readonly answered: boolean
  readonly sentence: string
  readonly attributedTo?: string
  readonly statement?: string
  readonly evidence: readonly Evidence[]
  readonly translation?: Translation
  readonly derivation?: Derivation
  /** The question, while the fact is queried. */
  readonly query?: {
    readonly question: string
    readonly by: string
    readonly addressee?: string
    readonly due?: string
  }
  /** The last answer, and who asked. */
  readonly answer?: { readonly text: string; readonly by: string; readonly asked?: string }
  /** Allegations: answers asked for, oldest first. */
  readonly responses?: readonly ResponseSought[]
  readonly signed?: {
    readonly by: string
    readonly at: string
    readonly status: SignedStatus
    readonly words: string
    readonly reason?: string
  }
}

/** A block as people and programs read it. */
export type BlockView = Pick<Block, 'role' | 'level' | 'cell' | 'picture' | 'text'>

/** A thread as programs read it: what was said, where it stands now, and in which block of the copy. */
export interface CommentView extends CommentThread {
  readonly place: CommentPlace
  /** The words that carry it now; `words` are those that it was made on. */
  readonly standing?: string
  readonly block?: number
}

export interface StoryView {
  readonly id: string
  readonly guid: string
  readonly stage: Stage
  readonly version: number
  readonly fields: Fields
  readonly blocks: readonly BlockView[]
  readonly facts: readonly FactView[]
  readonly comments: readonly CommentView[]
  /** Pending ones, in text order; absent in what was written before there were any. */
  readonly suggestions?: readonly Suggestion[]
  /** Who sent it back to its author, when and why, until it moves again. */
  readonly sentBack?: SentBack
  readonly updated: string
}

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

/** One thing that is wrong with a library on disk. */
export interface LibraryProblem {
  readonly path: string
  readonly what: string
  readonly safe: string
  /** What repairing does about it, or what a person has to do. */
  readonly action: string
  /** It was repaired. */
  readonly done?: true
}
/** A captured file that no story, history, source or kept version speaks of. */
export interface UnusedFile {
  /** Lower-case hex; its name in the folder “evidence”. */
  readonly sha256: string
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** ISO 8601 instant at which it was copied; more than a day ago. */
  readonly modified: string
}
export interface LibraryReport {
  /** Nothing is wrong, or everything that was is repaired. */
  readonly ok: boolean
  readonly problems: readonly LibraryProblem[]
  /** Absent: there are none, or something is wrong, and then nobody can say. */
  readonly unused?: readonly UnusedFile[]
}

/** One query of a story. Its number stays the same for good: the text message that carries it may be answered days later. */
export interface QueryView {
  readonly number: number
  readonly fact: string
  readonly words: string
  readonly question: string
  readonly by: string
  readonly at: string
  readonly addressee?: string
  readonly due?: string
  readonly open: boolean
  readonly answer?: string
}

/** Something that waits for one person, in any story. */
export interface QueueItem {
  readonly story: string
  readonly headline: string
  readonly kind: 'asked' | 'answered' | 'lapsed' | 'assigned' | 'sentBack'
  /** Absent for a story that is assigned or was sent back to the person. */
  readonly fact?: string
  /** The words of the fact, what is open in the story, or why it was sent back. */
  readonly words: string
  /** The question, the answer, why it lapsed, who sent it back and when. */
  readonly note: string
}

export interface SearchHit {
  readonly id: string
  readonly headline: string
  readonly snippet: string
}

/** A fact of any story that rests on a source. */
export interface RestingFact {
  readonly story: string
  readonly slug: string
  readonly headline: string
  readonly fact: string
  readonly words: string
  readonly status: FactStatus
  readonly locators: readonly string[]
}

/** A file that the library keeps by its content. */
export interface KeptFileFacts {
  /** Lower-case hex of the content's hash. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly kind: FileKind
  /** What the bytes are, whatever the file's name said. */
  readonly mediaType: string
  /** Pictures: pixels as they are stored. */
  readonly width?: number
  readonly height?: number
  /** Why it cannot be shown here, for people; it is kept all the same. */
  readonly trouble?: string
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

/** What a person saw when signing; the owner refuses when its own copy says otherwise. */
export interface SeenFact {
  readonly fact: string
  readonly words: string
  readonly sentence: string
}

/** What is said about a picture; what is absent stays as it is. */
export type PictureWords = Readonly<Partial<Record<PictureDetail, string>>>

/** A suggestion as the person saw it; the owner refuses when its own copy says otherwise. */
export interface SeenSuggestion {
  readonly id: string
  readonly inserted?: string
  readonly deleted?: string
}
export interface DecidedSuggestions {
  readonly decided: readonly string[]
  /** Facts that stand verified now: another person accepted the words that a checker had proposed for them. */
  readonly verified: readonly string[]
}

/** What the words that changed since the last publication suggest; absent: nothing changed, or more than one thing. */
export type CorrectionProposal = Partial<Pick<CorrectionNote, 'was' | 'is'>> & {
  /** Number of the version. */ readonly since?: number
}
/** A correction or clarification of a story. Without `kind` there is none, and `version` is the one that stands. */
export interface CorrectionView {
  readonly version: number
  readonly kind?: CorrectionKind
  /** Every version that is one, oldest first. */
  readonly versions: readonly number[]
  /** ISO 8601 instant of its publication. */
  readonly at?: string
  /** Versions that readers could see before it. */
  readonly published: readonly PublishedVersion[]
  /** Its record can be noted: the version is the one that stands. */
  readonly open: boolean
  readonly record?: CorrectionRecord
  readonly proposed: CorrectionProposal
  /** Where the wrong words went. `notice`: plain text to send, once a record is approved; `held`: why there is none then. */
  readonly destinations: readonly (Destination & { readonly notice?: string; readonly held?: string })[]
}

/** A backup that is complete, every file of it read back and found the same. */
export interface BackupMade {
  /** 1, 2, 3 … in its folder. */
  readonly number: number
  /** ISO 8601 instant. */
  readonly made: string
  /** Where it lies: the folder that was chosen, or one below it when that holds other things. */
  readonly folder: string
  readonly files: number
  /** Bytes of the library. */
  readonly size: number
  /** Bytes that had to be copied: what the backups before did not have. */
  readonly added: number
  /** What was wrong with a file in the library, or with tidying up, for people. */
  readonly notes: readonly string[]
}
/** Stories and captured files. */
export interface BackupProgress {
  readonly done: number
  readonly of: number
}
