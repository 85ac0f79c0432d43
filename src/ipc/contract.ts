/**
 * The contract between the window and main: calls with their requests and answers, and the events that main sends.
 * parsers.ts parses every message before anything acts on it.
 */
import type { ExportProfile } from '../story/desk/exportProfile'
import type { TrustLoss } from '../story/ledger/loss'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type {
  ActionName,
  AnswerOf,
  BackupMade,
  BackupProgress,
  ExportFormat,
  Loss,
  Paper,
  RequestOf,
  StorySummary,
} from '../story/requests/requests'
import type { Verdict } from '../story/assessment/finding'
import type { Language, LanguageChoice } from '../catalogue/language'
import type { CommandId } from './commands'
import type { DeskNews } from './deskFacts'
import type { KeyChanges } from './keymap'
import type { OpenedStory } from './openedStory'
import type { KeptDraft, Position, Startup } from './startup'
import type { PaneWidths, SavedView, Theme, WindowLook } from './windowChoices'

/** A story of an archive, as it was when it was moved there. */
export interface ArchivedStory extends Pick<StorySummary, 'id' | 'headline' | 'slug' | 'stage' | 'updated'> {
  /** The library has it, too: it was taken back before. */
  readonly isHere: boolean
  /** Why it cannot be read. */
  readonly unavailable?: string
}

export type Outcome<T> =
  | {
      readonly ok: true
      readonly value: T
      /** What the person should know beside the answer. */
      readonly remarks?: readonly string[]
    }
  | {
      readonly ok: false
      readonly reason: 'usage' | 'failed' | 'refused'
      readonly message: string
      readonly verdict?: Verdict
    }

/** The state of this machine's backups of the library. */
export interface BackupStatus {
  /** Absent until a folder was chosen. */
  readonly folder?: string
  readonly every: 'never' | 'hour' | 'day'
  /** The last backup to this folder. */
  readonly last?: BackupMade
  /** Folders to which this machine backed the library up before. Only where no folder is chosen. */
  readonly before?: readonly string[]
  readonly running: boolean
  readonly progress?: BackupProgress
  /** Why the last backup failed, and what happens next. */
  readonly problem?: string
}

/** Calls from the window. `act` runs any newsroom action, the others concern the window itself. */
export interface Calls {
  act: { request: { readonly action: ActionName; readonly request: unknown }; answer: unknown }
  startup: { request: Record<string, never>; answer: Startup }
  /** The parts of the desk's facts that changed after `at`: for a window that missed a change. */
  deskSince: { request: { readonly at: number }; answer: DeskNews }
  /** `pin`: needed for a person who has one. */
  becomePerson: {
    request: {
      readonly name: string
      /** Makes the sample story in this language, too, and begins with it. */
      readonly sample?: Language
      readonly pin?: string
      /** Recovery words: then `pin` is the new PIN. */
      readonly words?: string
    }
    answer: Startup
  }
  openStory: { request: { readonly story: string }; answer: OpenedStory }
  closeStory: { request: { readonly story: string }; answer: Record<string, never> }
  /** Resolves when the update is on disk. */
  pushUpdate: { request: { readonly story: string; readonly update: Uint8Array }; answer: Record<string, never> }
  rememberPosition: { request: Position; answer: Record<string, never> }
  /**
   * Keys of what came back with a story and this person has seen on this machine. `more`: keys of what they have seen
   * now.
   */
  seenSince: {
    request: { readonly story: string; readonly more?: readonly string[] }
    answer: { readonly keys: readonly string[] }
  }
  /** Without `text`, the draft is removed: its form was sent or cancelled. */
  keepDraft: { request: Pick<KeptDraft, 'form' | 'key'> & { readonly text?: string }; answer: Record<string, never> }
  openWindow: { request: { readonly story?: string }; answer: Record<string, never> }
  /** Shows the file dialog. Answers the files' bytes, or why a file cannot be read. Empty if cancelled. */
  chooseImports: {
    request: Record<string, never>
    answer: readonly ({ readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly problem: string }))[]
  }
  /** The bundles that wait for this window, each once. Answers as `chooseImports` does. Empty: none. */
  arrivedFiles: { request: Record<string, never>; answer: Calls['chooseImports']['answer'] }
  /**
   * Shows the file dialog for pictures. `replaces`: one file, in the place of another. Answers as `chooseImports` does.
   */
  choosePictures: { request: { readonly replaces?: true }; answer: Calls['chooseImports']['answer'] }
  /** Shows the save dialog and writes the history of a story or a fact. No path if cancelled. */
  saveHistory: { request: RequestOf<'story.exportHistory'>; answer: { readonly path?: string } }
  /** Shows the save dialog and writes the notice of a correction or a kill for a destination. No path if cancelled. */
  saveNotice: {
    request: {
      readonly story: string
      readonly version?: number
      readonly destination: string
      readonly entry?: number
      readonly kill?: boolean
    }
    answer: { readonly path?: string }
  }
  /** Shows the save dialog, exports and writes the file. No path if cancelled. */
  saveExport: { request: RequestOf<'story.export'>; answer: { readonly path?: string; readonly sha256?: string } }
  /**
   * Prints a paper for the desk through the dialog of the system: the story, the story with its facts, or the facts.
   * It passes gate and leak scan as an internal fact sheet. `printed`: false if the person cancelled.
   */
  printStory: { request: { readonly story: string; readonly paper?: Paper }; answer: { readonly printed: boolean } }
  /** Shows the save dialog, hands stories over and writes the bundle. No path if cancelled. */
  saveBundle: {
    request: Pick<RequestOf<'story.handOver'>, 'stories' | 'withoutFiles' | 'for' | 'shares' | 'pen'>
    answer: {
      readonly path?: string
      readonly sha256?: string
      readonly losses?: readonly Loss[]
      /** Pseudonyms of the protected sources that are sealed in it. */
      readonly shared?: readonly string[]
    }
  }
  /** Exports into the folder of a profile. Asks before it replaces a file. No path if cancelled. */
  saveToProfile: {
    request: { readonly story: string; readonly profile: string; readonly override?: string; readonly seen?: string }
    answer: { readonly path?: string; readonly sha256?: string }
  }
  /** Shows the folder dialog for `saveToFolder` of this window. No folder if cancelled. */
  chooseExportFolder: { request: Record<string, never>; answer: { readonly folder?: string } }
  /**
   * Exports into the folder that the person chose last in this window, as a profile or a format says. Never replaces a
   * file: a taken name gets a number.
   */
  saveToFolder: {
    request: { readonly story: string; readonly format?: ExportFormat; readonly profile?: string }
    answer: { readonly path: string; readonly sha256: string }
  }
  /** Shows the folder dialog for `archiveStories` of this window. No folder if cancelled. */
  chooseArchiveFolder: { request: Record<string, never>; answer: { readonly folder?: string } }
  /** Runs `story.archive` with the folder that the person chose last in this window. */
  archiveStories: { request: Omit<RequestOf<'story.archive'>, 'to'>; answer: AnswerOf<'story.archive'> }
  /** Shows the folder dialog, and opens the archive in it in another window, which only reads. */
  openArchive: { request: Record<string, never>; answer: Record<string, never> }
  /** Shows the folder dialog, and opens the archive in it for `archivedStories`. No folder if cancelled. */
  chooseTakeBack: { request: Record<string, never>; answer: { readonly folder?: string } }
  /** The first stories of the archive that the person chose last in this window, newest change first. */
  archivedStories: {
    request: {
      /** As in the search field of the list. '': every story. */
      readonly query: string
    }
    answer: {
      readonly stories: readonly ArchivedStory[]
      /** Stories of the query, with those that are not among `stories`. */
      readonly total: number
      /** Stories read so far, while the archive has no index. Absent: the list is whole. */
      readonly indexing?: { readonly done: number; readonly of: number }
      /** What of the query was not understood, for people. */
      readonly problem?: string
    }
  }
  /** Runs `story.takeBack` with the archive that the person chose last in this window. */
  takeBackStory: { request: { readonly story: string }; answer: AnswerOf<'story.takeBack'> }
  /** Closes the archive of `chooseTakeBack`. */
  endTakeBack: { request: Record<string, never>; answer: Record<string, never> }
  /**
   * Saves a profile. Shows the folder dialog with `chooseFolder`, or if no profile is called `was`. Saves nothing if
   * cancelled.
   */
  saveProfile: {
    request: Omit<ExportProfile, 'folder'> & { readonly was?: string; readonly chooseFolder: boolean }
    answer: { readonly saved?: ExportProfile }
  }
  /** Repeats an export of the history, as `saveExport` does. `same`: the new bytes hash to the recorded ones. */
  saveExportAgain: {
    request: { readonly story: string; readonly entry: number }
    answer: { readonly path?: string; readonly same?: boolean }
  }
  /**
   * Shows the save dialog and writes this window's copy of the story, if the library cannot be written. No path if
   * cancelled.
   */
  saveCopy: {
    request: { readonly story: string; readonly headline: string; readonly text: string; readonly state: Uint8Array }
    answer: { readonly path?: string }
  }
  /** Puts words that name a protected source on the clipboard, and notes that in the history. */
  copyOut: {
    request: { readonly text: string; readonly story?: string }
    answer: Record<string, never>
  }
  /** Takes the selected words off the selection that other programs paste with a middle click (X11). */
  clearSelection: { request: Record<string, never>; answer: Record<string, never> }
  backupStatus: { request: Record<string, never>; answer: BackupStatus }
  /** Shows the folder dialog. Changes nothing if cancelled. */
  chooseBackupFolder: { request: Record<string, never>; answer: BackupStatus }
  setBackup: { request: Pick<BackupStatus, 'every'>; answer: BackupStatus }
  /** Resolves when the backup has ended. The status says what went wrong. */
  backUpNow: { request: Record<string, never>; answer: BackupStatus }
  /** Shows the full address and asks, then opens it in another program. http, https and mailto only. */
  openLink: { request: { readonly href: string }; answer: { readonly opened: boolean } }
  setZoom: { request: { readonly zoom: number }; answer: Record<string, never> }
  /** Remembers the widths of panes that were dragged. */
  setWidths: { request: { readonly widths: PaneWidths }; answer: Record<string, never> }
  setTheme: { request: { readonly theme: Theme }; answer: Record<string, never> }
  /** Remembers whether this person writes in Suggesting mode. */
  setSuggesting: { request: { readonly on: boolean }; answer: Record<string, never> }
  /** Changes parts of the look. */
  setLook: { request: { readonly look: WindowLook }; answer: Record<string, never> }
  /**
   * Ends the app and starts it again with the same library and arguments, as for another language, or to write in a
   * library that was in use.
   */
  startAgain: { request: Record<string, never>; answer: Record<string, never> }
  /** This window stays open although it was told to close: the app does not start again when it ends later. */
  stayOpen: { request: Record<string, never>; answer: Record<string, never> }
  /** The language of the app on this machine, from its next start on. */
  setLanguage: { request: { readonly language: LanguageChoice }; answer: Record<string, never> }
  /** Remembers on this machine whether quotation marks, dashes and ellipsis are set by the language. */
  setTyping: { request: { readonly quotes: boolean }; answer: Record<string, never> }
  /** Remembers on this machine whether spelling is checked. */
  setSpelling: { request: { readonly on: boolean }; answer: Record<string, never> }
  /**
   * Keys of words that the spell-checker ignores in a story, on this machine. `more`: keys of words to ignore from now
   * on, `less`: keys of words to mark again. A key does not tell its word.
   */
  ignoredWords: {
    request: { readonly story: string; readonly more?: readonly string[]; readonly less?: readonly string[] }
    answer: { readonly keys: readonly string[] }
  }
  /** Cuts, copies or pastes in this window, as the menu does. Does nothing while the window is behind others. */
  useClipboard: { request: { readonly to: 'cut' | 'copy' | 'paste' }; answer: Record<string, never> }
  /** Keeps the named searches of this person, in their order. */
  setViews: { request: { readonly views: readonly SavedView[] }; answer: Record<string, never> }
  /** Changes the keys of commands in all windows and in the menu. */
  setKeys: { request: { readonly keys: KeyChanges }; answer: Record<string, never> }
}
export type CallName = keyof Calls

/** Events from main. */
export interface Events {
  /** The text was changed elsewhere: another window, the command line, an action. */
  storyUpdated: {
    readonly story: string
    readonly update: Uint8Array
    readonly by: string
    /** The `mark` of the action that made it. */
    readonly origin?: string
  }
  /** `apart`: the ledger was read again. Then `entries` are all that count, and these do not. */
  ledgerGrew: {
    readonly story: string
    readonly entries: readonly LedgerEntry[]
    readonly apart?: readonly LedgerEntry[]
  }
  /** Rows of stories that changed or are new, and the ids of stories that are gone. */
  storiesChanged: { readonly rows: readonly StorySummary[]; readonly gone: readonly string[] }
  deskChanged: DeskNews
  lossesChanged: {
    readonly story: string
    readonly losses: readonly TrustLoss[]
    /** Who wrote there without a PIN when the library had PINs. */
    readonly unproven: readonly string[]
  }
  /**
   * The person of this window has a PIN that was not given in it, or has left the desk. Nothing can be done here until
   * the PIN is given, or another person acts.
   */
  askPin: Record<string, never>
  backupChanged: BackupStatus
  /** Assistive technology started or ended. */
  assistedChanged: { readonly assisted: boolean }
  /** The named searches of this window's person, after a change in another window. */
  viewsChanged: { readonly views: readonly SavedView[] }
  keysChanged: { readonly keys: KeyChanges }
  command: { readonly command: CommandId }
  openStory: { readonly story: string }
  /** The app was started again with a bundle: `arrivedFiles` answers it. */
  filesArrived: Record<string, never>
  storageFailed: { readonly story: string; readonly message: string }
  /** The process that had the library gave it up. `readOnly` takes the place of what the window was told. */
  writableAgain: { readonly readOnly: string }
  /** The system ends the app. The window is closed right after this, and asks nothing. */
  systemEnds: Record<string, never>
}
export type EventName = keyof Events

/** `window.stet`, which the preload script defines. */
export interface Bridge {
  /** The language in which this window speaks, as BCP 47. Absent: English. */
  readonly language?: string
  call<C extends CallName>(name: C, request: Calls[C]['request']): Promise<Outcome<Calls[C]['answer']>>
  on<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void
}

export type Act = <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<Outcome<AnswerOf<A>>>

/** The argument with which main tells a window's process its language. */
export const LANGUAGE_ARGUMENT = '--stet-language='
export const CALL_CHANNEL = 'stet:call'
export const EVENT_CHANNEL = 'stet:event'
