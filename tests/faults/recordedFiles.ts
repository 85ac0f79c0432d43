/**
 * A disk in memory that records every call that changes it, in the order of their returns, as strace does with a real
 * one. Each call takes a few turns of the event loop, so that calls of several writers mix.
 */
import type { FileLayer, OpenFile } from '../../src/storage/disk/fileLayer'
import { MemoryDisk, type Image } from './memoryFiles'
import type { Call } from './trace'

export interface RecordedDisk {
  readonly files: FileLayer
  readonly calls: readonly Call[]
  /** Adds a line that the process printed. */
  say(line: string): void
}

/** What the process prints: a write to this descriptor. */
const OUTPUT = 1

export function recordedDisk(image: Image, roll: (below: number) => number): RecordedDisk {
  const { files } = new MemoryDisk(image)
  const calls: Call[] = []
  let descriptors = OUTPUT
  const turns = async (): Promise<void> => {
    for (let more = roll(3); more > 0; more--) await new Promise((later) => setImmediate(later))
  }
  /** Does it, records it, and only later lets the caller know. */
  const recorded = async <T>(work: () => Promise<T>, ...done: readonly Call[]): Promise<T> => {
    await turns()
    const result = await work()
    calls.push(...done)
    await turns()
    return result
  }
  const synced = async (fd: number, work: () => Promise<void>): Promise<void> => {
    const since = calls.length
    await recorded(work, { is: 'sync', fd, since })
  }
  const recordedFile = (file: OpenFile, fd: number): OpenFile => ({
    write: async (bytes) => {
      await turns()
      const written = await file.write(bytes)
      calls.push({ is: 'write', fd, bytes: Uint8Array.from(bytes.subarray(0, written)) })
      await turns()
      return written
    },
    readStart: (length) => file.readStart(length),
    readAt: (from, length) => file.readAt(from, length),
    truncate: (size) => recorded(() => file.truncate(size), { is: 'truncate', fd, size }),
    sync: () => synced(fd, () => file.sync()),
    datasync: () => synced(fd, () => file.datasync()),
    facts: () => file.facts(),
    close: () => recorded(() => file.close(), { is: 'close', fd }),
  })
  const open: FileLayer['open'] = async (path, mode) => {
    await turns()
    const file = await files.open(path, mode)
    const fd = ++descriptors
    calls.push({ is: 'open', fd, path, create: mode === 'new', truncate: false, append: mode !== 'change' })
    return recordedFile(file, fd)
  }
  const remove = (path: string): Promise<void> => recorded(() => files.remove(path), { is: 'unlink', path })
  const layer: FileLayer = {
    ...files,
    open,
    makeFolder: (path) => recorded(() => files.makeFolder(path), { is: 'makeFolder', path }),
    addFolder: async (path) => {
      const isThere = await files.facts(path).then(
        () => true,
        () => false,
      )
      await recorded(() => files.addFolder(path), ...(isThere ? [] : [{ is: 'makeFolder', path } as const]))
    },
    rename: (from, to) => recorded(() => files.rename(from, to), { is: 'rename', from, to }),
    link: (from, to) => recorded(() => files.link(from, to), { is: 'link', from, to }),
    remove,
    async removeFolder(path) {
      for (const name of await files.list(path)) {
        const inside = `${path}/${name}`
        const isFolder = await files.list(inside).then(
          () => true,
          () => false,
        )
        await (isFolder ? layer.removeFolder(inside) : remove(inside))
      }
      await layer.removeEmptyFolder(path)
    },
    removeEmptyFolder: (path) => recorded(() => files.removeEmptyFolder(path), { is: 'unlink', path }),
    async syncFolder(path) {
      const since = calls.length
      await turns()
      await files.syncFolder(path)
      const fd = ++descriptors
      calls.push(
        { is: 'open', fd, path, create: false, truncate: false, append: false },
        { is: 'sync', fd, since },
        { is: 'close', fd },
      )
      await turns()
    },
  }
  return {
    files: layer,
    calls,
    say: (line) => void calls.push({ is: 'write', fd: OUTPUT, bytes: Buffer.from(`${line}\n`) }),
  }
}
