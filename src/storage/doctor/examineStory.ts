/**
 * Every file of one story, checked: what is wrong, what is safe, and what repairing does. Nothing is changed unless `repair`
 * is asked for, and nothing is ever thrown away: what cannot be read is kept under another name.
 */
import { createStoryState } from '../../document/createStoryDoc'
import { basename, isAbsolute, join } from 'node:path'
import type { LibraryProblem } from '../../story/requests/requests'
import { FileHandlePool } from '../disk/appendFile'
import { segmentName, segmentsIn } from '../story/changeLog'
import type { Decode } from '../story/decodeInWorker'
import { DurableFile, type Found } from '../disk/durableFile'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { scanFrames } from '../disk/frames'
import { DurableRecord } from '../records/durableRecord'
import { isStoryRecord, isSnapshotRecord, type StoryRecord, type SnapshotRecord } from '../records/shapes'
import { quarantine } from '../disk/quarantine'
import { LEDGER_FILE, StoryFolder, STATE_FILE } from '../story/storyFolder'
import type { StoredStory, StoryHeader } from '../disk/storyStore'
import { isStorageError, storageErrorFrom } from '../disk/storageError'
import { defined } from '../../story/text/defined'

export interface Examining {
  readonly files: FileLayer
  readonly repair: boolean
  readonly decode: Decode
}

const OTHERS = 'The other files of the story are untouched.'
const BACKUP = 'Put it back from a backup.'

export async function examineStory(
  examining: Examining,
  folder: string,
  id: string,
): Promise<readonly LibraryProblem[]> {
  const { files, repair } = examining
  const problems: LibraryProblem[] = []
  const names = await files.list(folder)
  problems.push(
    ...(await examineGenerations(examining, new DurableFile(files, join(folder, STATE_FILE), 'bytes', 'state'))),
  )
  problems.push(
    ...(await examineGenerations(examining, new DurableFile(files, join(folder, 'story.json'), 'json', 'story'))),
  )
  problems.push(...(await examineOldSegments(examining, folder, names)))
  problems.push(...(await examineSnapshots(examining, folder, names)))
  if (!names.includes(LEDGER_FILE)) problems.push(await ledgerMissing(examining, folder))

  const reading = new StoryFolder(files, folder, id, new FileHandlePool(), false)
  try {
    const story = await reading.load()
    const decoded = await examining.decode(story.updates)
    if (!decoded.ok) {
      problems.push({
        path: join(folder, STATE_FILE),
        what: `the document cannot be read (${decoded.why})`,
        safe: 'Its bytes are as they were written.',
        action: 'Open an earlier version of the story, or put the story back from a backup.',
      })
      return problems
    }
    const told = story.repairs.map((line) => asProblem(folder, line))
    if (told.length === 0) return problems
    if (!repair) return [...problems, ...told]
    await mend(examining, folder, id, decoded.state)
    return [...problems, ...told.map((problem) => (isForGood(problem) ? problem : { ...problem, done: true as const }))]
  } catch (error) {
    if (isStorageError(error, 'DAMAGED') || (isStorageError(error, 'ENOENT') && !names.includes(STATE_FILE)))
      return [...problems, await rebuild(examining, folder, id)]
    const { path, what, safe, next } = storageErrorFrom(error, folder, OTHERS)
    return problems.some((problem) => problem.path === path)
      ? problems
      : [...problems, { path, what, safe, action: next }]
  }
}

/** What reading the story told about itself. */
function asProblem(folder: string, line: string): LibraryProblem {
  const [, name = '', what = line] = /^([^:]*(?::\\[^:]*)?): (.*)$/s.exec(line) ?? []
  const path = isAbsolute(name) ? name : join(folder, name.replace(/,.*$/, ''))
  if (basename(path) === LEDGER_FILE && !what.includes('not finished')) {
    return {
      path,
      what,
      safe: 'The words of the story and all other entries are safe.',
      action:
        'Put ledger.jsonl back from a backup. Nobody can write a lost entry anew: sign again what the history no longer shows.',
    }
  }
  return {
    path,
    what,
    safe: 'Everything else of the story was read.',
    action: 'Keep the damaged bytes under another name and write the story anew from what was read.',
  }
}

/** Entries that are gone stay gone; it is told as long as it is so. */
const isForGood = ({ path, what }: LibraryProblem): boolean =>
  basename(path) === LEDGER_FILE && !what.includes('not finished') && !what.includes('at its end')

/** Cuts, sets aside, and writes state and record from what was read. */
async function mend({ files }: Examining, folder: string, id: string, state: Uint8Array): Promise<void> {
  const shelf = new FileHandlePool()
  const story = new StoryFolder(files, folder, id, shelf, true)
  await story.load()
  await story.compact(state)
  await story.rewriteRecord()
  await shelf.closeAll()
}

/** The generation before is only looked at when it is needed, so its rot has to be found here. Damage to the file itself is told by its reader. */
export async function examineGenerations(
  { files, repair }: Examining,
  file: DurableFile,
): Promise<readonly LibraryProblem[]> {
  let found: { readonly current: Found; readonly previous: Found }
  try {
    found = await file.examine()
  } catch (error) {
    const { path, what, safe, next } = storageErrorFrom(error, file.path, OTHERS)
    return [{ path, what, safe, action: next }]
  }
  const { current, previous } = found
  if (current.is !== 'good' || previous.is !== 'damaged') return []
  if (repair) await files.rename(file.previousPath, `${file.previousPath}.damaged`)
  return [
    {
      path: file.previousPath,
      what: `the copy before ${basename(file.path)} is damaged: ${previous.why}`,
      safe: `${basename(file.path)} itself is good.`,
      action: 'Keep it under another name; the next writing makes a new one.',
      ...(repair ? { done: true as const } : {}),
    },
  ]
}

/** Segments that only the state before needs. */
async function examineOldSegments(
  { files, repair }: Examining,
  folder: string,
  names: readonly string[],
): Promise<readonly LibraryProblem[]> {
  const state = await new DurableFile(files, join(folder, STATE_FILE), 'bytes', 'state')
    .examine()
    .catch(() => undefined)
  const first = state?.current.is === 'good' ? state.current.sealed.envelope.about?.['firstSegment'] : undefined
  const problems: LibraryProblem[] = []
  for (const segment of segmentsIn(names)) {
    if (typeof first !== 'number' || segment >= first) continue
    const path = join(folder, segmentName(segment))
    try {
      const { damaged, torn } = scanFrames(await files.readAll(path))
      if (damaged.length === 0 && !torn) continue
      if (repair) await files.rename(path, `${path}.damaged`)
      problems.push({
        path,
        what: 'changes in it are damaged',
        safe: `${STATE_FILE} holds all of them; they are kept only for the copy before it.`,
        action: 'Keep it under another name.',
        ...(repair ? { done: true as const } : {}),
      })
    } catch (error) {
      const { what, safe, next } = storageErrorFrom(error, path, OTHERS)
      problems.push({ path, what, safe, action: next })
    }
  }
  return problems
}

const VERSION_FILE = /^(\d{1,9})\.json$/

async function examineSnapshots(
  examining: Examining,
  folder: string,
  names: readonly string[],
): Promise<readonly LibraryProblem[]> {
  if (!names.includes('versions')) return []
  const { files, repair, decode } = examining
  const problems: LibraryProblem[] = []
  for (const name of await files.list(join(folder, 'versions'))) {
    if (!VERSION_FILE.test(name)) continue
    const path = join(folder, 'versions', name)
    const why = await snapshotProblem(files, path, decode)
    if (why === undefined) continue
    if (why.newer) {
      problems.push({ path, what: why.what, safe: OTHERS, action: 'Open the library with the newer Stet.' })
      continue
    }
    if (repair) await files.rename(path, `${path}.damaged`)
    problems.push({
      path,
      what: `this version is lost: ${why.what}`,
      safe: 'The story as it is now and its other versions are safe.',
      action: `Keep it under another name. ${BACKUP}`,
      ...(repair ? { done: true as const } : {}),
    })
  }
  return problems
}

async function snapshotProblem(
  files: FileLayer,
  path: string,
  decode: Decode,
): Promise<{ readonly what: string; readonly newer?: true } | undefined> {
  try {
    const snapshot = await snapshotRecord(files, path).read()
    const decoded = await decode([Buffer.from(snapshot.state, 'base64')])
    return decoded.ok ? undefined : { what: `its document cannot be read (${decoded.why})` }
  } catch (error) {
    const { what } = storageErrorFrom(error, path, OTHERS)
    return isStorageError(error, 'NEWER') ? { what, newer: true } : { what }
  }
}

const snapshotRecord = (files: FileLayer, path: string): DurableRecord<SnapshotRecord> =>
  new DurableRecord(new DurableFile(files, path, 'json', 'version'), isSnapshotRecord)

async function ledgerMissing({ files, repair }: Examining, folder: string): Promise<LibraryProblem> {
  const path = join(folder, LEDGER_FILE)
  if (repair) await quarantine(files, path, new Uint8Array())
  return {
    path,
    what: 'the history of the story is missing',
    safe: 'The words of the story and its tags are safe.',
    action: `${BACKUP} Otherwise begin an empty one: what was signed is then to be signed again.`,
    ...(repair ? { done: true as const } : {}),
  }
}

/** Neither state can be read: the newest version and the changes that are left, or at least the readable text. */
async function rebuild(examining: Examining, folder: string, id: string): Promise<LibraryProblem> {
  const { files, repair, decode } = examining
  const path = join(folder, STATE_FILE)
  const what = 'the story’s document is damaged, and so is the copy before it'
  const source = (await fromSnapshot(examining, folder)) ?? (await fromText(files, folder))
  if (!source) return { path, what, safe: 'The other stories are untouched.', action: BACKUP }
  const logged = await loggedUpdates(files, folder)
  const decoded = await decode([source.state, ...logged.updates])
  const state = decoded.ok ? decoded.state : source.state
  if (repair) {
    const header = source.header ?? { id, guid: source.guid, created: source.created }
    await StoryFolder.putState(files, folder, { ...header, id }, state, {
      segment: logged.lastSegment + 1,
      change: logged.nextChange,
    })
    const shelf = new FileHandlePool()
    const story = new StoryFolder(files, folder, id, shelf, true)
    await story.load()
    await story.rewriteRecord()
    await shelf.closeAll()
  }
  return {
    path,
    what,
    safe: source.safe,
    action: `Keep the damaged files under another name and write the story anew from ${source.from}. ${source.lost}`,
    ...(repair ? { done: true as const } : {}),
  }
}

interface Rescue {
  readonly state: Uint8Array
  readonly header?: StoryHeader
  readonly guid: string
  readonly created: string
  readonly from: string
  readonly safe: string
  readonly lost: string
}

async function fromSnapshot({ files, decode }: Examining, folder: string): Promise<Rescue | undefined> {
  const record = await readableRecord(files, folder)
  const names = await files.list(join(folder, 'versions')).catch(() => [])
  const numbers = names
    .flatMap((name) => VERSION_FILE.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
  for (const n of numbers) {
    try {
      const snapshot = await snapshotRecord(files, join(folder, 'versions', `${n}.json`)).read()
      const state = Uint8Array.from(Buffer.from(snapshot.state, 'base64'))
      if (!(await decode([state])).ok) continue
      return {
        state,
        guid: snapshot.view.guid,
        created: snapshot.at,
        ...defined({ header: record?.header }),
        from: `version ${n} (${snapshot.why}, ${snapshot.at}) and the changes that can be read`,
        safe: `Version ${n} is whole.`,
        lost: 'What was written between that version and the first change that can be read is lost.',
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
  return {
    state: createStoryState(
      { copy: view.blocks.map((block) => ({ ...block, spans: [] })), fields: view.fields },
      1,
      'Stet',
    ),
    header: record.header,
    guid: record.header.guid,
    created: record.header.created,
    from: 'the readable text in story.json',
    safe: 'The text as it last stood in story.json, the fields and the history are safe.',
    lost: 'The tags, links and formatting, and what was written since, are lost.',
  }
}

async function readableRecord(files: FileLayer, folder: string): Promise<StoryRecord | undefined> {
  try {
    return await new DurableRecord(
      new DurableFile(files, join(folder, 'story.json'), 'json', 'story'),
      isStoryRecord,
    ).readIfThere()
  } catch {
    return undefined
  }
}

async function loggedUpdates(
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
