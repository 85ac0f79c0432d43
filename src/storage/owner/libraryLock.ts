/**
 * One writer per library. The owner is whoever made the lock file with the highest number, `library-<n>.lock`; a dead
 * owner's lock is overtaken by making number n + 1, which only one process can. Nobody ever removes a lock that they
 * did not make or overtake, so no race can take a live owner's away.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { temporaryName } from '../disk/durableFile'
import { errorCode, isMissing, lacksLinks, writeFully, type FileLayer } from '../disk/fileLayer'
import { clearAway, knock } from './ownerSocket'
import { NOTHING_CHANGED, storageErrorFrom } from '../disk/storageError'

export interface LockContent {
  readonly pid: number
  readonly host: string
  /** Tells a process from a later one with the same pid; '' where the platform does not say. */
  readonly started: string
  readonly token: string
  /** Address of the owner's socket; NO_SOCKET of one that has none. */
  readonly socket: string
  /** When the lock was taken, ISO 8601. */
  readonly at: string
}

/** Another process owns the library. `lock` (absent when it is being written this moment) lets one ask it. */
export class LibraryInUse extends Error {
  override readonly name = 'LibraryInUse'
  constructor(
    readonly place: string,
    readonly lock: LockContent | undefined,
    readonly lockFile: string,
  ) {
    super(
      `${place} is open in another Stet${lock ? ` (process ${lock.pid} on ${lock.host}, since ${lock.at})` : ''}. Nothing was changed. ` +
        `Use that one or close it; if it no longer runs anywhere, remove ${lockFile}.`,
    )
  }
}

export interface LibraryLock {
  readonly content: LockContent
  /** Puts a lock file back that somebody removed or damaged, while the library is there. False: another process has taken the library since. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

const LOCK_FILE = /^library-(\d{1,9})\.lock$/
export const isLockFile = (name: string): boolean =>
  LOCK_FILE.test(name) || /^\.library-\d+\.lock\.[0-9a-f]+\.tmp$/.test(name)
/** A file without hard links is written in place; a reader may meet it half-written for this long, in milliseconds. */
const HALF_WRITTEN = 60_000

export const newToken = (): string => randomBytes(32).toString('hex')

interface Standing {
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
    const before = await standing(files, folder)
    const last = before.at(-1)
    if (last && !(await isStale(files, last))) throw new LibraryInUse(folder, last.lock, last.path)
    const path = join(folder, `library-${(last?.n ?? 0) + 1}.lock`)
    if (!(await makeExclusively(files, path, JSON.stringify(content)))) continue
    // A lock that was not there before is another winner's, who could not see ours yet: step back.
    const rival = (await standing(files, folder)).find(
      (other) => other.path !== path && !before.some((known) => known.path === other.path && known.text === other.text),
    )
    if (rival) {
      await files.remove(path)
      throw new LibraryInUse(folder, rival.lock, rival.path)
    }
    for (const stale of before) {
      await removeIfThere(files, stale.path)
      if (stale.lock?.host === content.host) await clearAway(stale.lock.socket)
    }
    // After a power cut no lock counts, ours or another's; what was overtaken need not come back all the same.
    if (before.length > 0) await files.syncFolder(folder)
    return { content, hold: () => hold(files, folder, path, content), release: () => release(files, path, content) }
  }
}

/** The lock of the process that owns the library now, or undefined when nobody does. */
export async function readLock(files: FileLayer, folder: string): Promise<LockContent | undefined> {
  const last = (await standing(files, folder)).at(-1)
  return last && !(await isStale(files, last)) ? last.lock : undefined
}

async function hold(files: FileLayer, folder: string, path: string, content: LockContent): Promise<boolean> {
  // Where a drive is mounted there is an empty folder without it: nothing is made in its place.
  if (!(await files.list(folder)).some((name) => name === 'library.json' || name === 'library.json.prev')) return true
  const found = await standing(files, folder)
  const own = found.find((lock) => lock.path === path)
  if (own?.lock && own.lock.token !== content.token) return false
  // Only who saw ours dead, or gone, makes a higher one.
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
    if (!isMissing(error)) throw storageErrorFrom(error, path, 'Everything that was saved is safe.')
  }
}

/** All locks, lowest number first. */
async function standing(files: FileLayer, folder: string): Promise<readonly Standing[]> {
  const found: Standing[] = []
  for (const name of await files.list(folder)) {
    const n = LOCK_FILE.exec(name)?.[1]
    if (n === undefined) continue
    const path = join(folder, name)
    try {
      const text = Buffer.from(await files.readAll(path)).toString('utf8')
      found.push({ n: Number(n), path, text, lock: parseLock(text) })
    } catch (error) {
      if (!isMissing(error)) throw storageErrorFrom(error, path, NOTHING_CHANGED)
    }
  }
  return found.sort((a, b) => a.n - b.n)
}

/** A new file that need not outlast a power cut: after one no lock counts, whatever is left of it. */
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
    throw storageErrorFrom(error, path, NOTHING_CHANGED)
  }
}

async function removeIfThere(files: FileLayer, path: string): Promise<void> {
  try {
    await files.remove(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** True only when the owner is certainly gone. When in doubt it lives. */
async function isStale(files: FileLayer, { lock, path }: Standing): Promise<boolean> {
  if (!lock) return isLongHalfWritten(files, path)
  if (lock.host !== hostname()) return (await knock(lock)) === 'nobody'
  if (!isAlive(lock.pid)) return true
  const started = startOf(lock.pid)
  if (started !== '' && lock.started !== '') return started !== lock.started
  // The pid may have been given to another process since: the socket tells, when it still exists.
  return (await knock(lock)) === 'nobody'
}

async function isLongHalfWritten(files: FileLayer, path: string): Promise<boolean> {
  try {
    return Date.now() - (await files.facts(path)).modified > HALF_WRITTEN
  } catch (error) {
    if (isMissing(error)) return false
    throw storageErrorFrom(error, path, NOTHING_CHANGED)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return errorCode(error) !== 'ESRCH'
  }
}

/** Whether others can tell from the system alone that this process lives. */
export const isKnownToLive = (): boolean => startOf(process.pid) !== ''

/** Boot and start time of a process, from memory, not from a disk. Linux only (/proc); elsewhere '' and the socket decides. A zombie has no start: it is dead. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return ''
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; state is the first field after it, start time the twentieth.
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
