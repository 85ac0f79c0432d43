/**
 * One writer per library. The owner is the process that made the lock file with the highest number,
 * `library-<n>.lock`. A dead owner's lock is overtaken by making number n + 1, which only one process can. A process
 * deletes only locks that it made or overtook, so that no race can remove a live owner's lock.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { localMinute } from '../../story/text/format/localMinute'
import { temporaryName } from '../disk/durableFile'
import { errorCode, isMissing, lacksLinks, writeFully, type FileLayer } from '../disk/fileLayer'
import { removeDeadSocket, knock } from './ownerSocket'
import { storageErrorFrom } from '../disk/storageError'

export interface LockContent {
  readonly pid: number
  readonly host: string
  /** Tells a process from a later one with the same pid. '' where the platform does not say. */
  readonly started: string
  readonly token: string
  /** Address of the owner's socket, or NO_SOCKET. */
  readonly socket: string
  /** When the lock was taken, ISO 8601. */
  readonly at: string
}

/**
 * Another process owns the library. `lock` is undefined while that process is writing it; otherwise it lets one ask
 * the owner.
 */
export class LibraryInUse extends Error {
  override readonly name = 'LibraryInUse'
  constructor(
    readonly place: string,
    readonly lock: LockContent | undefined,
    readonly lockFile: string,
  ) {
    super(
      lock
        ? storageText('lock.inUseBy', { place, pid: lock.pid, host: lock.host, at: localMinute(lock.at), lockFile })
        : storageText('lock.inUse', { place, lockFile }),
    )
  }
}

export interface LibraryLock {
  readonly content: LockContent
  /**
   * Restores the lock file if somebody removed or damaged it while the library is there. False: another process owns
   * the library now.
   */
  hold(): Promise<boolean>
  release(): Promise<void>
}

const LOCK_FILE = /^library-(\d{1,9})\.lock$/
export const isLockFile = (name: string): boolean =>
  LOCK_FILE.test(name) || /^\.library-\d+\.lock\.[0-9a-f]+\.tmp$/.test(name)
/** Milliseconds. Without hard links a lock is written in place, and a reader may find it half-written for so long. */
const HALF_WRITTEN = 60_000

export const newToken = (): string => randomBytes(32).toString('hex')

interface FoundLock {
  readonly n: number
  readonly path: string
  readonly text: string
  readonly lock: LockContent | undefined
}

/** Rejects with LibraryInUse when a live process owns the library. */
export async function takeLock(
  files: FileLayer,
  folder: string,
  own: { readonly token: string; readonly socket: string; readonly at: string },
): Promise<LibraryLock> {
  const content: LockContent = { pid: process.pid, host: hostname(), started: startOf(process.pid), ...own }
  for (;;) {
    const before = await locksIn(files, folder)
    const last = before.at(-1)
    if (last && !(await isStale(files, last))) throw new LibraryInUse(folder, last.lock, last.path)
    const path = join(folder, `library-${(last?.n ?? 0) + 1}.lock`)
    if (!(await makeExclusively(files, path, JSON.stringify(content)))) continue
    // A new lock belongs to another winner, who could not see ours yet. Give way.
    const rival = (await locksIn(files, folder)).find(
      (other) => other.path !== path && !before.some((known) => known.path === other.path && known.text === other.text),
    )
    if (rival) {
      await files.remove(path)
      throw new LibraryInUse(folder, rival.lock, rival.path)
    }
    for (const stale of before) {
      await removeIfThere(files, stale.path)
      if (stale.lock?.host === content.host) await removeDeadSocket(stale.lock.socket)
    }
    // Keeps overtaken locks from coming back. No lock counts after a power cut, ours included.
    if (before.length > 0) await files.syncFolder(folder)
    return { content, hold: () => hold(files, folder, path, content), release: () => release(files, path, content) }
  }
}

/** The lock of the process that owns the library. Undefined when none does. */
export async function readLock(files: FileLayer, folder: string): Promise<LockContent | undefined> {
  const last = (await locksIn(files, folder)).at(-1)
  return last && !(await isStale(files, last)) ? last.lock : undefined
}

/** Whether some process may be writing to the library. When in doubt, one is. */
export async function mayBeOwned(files: FileLayer, folder: string): Promise<boolean> {
  try {
    const last = (await locksIn(files, folder)).at(-1)
    return last !== undefined && !(await isStale(files, last))
  } catch {
    return true
  }
}

async function hold(files: FileLayer, folder: string, path: string, content: LockContent): Promise<boolean> {
  // An unplugged drive leaves an empty folder where it was mounted: make nothing in it.
  if (!(await files.list(folder)).some((name) => name === 'library.json' || name === 'library.json.prev')) return true
  const found = await locksIn(files, folder)
  const own = found.find((lock) => lock.path === path)
  if (own?.lock && own.lock.token !== content.token) return false
  // A process makes a higher one only after it found ours dead or gone.
  if (
    found.some(
      (lock) => lock.path !== path && lock.lock && lock.lock.token !== content.token && lock.n > numberOf(path),
    )
  )
    return false
  if (own?.lock) return true
  if (own) await removeIfThere(files, path)
  return makeExclusively(files, path, JSON.stringify(content))
}

const numberOf = (path: string): number => Number(LOCK_FILE.exec(basename(path))?.[1])

async function release(files: FileLayer, path: string, content: LockContent): Promise<void> {
  try {
    const lock = parseLock(Buffer.from(await files.readAll(path)).toString('utf8'))
    if (lock?.token === content.token) await files.remove(path)
  } catch (error) {
    if (!isMissing(error)) throw storageErrorFrom(error, path, storageText('safe.saved'))
  }
}

/** All locks, lowest number first. */
async function locksIn(files: FileLayer, folder: string): Promise<readonly FoundLock[]> {
  const found: FoundLock[] = []
  for (const name of await files.list(folder)) {
    const n = LOCK_FILE.exec(name)?.[1]
    if (n === undefined) continue
    const path = join(folder, name)
    try {
      const text = Buffer.from(await files.readAll(path)).toString('utf8')
      found.push({ n: Number(n), path, text, lock: parseLock(text) })
    } catch (error) {
      if (!isMissing(error)) throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }
  return found.sort((a, b) => a.n - b.n)
}

/** Writes a new file without fsync: no lock counts after a power cut. */
async function writeUnsynced(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'new')
  try {
    await writeFully(file, bytes)
  } finally {
    await file.close()
  }
}

/** False when the name is taken. */
async function makeExclusively(files: FileLayer, path: string, text: string): Promise<boolean> {
  const bytes = Buffer.from(text)
  const temporary = temporaryName(path)
  try {
    await writeUnsynced(files, temporary, bytes)
    try {
      await files.link(temporary, path)
    } catch (error) {
      if (!lacksLinks(error)) throw error
      await writeUnsynced(files, path, bytes)
    } finally {
      await files.remove(temporary)
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
  }
}

async function removeIfThere(files: FileLayer, path: string): Promise<void> {
  try {
    await files.remove(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** True only if the owner is certainly gone. When in doubt, it counts as alive. */
async function isStale(files: FileLayer, { lock, path }: FoundLock): Promise<boolean> {
  if (!lock) return isLongHalfWritten(files, path)
  if (lock.host !== hostname()) return (await knock(lock)) === 'nobody'
  if (!isAlive(lock.pid)) return true
  const started = startOf(lock.pid)
  if (started !== '' && lock.started !== '') return started !== lock.started
  // Another process may have the pid now. The socket tells, if it still exists.
  return (await knock(lock)) === 'nobody'
}

async function isLongHalfWritten(files: FileLayer, path: string): Promise<boolean> {
  try {
    return Date.now() - (await files.facts(path)).modified > HALF_WRITTEN
  } catch (error) {
    if (isMissing(error)) return false
    throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is alive and belongs to another account.
    return errorCode(error) !== 'ESRCH'
  }
}

/** Whether other processes can tell from the system alone that this one is alive. */
export const isKnownToLive = (): boolean => startOf(process.pid) !== ''

/**
 * Boot and start time of a process, or 'dead' for a zombie. Linux only (/proc); elsewhere '', and the socket decides.
 */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return ''
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces. After it, the first field is the state and the twentieth the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'dead' : `${boot}:${fields[19] ?? ''}`
  } catch {
    return ''
  }
}

function parseLock(text: string): LockContent | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, host, started, token, socket, at } = value as Partial<Record<keyof LockContent, unknown>>
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return undefined
  if (
    typeof host !== 'string' ||
    typeof started !== 'string' ||
    typeof token !== 'string' ||
    typeof socket !== 'string' ||
    typeof at !== 'string'
  )
    return undefined
  return { pid, host, started, token, socket, at }
}
