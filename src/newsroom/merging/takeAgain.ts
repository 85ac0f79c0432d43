/** A bundle of which a merge was undone here takes in the same again. */
import type * as Y from 'yjs'
import { setField } from '../../document/editStory'
import { editAs, takenInAgain } from '../../document/merge/editAs'
import { readFields } from '../../document/reading/readStory'
import { restoreCopy } from '../../document/restoreCopy'
import { readTray } from '../../document/rescueWords'
import { fieldText, FIELD_NAMES, leaves, type FieldName, type Fields } from '../../story/ledger/fields'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { Apart } from '../../story/ledger/order/ledgerOrder'
import { undoingsOf, type Undoing } from '../../story/ledger/order/undoneMerges'

/**
 * The undoings that a bundle ends: all that the merge brought stands in it, and its writer did not know of the undo.
 * `entries`: those that count, in order. `there`: those of the bundle.
 */
export function endedUndoings(
  entries: readonly LedgerEntry[],
  apart: Apart,
  there: readonly LedgerEntry[],
): readonly Undoing[] {
  const undoings = undoingsOf(entries, apart)
  if (undoings.length === 0) return undoings
  const known = new Set(there.map(({ hash }) => hash))
  return undoings.filter(
    ({ undo, brought }) => !known.has(undo.hash) && brought.length > 0 && brought.every(({ hash }) => known.has(hash)),
  )
}

export interface TakeAgain {
  readonly undoings: readonly Undoing[]
  /** Hash of a merge → the document before it. Those of other machines are not here: only their entries count again. */
  readonly before: ReadonlyMap<string, Uint8Array>
  /** The document of the bundle. */
  readonly update: Uint8Array
  readonly by: string
  /** A Yjs client id that nobody has used. */
  readonly client: number
  readonly now: string
  readonly settledInTray: ReadonlySet<string>
  readonly rightField: <F extends FieldName>(field: F, was: Fields[F], is: Fields[F]) => Fields[F]
}

/** Changes `doc`, which has the update. Returns what to note of it. */
export function takeWordsAgain(doc: Y.Doc, again: TakeAgain): readonly LedgerEvent[] {
  const { undoings, before, update, by, client, now, settledInTray, rightField } = again
  const events: LedgerEvent[] = []
  // The first one that was undone comes first: the others went on from it.
  const restored = undoings.toReversed().flatMap(({ undo, merge }) => {
    const state = before.get(merge.hash)
    return state ? [{ undo, state }] : []
  })
  if (restored.length === 0) return events
  const known = new Set(restored.map(({ undo }) => undo.client))
  editAs(doc, { client, by, now, known }, () => {
    for (const { state } of restored) {
      const wanted = takenInAgain(doc, state, update)
      restoreCopy(doc, wanted)
      const [was, is] = [readFields(doc), readFields(wanted)]
      for (const field of FIELD_NAMES) {
        const to = rightField(field, was[field], is[field])
        if (fieldText(to) === fieldText(was[field])) continue
        setField(doc, field, to)
        const [from, set] = [fieldText(was[field]), fieldText(to)]
        events.push({ kind: 'fieldSet', field, from, to: set, ...(leaves(field) ? { leaves: true as const } : {}) })
      }
    }
  })
  const tray = new Map(readTray(doc).map(({ ref, text }) => [ref, text]))
  for (const { undo } of restored)
    for (const ref of undo.tray) {
      const text = settledInTray.has(ref) ? undefined : tray.get(ref)
      if (text !== undefined) events.push({ kind: 'rescued', outcome: 'putBack', ref, text })
    }
  return events
}
