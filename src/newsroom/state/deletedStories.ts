/** The stories that left the library: their tombstones, as the library's ledger has them. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { Tombstone, Tombstones } from '../../story/ledger/tombstones'
import { localDay } from '../../story/text/format/localMinute'

export class DeletedStories {
  readonly #tombstones: Map<string, Tombstone>

  constructor(tombstones: Tombstones) {
    this.#tombstones = new Map(tombstones)
  }

  has(id: string): boolean {
    return this.#tombstones.has(id)
  }
  get(id: string): Tombstone | undefined {
    return this.#tombstones.get(id)
  }
  ids(): Iterable<string> {
    return this.#tombstones.keys()
  }
  get size(): number {
    return this.#tombstones.size
  }

  /** Reads new entries of the library's ledger, which this process has written. */
  learn(entries: readonly LedgerEntry[]): void {
    for (const entry of entries)
      if (entry.kind === 'storyDeleted') this.#tombstones.set(entry.story, entry)
      else if (entry.kind === 'storyTakenBack') this.#tombstones.delete(entry.story)
  }
}

/** One sentence on what became of the story. */
export const deletedWords = ({ story: id, by, at, archive }: Tombstone): string =>
  archive === undefined
    ? newsroomText('storyShelf.deleted', { id, by, at: localDay(at) })
    : newsroomText('storyShelf.archived', { id, by, at: localDay(at), archive })
