import { mainText } from '../../catalogue/rooms/main'
import { parseOwnerMessage } from '../../ipc/parsers'
import { clockFrom, type Clock } from '../../newsroom/environment/clock'
import { idsFrom, type Ids } from '../../newsroom/environment/ids'
import { Newsroom } from '../../newsroom/state/newsroom'
import type { IndexOptions } from '../../newsroom/storyIndex/worker/openIndexLink'
import { serveOwner } from '../../newsroom/serveOwner'
import { LibraryInUse } from '../../storage/owner/libraryLock'
import { openLibrary } from '../../storage/openLibrary'
import { StorageError } from '../../storage/disk/storageError'
import type { StoryStore } from '../../storage/disk/storyStore'
import { UsedFolders, usedFoldersPlace } from '../../storage/backup/usedFolders'
import { indexFolder } from '../../storage/storyIndex/file/indexFolder'
import { onSecondInstance, requestFocus, type LaunchRequest } from './singleInstance'
import { localMinute } from '../../story/text/format/localMinute'
import { defined } from '../../story/text/defined'

export interface OpenedNewsroom {
  readonly newsroom: Newsroom
  /** Undefined if the library can be written. */
  readonly readOnly: OpenedForReading | undefined
}

export interface OpenedForReading {
  /** Why, for people. */
  readonly why: string
  /** Another process has the library. It may give it up. */
  readonly inUse: boolean
}

export interface OpenNewsroomOptions {
  readonly folder: string
  /** Joins the roster if the library is new. */
  readonly person: string | undefined
  /** The app has worked with this library before: if it is missing, no new one is made in its place. */
  readonly known: boolean
  /** Sent to the app that has the library open, if one has. */
  readonly launch: LaunchRequest
  /** Called when another app is started on this library. */
  readonly onSecondLaunch: (launch: LaunchRequest) => void
}

/** Milliseconds to wait until a command gives the library up. Commands such as a backup can take longer. */
const WAIT_FOR_COMMAND = 10_000
const RETRY_AFTER = 50

/**
 * Opens the library as its owner. Returns 'handedOver' if another app has it open and came forward. Opens it for
 * reading only if its owner does not answer or the folder cannot be written. Rejects with StorageError if it cannot be
 * read.
 */
export async function openNewsroom(options: OpenNewsroomOptions): Promise<OpenedNewsroom | 'handedOver'> {
  const clock = clockFrom(process.env['STET_NOW'])
  const ids = idsFrom(process.env['STET_IDS'])
  const deadline = Date.now() + WAIT_FOR_COMMAND
  for (;;) {
    try {
      return await openAsOwner(options, clock, ids)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (error instanceof LibraryInUse) {
        const answer = await requestFocus(error.lock, options.launch)
        if (answer === 'focused') return 'handedOver'
        if ((answer === 'busy' || answer === 'command') && Date.now() < deadline) {
          await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
          continue
        }
        const why = answer === 'command' ? commandHas(error) : error.message
        const reason = `${why} ${mainText('readOnly.notTakenUp')}`
        return await openForReading(options, clock, ids, error, { why: reason, inUse: true })
      }
      return await openForReading(options, clock, ids, error, { why: error.message, inUse: false })
    }
  }
}

const indexOf = ({ place }: StoryStore): IndexOptions => ({ folder: indexFolder(place), ahead: true })

const libraryOptions = ({ folder }: OpenNewsroomOptions, clock: Clock, ids: Ids) => ({
  folder,
  now: () => clock.now(),
  newId: () => ids.next('source', () => false),
})

async function openAsOwner(options: OpenNewsroomOptions, clock: Clock, ids: Ids): Promise<OpenedNewsroom> {
  const { person, known, onSecondLaunch } = options
  const store = await openLibrary({
    ...libraryOptions(options, clock, ids),
    create: !known,
    ...defined({ person }),
  })
  try {
    const usedFolders = new UsedFolders(usedFoldersPlace())
    const newsroom = await Newsroom.open({ store, clock, ids, index: indexOf(store), usedFolders })
    store.serve(onSecondInstance(onSecondLaunch, serveOwner(newsroom, parseOwnerMessage)))
    return { newsroom, readOnly: undefined }
  } catch (error) {
    // This process would hold the lock against itself.
    await store.close()
    throw error
  }
}

async function openForReading(
  options: OpenNewsroomOptions,
  clock: Clock,
  ids: Ids,
  why: Error,
  readOnly: OpenedForReading,
): Promise<OpenedNewsroom> {
  const store = await openLibrary({ ...libraryOptions(options, clock, ids), lock: 'none' }).catch(() => undefined)
  if (!store) throw options.known && why instanceof StorageError && why.code === 'ENOENT' ? libraryGone(why) : why
  const usedFolders = new UsedFolders(usedFoldersPlace())
  return { newsroom: await Newsroom.open({ store, clock, ids, index: indexOf(store), usedFolders }), readOnly }
}

function commandHas({ place, lock, message }: LibraryInUse): string {
  return lock
    ? mainText('readOnly.command', { place, pid: lock.pid, host: lock.host, at: localMinute(lock.at) })
    : message
}

const libraryGone = ({ path }: StorageError): StorageError =>
  new StorageError(
    path,
    mainText('libraryGone.what'),
    mainText('libraryGone.safe'),
    mainText('libraryGone.action'),
    'ENOENT',
  )
