import type { FactType } from '../../story/ledger/facts/fact'
import type { Finding } from '../../story/assessment/finding'
import { guessType } from '../../story/assessment/copy/guessType'

const TYPES: Partial<Record<Finding['rule'], FactType>> = {
  untaggedQuote: 'quote',
  untaggedFigure: 'figure',
  untaggedSuperlative: 'superlative',
  untaggedName: 'name',
}

/**
 * The type with which an untagged statement is tagged. Undefined for other findings. Names are distinguished as in
 * tagging by key.
 */
export function tagTypeOf({ rule, key }: Pick<Finding, 'rule' | 'key'>, words: string): FactType | undefined {
  // Picture details and fields hold no tags.
  if (key.startsWith('beside:')) return undefined
  if (rule !== 'untaggedName') return TYPES[rule]
  // A key starts with the kind of the statement (statementsOf).
  if (key.startsWith('date:')) return 'date'
  const guess = guessType(words)
  return guess === 'place' || guess === 'title' ? guess : 'name'
}
