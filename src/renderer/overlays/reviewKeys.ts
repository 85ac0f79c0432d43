import { VERDICT_KEYS } from '../review/verdictKeys'

export interface KeyWords { readonly keys: readonly string[]; readonly does: string }

/** What each key does in review, for people. The keys act by their place on the keyboard, so that Hangul layouts work too. */
export const REVIEW_KEYS: readonly KeyWords[] = [
  { keys: ['J', 'K'], does: 'Next and previous open fact' },
  ...VERDICT_KEYS.map(({ key, label }) => ({ keys: [key], does: label })),
  { keys: ['E'], does: 'Add evidence' },
  { keys: ['.'], does: 'Same source again' },
  { keys: ['C'], does: 'Accept the new sentence' },
  { keys: ['G'], does: 'Group by backup' },
  { keys: ['R'], does: 'Resolve a query' },
  { keys: ['N'], does: 'Note on the fact' },
  { keys: ['X'], does: 'Nothing to check' },
  { keys: ['Enter'], does: 'To the words' },
  { keys: ['Esc'], does: 'Back to the facts, then out of review' }
]
