/** Which merge of a story can be undone: the one that is its latest change. docs/decisions/merging.md. */
import { hashCopy } from '../ledger/hash'
import type { Copy } from '../copy/copy'
import type { LedgerEntry } from '../ledger/ledgerEntry'

/** A merge that notes what it takes to undo it. */
export type UndoableMerge = Extract<LedgerEntry, { kind: 'merged' }> & {
  readonly here: readonly string[]
  readonly version: number
  readonly copy: string
}

/** Stet notes these by itself, or they take a copy out of the library. None of them changes the story. */
const NO_CHANGE: ReadonlySet<LedgerEntry['kind']> = new Set<LedgerEntry['kind']>([
  'lapsed',
  'restored',
  'tagged',
  'reworded',
  'filesElsewhere',
  'exported',
  'exportFailed',
  'copiedOut',
  'apartDecided',
])

/** `entries`: those that count, in order. Undefined: no merge is the latest entry that a person made. */
export function latestMerge(entries: readonly LedgerEntry[]): UndoableMerge | undefined {
  const at = entries.findLastIndex((entry) => !isNoChange(entry))
  const merge = entries[at]
  return isUndoable(merge) ? merge : undefined
}

/** The latest merge, if the copy is still as that merge left it. */
export function mergeToUndo(entries: readonly LedgerEntry[], copy: Copy): UndoableMerge | undefined {
  const merge = latestMerge(entries)
  return merge && hashCopy(copy) === merge.copy ? merge : undefined
}

const isNoChange = (entry: LedgerEntry): boolean =>
  NO_CHANGE.has(entry.kind) || (entry.kind === 'moved' && entry.automatic === true)

const isUndoable = (entry: LedgerEntry | undefined): entry is UndoableMerge =>
  entry?.kind === 'merged' && (entry.here?.length ?? 0) > 0 && entry.version !== undefined && entry.copy !== undefined
