/** How a story enters the library: a new one, or one that comes with its history from another library. */
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { Desk } from '../../story/assessment/story'
import { ledgerOf } from '../../story/trust/chain'
import type { InitialStory, StoryHeader, StorySnapshot } from '../../storage/disk/storyStore'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { defined } from '../../story/text/defined'
import { CreationMoments } from '../environment/clock'
import type { Tell } from '../ledger/events'
import type { HeadBook } from '../ledger/headBook'
import { LedgerBook, type LedgerBeginning } from '../ledger/ledgerBook'
import { maskEvent } from '../ledger/maskEvent'
import { OpenStory } from '../replica/openStory'
import type { StoryRoom } from '../replica/storyRoom'
import type { IndexKeeper } from '../storyIndex/indexKeeper'
import type { ReservedIds } from './openStories/reservedIds'
import type { StoryLooks } from './openStories/storyLooks'
import type { StoryShelf } from './openStories/storyShelf'

/** A story as another library has it. */
export interface BroughtStory {
  /** The whole document as one update. */
  readonly state: Uint8Array
  /** The lines of its ledger, numbered from 1. */
  readonly lines: readonly LedgerEntry[]
  /** Those that count here, and those that do not. */
  readonly counted: readonly LedgerEntry[]
  readonly apart: readonly LedgerEntry[]
  readonly events: readonly LedgerEvent[]
  readonly snapshots: readonly StorySnapshot[]
}

interface ArrivalRoom {
  /** What the new story works with when it is open. */
  readonly room: StoryRoom<OpenStory>
  readonly reserved: ReservedIds
  readonly shelf: StoryShelf
  readonly looks: StoryLooks
  readonly index: Pick<IndexKeeper, 'puts'>
  heads(): HeadBook
  sources(): Desk['sources']
  readonly tell: Tell
}

export class Arrivals {
  readonly #moments: CreationMoments

  constructor(private readonly library: ArrivalRoom) {
    this.#moments = new CreationMoments(library.room.clock)
  }

  /**
   * Makes a story of the document that `fill` gives as one update, and opens it. Its ledger begins with `created`.
   * Resolves when all of it is on disk.
   */
  async create(
    by: string,
    created: LedgerEvent & { kind: 'created' },
    fill: (id: string, client: number) => Uint8Array,
  ): Promise<OpenStory> {
    const { room, reserved, looks, sources } = this.library
    const { ids } = room
    const story = await reserved.withNew(ids, async (id) => {
      const state = fill(
        id,
        ids.client(() => false),
      )
      const header = { id, guid: ids.guid(id), created: this.#moments.next() }
      const event = maskEvent(created, protectedTerms(sources().values()))
      const book = this.#bookOf({ ledger: ledgerOf(header.guid), entries: [], seq: 0 })
      const ledger = book.append([{ by, event }]).entries
      const made = new OpenStory({ ...header, updates: [state], ledger, repairs: [], losses: [] }, room)
      return this.#write(made, header, state, { ledger })
    })
    this.#enter(story)
    await story.observe(by)
    await looks.now(story)
    return story
  }

  /**
   * Makes a story that came from another library, with its id and history, and opens it. `events`: what is noted after
   * that. Resolves when all of it is on disk.
   */
  async bring(by: string, header: StoryHeader, brought: BroughtStory): Promise<OpenStory> {
    const { room, reserved } = this.library
    const { state, lines, counted, apart, events, snapshots } = brought
    const story = await reserved.withGiven(header.id, async () => {
      const begins = { ledger: ledgerOf(header.guid), entries: counted, apart, seq: lines.at(-1)?.seq ?? 0 }
      const book = this.#bookOf(begins)
      const own: LedgerEntry[] = []
      for (const event of events) own.push(book.sign({ by, event }, own))
      const ledger = [...lines, ...own]
      const seq = ledger.at(-1)?.seq ?? 0
      const stored = { ...header, updates: [state], ledger: [...counted, ...own], apart, seq, repairs: [], losses: [] }
      const made = new OpenStory(stored, room)
      made.guard.refuseWhenGuarded()
      return this.#write(made, header, state, { ledger, snapshots })
    })
    this.#enter(story, apart)
    return story
  }

  /** Signs the first entries of a story. They go to the disk with the whole story. */
  #bookOf(begins: LedgerBeginning): LedgerBook {
    const { signer, clock } = this.library.room
    return new LedgerBook(
      begins,
      signer,
      clock,
      () => Promise.resolve(),
      () => undefined,
    )
  }

  /** Writes the story and puts it on the shelf. Resolves when all of it is on disk. */
  async #write(
    story: OpenStory,
    header: StoryHeader,
    state: Uint8Array,
    first: Pick<InitialStory, 'ledger' | 'snapshots'>,
  ): Promise<OpenStory> {
    await this.library.room.store.createStory(header, state, { ...first, file: story.storyFile(), loaded: state })
    this.library.heads().noteLast(story.id, first.ledger)
    story.saving.markCurrent()
    this.library.shelf.put(story)
    return story
  }

  /** Tells of a story that is on the disk. `apart`: those of its entries that do not count here. */
  #enter(story: OpenStory, apart?: readonly LedgerEntry[]): void {
    const { looks, index, tell } = this.library
    looks.begins(story)
    index.puts.changed(story.id)
    tell('ledgerGrew', { story: story.id, entries: story.entries, ...defined({ apart }) })
  }
}
