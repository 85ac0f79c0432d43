/** What another person’s key may sign in the name of a proposer. */
import { expect, test } from 'vitest'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { isAcceptanceOf } from '../../../src/story/trust/signing'
import { signed } from '../../builders/stories/machines'

const entry = (event: LedgerEvent, by = 'Ana'): LedgerEntry =>
  ({ ...event, seq: 1, at: '', by, hash: '' }) as LedgerEntry
const PROPOSED = entry({
  ...{ kind: 'suggested', suggestion: 's1', inserted: '200 won', deleted: '100 won', about: '' },
  corrects: { fact: 'f', words: '200 won', sentence: 'It cost 200 won.', evidence: 'e1' },
})
const FOR = { id: 'e2', source: 's', locator: 'p. 1', stance: 'supports' } as const

test.each<[string, LedgerEvent, boolean]>([
  ['the right words are verified', signed('verified', { words: '200 won' }), true],
  ['other words are', signed('verified', { words: '300 won' }), false],
  ['it is let stand', signed('letStand', { words: '200 won' }), false],
  ['another fact is verified', { ...signed('verified', { words: '200 won' }), fact: 'g' } as LedgerEvent, false],
  ['the evidence of the proposal goes', { kind: 'evidenceRemoved', fact: 'f', evidence: 'e1' }, true],
  ['other evidence goes', { kind: 'evidenceRemoved', fact: 'f', evidence: 'e9' }, false],
  ['evidence for them comes', { kind: 'evidenceAdded', fact: 'f', evidence: FOR }, true],
  [
    'evidence against them comes',
    { kind: 'evidenceAdded', fact: 'f', evidence: { ...FOR, stance: 'contradicts' } },
    false,
  ],
  ['evidence is changed', { kind: 'evidenceAdded', fact: 'f', evidence: FOR, replaces: 'e9' }, false],
  ['the tag goes', { kind: 'untagged', fact: 'f', reason: '', words: '200 won', lastStatus: 'wrong' }, false],
])('that %s', (_what, event, may) => {
  expect([isAcceptanceOf(entry(event), PROPOSED), isAcceptanceOf(entry(event, 'Ben'), PROPOSED)]).toEqual([may, false])
  expect(isAcceptanceOf(entry(event), entry(signed('wrong')))).toBe(false)
})
