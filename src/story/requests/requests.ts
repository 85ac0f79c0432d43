/**
 * The requests that people can make of the newsroom: one entry per action, with the shapes of request and answer.
 * `newsroom` runs them, `ipc` parses them, the window and the command line send them. A request does not say *who*
 * asks: the process that owns the library knows that.
 */
import type {
  StorySummary,
  StoryView,
  QueryView,
  QueueItem,
  SearchHit,
  RestingFact,
  SeenFact,
  PictureWords,
  SeenSuggestion,
  DecidedSuggestions,
  CorrectionView,
} from './storyAnswers'
import type {
  Imported,
  ImportPreview,
  FileToRead,
  FromFile,
  ExportRequest,
  Exported,
  ExportedAgain,
  ExportedHistory,
} from './exchangeAnswers'
import type { UnusedFile, LibraryReport, KeptFileFacts, BackupMade } from './libraryAnswers'
import type { CorrectionNote } from '../ledger/correctionNote'
import type { Derivation } from '../ledger/derivation'
import type { Assessment } from '../assessment/assessment'
import type { CapturedText, FoundPlace } from '../assessment/capturedText'
import type { Comparison, SinceSignature } from './comparison'
import type { ExportProfile } from '../desk/exportProfile'
import type { Evidence, FactStatus, FactType, SignedStatus } from '../ledger/fact'
import type { FieldName, Fields } from '../ledger/fields'
import type { Verdict } from '../assessment/finding'
import type { TrustLoss } from '../ledger/loss'
import type { LedgerEntry, ResponseSought } from '../ledger/ledgerEntry'
import type { DeskWord, DeskWords, GivenWord, WordList } from '../desk/deskWords'
import type { LibrarySettings, Person, Role } from '../desk/roster'
import type { Source, SourceWords } from '../desk/source'
import type { Door, Stage, VersionKind } from '../ledger/stages'
import type { Suggestion } from '../copy/suggestion'
import type { Transcript } from '../assessment/transcript'
import type { Translation } from '../ledger/translation'
import type { TrayEntry } from './tray'
import type { Timeline, SnapshotLine } from './snapshotLine'

export * from './storyAnswers'
export * from './exchangeAnswers'
export * from './libraryAnswers'
export * from '../desk/exportFormat'

export interface NewsroomActions {
  'story.create': { request: { readonly origin?: 'new' | 'sample' }; answer: { readonly id: string } }
  /** An alert: a headline and a slug, nothing else. */
  'story.alert': { request: { readonly headline: string; readonly slug: string }; answer: { readonly id: string } }
  'story.list': { request: { readonly stage?: Stage }; answer: readonly StorySummary[] }
  'story.show': { request: { readonly story: string }; answer: StoryView }
  'story.duplicate': { request: { readonly story: string }; answer: { readonly id: string } }
  /** The changes since the asking person last completed legal's reading and last cleared the story; newest first. */
  'story.sinceSigned': { request: { readonly story: string }; answer: readonly SinceSignature[] }
  'story.setField': {
    /** `seen`: legal's signature only. Hash of what legal read (`StoryView.legalText`). */
    request: { readonly story: string; readonly field: FieldName; readonly value: unknown; readonly seen?: string }
    answer: { readonly fields: Fields }
  }
  /** Strikes a name that came into author or byline by mistake. */
  'story.strikeByline': {
    request: { readonly story: string; readonly name: string; readonly reason: string }
    answer: { readonly fields: Fields }
  }
  'story.import': { request: FileToRead; answer: FromFile<Imported> }
  'story.previewImport': { request: FileToRead; answer: FromFile<ImportPreview> }
  'story.stopImport': { request: { readonly job: string }; answer: Record<string, never> }
  'story.move': {
    request: {
      readonly story: string
      readonly to: Stage
      readonly kind?: VersionKind
      readonly reason?: string
      readonly override?: string
      /** Needed with `override` if anything blocks: hash of the blocks that the person saw (`Verdict.seen`). */
      readonly seen?: string
    }
    answer: { readonly stage: Stage; readonly version: number }
  }
  /**
   * A named editor accepts what the story lost. `losses`: keys of all open losses, as the person saw them (lossKey).
   * The story opens again; facts that nobody signs afterwards stay re-check.
   */
  'story.acceptLoss': {
    request: { readonly story: string; readonly losses: readonly string[]; readonly reason: string }
    answer: { readonly accepted: readonly TrustLoss[] }
  }
  'story.gate': { request: { readonly story: string; readonly door: Door }; answer: Verdict }
  'story.export': { request: ExportRequest; answer: Exported }
  /**
   * The bytes, file name and verdict of 'story.export', for the live preview. The gate refuses nothing; nothing is
   * logged or kept.
   */
  'story.previewExport': { request: ExportRequest; answer: Exported }
  /** The file name of 'story.export', with marks. Nothing is written, refused or logged. */
  'story.exportName': { request: ExportRequest; answer: { readonly fileName: string } }
  /** Repeats the export of entry `entry`. The bytes are the same if nothing they depend on has changed. */
  'story.exportAgain': {
    request: { readonly story: string; readonly entry: number; readonly saveAs?: string; readonly destination?: string }
    answer: ExportedAgain
  }
  /** Records that the export of entry `entry` could not be written, and why. */
  'story.exportFailed': {
    request: { readonly story: string; readonly entry: number; readonly reason: string }
    answer: Record<string, never>
  }
  'story.history': { request: { readonly story: string }; answer: readonly LedgerEntry[] }
  /** The history of a story or a fact as it may leave the desk: sealed, without legal's text. */
  'story.exportHistory': { request: { readonly story: string; readonly fact?: string }; answer: ExportedHistory }
  'story.search': { request: { readonly query: string; readonly limit?: number }; answer: readonly SearchHit[] }
  'version.list': { request: { readonly story: string }; answer: Timeline }
  'version.show': { request: { readonly story: string; readonly n: number }; answer: StoryView }
  /** Keeps a snapshot of the story under a name. It is never thinned out. */
  'version.keep': { request: { readonly story: string; readonly name: string }; answer: SnapshotLine }
  /** Absent `to`: the current copy. */
  'version.compare': {
    request: { readonly story: string; readonly from: number; readonly to?: number }
    answer: Comparison
  }
  /**
   * Restores the words of a snapshot as a new edit: facts keep their ids and are assessed on the new words. `fields`:
   * restores the fields too. `mark` names the edit in its event, so that a window can undo it.
   */
  'version.restore': {
    request: { readonly story: string; readonly n: number; readonly fields?: boolean; readonly mark?: string }
    answer: {
      readonly kept: number
      readonly facts: Partial<Record<FactStatus, number>>
      readonly fields: readonly FieldName[]
      /** Direction overrides that did not come back. */
      readonly leftOut?: number
    }
  }
  /** Brings back what a window saved elsewhere while the library could not be written: merged into its story. */
  'story.bringBack': {
    request: { readonly bytes: Uint8Array }
    answer: { readonly story: string; readonly characters: number }
  }
  'tray.list': { request: { readonly story: string }; answer: readonly TrayEntry[] }
  'tray.putBack': {
    request: { readonly story: string; readonly ref: string; readonly mark?: string }
    /** `leftOut`: direction overrides that did not come back. */
    answer: { readonly leftOut?: number }
  }
  'tray.letGo': { request: { readonly story: string; readonly ref: string }; answer: Record<string, never> }
  'copy.replace': {
    request: {
      readonly story: string
      readonly replace: string
      readonly with: string
      /** 1-based; absent: the text must occur exactly once. */ readonly nth?: number
    }
    answer: { readonly replaced: number }
  }
  /** Takes direction overrides (U+202A to U+202E) out of copy, picture details and fields. `dropped`: how many. */
  'copy.dropOverrides': { request: { readonly story: string }; answer: { readonly dropped: number } }
  /**
   * On words: `place` as the person saw it (refused if it changed), or the `nth` place of the exact text `on`. Without
   * both: on the story.
   */
  'comment.add': {
    request: {
      readonly story: string
      readonly text: string
      readonly on?: string
      readonly nth?: number
      readonly place?: { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
      readonly mustFix?: boolean
      readonly assignee?: string
    }
    answer: { readonly id: string }
  }
  /** Moves a comment whose words are gone to other words, given as in `comment.add`. `mark` as in `version.restore`. */
  'comment.place': {
    request: {
      readonly story: string
      readonly comment: string
      readonly on?: string
      readonly nth?: number
      readonly place?: { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
      readonly mark?: string
    }
    answer: { readonly words: string }
  }
  'comment.reply': {
    request: { readonly story: string; readonly comment: string; readonly text: string }
    answer: Record<string, never>
  }
  'comment.change': {
    request: {
      readonly story: string
      readonly comment: string
      readonly mustFix?: boolean
      readonly assignee?: string
      readonly resolved?: boolean
    }
    answer: Record<string, never>
  }
  /**
   * Inserts a captured picture (by its file's hash) after block `after` of the copy, or at its end. Returns the index
   * of its cutline.
   */
  'picture.add': {
    request: {
      readonly story: string
      readonly file: string
      readonly after?: number
      readonly cutline?: string
    } & PictureWords
    answer: { readonly block: number }
  }
  /** `nth`: 1-based among the story's pictures. Absent: the story has exactly one. */
  'picture.describe': {
    request: { readonly story: string; readonly nth?: number } & PictureWords
    answer: { readonly block: number }
  }
  'fact.tag': {
    request: {
      readonly story: string
      readonly text: string
      readonly type: FactType
      readonly nth?: number
      readonly attributedTo?: string
      readonly statement?: string
    }
    answer: { readonly id: string }
  }
  'fact.untag': {
    request: { readonly story: string; readonly fact: string; readonly reason: string }
    answer: Record<string, never>
  }
  'fact.retag': {
    request: {
      readonly story: string
      readonly fact: string
      readonly block: number
      readonly from: number
      readonly to: number
    }
    answer: Record<string, never>
  }
  'fact.retype': {
    request: { readonly story: string; readonly fact: string; readonly type: FactType; readonly reason?: string }
    answer: Record<string, never>
  }
  'fact.describe': {
    request: {
      readonly story: string
      readonly fact: string
      readonly statement?: string
      readonly attributedTo?: string
    }
    answer: Record<string, never>
  }
  'fact.sign': {
    request: SeenFact & { readonly story: string; readonly status: SignedStatus; readonly reason?: string } & {
      /** An act that adds evidence signs the view seen and exactly this. */
      readonly evidence?: Omit<Evidence, 'id'>
      /** Queries: addressee and due date. */
      readonly addressee?: string
      readonly due?: string
      /** Other places of the same statement that the person saw. They get the same verdict and evidence. */
      readonly echoes?: readonly SeenFact[]
      /** With “wrong”: the right words, as a suggestion. */
      readonly proposed?: string
    }
    answer: { readonly entry: number; readonly suggestion?: string }
  }
  'fact.withdraw': {
    request: { readonly story: string; readonly fact: string; readonly reason: string }
    answer: Record<string, never>
  }
  /**
   * Looks for the words of a fact in what this source captured for the story. `why`: one sentence that says why no
   * place can be offered; then `places` is empty.
   */
  'fact.find': {
    request: { readonly story: string; readonly fact: string; readonly source: string }
    answer: {
      readonly sought: string
      readonly places: readonly FoundPlace[]
      readonly why?: string
      /** A person's locator would not help: the fact needs another verdict, or the source says otherwise. */
      readonly refused?: true
    }
  }
  'fact.answer': {
    request: { readonly story: string; readonly fact: string; readonly text: string }
    answer: Record<string, never>
  }
  /** Records the original of a translated quote, or removes it. */
  'fact.translate': {
    request: { readonly story: string; readonly fact: string; readonly translation?: Translation }
    answer: Record<string, never>
  }
  /** Records how a figure was derived, or removes it. */
  'fact.derive': {
    request: { readonly story: string; readonly fact: string; readonly derivation?: Derivation }
    answer: { readonly agrees: boolean; readonly shown: string }
  }
  /** Repeats this person's signatures on facts that lapsed only by their context. */
  'fact.signAgain': {
    request: { readonly story: string; readonly facts: readonly SeenFact[] }
    answer: { readonly signed: readonly string[] }
  }
  /** The queries of a story, and the open ones as plain text for a message. `addressee`: only that person's. */
  'query.list': {
    request: { readonly story: string; readonly addressee?: string }
    answer: { readonly queries: readonly QueryView[]; readonly text: string }
  }
  /** Reads numbered answers from a pasted text and files them. `preview`: only reports what it would file. */
  'query.answers': {
    request: { readonly story: string; readonly text: string; readonly preview?: boolean }
    answer: {
      readonly answered: readonly { readonly number: number; readonly fact: string; readonly text: string }[]
      readonly unmatched: readonly string[]
    }
  }
  /** Reads a captured file as a transcript. Absent if it is not one. `name`: its name in the evidence. */
  'transcript.read': {
    request: { readonly sha256: string; readonly name?: string }
    answer: { readonly transcript?: Transcript }
  }
  /** The words of a captured file, for the eyes. `name`: its name in the evidence. Absent if it holds no words. */
  'file.text': {
    request: { readonly sha256: string; readonly name?: string }
    answer: { readonly text?: CapturedText; /** The text is longer. */ readonly shortened?: boolean }
  }
  'desk.queue': { request: Record<string, never>; answer: readonly QueueItem[] }
  'fact.addEvidence': {
    request: { readonly story: string; readonly fact: string; readonly evidence: Omit<Evidence, 'id'> }
    answer: { readonly id: string }
  }
  'fact.removeEvidence': {
    request: { readonly story: string; readonly fact: string; readonly evidence: string }
    answer: Record<string, never>
  }
  'fact.acceptContext': {
    request: { readonly story: string; readonly facts: readonly SeenFact[] }
    answer: { readonly accepted: readonly string[] }
  }
  /** Records that a response was sought from the subject of an allegation. `reply` is '' while it is awaited. */
  'fact.response': {
    request: { readonly story: string; readonly fact: string } & ResponseSought
    answer: Record<string, never>
  }
  /** What a version corrects, and where the wrong words went. Absent `version`: the last correction. */
  'correction.show': { request: { readonly story: string; readonly version?: number }; answer: CorrectionView }
  /**
   * Records what the version corrects. Absent values come from the record before, or from the proposal. `since`: number
   * of the version. `approved`: the asking person may approve it.
   */
  'correction.note': {
    request: { readonly story: string; readonly since?: number } & Partial<
      Pick<CorrectionNote, 'was' | 'is' | 'cause' | 'publicText'>
    >
    answer: { readonly entry: number; readonly approved: boolean }
  }
  /**
   * Records that a destination was told of the correction. `undo`: it was not. `entry`: which export, if several have
   * this destination.
   */
  'correction.told': {
    request: {
      readonly story: string
      readonly version?: number
      readonly destination: string
      readonly entry?: number
      readonly how?: string
      readonly undo?: boolean
    }
    answer: Record<string, never>
  }
  'suggestion.list': { request: { readonly story: string }; answer: readonly Suggestion[] }
  /** Proposes `with` in place of exact text of the standing copy. */
  'suggestion.propose': {
    request: { readonly story: string; readonly replace: string; readonly with: string; readonly nth?: number }
    answer: { readonly id: string }
  }
  'suggestion.accept': {
    request: { readonly story: string; readonly suggestions: readonly SeenSuggestion[] }
    answer: DecidedSuggestions
  }
  'suggestion.reject': {
    request: { readonly story: string; readonly suggestions: readonly SeenSuggestion[] }
    answer: DecidedSuggestions
  }
  /** `seen`: hash of the finding that the person had before them (story/assessment/seenFinding.ts). */
  'finding.override': {
    request: {
      readonly story: string
      readonly rule: string
      readonly key: string
      readonly seen: string
      readonly reason: string
    }
    answer: Record<string, never>
  }
  'finding.dismiss': {
    request: {
      readonly story: string
      readonly rule: string
      readonly key: string
      readonly seen: string
      readonly reason?: string
    }
    answer: Record<string, never>
  }
  /**
   * Files arrive in pieces, so that one of any size can be stopped. Before `file.keep` nothing is in the library.
   * `intake` names the transfer.
   */
  'file.begin': {
    request: { readonly name: string; /** Bytes, when known. */ readonly size?: number }
    answer: { readonly intake: string }
  }
  'file.write': {
    request: { readonly intake: string; readonly bytes: Uint8Array }
    answer: { /** Bytes taken so far. */ readonly size: number }
  }
  'file.keep': { request: { readonly intake: string }; answer: KeptFileFacts & { readonly name: string } }
  'file.drop': { request: { readonly intake: string }; answer: Record<string, never> }
  'file.describe': {
    request: {
      readonly sha256: string
      /** The name in the evidence. It distinguishes Markdown from text. */ readonly name?: string
    }
    answer: KeptFileFacts
  }
  /** Names and values that the camera wrote into a picture. */
  'file.cameraData': {
    request: { readonly sha256: string }
    answer: { readonly entries: readonly (readonly [string, string])[] }
  }
  'source.add': { request: Pick<SourceWords, 'name' | 'kind'> & Partial<SourceWords>; answer: { readonly id: string } }
  /**
   * `reason`: required if the change weakens the protection of a source. The answer for a protected source is sealed.
   */
  'source.edit': {
    /** `spelling`: an editor logs the change of the name as one of spelling, with a reason. Nothing else changes. */
    request: { readonly source: string; readonly reason?: string; readonly spelling?: boolean } & Partial<SourceWords>
    answer: Source
  }
  'source.merge': { request: { readonly source: string; readonly into: string }; answer: Record<string, never> }
  'source.destroy': { request: { readonly source: string; readonly reason: string }; answer: Record<string, never> }
  'source.facts': { request: { readonly source: string }; answer: readonly RestingFact[] }
  /** Protected sources are sealed: "Source A", without aliases and contact. */
  'source.list': { request: Record<string, never>; answer: readonly Source[] }
  'roster.add': {
    request: { readonly name: string; readonly role?: Role }
    answer: { readonly roster: readonly Person[] }
  }
  /** The library's presets, by name. */
  'profile.list': { request: Record<string, never>; answer: readonly ExportProfile[] }
  /**
   * Saves a preset. `was`: the name of the preset it replaces, for renaming. Absent: a new one, or the one of the same
   * name.
   */
  'profile.save': {
    request: { readonly profile: ExportProfile; readonly was?: string }
    answer: readonly ExportProfile[]
  }
  'profile.remove': { request: { readonly name: string }; answer: readonly ExportProfile[] }
  /**
   * Sets the asking person's PIN. `was`: the current one. `code`: the one-time code of an editor, for a first PIN after
   * the library's first. The library's first PIN is an editor's; its answer has the recovery words, once.
   */
  'pin.set': {
    request: { readonly pin: string; readonly was?: string; readonly code?: string }
    answer: { readonly roster: readonly Person[]; readonly words?: string }
  }
  /** Sets another PIN with the recovery words. Needs no PIN. */
  'pin.recover': {
    request: { readonly words: string; readonly pin: string }
    answer: { readonly roster: readonly Person[] }
  }
  /** Removes the person's own PIN (`was`). */
  'pin.remove': { request: { readonly was?: string }; answer: { readonly roster: readonly Person[] } }
  /** An editor's one-time code with which a person sets their first PIN. It is shown once. */
  'pin.invite': { request: { readonly person: string }; answer: { readonly code: string } }
  /** An editor takes a forgotten PIN away. The answer has the one-time code for another. */
  'pin.reset': {
    request: { readonly person: string }
    answer: { readonly roster: readonly Person[]; readonly code: string }
  }
  'roster.list': { request: Record<string, never>; answer: readonly Person[] }
  /** Checks every file of the library. `repair`: also repairs what it can. */
  'library.doctor': { request: { readonly repair?: boolean }; answer: LibraryReport }
  /** Deletes captured files that nothing names. Refused while anything is wrong with the library. */
  'library.tidy': { request: Record<string, never>; answer: { readonly removed: readonly UnusedFile[] } }
  /** Copies the library into a folder. `make`, `known`: see BackUpRequest of the store. */
  'library.backUp': {
    request: { readonly to: string; readonly make?: boolean; readonly known?: boolean }
    answer: BackupMade
  }
  /** The library's own ledger: changes of the roster and the source book. */
  'library.history': { request: Record<string, never>; answer: readonly LedgerEntry[] }
  /** What the library lost and nobody has accepted. Not empty: every story is closed. */
  'library.losses': { request: Record<string, never>; answer: readonly TrustLoss[] }
  /** The same as story.acceptLoss for the library. Both copies of each small file are written from what is known. */
  'library.acceptLoss': {
    request: { readonly losses: readonly string[]; readonly reason: string }
    answer: { readonly accepted: readonly TrustLoss[] }
  }
  /** Words that the desk taught the checks, oldest first. */
  'words.list': { request: { readonly list?: WordList }; answer: DeskWords }
  'words.add': { request: GivenWord; answer: { readonly word: DeskWord } }
  /** `word`: its id, or its words if they are on one list only. */
  'words.remove': { request: { readonly word: string }; answer: { readonly word: DeskWord } }
  /** What a word would do in a sentence. `finds`, `already`: words of the sentence, with it and without it. */
  'words.try': {
    request: Omit<GivenWord, 'source'> & { readonly sentence: string }
    answer: { readonly finds: readonly string[]; readonly already: readonly string[] }
  }
  'library.settings': {
    request: { readonly deskOfOne?: boolean; /** Bytes of versions per story. */ readonly historyLimit?: number }
    answer: LibrarySettings
  }
}

export type ActionName = keyof NewsroomActions
export type RequestOf<A extends ActionName> = NewsroomActions[A]['request']
export type AnswerOf<A extends ActionName> = NewsroomActions[A]['answer']

/** Actions that change nothing. They also run in a library that is read-only or owned by another process. */
export const READING_ACTIONS: ReadonlySet<ActionName> = new Set<ActionName>([
  'query.list',
  'desk.queue',
  'transcript.read',
  'fact.find',
  'file.text',
  'suggestion.list',
  'correction.show',
  'story.list',
  'story.show',
  'story.sinceSigned',
  'story.gate',
  'story.history',
  'story.exportHistory',
  'story.search',
  'story.previewImport',
  'story.stopImport',
  'story.previewExport',
  'story.exportName',
  'profile.list',
  'source.list',
  'source.facts',
  'version.list',
  'version.show',
  'version.compare',
  'tray.list',
  'roster.list',
  'file.describe',
  'file.cameraData',
  'library.history',
  'library.doctor',
  'library.losses',
  'words.list',
  'words.try',
])

/**
 * Why a request failed. `refused`: a rule (exit 3). `usage`: the request makes no sense (1). `failed`: an outside error
 * (2).
 */
export class NewsroomError extends Error {
  override readonly name = 'NewsroomError'
  constructor(
    readonly reason: 'usage' | 'failed' | 'refused',
    message: string,
    readonly verdict?: Verdict,
  ) {
    super(message)
  }
}

export type { Assessment }
