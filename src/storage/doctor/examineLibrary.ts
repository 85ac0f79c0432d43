/**
 * `stet doctor`: checks every file of a library, and repairs it when asked. Also works on a library that does not
 * open.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { BackupProgress, LibraryProblem, LibraryReport } from '../../story/requests/requests'
import { DecodingWorker, type Decode } from '../story/updates/decodeInWorker'
import { examineArchive } from './examineArchive'
import { examineDeletions, knownTombstones } from './examineDeletions'
import { examineRecords } from './examineRecords'
import { examineStory } from './examineStory'
import { examineDesk } from './examineSignatures'
import { NO_TRUST, readKnownTrust, type KnownTrust } from './knownHeads'
import { isMissing, nodeFiles, type FileLayer } from '../disk/fileLayer'
import { hashFile } from '../disk/crypto/hashFile'
import { StoryDeleter } from '../story/storyDeleter'
import { libraryState, libraryStateError } from './libraryState'
import { takeLock, newToken } from '../owner/libraryLock'
import { openOwnerSocket } from '../owner/ownerSocket'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import { isStoryId } from '../disk/storyId'
import { storageErrorFrom } from '../disk/storageError'
import { unusedFiles } from './unusedFiles'

export interface ExamineOptions {
  readonly folder: string
  readonly repair?: boolean
  readonly files?: FileLayer
  readonly decode?: Decode
  /** Runs the check of one story while nobody writes to it. Absent when nobody writes to the library at all. */
  readonly whileStill?: (
    story: string,
    check: () => Promise<readonly LibraryProblem[]>,
  ) => Promise<readonly LibraryProblem[]>
  /** Open stories. They are not repaired, because people write in them. */
  readonly open?: ReadonlySet<string>
  /** Those of the process that has the library open. */
  readonly deletions?: StoryDeleter
  /** Checks shapes, checksums and signatures only: captured files are not read, and no document is decoded. */
  readonly quick?: boolean
  /** ISO 8601 instant. Absent: captured files that nothing refers to are not looked for. */
  readonly now?: string
  /** Told after each story and each captured file. A repair looks again, from the first one. */
  readonly progress?: (progress: BackupProgress) => void
}

/** Rejects with StorageError only if the folder itself cannot be read. */
export async function examineLibrary(options: ExamineOptions): Promise<LibraryReport> {
  const worker = new DecodingWorker()
  const { repair, quick, decode = quick === true ? vouchedFor : worker.decode } = options
  try {
    const report = await examineOnce({ ...options, decode })
    // A repair may leave a damaged previous copy, or damage beside it. Further rounds repair those.
    for (let round = 0; round < 2 && repair && report.problems.some(({ done }) => done); round++)
      await examineOnce({ ...options, decode })
    return report
  } finally {
    worker.close()
  }
}

async function examineOnce({
  folder,
  now,
  repair = false,
  files = nodeFiles,
  quick = false,
  decode,
  whileStill = (_story, check) => check(),
  open = new Set(),
  deletions = new StoryDeleter(files, folder),
  progress,
}: ExamineOptions & { readonly decode: Decode }): Promise<LibraryReport> {
  const examining = { files, repair, decode }
  const names = await namesThere(files, folder)
  const unmade = await problemOfState(files, folder)
  if (unmade) return { ok: false, problems: [unmade] }
  const problems: LibraryProblem[] = []
  const storyNames = async (): Promise<readonly string[]> =>
    names.includes('stories') ? namesThere(files, join(folder, 'stories')) : []
  problems.push(...(await examineRecords({ files, repair, folder })))
  // Before the ledgers: one that grows meanwhile is ahead of its head, never behind.
  const archive = await examineArchive({ files, repair, folder })
  problems.push(...archive.problems)
  const readTrust = (): Promise<KnownTrust> =>
    archive.unknown ? Promise.resolve(NO_TRUST) : readKnownTrust(files, folder, archive.id)
  const trust = await readTrust().catch((error: unknown) => {
    const { path, what, safe, next } = storageErrorFrom(error, folder, storageText('safe.stories'))
    problems.push({ path, what, safe, action: next })
    return NO_TRUST
  })
  // Of a ledger that is damaged its own problem tells.
  if (problems.every(({ path, done }) => done || path !== join(folder, LEDGER_FILE)))
    problems.push(...(await examineDesk(files, folder, trust, readTrust)))
  // Without its whole ledger nobody knows whether a story has a tombstone.
  const isLedgerWhole = problems.every(({ path, done }) => done || path !== join(folder, LEDGER_FILE))
  const deleting = { folder, repair: repair && isLedgerWhole, deleter: deletions, names: storyNames, readTrust }
  problems.push(...(await examineDeletions(deleting, trust)))
  const tombstones = knownTombstones(trust)
  const ids = (await storyNames()).filter(isStoryId).sort()
  // Only counted here. A folder that cannot be listed keeps no story from being repaired; examineEvidence rejects.
  const captured =
    quick || !names.includes('evidence') ? [] : await files.list(join(folder, 'evidence')).catch(() => [])
  let done = 0
  const step = (): void => progress?.({ done: ++done, of: ids.length + captured.length })
  for (const id of ids) {
    step()
    // Nothing of it counts. That it is there is a problem of its own.
    if (tombstones.has(id)) continue
    const check = { ...examining, repair: repair && !open.has(id) }
    try {
      problems.push(
        ...(await whileStill(id, () => examineStory(check, join(folder, 'stories', id), id, { trust, readTrust }))),
      )
    } catch (error) {
      // Deleted since the folder was listed.
      if (!(await storyNames()).includes(id)) continue
      const { path, what, safe, next } = storageErrorFrom(
        error,
        join(folder, 'stories', id),
        storageText('safe.otherStories'),
      )
      problems.push({ path, what, safe, action: next })
    }
  }
  if (!quick)
    problems.push(...(await examineEvidence(files, join(folder, 'evidence'), names.includes('evidence'), step)))
  const ok = problems.every(({ done }) => done)
  // What cannot be read may refer to any captured file.
  if (!ok || now === undefined) return { ok, problems }
  try {
    const unused = await unusedFiles(files, folder, now)
    return { ok, problems, ...(unused.length > 0 ? { unused } : {}) }
  } catch (error) {
    const { path, what, next } = storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
    return {
      ok: false,
      problems: [
        ...problems,
        {
          path,
          what: storageText('doctor.unreadable', { what }),
          safe: storageText('doctor.unreadableSafe'),
          action: next,
        },
      ],
    }
  }
}

/** Takes what its checksum vouches for. */
const vouchedFor: Decode = () => Promise.resolve({ ok: true, state: new Uint8Array(), waits: false })

/** The problem of a folder without a library. A repair makes none there, because a drive may be unplugged. */
async function problemOfState(files: FileLayer, folder: string): Promise<LibraryProblem | undefined> {
  // A record that cannot be read has a problem of its own.
  const state = await libraryState(files, folder).catch(() => undefined)
  if (state === undefined || state === 'made' || state === 'unmarked') return undefined
  const { what, safe, next } = libraryStateError(state, folder)
  if (state !== 'empty') return { path: folder, what, safe, action: next }
  return {
    path: folder,
    what: storageText('doctor.emptyFolder'),
    safe: storageText('doctor.emptyFolderSafe'),
    action: storageText('doctor.emptyFolderAction'),
  }
}

/**
 * The same for a library that no process of this machine has open. A repair takes its lock. Rejects with
 * LibraryInUse.
 */
export async function examineAlone({
  now,
  ...alone
}: Omit<ExamineOptions, 'now'> & { readonly now: () => string }): Promise<LibraryReport> {
  const options = { ...alone, now: now() }
  const { files = nodeFiles, folder, repair } = options
  if (!repair) return examineLibrary(options)
  await namesThere(files, folder)
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

/** The names in a folder. Throws a StorageError, even if the folder is only missing. */
async function namesThere(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  }
}

/** Checks captured files by their names: a name is the SHA-256 of the content. */
async function examineEvidence(
  files: FileLayer,
  folder: string,
  isThere: boolean,
  step: () => void,
): Promise<readonly LibraryProblem[]> {
  if (!isThere) return []
  const problems: LibraryProblem[] = []
  for (const name of await namesThere(files, folder)) {
    step()
    const hash = /^([0-9a-f]{64})(?:\.[^.]*)?$/.exec(name)?.[1]
    if (hash === undefined) continue
    const path = join(folder, name)
    try {
      if ((await hashFile(files, path)).sha256 === hash) continue
      problems.push({
        path,
        what: storageText('doctor.captureChanged'),
        safe: storageText('safe.stories'),
        action: storageText('doctor.captureAgain'),
      })
    } catch (error) {
      // Removed since the folder was listed.
      if (isMissing(error) && !(await namesThere(files, folder)).includes(name)) continue
      const { what, safe, next } = storageErrorFrom(error, path, storageText('safe.stories'))
      problems.push({ path, what, safe, action: next })
    }
  }
  return problems
}
