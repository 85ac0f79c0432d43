import type * as Y from 'yjs'
import type { Assessment } from '../../story/assessment/assessment'
import type { Story } from '../../story/assessment/story'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { transitions, type Accepted, type Note, type NoteKeys } from '../ledger/transitions'
import { standsAsSigned, writtenContext } from '../ledger/writtenContext'
import { writersAt } from '../../document/writers/writersAt'

/** What stood around a fact at a look. `stoodBy`: the entry of the sign-off that it stood by, if it did. */
interface Seen {
  readonly context: string
  readonly stoodBy?: number | undefined
}

const seenOf = (assessment: Assessment): Seen => ({
  context: writtenContext(assessment),
  stoodBy: standsAsSigned(assessment) ? assessment.current?.entry : undefined,
})

/** Whether the copy around a fact changed since a look: it reads otherwise, or stands no longer by its sign-off. */
function isNew(before: Seen | undefined, assessment: Assessment): boolean {
  if (before?.context !== writtenContext(assessment)) return true
  return before.stoodBy !== undefined && before.stoodBy === assessment.current?.entry && !standsAsSigned(assessment)
}

/** Remembers what a story was at the last look, and in whose name it changed since. */
export class TransitionWatch {
  /** What stood around each fact at the last look. */
  #seen: ReadonlyMap<string, Seen> | undefined
  /** Who changed the copy since the last look. */
  #by: string | undefined
  #due = true

  /** Something changed since the last look. */
  get due(): boolean {
    return this.#due
  }
  markDue(): void {
    this.#due = true
  }

  /** Whether somebody else changed the copy since the last look: then look before `by` changes it. */
  isOthers(by: string): boolean {
    return this.#by !== undefined && this.#by !== by
  }
  changesBy(by: string): void {
    this.#by = by
    this.#due = true
  }

  /** The transitions since the last call. They carry the name of who changed the copy; if nobody did, `defaultBy`. */
  look(
    { doc, story, entries }: { readonly doc: Y.Doc; readonly story: Story; readonly entries: readonly LedgerEntry[] },
    assessments: readonly Assessment[],
    { defaultBy, accepted, keys }: { readonly defaultBy: string; readonly accepted: Accepted; readonly keys: NoteKeys },
  ): readonly Note[] {
    const by = this.#by ?? defaultBy
    this.#due = false
    this.#by = undefined
    const seen = this.#seen
    const notes = transitions(story, assessments, {
      by,
      keys,
      ...accepted,
      writersOf: ({ ranges }) => [...writersAt(doc, story.copy, ranges)],
      hasNewContext: (assessment) => isNew(seen?.get(assessment.id), assessment),
      wroteBefore: wroteBefore(entries),
    })
    this.#seen = new Map(assessments.map((assessment) => [assessment.id, seenOf(assessment)]))
    return notes
  }
}

/** Duplicates: who wrote the words of a fact in the original. */
const wroteBefore = ([first]: readonly LedgerEntry[]): Readonly<Record<string, readonly string[]>> =>
  first?.kind === 'created' ? (first.wrote ?? {}) : {}
