import type { SignedStatus } from '../../story/fact'

/** The statuses a reviewer gives, each by one key (physical, so that it works on every layout). */
export interface VerdictKey {
  readonly code: string
  readonly key: string
  readonly status: SignedStatus
  readonly label: string
  /** What is asked first, and whether it may stay empty. */
  readonly ask?: { readonly label: string; readonly optional: boolean }
}

export const VERDICT_KEYS: readonly VerdictKey[] = [
  { code: 'KeyV', key: 'V', status: 'verified', label: 'Verified' },
  { code: 'KeyQ', key: 'Q', status: 'queried', label: 'Query', ask: { label: 'Question to the author', optional: false } },
  { code: 'KeyW', key: 'W', status: 'wrong', label: 'Wrong', ask: { label: 'What is wrong', optional: true } },
  { code: 'KeyD', key: 'D', status: 'disputed', label: 'Disputed', ask: { label: 'Who says otherwise', optional: true } },
  { code: 'KeyU', key: 'U', status: 'unverifiable', label: 'Unverifiable', ask: { label: 'What was tried', optional: true } },
  { code: 'KeyA', key: 'A', status: 'onAuthor', label: 'On author' },
  { code: 'KeyS', key: 'S', status: 'letStand', label: 'Let stand', ask: { label: 'Why it may stand (printed on the fact sheet)', optional: false } }
]
