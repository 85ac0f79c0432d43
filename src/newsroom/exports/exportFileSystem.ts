/** Files outside the library, where exports go: what `node:fs/promises` does with them, and a process with nothing else to do can do at once. */
import * as now from 'node:fs'
import * as later from 'node:fs/promises'
import { promisify } from 'node:util'

export interface ExportFile {
  write(bytes: Uint8Array, from: number, length: number): Promise<{ readonly bytesWritten: number }>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Promises and errors as of `node:fs/promises`. */
export interface ExportFileSystem {
  readonly stat: (path: string) => Promise<Pick<now.Stats, 'isDirectory' | 'isFile' | 'size'>>
  readonly access: (path: string, mode: number) => Promise<void>
  readonly realpath: (path: string) => Promise<string>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly rm: (path: string, options: { readonly force: true }) => Promise<void>
  readonly open: (path: string, flags: 'r' | 'wx', permissions?: number) => Promise<ExportFile>
}

/** For a process that others wait for: every call is another thread's. */
export const exportFileSystem: ExportFileSystem = later

const fsync = promisify(now.fsync)

/** Each call is made in the caller's turn, which takes less than handing it to a thread; only what waits for the disk is a thread’s. */
export const outsideDirectly: ExportFileSystem = {
  stat: async (path) => now.statSync(path),
  access: async (path, mode) => now.accessSync(path, mode),
  realpath: async (path) => now.realpathSync.native(path),
  rename: async (from, to) => now.renameSync(from, to),
  rm: async (path, options) => now.rmSync(path, options),
  open: async (path, flags, permissions) => {
    const descriptor = now.openSync(path, flags, permissions)
    return {
      write: async (bytes, from, length) => ({ bytesWritten: now.writeSync(descriptor, bytes, from, length) }),
      sync: () => fsync(descriptor),
      close: async () => now.closeSync(descriptor),
    }
  },
}
