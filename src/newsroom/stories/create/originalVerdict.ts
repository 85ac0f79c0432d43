import { maskNames } from '../../../projection/scan/maskNames'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import type { Assessment } from '../../../story/assessment/assessment'
import { readFact } from '../../../story/assessment/copy/readFact'
import type { Copy } from '../../../story/copy/copy'
import { sameWords } from '../../../story/copy/words/factWords'
import { SENTENCE_RULE } from '../../../story/copy/words/sentences'
import { AGAINST, type SignOff } from '../../../story/ledger/facts/fact'
import type { OriginalVerdict } from '../../../story/ledger/facts/originalVerdict'
import { defined } from '../../../story/text/defined'

interface Original {
  readonly copy: Copy
  /** The sign-offs of the fact that count, oldest first. */
  readonly counted: readonly SignOff[]
  readonly terms: readonly ProtectedTerm[]
}

/**
 * The verdict against the words of a fact that a duplicate takes along. Undefined: none stands. Only texts that the
 * copy has come along as they are: in others, protected names are masked.
 */
export function originalVerdict(fact: Assessment, { copy, counted, terms }: Original): OriginalVerdict | undefined {
  const against = standingAgainst(fact, counted)
  if (!against) return undefined
  const { status, by, at, reason } = against
  const told = { status, by, at, sentenceRule: SENTENCE_RULE, ...defined({ reason }) }
  const read = readFact(copy, fact.ranges)
  if (read && sameWords(against.words, read.words))
    return { ...told, words: read.words, sentence: read.sentence, preceding: read.preceding }
  const stands = copy.some(({ text }) => text.includes(against.words))
  return {
    ...told,
    words: stands ? against.words : maskNames(against.words, terms),
    sentence: '',
    preceding: '',
    ...(read ? { lapsed: true } : {}),
  }
}

/** The verdict against the words that holds, or one that waits under a query for its words to come back. */
function standingAgainst({ current }: Assessment, counted: readonly SignOff[]): SignOff | undefined {
  if (current && AGAINST.has(current.status)) return current
  if (current && current.status !== 'queried') return undefined
  return counted.findLast(
    (one, at) => AGAINST.has(one.status) && !counted.slice(at + 1).some((later) => sameWords(later.words, one.words)),
  )
}
