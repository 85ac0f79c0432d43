import { refersTo } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'
import { isOutside } from './isOutside'

export type ExportEntry = Extract<LedgerEntry, { kind: 'exported' }>

/**
 * The exports that are outside after one more entry. One that failed is not. Only the person who exported says so, with
 * the same key: nobody else was there.
 */
export function outsideAfter(outside: readonly ExportEntry[], entry: LedgerEntry): readonly ExportEntry[] {
  if (isOutside(entry)) return [...outside, entry]
  if (entry.kind !== 'exportFailed') return outside
  return outside.filter((one) => !refersTo(entry.export, one) || one.by !== entry.by || one.signer !== entry.signer)
}
