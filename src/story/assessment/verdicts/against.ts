/** Verdicts against words that stand in the way of another one. */
import { factsText } from '../../../catalogue/story/facts'
import { sameWords } from '../../copy/words/factWords'
import { AGAINST, STATUS_WORDS, type SignOff } from '../../ledger/facts/fact'
import { knewEntry, type FactRecord } from '../../ledger/record/factRecord'

/**
 * The verdict of another person against exactly these words, which no later one on them knew. One writer: the last one
 * alone. `counted`: sign-offs that count, oldest first.
 */
export function againstOf(
  words: string,
  by: string,
  counted: readonly SignOff[],
  record: Pick<FactRecord, 'known'>,
): SignOff | undefined {
  const isOthers = (one: SignOff): boolean => one.by !== by && AGAINST.has(one.status)
  const later: SignOff[] = []
  for (const one of counted.toReversed()) {
    if (!sameWords(one.words, words)) continue
    if (isOthers(one) && !later.some(({ entry }) => knewEntry(record, entry, one.entry))) return one
    if (!record.known) return undefined
    later.push(one)
  }
  return undefined
}

export const againstText = ({ by, status }: SignOff): string =>
  factsText('refusal.against.other', { by, status: STATUS_WORDS[status].toLowerCase() })
