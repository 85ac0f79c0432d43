/** Entries of other machines that a merge brought and that do not count here: no loss, and no verdict. */
import { describe, expect, test } from 'vitest'
import { signEntry } from '../../../src/newsroom/ledger/signEntry'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { foldLedger, EMPTY_LEDGER, type LedgerState } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { apartOf, inOrder } from '../../../src/story/ledger/order/ledgerOrder'
import { ledgerOf, verifyChain } from '../../../src/story/trust/chain'
import { verifyLedger, type VerifiedLedger } from '../../../src/story/trust/verifyLedger'
import { line, MERGED, STORY, verdict } from './lines'
import { machine, trust, type Machine } from './machines'

async function two() {
  const desk = await machine(1, [['Lee', 'editor']])
  const train = await machine(2, [['Kim', 'editor']])
  const begun = line(desk, [], 'Lee', { kind: 'created', origin: 'new' })
  const theirs = line(train, begun, 'Kim', verdict('wrong'))
  const merged = line(desk, theirs, 'Lee', MERGED)
  return { desk, train, begun, theirs, merged }
}

const read = ({ room }: Machine, lines: readonly LedgerEntry[]): VerifiedLedger =>
  verifyLedger(STORY, lines, room.ring.history, checkSignature)
const kinds = ({ counted, refused, apart }: VerifiedLedger) => ({
  counted: counted.map(({ kind }) => kind),
  refused: refused.map(({ entry, kind }) => `${entry.kind} ${kind}`),
  apart: apart.map(({ kind }) => kind),
})

describe('an entry that a merge brought', () => {
  test('by an unknown key does not count, and nothing is lost', async () => {
    const { desk, merged } = await two()
    expect(kinds(read(desk, merged))).toEqual({ counted: ['created', 'merged'], refused: [], apart: ['signed'] })
  })

  test('counts once an editor trusts its key', async () => {
    const { desk, train, merged } = await two()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    expect(kinds(read(desk, merged))).toEqual({ counted: ['created', 'signed', 'merged'], refused: [], apart: [] })
  })

  test('without a signature does not count', async () => {
    const { desk, begun } = await two()
    const unsigned = { ...line(desk, begun, 'Lee', verdict('verified')).at(-1) } as LedgerEntry
    const { signature: _, signer: __, ...bare } = unsigned
    const lines = line(desk, [...begun, bare as LedgerEntry], 'Lee', MERGED)
    expect(kinds(read(desk, lines))).toEqual({ counted: ['created', 'merged'], refused: [], apart: ['signed'] })
  })

  test('is a loss when somebody changes its signature afterwards', async () => {
    const { desk, train, merged } = await two()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    const changed = merged.map((entry) => (entry.kind === 'signed' ? { ...entry, signature: 'A'.repeat(86) } : entry))
    expect(kinds(read(desk, changed))).toEqual({
      counted: ['created', 'merged'],
      refused: ['signed forged'],
      apart: [],
    })
  })

  test('of a key of this library is a loss when it does not count', async () => {
    const { desk, begun } = await two()
    const own = line(desk, begun, 'Lee', verdict('wrong'))
    const lines = line(desk, own, 'Lee', MERGED).map((entry) =>
      entry.kind === 'signed' ? { ...entry, signature: 'A'.repeat(86) } : entry,
    )
    // Its own key vouches for it, and a merge would have found the bad signature: cut that tie.
    const cut = lines.map((entry) => (entry.kind === 'merged' ? { ...entry, vouches: '' } : entry))
    expect(kinds(read(desk, cut)).refused).toContain('signed forged')
  })

  test('is a loss where no merge brought it', async () => {
    const { desk, theirs } = await two()
    expect(kinds(read(desk, theirs))).toEqual({ counted: ['created'], refused: ['signed forged'], apart: [] })
  })

  test('of a key that an editor trusts no longer counts if it had arrived, whatever its clock said', async () => {
    const { desk, train, begun } = await two()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    const place = { ledger: ledgerOf(STORY.guid), seq: 2, at: '2030-01-01T00:00:00.000Z', after: begun }
    const early = [...begun, signEntry({ by: 'Kim', event: verdict('wrong') }, place, train.room.ring)]
    const merged = line(desk, early, 'Lee', MERGED)
    const { keys, ends, ...history } = desk.room.ring.history
    const kim = [...keys.values()].find(
      ({ person, elsewhere, grade }) => person === 'Kim' && elsewhere && grade !== 'library',
    )
    if (!kim) throw new Error('Kim is not trusted')
    const last = merged.at(-1)
    const noted = { [STORY.id]: { entries: last?.seq ?? 0, head: last?.hash ?? '' } }
    const ended = { ...kim, retired: '2026-12-01T00:00:00.000Z', retiredBy: 'r', endsKnown: ends.length + 1 }
    const after = { ...history, keys: new Map([...keys, [kim.id, ended]]), ends: [...ends, noted] }
    const late = line(desk, line(train, merged, 'Kim', verdict('verified')), 'Lee', MERGED)
    expect(kinds(verifyLedger(STORY, late, after, checkSignature))).toEqual({
      counted: ['created', 'signed', 'merged', 'merged'],
      refused: [],
      apart: ['signed'],
    })
  })
})

test('a ledger reads alike on two machines that took in each other’s entries in another order', async () => {
  const { desk, train, begun } = await two()
  await trust('Lee', desk, 'Kim', train, 'reporter')
  await trust('Kim', train, 'Lee', desk, 'editor')
  const left = line(desk, begun, 'Lee', verdict('verified'))
  const right = line(train, begun, 'Kim', verdict('wrong'))
  const [ours, theirs] = [left.slice(1), right.slice(1)]
  const numbered = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
    entries.map((entry, at) => ({ ...entry, seq: at + 1 }))
  const heads = [...ours, ...theirs]
  const merged = line(desk, numbered([...left, ...theirs]), 'Lee', MERGED, heads)
  const there = numbered([...right, ...ours, ...merged.slice(-1)])
  const folded = (lines: readonly LedgerEntry[]): Omit<LedgerState, 'known'> => {
    const { known: _, ...state } = foldLedger(inOrder(lines))
    return state
  }
  expect(folded(there)).toEqual(folded(merged))
  expect(folded(merged).facts.get('f')?.current?.status).toBeDefined()
})

test('entries that do not count change nothing of how the others are read', async () => {
  const { desk, merged } = await two()
  const { counted, apart } = read(desk, merged)
  const state = foldLedger(inOrder(counted, apartOf(apart)), EMPTY_LEDGER, apartOf(apart))
  expect(state.known).toBeUndefined()
  expect(inOrder(counted, apartOf(apart))).toBe(counted)
  expect(state.facts.size).toBe(0)
})

test('a history with entries that do not count is no broken chain, and one that lacks a line is', async () => {
  const { desk, merged } = await two()
  const { counted, apart } = read(desk, line(desk, merged, 'Lee', verdict('wrong')))
  expect(verifyChain(counted, apartOf(apart))).toBeUndefined()
  expect(verifyChain(counted.toSpliced(1, 1), apartOf(apart))).toBe('entry 2: it does not follow the previous entry')
  const changed = counted.map((entry, at) => (at === 1 ? { ...entry, by: 'Mia' } : entry))
  expect(verifyChain(changed, apartOf(apart))).toContain('entry 2')
})
