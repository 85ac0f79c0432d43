import { defined } from '../text/defined'
import { placesOf } from '../ledger/entryRef'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { entriesText } from '../../catalogue/story/entries'
import type { EntryWords } from './entryLine'
import { entryWords } from './entryWords'
import { giversOfLooks } from './giversOfLooks'

export interface HistoryLine extends EntryWords {
  readonly entry: LedgerEntry
  readonly fact?: string
}

/** The words of a fact lack a closing quotation mark, which does not count in comparisons. Adds it for reading. */
const closed = (words: string): string => (words.startsWith('“') && !words.includes('”') ? `${words}”` : words)

/** The whole ledger as lines, newest first. */
export function historyLines(
  entries: readonly LedgerEntry[],
  sourceName: (id: string) => string,
): readonly HistoryLine[] {
  const lastWords = new Map<string, string>()
  const placeOf = placesOf(entries)
  const giverOf = giversOfLooks(entries)
  const lines = entries.map((entry): HistoryLine => {
    const words = wordsOf(() => entryWords(entry, lastWords, sourceName, placeOf, giverOf.get(entry.seq)))
    const line = {
      entry,
      ...words,
      ...defined({ words: words.words === undefined ? undefined : closed(words.words) }),
      ...('fact' in entry ? { fact: entry.fact } : {}),
    }
    if ('fact' in entry && 'words' in entry) lastWords.set(entry.fact, entry.words)
    return line
  })
  return lines.reverse()
}

/** One entry by itself. `lastWords`: as in entryWords. Names of sources are left out. */
export const readEntry = (entry: LedgerEntry, lastWords: ReadonlyMap<string, string>): EntryWords =>
  wordsOf(() => entryWords(entry, lastWords, () => ''))

/** One entry of a form that no Stet writes, as another computer may send it, does not hide the others. */
function wordsOf(read: () => EntryWords): EntryWords {
  try {
    return read()
  } catch {
    return { did: entriesText('entry.unreadable'), notes: [] }
  }
}
