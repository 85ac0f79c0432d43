/**
 * The real disk for a process with nothing else to do, such as the command line: each call is made at once instead of on
 * another thread, which costs more than the call when files are small. Only what waits for the disk itself is left to other
 * threads, so that several can wait together. Same promises and errors as `nodeFiles`.
 */
import * as fs from 'node:fs'
import { promisify } from 'node:util'
import { errorCode, FLAGS, isThere, nodeFiles, type FileFacts, type FileLayer, type OpenFile } from './fileLayer'

/** Milliseconds that calls may follow each other before timers and sockets get their turn. */
const LONGEST_STRETCH = 20
let stretchBegan = performance.now()

/** Does the work in the caller's turn. Now and then it lets others in first: another command may be asking who has the library. */
async function direct<T>(work: () => T): Promise<T> {
  const stretch = performance.now() - stretchBegan
  // Before it began: the clock of a process that was started from a snapshot begins anew.
  if (stretch > LONGEST_STRETCH || stretch < 0) {
    await new Promise((next) => setImmediate(next))
    stretchBegan = performance.now()
  }
  return work()
}

const fsync = promisify(fs.fsync)
const fdatasync = promisify(fs.fdatasync)

const factsOf = ({ size, nlink, mtimeMs }: fs.Stats): FileFacts => ({ size, links: nlink, modified: mtimeMs })

class DirectFile implements OpenFile {
  #open = true
  constructor(private readonly descriptor: number) {}
  write(bytes: Uint8Array): Promise<number> {
    return direct(() => fs.writeSync(this.descriptor, bytes, 0, bytes.length, null))
  }
  readStart(length: number): Promise<Uint8Array> {
    return this.readAt(0, length)
  }
  readAt(from: number, length: number): Promise<Uint8Array> {
    return direct(() => {
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const read = fs.readSync(this.descriptor, bytes, filled, length - filled, from + filled)
        if (read === 0) break
        filled += read
      }
      return bytes.subarray(0, filled)
    })
  }
  truncate(size: number): Promise<void> {
    return direct(() => fs.ftruncateSync(this.descriptor, size))
  }
  sync(): Promise<void> {
    return fsync(this.descriptor)
  }
  datasync(): Promise<void> {
    return fdatasync(this.descriptor)
  }
  facts(): Promise<FileFacts> {
    return direct(() => factsOf(fs.fstatSync(this.descriptor)))
  }
  close(): Promise<void> {
    return direct(() => {
      // The number may be another file's by now.
      if (!this.#open) return
      this.#open = false
      fs.closeSync(this.descriptor)
    })
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = fs.openSync(path, fs.constants.O_RDONLY)
  try {
    await fsync(folder)
  } catch (error) {
    // Some file systems (network shares, FUSE) know no fsync of folders; that is their answer, not a failure.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error
  } finally {
    fs.closeSync(folder)
  }
}

export const directFiles: FileLayer = {
  open: (path, mode) => direct(() => new DirectFile(fs.openSync(path, FLAGS[mode], 0o600))),
  readAll: (path) => direct(() => fs.readFileSync(path)),
  facts: (path) => direct(() => factsOf(fs.statSync(path))),
  list: (folder) => direct(() => fs.readdirSync(folder)),
  makeFolder: (path) => direct(() => void fs.mkdirSync(path, { recursive: true, mode: 0o700 })),
  addFolder: (path) =>
    direct(() => {
      try {
        fs.mkdirSync(path, { mode: 0o700 })
      } catch (error) {
        if (!isThere(error)) throw error
      }
    }),
  // Windows needs patience here.
  rename:
    process.platform === 'win32'
      ? (from, to) => nodeFiles.rename(from, to)
      : (from, to) => direct(() => fs.renameSync(from, to)),
  link: (from, to) => direct(() => fs.linkSync(from, to)),
  remove: (path) => direct(() => fs.unlinkSync(path)),
  removeFolder: (path) => direct(() => fs.rmSync(path, { recursive: true })),
  removeEmptyFolder: (path) => direct(() => fs.rmdirSync(path)),
  syncFolder: process.platform === 'win32' ? () => Promise.resolve() : syncFolder,
}
