/** Copies a story that was moved to an archive back into its library. The archive keeps its copy. */
import { join, resolve } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { FileLayer } from '../disk/fileLayer'
import { checkStoryId, storyExists } from '../disk/storyId'
import { StorageError, storageErrorFrom } from '../disk/storageError'
import { filesNamedIn } from '../doctor/unusedFiles'
import { archiveMarker } from '../records/archiveMarker'
import { SNAPSHOT_FOLDER } from '../story/snapshotFiles'
import { copyCaptured, filesIn, placeStory } from './copyStory'

export interface FromArchive {
  readonly files: FileLayer
  /** Folder of the library, and its id. */
  readonly folder: string
  readonly library: string
  /** Folder of the archive. */
  readonly from: string
  readonly story: string
  /** Spares a captured file that is there already: until the story is there, nothing names it. */
  readonly claim: (sha256: string) => Promise<unknown>
}

/** Rejects with StorageError, and then nothing of the story is in the library. */
export async function copyFromArchive({ files, folder, library, story, ...options }: FromArchive): Promise<void> {
  const from = resolve(options.from)
  const id = checkStoryId(folder, story)
  const safe = storageText('safe.nothingChanged')
  const refused = (what: string): StorageError =>
    new StorageError(from, what, safe, storageText('next.otherFolder'), 'ARCHIVE')
  try {
    const marker = await archiveMarker(files, from).readIfThere()
    if (!marker) throw refused(storageText('archive.none'))
    if (marker.of !== library) throw refused(storageText('archive.otherLibrary'))
    if (!(await files.list(join(from, 'stories'))).includes(id)) throw refused(storageText('archive.noStory', { id }))
    if ((await files.list(join(folder, 'stories'))).includes(id)) throw storyExists(folder, id)
    const source = join(from, 'stories', id)
    const [evidence, to] = [join(from, 'evidence'), join(folder, 'evidence')]
    for (const { sha256 } of await filesNamedIn(files, from, source)) {
      await options.claim(sha256)
      await copyCaptured(files, { from: evidence, to, sha256, safe })
    }
    const [still, snapshots] = [await filesIn(files, source), await filesIn(files, join(source, SNAPSHOT_FOLDER))]
    await placeStory(files, join(folder, 'stories', id), { still, snapshots })
    await files.syncFolder(join(folder, 'stories'))
  } catch (error) {
    throw storageErrorFrom(error, from, safe)
  }
}
