/** What long ledgers of several writers cost. */
import { expect, test } from 'vitest'
import { lastCounted } from '../../../src/story/assessment/counting'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashEntry } from '../../../src/story/ledger/hash'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { inOrder } from '../../../src/story/ledger/order/ledgerOrder'
import { moved, signed } from '../../builders/stories/machines'
import { within } from '../../builders/time/processorTime'
import { deskFrom } from '../../builders/stories/storyFrom'

/** Two machines that never hear of one another. */
function twoLines(count: number, event: (at: number) => LedgerEvent): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = []
  const add = (what: LedgerEvent, follows: readonly string[], by: string): string => {
    const seq = entries.length + 1
    const at = `2026-11-28T10:00:00.${String(seq % 1000).padStart(3, '0')}Z`
    const entry = { ...what, seq, at, by, follows, signer: by } as unknown as LedgerEntry
    entries.push({ ...entry, hash: hashEntry(entry) })
    return entries.at(-1)?.hash ?? ''
  }
  const root = add({ kind: 'created', origin: 'new' }, [], 'Ana')
  const ends = [root, root]
  for (let at = 0; at < count; at++) ends[at % 2] = add(event(at), [ends[at % 2] ?? ''], at % 2 ? 'Ana' : 'Ben')
  return entries
}

test('4,000 new wordings of one fact by two writers fold in little time', async () => {
  const entries = twoLines(4000, () => ({ kind: 'reworded', fact: 'f', words: 'x', writers: ['Ana'] }))
  const { facts } = await within(300, () => foldLedger(inOrder(entries)), 5)
  expect(facts.get('f')?.wordings.length).toBe(4000)
})

test('1,000 moves by two writers fold in little time', async () => {
  const entries = twoLines(1000, (at) => (at % 4 < 2 ? moved('draft', 'filed') : moved('filed', 'draft')))
  const { standing } = await within(150, () => foldLedger(inOrder(entries)), 5)
  expect(standing.stage).toBe('draft')
})

test('1,000 verdicts on one fact by two writers are weighed in little time', async () => {
  const state = foldLedger(inOrder(twoLines(1000, () => signed('verified'))))
  const record = state.facts.get('f')
  if (!record) throw new Error('The ledger has no fact f.')
  const roster = [{ name: 'Ana', role: 'editor' } as const, { name: 'Ben', role: 'editor' } as const]
  const story = { fields: { ...EMPTY_FIELDS, author: 'Reporter' }, ledger: { ...state, authors: ['Reporter'] } }
  const { current } = await within(150, () => lastCounted(record, story, deskFrom({ roster })), 5)
  expect(current?.status).toBe('verified')
})
