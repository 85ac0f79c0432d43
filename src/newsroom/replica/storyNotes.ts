import type * as Y from 'yjs'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import type { Assessment } from '../../story/assessment/assessment'
import type { Story } from '../../story/assessment/story'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { TrustLoss } from '../../story/ledger/loss'
import { STET } from '../../story/text/stet'
import type { LedgerBook } from '../ledger/ledgerBook'
import { maskEvent, tellsOfProposal } from '../ledger/maskEvent'
import type { Accepted, Note } from '../ledger/transitions'
import { leavesWhole } from './document/sharedPart'
import type { StoryGuard } from './storyGuard'
import type { StoryRoom } from './storyRoom'
import { TransitionWatch } from './transitionWatch'

/** What is noted of a story, and what the notes change around the ledger. */
interface NotedStory {
  readonly doc: Y.Doc
  readonly guard: StoryGuard
  value(): Story
  assessments(): readonly Assessment[]
  isMerging(): boolean
  /** The whole story leaves its library, or came back. */
  leftWhole(): void
  /** The ledger has more. */
  forget(): void
}

/** Entries that were appended. `written` resolves when they are on disk. */
export interface Noted {
  readonly entries: readonly LedgerEntry[]
  readonly written: Promise<void>
}

/** Writes the ledger of one story: what actions note, what was missing, and what a look at the facts finds. */
export class StoryNotes {
  readonly #transitions = new TransitionWatch()

  constructor(
    private readonly story: NotedStory,
    private readonly book: LedgerBook,
    private readonly room: Pick<StoryRoom<never>, 'sources' | 'signer'>,
  ) {}

  /** The facts are to be looked at again. */
  markDue(): void {
    this.#transitions.markDue()
  }

  /** Notes events of one person, and masks protected names in texts that were typed beside the copy. */
  note(by: string, events: readonly LedgerEvent[]): Noted {
    // Otherwise the story would be signed or moved without the words that this version cannot read.
    this.story.guard.refuseWhenGuarded()
    this.story.guard.refuseWhenKilled(events)
    // A move can restore copy that is not the cleared one. The next look must see it.
    if (events.some(({ kind }) => kind === 'moved')) this.markDue()
    if (events.some(leavesWhole)) this.story.leftWhole()
    return this.#append(this.#masked(events).map((event) => ({ by, event })))
  }

  /** The same for what `acceptor` signs in the name of `by`, whose suggestion (the hash of its entry) was accepted. */
  noteAccepted(
    by: string,
    { acceptor, suggestion }: { readonly acceptor: string; readonly suggestion: string },
    events: readonly LedgerEvent[],
  ): Noted {
    this.story.guard.refuseWhenGuarded()
    this.story.guard.refuseWhenKilled(events)
    return this.#append(this.#masked(events).map((event) => ({ by, event, as: acceptor, accepts: suggestion })))
  }

  /** Notes what was missing when the story was read. Resolves when it is on disk. */
  async noteLosses(losses: readonly TrustLoss[]): Promise<void> {
    if (losses.length > 0 && this.#canNote)
      await this.#append([{ by: STET, event: { kind: 'lossFound', losses } }]).written
  }

  /**
   * Notes transitions since the last call: new tags, changed words, lapses, restorations, cleared copy that was edited.
   * They carry the name of the person who changed the copy; if nobody did, `defaultBy`.
   */
  observe(defaultBy: string, accepted: Accepted): Promise<void> {
    const { doc } = this.story
    if (!this.#transitions.due || this.story.isMerging() || !this.#canNote) return Promise.resolve()
    const now = { doc, story: this.story.value(), entries: this.book.entries }
    const keys = this.room.signer
    const notes = this.#transitions.look(now, this.story.assessments(), { defaultBy, accepted, keys })
    if (notes.length === 0) return Promise.resolve()
    const terms = this.#terms()
    return this.#append(
      notes.map(({ by: whose, event }) => ({
        by: whose,
        event: tellsOfProposal(event) ? maskEvent(event, terms) : event,
      })),
    ).written
  }

  /**
   * To call before `by` changes the copy. Calls `observe` first if somebody else changed it since the last look, so
   * that the changes of each get the right name.
   */
  changesBy(by: string, observe: () => void): void {
    if (this.#transitions.isOthers(by)) observe()
    this.#transitions.changesBy(by)
  }

  /** The entries that `note` would append. Nothing takes them in. */
  supposed(by: string, events: readonly LedgerEvent[]): readonly LedgerEntry[] {
    const entries: LedgerEntry[] = []
    for (const event of this.#masked(events)) entries.push(this.book.sign({ by, event }, entries))
    return entries
  }

  /** The events without protected names. */
  #masked(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
    const terms = this.#terms()
    return events.map((event) => maskEvent(event, terms))
  }

  get #canNote(): boolean {
    return this.story.guard.guarded === undefined && this.room.signer.ready
  }

  #terms(): ReturnType<typeof protectedTerms> {
    return protectedTerms(this.room.sources().values())
  }

  #append(notes: readonly Note[]): Noted {
    const appended = this.book.append(notes)
    this.story.forget()
    return appended
  }
}
