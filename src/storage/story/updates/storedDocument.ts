/** A story's document on disk: its state, and the log of the changes since. The caller makes one call at a time. */
import { join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import { messageOf } from '../../../story/text/messageOf'
import type { FileHandlePool } from '../../disk/appendFile'
import { TEMPORARY, type DurableFile, type DurableReading } from '../../disk/durableFile'
import { isMissing, type FileLayer } from '../../disk/fileLayer'
import type { Repair } from '../../disk/damaged/repair'
import { StorageError, isStorageError, storageErrorFrom } from '../../disk/storageError'
import type { StoryHeader } from '../../disk/storyStore'
import { SNAPSHOT_FOLDER } from '../snapshotFiles'
import { ChangeLog, segmentName } from './changeLog'
import { aboutState, checkFolderName, headerOf, logStart, STATE_FILE, stateFile } from './stateFile'
import { assertLoads, leavesOut } from './verifyState'

interface ReadDocument {
  readonly header: StoryHeader
  readonly updates: readonly Uint8Array[]
  readonly repairs: readonly Repair[]
}

export class StoredDocument {
  readonly log: ChangeLog
  private readonly state: DurableFile
  private header: StoryHeader | undefined

  constructor(
    private readonly files: FileLayer,
    private readonly folder: string,
    pool: FileHandlePool,
    private readonly writable: boolean,
  ) {
    this.state = stateFile(files, folder)
    this.log = new ChangeLog(files, folder, pool, writable)
  }

  /** Undefined until the document is read. Before that, nobody knows where its log ends. */
  get known(): StoryHeader | undefined {
    return this.header
  }

  /** Call it before writing anything: the first reading deletes temporaries that a crash left. */
  async makeReady(): Promise<StoryHeader> {
    return this.header ?? (await this.read()).header
  }

  async read(): Promise<ReadDocument> {
    const reading = await this.readState()
    checkFolderName(headerOf(reading), this.folder)
    try {
      if (this.writable) await this.sweep()
      const log = await this.log.read(logStart(reading.envelope.about, this.state.path))
      const header = headerOf(reading)
      this.header = header
      return {
        header,
        updates: [Uint8Array.from(reading.content), ...log.updates],
        repairs: [...rebuiltIn(reading), ...reading.repairs, ...log.repairs],
      }
    } catch (error) {
      throw storageErrorFrom(error, this.folder, storageText('safe.nothingChanged'))
    }
  }

  /**
   * Replaces the state. Rejects, and changes nothing, when `state` does not load or lacks anything that is on the
   * disk. Resolves with the leftovers that could not be removed.
   */
  async compact(state: Uint8Array): Promise<readonly Repair[]> {
    const { header, updates } = await this.readForCompaction()
    const verify = (content: Uint8Array): void => {
      assertLoads(content)
      if (leavesOut(content, updates)) throw incompleteState(this.state.path)
    }
    // Before the write: it may reject although the new state is in place, and then the log must already go on where
    // that state looks for it.
    const start = await this.log.moveOn()
    await this.state.write(state, aboutState(header, start), verify)
    return this.dropOldSegments()
  }

  /**
   * What a new state must hold. If both states rotted while the story is open, its owner's memory is the better one.
   */
  private async readForCompaction(): Promise<Pick<ReadDocument, 'header' | 'updates'>> {
    try {
      return await this.read()
    } catch (error) {
      if (!this.header || !isStorageError(error, 'DAMAGED')) throw error
      return { header: this.header, updates: [] }
    }
  }

  /** Keeps the changes since the previous state: without them it would be of no use. */
  private async dropOldSegments(): Promise<readonly Repair[]> {
    try {
      const previous = await this.state.readPrevious()
      if (previous) await this.log.dropBefore(logStart(previous.envelope.about, this.state.path).segment)
      return []
    } catch (error) {
      const why = messageOf(error)
      return [{ file: this.folder, what: storageText('storyFolder.oldLogsStay', { why }), kind: 'damage' }]
    }
  }

  private async readState(): Promise<DurableReading> {
    const reading = await this.state.read()
    if (reading) return reading
    throw new StorageError(
      this.state.path,
      storageText('what.missing'),
      storageText('safe.otherStories'),
      storageText('next.plugInOrBackup'),
      'ENOENT',
    )
  }

  /** Deletes what a crash left half-written. Only once, before this process writes temporaries of its own. */
  private async sweep(): Promise<void> {
    if (this.header) return
    await sweepTemporaries(this.files, this.folder)
    await sweepTemporaries(this.files, join(this.folder, SNAPSHOT_FOLDER))
  }
}

/** The doctor rebuilt the story: known until the state is written again, after Stet noted the loss. */
function rebuiltIn({ envelope: { about } }: DurableReading): readonly Repair[] {
  const rebuilt = about?.['rebuilt']
  if (rebuilt === undefined) return []
  const loss = { kind: 'log', where: `rebuilt before ${segmentName(Number(rebuilt))}` } as const
  return [{ file: STATE_FILE, what: storageText('state.rebuilt'), kind: 'damage', loss }]
}

/** `path`: of the state that would be replaced. */
export const incompleteState = (path: string): StorageError =>
  new StorageError(
    path,
    storageText('state.incomplete'),
    storageText('safe.savedBefore'),
    storageText('next.openStoryAgain'),
    'INCOMPLETE',
  )

async function sweepTemporaries(files: FileLayer, folder: string): Promise<void> {
  const names = await files.list(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const name of names) {
    if (!name.startsWith('.') || !name.endsWith(TEMPORARY)) continue
    try {
      await files.remove(join(folder, name))
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
}
