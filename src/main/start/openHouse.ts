import { parseOwnerMessage } from '../../ipc/parsers'
import { clockFrom, type Clock } from '../../newsroom/environment/clock'
import { idsFrom, type Ids } from '../../newsroom/environment/ids'
import { Newsroom } from '../../newsroom/state/newsroom'
import { serveOwner } from '../../newsroom/serveOwner'
import { LibraryInUse } from '../../storage/owner/libraryLock'
import { openLibrary } from '../../storage/openLibrary'
import { StorageError } from '../../storage/disk/storyStore'
import { payVisit, welcoming, type Visit } from './visit'

export interface OpenedHouse {
  readonly newsroom: Newsroom
  /** Why nothing can be written here; undefined when all is well. */
  readonly readOnly: string | undefined
}

export interface HouseNeeds {
  readonly folder: string
  /** Joins the roster of a library that is made now. */
  readonly person: string | undefined
  /** The app has worked with this library before: when it is not there, nothing is made in its place. */
  readonly known: boolean
  /** What to ask of the app that has the library open. */
  readonly visit: Visit
  /** The app was started again on this library. */
  readonly welcome: (visit: Visit) => void
}

/** Milliseconds to wait for a command to finish with the library. */
const PATIENCE = 10_000

/**
 * Opens the library as its owner. 'handedOver': the app runs on it already and has come forward. For reading only when its
 * owner does not answer or the folder cannot be written. Rejects with StorageError when it cannot be read at all.
 */
export async function openHouse(needs: HouseNeeds): Promise<OpenedHouse | 'handedOver'> {
  const clock = clockFrom(process.env['STET_NOW'])
  const ids = idsFrom(process.env['STET_IDS'])
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      return await asOwner(needs, clock, ids)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (error instanceof LibraryInUse) {
        const answer = await payVisit(error.lock, needs.visit)
        if (answer === 'welcomed') return 'handedOver'
        if (answer === 'busy' && Date.now() < deadline) {
          await new Promise((again) => setTimeout(again, 50))
          continue
        }
      }
      return await forReading(needs, clock, ids, error)
    }
  }
}

const libraryOptions = ({ folder }: HouseNeeds, clock: Clock, ids: Ids) => ({
  folder,
  now: () => clock.now(),
  newId: () => ids.next('source', () => false),
})

async function asOwner(needs: HouseNeeds, clock: Clock, ids: Ids): Promise<OpenedHouse> {
  const { person, known, welcome } = needs
  const store = await openLibrary({
    ...libraryOptions(needs, clock, ids),
    create: !known,
    ...(person === undefined ? {} : { person }),
  })
  try {
    const newsroom = await Newsroom.open({ store, clock, ids })
    store.serve(welcoming(welcome, serveOwner(newsroom, parseOwnerMessage)))
    return { newsroom, readOnly: undefined }
  } catch (error) {
    // Otherwise this process would hold the lock against itself.
    await store.close()
    throw error
  }
}

async function forReading(needs: HouseNeeds, clock: Clock, ids: Ids, why: Error): Promise<OpenedHouse> {
  const store = await openLibrary({ ...libraryOptions(needs, clock, ids), lock: 'none' }).catch(() => undefined)
  if (!store) throw needs.known && why instanceof StorageError && why.code === 'ENOENT' ? gone(why) : why
  return { newsroom: await Newsroom.open({ store, clock, ids }), readOnly: why.message }
}

const gone = ({ path }: StorageError): StorageError =>
  new StorageError(
    path,
    'the library that Stet worked with here is gone',
    'Nothing was made in its place.',
    'Plug the drive in again, or put the folder back from a backup. To begin a new library here instead, run: stet roster add "YOUR NAME"',
    'ENOENT',
  )
