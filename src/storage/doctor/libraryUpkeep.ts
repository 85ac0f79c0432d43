/** Examines, repairs and tidies a library that is in use. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryReport, UnusedFile } from '../../story/requests/requests'
import type { ContentFiles } from '../disk/contentFiles'
import type { FileLayer } from '../disk/fileLayer'
import { checkStoryId } from '../disk/storyId'
import { StorageError } from '../disk/storageError'
import type { SoleFile } from '../disk/storyStore'
import type { StoryDeleter } from '../story/storyDeleter'
import type { StoryFolders } from '../story/storyFolders'
import { examineLibrary, type ExamineOptions } from './examineLibrary'
import { filesOnlyIn, isYoung, unusedFiles } from './unusedFiles'

interface KeptLibrary {
  readonly files: FileLayer
  readonly folder: string
  readonly stories: StoryFolders
  readonly contents: ContentFiles
  readonly deletions: StoryDeleter
  /** Throws when the library is closed. */
  readonly throwIfStopped: () => void
}

export class LibraryUpkeep {
  constructor(private readonly library: KeptLibrary) {}

  /** While this repairs, the caller lets nobody make a story. */
  examine(
    options: Pick<ExamineOptions, 'now' | 'quick'> & { readonly repair: boolean; readonly open: ReadonlySet<string> },
  ): Promise<LibraryReport> {
    const { repair, open } = options
    const { files, folder, stories, deletions } = this.library
    return examineLibrary({
      ...{ files, folder, deletions },
      ...options,
      whileStill: async (id, work) => {
        const story = await stories.used(id)
        try {
          return await (story ? story.whileStill(work) : work())
        } finally {
          // Even after an error: the doctor may have written a new log, and only a new reading finds its end.
          if (repair && !open.has(id)) stories.forget(id)
        }
      },
    })
  }

  /** See StoryStore.removeUnused. */
  async removeUnused({
    open,
    now,
    only,
  }: {
    readonly open: ReadonlySet<string>
    readonly now: string
    readonly only?: ReadonlySet<string>
  }): Promise<readonly UnusedFile[]> {
    const { files, folder, contents, throwIfStopped } = this.library
    // The whole library is only checked if there is anything to remove. Then it is not searched again, and other
    // captured files are not read: they name none.
    const found = only && (await unusedFiles(files, folder, now, only))
    if (found?.length === 0) return []
    throwIfStopped()
    const { ok, unused: all = [] } = await this.examine({
      ...{ repair: false, open },
      ...(found ? { quick: true } : { now }),
    })
    const unused = found ?? all
    if (!ok)
      throw new StorageError(
        folder,
        storageText('tidy.notWhole'),
        storageText('safe.nothingRemoved'),
        storageText('next.repairThenTidy'),
        'DAMAGED',
      )
    const removed: UnusedFile[] = []
    for (const file of unused) if (await contents.removeIfAsOld(file)) removed.push(file)
    return removed
  }

  /** See StoryStore.filesOnlyOf. */
  async filesOnlyOf(ids: readonly string[], now: string): Promise<readonly SoleFile[]> {
    const { files, folder, contents } = this.library
    const folders = ids.map((id) => join(folder, 'stories', checkStoryId(folder, id)))
    const found = await filesOnlyIn(files, folder, folders)
    return found.map((file) => ({ ...file, waits: isYoung(file.modified, now) || contents.isClaimed(file.sha256) }))
  }
}
