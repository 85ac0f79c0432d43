/** A library in a temporary folder. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileStore } from '../../src/storage/fileStore'
import { openLibrary, type OpenLibraryOptions } from '../../src/storage/openLibrary'

export interface Throwaway {
  /** Not made yet. */
  readonly folder: string
  open(options?: Partial<OpenLibraryOptions>): Promise<FileStore>
  remove(): Promise<void>
}

export async function throwawayLibrary(): Promise<Throwaway> {
  const above = await mkdtemp(join(tmpdir(), 'stet-test-'))
  const folder = join(above, 'library')
  let ids = 0
  return {
    folder,
    open: (options = {}) =>
      openLibrary({
        folder,
        create: true,
        person: 'Reporter',
        now: () => '2026-10-30T09:00:00.000Z',
        newId: (kind) => `${kind}-${++ids}`,
        ...options,
      }),
    remove: () => rm(above, { recursive: true, force: true }),
  }
}
