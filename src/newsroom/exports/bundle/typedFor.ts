/** What people typed of the evidence of protected sources. It is signed, so it goes along in a history as it is. */
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { sourceBook, type Source } from '../../../story/desk/source'

/** File names, locators, excerpts and notes, each once, in the order in which they were typed. */
export function typedFor(entries: readonly LedgerEntry[], book: readonly Source[]): readonly string[] {
  const sources = sourceBook(book)
  return [
    ...new Set(
      entries.flatMap((entry) => {
        if (entry.kind !== 'evidenceAdded' || sources.get(entry.evidence.source)?.protected !== true) return []
        const { fileName, locator, excerpt, note } = entry.evidence
        return [fileName, locator, excerpt, note].flatMap((text = '') => (text.trim() === '' ? [] : [text.trim()]))
      }),
    ),
  ]
}
