/** What stands behind a fact, for the rules that look at sources. */
import type { Assessment } from '../../story/assessment/assessment'
import { canonical } from '../../story/text/compare'
import type { Source } from '../../story/desk/source'
import { factKey, keyText } from './findingKey'

/** The known sources of a fact's supporting evidence, each once. */
export const supportingSources = (fact: Assessment, book: ReadonlyMap<string, Source>): readonly Source[] => [
  ...new Map(
    fact.evidence.flatMap((item) => {
      const source = item.stance === 'supports' ? book.get(item.source) : undefined
      return source ? [[source.id, source] as const] : []
    }),
  ).values(),
]

/** Whether the words stand in the sentence as whole words, in any case. */
export function standsIn(sentence: string, words: string): boolean {
  const wanted = canonical(words).toLowerCase()
  if (wanted === '') return false
  const text = canonical(sentence).toLowerCase()
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !continues(text.slice(at + wanted.length))) return true
  }
  return false
}

const LETTER = /[\p{L}\p{N}]/u
/** A letter goes on after the words; scripts that hang particles on a word, or write no spaces, do not count. */
const continues = (rest: string): boolean => /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}]/u.test(rest)

/** The key of a finding that says something about the fact in its sentence. */
export const inSentenceKey = (fact: Assessment): string => `${factKey(fact)}|${keyText(fact.sentence)}`
