/**
 * An undo takes no tag off words that stay once the fact has a verdict, or somebody else dealt with it. The owner puts
 * such a tag back, too (document/checkWindowUpdate.ts); here it is back before anybody sees the sheet without it.
 */
import type * as Y from 'yjs'
import { setFactTag } from '../../../document/createStoryDoc'
import { readTags } from '../../../document/reading/readStory'
import { putTagBack, takenTags, type TakenTags } from '../../../document/takenTags'
import { FACTS_MAP } from '../../../story/copy/documentSchema'

/** Runs an undo or redo. Returns the facts whose tags it took off, and that have them again. */
export function keepingHeldTags<T>(
  doc: Y.Doc,
  { isHeld, inCopy }: { readonly isHeld: (fact: string) => boolean; readonly inCopy: () => ReadonlySet<string> },
  run: () => T,
): { readonly value: T; readonly kept: ReadonlySet<string> } {
  const taken: TakenTags[] = []
  const watch = (transaction: Y.Transaction): void =>
    void taken.push(takenTags(transaction.changed.keys(), transaction))
  const records = readTags(doc)
  doc.on('afterTransaction', watch)
  let value: T
  try {
    value = run()
  } finally {
    doc.off('afterTransaction', watch)
  }
  const standing = inCopy()
  const lost = taken.flatMap((tags) => [...tags]).filter(([fact]) => !standing.has(fact) && isHeld(fact))
  if (lost.length > 0)
    doc.transact(() => {
      for (const [fact, words] of lost) {
        const record = records.get(fact)
        if (record && !doc.getMap(FACTS_MAP).has(fact)) setFactTag(doc, record)
        putTagBack(doc, fact, words)
      }
    }, HELD)
  return { value, kept: new Set(lost.map(([fact]) => fact)) }
}

const HELD = 'heldTags'
