/** The sources behind a fact, for the rules about sources. */
import { checksText } from '../../catalogue/rooms/checks'
import type { Assessment } from '../../story/assessment/assessment'
import { canonical } from '../../story/text/compare'
import type { Source } from '../../story/desk/source'
import type { Evidence } from '../../story/ledger/facts/fact'
import { hashEvidence } from '../../story/ledger/hash'

/**
 * The evidence that the giver of the verdict saw. What somebody added since keeps the tick, but lifts no block: nobody
 * else has looked at it. All of it while there is no verdict.
 */
export function evidenceSeen({ evidence, current }: Pick<Assessment, 'evidence' | 'current'>): readonly Evidence[] {
  if (!current || evidence.length === 0) return evidence
  const seen = new Set(current.evidence)
  return evidence.filter((item) => seen.has(hashEvidence(item)))
}

/** Tells, behind what a fact lacks, that support was added since its verdict. '' if none was. */
export const addedSince = (fact: Assessment): string =>
  fact.evidence.some(({ stance }) => stance === 'supports') && evidenceSeen(fact).length < fact.evidence.length
    ? ` ${checksText('sources.addedSince')}`
    : ''

/** The known sources of a fact's supporting evidence, without duplicates. */
export const supportingSources = (
  evidence: readonly Evidence[],
  book: ReadonlyMap<string, Source>,
): readonly Source[] => [
  ...new Map(
    evidence.flatMap((item) => {
      const source = item.stance === 'supports' ? book.get(item.source) : undefined
      return source ? [[source.id, source] as const] : []
    }),
  ).values(),
]

interface Place {
  readonly from: number
  readonly to: number
}

/** Whether the sentence contains the words as whole words, in any case. */
export const standsIn = (sentence: string, words: string): boolean =>
  placesOfWholeWords(canonical(sentence), words).length > 0

/** The places of whole words, in any case, in a canonical text. */
export function placesOfWholeWords(text: string, words: string): readonly Place[] {
  const wanted = lowerCase(canonical(words))
  const lower = lowerCase(text)
  if (wanted === '') return []
  const places: Place[] = []
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const to = at + wanted.length
    if (!LETTER.test(lower.charAt(at - 1)) && !continues(lower.slice(to))) places.push({ from: at, to })
  }
  return places
}

/** Of equal length, so that places stay. */
const lowerCase = (text: string): string =>
  text.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))

const LETTER = /[\p{L}\p{N}]/u
/** A letter continues the word. Not in scripts with particles or without spaces. */
const continues = (rest: string): boolean => /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}]/u.test(rest)
