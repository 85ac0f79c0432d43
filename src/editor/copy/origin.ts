import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Whether a transaction comes from the shared document (another replica, an undo, a re-render) and not from this
 * person. Never edit the sheet in answer to one: two replicas would answer each other forever.
 */
export function isFromSharedDocument(transaction: Transaction): boolean {
  const change = transaction.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined
  return change?.isChangeOrigin === true
}

/** Origin of an edit that main made for this window, such as a restored snapshot. This window's undo reverts it. */
export const ASKED_FOR = 'askedFor'
