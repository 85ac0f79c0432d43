import * as Y from 'yjs'
import { loadDoc, registerWriter } from '../../../document/createStoryDoc'
import { noteHands } from '../../../document/writers/characters/hands'
import type { IsShared } from '../../../document/writers/watch/watchHands'
import { applyAndWatch, noteLost } from '../../../document/rescueWords'
import { proposeTyping, standsOtherwise } from '../../../document/pen/proposeTyping'
import { touchedBlocks, typingOf } from '../../../document/pen/typing'
import type { Ids } from '../../environment/ids'
import { StoryClients } from './storyClients'
import { StoryHands } from './storyHands'
import { UpdateCandidate, type WindowRules } from './updateCandidate'
import { UpdateWriter, type UpdateWriting } from './updateWriter'
import { STET } from '../../../story/text/stet'

/** What a story does with its document. */
export interface DocumentNeeds extends Pick<UpdateWriting, 'append' | 'saved'> {
  readonly ids: Ids
  /** Whether others may have an item. Undefined while nobody else can have the story. */
  readonly isShared: () => IsShared | undefined
  /** Called at each change, before it is written. */
  readonly changed: () => void
  /** Called after each write. */
  readonly written: () => void
  /** Schedules a look at the story. */
  readonly settleSoon: () => void
}

/** How an update of a window is tried and applied. */
export interface WindowUpdate {
  readonly rules: Omit<WindowRules, 'putBack'>
  readonly origin: string | undefined
  /** ISO 8601 instant. */
  readonly now: string
  /** Somebody else has the pen: what it changes of the standing copy becomes a suggestion. */
  readonly withoutPen: boolean
  /** Called between the check and the change. */
  readonly allowed: () => void
  /** Names of the tray's entries that a person has put back or let go. */
  readonly settledInTray: () => ReadonlySet<string>
}

/** The replica of one story, and the log of its changes. An acknowledged change is always on disk. */
export class StoryDocument {
  readonly doc: Y.Doc
  readonly #candidate = new UpdateCandidate(() => this.state())
  readonly #clients: StoryClients
  readonly #hands: StoryHands
  readonly #writer: UpdateWriter
  /** The document as one update, as it was a few changes ago, and these changes. */
  #state: Uint8Array | undefined
  #since: Uint8Array[] = []
  /** Changes in the log. */
  #changes: number

  constructor(
    updates: readonly Uint8Array[],
    private readonly needs: DocumentNeeds,
  ) {
    this.#changes = updates.length
    this.#writer = new UpdateWriter({
      append: needs.append,
      whole: () => this.state(),
      written: () => {
        this.#changes += 1
        needs.written()
      },
      saved: needs.saved,
    })
    this.doc = loadDoc(updates)
    this.#clients = new StoryClients(this.doc, needs.ids)
    this.#hands = new StoryHands(this.doc, needs.isShared)
    const [state, ...since] = updates
    if (since.length <= MOST_SINCE) [this.#state, this.#since] = [state, since]
    this.doc.on('update', (update: Uint8Array) => {
      if (this.#since.push(update) > MOST_SINCE) [this.#state, this.#since] = [undefined, []]
      needs.changed()
    })
  }

  /** The whole document as one update. Callers must not change it. */
  state(): Uint8Array {
    if (this.#state === undefined || this.#since.length > 0)
      [this.#state, this.#since] = [Y.encodeStateAsUpdate(this.doc), []]
    return this.#state
  }

  /** The whole document as updates: a long one that has hardly changed is not written again. */
  updates(): readonly Uint8Array[] {
    return this.#state === undefined ? [this.state()] : [this.#state, ...this.#since]
  }

  /** The log is long enough to be replaced by the whole document. */
  get isLong(): boolean {
    return this.#changes >= COMPACT_AFTER
  }
  compacted(): void {
    this.#changes = 1
  }

  /** Every change is on the disk. */
  get isIdle(): boolean {
    return this.#writer.isIdle
  }

  /** Waits for the current writes, and writes what a failed write left behind. */
  settle(): Promise<void> {
    return this.#writer.settle(STET)
  }

  /** A Yjs client id for a window of `by`. Resolves when the document names its writer on disk. */
  async join(by: string): Promise<number> {
    const client = this.#clients.next()
    await this.change(by, (doc) => registerWriter(doc, client, by)).saved
    return client
  }

  /**
   * Applies a window's typing. Tries it on a candidate first. Returns the reason of a refusal, and then has applied
   * nothing; otherwise a promise that resolves when it is on disk.
   */
  apply(
    update: Uint8Array,
    by: string,
    { rules, origin, now, allowed, settledInTray, withoutPen }: WindowUpdate,
  ): string | Promise<void> {
    const restored: ((doc: Y.Doc) => void)[] = []
    const refusal = this.#candidate.try(update, { ...rules, putBack: (restore) => void restored.push(restore) })
    if (refusal !== undefined) return refusal
    allowed()
    const made: Uint8Array[] = []
    const collect = (change: Uint8Array): void => void made.push(change)
    this.doc.on('update', collect)
    let transaction: Y.Transaction | undefined
    this.doc.once('afterTransaction', (one: Y.Transaction) => (transaction = one))
    const { value: lost, notes } = this.#hands.during(by, () => applyAndWatch(this.doc, update, origin))
    this.doc.off('update', collect)
    this.needs.settleSoon()
    // Yjs removes redundant formatting after a merge; what is redundant depends on the order of changes. This must be
    // kept and sent, or a removed tag comes back when the story is opened again.
    const tidied = made.slice(1)
    const proposed = withoutPen && transaction ? this.#proposeTyping(transaction, by, now) : undefined
    const saving: Promise<void>[] = []
    const also = (change: (doc: Y.Doc) => void): void => void saving.push(this.change(STET, change).saved)
    if (proposed) {
      // In one piece: otherwise a crash in between would leave the typing in the standing copy.
      saving.push(this.#writer.save(Y.mergeUpdates([update, ...tidied, proposed]), by))
    } else {
      saving.push(this.#writer.save(update, by, origin))
      if (tidied.length > 0)
        saving.push(this.#writer.save(tidied.length === 1 && tidied[0] ? tidied[0] : Y.mergeUpdates(tidied), by))
    }
    if (notes.length > 0) also((doc) => noteHands(doc, notes))
    // Acknowledged only when the words that the merge dropped are in the tray on disk, too.
    if (lost.length > 0) also((doc) => noteLost(doc, lost, now, settledInTray()))
    if (restored.length > 0)
      also((doc) => {
        for (const restore of restored) restore(doc)
      })
    return Promise.all(saving).then(() => undefined)
  }

  /** A client id that nobody has used, for a merge. */
  newClient(): number {
    return this.#clients.next()
  }

  /** Applies an update that is on the disk already, with its notes. Listeners get it in the name of `by`. */
  take(update: Uint8Array, by: string): Promise<void> {
    const made: Uint8Array[] = []
    const collect = (change: Uint8Array): void => void made.push(change)
    this.doc.on('update', collect)
    Y.applyUpdate(this.doc, update, ACTION)
    this.doc.off('update', collect)
    this.#candidate.follow(update)
    this.needs.written()
    this.needs.saved(update, by, { origin: undefined, whole: false })
    // See `apply`: what Yjs tidies up must be kept, too.
    const tidied = made.slice(1)
    return tidied.length > 0 ? this.#writer.save(Y.mergeUpdates(tidied), by) : Promise.resolve()
  }

  /**
   * Edits the document with the client id of that person, as one update. `writer`: whose words they are; undefined:
   * nobody's.
   */
  change<T>(
    by: string,
    change: (doc: Y.Doc) => T,
    { origin, writer }: { readonly origin?: string | undefined; readonly writer?: string | undefined } = {},
  ): { readonly value: T; readonly saved: Promise<void> } {
    const { value, update } = this.#make(by, change, writer)
    if (!update) return { value, saved: this.settle() }
    this.needs.settleSoon()
    return { value, saved: this.#writer.save(update, by, origin) }
  }

  /** Makes an edit, and returns it as one update that is not on the disk yet. */
  #make<T>(
    by: string,
    change: (doc: Y.Doc) => T,
    writer: string | undefined,
  ): { readonly value: T; readonly update: Uint8Array | undefined } {
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
      if (!only) return { value, update: undefined }
      const update = more.length ? Y.mergeUpdates(updates) : only
      this.#candidate.follow(update)
      return { value, update }
    } finally {
      this.doc.off('update', collect)
    }
  }

  /** Makes suggestions of what a window typed without the pen. Undefined: it changed no standing copy. */
  #proposeTyping(transaction: Y.Transaction, by: string, now: string): Uint8Array | undefined {
    const typing = typingOf(transaction, by)
    const touched = touchedBlocks(transaction)
    if (touched && !standsOtherwise(touched, typing)) return undefined
    return this.#make(STET, (doc) => proposeTyping(doc, typing, { now, library: STET }, touched), undefined).update
  }
}

const ACTION = 'action'
/** Changes after which the log becomes one state. Opening a story applies each change of the log. */
const COMPACT_AFTER = 2000
/** Changes that are kept beside the state before them. */
const MOST_SINCE = 8
