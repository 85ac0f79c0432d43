import { VERDICT_KEYS } from '../review/verdictKeys'

export interface KeyWords {
  readonly keys: readonly string[]
  readonly does: string
  /** For a narrow column. */
  readonly brief?: string
}

/** What each key does in review, for people. The keys act by their place on the keyboard, so that Hangul layouts work too. */
export const REVIEW_KEYS: readonly KeyWords[] = [
  { keys: ['J', 'K'], does: 'Next and previous open fact', brief: 'Next, previous' },
  ...VERDICT_KEYS.map(({ key, label }) => ({ keys: [key], does: label })),
  { keys: ['E'], does: 'Add evidence' },
  { keys: ['.'], does: 'Same source again' },
  { keys: ['C'], does: 'Accept the new sentence', brief: 'Accept sentence' },
  { keys: ['G'], does: 'Group by backup', brief: 'By backup' },
  { keys: ['R'], does: 'Resolve a query', brief: 'Resolve query' },
  { keys: ['N'], does: 'Note on the fact: what is claimed, who said it', brief: 'Note' },
  { keys: ['X'], does: 'Nothing to check' },
  { keys: ['I'], does: 'What changed since I signed', brief: 'Since I signed' },
  { keys: ['Y'], does: 'Sign what is unchanged again', brief: 'Sign again' },
  { keys: ['Enter'], does: 'To the words' },
  { keys: ['Esc'], does: 'Back to the facts, then out of review', brief: 'Back' }
]
