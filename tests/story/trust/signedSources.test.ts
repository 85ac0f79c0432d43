import { expect, it } from 'vitest'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { signedSources } from '../../../src/story/trust/signedSources'

it('reads the history of 20,000 sources that were added one by one in a time that grows with it', () => {
  const keys = new Map([['key', { id: 'key', grade: 'pin', person: 'Ann', device: 'here', publicKey: '' } as const]])
  const ids = Array.from({ length: 20_000 }, (_, at) => `source-${at}`)
  const entries = [
    { kind: 'sourcesSigned', all: true, records: {} },
    ...ids.flatMap((id) => [
      { kind: 'sourcesSigned', records: { [id]: 'before' }, signer: 'key' },
      { kind: 'recordsKept', files: { sources: { generation: 1, sha256: `${id} before` } } },
      { kind: 'sourcesSigned', records: { [id]: 'now' }, signer: 'key' },
      { kind: 'recordsKept', files: { sources: { generation: 2, sha256: `${id} now` } } },
    ]),
  ] as readonly unknown[] as readonly LedgerEntry[]
  const began = performance.now()
  const signed = signedSources(entries, { keys })
  // One pass over all records for each entry takes minutes.
  expect(performance.now() - began).toBeLessThan(5000)
  expect([...(signed ?? [])].filter(([, hashes]) => [...hashes].join() !== 'now')).toEqual([])
  expect(signed?.size).toBe(20_000)
})
