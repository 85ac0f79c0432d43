/** A library in memory. It passes the same contract tests as the one on disk. */
import { createHash } from 'node:crypto'
import { storageText } from '../../../src/catalogue/rooms/storage'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { LedgerEnds } from '../../../src/story/ledger/events/libraryEvent'
import type { KeysRecord } from '../../../src/story/trust/keys/storedKey'
import type { DeskWords } from '../../../src/story/desk/deskWords'
import type { StoredPin } from '../../../src/story/desk/pin'
import type { LibrarySettings, Person } from '../../../src/story/desk/roster'
import type { BackupMade, LibraryReport } from '../../../src/story/requests/requests'
import type { Source } from '../../../src/story/desk/source'
import { Chain } from '../../../src/story/trust/chain'
import '../../../src/storage/disk/crypto/nativeDigest'
import { rosterPeopleOf, rosterRecord } from '../../../src/storage/records/shapes'
import { checkStoryId, noSuchStory, storyExists } from '../../../src/storage/disk/storyId'
import { StorageError } from '../../../src/storage/disk/storageError'
import type {
  ArchivedStories,
  DeletedFolder,
  FinishedDeletions,
  IncomingStory,
  InitialStory,
  FileCheck,
  FileUpload,
  LibraryFacts,
  StoredFile,
  StoredStory,
  StoryEntry,
  StoryHeader,
  StoryFile,
  StoryStore,
  SnapshotHead,
  StorySnapshot,
} from '../../../src/storage/disk/storyStore'
import { incompleteState } from '../../../src/storage/story/updates/storedDocument'
import { leavesOut, assertLoads } from '../../../src/storage/story/updates/verifyState'
import { defined } from '../../../src/story/text/defined'

interface Shelved {
  readonly header: StoryHeader
  updates: readonly Uint8Array[]
  ledger: readonly LedgerEntry[]
  readonly chain: Chain
  file: StoryFile | undefined
  /** Undefined: the story has changed since the story file. */
  stamp: string | undefined
  readonly snapshots: Map<number, StorySnapshot>
}

export class MemoryStore implements StoryStore {
  readonly place = 'memory'
  readonly asFound = ''
  private library: Omit<LibraryFacts, 'repairs' | 'losses'>
  private readonly stories = new Map<string, Shelved>()
  private ledger: readonly LedgerEntry[] = []
  private chain = new Chain()
  private heads: readonly LedgerEntry[] | undefined
  private readonly contents = new Map<string, Uint8Array>()
  private closed = false
  /** Story files so far. */
  private written = 0

  constructor(person?: string) {
    this.library = {
      settings: { deskOfOne: false },
      roster: person ? [{ name: person, role: 'editor' }] : [],
      pins: [],
      sources: [],
    }
  }

  /** An open library with the same content. What changes in one of the two does not change in the other. */
  copy(): MemoryStore {
    const copy = new MemoryStore()
    copy.library = structuredClone(this.library)
    for (const [id, { chain, ...story }] of this.stories)
      copy.stories.set(id, { ...structuredClone(story), chain: chain.copy() })
    copy.ledger = structuredClone(this.ledger)
    copy.chain = this.chain.copy()
    copy.heads = structuredClone(this.heads)
    for (const [sha256, bytes] of this.contents) copy.contents.set(sha256, bytes)
    copy.written = this.written
    return copy
  }

  get writable(): boolean {
    return !this.closed
  }

  stampNow(): string {
    return ''
  }

  async readLibrary(): Promise<LibraryFacts> {
    this.checkOpen()
    return structuredClone({ ...this.library, repairs: [], losses: [] })
  }
  async writeSettings(settings: LibrarySettings): Promise<void> {
    this.change({ settings })
  }
  async writeRoster(roster: readonly Person[], pins: readonly StoredPin[]): Promise<void> {
    this.change({ roster: rosterPeopleOf(rosterRecord(roster, pins), this.library.keys), pins })
  }
  async writeSources(sources: readonly Source[]): Promise<void> {
    this.change({ sources })
  }
  async writeWords(words: DeskWords): Promise<void> {
    this.change({ words })
  }

  async writeKeys(keys: KeysRecord): Promise<void> {
    this.change({ keys })
  }
  async markKeys(libraryKey: string): Promise<void> {
    this.change({ libraryKey })
  }
  async readLedgerEnds(): Promise<LedgerEnds> {
    const ends = [...this.stories].map(([id, { ledger }]) => [id, ledger.at(-1)] as const)
    return Object.fromEntries(
      ends.flatMap(([id, last]) => (last ? [[id, { entries: last.seq, head: last.hash }]] : [])),
    )
  }
  headsRepaired(): readonly string[] {
    return []
  }
  async readHeads(): Promise<readonly LedgerEntry[] | undefined> {
    this.checkOpen()
    return structuredClone(this.heads)
  }
  async appendHeads(entries: readonly LedgerEntry[]): Promise<void> {
    this.checkOpen()
    this.heads = [...(this.heads ?? []), ...structuredClone(entries)]
  }
  async replaceHeads(entries: readonly LedgerEntry[]): Promise<void> {
    this.checkOpen()
    this.heads = structuredClone(entries)
  }

  async readLibraryLedger(): Promise<readonly LedgerEntry[]> {
    this.checkOpen()
    return structuredClone(this.ledger)
  }
  async appendLibraryLedger(entries: readonly LedgerEntry[]): Promise<void> {
    this.checkOpen()
    this.chain.append(entries)
    this.ledger = [...this.ledger, ...structuredClone(entries)]
  }

  recordHeads(): Readonly<Record<string, never>> {
    return {}
  }

  async listStories(): Promise<readonly string[]> {
    this.checkOpen()
    return [...this.stories.keys()]
  }
  async hasStory(id: string): Promise<boolean> {
    this.checkOpen()
    return this.stories.has(id)
  }
  hasStamp(id: string, stamp: string): boolean {
    return stamp !== '' && this.stories.get(id)?.stamp === stamp
  }
  async stampFound(): Promise<string> {
    return ''
  }
  async readEntry(id: string): Promise<StoryEntry | undefined> {
    this.checkOpen()
    const { header, file, stamp } = this.stories.get(id) ?? {}
    return header && file && stamp !== undefined ? structuredClone({ created: header.created, file, stamp }) : undefined
  }

  async createStory(header: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void> {
    this.checkOpen()
    const id = checkStoryId(this.place, header.id)
    if ([...this.stories.keys()].some((known) => known.toLowerCase() === id.toLowerCase()))
      throw storyExists(this.place, id)
    assertLoads(state)
    const { guid, created } = header
    const ledger = structuredClone(first?.ledger ?? [])
    const chain = new Chain()
    chain.append(ledger)
    this.stories.set(id, {
      header: { id, guid, created },
      updates: [Uint8Array.from(state)],
      ledger,
      chain,
      file: structuredClone(first?.file),
      stamp: first ? `file ${++this.written}` : undefined,
      snapshots: new Map(structuredClone(first?.snapshots ?? []).map((one) => [one.n, one])),
    })
  }

  async loadStory(id: string): Promise<StoredStory> {
    const story = this.story(id)
    return {
      ...story.header,
      updates: story.updates.map((update) => Uint8Array.from(update)),
      ledger: structuredClone(story.ledger),
      repairs: [],
      losses: [],
    }
  }

  async loadHistory(id: string): Promise<StoredStory> {
    return { ...(await this.loadStory(id)), updates: [] }
  }

  letGo(): void {}

  async appendUpdate(id: string, update: Uint8Array): Promise<void> {
    const story = this.story(id)
    story.updates = [...story.updates, Uint8Array.from(update)]
    story.stamp = undefined
  }

  async appendLedger(id: string, entries: readonly LedgerEntry[]): Promise<void> {
    const story = this.story(id)
    story.chain.append(entries)
    story.ledger = [...story.ledger, ...structuredClone(entries)]
    story.stamp = undefined
  }

  async mergeStory(id: string, { update, entries, snapshots }: IncomingStory): Promise<void> {
    const story = this.story(id)
    story.chain.append(entries)
    if (update.length > 0) story.updates = [...story.updates, Uint8Array.from(update)]
    story.ledger = [...story.ledger, ...structuredClone(entries)]
    for (const snapshot of snapshots) story.snapshots.set(snapshot.n, structuredClone(snapshot))
    story.stamp = undefined
  }

  async compactStory(id: string, state: Uint8Array): Promise<void> {
    const story = this.story(id)
    assertLoads(state)
    if (leavesOut(state, story.updates)) throw incompleteState(id)
    story.updates = [Uint8Array.from(state)]
  }

  async writeStoryFile(id: string, file: StoryFile): Promise<string> {
    const story = this.story(id)
    story.file = structuredClone(file)
    story.stamp = `file ${++this.written}`
    return story.stamp
  }
  async readStoryFile(id: string): Promise<StoryFile | undefined> {
    return structuredClone(this.story(id).file)
  }
  async writeSnapshot(id: string, snapshot: StorySnapshot): Promise<void> {
    const { snapshots } = this.story(id)
    if (!Number.isSafeInteger(snapshot.n) || snapshot.n < 1)
      throw new Error(storageText('snapshot.badNumber', { n: String(snapshot.n) }))
    snapshots.set(snapshot.n, structuredClone(snapshot))
  }
  async deleteStory(id: string, decided: () => Promise<void>): Promise<DeletedFolder> {
    this.story(id)
    await decided()
    this.stories.delete(id)
    return { removed: true, files: [] }
  }
  async finishDeletions(): Promise<FinishedDeletions> {
    this.checkOpen()
    return { removed: [], putBack: [], left: [] }
  }
  async storiesThere(ids: Iterable<string>): Promise<readonly string[]> {
    return [...ids].filter((id) => this.stories.has(id))
  }
  /** None: removeUnused removes none either. */
  async filesOnlyOf(): Promise<readonly never[]> {
    this.checkOpen()
    return []
  }
  async examine(): Promise<LibraryReport> {
    this.checkOpen()
    return { ok: true, problems: [] }
  }
  /** Removes nothing: no file here gets a day old. */
  async removeUnused(): Promise<readonly never[]> {
    this.checkOpen()
    return []
  }
  async listSnapshots(id: string): Promise<readonly StorySnapshot[]> {
    return structuredClone([...this.story(id).snapshots.values()].sort((a, b) => a.n - b.n))
  }
  backUp(): Promise<BackupMade> {
    return Promise.reject(this.noFiles())
  }
  archiveInto(): Promise<ArchivedStories> {
    return Promise.reject(this.noFiles())
  }
  checkArchiveFolder(): Promise<void> {
    return Promise.reject(this.noFiles())
  }
  copyFromArchive(): Promise<void> {
    return Promise.reject(this.noFiles())
  }
  private noFiles(): StorageError {
    return new StorageError(
      this.place,
      'a library in memory has no files to copy',
      storageText('safe.nothingChanged'),
      'Open a library on a disk.',
      'MEMORY',
    )
  }
  async takeFile(): Promise<FileUpload> {
    this.checkOpen()
    return new MemoryUpload(this.place, (sha256, bytes) => this.contents.set(sha256, bytes))
  }
  async claimFile(sha256: string): Promise<boolean> {
    this.checkOpen()
    return this.contents.has(sha256)
  }
  async checkFile(sha256: string): Promise<FileCheck> {
    this.checkOpen()
    const size = this.contents.get(sha256)?.length
    return size === undefined ? { is: 'gone' } : { is: 'whole', size }
  }
  async openFile(sha256: string): Promise<StoredFile | undefined> {
    this.checkOpen()
    const bytes = this.contents.get(sha256)
    return (
      bytes && {
        sha256,
        size: bytes.length,
        read: (from, length) => Promise.resolve(bytes.slice(from, from + length)),
        close: () => Promise.resolve(),
      }
    )
  }
  async snapshotNumbers(id: string): Promise<readonly number[]> {
    return [...this.story(id).snapshots.keys()].sort((a, b) => a - b)
  }
  async readSnapshot(id: string, n: number): Promise<StorySnapshot> {
    const snapshot = this.story(id).snapshots.get(n)
    if (!snapshot)
      throw new StorageError(
        `${id}, snapshot ${n}`,
        storageText('what.missing'),
        storageText('safe.nothingChanged'),
        'Choose another snapshot.',
        'ENOENT',
      )
    return structuredClone(snapshot)
  }
  async readSnapshotHead(id: string, n: number): Promise<SnapshotHead | undefined> {
    const snapshot = this.story(id).snapshots.get(n)
    if (!snapshot) return undefined
    const { at, why, kind, state } = snapshot
    return { n, at, why, ...defined({ kind }), bytes: state.length }
  }
  async removeSnapshot(id: string, n: number): Promise<void> {
    this.story(id).snapshots.delete(n)
  }
  async listSetAside(id: string): Promise<readonly never[]> {
    this.story(id)
    return []
  }
  async close(): Promise<void> {
    this.closed = true
  }

  private change(part: Partial<LibraryFacts>): void {
    this.checkOpen()
    this.library = structuredClone({ ...this.library, ...part })
  }

  private story(id: string): Shelved {
    this.checkOpen()
    const story = this.stories.get(checkStoryId(this.place, id))
    if (!story) throw noSuchStory(this.place, id)
    return story
  }

  private checkOpen(): void {
    if (this.closed)
      throw new StorageError(
        this.place,
        storageText('library.closed'),
        storageText('safe.nothingChanged'),
        storageText('next.openAgain'),
        'CLOSED',
      )
  }
}

class MemoryUpload implements FileUpload {
  size = 0
  private parts: Uint8Array[] | undefined = []

  constructor(
    private readonly place: string,
    private readonly put: (sha256: string, bytes: Uint8Array) => void,
  ) {}

  async write(bytes: Uint8Array): Promise<void> {
    this.open().push(Uint8Array.from(bytes))
    this.size += bytes.length
  }
  async keep(): Promise<{ sha256: string; size: number }> {
    const bytes = Uint8Array.from(Buffer.concat(this.open()))
    this.parts = undefined
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.put(sha256, bytes)
    return { sha256, size: bytes.length }
  }
  async drop(): Promise<void> {
    this.parts = undefined
  }

  private open(): Uint8Array[] {
    if (!this.parts)
      throw new StorageError(
        this.place,
        storageText('cause.ENDED'),
        storageText('safe.nothingChanged'),
        storageText('cure.ENDED'),
        'ENDED',
      )
    return this.parts
  }
}
