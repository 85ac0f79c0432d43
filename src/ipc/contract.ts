/**
 * The one contract between the window and main: channels, their requests and answers, and the events that main sends.
 * Parsers for every message are in parsers.ts; nothing unparsed is acted on.
 */
import type { ExportProfile } from '../story/desk/exportProfile'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type {
  ActionName,
  AnswerOf,
  BackupMade,
  BackupProgress,
  RequestOf,
  StorySummary,
} from '../story/requests/requests'
import type { LibrarySettings, Person } from '../story/desk/roster'
import type { Source } from '../story/desk/source'
import type { Verdict } from '../story/assessment/finding'
import type { CommandId } from './commands'
import type { KeyChanges } from './keymap'

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly reason: 'usage' | 'failed' | 'refused'
      readonly message: string
      readonly verdict?: Verdict
    }

/** How the window starts. */
export interface Startup {
  readonly library: string
  /** Who acts in this window; absent on first run, until `becomePerson`. */
  readonly person?: string
  /** Who is to give a PIN before anybody acts here. */
  readonly asks?: string
  readonly desk: DeskFacts
  readonly stories: readonly StorySummary[]
  /** Where this person was: story and place of the caret. */
  readonly position?: Position
  /** The story that this window begins with, so that it asks once. Absent when there is none, or it could not be opened: asking for it says why. */
  readonly opened?: OpenedStory
  readonly platform: string
  /** Why nothing can be written, when so. */
  readonly readOnly?: string
  /** What went wrong before the window was there, such as a file that could not be imported. */
  readonly trouble?: string
  readonly zoom: number
  readonly theme: Theme
  readonly keys: KeyChanges
  /** What this person writes here is proposed, as it was when they were last here. */
  readonly suggesting?: true
  /** A screen reader or another assistive technology reads the windows of this app. */
  readonly assisted?: true
  /** What was begun in forms of this window before its page was loaded anew. */
  readonly drafts?: readonly KeptDraft[]
  /** The library's clock (STET_NOW), so that window and main mean the same instant. */
  readonly now: string
  /** How this window makes ids for the facts it tags (STET_IDS). */
  readonly ids: 'random' | 'sequential'
}
/** What was begun in a form and neither sent nor cancelled. Kept in main's memory and nowhere on the disk: a name typed there may have to be sealed first. */
export interface KeptDraft {
  /** Kind of form, and which of that kind. */
  readonly form: string
  readonly key: string
  /** JSON. */
  readonly text: string
}
/** Backups of the library on this machine. */
export interface BackupStatus {
  /** Absent: none was chosen yet. */
  readonly folder?: string
  readonly every: 'never' | 'hour' | 'day'
  /** The last one to this folder. */
  readonly last?: BackupMade
  readonly running: boolean
  readonly progress?: BackupProgress
  /** Why the last try failed, and what comes next. */
  readonly trouble?: string
}
export type Theme = 'system' | 'light' | 'dark'
export interface Position {
  readonly story: string
  /** ProseMirror positions. */
  readonly anchor: number
  readonly head: number
  /** Blocks above the upper edge: 12.5 is half-way down the thirteenth. */
  readonly scroll: number
}
export interface DeskFacts {
  readonly roster: readonly Person[]
  readonly settings: LibrarySettings
  readonly sources: readonly Source[]
}

export interface OpenedStory {
  readonly id: string
  readonly guid: string
  readonly created: string
  /** Full document state, Yjs update v1. */
  readonly state: Uint8Array
  readonly ledger: readonly LedgerEntry[]
  /** The Y client id this window types with; main has noted whose it is. */
  readonly clientId: number
  /** Set when the document holds what this version does not know: show `text`, change nothing. */
  readonly guarded?: { readonly why: string; readonly text: string }
  readonly repairs: readonly string[]
}

/** Calls from the window. `act` covers every newsroom action; the others are the window's own business. */
export interface Calls {
  act: { request: { readonly action: ActionName; readonly request: unknown }; answer: unknown }
  startup: { request: Record<string, never>; answer: Startup }
  /** `pin`: of a person who has one. */
  becomePerson: { request: { readonly name: string; readonly sample: boolean; readonly pin?: string }; answer: Startup }
  openStory: { request: { readonly story: string }; answer: OpenedStory }
  closeStory: { request: { readonly story: string }; answer: Record<string, never> }
  /** Resolves when the update is on disk. */
  pushUpdate: { request: { readonly story: string; readonly update: Uint8Array }; answer: Record<string, never> }
  rememberPosition: { request: Position; answer: Record<string, never> }
  /** Without `text`: sent or cancelled. */
  keepDraft: { request: Pick<KeptDraft, 'form' | 'key'> & { readonly text?: string }; answer: Record<string, never> }
  openWindow: { request: { readonly story?: string }; answer: Record<string, never> }
  /** Shows the file dialog; answers the chosen files' bytes, or why one cannot be read. None when cancelled. */
  chooseImports: {
    request: Record<string, never>
    answer: readonly ({ readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly trouble: string }))[]
  }
  /** Shows the file dialog for pictures; answers their bytes, or why one cannot be read. None when cancelled. */
  choosePictures: {
    request: Record<string, never>
    answer: readonly ({ readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly trouble: string }))[]
  }
  /** Writes the history of a story, or of one fact, where the save dialog says; no path when cancelled. */
  saveHistory: { request: RequestOf<'story.exportHistory'>; answer: { readonly path?: string } }
  /** Writes what a destination is to be told about the correction where the save dialog says; no path when cancelled. */
  saveNotice: {
    request: {
      readonly story: string
      readonly version?: number
      readonly destination: string
      readonly entry?: number
    }
    answer: { readonly path?: string }
  }
  /** Exports and writes where the save dialog says; no path when cancelled. */
  saveExport: { request: RequestOf<'story.export'>; answer: { readonly path?: string; readonly sha256?: string } }
  /** Exports into the folder of a profile, under the name its pattern gives; asks before it replaces a file. No path when cancelled. */
  saveToProfile: {
    request: { readonly story: string; readonly profile: string; readonly override?: string }
    answer: { readonly path?: string; readonly sha256?: string }
  }
  /** Saves a profile. With `chooseFolder`, or when there is none of the name `was`, the folder dialog says where its files go; nothing is saved when cancelled. */
  saveProfile: {
    request: Omit<ExportProfile, 'folder'> & { readonly was?: string; readonly chooseFolder: boolean }
    answer: { readonly saved?: ExportProfile }
  }
  /** The same for an export of the log, once more; `same`: with the bytes of then. */
  saveExportAgain: {
    request: { readonly story: string; readonly entry: number }
    answer: { readonly path?: string; readonly same?: boolean }
  }
  /** Writes the story as this window has it where the save dialog says, beside a library that cannot be written; no path when cancelled. */
  saveCopy: {
    request: { readonly story: string; readonly headline: string; readonly text: string; readonly state: Uint8Array }
    answer: { readonly path?: string }
  }
  backupStatus: { request: Record<string, never>; answer: BackupStatus }
  /** Shows the folder dialog; nothing changes when cancelled. */
  chooseBackupFolder: { request: Record<string, never>; answer: BackupStatus }
  setBackup: { request: Pick<BackupStatus, 'every'>; answer: BackupStatus }
  /** Resolves when it is over; what went wrong stands in the status. */
  backUpNow: { request: Record<string, never>; answer: BackupStatus }
  /** Asks the person with the full address shown, then opens it outside. http, https and mailto only. */
  openLink: { request: { readonly href: string }; answer: { readonly opened: boolean } }
  /** Puts text on the clipboard (already projected). */
  setZoom: { request: { readonly zoom: number }; answer: Record<string, never> }
  setTheme: { request: { readonly theme: Theme }; answer: Record<string, never> }
  /** Whether what this person writes here is proposed, for the next time they are here. */
  setSuggesting: { request: { readonly on: boolean }; answer: Record<string, never> }
  /** The keys of the commands, in every window and in the menu. */
  setKeys: { request: { readonly keys: KeyChanges }; answer: Record<string, never> }
}
export type CallName = keyof Calls

/** Events from main. */
export interface Events {
  /** Words changed elsewhere (another window, the command line, an action). */
  storyUpdated: {
    readonly story: string
    readonly update: Uint8Array
    readonly by: string
    /** The `mark` of the action that made it. */ readonly origin?: string
  }
  ledgerGrew: { readonly story: string; readonly entries: readonly LedgerEntry[] }
  storiesChanged: { readonly stories: readonly StorySummary[] }
  deskChanged: DeskFacts
  /** Who acts in this window has a PIN that was not given in it: nothing is done here until it is. */
  askPin: Record<string, never>
  backupChanged: BackupStatus
  /** A screen reader or another assistive technology came or went. */
  assistedChanged: { readonly assisted: boolean }
  keysChanged: { readonly keys: KeyChanges }
  command: { readonly command: CommandId }
  openStory: { readonly story: string }
  /** Main wants everything typed to be pushed (closing); the window answers by pushing and then `flushed`. */
  storageTrouble: { readonly story: string; readonly message: string }
}
export type EventName = keyof Events

/** What the preload puts on `window.stet`. */
export interface Bridge {
  call<C extends CallName>(name: C, request: Calls[C]['request']): Promise<Outcome<Calls[C]['answer']>>
  on<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void
}

export type Act = <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<Outcome<AnswerOf<A>>>

export const CALL_CHANNEL = 'stet:call'
export const EVENT_CHANNEL = 'stet:event'
