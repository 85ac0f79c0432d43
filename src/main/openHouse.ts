import { hashText } from '../story/hash'
import { parseOwnerMessage } from '../ipc/parsers'
import { clockFrom } from '../newsroom/clock'
import { idsFrom } from '../newsroom/ids'
import { Newsroom } from '../newsroom/newsroom'
import { serveOwner } from '../newsroom/serveOwner'
import { LibraryInUse } from '../storage/libraryLock'
import { openLibrary } from '../storage/openLibrary'

export interface OpenedHouse {
  readonly newsroom: Newsroom
  /** Why nothing can be written here; undefined when all is well. */
  readonly readOnly: string | undefined
  /** Set when another process owns the library. */
  readonly inUse?: LibraryInUse
}

/** Name of a library's own folder for what the app remembers of it. */
export const keyOfLibrary = (folder: string): string => hashText(folder).slice(0, 16)

/**
 * Opens the library as its owner, or for reading when another process owns it or the folder cannot be written. Rejects
 * with StorageTrouble when it cannot be read at all.
 */
export async function openHouse(folder: string, person: string | undefined): Promise<OpenedHouse> {
  const clock = clockFrom(process.env['STET_NOW'])
  const ids = idsFrom(process.env['STET_IDS'])
  const options = { folder, now: () => clock.now(), newId: () => ids.next('source', () => false) }
  try {
    const store = await openLibrary({ ...options, create: true, ...(person === undefined ? {} : { person }) })
    try {
      const newsroom = await Newsroom.open({ store, clock, ids })
      store.serve(serveOwner(newsroom, parseOwnerMessage))
      return { newsroom, readOnly: undefined }
    } catch (error) {
      // Otherwise this process would hold the lock against itself.
      await store.close()
      throw error
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const store = await openLibrary({ ...options, lock: 'none' }).catch(() => undefined)
    if (!store) throw error
    const newsroom = await Newsroom.open({ store, clock, ids })
    return { newsroom, readOnly: error.message, ...(error instanceof LibraryInUse ? { inUse: error } : {}) }
  }
}
