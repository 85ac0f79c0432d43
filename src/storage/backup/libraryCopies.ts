/** Copies of a library that is in use: backups, and stories on their way to an archive and back. */
import type { BackupMade } from '../../story/requests/requests'
import type { ContentFiles } from '../disk/contentFiles'
import type { FileLayer } from '../disk/fileLayer'
import { Sequencer } from '../disk/sequencer'
import type { ArchivedStories, ArchiveRequest, BackUpRequest } from '../disk/storyStore'
import type { LibraryRecords } from '../records/libraryRecords'
import type { RecordWriter } from '../records/recordWriter'
import type { LibraryLedger } from '../story/ledger/libraryLedger'
import type { StoryFolders } from '../story/storyFolders'
import { archiveInto, checkArchiveFolder } from './archiveStories'
import { BackupMemory } from './backupMemory'
import { backUpLibrary } from './backUpLibrary'
import { copyFromArchive } from './copyFromArchive'

interface CopiedLibrary {
  readonly files: FileLayer
  readonly folder: string
  readonly records: LibraryRecords
  readonly recordWriter: RecordWriter
  readonly ledger: LibraryLedger
  readonly stories: StoryFolders
  readonly contents: ContentFiles
  /** Throws when copying has to end. */
  readonly throwIfStopped: () => void
}

export class LibraryCopies {
  /** Backups and archives are made one after the other. */
  readonly #outgoing = new Sequencer()
  readonly #memory = new BackupMemory()

  constructor(private readonly library: CopiedLibrary) {}

  backUp(request: BackUpRequest): Promise<BackupMade> {
    const { throwIfStopped } = this.library
    return this.#outgoing.queue(async () =>
      backUpLibrary({ ...request, ...(await this.#place()), ...this.#still, throwIfStopped, memory: this.#memory }),
    )
  }

  archiveInto(request: ArchiveRequest): Promise<ArchivedStories> {
    return this.#outgoing.queue(async () => archiveInto({ ...request, ...(await this.#place()), ...this.#still }))
  }

  async checkArchiveFolder(to: string): Promise<void> {
    await checkArchiveFolder(await this.#place(), to)
  }

  async copyFromArchive(request: { readonly from: string; readonly story: string }): Promise<void> {
    const claim = (sha256: string): Promise<boolean> => this.library.contents.claim(sha256)
    await copyFromArchive({ ...request, ...(await this.#place()), claim })
  }

  /** Where the library is, and its id. */
  async #place() {
    const { files, folder, records } = this.library
    const { id } = await records.library.read()
    return { files, folder, library: id }
  }

  /** While it is copied, nothing is written to a story, or to the records. */
  get #still() {
    const { stories, recordWriter, ledger } = this.library
    return {
      whileStill: <T>(story: string, work: () => Promise<T>) => stories.visit(story, (one) => one.whileStill(work)),
      whileRecordsStill: <T>(work: () => Promise<T>) => recordWriter.whileStill(() => ledger.whileStill(work)),
    }
  }
}
