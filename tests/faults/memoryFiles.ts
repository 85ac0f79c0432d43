/** A disk in memory, for the crash states and damaged copies of a library, without real writes. */
import { join } from 'node:path'
import type { FileLayer, OpenFile, OpenMode } from '../../src/storage/disk/fileLayer'

/** Path → bytes, or 'folder'. */
export type Image = ReadonlyMap<string, Uint8Array | 'folder'>

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })

export class MemoryDisk {
  readonly files: FileLayer
  private readonly entries: Map<string, Uint8Array | 'folder'>

  constructor(image: Image) {
    this.entries = new Map(image)
    this.files = this.layer()
  }

  /** The content of the disk now. */
  get image(): Image {
    return new Map(this.entries)
  }

  private bytes(path: string): Uint8Array {
    const found = this.entries.get(path)
    if (found === undefined) throw failure('ENOENT', path)
    if (found === 'folder') throw failure('EISDIR', path)
    return found
  }

  private facts(path: string): { size: number; links: number; modified: number } {
    const found = this.entries.get(path)
    if (found === undefined) throw failure('ENOENT', path)
    return { size: found === 'folder' ? 0 : found.length, links: 1, modified: 0 }
  }

  private open(path: string): OpenFile {
    return {
      write: (bytes) => {
        this.entries.set(path, Buffer.concat([this.bytes(path), bytes]))
        return Promise.resolve(bytes.length)
      },
      readStart: (length) => Promise.resolve(this.bytes(path).subarray(0, length)),
      readAt: (from, length) => Promise.resolve(this.bytes(path).subarray(from, from + length)),
      truncate: (size) => {
        this.entries.set(path, this.bytes(path).subarray(0, size))
        return Promise.resolve()
      },
      sync: () => Promise.resolve(),
      datasync: () => Promise.resolve(),
      facts: () => Promise.resolve(this.facts(path)),
      close: () => Promise.resolve(),
    }
  }

  private layer(): FileLayer {
    const { entries } = this
    const under = (folder: string): string[] => [...entries.keys()].filter((path) => path.startsWith(`${folder}/`))
    return {
      open: async (path, mode) => this.openAs(path, mode),
      readAll: async (path) => Uint8Array.from(this.bytes(path)),
      facts: async (path) => this.facts(path),
      factsNow: (path) => (entries.has(path) ? this.facts(path) : undefined),
      async list(folder) {
        if (entries.get(folder) !== 'folder') throw failure(entries.has(folder) ? 'ENOTDIR' : 'ENOENT', folder)
        return under(folder)
          .map((path) => path.slice(folder.length + 1))
          .filter((name) => !name.includes('/'))
      },
      async makeFolder(path) {
        entries.set(path, 'folder')
      },
      async addFolder(path) {
        const above = path.slice(0, path.lastIndexOf('/'))
        if (entries.get(above) !== 'folder') throw failure('ENOENT', path)
        entries.set(path, 'folder')
      },
      async rename(from, to) {
        const moved = entries.get(from)
        if (moved === undefined) throw failure('ENOENT', from)
        for (const path of [from, ...under(from)]) {
          const kept = entries.get(path)
          entries.delete(path)
          if (kept !== undefined) entries.set(to + path.slice(from.length), kept)
        }
      },
      link: async (from, to) => {
        if (entries.has(to)) throw failure('EEXIST', to)
        entries.set(to, this.bytes(from))
      },
      async remove(path) {
        if (!entries.delete(path)) throw failure('ENOENT', path)
      },
      async removeEmptyFolder(path) {
        if (entries.get(path) !== 'folder') throw failure('ENOENT', path)
        if (under(path).length > 0) throw failure('ENOTEMPTY', path)
        entries.delete(path)
      },
      async removeFolder(path) {
        for (const inside of [path, ...under(path)]) entries.delete(inside)
      },
      async syncFolder(path) {
        if (entries.get(path) !== 'folder') throw failure('ENOENT', path)
      },
    }
  }

  private openAs(path: string, mode: OpenMode): OpenFile {
    const there = this.entries.has(path)
    if (mode === 'new') {
      if (there) throw failure('EEXIST', path)
      this.entries.set(path, new Uint8Array())
    } else this.bytes(path)
    return this.open(path)
  }
}

/** Every file and folder below `folder`, itself included, by its absolute path. */
export async function imageOf(files: FileLayer, folder: string): Promise<Image> {
  const image = new Map<string, Uint8Array | 'folder'>()
  const visit = async (path: string): Promise<void> => {
    image.set(path, 'folder')
    for (const name of await files.list(path)) {
      const inside = join(path, name)
      try {
        image.set(inside, await files.readAll(inside))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EISDIR')) throw error
        await visit(inside)
      }
    }
  }
  await visit(folder)
  return image
}
