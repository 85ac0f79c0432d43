import type * as Y from 'yjs'
import type { Assessment } from '../../story/assessment/assessment'
import type { Story } from '../../story/assessment/story'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { transitions, type Accepted, type Note } from '../ledger/transitions'
import { writtenContext } from '../ledger/writtenContext'
import { writersAt } from './factWriters'

/** Remembers what a story was at the last look, and in whose name it changed since. */
export class TransitionWatch {
  /** The context of each fact at the last look. */
  #contexts: ReadonlyMap<string, string> | undefined
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

  /** The transitions since the last call, in the name of the person who changed the copy, or else `unless`. */
  look(
    { doc, story, entries }: { readonly doc: Y.Doc; readonly story: Story; readonly entries: readonly LedgerEntry[] },
    assessments: readonly Assessment[],
    { unless, accepted }: { readonly unless: string; readonly accepted: Accepted },
  ): readonly Note[] {
    const by = this.#by ?? unless
    this.#due = false
    this.#by = undefined
    const contexts = this.#contexts
    const notes = transitions(story, assessments, {
      by,
      ...accepted,
      writersOf: ({ ranges }) => [...writersAt(doc, story.copy, ranges)],
      hasNewContext: (assessment) => contexts?.get(assessment.id) !== writtenContext(assessment),
      wroteBefore: wroteBefore(entries),
    })
    this.#contexts = new Map(assessments.map((assessment) => [assessment.id, writtenContext(assessment)]))
    return notes
  }
}

/** Duplicates: who wrote the words of a fact in the original. */
const wroteBefore = ([first]: readonly LedgerEntry[]): Readonly<Record<string, readonly string[]>> =>
  first?.kind === 'created' ? (first.wrote ?? {}) : {}
