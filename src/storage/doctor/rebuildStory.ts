/**
 * Rebuilds a story whose two states are damaged: from its newest snapshot and the changes, or from its readable text.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { createStoryState } from '../../document/createStoryDoc'
import type { LibraryProblem } from '../../story/requests/requests'
import { FileHandlePool } from '../disk/appendFile'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { scanFrames } from '../disk/frames'
import { isStorageError } from '../disk/storageError'
import type { StoredStory, StoryHeader } from '../disk/storyStore'
import type { StoryRecord } from '../records/shapes'
import { segmentName, segmentsIn } from '../story/updates/changeLog'
import type { Decode } from '../story/updates/decodeInWorker'
import { SNAPSHOT_FOLDER, snapshotNumbersIn, snapshotRecord, stateOfSnapshot } from '../story/snapshotFiles'
import { aboutState, STATE_FILE, stateFile } from '../story/updates/stateFile'
import { StoryFolder } from '../story/storyFolder'
import { storyRecord } from '../story/storyRecord'
import { assertLoads } from '../story/updates/verifyState'
import { STET } from '../../story/text/stet'

export interface Rebuilding {
  readonly files: FileLayer
  readonly repair: boolean
  readonly decode: Decode
}

/** What a story can be rebuilt from. */
interface Rescue {
  readonly state: Uint8Array
  readonly header: Omit<StoryHeader, 'id'>
  /** For people. */
  readonly safe: string
  readonly action: string
}

/** Writes the story only when `repair` is set. */
export async function rebuildStory(rebuilding: Rebuilding, folder: string, id: string): Promise<LibraryProblem> {
  const { files, repair, decode } = rebuilding
  const path = join(folder, STATE_FILE)
  const what = storageText('doctor.statesDamaged')
  const rescue = (await fromSnapshot(rebuilding, folder)) ?? (await fromText(files, folder))
  if (!rescue) return { path, what, safe: storageText('safe.otherStories'), action: storageText('next.backup') }
  const logged = await readableChanges(files, folder)
  const decoded = await decode([rescue.state, ...logged.updates])
  const state = decoded.ok ? decoded.state : rescue.state
  if (repair) {
    assertLoads(state)
    const start = { segment: logged.lastSegment + 1, change: logged.nextChange }
    await stateFile(files, folder).write(state, {
      ...aboutState({ ...rescue.header, id }, start),
      rebuilt: start.segment,
    })
    const pool = new FileHandlePool()
    const story = new StoryFolder(files, folder, id, pool, true)
    await story.load()
    await story.rewriteRecord()
    await pool.closeAll()
  }
  return { path, what, safe: rescue.safe, action: rescue.action, ...(repair ? { done: true as const } : {}) }
}

async function fromSnapshot({ files, decode }: Rebuilding, folder: string): Promise<Rescue | undefined> {
  const record = await readableRecord(files, folder)
  const names = await files.list(join(folder, SNAPSHOT_FOLDER)).catch(() => [])
  for (const n of [...snapshotNumbersIn(names)].reverse()) {
    try {
      const snapshot = await snapshotRecord(files, folder, n).read()
      const state = stateOfSnapshot(snapshot)
      if (!(await decode([state])).ok) continue
      return {
        state,
        header: record?.header ?? { guid: snapshot.view.guid, created: snapshot.at },
        safe: storageText('doctor.snapshotWhole', { n }),
        action: storageText('doctor.rebuildFromSnapshot', { n, why: snapshot.why, at: snapshot.at }),
      }
    } catch (error) {
      if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE') && !isStorageError(error, 'NEWER'))
        throw error
    }
  }
  return undefined
}

async function fromText(files: FileLayer, folder: string): Promise<Rescue | undefined> {
  const record = await readableRecord(files, folder)
  const view = record?.snapshot?.view
  if (!record || !view) return undefined
  const copy = view.blocks.map((block) => ({ ...block, spans: [] }))
  return {
    state: createStoryState({ copy, fields: view.fields }, 1, STET),
    header: record.header,
    safe: storageText('doctor.textSafe'),
    action: storageText('doctor.rebuildFromText'),
  }
}

async function readableRecord(files: FileLayer, folder: string): Promise<StoryRecord | undefined> {
  try {
    return await storyRecord(files, folder).readIfThere()
  } catch {
    return undefined
  }
}

async function readableChanges(
  files: FileLayer,
  folder: string,
): Promise<{ readonly updates: StoredStory['updates']; readonly lastSegment: number; readonly nextChange: number }> {
  const updates: Uint8Array[] = []
  let nextChange = 1
  const segments = segmentsIn(await files.list(folder))
  for (const segment of segments) {
    try {
      for (const frame of scanFrames(await files.readAll(join(folder, segmentName(segment)))).frames) {
        updates.push(frame.content)
        nextChange = Math.max(nextChange, frame.change + 1)
      }
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  return { updates, lastSegment: segments.at(-1) ?? 0, nextChange }
}
