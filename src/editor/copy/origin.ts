import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Whether a transaction brings in the shared document (another replica's words, an undo, a re-render) instead of coming
 * from this person's hands. Nothing may edit the sheet in answer to one, or two replicas would answer each other for ever.
 */
export function isFromSharedDocument(transaction: Transaction): boolean {
  const change = transaction.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined
  return change?.isChangeOrigin === true
}

/** Origin of an edit that main made because this window asked for it, such as a version put back: this window's undo takes it back. */
export const ASKED_FOR = 'askedFor'
