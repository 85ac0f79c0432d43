import { VERDICT_KEYS } from '../review/verdictKeys'

export interface KeyWords {
  /** As printed on the key. */
  readonly key: string
  /** Its place on the keyboard, as KeyboardEvent.code says it. */
  readonly code: string
  readonly does: string
  /** For a narrow column. */
  readonly brief?: string
}

/** What each key does in review, for people. The keys act by their place on the keyboard, so that Hangul layouts work too. */
export const REVIEW_KEYS: readonly KeyWords[] = [
  { key: 'J', code: 'KeyJ', does: 'Next open fact', brief: 'Next fact' },
  { key: 'K', code: 'KeyK', does: 'Previous open fact', brief: 'Fact before' },
  ...VERDICT_KEYS.map(({ key, code, label }) => ({ key, code, does: label })),
  { key: 'E', code: 'KeyE', does: 'Add evidence' },
  { key: '.', code: 'Period', does: 'Same source again' },
  { key: 'C', code: 'KeyC', does: 'Accept the new sentence', brief: 'Accept sentence' },
  { key: 'G', code: 'KeyG', does: 'Group by backup', brief: 'By backup' },
  { key: 'R', code: 'KeyR', does: 'Resolve a query', brief: 'Resolve query' },
  { key: 'N', code: 'KeyN', does: 'Note on the fact: what is claimed, who said it', brief: 'Note' },
  { key: 'X', code: 'KeyX', does: 'Nothing to check' },
  { key: 'I', code: 'KeyI', does: 'What changed since I signed', brief: 'Since I signed' },
  { key: 'Y', code: 'KeyY', does: 'Sign what is unchanged again', brief: 'Sign again' },
  { key: 'Enter', code: 'Enter', does: 'To the words' },
  { key: 'Esc', code: 'Escape', does: 'Back to the facts, then out of review', brief: 'Back' }
]
