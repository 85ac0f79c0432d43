import { cliText } from '../../catalogue/rooms/cli'
import { randomIds } from '../../newsroom/environment/ids'
import { runAction } from '../../newsroom/runAction'
import { Newsroom } from '../../newsroom/state/newsroom'
import { indexFolder } from '../../storage/storyIndex/file/indexFolder'
import type { Environment } from '../run/openDesk'
import { openLibrary } from '../../storage/openLibrary'
import { StorageError } from '../../storage/disk/storageError'
import { NewsroomError, type RequestOf, type SearchHit } from '../../story/requests/requests'

/** A hit in a library that was searched beside the usual one. */
export interface HitElsewhere extends SearchHit {
  /** Folder of the library. */
  readonly library: string
}

/** Searches libraries that are only read for it, such as archives. Rejects when one of them cannot be read. */
export async function searchAlso(
  folders: readonly string[],
  request: RequestOf<'story.search'>,
  env?: Environment,
): Promise<readonly HitElsewhere[]> {
  const found: HitElsewhere[] = []
  for (const library of folders)
    found.push(...(await hitsIn(library, request, env)).map((hit) => ({ ...hit, library })))
  return found
}

async function hitsIn(
  library: string,
  request: RequestOf<'story.search'>,
  env?: Environment,
): Promise<readonly SearchHit[]> {
  const now = (): string => new Date().toISOString()
  try {
    const store = await openLibrary({ folder: library, lock: 'none', now, newId: () => '' })
    const newsroom = await Newsroom.open({
      store,
      clock: { now },
      ids: randomIds,
      index: { folder: indexFolder(store.place, env) },
    })
    try {
      return await runAction(newsroom, '', 'story.search', request)
    } finally {
      await newsroom.close()
    }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    throw new NewsroomError('failed', cliText('search.alsoFailed', { library, message: error.message }))
  }
}
