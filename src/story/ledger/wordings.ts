/** Who wrote the words of a fact, read from every wording that its ledger noted. */
import { sameWords } from '../copy/factWords'
import type { FactRecord } from './factRecord'

/**
 * Names of all who ever brought these words into the fact, or took words away to make them, before an entry. Changing
 * the words and changing them back under another name adds that name and removes none. A proposer whose words another
 * person accepted is no writer of them.
 */
export function writersOfWords(
  { wordings }: Pick<FactRecord, 'wordings'>,
  words: string,
  before: number = Infinity,
): ReadonlySet<string> {
  const writers = new Set<string>()
  for (const wording of wordings) {
    if (wording.entry >= before) break
    if (!sameWords(wording.words, words)) continue
    // Nobody accepts their own words.
    for (const name of wording.adopted ?? []) if (name !== wording.by) writers.delete(name)
    for (const name of wording.writers) writers.add(name)
  }
  return writers
}
