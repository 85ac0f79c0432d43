import type { FactType } from '../../story/ledger/fact'
import type { Finding } from '../../story/assessment/finding'
import { guessType } from '../../story/assessment/guessType'

const TYPES: Partial<Record<Finding['rule'], FactType>> = {
  untaggedQuote: 'quote',
  untaggedFigure: 'figure',
  untaggedSuperlative: 'superlative',
  untaggedName: 'name',
}

/** What the words of a statement without a tag are tagged as; undefined for every other finding. Names are told apart as when they are tagged by key. */
export function tagTypeOf({ rule, key }: Pick<Finding, 'rule' | 'key'>, words: string): FactType | undefined {
  if (rule !== 'untaggedName') return TYPES[rule]
  // A key starts with the kind of its statement (statementsOf).
  if (key.startsWith('date:')) return 'date'
  const guess = guessType(words)
  return guess === 'place' || guess === 'title' ? guess : 'name'
}
