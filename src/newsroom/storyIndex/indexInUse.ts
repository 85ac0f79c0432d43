import { newsroomText } from '../../catalogue/rooms/newsroom'
import {
  replaceIndexFile,
  bytesOfIndex,
  isDamage,
  openIndexFile,
  removeOtherIndexes,
  type IndexPlace,
  type OpenedIndex,
} from '../../storage/storyIndex/file/indexFile'
import { removeWhole } from '../../storage/storyIndex/file/wholeNote'
import { MemoryIndex } from '../../storage/storyIndex/memoryIndex'
import type { IndexState } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'
import { printOfNames } from './names/sourcesOfIndex'
import type { BeginIndex, TellIndex } from './worker/indexCalls'

/** How an index is opened: where its files are, for which names, and whether this process owns them. */
type Opening = Pick<BeginIndex, 'folder' | 'library' | 'sources' | 'owns'>

/**
 * The index that is asked: the file for the names that are protected now; memory without a folder, and after an error
 * of the file that another file does not mend.
 */
export class IndexInUse {
  #opened: OpenedIndex = { index: new MemoryIndex(), isNew: true }
  #opening: Opening = { library: '', sources: [], owns: false }
  #place: IndexPlace | undefined
  /** Why the file was given up. */
  #lost: string | undefined
  /** The note that the index is whole is gone. */
  #isChanging = false

  constructor(private readonly tell: TellIndex) {}

  /** The same object until the index is opened, started again or closed. */
  get opened(): OpenedIndex {
    return this.#opened
  }

  /** Opens the index for the names that are protected now. */
  open(opening: Opening): OpenedIndex {
    this.#opening = opening
    const { folder, library, sources, owns } = opening
    const print = folder === undefined ? undefined : printOfNames(library, sources)
    this.#place = folder === undefined || print === undefined ? undefined : { folder, print }
    this.#opened = this.#place ? openIndexFile(this.#place) : { index: new MemoryIndex(), isNew: true }
    if (owns && folder !== undefined) removeOtherIndexes({ folder, print: print ?? '' })
    return this.#opened
  }

  /** To call when the index was closed. */
  forget(): void {
    this.#opened = { index: new MemoryIndex(), isNew: true }
  }

  /** After an error of the file: another file, or memory when the disk is to blame or another file did no better. */
  giveUp(error: unknown, { forGood = false } = {}): void {
    try {
      this.#opened.index.close()
    } catch {
      // It is given up anyway.
    }
    const problem = isDamage(error) && !forGood ? undefined : newsroomText('storyIndex.lost', { why: messageOf(error) })
    this.#opened =
      problem === undefined && this.#place ? replaceIndexFile(this.#place) : { index: new MemoryIndex(), isNew: true }
    if (this.#opening.owns && this.#place) removeOtherIndexes(this.#place)
    const message = problem ?? this.#opened.problem
    this.#lost = message
    if (message !== undefined) this.tell('problem', { message })
    this.tell('restarted', {})
  }

  /** Without an error to tell of: somebody wants another index. */
  throwAway(): undefined {
    this.changing()
    this.#opened.index.close()
    this.#opened = this.#place ? replaceIndexFile(this.#place) : { index: new MemoryIndex(), isNew: true }
    if (this.#opening.owns && this.#place) removeOtherIndexes(this.#place)
  }

  state(): Omit<IndexState, 'whole'> {
    const { index, file, problem } = this.#opened
    const { total } = index.rows({ order: 'oldest', grouped: false, offset: 0, limit: 0 })
    const { folder } = this.#opening
    if (folder === undefined || file === undefined)
      return { kept: 'memory', stories: total, ...defined({ problem: problem ?? this.#lost }) }
    return { kept: 'file', stories: total, folder, size: bytesOfIndex(folder, file) }
  }

  /** To call before anything changes: an index that is changed is not whole until it is closed so. */
  changing(): void {
    if (this.#isChanging) return
    const { folder } = this.#opening
    if (folder !== undefined && this.#opened.index.kept === 'file') removeWhole(folder)
    this.#isChanging = true
  }
}
