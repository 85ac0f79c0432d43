/**
 * What people can ask of the newsroom: one entry per action, with the shape of its request and of its answer.
 * `newsroom` runs them, `ipc` parses them, the window and the command line send them.
 * Every request carries nothing about *who* asks: the process that owns the library knows that.
 */
import type { Block } from './copy'
import type { Untold } from './corrections'
import type { CorrectionKind, CorrectionNote, CorrectionRecord, Destination, PublishedVersion } from './correctionNote'
import type { Derivation } from './derivation'
import type { Assessment } from './assessment'
import type { CommentPlace, CommentThread } from './comment'
import type { Comparison, SinceSignature } from './comparison'
import type { ExportChoices, ExportFormat } from './exportFormat'
import type { ExportProfile } from './exportProfile'
import type { Evidence, FactStatus, FactType, SignedStatus } from './fact'
import type { FieldName, Fields } from './fields'
import type { Verdict } from './finding'
import type { FileKind } from './fileKind'
import type { LedgerEntry, ResponseSought, SentBack } from './ledger'
import type { PictureDetail } from './picture'
import type { LibrarySettings, Person, Role } from './roster'
import type { Source, SourceWords } from './source'
import type { Door, Stage, VersionKind } from './stages'
import type { Suggestion } from './suggestion'
import type { Transcript } from './transcript'
import type { Translation } from './translation'
import type { TrayEntry } from './tray'
import type { Timeline, VersionLine } from './versions'

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
  readonly query?: { readonly question: string; readonly by: string; readonly addressee?: string; readonly due?: string }
  /** The last answer, and who asked. */
  readonly answer?: { readonly text: string; readonly by: string; readonly asked?: string }
  /** Allegations: answers asked for, oldest first. */
  readonly responses?: readonly ResponseSought[]
  readonly signed?: { readonly by: string; readonly at: string; readonly status: SignedStatus; readonly words: string; readonly reason?: string }
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

export interface Loss { readonly what: string; readonly count: number; readonly example: string }
export interface Imported { readonly id: string; readonly headline: string; readonly losses: readonly Loss[] }
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
export interface FileToRead { readonly name: string; readonly bytes: Uint8Array; readonly job?: string }
/** The first story of a file, the others that it holds, and a sentence when the file is not what its name says. */
export type FromFile<T> = T & { readonly others?: readonly T[]; readonly note?: string }

export * from './exportFormat'

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

export interface SearchHit { readonly id: string; readonly headline: string; readonly snippet: string }

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
  readonly chain: { readonly whole: boolean; readonly entries: number; readonly head: string; readonly trouble?: string }
  readonly entries: readonly HistoryRecord[]
  /** Who was sent words that are corrected and was not told; absent: nobody. Of the whole story only. */
  readonly untold?: readonly Untold[]
}

/** What a person saw when signing; the owner refuses when its own copy says otherwise. */
export interface SeenFact { readonly fact: string; readonly words: string; readonly sentence: string }

/** What is said about a picture; what is absent stays as it is. */
export type PictureWords = Readonly<Partial<Record<PictureDetail, string>>>

/** A suggestion as the person saw it; the owner refuses when its own copy says otherwise. */
export interface SeenSuggestion { readonly id: string; readonly inserted?: string; readonly deleted?: string }
export interface DecidedSuggestions {
  readonly decided: readonly string[]
  /** Facts that stand verified now: another person accepted the words that a checker had proposed for them. */
  readonly verified: readonly string[]
}

/** What the words that changed since the last publication suggest; absent: nothing changed, or more than one thing. */
export type CorrectionProposal = Partial<Pick<CorrectionNote, 'was' | 'is'>> & { /** Number of the version. */ readonly since?: number }
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
  /** Where the wrong words went. `notice`: plain text to send, once a record is approved. */
  readonly destinations: readonly (Destination & { readonly notice?: string })[]
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
export interface BackupProgress { readonly done: number; readonly of: number }

export interface NewsroomActions {
  'story.create': { request: { readonly origin?: 'new' | 'sample' }; answer: { readonly id: string } }
  /** An alert: a headline and a slug, nothing else. */
  'story.alert': { request: { readonly headline: string; readonly slug: string }; answer: { readonly id: string } }
  'story.list': { request: { readonly stage?: Stage }; answer: readonly StorySummary[] }
  'story.show': { request: { readonly story: string }; answer: StoryView }
  'story.duplicate': { request: { readonly story: string }; answer: { readonly id: string } }
  /** What changed since the person who asks last completed legal's reading, and last cleared the story; newest first. */
  'story.sinceSigned': { request: { readonly story: string }; answer: readonly SinceSignature[] }
  'story.setField': { request: { readonly story: string; readonly field: FieldName; readonly value: unknown }; answer: { readonly fields: Fields } }
  'story.import': { request: FileToRead; answer: FromFile<Imported> }
  'story.previewImport': { request: FileToRead; answer: FromFile<ImportPreview> }
  'story.stopImport': { request: { readonly job: string }; answer: Record<string, never> }
  'story.move': { request: { readonly story: string; readonly to: Stage; readonly kind?: VersionKind; readonly reason?: string; readonly override?: string }; answer: { readonly stage: Stage; readonly version: number } }
  'story.gate': { request: { readonly story: string; readonly door: Door }; answer: Verdict }
  'story.export': { request: ExportRequest; answer: Exported }
  /** The same bytes, file name and verdict as 'story.export' would give, for the live preview: nothing is refused by the gate, logged or kept as a version. */
  'story.previewExport': { request: ExportRequest; answer: Exported }
  /** The name that the file of 'story.export' would have, marks included; nothing is written, refused by the gate or logged. */
  'story.exportName': { request: ExportRequest; answer: { readonly fileName: string } }
  /** The export that entry `entry` of the history notes, once more: the same bytes as long as all it rests on is as it was. */
  'story.exportAgain': { request: { readonly story: string; readonly entry: number; readonly saveAs?: string; readonly destination?: string }; answer: ExportedAgain }
  'story.history': { request: { readonly story: string }; answer: readonly LedgerEntry[] }
  /** The history of a story, or of one fact, as it may leave the desk: sealed, and without what legal wrote. */
  'story.exportHistory': { request: { readonly story: string; readonly fact?: string }; answer: ExportedHistory }
  'story.search': { request: { readonly query: string; readonly limit?: number }; answer: readonly SearchHit[] }
  'version.list': { request: { readonly story: string }; answer: Timeline }
  'version.show': { request: { readonly story: string; readonly n: number }; answer: StoryView }
  /** Keeps the story as it stands, under a name; it is never thinned. */
  'version.keep': { request: { readonly story: string; readonly name: string }; answer: VersionLine }
  /** Absent `to`: the copy as it stands now. */
  'version.compare': { request: { readonly story: string; readonly from: number; readonly to?: number }; answer: Comparison }
  /**
   * Puts the words of a version back as a new edit: facts keep their ids and are what the words make of them. With `fields`
   * also what stands in the fields. `mark` names the edit in the event that tells of it, so that a window can undo it.
   */
  'version.restore': {
    request: { readonly story: string; readonly n: number; readonly fields?: boolean; readonly mark?: string }
    answer: { readonly kept: number; readonly facts: Partial<Record<FactStatus, number>>; readonly fields: readonly FieldName[] }
  }
  /** Brings back what a window saved elsewhere while the library could not be written: merged into its story. */
  'story.bringBack': { request: { readonly bytes: Uint8Array }; answer: { readonly story: string; readonly characters: number } }
  'tray.list': { request: { readonly story: string }; answer: readonly TrayEntry[] }
  'tray.putBack': { request: { readonly story: string; readonly ref: string; readonly mark?: string }; answer: Record<string, never> }
  'tray.letGo': { request: { readonly story: string; readonly ref: string }; answer: Record<string, never> }
  'copy.replace': { request: { readonly story: string; readonly replace: string; readonly with: string; /** 1-based; absent: the text must occur exactly once. */ readonly nth?: number }; answer: { readonly replaced: number } }
  /** On words: `place` as a person saw them (refused when they changed), or exact text `on`, its `nth` place. Neither: on the story. */
  'comment.add': {
    request: {
      readonly story: string; readonly text: string; readonly on?: string; readonly nth?: number
      readonly place?: { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
      readonly mustFix?: boolean; readonly assignee?: string
    }
    answer: { readonly id: string }
  }
  /** Puts a comment whose words are gone on other words, given as with `comment.add`. `mark` as with `version.restore`. */
  'comment.place': {
    request: {
      readonly story: string; readonly comment: string; readonly on?: string; readonly nth?: number
      readonly place?: { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
      readonly mark?: string
    }
    answer: { readonly words: string }
  }
  'comment.reply': { request: { readonly story: string; readonly comment: string; readonly text: string }; answer: Record<string, never> }
  'comment.change': { request: { readonly story: string; readonly comment: string; readonly mustFix?: boolean; readonly assignee?: string; readonly resolved?: boolean }; answer: Record<string, never> }
  /** Puts a kept picture (its file's hash) after the block at index `after` of the copy, or at its end; answers the index of its cutline. */
  'picture.add': { request: { readonly story: string; readonly file: string; readonly after?: number; readonly cutline?: string } & PictureWords; answer: { readonly block: number } }
  /** `nth`: 1-based among the story's pictures; absent: it has exactly one. */
  'picture.describe': { request: { readonly story: string; readonly nth?: number } & PictureWords; answer: { readonly block: number } }
  'fact.tag': { request: { readonly story: string; readonly text: string; readonly type: FactType; readonly nth?: number; readonly attributedTo?: string; readonly statement?: string }; answer: { readonly id: string } }
  'fact.untag': { request: { readonly story: string; readonly fact: string; readonly reason: string }; answer: Record<string, never> }
  'fact.retag': { request: { readonly story: string; readonly fact: string; readonly block: number; readonly from: number; readonly to: number }; answer: Record<string, never> }
  'fact.retype': { request: { readonly story: string; readonly fact: string; readonly type: FactType; readonly reason?: string }; answer: Record<string, never> }
  'fact.describe': { request: { readonly story: string; readonly fact: string; readonly statement?: string; readonly attributedTo?: string }; answer: Record<string, never> }
  'fact.sign': { request: { readonly story: string; readonly status: SignedStatus; readonly reason?: string } & Partial<Pick<SeenFact, 'words' | 'sentence'>> & {
      readonly fact: string; readonly evidence?: Omit<Evidence, 'id'>
      /** Queries: who is asked, and until when. */
      readonly addressee?: string; readonly due?: string
      /** Other places of the same statement that the person saw: signed the same way, with the same backup. */
      readonly echoes?: readonly SeenFact[]
      /** With “wrong”: the right words, as a suggestion. */
      readonly proposed?: string
    }; answer: { readonly entry: number; readonly suggestion?: string } }
  'fact.withdraw': { request: { readonly story: string; readonly fact: string }; answer: Record<string, never> }
  'fact.answer': { request: { readonly story: string; readonly fact: string; readonly text: string }; answer: Record<string, never> }
  /** Notes what was said in another language, or takes the note away. */
  'fact.translate': { request: { readonly story: string; readonly fact: string; readonly translation?: Translation }; answer: Record<string, never> }
  /** Notes how a figure was worked out, or takes the note away. */
  'fact.derive': { request: { readonly story: string; readonly fact: string; readonly derivation?: Derivation }; answer: { readonly agrees: boolean; readonly shown: string } }
  /** Signs again, as it was, what this person signed and what only lapsed around the words. */
  'fact.signAgain': { request: { readonly story: string; readonly facts: readonly SeenFact[] }; answer: { readonly signed: readonly string[] } }
  /** The queries of a story, and the open ones as plain text for a message; `addressee`: only theirs. */
  'query.list': { request: { readonly story: string; readonly addressee?: string }; answer: { readonly queries: readonly QueryView[]; readonly text: string } }
  /** Reads numbered answers out of a pasted text and files them. `preview`: only says what would be filed. */
  'query.answers': { request: { readonly story: string; readonly text: string; readonly preview?: boolean }; answer: { readonly answered: readonly { readonly number: number; readonly fact: string; readonly text: string }[]; readonly unmatched: readonly string[] } }
  /** A kept file read as a transcript; nothing when it is none. `name`: as the evidence has it. */
  'transcript.read': { request: { readonly sha256: string; readonly name?: string }; answer: { readonly transcript?: Transcript } }
  'desk.queue': { request: Record<string, never>; answer: readonly QueueItem[] }
  'fact.addEvidence': { request: { readonly story: string; readonly fact: string; readonly evidence: Omit<Evidence, 'id'> }; answer: { readonly id: string } }
  'fact.removeEvidence': { request: { readonly story: string; readonly fact: string; readonly evidence: string }; answer: Record<string, never> }
  'fact.acceptContext': { request: { readonly story: string; readonly facts: readonly SeenFact[] }; answer: { readonly accepted: readonly string[] } }
  /** Notes that an answer was sought from whom an allegation is about; `reply` is '' while it is awaited. */
  'fact.response': { request: { readonly story: string; readonly fact: string } & ResponseSought; answer: Record<string, never> }
  /** What a version of a story corrects, and where the wrong words went. Absent `version`: the last one that is a correction. */
  'correction.show': { request: { readonly story: string; readonly version?: number }; answer: CorrectionView }
  /** Records what the version corrects; what is absent is as in the record before, or as proposed. `since`: number of the version. `approved`: the one who asks was entitled to. */
  'correction.note': {
    request: { readonly story: string; readonly since?: number } & Partial<Pick<CorrectionNote, 'was' | 'is' | 'cause' | 'publicText'>>
    answer: { readonly entry: number; readonly approved: boolean }
  }
  /** A destination was told of the correction; `undo`: it was not, after all. */
  'correction.told': { request: { readonly story: string; readonly version?: number; readonly destination: string; readonly how?: string; readonly undo?: boolean }; answer: Record<string, never> }
  'suggestion.list': { request: { readonly story: string }; answer: readonly Suggestion[] }
  /** Proposes `with` in place of exact text of the standing copy. */
  'suggestion.propose': { request: { readonly story: string; readonly replace: string; readonly with: string; readonly nth?: number }; answer: { readonly id: string } }
  'suggestion.accept': { request: { readonly story: string; readonly suggestions: readonly SeenSuggestion[] }; answer: DecidedSuggestions }
  'suggestion.reject': { request: { readonly story: string; readonly suggestions: readonly SeenSuggestion[] }; answer: DecidedSuggestions }
  'finding.override': { request: { readonly story: string; readonly rule: string; readonly key: string; readonly reason: string }; answer: Record<string, never> }
  'finding.dismiss': { request: { readonly story: string; readonly rule: string; readonly key: string; readonly reason?: string }; answer: Record<string, never> }
  /** Files come in pieces, so that one of any size can be stopped half-way; until `file.keep` nothing of it is in the library. `intake` names the copying. */
  'file.begin': { request: { readonly name: string; /** Bytes, when known. */ readonly size?: number }; answer: { readonly intake: string } }
  'file.write': { request: { readonly intake: string; readonly bytes: Uint8Array }; answer: { /** Bytes taken so far. */ readonly size: number } }
  'file.keep': { request: { readonly intake: string }; answer: KeptFileFacts & { readonly name: string } }
  'file.drop': { request: { readonly intake: string }; answer: Record<string, never> }
  'file.describe': { request: { readonly sha256: string; /** As the evidence names it: tells Markdown from text. */ readonly name?: string }; answer: KeptFileFacts }
  /** Names and values that a camera wrote into a picture. */
  'file.cameraData': { request: { readonly sha256: string }; answer: { readonly entries: readonly (readonly [string, string])[] } }
  'source.add': { request: Pick<SourceWords, 'name' | 'kind'> & Partial<SourceWords>; answer: { readonly id: string } }
  /** `reason`: needed for what weakens the protection of a source. The answer is sealed when the source is protected. */
  'source.edit': { request: { readonly source: string; readonly reason?: string } & Partial<SourceWords>; answer: Source }
  'source.merge': { request: { readonly source: string; readonly into: string }; answer: Record<string, never> }
  'source.destroy': { request: { readonly source: string; readonly reason: string }; answer: Record<string, never> }
  'source.facts': { request: { readonly source: string }; answer: readonly RestingFact[] }
  /** Protected sources are sealed: "Source A", without aliases and contact. */
  'source.list': { request: Record<string, never>; answer: readonly Source[] }
  'roster.add': { request: { readonly name: string; readonly role?: Role }; answer: { readonly roster: readonly Person[] } }
  /** The library's presets, by name. */
  'profile.list': { request: Record<string, never>; answer: readonly ExportProfile[] }
  /** Keeps a preset under its name. `was`: the name of the one that it replaces, so that it can be renamed; absent: a new one, or the one of that name anew. */
  'profile.save': { request: { readonly profile: ExportProfile; readonly was?: string }; answer: readonly ExportProfile[] }
  'profile.remove': { request: { readonly name: string }; answer: readonly ExportProfile[] }
  /** Gives the person who asks a PIN, or another one; `was`: the one until now. The PIN itself is kept nowhere. */
  'pin.set': { request: { readonly pin: string; readonly was?: string }; answer: { readonly roster: readonly Person[] } }
  /** Takes away one's own PIN (`was`), or, as an editor, that of somebody who forgot it. */
  'pin.remove': { request: { readonly person: string; readonly was?: string }; answer: { readonly roster: readonly Person[] } }
  'roster.list': { request: Record<string, never>; answer: readonly Person[] }
  /** Checks every file of the library; `repair` also mends what can be. */
  'library.doctor': { request: { readonly repair?: boolean }; answer: LibraryReport }
  /** Removes the captured files that nothing speaks of, for good; refused while anything is wrong with the library. */
  'library.tidy': { request: Record<string, never>; answer: { readonly removed: readonly UnusedFile[] } }
  /** Copies the library into a folder. `make`, `known`: see BackUpRequest of the store. */
  'library.backUp': { request: { readonly to: string; readonly make?: boolean; readonly known?: boolean }; answer: BackupMade }
  /** The library's own ledger: who changed the roster and the source book. */
  'library.history': { request: Record<string, never>; answer: readonly LedgerEntry[] }
  'library.settings': { request: { readonly deskOfOne?: boolean; /** Bytes of versions per story. */ readonly historyLimit?: number }; answer: LibrarySettings }
}

export type ActionName = keyof NewsroomActions
export type RequestOf<A extends ActionName> = NewsroomActions[A]['request']
export type AnswerOf<A extends ActionName> = NewsroomActions[A]['answer']

/** Actions that change nothing; they also run in a library that another process owns or that is read-only. */
export const READING_ACTIONS: ReadonlySet<ActionName> = new Set<ActionName>([
  'query.list', 'desk.queue', 'transcript.read', 'suggestion.list', 'correction.show',
  'story.list', 'story.show', 'story.sinceSigned', 'story.gate', 'story.history', 'story.exportHistory', 'story.search', 'story.previewImport', 'story.stopImport', 'story.previewExport', 'story.exportName', 'profile.list', 'source.list', 'source.facts',
  'version.list', 'version.show', 'version.compare', 'tray.list',
  'roster.list', 'file.describe', 'file.cameraData', 'library.history', 'library.doctor'
])

/** Why something was not done. `refused`: a rule said no (exit 3). `usage`: the request made no sense (1). `failed`: trouble outside (2). */
export class NewsroomError extends Error {
  override readonly name = 'NewsroomError'
  constructor(
    readonly reason: 'usage' | 'failed' | 'refused',
    message: string,
    readonly verdict?: Verdict
  ) {
    super(message)
  }
}

export type { Assessment }
