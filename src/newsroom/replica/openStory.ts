import { newsroomText } from '../../catalogue/rooms/newsroom'
import type * as Y from 'yjs'
import type { Assessment } from '../../story/assessment/assessment'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { VerifiedLedger } from '../../story/trust/verifyLedger'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { ledgerOf } from '../../story/trust/chain'
import { NewsroomError, type StorySummary, type StoryView } from '../../story/requests/requests'
import type { Desk, Story } from '../../story/assessment/story'
import type { TrustLoss } from '../../story/ledger/loss'
import { SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import type { Guarded } from '../../document/guardDocument'
import type { StoredStory, StoryFile } from '../../storage/disk/storyStore'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { penOfAnother } from '../../story/ledger/writers/pen'
import { LedgerBook } from '../ledger/ledgerBook'
import { maskEvent, tellsOfProposal } from '../ledger/maskEvent'
import { countsIssues } from './row/rowCounts'
import { storySummaryOf } from './row/storySummary'
import { storyViewOf } from './view/storyView'
import type { Accepted, Note } from '../ledger/transitions'
import { leavesWhole, SharedPart } from './document/sharedPart'
import { StoryDocument } from './document/storyDocument'
import { StoryGuard } from './storyGuard'
import { StoryLosses } from './storyLosses'
import { StoryMerging, type MergePlace, type MergeToWrite } from './storyMerging'
import type { StoryRoom } from './storyRoom'
import { StoryRow } from './row/storyRow'
import { StorySaving } from './storySaving'
import { StoryReading } from './storyReading'
import { StoryWriters } from './storyWriters'
import { TransitionWatch } from './transitionWatch'
import { messageOf } from '../../story/text/messageOf'
import { STET } from '../../story/text/stet'
import { asError } from '../../story/text/asError'

export interface EditOptions {
  readonly origin?: string
  readonly writer?: string | null
  readonly keepsCopy?: boolean
}

/** For edits of tags, comments, suggestions and fields. */
export const KEEPS_COPY: EditOptions = { keepsCopy: true }

/**
 * A story in the process that owns the library: the replica that sign-offs are checked against, and the ledger. The
 * replica may be ahead of the disk while a write takes; an acknowledged change is always on disk.
 */
export class OpenStory {
  readonly id: string
  readonly guid: string
  readonly created: string
  readonly repairs: readonly string[]
  readonly guard: StoryGuard
  readonly writers: StoryWriters
  /** The replica. Others read it; only this class changes it. */
  readonly doc: Y.Doc
  /** ISO 8601 instant of the last change. */
  updated: string

  readonly #room: StoryRoom<OpenStory>
  readonly #book: LedgerBook
  readonly #document: StoryDocument
  readonly #saving: StorySaving
  readonly #reading: StoryReading
  readonly #transitions = new TransitionWatch()
  readonly #losses: StoryLosses
  readonly #shared: SharedPart
  readonly #merging: StoryMerging
  readonly #row: StoryRow

  /**
   * `stored.ledger`: the entries that count. `seq`: number of the last line of the file. `file`: its story file.
   */
  constructor(
    stored: StoredStory & { readonly seq?: number; readonly apart?: readonly LedgerEntry[] },
    room: StoryRoom<OpenStory>,
    file?: StoryFile,
  ) {
    this.id = stored.id
    this.guid = stored.guid
    this.created = stored.created
    this.repairs = stored.repairs
    this.#losses = new StoryLosses(stored.losses, () => room.libraryLosses())
    this.#room = room
    this.#document = new StoryDocument(stored.updates, {
      ids: room.ids,
      isShared: () => this.#shared.test,
      append: (update) => room.store.appendUpdate(this.id, update),
      changed: () => this.#forget(),
      written: () => this.#saving.schedule.countChange(),
      saved: (update, by, { origin, whole }) =>
        room.tell('storyUpdated', { story: this.id, update, by, ...(origin === undefined || whole ? {} : { origin }) }),
      settleSoon: () => room.settleSoon(this),
    })
    this.#saving = new StorySaving(
      this.id,
      room.store,
      this.#document,
      () => this.storyFile(),
      () => room.index.filing(this.id, this.created),
    )
    this.#book = new LedgerBook(
      {
        ledger: ledgerOf(stored.guid),
        entries: stored.ledger,
        seq: stored.seq ?? stored.ledger.at(-1)?.seq ?? 0,
        apart: stored.apart ?? [],
      },
      room.signer,
      room.clock,
      (entries) => this.#writeLedger(entries),
      (entries) => this.#ledgerChanged(entries),
    )
    this.#row = new StoryRow(
      {
        summary: () => this.summary(),
        story: () => this.value(),
        assessments: () => this.assessments(),
        writersAt: (ranges, part) => this.writers.at(ranges, part),
      },
      room,
      file && !file.stale ? file.summary : undefined,
    )
    this.updated = file?.summary.updated ?? stored.ledger.at(-1)?.at ?? stored.created
    this.doc = this.#document.doc
    this.#shared = new SharedPart(this.doc, () => ({ entries: this.entries, pen: this.#book.state.pen }))
    this.#merging = new StoryMerging(this.#document, this.#book, {
      write: (made) => room.store.mergeStory(this.id, made),
      written: (made) => this.readLedgerAgain(made),
      taken: (entries) => {
        room.wrote(this.id, entries)
        this.#transitions.markDue()
      },
      over: () => {
        this.#shared.takeAll()
        this.#forget()
        room.settleSoon(this)
      },
    })
    this.#reading = new StoryReading(this.doc, {
      ...{ id: this.id, guid: this.guid, created: this.created },
      ledger: () => this.#book.state,
      losses: () => this.#losses.all(),
      unproven: () => room.unproven(this.id, this.entries),
      assessing: () => room.assessing(),
    })
    this.guard = new StoryGuard({
      doc: this.doc,
      ledger: () => this.ledger,
      tags: () => this.value().tags,
      desk: () => room.desk(),
    })
    this.writers = new StoryWriters(this.doc, () => this.value().copy)
  }

  /** Set when nothing may be changed (see StoryGuard). */
  get guarded(): Guarded | undefined {
    return this.guard.guarded
  }
  get ledger() {
    return this.#book.state
  }
  /** Where the ledger ends, entries on their way to the disk included. */
  get ledgerEnd(): LedgerEnd {
    return this.#book.end
  }
  get entries(): readonly LedgerEntry[] {
    return this.#book.entries
  }
  /** Entries of other machines that do not count here. */
  get apart(): readonly LedgerEntry[] {
    return this.#book.apart
  }

  /** The story as rules see it, now. */
  value(): Story {
    return this.#reading.value()
  }

  /** The assessment of each fact, in text order, then those of the tray. */
  assessments(): readonly Assessment[] {
    return this.#reading.assessments()
  }

  /** The assessment of one fact. Throws a usage error for an unknown id. */
  assessment(fact: string): Assessment {
    return this.#reading.assessment(fact)
  }

  /** The source book that the assessments were read with. */
  sources(): Desk['sources'] {
    return this.#room.sources()
  }

  /** An earlier assessment of the fact with this view, if this process had it a moment ago. */
  seenBefore(fact: string, seen: string): Assessment | undefined {
    return this.#reading.seenBefore(fact, seen)
  }

  view(): StoryView {
    return storyViewOf(this.value(), this.assessments(), this.updated, this.#room.deskOfOne(), this.entries)
  }
  summary(): StorySummary {
    return storySummaryOf(this.value(), this.assessments(), this.updated)
  }

  /** The same with what only the checks count. Never says what nobody counted. */
  row(): StorySummary {
    return this.#row.now()
  }

  /** The row of the story for lists. Undefined when they have it, and nothing changed since it was asked for last. */
  newRow(): StorySummary | undefined {
    return this.#row.news()
  }

  /** Looks at the story again soon if its issues have to be counted. */
  countSoon(): void {
    if (this.#row.isToCount()) this.#room.settleSoon(this)
  }

  /** To call when the source book or what the library lost changed. */
  invalidateAssessments(): void {
    this.#changed()
    this.#transitions.markDue()
  }

  /** Takes over what a look at the captured files found. Returns whether it is news. */
  lookedAtFiles(found: readonly TrustLoss[]): boolean {
    if (!this.#losses.sawFiles(found)) return false
    this.invalidateAssessments()
    this.countSoon()
    this.tellLosses()
    return true
  }

  /** Whether the keys changed and the history could not be read by them. Then nothing here counts as checked. */
  get keysUnread(): boolean {
    return this.#losses.keysUnread
  }
  set keysUnread(unread: boolean) {
    if (unread === this.keysUnread) return
    this.#losses.setKeysUnread(unread ? this.ledgerEnd.head : undefined)
    this.invalidateAssessments()
    this.tellLosses()
  }

  tellLosses(): void {
    const { losses = [], unproven = [] } = this.value()
    this.#room.tell('lossesChanged', { story: this.id, losses, unproven })
  }

  /**
   * Notes in the ledger what was missing when the story was read. Call it before anything else is written: the next
   * write notes new ends of log and ledger, and then nobody sees the gap. Resolves when it is on disk.
   */
  async noteLosses(): Promise<void> {
    const news = this.#losses.unnoted(this.ledger.lossesFound)
    if (news.length > 0 && !this.guarded && this.#room.signer.ready)
      await this.#append([{ by: STET, event: { kind: 'lossFound', losses: news } }]).written
  }

  /**
   * Gives a window of `by` a Yjs client id of its own and notes whose it is. Resolves when that is on disk. To open a
   * story is no change of it.
   */
  async join(by: string): Promise<number> {
    await this.#merging.over
    this.guard.refuseWhenGuarded()
    const { updated } = this
    const joined = this.#row.keepWhile(() => this.#document.join(by))
    this.updated = updated
    this.countSoon()
    return joined
  }

  /**
   * Applies a window's typing. Tries it on a candidate first: only copy, marks and new fact records may change this
   * way. Restores records that others have dealt with and that an undo removes. Resolves when it is on disk. Rejects
   * with a refusal; then nothing of it is applied.
   */
  applyWindowUpdate(update: Uint8Array, by: string, origin?: string): Promise<void> {
    const { over } = this.#merging
    if (over) return over.then(() => this.applyWindowUpdate(update, by, origin))
    try {
      this.guard.refuseWhenGuarded()
      this.guard.refuseWhenKilled()
      const applied = this.#document.apply(update, by, {
        rules: {
          by,
          mayForget: (fact) => this.guard.mayForget(fact, by),
          mayUntag: (fact) => this.guard.mayUntag(fact),
          suggestions: this.#book.state.suggestions,
        },
        origin,
        now: this.#room.clock.now(),
        allowed: () => this.#changesBy(by),
        settledInTray: () => this.settledInTray,
        withoutPen: penOfAnother(this.#book.state, by) !== undefined,
      })
      if (typeof applied === 'string')
        throw new NewsroomError('refused', newsroomText('windowUpdate.refused', { why: applied }))
      return applied
    } catch (error) {
      return Promise.reject(asError(error))
    }
  }

  /** Names of the tray's entries that a person has put back or let go. */
  get settledInTray(): ReadonlySet<string> {
    return new Set(this.entries.flatMap((entry) => (entry.kind === 'rescued' ? [entry.ref] : [])))
  }

  /**
   * Edits the document for an action, with a client id of that person, as one update. The result is there at once;
   * `saved` resolves when the edit is on disk. The event carries `origin`. `writer`: whose words they are. Default:
   * `by`. `null`: nobody’s. `keepsCopy`: the standing copy stays as it is, so no pen is needed.
   */
  edit<T>(
    by: string,
    change: (doc: Y.Doc) => T,
    { origin, writer = by, keepsCopy = false }: EditOptions = {},
  ): { readonly value: T; readonly saved: Promise<void> } {
    this.guard.refuseWhenGuarded()
    this.guard.refuseWhenKilled()
    if (!keepsCopy) this.guard.refuseWithoutPen(by)
    if (this.#merging.isRunning) throw new NewsroomError('refused', newsroomText('ledgerBook.merging'))
    this.#changesBy(by)
    return this.#document.change(by, change, { origin, writer: writer ?? undefined })
  }

  /**
   * Appends to the ledger, and masks protected names in texts that were typed beside the copy. `written` resolves when
   * the entries are on disk.
   */
  note(
    by: string,
    ...events: readonly LedgerEvent[]
  ): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    // Otherwise the story would be signed or moved without the words that this version cannot read.
    this.guard.refuseWhenGuarded()
    this.guard.refuseWhenKilled(events)
    // A move can restore copy that is not the cleared one. The next look must see it.
    if (events.some(({ kind }) => kind === 'moved')) this.#transitions.markDue()
    if (events.some(leavesWhole)) this.#shared.takeAll()
    return this.#append(this.#masked(events).map((event) => ({ by, event })))
  }

  /** The same for what `acceptor` signs in the name of `by`, whose suggestion (the hash of its entry) was accepted. */
  noteAccepted(
    by: string,
    { acceptor, suggestion }: { readonly acceptor: string; readonly suggestion: string },
    ...events: readonly LedgerEvent[]
  ): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    this.guard.refuseWhenGuarded()
    this.guard.refuseWhenKilled(events)
    return this.#append(this.#masked(events).map((event) => ({ by, event, as: acceptor, accepts: suggestion })))
  }

  /** The story as it would be with these entries. It is for looking only: nothing of it goes to the disk. */
  supposing(by: string, events: readonly LedgerEvent[]): OpenStory {
    const { id, guid, created, repairs, apart } = this
    const { lines, end } = this.#book
    if (!this.#room.signer.ready) return this
    const more: LedgerEntry[] = []
    for (const event of this.#masked(events)) more.push(this.#book.sign({ by, event }, more))
    const left = new Set(apart)
    const ledger = [...lines.filter((line) => !left.has(line)), ...more]
    const stored = {
      id,
      guid,
      created,
      repairs,
      updates: this.updates(),
      losses: this.#losses.ofStory(),
      ledger,
      apart,
    }
    return new OpenStory({ ...stored, seq: end.entries + more.length }, this.#room)
  }

  /** `observe` without waiting for the disk. Listeners get an error. */
  observeNow(): void {
    this.observe().catch((error: unknown) => this.#report(error))
  }

  /**
   * Notes transitions since the last call: new tags, changed words, lapses, restorations, cleared copy that was edited.
   * They carry the name of the person who changed the copy; if nobody did, `defaultBy`.
   */
  observe(defaultBy: string = STET, accepted: Accepted = {}): Promise<void> {
    if (!this.#transitions.due || this.#merging.isRunning || this.guarded || !this.#room.signer.ready)
      return Promise.resolve()
    const now = { doc: this.doc, story: this.value(), entries: this.entries }
    const keys = this.#room.signer
    const notes = this.#transitions.look(now, this.assessments(), { defaultBy, accepted, keys })
    if (notes.length === 0) return Promise.resolve()
    const terms = protectedTerms(this.#room.sources().values())
    return this.#append(
      notes.map(({ by: whose, event }) => ({
        by: whose,
        event: tellsOfProposal(event) ? maskEvent(event, terms) : event,
      })),
    ).written
  }

  /** The state of the story that a merge is planned from. */
  get mergePlace(): MergePlace {
    const { lines, end } = this.#book
    return { state: this.state(), lines, seq: end.entries, settledInTray: this.settledInTray }
  }

  /** A Yjs client id that nobody has used. */
  newClient(): number {
    return this.#document.newClient()
  }

  /** Signs an entry that follows all lines of the ledger and `more`. It is not in the ledger yet. */
  signAfter(by: string, event: LedgerEvent, more: readonly LedgerEntry[]): LedgerEntry {
    return this.#book.sign({ by, event }, more)
  }

  /**
   * Takes in what `prepare` makes of the story as it is then: all of it or nothing. Nothing else changes meanwhile.
   * Resolves with whether it made anything, when that is on the disk and in memory.
   */
  async merge(by: string, prepare: () => MergeToWrite | undefined): Promise<boolean> {
    this.guard.refuseWhenGuarded()
    return this.#merging.merge(by, prepare)
  }

  /**
   * Asks again which lines of other machines count: keys were trusted, or are no longer. Resolves with the facts of
   * before; undefined if nothing changed. Rejects while a merge is written, and when a line counts no more that nobody
   * may leave out in silence.
   */
  async readKeysAgain(
    verify: (lines: readonly LedgerEntry[]) => VerifiedLedger,
  ): Promise<readonly Assessment[] | undefined> {
    const before = this.#book.lines
    const hashes = (entries: readonly LedgerEntry[]): string =>
      entries
        .map(({ hash }) => hash)
        .sort()
        .join()
    const isSame = ({ apart, refused }: VerifiedLedger): boolean =>
      refused.length === 0 && hashes(apart) === hashes(this.apart)
    if (isSame(verify(before))) return undefined
    const facts = this.assessments()
    await this.#book.whileHeld(() => {
      const verified = verify(this.#book.lines)
      if (verified.refused.length > 0) throw new NewsroomError('failed', newsroomText('trust.keysUnread'))
      this.readLedgerAgain(verified)
      return Promise.resolve()
    })
    return facts
  }

  /** Other lines of the ledger count now, or it has more. All are on the disk. */
  readLedgerAgain({ counted, apart }: Pick<MergeToWrite, 'counted' | 'apart'>): void {
    const seq = Math.max(this.#book.end.entries, counted.at(-1)?.seq ?? 0, apart.at(-1)?.seq ?? 0)
    this.#book.readAgain({ entries: counted, apart, seq })
    this.#transitions.markDue()
    this.#forget()
    this.#room.tell('ledgerGrew', { story: this.id, entries: this.entries, apart })
  }

  /**
   * Writes everything: what a failed write left behind, the ledger, the story file. Compacts a long log. Without
   * `whole`, the story file of a long story waits until enough has changed: the log has every word, and a story file
   * knows when it is behind.
   */
  async settle({ whole = true }: { readonly whole?: boolean } = {}): Promise<void> {
    // A story that this version does not understand is not rewritten at all.
    if (this.guarded) return
    await this.#document.settle()
    await this.observe()
    if (countsIssues(this.value())) await this.#room.transcripts.load(this.assessments())
    await this.#saving.save({ whole, words: () => this.summary().words })
  }

  /** All of it is on the disk, and nothing is being written or waits for a look. */
  get isIdle(): boolean {
    return this.isWritten && (this.guarded !== undefined || !this.#saving.schedule.stale)
  }

  /** Words and ledger are on the disk. */
  get isWritten(): boolean {
    return this.#document.isIdle && this.#book.isIdle
  }

  storyFile(): StoryFile {
    return { summary: this.row(), view: this.view() }
  }

  /** The current story file is on the disk, or on its way there. */
  markStoryFileCurrent(): void {
    this.#saving.schedule.markCurrent()
  }

  /** Writes both states, the log and the story file from memory, over damaged files on the disk. */
  async rewriteAll(): Promise<void> {
    await this.#document.settle()
    await this.#saving.rewriteStates()
    await this.settle()
  }

  /** The whole document as one update. Callers must not change it. */
  state(): Uint8Array {
    return this.#document.state()
  }
  /** The same as updates, one after the other. */
  updates(): readonly Uint8Array[] {
    return this.#document.updates()
  }

  /** Observes the changes of one person before those of another begin, so that each gets the right name. */
  #changesBy(by: string): void {
    if (this.#transitions.isOthers(by)) this.observeNow()
    this.#transitions.changesBy(by)
  }

  /** Whether the story has or had a suggestion with this id. */
  knowsSuggestion(id: string): boolean {
    return this.doc.getMap(SUGGESTIONS_MAP).has(id) || this.#book.state.suggestions.has(id)
  }

  #masked(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
    const terms = protectedTerms(this.#room.sources().values())
    return events.map((event) => maskEvent(event, terms))
  }

  #append(notes: readonly Note[]): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    const appended = this.#book.append(notes)
    this.#forget()
    return appended
  }

  /** Anything that the story is read from changed. */
  #changed(): void {
    this.#reading.forget()
    this.#saving.schedule.markStale()
    this.#room.index.changed(this.id)
    this.#row.forget()
  }

  #forget(): void {
    this.#changed()
    this.updated = this.#room.clock.now()
  }

  #ledgerChanged(written: readonly LedgerEntry[]): void {
    this.#changed()
    if (!written.length) {
      this.#transitions.markDue()
      return
    }
    this.#room.tell('ledgerGrew', { story: this.id, entries: written })
    this.#room.settleSoon(this)
  }

  /** Writes the words first: the ledger never refers to words that are not on disk. */
  async #writeLedger(entries: readonly LedgerEntry[]): Promise<void> {
    await this.#document.settle()
    await this.#room.store.appendLedger(this.id, entries)
    this.#room.wrote(this.id, entries)
  }

  #report(error: unknown): void {
    this.#room.tell('storageFailed', {
      story: this.id,
      message: messageOf(error),
    })
  }
}
