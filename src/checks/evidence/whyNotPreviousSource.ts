/** What the key “Same source” (`.`) never signs. */
import { checksText } from '../../catalogue/rooms/checks'
import type { Assessment } from '../../story/assessment/assessment'
import type { Copy } from '../../story/copy/copy'
import type { Transcript } from '../../story/assessment/copy/transcript'
import { AGAINST, STATUS_WORDS } from '../../story/ledger/facts/fact'
import { MATCHING_RESULTS } from '../quote/checkQuote'
import { quoteOfFact } from '../quote/quoteOfFact'

const NO_TRANSCRIPTS: ReadonlyMap<string, Transcript> = new Map()

/**
 * Says why this fact needs another key, as one sentence: a verdict against it, an open query, a quote that differs. A
 * verdict counts here even if it has lapsed.
 */
export function whyNotPreviousSource(
  fact: Assessment,
  transcripts: ReadonlyMap<string, Transcript> = NO_TRANSCRIPTS,
  copy: Copy = [],
): string | undefined {
  if (fact.ranges.length === 0 || fact.status === 'untagged') return checksText('find.gone')
  if (fact.reasons.includes('hole') || fact.reasons.includes('twoPlaces')) return checksText('find.broken')
  const { current } = fact
  if (current?.status === 'queried') return checksText('find.queried')
  if (current && AGAINST.has(current.status))
    return checksText('find.against', { status: STATUS_WORDS[current.status] })
  const quote = quoteOfFact(fact, transcripts, copy)
  if (!quote || quote.check.result === 'noTranscript' || MATCHING_RESULTS.has(quote.check.result)) return undefined
  return checksText('find.differs')
}
