/**
 * The library as the rooms above see it. Two implementations pass the same contract tests: `openLibrary` (plain
 * files) and `MemoryStore` (`tests/builders/library/memoryStore.ts`).
 *
 * A promise that resolves means that the bytes are on the disk (write, fsync, and for new files fsync of the folder).
 * A promise that rejects with StorageError means that the state before the call still holds.
 */
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { TrustLoss } from '../../story/ledger/loss'
import type { StoredPin } from '../../story/desk/pin'
import type { DeskWords } from '../../story/desk/deskWords'
import type { LibrarySettings, Person } from '../../story/desk/roster'
import type {
  BackupMade,
  BackupProgress,
  DeskTasks,
  LibraryReport,
  StorySummary,
  StoryView,
  UnusedFile,
} from '../../story/requests/requests'
import type { SnapshotReason } from '../../story/requests/snapshotLine'
import type { Source } from '../../story/desk/source'
import type { LedgerEnd, LedgerEnds } from '../../story/ledger/events/libraryEvent'
import type { KeysRecord } from '../../story/trust/keys/storedKey'

export interface StoryHeader {
  readonly id: string
  /** Public: "urn:uuid:…", never the id. */
  readonly guid: string
  readonly created: string
}

export interface StoredStory extends StoryHeader {
  /** Yjs updates (v1) in order: the compacted state first, then every change since. */
  readonly updates: readonly Uint8Array[]
  /** Entries that are whole, in the order of the file. verifyLedger says which count. */
  readonly ledger: readonly LedgerEntry[]
  /** What had to be cut or set aside while reading, for people. Empty when all was well. */
  readonly repairs: readonly string[]
  /** What had been saved and is missing or damaged. Empty when all was well; an unfinished last write is not a loss. */
  readonly losses: readonly TrustLoss[]
}

/**
 * The readable story in `stories/<id>/story.json`, for people and for the library list. The truth is state and
 * changes.
 */
export interface StoryFile {
  readonly summary: StorySummary
  readonly view: StoryView
  /** Absent in older files (`lacksTasks`). */
  readonly tasks?: DeskTasks
  /** The story has changed since, because a crash came before the next story file. */
  readonly stale?: true
}

/** Whether only opening the story tells what it leaves the desk to do. Nothing is left of a first version. */
export const lacksTasks = ({ summary: { stage, version }, tasks }: StoryFile): boolean =>
  tasks === undefined && (stage === 'killed' || version > 1)

/** What the index of stories reads of one. */
export interface StoryEntry {
  /** ISO 8601 instant. */
  readonly created: string
  readonly file: StoryFile
  readonly stamp: string
}

export interface StorySnapshot {
  readonly n: number
  readonly at: string
  readonly by: string
  readonly why: string
  /** What it was kept for. Absent in old files, which did not note it. */
  readonly kind?: SnapshotReason
  /** The name that a person gave it. */
  readonly name?: string
  /** Full Yjs state (v1 update), base64 on disk. */
  readonly state: Uint8Array
  readonly view: StoryView
}

/** What a snapshot says of itself at its beginning, **not verified**. For sorting only. */
export interface SnapshotHead extends Pick<StorySnapshot, 'n' | 'at' | 'why' | 'kind'> {
  /** Of the whole snapshot. */
  readonly bytes: number
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
  /** Hashes of PINs. They never leave the process that owns the library. */
  readonly pins: readonly StoredPin[]
  readonly sources: readonly Source[]
  /** The newest older generation of the source book that is still on the disk. Only where records are signed. */
  readonly sourcesBefore?: readonly Source[]
  /** Words that the desk taught the checks. Absent: none yet. */
  readonly words?: DeskWords
  /** Private keys. Absent: the library is from before keys, or they are lost. */
  readonly keys?: KeysRecord
  /** Id of the library's own key, as library.json says. Absent: the library is from before keys. */
  readonly libraryKey?: string
  /** Id of the archive. Absent: this library is not an archive. */
  readonly archive?: string
  /** Which copy was healed from its twin, for people. Empty when all was well. */
  readonly repairs: readonly string[]
  /**
   * What cannot be known any more. While it is not empty, roster, pins, sources and settings are the best that any
   * surviving copy knows: to name people and to protect sources by, never to grant anything.
   */
  readonly losses: readonly TrustLoss[]
}

/** A file that the library keeps by its content. */
export interface KeptFile {
  /** Lower-case hex; also its name in the library. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** `there`: not read. `whole`: read, and as it was captured. `other`: read, and not. */
export type FileCheck =
  | { readonly is: 'gone' }
  | { readonly is: 'there' | 'whole' | 'other'; /** Bytes. */ readonly size: number }

/** Bytes on their way into the library. No file is there before `keep` resolves, and nothing is left after `drop`. */
export interface FileUpload {
  /** Bytes taken so far. */
  readonly size: number
  /** Takes the next bytes, in the order of the calls. After a rejection, call `drop`. */
  write(bytes: Uint8Array): Promise<void>
  /** Stores the file under the hash of its content, once for each content. */
  keep(): Promise<KeptFile>
  /** Resolves if the file was already kept or dropped. */
  drop(): Promise<void>
}

/** A kept file, open for reading. */
export interface StoredFile extends KeptFile {
  /** At most `length` bytes from offset `from`; fewer only at the end of the file. */
  read(from: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

export interface BackUpRequest {
  /** Folder that a person chose. */
  readonly to: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Makes the folder if its parent exists. Otherwise a missing folder is an error: a drive may be unplugged. */
  readonly make?: boolean
  /** Backups were made here before: if there are none now, a drive is unplugged, and nothing is made. */
  readonly known?: boolean
  readonly progress?: (progress: BackupProgress) => void
  /** Where the ledgers ended before the copying began. A copy in which one ends earlier shows the loss. */
  readonly expected?: Iterable<readonly [story: string, head: LedgerEnd]>
  /** Makes the table of heads of a backup in which the ledgers end here. */
  readonly headsFor?: (ends: LedgerEnds) => readonly LedgerEntry[]
}

/** Stories that are to be copied into an archive. */
export interface ArchiveRequest {
  /** Folder of the archive. Made if it is missing. */
  readonly to: string
  /** Ids. */
  readonly stories: readonly string[]
  /** ISO 8601 instant. */
  readonly at: string
  /** Makes the id of a new archive. */
  readonly newId: () => string
  /** Makes the table of heads of the archive of this id, from its lines before and where the copied ledgers end. */
  readonly headsFor: (archive: string, before: readonly LedgerEntry[], ends: LedgerEnds) => readonly LedgerEntry[]
}
export interface ArchivedStories {
  /** Id of the archive. */
  readonly archive: string
  readonly folder: string
  /** Stories that could not be copied → why, for people. Each is whole in the library. */
  readonly failed: ReadonlyMap<string, string>
}

/** What a merge brings into a story. */
export interface IncomingStory {
  /** Yjs update (v1). Empty: the document stays as it is. */
  readonly update: Uint8Array
  /** They continue the ledger. */
  readonly entries: readonly LedgerEntry[]
  /** Under numbers that are free. */
  readonly snapshots: readonly StorySnapshot[]
}

/** What a new story has beside its document. */
export interface InitialStory {
  readonly ledger: readonly LedgerEntry[]
  readonly file: StoryFile
  /** Absent: none. */
  readonly snapshots?: readonly StorySnapshot[]
  /** Bytes that the caller has loaded. If they are the state itself, it is not loaded again to verify it. */
  readonly loaded?: Uint8Array
}

/** What an opening of the library did about deletions that a crash interrupted: ids of stories. */
export interface FinishedDeletions {
  readonly removed: readonly string[]
  readonly putBack: readonly string[]
  /** Neither was possible. The doctor tells why. */
  readonly left: readonly string[]
}

/** What went with the folder of a deleted story. */
export interface DeletedFolder {
  /** False: files of it are still there. The next opening of the library removes them. */
  readonly removed: boolean
  /** SHA-256 of the captured files of the library that the story's files named, used by others or not. */
  readonly files: readonly string[]
}

/** A captured file that only some stories use. */
export interface SoleFile extends UnusedFile {
  /** It is younger than a day, or a form has asked for it: removeUnused leaves it to a later time. */
  readonly waits: boolean
}

export interface StoryStore {
  /** Folder, for messages to people. */
  readonly place: string
  /** False: another process owns the library, or it cannot be written. Every writing call rejects. */
  readonly writable: boolean
  /** stampNow before this process took the library. '' when it is not known, and beside an owner. */
  readonly asFound: string
  /** Tells whether anything was written to the library: libraryStamp.ts. '' when that is not known. */
  stampNow(): string

  readLibrary(): Promise<LibraryFacts>
  writeSettings(settings: LibrarySettings): Promise<void>
  /** Both at once: a person in the roster is shown as having a PIN if its hash is kept. */
  writeRoster(roster: readonly Person[], pins: readonly StoredPin[]): Promise<void>
  writeSources(sources: readonly Source[]): Promise<void>
  writeWords(words: DeskWords): Promise<void>

  writeKeys(keys: KeysRecord): Promise<void>
  /** Notes in library.json that the library has keys. Without keys.json it is damaged then, not old. */
  markKeys(libraryKey: string): Promise<void>

  /** The library's own ledger, of roster and source book. Empty in an old library without one. */
  readLibraryLedger(): Promise<readonly LedgerEntry[]>
  /** Rejects when the entries do not continue it. */
  appendLibraryLedger(entries: readonly LedgerEntry[]): Promise<void>
  /** Where the ledgers of all stories end, as their files say. For the seal. */
  readLedgerEnds(): Promise<LedgerEnds>
  /** The table of heads: docs/decisions/entries.md. Undefined when there is none. */
  readHeads(): Promise<readonly LedgerEntry[] | undefined>
  /** What was wrong with one copy of the table, for people. The other copy is used. */
  headsRepaired(): readonly string[]
  appendHeads(entries: readonly LedgerEntry[]): Promise<void>
  /** Writes the table whole. A crash leaves the old one or the new one. */
  replaceHeads(entries: readonly LedgerEntry[]): Promise<void>

  /**
   * The generation of each small file of the library, by kind, as this process last read or wrote it. For the note
   * `recordsKept`, which is written after the files. Empty for a store without files.
   */
  recordHeads(): Readonly<Record<string, { readonly generation: number; readonly sha256: string }>>

  /** Ids of all stories, in any order. */
  listStories(): Promise<readonly string[]>
  /** Whether there is a story of this id. False for what is no id. */
  hasStory(id: string): Promise<boolean>
  /** Whether the story's files still have this stamp. Reads no file. Throws when they cannot be looked at. */
  hasStamp(id: string, stamp: string): boolean
  /** The stamp of the story's files as they are now: for one that is loaded afterwards. '' when it is not known. */
  stampFound(id: string): Promise<string>
  /**
   * The story file with its stamp. Undefined when there is none that is good, or the story has changed since: the story
   * itself tells then.
   */
  readEntry(id: string): Promise<StoryEntry | undefined>
  /**
   * Makes the story's folder with its header, first state and first entries: all of it or nothing. Rejects when the
   * id is taken.
   */
  createStory(header: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void>
  loadStory(id: string): Promise<StoredStory>
  /** `loadStory` without updates, for a story whose document cannot be read. Its story file must be good. */
  loadHistory(id: string): Promise<StoredStory>
  /** Drops the story from memory unless it is being written. The next use reads it again. */
  letGo(id: string): void
  /** Appends one change. Calls during a write go to the disk together in the next write, in order. */
  appendUpdate(id: string, update: Uint8Array): Promise<void>
  appendLedger(id: string, entries: readonly LedgerEntry[]): Promise<void>
  /**
   * Takes in what a merge brings: all of it or nothing, also after a crash. Rejects with STUCK when nobody knows which:
   * then nothing more is written to the story, and its next loading decides.
   */
  mergeStory(id: string, incoming: IncomingStory): Promise<void>
  /** Replaces state and log by `state`, which is verified by loading before any log is deleted. */
  compactStory(id: string, state: Uint8Array): Promise<void>
  /** Resolves with the stamp of the story's files: see hasStamp. '' when it is not known. */
  writeStoryFile(id: string, file: StoryFile): Promise<string>
  /** Undefined when there is none or it is damaged. */
  readStoryFile(id: string): Promise<StoryFile | undefined>
  writeSnapshot(id: string, snapshot: StorySnapshot): Promise<void>
  /** All that can be read. `stet doctor` names the damaged ones. */
  listSnapshots(id: string): Promise<readonly StorySnapshot[]>
  /**
   * Deletes the story with everything in its folder. `decided` writes the tombstone, after which nothing brings the
   * story back; while it runs, nothing is written to the story. Rejects if it rejects, and then the story is whole.
   */
  deleteStory(id: string, decided: () => Promise<void>): Promise<DeletedFolder>
  /** Finishes what a crash interrupted. `isDeleted`: whether the story of this id has a tombstone. */
  finishDeletions(isDeleted: (id: string) => boolean): Promise<FinishedDeletions>
  /** Which of these ids have a folder, as after somebody put one back by hand. */
  storiesThere(ids: Iterable<string>): Promise<readonly string[]>
  /**
   * The captured files that nothing but these stories refers to. Rejects when any file of the library cannot be read:
   * it may refer to any other.
   */
  filesOnlyOf(ids: readonly string[], now: string): Promise<readonly SoleFile[]>
  /**
   * Checks every file. `repair`: repairs what can be repaired, except in the stories of `open`. `now` (ISO 8601
   * instant): also looks for captured files that nothing refers to.
   */
  examine(options: {
    readonly repair: boolean
    readonly open: ReadonlySet<string>
    readonly now?: string
  }): Promise<LibraryReport>
  /**
   * Deletes captured files that are older than a day at `now` and that nothing refers to. `only`: at most these.
   * Rejects, and deletes nothing, while anything is wrong with the library.
   */
  removeUnused(options: {
    readonly open: ReadonlySet<string>
    readonly now: string
    readonly only?: ReadonlySet<string>
  }): Promise<readonly UnusedFile[]>
  /**
   * Copies the library while people go on writing. Resolves when every file was read back from the backup and is the
   * same. When it rejects, earlier backups are unchanged.
   */
  backUp(request: BackUpRequest): Promise<BackupMade>
  /**
   * Copies stories whole into an archive, with the people, sources, keys and files that their facts rest on. Removes
   * nothing. Resolves when every file of those that did not fail was read back and is the same.
   */
  archiveInto(request: ArchiveRequest): Promise<ArchivedStories>
  /** Rejects if archiveInto would refuse the folder. Writes nothing. */
  checkArchiveFolder(to: string): Promise<void>
  /** Copies a story that was moved to the archive in `from` back into the library. The archive keeps its copy. */
  copyFromArchive(request: { readonly from: string; readonly story: string }): Promise<void>
  /** Starts taking in a file, such as evidence or a picture. Its bytes are hashed as they pass. */
  takeFile(): Promise<FileUpload>
  /** Whether the library has a file of this content. If so, removeUnused spares it as long as this store is open. */
  claimFile(sha256: string): Promise<boolean>
  /**
   * Whether the file of this content is there, and with `read` whether it is that content. A file that was read before
   * is not read again while its size and times are the same.
   */
  checkFile(sha256: string, options: { readonly read: boolean }): Promise<FileCheck>
  /** Undefined when the library has no file of this content. */
  openFile(sha256: string): Promise<StoredFile | undefined>
  /** Numbers of all snapshots, lowest first, also of those that cannot be read. */
  snapshotNumbers(id: string): Promise<readonly number[]>
  /** Rejects with StorageError when there is no snapshot of that number, or it is damaged. */
  readSnapshot(id: string, n: number): Promise<StorySnapshot>
  /** The head of a snapshot, without reading all of it. Undefined when it cannot be told. */
  readSnapshotHead(id: string, n: number): Promise<SnapshotHead | undefined>
  /** Deletes a snapshot. Resolves if it is already gone. */
  removeSnapshot(id: string, n: number): Promise<void>
  /** What could not be read of this story and was set aside, oldest first. Content above 1 MB is left out. */
  listSetAside(id: string): Promise<readonly SetAside[]>
  /** Finishes pending writes and releases the lock. */
  close(): Promise<void>
}
