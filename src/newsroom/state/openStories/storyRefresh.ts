import { checkSignature } from '../../../storage/disk/crypto/ed25519'
import type { LibraryFacts, StoryStore } from '../../../storage/disk/storyStore'
import { messageOf } from '../../../story/text/messageOf'
import type { KeyHistory } from '../../../story/trust/keys/knownKeys'
import { sourceBook } from '../../../story/desk/source'
import { defined } from '../../../story/text/defined'
import { verifyLedger } from '../../../story/trust/verifyLedger'
import type { Tell } from '../../ledger/events'
import { noteFoundWriters } from '../../replica/askDocument'
import type { OpenStory } from '../../replica/openStory'
import { countsOtherwise } from '../../replica/row/rowCounts'
import type { IndexKeeper } from '../../storyIndex/indexKeeper'
import type { StoryShelf } from './storyShelf'

/** The parts of the library that a story is read from: see `assessing` and `libraryLosses` of its room. */
const READ_BY_STORIES = ['roster', 'settings', 'sources', 'losses'] as const

/** What of the newsroom it uses. */
interface RefreshRoom {
  readonly store: Pick<StoryStore, 'writable'>
  readonly shelf: StoryShelf
  readonly index: IndexKeeper
  readonly history: () => KeyHistory
  readonly tell: Tell
}

/** Reads the open stories again when the keys or the library that they were read with change. */
export class StoryRefresh {
  /** The keys with which the open stories were read. */
  #keys: KeyHistory['keys']
  /** The library that the open stories were read with last. */
  #readWith: LibraryFacts

  constructor(
    private readonly room: RefreshRoom,
    known: LibraryFacts,
  ) {
    this.#keys = room.history().keys
    this.#readWith = known
  }

  /** Takes the library as it is now. Resolves when the open stories and the index are read with it. */
  async deskChanged(facts: LibraryFacts): Promise<void> {
    const { shelf, index, tell } = this.room
    const { keys } = this.room.history()
    const before = this.#readWith
    // The same objects: every story is as it was read. Words of the desk are read by its checks alone.
    const isOfStories = keys !== this.#keys || READ_BY_STORIES.some((part) => facts[part] !== before[part])
    for (const open of isOfStories ? shelf.openStories() : []) {
      // The caller who opened the story has got its error.
      const story = await open.catch(() => undefined)
      if (story && keys !== this.#keys) await this.readKeysAgain(story)
      story?.invalidateAssessments()
      story?.losses.tell()
      story?.observeNow()
    }
    const isCountedAnew = countsOtherwise(countedBy(before), countedBy(facts))
    for (const story of isCountedAnew ? shelf.readyStories() : []) story.countSoon()
    this.#keys = keys
    this.#readWith = facts
    if (facts.sources !== before.sources) await index.sourcesChanged()
    if (facts.roster !== before.roster) index.rolesChanged()
    // Rows of stories that nobody has open say no count that may be wrong now.
    if (isCountedAnew) tell('storiesChanged', { rows: [], gone: [] })
    tell('deskChanged', facts)
  }

  /**
   * Verdicts that count only now are asked of the document, as those are that a merge brings. A failure is told, and
   * nothing of the story counts as checked until it is read. The next action on the story tries again.
   */
  async readKeysAgain(story: OpenStory): Promise<void> {
    const { store, tell } = this.room
    const history = this.room.history()
    try {
      const before = await story.merging.readKeysAgain((lines) => verifyLedger(story, lines, history, checkSignature))
      // Nobody knows which of them were asked when it failed.
      const asked = story.losses.keysUnread ? [] : before
      story.losses.keysUnread = false
      if (asked && store.writable) await noteFoundWriters(story, asked, history)
    } catch (error) {
      story.losses.keysUnread = true
      tell('storageFailed', { story: story.id, message: messageOf(error) })
    }
  }
}

const countedBy = ({
  roster,
  settings,
  sources,
  words,
  losses,
}: LibraryFacts): Parameters<typeof countsOtherwise>[0] => ({
  ...{ roster, settings, losses, sources: sourceBook(sources) },
  ...defined({ words }),
})
