import type { Node as SheetNode } from '@tiptap/pm/model'

/**
 * The blocks in which two sheets differ: `from` to `to` (not included) in the later one, `from` to `toBefore` in the
 * earlier one.
 */
export interface ChangedBlocks {
  readonly from: number
  readonly to: number
  readonly toBefore: number
}

/** The last comparison. The listeners of a keystroke ask for the same two sheets. */
let latest: { readonly before: SheetNode; readonly after: SheetNode; readonly changed: ChangedBlocks } | undefined

/**
 * Compares the blocks of two sheets by identity, from both ends: ProseMirror keeps the nodes of unchanged blocks. An
 * equal sheet built again, as from the shared document, differs in every block.
 */
export function changedBlocks(before: SheetNode, after: SheetNode): ChangedBlocks {
  if (latest?.before !== before || latest.after !== after)
    latest = { before, after, changed: compared(before.children, after.children) }
  return latest.changed
}

function compared(old: readonly SheetNode[], now: readonly SheetNode[]): ChangedBlocks {
  const most = Math.min(old.length, now.length)
  let from = 0
  while (from < most && old[from] === now[from]) from++
  let same = 0
  while (same < most - from && old[old.length - 1 - same] === now[now.length - 1 - same]) same++
  return { from, to: now.length - same, toBefore: old.length - same }
}
