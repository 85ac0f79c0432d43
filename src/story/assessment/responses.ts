import { sameWords } from '../copy/words/factWords'
import type { NotedResponse } from '../ledger/record/factRecord'
import type { Assessment } from './assessment'

/** The responses that were sought on the words that the allegation has now, oldest first. */
export const responsesOnTheseWords = ({
  record,
  words: now,
}: Pick<Assessment, 'record' | 'words'>): readonly NotedResponse[] =>
  // Who was asked about other words was not asked about these.
  (record.responses ?? []).filter(({ words }) => words === undefined || sameWords(words, now))

/** The last response, if all were sought on earlier words of the allegation. Undefined: none, or one is on these. */
export const lastEarlierResponse = (fact: Pick<Assessment, 'record' | 'words'>): NotedResponse | undefined =>
  responsesOnTheseWords(fact).length > 0 ? undefined : fact.record.responses?.at(-1)
