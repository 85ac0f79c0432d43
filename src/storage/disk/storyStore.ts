/**
 * The library on disk, as everything above sees it. Two implementations pass the same contract tests:
 * `openLibrary` (plain files) and `MemoryStore` (the twin for tests).
 *
 * A promise that resolves means the bytes are on the disk (write, fsync, and for new files fsync of the folder).
 * A promise that rejects with StorageError means the state before still holds.
 */
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { StoredPin } from '../../story/desk/pin'
import type { LibrarySettings, Person } from '../../story/desk/roster'
import type {
  BackupMade,
  BackupProgress,
  LibraryReport,
  StorySummary,
  StoryView,
  UnusedFile,
} from '../../story/requests/requests'
import type { SnapshotReason } from '../../story/requests/snapshotLine'
import type { Source } from '../../story/desk/source'

export interface StoryHeader {
  readonly id: string
  /** Public: "urn:uuid:…", never the id. */
  readonly guid: string
  readonly created: string
}

export interface StoredStory extends StoryHeader {
  /** Yjs updates (v1) in order: the compacted state first, then every change since. */
  readonly updates: readonly Uint8Array[]
  readonly ledger: readonly LedgerEntry[]
  /** What had to be cut or set aside while reading, for people; empty when all was well. */
  readonly repairs: readonly string[]
}

/** Readable snapshot, `stories/<id>/story.json`: a convenience for people and the library list, never the truth. */
export interface StoryFile {
  readonly summary: StorySummary
  readonly view: StoryView
  /** The story has changed since: a crash came before the snapshot. */
  readonly stale?: true
}

export interface StorySnapshot {
  readonly n: number
  readonly at: string
  readonly by: string
  readonly why: string
  /** What it was kept for; absent in versions of before this was noted. */
  readonly kind?: SnapshotReason
  /** The name that a person gave it. */
  readonly name?: string
  /** Full Yjs state (v1 update), base64 on disk. */
  readonly state: Uint8Array
  readonly view: StoryView
}

/** Bytes of a story that could not be read, kept under another name. */
export interface SetAside {
  readonly name: string
  /** ISO 8601 instant at which it was set aside. */
  readonly at: string
  readonly content: Uint8Array
}

export interface LibraryFacts {
  readonly settings: LibrarySettings
  readonly roster: readonly Person[]
  /** What is kept of PINs. Never leaves the process that owns the library. */
  readonly pins: readonly StoredPin[]
  readonly sources: readonly Source[]
  /** Which copy had to be used instead of a damaged file, for people; empty when all was well. */
  readonly repairs: readonly string[]
}

/** A file that the library keeps by its content. */
export interface KeptFile {
  /** Lower-case hex; also its name in the library. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** Bytes on their way into the library. Until `keep` resolves, nobody sees a file; after `drop`, nothing is left of them. */
export interface FileIntake {
  /** Bytes taken so far. */
  readonly size: number
  /** Takes the next bytes, in the order of the calls. After a rejection only `drop` is left. */
  write(bytes: Uint8Array): Promise<void>
  /** Puts the file under its content's hash. A file of the same content is there only once. */
  keep(): Promise<KeptFile>
  /** Content when it was kept or dropped before. */
  drop(): Promise<void>
}

/** A kept file, open for reading. */
export interface StoredFile extends KeptFile {
  /** At most `length` bytes from offset `from`; fewer at the end of the file only. */
  read(from: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

export interface BackUpRequest {
  /** Folder that a person chose. */
  readonly to: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Make the folder when the one above it is there. Without it a folder that is missing is trouble: a drive may be unplugged. */
  readonly make?: boolean
  /** Backups were made here before: when there are none, a drive is away and nothing is begun anew. */
  readonly known?: boolean
  readonly progress?: (progress: BackupProgress) => void
}

/** What a story has from its beginning, beside its words. */
export interface InitialStory {
  readonly ledger: readonly LedgerEntry[]
  readonly snapshot: StoryFile
  /** The bytes of which the caller's own replica was loaded; when they are the state itself, it need not be loaded once more to prove that it can be. */
  readonly loaded?: Uint8Array
}

export interface StoryStore {
  /** Folder, for messages to people. */
  readonly place: string
  /** False: the library belongs to another process or cannot be written; every writing call rejects. */
  readonly writable: boolean

  readLibrary(): Promise<LibraryFacts>
  writeSettings(settings: LibrarySettings): Promise<void>
  /** Both together: who has a PIN is told of the people by what is kept of it. */
  writeRoster(roster: readonly Person[], pins: readonly StoredPin[]): Promise<void>
  writeSources(sources: readonly Source[]): Promise<void>

  /** The library's own ledger: roster and source book; empty in a library from before it was kept. */
  readLibraryLedger(): Promise<readonly LedgerEntry[]>
  /** Rejects when the entries do not continue it. */
  appendLibraryLedger(entries: readonly LedgerEntry[]): Promise<void>

  /** Ids of all stories, oldest first. */
  listStories(): Promise<readonly string[]>
  /** Makes the story's folder with its header, first state and first entries: all of it is there, or nothing. Rejects when the id exists. */
  createStory(header: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void>
  loadStory(id: string): Promise<StoredStory>
  /** Appends one change; calls made while a write is in flight go to disk together in the next one, in order. */
  appendUpdate(id: string, update: Uint8Array): Promise<void>
  appendLedger(id: string, entries: readonly LedgerEntry[]): Promise<void>
  /** Replaces state + log by `state`, which is verified by loading before any log is dropped. */
  compactStory(id: string, state: Uint8Array): Promise<void>
  writeStoryFile(id: string, snapshot: StoryFile): Promise<void>
  /** The last readable snapshot, or undefined when there is none or it is damaged. */
  readStoryFile(id: string): Promise<StoryFile | undefined>
  writeSnapshot(id: string, snapshot: StorySnapshot): Promise<void>
  /** Without those that are damaged: `stet doctor` names them. */
  listSnapshots(id: string): Promise<readonly StorySnapshot[]>
  /** Checks every file. `repair` mends what can be mended, except in the stories of `open`; `now` (ISO 8601 instant): also looks for files that nothing speaks of. */
  examine(options: {
    readonly repair: boolean
    readonly open: ReadonlySet<string>
    readonly now?: string
  }): Promise<LibraryReport>
  /** Removes captured files that are older than a day at `now` and that nothing speaks of. Rejects, and removes nothing, while anything is wrong with the library. */
  removeUnused(options: { readonly open: ReadonlySet<string>; readonly now: string }): Promise<readonly UnusedFile[]>
  /**
   * Copies the library as it stands, while people go on writing. When it rejects, the backups made before are as they were.
   * Resolves when every file was read back from the backup and is the same.
   */
  backUp(request: BackUpRequest): Promise<BackupMade>
  /** Starts taking in a file, such as evidence or a picture; its bytes are hashed as they pass. */
  takeFile(): Promise<FileIntake>
  /** Whether the library has a file of this content. If so, no tidying takes it as long as this store is open: something will speak of it in a moment. */
  claimFile(sha256: string): Promise<boolean>
  /** Undefined when the library has no file of this content. */
  openFile(sha256: string): Promise<StoredFile | undefined>
  /** Numbers of all versions, lowest first, also of those that cannot be read. */
  snapshotNumbers(id: string): Promise<readonly number[]>
  /** Rejects with StorageError when there is none of that number or it is damaged; the other versions are untouched. */
  readSnapshot(id: string, n: number): Promise<StorySnapshot>
  /** Takes a version away for good; content when it is gone already. */
  removeSnapshot(id: string, n: number): Promise<void>
  /** What could not be read of this story and was set aside, oldest first; content up to 1 MB each. */
  listSetAside(id: string): Promise<readonly SetAside[]>
  /** Finishes writes in flight and gives up the lock. */
  close(): Promise<void>
}

/** Trouble with the disk, said for people: which file, what is safe, what to do next. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  constructor(
    readonly path: string,
    /** What went wrong, one clause: "the disk is full". */
    readonly what: string,
    /** What is safe. */
    readonly safe: string,
    /** What to do next. */
    readonly next: string,
    readonly code?: string,
  ) {
    super(`${path}: ${what}. ${safe} ${next}`)
  }
}
