import { newsroomText } from '../../catalogue/rooms/newsroom'
import * as Y from 'yjs'
import type { Assessment } from '../../story/assessment/assessment'
import { Assessor, type AssessingDesk } from '../../story/assessment/assessStory'
import { isDealtWith } from '../../story/assessment/trayTags'
import { GUARDED, QUOTE_LIKE } from '../../story/ledger/fact'
import type { Range } from '../../story/copy/copy'
import { contextRanges } from '../../story/copy/contextRanges'
import { overTokens } from '../../story/copy/factWords'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { SealedLedger } from '../../story/ledger/libraryEvent'
import { ledgerOf } from '../../story/trust/chain'
import { NewsroomError, type StorySummary, type StoryView } from '../../story/requests/requests'
import type { Desk, Story } from '../../story/assessment/story'
import { distinctLosses, lossKey, type TrustLoss } from '../../story/ledger/loss'
import { SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import { loadDoc, registerWriter } from '../../document/createStoryDoc'
import { noteHands } from '../../document/writers/hands'
import { arrangersOf } from '../../document/writers/arrangers'
import { belongingWriters } from '../../document/writers/belongingWriters'
import { writersOf } from '../../document/writers/wordWriters'
import { guardDocument, type Guarded } from '../../document/guardDocument'
import { applyAndWatch, noteLost } from '../../document/rescueWords'
import { StoryReader } from '../../document/storyReader'
import type { StoredStory, StoryFile, StoryStore } from '../../storage/disk/storyStore'
import type { Clock } from '../environment/clock'
import type { Tell } from '../ledger/events'
import type { Ids } from '../environment/ids'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { LedgerBook } from '../ledger/ledgerBook'
import type { Signer } from '../ledger/signEntry'
import { sealEvent, tellsOfProposal } from '../ledger/sealEvent'
import { summaryOf, viewOf } from './storyView'
import { STET, transitions, type Accepted, type Note } from '../ledger/transitions'
import { writtenContext } from '../ledger/writtenContext'
import { StoryClients } from './storyClients'
import { StoryHands } from './storyHands'
import { StoryFileSchedule } from './storyFileSchedule'
import { UpdateCandidate } from './updateCandidate'
import { UpdateWriter } from './updateWriter'
import { messageOf } from '../../story/text/messageOf'

/** The services of the newsroom that an open story uses. */
export interface StoryRoom {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tell: Tell
  sources(): Desk['sources']
  /** What the library lost. It closes every story. */
  libraryLosses(): readonly TrustLoss[]
  /** What decides which sign-offs count. */
  assessing(): AssessingDesk
  readonly signer: Signer
  /** Notes in the table of heads how far a ledger is on the disk. */
  noteHead(story: string, head: SealedLedger): void
  /** Whether the one-person desk is on. */
  deskOfOne(): boolean
  /** Schedules a look at the story, which also writes its story file. */
  settleSoon(story: OpenStory): void
}

/**
 * A story in the process that owns the library: the replica that sign-offs are checked against, and the ledger. The
 * replica may be ahead of the disk while a write takes; an acknowledged change is always on disk.
 */
export class OpenStory {
  readonly id: string
  readonly guid: string
  readonly created: string
  readonly repairs: readonly string[]
  /** Set when the document holds something that this version of the app does not know. Then nothing may be changed. */
  readonly guarded: Guarded | undefined
  /** The replica. Others read it; only this class changes it. */
  readonly doc: Y.Doc
  /** ISO 8601 instant of the last change. */
  updated: string

  readonly #room: StoryRoom
  readonly #book: LedgerBook
  readonly #reader: StoryReader
  readonly #assessor = new Assessor()
  readonly #candidate = new UpdateCandidate(() => this.state())
  readonly #clients: StoryClients
  readonly #hands: StoryHands
  /** The context of each fact at the last look. */
  #contexts: ReadonlyMap<string, string> | undefined
  /** The document as one update, until it changes. */
  #state: Uint8Array | undefined
  #value: Story | undefined
  #assessments: readonly Assessment[] | undefined
  /** Who changed the copy since the last look. */
  #unobservedBy: string | undefined
  #unobserved = true
  /** What was missing when the story was read. */
  readonly #lost: readonly TrustLoss[]
  /** Captured files that were missing or other ones at the last look. */
  #lostFiles: readonly TrustLoss[] = []
  readonly #writer: UpdateWriter
  #changes: number
  readonly #file = new StoryFileSchedule()

  /**
   * `stored.ledger`: the entries that count. `seq`: number of the last line of the file. `lastSeen`: when the story
   * last changed, from its story file.
   */
  constructor(stored: StoredStory & { readonly seq?: number }, room: StoryRoom, lastSeen?: string) {
    this.id = stored.id
    this.guid = stored.guid
    this.created = stored.created
    this.repairs = stored.repairs
    this.#lost = stored.losses
    this.#room = room
    this.#changes = stored.updates.length
    this.#writer = new UpdateWriter({
      append: (update) => room.store.appendUpdate(this.id, update),
      whole: () => this.state(),
      written: () => {
        this.#changes += 1
        this.#file.countChange()
      },
      saved: (update, by, { origin, whole }) =>
        room.tell('storyUpdated', { story: this.id, update, by, ...(origin === undefined || whole ? {} : { origin }) }),
    })
    this.#book = new LedgerBook(
      { ledger: ledgerOf(stored.guid), entries: stored.ledger, seq: stored.seq ?? stored.ledger.at(-1)?.seq ?? 0 },
      room.signer,
      room.clock,
      (entries) => this.#writeLedger(entries),
      (entries) => this.#ledgerChanged(entries),
    )
    this.updated = lastSeen ?? stored.ledger.at(-1)?.at ?? stored.created
    this.doc = loadDoc(stored.updates)
    this.#reader = new StoryReader(this.doc)
    this.#clients = new StoryClients(this.doc, room.ids)
    this.#hands = new StoryHands(this.doc)
    this.guarded = guardDocument(this.doc)
    if (stored.updates.length === 1) this.#state = stored.updates[0]
    this.doc.on('update', () => {
      this.#state = undefined
      this.#forget()
    })
  }

  get ledger() {
    return this.#book.state
  }
  /** Where the ledger ends, entries on their way to the disk included. */
  get ledgerEnd(): SealedLedger {
    return this.#book.end
  }
  get entries(): readonly LedgerEntry[] {
    return this.#book.entries
  }

  /** The story as rules see it, now. */
  value(): Story {
    this.#value ??= {
      id: this.id,
      guid: this.guid,
      created: this.created,
      ...this.#reader.read(),
      ledger: this.#book.state,
      losses: [...this.#room.libraryLosses(), ...this.#lost, ...this.#lostFiles],
    }
    return this.#value
  }

  /** The assessment of each fact, in text order, then those of the tray. */
  assessments(): readonly Assessment[] {
    this.#assessments ??= this.#assessor.assess(this.value(), this.#room.assessing())
    return this.#assessments
  }

  /** The assessment of one fact. Throws a usage error for an unknown id. */
  assessment(fact: string): Assessment {
    const found = this.assessments().find(({ id }) => id === fact)
    if (!found) throw new NewsroomError('usage', newsroomText('openStory.unknownFact', { fact }))
    return found
  }

  /** The source book that the assessments were read with. */
  sources(): Desk['sources'] {
    return this.#room.sources()
  }

  /** An earlier assessment of the fact with this view, if this process had it a moment ago. */
  seenBefore(fact: string, seen: string): Assessment | undefined {
    return this.#assessor.earlier(fact, seen)
  }

  view(): StoryView {
    return viewOf(this.value(), this.assessments(), this.updated, this.#room.deskOfOne())
  }
  summary(): StorySummary {
    return summaryOf(this.value(), this.assessments(), this.updated)
  }

  /** To call when the source book or what the library lost changed. */
  invalidateAssessments(): void {
    this.#value = undefined
    this.#assessments = undefined
    this.#file.markStale()
    this.#unobserved = true
  }

  /** Takes over what a look at the captured files found. Returns whether it is news. */
  lookedAtFiles(found: readonly TrustLoss[]): boolean {
    const before = this.#lostFiles.map(lossKey).join()
    if (found.map(lossKey).join() === before) return false
    this.#lostFiles = found
    this.invalidateAssessments()
    this.tellLosses()
    return true
  }

  tellLosses(): void {
    this.#room.tell('lossesChanged', { story: this.id, losses: this.value().losses ?? [] })
  }

  /**
   * Notes in the ledger what was missing when the story was read. Call it before anything else is written: the next
   * write notes new ends of log and ledger, and then nobody sees the gap. Resolves when it is on disk.
   */
  async noteLosses(): Promise<void> {
    const { lossesFound } = this.ledger
    const news = distinctLosses(this.#lost).filter((loss) => !lossesFound.has(lossKey(loss)))
    if (news.length > 0 && !this.guarded && this.#room.signer.ready)
      await this.#append([{ by: STET, event: { kind: 'lossFound', losses: news } }]).written
  }

  /** Gives a window of `by` a Yjs client id of its own and notes whose it is. Resolves when that is on disk. */
  async join(by: string): Promise<number> {
    this.refuseWhenGuarded()
    const client = this.#clients.next()
    await this.#change(by, (doc) => registerWriter(doc, client, by)).saved
    return client
  }

  /**
   * Applies a window's typing. Tries it on a candidate first: only copy, marks and new fact records may change this
   * way. Restores records that others have dealt with and that an undo removes. Resolves when it is on disk. Rejects
   * with a refusal; then nothing of it is applied.
   */
  applyWindowUpdate(update: Uint8Array, by: string, origin?: string): Promise<void> {
    const restored: ((doc: Y.Doc) => void)[] = []
    try {
      this.refuseWhenGuarded()
      const refusal = this.#candidate.try(update, {
        by,
        mayForget: (fact) => this.#mayForget(fact, by),
        putBack: (restore) => void restored.push(restore),
        suggestions: this.#book.state.suggestions,
      })
      if (refusal !== undefined) throw new NewsroomError('refused', refusal)
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)))
    }
    this.#changesBy(by)
    const made: Uint8Array[] = []
    const collect = (change: Uint8Array): void => void made.push(change)
    this.doc.on('update', collect)
    const { value: lost, notes } = this.#hands.during(by, () => applyAndWatch(this.doc, update, origin))
    this.doc.off('update', collect)
    this.#room.settleSoon(this)
    const saving = [this.#writer.save(update, by, origin)]
    // Yjs removes redundant formatting after a merge; what is redundant depends on the order of changes. This must be
    // kept and sent, or a removed tag comes back when the story is opened again.
    const tidied = made.slice(1)
    if (tidied.length > 0)
      saving.push(this.#writer.save(tidied.length === 1 && tidied[0] ? tidied[0] : Y.mergeUpdates(tidied), by))
    if (notes.length > 0) saving.push(this.#change(STET, (doc) => noteHands(doc, notes)).saved)
    // Acknowledged only when the words that the merge dropped are in the tray on disk, too.
    if (lost.length > 0)
      saving.push(this.#change(STET, (doc) => noteLost(doc, lost, this.#room.clock.now(), this.settledInTray)).saved)
    if (restored.length > 0)
      saving.push(
        this.#change(STET, (doc) => {
          for (const restore of restored) restore(doc)
        }).saved,
      )
    return Promise.all(saving).then(() => undefined)
  }

  /** Names of the tray's entries that a person has put back or let go. */
  get settledInTray(): ReadonlySet<string> {
    return new Set(this.entries.flatMap((entry) => (entry.kind === 'rescued' ? [entry.ref] : [])))
  }

  /**
   * Edits the document for an action, with a client id of that person, as one update. The result is there at once;
   * `saved` resolves when the edit is on disk. The event carries `origin`. `writer`: whose words they are, if not
   * those of `by`; undefined: nobody writes with it.
   */
  edit<T>(
    by: string,
    change: (doc: Y.Doc) => T,
    { origin, writer = by }: { readonly origin?: string; readonly writer?: string | null } = {},
  ): { readonly value: T; readonly saved: Promise<void> } {
    this.refuseWhenGuarded()
    this.#changesBy(by)
    return this.#change(by, change, origin, writer ?? undefined)
  }

  /**
   * Appends to the ledger, and seals texts that were typed beside the copy. `written` resolves when the entries are on
   * disk.
   */
  note(
    by: string,
    ...events: readonly LedgerEvent[]
  ): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    // Otherwise the story would be signed or moved without the words that this version cannot read.
    this.refuseWhenGuarded()
    // A move can restore copy that is not the cleared one. The next look must see it.
    if (events.some(({ kind }) => kind === 'moved')) this.#unobserved = true
    const terms = protectedTerms(this.#room.sources().values())
    return this.#append(events.map((event) => ({ by, event: sealEvent(event, terms) })))
  }

  /** The same for what `acceptor` signs in the name of `by`, whose suggestion (the hash of its entry) was accepted. */
  noteAccepted(
    by: string,
    { acceptor, suggestion }: { readonly acceptor: string; readonly suggestion: string },
    ...events: readonly LedgerEvent[]
  ): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    this.refuseWhenGuarded()
    const terms = protectedTerms(this.#room.sources().values())
    return this.#append(
      events.map((event) => ({ by, event: sealEvent(event, terms), as: acceptor, accepts: suggestion })),
    )
  }

  /** `observe` without waiting for the disk. Listeners get an error. */
  observeNow(): void {
    this.observe().catch((error: unknown) => this.#report(error))
  }

  /**
   * Notes transitions since the last call: new tags, changed words, lapses, restorations, cleared copy that was edited.
   * They carry the name of the person who changed the copy, or else `unless`.
   */
  observe(unless: string = STET, accepted: Accepted = {}): Promise<void> {
    if (!this.#unobserved || this.guarded || !this.#room.signer.ready) return Promise.resolve()
    const by = this.#unobservedBy ?? unless
    this.#unobserved = false
    this.#unobservedBy = undefined
    const story = this.value()
    const assessments = this.assessments()
    const contexts = this.#contexts
    const notes = transitions(story, assessments, {
      by,
      ...accepted,
      writersOf: ({ ranges }) => [...writersOf(this.doc, overTokens(story.copy, ranges))],
      hasNewContext: (assessment) => contexts?.get(assessment.id) !== writtenContext(assessment),
      wroteBefore: this.#wroteBefore(),
    })
    this.#contexts = new Map(assessments.map((assessment) => [assessment.id, writtenContext(assessment)]))
    if (notes.length === 0) return Promise.resolve()
    const terms = protectedTerms(this.#room.sources().values())
    return this.#append(
      notes.map(({ by: whose, event }) => ({
        by: whose,
        event: tellsOfProposal(event) ? sealEvent(event, terms) : event,
      })),
    ).written
  }

  /**
   * Writes everything: what a failed write left behind, the ledger, the story file. Compacts a long log. Without
   * `whole`, the story file of a long story waits until enough has changed: the log has every word, and a story file
   * knows when it is behind.
   */
  async settle({ whole = true }: { readonly whole?: boolean } = {}): Promise<void> {
    // A story that this version does not understand is not rewritten at all.
    if (this.guarded) return
    await this.#writer.settle(STET)
    await this.observe()
    // A new log does not note the end of the ledger yet. The story file does.
    const begins = this.#changes >= COMPACT_AFTER
    if (begins) {
      this.#changes = 1
      this.#file.markStale()
      await this.#room.store.compactStory(this.id, this.state())
    }
    if (!this.#file.stale || (!whole && !begins && this.#file.canWait(this.summary().words))) return
    this.markStoryFileCurrent()
    try {
      // Last: it records where log and ledger end.
      await this.#room.store.writeStoryFile(this.id, this.snapshot())
    } catch (error) {
      this.#file.markStale()
      throw error
    }
  }

  snapshot(): StoryFile {
    return { summary: this.summary(), view: this.view() }
  }

  /** The story file of now is on the disk, or on its way there. */
  markStoryFileCurrent(): void {
    this.#file.markCurrent()
  }

  /** Writes both states, the log and the story file from memory, over damaged files on the disk. */
  async rewriteAll(): Promise<void> {
    await this.#writer.settle(STET)
    for (let copy = 0; copy < 2; copy++) await this.#room.store.compactStory(this.id, this.state())
    this.#changes = 1
    this.#file.markStale()
    await this.settle()
  }

  /** The whole document as one update. Callers must not change it. */
  state(): Uint8Array {
    return (this.#state ??= Y.encodeStateAsUpdate(this.doc))
  }

  refuseWhenGuarded(what: 'changed' | 'copied' | 'exported' = 'changed'): void {
    if (this.guarded)
      throw new NewsroomError('failed', newsroomText('openStory.guarded', { what, why: this.guarded.why }))
  }

  /** Observes the changes of one person before those of another begin, so that each gets the right name. */
  #changesBy(by: string): void {
    if (this.#unobservedBy !== undefined && this.#unobservedBy !== by) this.observeNow()
    this.#unobservedBy = by
    this.#unobserved = true
  }

  #change<T>(
    by: string,
    change: (doc: Y.Doc) => T,
    origin?: string,
    writer?: string,
  ): { readonly value: T; readonly saved: Promise<void> } {
    const { client, isNew } = this.#clients.ofActions(by)
    this.doc.clientID = client
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array) => void updates.push(update)
    this.doc.on('update', collect)
    try {
      const { value, notes } = this.#hands.during(writer, () =>
        this.doc.transact(() => {
          if (isNew) registerWriter(this.doc, client, by)
          return change(this.doc)
        }, ACTION),
      )
      if (notes.length > 0) this.doc.transact(() => noteHands(this.doc, notes), ACTION)
      const [only, ...more] = updates
      if (!only) return { value, saved: this.#writer.settle(STET) }
      const update = more.length ? Y.mergeUpdates(updates) : only
      this.#candidate.follow(update)
      this.#room.settleSoon(this)
      return { value, saved: this.#writer.save(update, by, origin) }
    } finally {
      this.doc.off('update', collect)
    }
  }

  /** Duplicates: who wrote the words of a fact in the original. */
  #wroteBefore(): Readonly<Record<string, readonly string[]>> {
    const [first] = this.entries
    return first?.kind === 'created' ? (first.wrote ?? {}) : {}
  }

  /** Names of all who wrote in the context of a fact: its sentences, or its whole grafs if it is quote-like. */
  contextWriters({ ranges, tag, record }: Assessment): readonly string[] {
    const type = record.type ?? tag.type
    const around = contextRanges(this.value().copy, ranges, QUOTE_LIKE.has(type))
    const writers = new Set(writersOf(this.doc, around, QUOTE_LIKE.has(type) ? 'block' : 'sentence'))
    for (const name of arrangersOf(this.doc, around)) writers.add(name)
    for (const name of belongingWriters(this.doc, this.value().copy, ranges)) writers.add(name)
    return [...writers].sort()
  }

  /** Names of all who wrote the words at a place of the copy. */
  writersAt(ranges: readonly Range[]): ReadonlySet<string> {
    return writersOf(this.doc, overTokens(this.value().copy, ranges))
  }

  /** Whether the story has or had a suggestion with this id. */
  knowsSuggestion(id: string): boolean {
    return this.doc.getMap(SUGGESTIONS_MAP).has(id) || this.#book.state.suggestions.has(id)
  }

  /**
   * Whether undoing a tag may remove the fact's record: nobody has dealt with it yet. For a quote or allegation, only
   * its tagger may.
   */
  #mayForget(fact: string, by: string): boolean {
    const tag = this.value().tags.get(fact)
    if (tag && GUARDED.has(tag.type) && tag.by !== by) return false
    const record = this.#book.state.facts.get(fact)
    return !record || !isDealtWith(record)
  }

  #append(notes: readonly Note[]): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    const appended = this.#book.append(notes)
    this.#forget()
    return appended
  }

  #forget(): void {
    this.#value = undefined
    this.#assessments = undefined
    this.#file.markStale()
    this.updated = this.#room.clock.now()
  }

  #ledgerChanged(written: readonly LedgerEntry[]): void {
    this.#file.markStale()
    this.#value = undefined
    this.#assessments = undefined
    if (!written.length) {
      this.#unobserved = true
      return
    }
    this.#room.tell('ledgerGrew', { story: this.id, entries: written })
    this.#room.settleSoon(this)
  }

  /** Writes the words first: the ledger never refers to words that are not on disk. */
  async #writeLedger(entries: readonly LedgerEntry[]): Promise<void> {
    await this.#writer.settle(STET)
    await this.#room.store.appendLedger(this.id, entries)
    const last = entries.at(-1)
    if (last) this.#room.noteHead(this.id, { entries: last.seq, head: last.hash })
  }

  #report(error: unknown): void {
    this.#room.tell('storageTrouble', {
      story: this.id,
      message: messageOf(error),
    })
  }
}

const ACTION = 'action'
const COMPACT_AFTER = 2000
