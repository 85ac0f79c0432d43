/** `stet doctor`: every file of a library, checked and, when asked, mended. Also for one that does not open. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { LibraryProblem, LibraryReport } from '../../story/requests/requests'
import { decodeInWorker, type Decode } from '../story/decodeInWorker'
import { DurableFile } from '../disk/durableFile'
import { examineGenerations, examineStory, type Examining } from './examineStory'
import { isMissing, nodeFiles, type FileLayer } from '../disk/fileLayer'
import { hashFile } from '../disk/hashFile'
import { CREATING_COMMANDS, LIBRARY_STATE_ERRORS, libraryState } from './libraryState'
import { takeLock, newToken } from '../owner/libraryLock'
import { DurableRecord } from '../records/durableRecord'
import { openOwnerSocket } from '../owner/ownerSocket'
import { isLibraryRecord, isRosterRecord, isSourcesRecord } from '../records/shapes'
import { isStoryId } from '../disk/storyId'
import { isStorageError, NOTHING_CHANGED, storageErrorFrom } from '../disk/storageError'
import { unusedFiles } from './unusedFiles'

export interface ExamineOptions {
  readonly folder: string
  readonly repair?: boolean
  readonly files?: FileLayer
  readonly decode?: Decode
  /** Runs the check of one story while nobody writes to it. Absent: nobody writes to the library at all. */
  readonly whileStill?: (
    story: string,
    check: () => Promise<readonly LibraryProblem[]>,
  ) => Promise<readonly LibraryProblem[]>
  /** Stories that are open and must not be mended behind the back of those who write in them. */
  readonly open?: ReadonlySet<string>
  /** ISO 8601 instant. Absent: files that nothing speaks of are not looked for. */
  readonly now?: string
}

/** Rejects with StorageError only when the folder itself cannot be read. */
export async function examineLibrary(options: ExamineOptions): Promise<LibraryReport> {
  const report = await examineOnce(options)
  // What is written anew makes a damaged file the copy before, or leaves a damaged one beside it: a second look mends those.
  for (let look = 0; look < 2 && options.repair && report.problems.some(({ done }) => done); look++)
    await examineOnce(options)
  return report
}

async function examineOnce({
  folder,
  now,
  repair = false,
  files = nodeFiles,
  decode = decodeInWorker,
  whileStill = (_story, check) => check(),
  open = new Set(),
}: ExamineOptions): Promise<LibraryReport> {
  const examining = { files, repair, decode }
  const names = await namesIn(files, folder)
  const unmade = await notMade(files, folder)
  if (unmade) return { ok: false, problems: [unmade] }
  const problems: LibraryProblem[] = []
  const stories = names.includes('stories')
    ? (await namesIn(files, join(folder, 'stories'))).filter(isStoryId).sort()
    : []
  problems.push(...(await examineRecords(examining, folder, stories)))
  for (const id of stories) {
    const check = { ...examining, repair: repair && !open.has(id) }
    try {
      problems.push(...(await whileStill(id, () => examineStory(check, join(folder, 'stories', id), id))))
    } catch (error) {
      const { path, what, safe, next } = storageErrorFrom(
        error,
        join(folder, 'stories', id),
        'The other stories are untouched.',
      )
      problems.push({ path, what, safe, action: next })
    }
  }
  problems.push(...(await examineEvidence(files, join(folder, 'evidence'), names.includes('evidence'))))
  const ok = problems.every(({ done }) => done)
  // What cannot be read may speak of any file.
  if (!ok || now === undefined) return { ok, problems }
  try {
    const unused = await unusedFiles(files, folder, now)
    return { ok, problems, ...(unused.length > 0 ? { unused } : {}) }
  } catch (error) {
    const { path, what, next } = storageErrorFrom(error, folder, NOTHING_CHANGED)
    return {
      ok: false,
      problems: [
        ...problems,
        {
          path,
          what: `it cannot be read (${what}), and so nobody knows which captured files it speaks of`,
          safe: 'Everything that Stet keeps in the library was read.',
          action: next,
        },
      ],
    }
  }
}

/** A folder in which no library stands yet, as what it is: a repair makes none there, for a drive may be unplugged. */
async function notMade(files: FileLayer, folder: string): Promise<LibraryProblem | undefined> {
  // A record that cannot be read has its own line.
  const state = await libraryState(files, folder).catch(() => undefined)
  if (state === undefined || state === 'made' || state === 'unmarked') return undefined
  const { what, safe, next } = LIBRARY_STATE_ERRORS[state](folder)
  if (state !== 'empty') return { path: folder, what, safe, action: next }
  return {
    path: folder,
    what: 'there is no library here: the folder is empty',
    safe: 'Nothing was written here. If the making of a new library was interrupted, nothing is lost.',
    action: `Plug the drive in again if a library should be here. To make one here, start Stet on it, or run ${CREATING_COMMANDS}.`,
  }
}

/** The same for a library that no process of this machine has open; takes its lock while it mends. Rejects with LibraryInUse. */
export async function examineAlone({
  now,
  ...alone
}: Omit<ExamineOptions, 'now'> & { readonly now: () => string }): Promise<LibraryReport> {
  const options = { ...alone, now: now() }
  const { files = nodeFiles, folder, repair } = options
  if (!repair) return examineLibrary(options)
  await namesIn(files, folder)
  const token = newToken()
  const socket = await openOwnerSocket(token)
  try {
    const lock = await takeLock(files, folder, { token, socket: socket.address, at: options.now })
    try {
      return await examineLibrary(options)
    } finally {
      await lock.release()
    }
  } finally {
    await socket.stop()
  }
}

async function namesIn(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    throw storageErrorFrom(error, folder, NOTHING_CHANGED)
  }
}

/** A record of the library and what can stand in for it when neither generation is good. */
interface Stand<T> {
  readonly name: string
  readonly kind: string
  readonly isShape: (value: unknown) => value is T
  readonly anew: () => Promise<T> | T
  readonly lost: string
}

async function examineRecords(
  examining: Examining,
  folder: string,
  stories: readonly string[],
): Promise<readonly LibraryProblem[]> {
  const { files } = examining
  return [
    ...(await examineRecord(examining, folder, {
      name: 'library.json',
      kind: 'library',
      isShape: isLibraryRecord,
      anew: () => ({
        id: createHash('sha256').update(folder).digest('hex').slice(0, 20),
        created: '',
        settings: { deskOfOne: false },
      }),
      lost: 'The settings of the library are lost: it asks for two people again.',
    })),
    ...(await examineRecord(examining, folder, {
      name: 'roster.json',
      kind: 'roster',
      isShape: isRosterRecord,
      anew: async () => ({ people: await peopleInLedgers(files, folder, stories) }),
      lost: 'The roster is made of the names in the stories’ histories; roles have to be given again, and PINs set again: until then anybody acts under any name.',
    })),
    ...(await examineRecord(examining, folder, {
      name: 'sources.json',
      kind: 'sources',
      isShape: isSourcesRecord,
      anew: () => ({ sources: [] }),
      lost: 'The source book is lost: facts keep their evidence, but not who the source is, and protected names are not known any more.',
    })),
  ]
}

async function examineRecord<T>(
  examining: Examining,
  folder: string,
  { name, kind, isShape, anew, lost }: Stand<T>,
): Promise<readonly LibraryProblem[]> {
  const { files, repair } = examining
  const file = new DurableFile(files, join(folder, name), 'json', kind)
  const record = new DurableRecord(file, isShape)
  const done = repair ? { done: true as const } : {}
  const mended = async (data: T | (() => Promise<T> | T)): Promise<void> => {
    if (repair) await record.write(data instanceof Function ? await data() : data)
  }
  try {
    const data = await record.readIfThere()
    if (data === undefined) {
      await mended(anew)
      return [
        {
          path: file.path,
          what: 'it is missing',
          safe: 'The stories are untouched.',
          action: `Put it back from a backup. Otherwise make it anew: ${lost}`,
          ...done,
        },
      ]
    }
    const [told] = record.repairs
    if (told === undefined) return await examineGenerations(examining, file)
    await mended(data)
    return [
      {
        path: file.path,
        what: told.replace(`${file.path}: `, ''),
        safe: 'The copy before it is good.',
        action: 'Keep it under another name and write the copy before it in its place.',
        ...done,
      },
    ]
  } catch (error) {
    const { path, what, safe, next } = storageErrorFrom(error, file.path, NOTHING_CHANGED)
    if (!isStorageError(error, 'DAMAGED')) return [{ path, what, safe, action: next }]
    await mended(anew)
    return [
      {
        path,
        what,
        safe: 'The stories are untouched.',
        action: `Put it back from a backup. Otherwise keep it under another name and make it anew: ${lost}`,
        ...done,
      },
    ]
  }
}

async function peopleInLedgers(
  files: FileLayer,
  folder: string,
  stories: readonly string[],
): Promise<readonly { readonly name: string }[]> {
  const names = new Set<string>()
  for (const id of stories) {
    try {
      const text = Buffer.from(await files.readAll(join(folder, 'stories', id, 'ledger.jsonl'))).toString('utf8')
      for (const [, name] of text.matchAll(/"by":("(?:[^"\\]|\\.)*")/g)) {
        const by: unknown = JSON.parse(name ?? '""')
        if (typeof by === 'string' && by !== '' && by !== 'Stet') names.add(by)
      }
    } catch (error) {
      if (!isMissing(error) && !(error instanceof SyntaxError)) throw error
    }
  }
  return [...names].sort().map((name) => ({ name }))
}

/** A captured file is named by its SHA-256, so it vouches for itself. */
async function examineEvidence(files: FileLayer, folder: string, isThere: boolean): Promise<readonly LibraryProblem[]> {
  if (!isThere) return []
  const problems: LibraryProblem[] = []
  for (const name of await namesIn(files, folder)) {
    const hash = /^([0-9a-f]{64})(?:\.[^.]*)?$/.exec(name)?.[1]
    if (hash === undefined) continue
    const path = join(folder, name)
    try {
      if ((await hashFile(files, path)).sha256 === hash) continue
      problems.push({
        path,
        what: 'the captured file is not as it was captured',
        safe: 'The stories are untouched.',
        action: 'Put it back from a backup, or capture it again and check the facts that rest on it.',
      })
    } catch (error) {
      // Tidied away since the folder was listed.
      if (isMissing(error) && !(await namesIn(files, folder)).includes(name)) continue
      const { what, safe, next } = storageErrorFrom(error, path, 'The stories are untouched.')
      problems.push({ path, what, safe, action: next })
    }
  }
  return problems
}
