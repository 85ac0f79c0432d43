/**
 * The one layer through which every byte of a library passes. Tests inject faults here, and encryption at rest has its
 * place here. Errors are Node's own (`code`: ENOENT, ENOSPC …). Callers turn them into StorageError.
 */
import { constants, statSync, type Stats } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'

export interface FileFacts {
  /** Bytes. */
  readonly size: number
  /** Hard links. 0 when the file was deleted while it was open. */
  readonly links: number
  /** Last change, milliseconds since 1970. */
  readonly modified: number
  /** Last change of content, name or rights, milliseconds since 1970; only the system sets it. Absent: not known. */
  readonly changed?: number
  /** The file's number on its disk: another one after it was replaced. Absent: not known. */
  readonly node?: number
}

export interface OpenFile {
  /**
   * Writes at the end of a file that was opened as 'new' or 'append'. Returns how many bytes were written, **which
   * may be fewer than given**: use writeFully.
   */
  write(bytes: Uint8Array): Promise<number>
  /** At most `length` bytes from the start of the file. */
  readStart(length: number): Promise<Uint8Array>
  /** At most `length` bytes from offset `from`; fewer only at the end of the file. */
  readAt(from: number, length: number): Promise<Uint8Array>
  /** Only for a file that was opened to 'change'. */
  truncate(size: number): Promise<void>
  /** fsync: bytes and metadata are on the disk. After a rejection, never call it again on this file. */
  sync(): Promise<void>
  /** fdatasync: bytes and size are on the disk. After a rejection, never call it again on this file. */
  datasync(): Promise<void>
  facts(): Promise<FileFacts>
  close(): Promise<void>
}

/**
 * 'new' fails with EEXIST when the file exists; the others fail with ENOENT when it does not. 'change' is for cutting a
 * file: Windows does not allow that on one that is open for appending.
 */
export type OpenMode = 'read' | 'append' | 'change' | 'new'

export interface FileLayer {
  open(path: string, mode: OpenMode): Promise<OpenFile>
  readAll(path: string): Promise<Uint8Array>
  facts(path: string): Promise<FileFacts>
  /** The same without waiting: for a look at a great many files. Undefined when there is no such file. */
  factsNow(path: string): FileFacts | undefined
  /** Names in the folder, in any order. */
  list(folder: string): Promise<readonly string[]>
  /** Makes the folder and those above it. Resolves if it exists. */
  makeFolder(path: string): Promise<void>
  /** Makes the folder only. Resolves if it exists. ENOENT when its parent is missing, as when a drive is unplugged. */
  addFolder(path: string): Promise<void>
  /** Replaces `to` if it is a file. A reader sees the old file or the new one. */
  rename(from: string, to: string): Promise<void>
  /** Makes a hard link. EEXIST when `to` exists. Some file systems have no links: see lacksLinks. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  /** ENOTEMPTY when anything is in it. */
  removeEmptyFolder(path: string): Promise<void>
  /** Puts names made, renamed or removed in this folder on the disk. */
  syncFolder(path: string): Promise<void>
}

/** The `code` of a Node error, '' for anything else. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const isMissing = (error: unknown): boolean => errorCode(error) === 'ENOENT'
export const isThere = (error: unknown): boolean => errorCode(error) === 'EEXIST'

/** True for the errors of file systems without hard links: FAT sticks (EISDIR on Windows) and some network shares. */
export const lacksLinks = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EISDIR'].includes(errorCode(error))

const FLAGS: Readonly<Record<OpenMode, number>> = {
  read: constants.O_RDONLY,
  append: constants.O_WRONLY | constants.O_APPEND,
  change: constants.O_RDWR,
  new: constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL,
}

const factsIn = ({ size, nlink, mtimeMs, ctimeMs, ino }: Stats): FileFacts => ({
  size,
  links: nlink,
  modified: mtimeMs,
  changed: ctimeMs,
  node: ino,
})

class NodeFile implements OpenFile {
  constructor(private readonly handle: fs.FileHandle) {}
  async write(bytes: Uint8Array): Promise<number> {
    return (await this.handle.write(bytes, 0, bytes.length, null)).bytesWritten
  }
  readStart(length: number): Promise<Uint8Array> {
    return this.readAt(0, length)
  }
  async readAt(from: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await this.handle.read(bytes, filled, length - filled, from + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }
  async truncate(size: number): Promise<void> {
    await this.handle.truncate(size)
  }
  async sync(): Promise<void> {
    await this.handle.sync()
  }
  async datasync(): Promise<void> {
    await this.handle.datasync()
  }
  async facts(): Promise<FileFacts> {
    return factsIn(await this.handle.stat())
  }
  async close(): Promise<void> {
    await this.handle.close()
  }
}

/** The real disk. Files are 0600 and folders 0700: other accounts must not read a library. */
export const nodeFiles: FileLayer = {
  async open(path, mode) {
    return new NodeFile(await fs.open(path, FLAGS[mode], 0o600))
  },
  async readAll(path) {
    return fs.readFile(path)
  },
  async facts(path) {
    return factsIn(await fs.stat(path))
  },
  factsNow(path) {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats && factsIn(stats)
  },
  async list(folder) {
    return fs.readdir(folder)
  },
  async makeFolder(path) {
    // Node's own recursive way never ends in a folder that is there and takes none (an automounter, /proc), and says
    // of a read-only disk that the folder is missing.
    await makeOneByOne(path)
    if (!(await fs.stat(path)).isDirectory()) throw new NotAFolder(path)
  },
  async addFolder(path) {
    try {
      await fs.mkdir(path, { mode: 0o700 })
    } catch (error) {
      if (!isThere(error)) throw error
    }
  },
  async rename(from, to) {
    await renameWithRetries(from, to)
  },
  async link(from, to) {
    await fs.link(from, to)
  },
  async remove(path) {
    await fs.unlink(path)
  },
  async removeFolder(path) {
    await fs.rm(path, { recursive: true })
  },
  async removeEmptyFolder(path) {
    await fs.rmdir(path)
  },
  async syncFolder(path) {
    // Windows cannot open a folder for fsync. NTFS journals names itself.
    if (process.platform === 'win32') return
    const folder = await fs.open(path, constants.O_RDONLY)
    try {
      await folder.sync()
    } catch (error) {
      // Network shares and FUSE may have no fsync of folders. That is no failure.
      if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error
    } finally {
      await folder.close()
    }
  },
}

/** The first folder that cannot be made rejects with its own error. */
/** A file has the name of the folder that is to be made. */
class NotAFolder extends Error {
  readonly code = 'EEXIST'

  constructor(path: string) {
    super(`EEXIST: file already exists, mkdir '${path}'`)
  }
}

async function makeOneByOne(path: string): Promise<void> {
  try {
    await nodeFiles.addFolder(path)
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error
    await makeOneByOne(dirname(path))
    await nodeFiles.addFolder(path)
  }
}

/** Tries again on Windows, where a virus scanner or indexer may hold a file for a moment. */
async function renameWithRetries(
  from: string,
  to: string,
  attempts = process.platform === 'win32' ? 10 : 1,
): Promise<void> {
  try {
    await fs.rename(from, to)
  } catch (error) {
    if (attempts <= 1 || !['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    await renameWithRetries(from, to, attempts - 1)
  }
}

/** Writes all bytes, however few the disk takes in one write. */
export async function writeFully(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const taken = await file.write(bytes.subarray(written))
    if (taken <= 0) throw Object.assign(new Error('the disk took no more bytes'), { code: 'ENOSPC' })
    written += taken
  }
}
