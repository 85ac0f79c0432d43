import type * as Y from 'yjs'
import type { Assessment } from '../../story/assessment/assessment'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { ledgerOf } from '../../story/trust/chain'
import type { DeskTasks, StorySummary, StoryView } from '../../story/requests/requests'
import type { Desk, Story } from '../../story/assessment/story'
import { SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import type { Guarded } from '../../document/guardDocument'
import type { StoredStory, StoryFile } from '../../storage/disk/storyStore'
import { inSteps } from '../environment/inSteps'
import { LedgerBook } from '../ledger/ledgerBook'
import { storySummaryOf } from './row/storySummary'
import { deskTasksOf } from './view/deskTasks'
import { storyViewOf } from './view/storyView'
import type { Accepted } from '../ledger/transitions'
import { SharedPart } from './document/sharedPart'
import { StoryDocument } from './document/storyDocument'
import { StoryEditing, type Edited, type EditOptions } from './storyEditing'
import { StoryGuard } from './storyGuard'
import { StoryLosses } from './storyLosses'
import { StoryMerging } from './storyMerging'
import { StoryNotes, type Noted } from './storyNotes'
import type { StoryRoom } from './storyRoom'
import { StoryRow } from './row/storyRow'
import { StoryFileSchedule } from './saving/storyFileSchedule'
import { StorySaving } from './saving/storySaving'
import { StoryReading } from './storyReading'
import { StoryWriters } from './storyWriters'
import { messageOf } from '../../story/text/messageOf'
import { STET } from '../../story/text/stet'

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
  readonly losses: StoryLosses
  readonly merging: StoryMerging
  readonly saving: StorySaving
  /** The replica. Others read it; only this class changes it. */
  readonly doc: Y.Doc
  /** ISO 8601 instant of the last change. */
  updated: string

  readonly #room: StoryRoom<OpenStory>
  readonly #book: LedgerBook
  readonly #document: StoryDocument
  readonly #reading: StoryReading
  readonly #notes: StoryNotes
  readonly #editing: StoryEditing
  readonly #shared: SharedPart
  readonly #row: StoryRow
  readonly #schedule = new StoryFileSchedule()

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
    this.losses = new StoryLosses(stored.losses, {
      ofLibrary: () => room.libraryLosses(),
      end: () => this.ledgerEnd,
      changed: () => this.invalidateAssessments(),
      countSoon: () => this.countSoon(),
      tell: () => {
        const { losses = [], unproven = [] } = this.value()
        room.tell('lossesChanged', { story: this.id, losses, unproven })
      },
    })
    this.#room = room
    this.#document = new StoryDocument(stored.updates, {
      ids: room.ids,
      isShared: () => this.#shared.test,
      append: (update) => room.store.appendUpdate(this.id, update),
      changed: () => this.#forget(),
      written: () => this.#schedule.countChange(),
      saved: (update, by, { origin, whole }) =>
        room.tell('storyUpdated', { story: this.id, update, by, ...(origin === undefined || whole ? {} : { origin }) }),
      settleSoon: () => room.settleSoon(this),
    })
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
    this.#reading = new StoryReading(this.doc, {
      ...{ id: this.id, guid: this.guid, created: this.created },
      ledger: () => this.#book.state,
      losses: () => this.losses.all(),
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
    this.saving = new StorySaving(
      {
        ...{ id: this.id, document: this.#document, book: this.#book, guard: this.guard },
        observe: () => this.observe(),
        readForCount: () => this.#row.readForCount(),
        words: () => this.summary().words,
        file: () => this.storyFile(),
        filing: () => room.index.filing(this.id, this.created),
      },
      this.#schedule,
      room.store,
    )
    this.merging = new StoryMerging(
      { document: this.#document, book: this.#book, guard: this.guard },
      {
        assessments: () => this.assessments(),
        settledInTray: () => this.settledInTray,
        write: (made) => room.store.mergeStory(this.id, made),
        otherLines: (apart) => {
          this.#notes.markDue()
          this.#forget()
          room.tell('ledgerGrew', { story: this.id, entries: this.entries, apart })
        },
        taken: (entries) => {
          room.wrote(this.id, entries)
          this.#notes.markDue()
        },
        over: () => {
          this.#shared.takeAll()
          this.#forget()
          room.settleSoon(this)
        },
      },
    )
    this.#notes = new StoryNotes(
      {
        ...{ doc: this.doc, guard: this.guard },
        value: () => this.value(),
        assessments: () => this.assessments(),
        isMerging: () => this.merging.isRunning,
        leftWhole: () => this.#shared.takeAll(),
        forget: () => this.#forget(),
      },
      this.#book,
      room,
    )
    this.#editing = new StoryEditing(
      {
        ...{ document: this.#document, guard: this.guard, merging: this.merging, book: this.#book },
        clock: room.clock,
      },
      (by) => this.#notes.changesBy(by, () => this.observeNow()),
    )
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

  /** Assesses the facts ahead, in short steps, if nobody has asked for them yet. */
  assessAhead(): Promise<void> {
    return inSteps(this.#reading.assessAhead())
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
  /** What a correction or a kill leaves the desk to do. */
  tasks(): DeskTasks {
    return deskTasksOf(this.value(), this)
  }
  summary(): StorySummary {
    return storySummaryOf(this.value(), this.assessments(), this.updated, this.entries)
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
    this.#notes.markDue()
  }

  /**
   * Notes in the ledger what was missing when the story was read. Call it before anything else is written: the next
   * write notes new ends of log and ledger, and then nobody sees the gap. Resolves when it is on disk.
   */
  noteLosses(): Promise<void> {
    return this.#notes.noteLosses(this.losses.unnoted(this.ledger.lossesFound))
  }

  /**
   * Gives a window of `by` a Yjs client id of its own and notes whose it is. Resolves when that is on disk. To open a
   * story is no change of it.
   */
  async join(by: string): Promise<number> {
    await this.merging.over
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
    return this.#editing.applyWindowUpdate(update, by, origin)
  }

  /** Names of the tray's entries that a person has put back or let go. */
  get settledInTray(): ReadonlySet<string> {
    return this.#editing.settledInTray
  }

  /**
   * Edits the document for an action, with a client id of that person, as one update. The result is there at once;
   * `saved` resolves when the edit is on disk. The event carries `origin`. `writer`: whose words they are. Default:
   * `by`. `null`: nobody’s. `keepsCopy`: the standing copy stays as it is, so no pen is needed.
   */
  edit<T>(by: string, change: (doc: Y.Doc) => T, options: EditOptions = {}): Edited<T> {
    return this.#editing.edit(by, change, options)
  }

  /**
   * Appends to the ledger, and masks protected names in texts that were typed beside the copy. `written` resolves when
   * the entries are on disk.
   */
  note(by: string, ...events: readonly LedgerEvent[]): Noted {
    return this.#notes.note(by, events)
  }

  /** The same for what `acceptor` signs in the name of `by`, whose suggestion (the hash of its entry) was accepted. */
  noteAccepted(
    by: string,
    accepted: { readonly acceptor: string; readonly suggestion: string },
    ...events: readonly LedgerEvent[]
  ): Noted {
    return this.#notes.noteAccepted(by, accepted, events)
  }

  /** The story as it would be with these entries. It is for looking only: nothing of it goes to the disk. */
  supposing(by: string, events: readonly LedgerEvent[]): OpenStory {
    const { id, guid, created, repairs, apart } = this
    const { lines, end } = this.#book
    if (!this.#room.signer.ready) return this
    const more = this.#notes.supposed(by, events)
    const left = new Set(apart)
    const ledger = [...lines.filter((line) => !left.has(line)), ...more]
    const stored = {
      id,
      guid,
      created,
      repairs,
      updates: this.updates(),
      losses: this.losses.ofStory(),
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
    return this.#notes.observe(defaultBy, accepted)
  }

  storyFile(): StoryFile {
    return { summary: this.row(), view: this.view(), tasks: this.tasks() }
  }

  /** The whole document as one update. Callers must not change it. */
  state(): Uint8Array {
    return this.#document.state()
  }
  /** The same as updates, one after the other. */
  updates(): readonly Uint8Array[] {
    return this.#document.updates()
  }

  /** Whether the story has or had a suggestion with this id. */
  knowsSuggestion(id: string): boolean {
    return this.doc.getMap(SUGGESTIONS_MAP).has(id) || this.#book.state.suggestions.has(id)
  }

  /** Anything that the story is read from changed. */
  #changed(): void {
    this.#reading.forget()
    this.#schedule.markStale()
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
      this.#notes.markDue()
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
