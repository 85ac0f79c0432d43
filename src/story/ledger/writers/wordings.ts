/** Who wrote the words of a fact, read from every wording that its ledger noted. */
import { sameWords } from '../../copy/words/factWords'
import { isConcurrent, knewEntry, type FactRecord } from '../record/factRecord'

/**
 * Names of all who ever brought these words into the fact, or took words away to make them, before an entry, or without
 * knowing of it. Changing the words and changing them back under another name adds that name and removes none. A
 * proposer whose words another person accepted before is no writer of them.
 */
export function writersOfWords(
  { wordings, known }: Pick<FactRecord, 'wordings' | 'known'>,
  words: string,
  before: number = Infinity,
): ReadonlySet<string> {
  const wrote: { readonly name: string; readonly entry: number }[] = []
  for (const { entry, by, writers, adopted = [], ...wording } of wordings) {
    const isLater = entry >= before && !(known && isConcurrent({ known }, entry, before))
    if (isLater || !sameWords(wording.words, words)) continue
    const isKnown = before === Infinity || !isConcurrent({ known }, entry, before)
    // Nobody accepts their own words.
    const accepted = isKnown ? adopted.filter((name) => name !== by) : []
    const still = wrote.filter((one) => !accepted.includes(one.name) || !knewEntry({ known }, entry, one.entry))
    wrote.splice(0, wrote.length, ...still, ...writers.map((name) => ({ name, entry })))
  }
  return new Set(wrote.map(({ name }) => name))
}
