import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import { lossKey } from '../../story/ledger/loss'
import type { LibraryEvent } from '../../story/ledger/events/libraryEvent'
import type { Desk } from '../../story/assessment/story'
import { sourceBook, type Source } from '../../story/desk/source'
import type { Ids } from '../environment/ids'
import type { LibraryFacts, StoryStore } from '../../storage/disk/storyStore'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { readLibraryLedger } from '../../story/trust/keys/keyHistory'
import { hasFirstPin } from '../../story/trust/keys/knownKeys'
import {
  hasFirstBook,
  maySignPlainly,
  recordsOf,
  recordsToSign,
  signedSources,
  type SignedSources,
} from '../../story/trust/signedSources'
import type { KeysRecord } from '../../story/trust/keys/storedKey'
import { checkSignature } from '../../storage/disk/crypto/ed25519'
import type { KeyRing } from '../people/keyRing'
import type { LedgerBook } from '../ledger/ledgerBook'
import { keptHeads } from '../../storage/records/readLibraryFacts'
import { canonicalJson } from '../../story/text/canonicalJson'
import { maskEvent } from '../ledger/maskEvent'
import type { Note } from '../ledger/transitions'
import { STET } from '../../story/text/stet'

export interface DeskChange<T> {
  readonly facts: LibraryFacts
  readonly answer: T
  /** A function is asked in the turn in which the events are noted: others may write until then. */
  readonly events?: readonly LibraryEvent[] | (() => readonly LibraryEvent[])
}

/** Roster, settings, source book and desk's words of the library: in memory, and written one change at a time. */
export class LibraryDesk {
  #facts: LibraryFacts
  #sources: { readonly from: LibraryFacts['sources']; readonly map: Desk['sources'] } | undefined
  #writing: Promise<unknown> = Promise.resolve()

  /** `changed`: called after each change of the facts, before the next change begins. */
  constructor(
    private readonly store: StoryStore,
    private readonly ledger: LedgerBook,
    private readonly ring: KeyRing,
    facts: LibraryFacts,
    private readonly ids: Ids,
    private readonly changed: (facts: LibraryFacts) => Promise<void>,
  ) {
    this.#facts = facts
  }

  get facts(): LibraryFacts {
    return this.#facts
  }

  /** The source book by id. The same book gives the same map: results that were computed from it stay valid. */
  sources(): Desk['sources'] {
    const { sources } = this.#facts
    if (this.#sources?.from !== sources) this.#sources = { from: sources, map: sourceBook(sources) }
    return this.#sources.map
  }

  /**
   * Makes one change. Resolves when the change is on disk. The events go into the library's
   * ledger before the files change: no change without its line there.
   */
  change<T>(by: string, change: (facts: LibraryFacts) => DeskChange<T>): Promise<T> {
    return this.#queue(async () => {
      const { facts: wanted, answer, events = [] } = change(this.#facts)
      const before = this.#facts
      const facts = wanted.sources === before.sources ? wanted : { ...wanted, sources: this.#keyed(wanted.sources) }
      // A source of both has the same id: what the change takes away is masked, too.
      const terms = [...protectedTerms(before.sources), ...protectedTerms(facts.sources)]
      const { keys } = facts
      // A private key is on the disk before the entry that introduces it, and until the one that retires it.
      if (keys && keys !== before.keys) {
        const grown = withBoth(before.keys, keys)
        await this.store.writeKeys(grown)
        this.ring.take(grown)
      }
      const signing = facts.sources === before.sources ? [] : this.#signing(by, facts.sources)
      const noted = typeof events === 'function' ? events() : events
      await this.#note([...noted.map((event) => ({ by, event: maskEvent(event, terms) })), ...signing])
      if (keys && keys !== before.keys && withBoth(before.keys, keys).keys.length > keys.keys.length) {
        await this.store.writeKeys(keys)
        this.ring.take(keys)
      }
      if (facts.roster !== before.roster || facts.pins !== before.pins)
        await this.store.writeRoster(facts.roster, facts.pins)
      if (facts.sources !== before.sources) await this.store.writeSources(facts.sources)
      if (facts.settings !== before.settings) await this.store.writeSettings(facts.settings)
      if (facts.words && facts.words !== before.words) await this.store.writeWords(facts.words)
      this.#facts = facts
      await this.#keepHeads()
      await this.changed(facts)
      return answer
    })
  }

  /** Notes an event that changes no small file of the library. Resolves when it is on disk. */
  note(by: string, event: LibraryEvent): Promise<void> {
    return this.#queue(() => this.#note([{ by, event }]))
  }

  /**
   * Notes in the library's ledger what of that ledger was lost, and the present generations of the small files, unless
   * it has them. Resolves when that is on disk.
   */
  async noteLosses(): Promise<void> {
    const noted = new Set(
      this.ledger.entries.flatMap((one) => (one.kind === 'lossFound' ? one.losses.map(lossKey) : [])),
    )
    const news = this.#facts.losses.filter((loss) => loss.kind === 'libraryLedger' && !noted.has(lossKey(loss)))
    if (news.length > 0) await this.ledger.append([{ by: STET, event: { kind: 'lossFound', losses: news } }]).written
    await this.#queue(() => this.#keepHeads())
  }

  /**
   * Takes what was found after the library was opened: at once, and again after a change that is under way and began
   * without it. Writes nothing.
   */
  learn(news: (facts: LibraryFacts) => LibraryFacts): Promise<void> {
    this.#facts = news(this.#facts)
    return this.#queue(async () => {
      this.#facts = news(this.#facts)
      await this.changed(this.#facts)
    })
  }

  /**
   * An editor accepts what the library lost: what is still known becomes the present generation, in both copies. The
   * acceptance is on the disk before anything is written over the damaged files.
   */
  acceptLosses(by: string, reason: string): Promise<void> {
    return this.#queue(async () => {
      const before = this.#facts
      const { losses, ...known } = { ...before, sources: this.#keyed(before.sources) }
      const signing = this.#signing(by, known.sources)
      await this.#note([{ by, event: { kind: 'lossAccepted', losses, reason } }, ...signing])
      await this.#writeAll(known)
      this.#facts = { ...known, losses: [] }
      await this.#keepHeads()
      await this.changed(this.#facts)
    })
  }

  /**
   * Gives a key to each source of a library of an older Stet: without keys, no view could commit to its sources.
   * Nothing is written over damaged files before an editor accepts the loss.
   */
  async giveKeys(): Promise<void> {
    if (!this.#facts.sources.some(needsKey) || this.#facts.losses.length > 0) return
    await this.change(STET, (before) => ({ facts: { ...before, sources: [...before.sources] }, answer: undefined }))
  }

  /** Gives each source its own key. */
  #keyed(sources: LibraryFacts['sources']): LibraryFacts['sources'] {
    if (!sources.some(needsKey)) return sources
    const taken = new Set(sources.map(({ commitmentKey }) => commitmentKey))
    return sources.map((source) => {
      if (!needsKey(source)) return source
      const commitmentKey = this.ids.key('commitment', (key) => taken.has(key))
      taken.add(commitmentKey)
      return { ...source, commitmentKey }
    })
  }

  /** Each entry may be signed with a key that the one before introduced. */
  async #note(notes: readonly Note[]): Promise<void> {
    let writing: Promise<void> | undefined
    try {
      for (const note of notes) {
        this.ring.refuseUnlessCounted(note.by, note.event)
        const { entries, written } = this.ledger.append([note])
        this.ring.learn(entries)
        // The last one tells of the failure of any.
        writing?.catch(() => undefined)
        writing = written
      }
      await writing
    } catch (error) {
      writing?.catch(() => undefined)
      await writing?.catch(() => undefined)
      this.ring.relearn(readLibraryLedger(this.ledger.entries, checkSignature).history)
      throw error
    }
  }

  /** Writes everything from memory, over the files on the disk. */
  rewrite(by: string): Promise<void> {
    return this.#queue(async () => {
      // Memory is not the truth then: it holds what survived.
      if (this.#facts.losses.length > 0) return
      // A change that was signed and could not be written is taken back.
      await this.#note(this.#signing(by, this.#facts.sources))
      await this.#writeAll(this.#facts)
      await this.#keepHeads()
    })
  }

  /** What a person signs before the source book is written, from the first PIN on. */
  #signing(by: string, sources: LibraryFacts['sources']): readonly Note[] {
    const signed = this.#signed()
    const records = signed ? recordsToSign(sources, signed) : {}
    if (!signed || Object.keys(records).length === 0) return []
    const isOpen = Object.entries(records).every(([id, hash]) => maySignPlainly(signed, id, hash))
    // Somebody whose PIN was removed, while others had one.
    if (!isOpen && this.ring.usableKeyOf(by)?.grade !== 'pin')
      throw new NewsroomError('refused', newsroomText('keyRing.needsPin', { person: by }))
    return [{ by, event: { kind: 'sourcesSigned', records } }]
  }

  #signed(): SignedSources | undefined {
    return signedSources(this.ledger.entries, this.ring.history)
  }

  async #writeAll({ roster, pins, sources, settings, keys, words }: Omit<LibraryFacts, 'losses'>): Promise<void> {
    if (keys) await this.store.writeKeys(keys)
    await this.store.writeRoster(roster, pins)
    await this.store.writeSources(sources)
    await this.store.writeSettings(settings)
    if (words) await this.store.writeWords(words)
  }

  /**
   * After the files, never before: a crash in between leaves the note behind the files, which is no loss. A note ahead
   * of them would read as one.
   */
  async #keepHeads(): Promise<void> {
    const heads = this.store.recordHeads()
    if (!this.ring.ready || this.#facts.losses.length > 0) return
    // The book as it is at the first PIN, or when this Stet first writes here.
    if (hasFirstPin(this.ring.history) && !hasFirstBook(this.ledger.entries))
      await this.#note([
        { by: STET, event: { kind: 'sourcesSigned', records: recordsOf(this.#facts.sources), all: true } },
      ])
    if (canonicalJson(heads) === canonicalJson(keptHeads(this.ledger.entries))) return
    await this.#note([{ by: STET, event: { kind: 'recordsKept', files: heads } }])
  }

  /** A failed change does not block the next one. */
  #queue<T>(work: () => Promise<T>): Promise<T> {
    const working = this.#writing.then(work)
    this.#writing = working.catch(() => undefined)
    return working
  }
}

const needsKey = ({ commitmentKey, mergedInto, destroyed }: Source): boolean =>
  commitmentKey === undefined && mergedInto === undefined && destroyed === undefined
const withBoth = (before: KeysRecord | undefined, now: KeysRecord): KeysRecord => ({
  ...now,
  keys: [...now.keys, ...(before?.keys ?? []).filter(({ id }) => !now.keys.some((key) => key.id === id))],
})
