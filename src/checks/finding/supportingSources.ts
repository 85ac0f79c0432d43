/** The sources behind a fact, for the rules about sources. */
import type { Assessment } from '../../story/assessment/assessment'
import { canonical } from '../../story/text/compare'
import type { Source } from '../../story/desk/source'
import { factKey, keyText } from './findingKey'

/** The known sources of a fact's supporting evidence, without duplicates. */
export const supportingSources = (fact: Assessment, book: ReadonlyMap<string, Source>): readonly Source[] => [
  ...new Map(
    fact.evidence.flatMap((item) => {
      const source = item.stance === 'supports' ? book.get(item.source) : undefined
      return source ? [[source.id, source] as const] : []
    }),
  ).values(),
]

/** Whether the sentence contains the words as whole words, in any case. */
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
/** A letter continues the word. Not in scripts with particles or without spaces. */
const continues = (rest: string): boolean => /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}]/u.test(rest)

/** The key of a finding about a fact in its sentence. */
export const inSentenceKey = (fact: Assessment): string => `${factKey(fact)}|${keyText(fact.sentence)}`
