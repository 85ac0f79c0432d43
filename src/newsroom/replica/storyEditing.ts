import type * as Y from 'yjs'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { penOfAnother } from '../../story/ledger/writers/pen'
import { NewsroomError } from '../../story/requests/requests'
import { asError } from '../../story/text/asError'
import type { Clock } from '../environment/clock'
import type { LedgerBook } from '../ledger/ledgerBook'
import type { StoryDocument } from './document/storyDocument'
import type { StoryGuard } from './storyGuard'
import type { StoryMerging } from './storyMerging'

export interface EditOptions {
  readonly origin?: string
  readonly writer?: string | null
  readonly keepsCopy?: boolean
}

/** For edits of tags, comments, suggestions and fields. */
export const KEEPS_COPY: EditOptions = { keepsCopy: true }

/** What changes the document of one story. */
interface EditedStory {
  readonly document: StoryDocument
  readonly guard: StoryGuard
  readonly merging: StoryMerging
  readonly book: LedgerBook
  readonly clock: Clock
}

/** The result of an edit. `saved` resolves when the edit is on disk. */
export interface Edited<T> {
  readonly value: T
  readonly saved: Promise<void>
}

/** Changes the document of one story: for windows, whose updates are tried first, and for actions. */
export class StoryEditing {
  constructor(
    private readonly of: EditedStory,
    /** Called before the copy is changed in the name of `by`. */
    private readonly changesBy: (by: string) => void,
  ) {}

  /** Applies a window's typing (see OpenStory.applyWindowUpdate). */
  applyWindowUpdate(update: Uint8Array, by: string, origin?: string): Promise<void> {
    const { document, guard, merging, book, clock } = this.of
    const { over } = merging
    if (over) return over.then(() => this.applyWindowUpdate(update, by, origin))
    try {
      guard.refuseWhenGuarded()
      guard.refuseWhenKilled()
      const applied = document.apply(update, by, {
        rules: {
          by,
          mayForget: (fact) => guard.mayForget(fact, by),
          mayUntag: (fact) => guard.mayUntag(fact),
          suggestions: book.state.suggestions,
        },
        origin,
        now: clock.now(),
        allowed: () => this.changesBy(by),
        settledInTray: () => this.settledInTray,
        withoutPen: penOfAnother(book.state, by) !== undefined,
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
    return new Set(this.of.book.entries.flatMap((entry) => (entry.kind === 'rescued' ? [entry.ref] : [])))
  }

  /** Edits the document for an action (see OpenStory.edit). */
  edit<T>(by: string, change: (doc: Y.Doc) => T, options: EditOptions): Edited<T> {
    const { origin, writer = by, keepsCopy = false } = options
    const { document, guard, merging } = this.of
    guard.refuseWhenGuarded()
    guard.refuseWhenKilled()
    if (!keepsCopy) guard.refuseWithoutPen(by)
    if (merging.isRunning) throw new NewsroomError('refused', newsroomText('ledgerBook.merging'))
    this.changesBy(by)
    return document.change(by, change, { origin, writer: writer ?? undefined })
  }
}
