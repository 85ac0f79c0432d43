/** A file layer that fails on demand. */
import { nodeFiles, type FileLayer, type OpenFile, type OpenMode } from '../../src/storage/disk/fileLayer'

/**
 * Called before each operation. A code makes it fail with that code. `half`: a write takes half of its bytes before
 * it fails. `atMost`: a write takes at most so many bytes.
 */
export type Strike = (
  operation: string,
  path: string,
  mode?: OpenMode,
) => string | { readonly code: string; readonly half: true } | { readonly atMost: number } | undefined

export interface Faults {
  strike: Strike
  /** A write takes at most this many bytes. */
  mostBytes: number
}

const failure = (code: string): Error => Object.assign(new Error(`simulated ${code}`), { code })

export function faultyFiles(faults: Partial<Faults> = {}): { files: FileLayer; faults: Faults } {
  const live: Faults = { strike: () => undefined, mostBytes: Infinity, ...faults }
  const check = (operation: string, path: string, mode?: OpenMode): Exclude<ReturnType<Strike>, string> => {
    const struck = live.strike(operation, path, mode)
    if (typeof struck === 'string') throw failure(struck)
    return struck
  }
  const wrap = (file: OpenFile, path: string, mode: OpenMode): OpenFile => ({
    async write(bytes) {
      const struck = check('write', path)
      if (struck && 'half' in struck) {
        if (bytes.length > 1) await file.write(bytes.subarray(0, bytes.length >> 1))
        throw failure('ENOSPC')
      }
      return file.write(bytes.subarray(0, struck ? struck.atMost : live.mostBytes))
    },
    async readStart(length) {
      check('readStart', path)
      return file.readStart(length)
    },
    async readAt(from, length) {
      check('readAt', path)
      return file.readAt(from, length)
    },
    async truncate(size) {
      check('truncate', path, mode)
      await file.truncate(size)
    },
    async sync() {
      check('sync', path)
      await file.sync()
    },
    async datasync() {
      check('datasync', path)
      await file.datasync()
    },
    async facts() {
      check('facts', path)
      return file.facts()
    },
    async close() {
      await file.close()
    },
  })
  const files: FileLayer = {
    async open(path, mode) {
      check('open', path, mode)
      return wrap(await nodeFiles.open(path, mode), path, mode)
    },
    async readAll(path) {
      check('readAll', path)
      return nodeFiles.readAll(path)
    },
    async facts(path) {
      check('facts', path)
      return nodeFiles.facts(path)
    },
    factsNow: (path) => nodeFiles.factsNow(path),
    async list(folder) {
      check('list', folder)
      return nodeFiles.list(folder)
    },
    async makeFolder(path) {
      check('makeFolder', path)
      await nodeFiles.makeFolder(path)
    },
    async addFolder(path) {
      check('makeFolder', path)
      await nodeFiles.addFolder(path)
    },
    async rename(from, to) {
      check('rename', to)
      await nodeFiles.rename(from, to)
    },
    async link(from, to) {
      check('link', to)
      await nodeFiles.link(from, to)
    },
    async remove(path) {
      check('remove', path)
      await nodeFiles.remove(path)
    },
    async removeEmptyFolder(path) {
      check('removeFolder', path)
      await nodeFiles.removeEmptyFolder(path)
    },
    async removeFolder(path) {
      check('removeFolder', path)
      await nodeFiles.removeFolder(path)
    },
    async syncFolder(path) {
      check('syncFolder', path)
      await nodeFiles.syncFolder(path)
    },
  }
  return { files, faults: live }
}
