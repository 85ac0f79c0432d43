/** Makes the folders of new stories, several at once: most of the work is waiting for the disk. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { temporaryName, writeNewFile } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { Sequencer } from '../disk/sequencer'
import { storageErrorFrom } from '../disk/storageError'
import { checkStoryId, storyExists } from '../disk/storyId'
import type { InitialStory, StoryHeader } from '../disk/storyStore'
import type { StoryHeads } from '../records/shapes'
import { Chain } from '../../story/trust/chain'
import { headOf } from './ledger/ledgerChain'
import { LEDGER_FILE, ledgerLinesOf } from './ledger/ledgerFile'
import { SNAPSHOT_FOLDER, snapshotRecord } from './snapshotFiles'
import { aboutState, stateFile } from './updates/stateFile'
import { storyRecord } from './storyRecord'
import { assertLoads } from './updates/verifyState'
import { storyNames } from './storyNames'

export class StoryFolderMaker {
  readonly #folder: string
  readonly #names = new Sequencer()
  /** Id → a story that is being made. */
  readonly #filling = new Map<string, Promise<void>>()
  /**
   * Names of the stories in lower case, because some disks take "A" and "a" for the same. Listed once, then kept up
   * to date.
   */
  #taken: Set<string> | undefined
  readonly #syncing = new Sequencer()
  #nextSync: Promise<void> | undefined

  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
  ) {
    this.#folder = join(place, 'stories')
  }

  /** Resolves when the whole story is on the disk. Rejects when a story has the id, or is being made with it. */
  async make({ id: given, guid, created }: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void> {
    const { filled } = await this.#names.queue(async () => {
      const id = checkStoryId(this.place, given)
      const taken = (this.#taken ??= new Set(
        [...this.#filling.keys(), ...(await storyNames(this.files, this.#folder))].map((name) => name.toLowerCase()),
      ))
      if (taken.has(id.toLowerCase())) throw storyExists(this.place, id)
      taken.add(id.toLowerCase())
      const filling = this.#fill({ id, guid, created }, state, first)
      this.#filling.set(id, filling)
      filling.then(
        () => void this.#filling.delete(id),
        () => {
          this.#filling.delete(id)
          // The folder may be there or not: list again.
          this.#taken = undefined
        },
      )
      return { filled: filling }
    })
    await filled
  }

  /** Runs `work` when no story is half made. None is begun before it ends. */
  whileNoneIsMade<T>(work: () => Promise<T>): Promise<T> {
    return this.#names.queue(async () => {
      await Promise.allSettled(this.#filling.values())
      return work()
    })
  }

  async #fill(header: StoryHeader, state: Uint8Array, first: InitialStory | undefined): Promise<void> {
    const path = join(this.#folder, header.id)
    // Filled under another name: a story is there with all its files or not at all.
    const filling = temporaryName(path)
    try {
      await this.files.addFolder(filling)
      await fillStoryFolder(this.files, filling, header, state, first)
      await this.files.rename(filling, path)
      await this.#syncNames()
    } catch (error) {
      // The next opening of the library sweeps what cannot be removed now.
      await this.files.removeFolder(filling).catch(() => undefined)
      throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }

  /** Resolves when the names made before the call are on the disk. Calls during a sync share the next one. */
  #syncNames(): Promise<void> {
    if (this.#nextSync) return this.#nextSync
    const next = this.#syncing.queue(() => {
      this.#nextSync = undefined
      return this.files.syncFolder(this.#folder)
    })
    this.#nextSync = next
    return next
  }
}

/** Fills an empty folder that does not count as a story yet. Resolves when all of it is on the disk. */
async function fillStoryFolder(
  files: FileLayer,
  folder: string,
  header: StoryHeader,
  state: Uint8Array,
  { ledger, file, loaded, snapshots = [] }: Partial<InitialStory> = {},
): Promise<void> {
  if (loaded !== state) assertLoads(state)
  const entries = ledger ?? []
  new Chain().append(entries)
  const lines = ledgerLinesOf(entries)
  const heads: StoryHeads = {
    segment: 1,
    bytes: 0,
    nextChange: 1,
    ledger: { bytes: lines.length, ...headOf(entries) },
  }
  const versions = join(folder, SNAPSHOT_FOLDER)
  await files.addFolder(versions)
  for (const one of snapshots)
    await snapshotRecord(files, folder, one.n).begin({ ...one, state: Buffer.from(one.state).toString('base64') })
  if (snapshots.length > 0) await files.syncFolder(versions)
  // At once, so that the three wait for the disk together.
  const writing = await Promise.allSettled([
    writeNewFile(files, join(folder, LEDGER_FILE), lines),
    stateFile(files, folder).begin(state, aboutState(header, { segment: 1, change: 1 })),
    storyRecord(files, folder).begin({ header, snapshot: file ?? null, heads }),
  ])
  for (const written of writing) if (written.status === 'rejected') throw written.reason
  await files.syncFolder(folder)
}
