/** A kill that was signed with a key of its own, while the keys of the library were lost. */
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkSignature, signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerOf } from '../../../src/story/trust/chain'
import { NO_KEYS, type KeyHistory, type KnownKey } from '../../../src/story/trust/keys/knownKeys'
import { keyId, vouchFor } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'

const STORY = { id: 'story-1', guid: 'urn:uuid:1' }
const newKey = () => signingKey(randomBytes(32))
const [library, person] = [newKey(), newKey()]
const known = (publicKey: string, grade: KnownKey['grade']): [string, KnownKey] => [
  keyId(publicKey),
  { id: keyId(publicKey), publicKey, grade, person: grade === 'library' ? 'Stet' : 'Editor', device: 'here' },
]
const history: KeyHistory = {
  ...NO_KEYS,
  keys: new Map([known(library.publicKey, 'library'), known(person.publicKey, 'plain')]),
  library: keyId(library.publicKey),
  sealed: {},
  people: new Map([['Editor', 'editor']]),
}

const moved = (from: 'draft' | 'published', to: 'filed' | 'killed'): LedgerEvent => ({
  ...{ kind: 'moved', from, to, copyHash: '', blocks: 0, warns: 0, overrides: [] },
  reason: 'Withdrawn.',
})
const exported: LedgerEvent = {
  ...{ kind: 'exported', format: 'text', edition: 'wire', fileName: 'a-KILL.txt', sha256: '0'.repeat(64) },
  ...{ draft: false, blocks: 0, overrides: [] },
}

/** An entry after others. With `once` a new key signs it, or the key that is given. */
function entry(event: LedgerEvent, after: readonly LedgerEntry[], once?: true | string): LedgerEntry {
  const key = once === undefined ? person : newKey()
  const rest = {
    ...{ ...event, ledger: ledgerOf(STORY.guid), seq: (after.at(-1)?.seq ?? 0) + 1, at: '2026-10-30T09:00:00.000Z' },
    ...{ follows: after.slice(-1).map(({ hash }) => hash), vouches: vouchFor(after.slice(-1)), by: 'Editor', heads: 0 },
    ...{
      signer: keyId(key.publicKey),
      ...(once === undefined ? {} : { keyOnce: once === true ? key.publicKey : once }),
    },
  }
  const hash = hashEntry(rest)
  return { ...rest, hash, signature: key.sign(hash) }
}
const created = entry({ kind: 'created', origin: 'new' }, [])
const verified = (entries: readonly LedgerEntry[], merging: readonly string[] = []) => {
  const { counted, refused, apart } = verifyLedger(STORY, entries, history, checkSignature, merging)
  const of = (some: readonly LedgerEntry[]) => some.map(({ seq }) => seq)
  return { counted: of(counted), refused: of(refused.map((one) => one.entry)), apart: of(apart) }
}
const kill = entry(moved('published', 'killed'), [created], true)
const merge = (after: readonly LedgerEntry[], here: readonly LedgerEntry[]): LedgerEntry =>
  entry(
    {
      ...{ kind: 'merged', bundle: '', from: 'Kim', device: 'there', entries: 1, version: 1, copy: '' },
      here: here.map(({ hash }) => hash),
    },
    after,
  )

describe('a key that signs one entry', () => {
  test('lets a kill and its files count, and nothing else', () => {
    const file = entry(exported, [created, kill], true)
    expect(verified([created, kill, file])).toEqual({ counted: [1, 2, 3], refused: [], apart: [] })
    const before = entry(exported, [created], true)
    expect(verified([created, before])).toEqual({ counted: [1], refused: [2], apart: [] })
    const filed = entry(moved('draft', 'filed'), [created], true)
    expect(verified([created, filed])).toEqual({ counted: [1], refused: [2], apart: [] })
  })

  test('is the one that the entry carries', () => {
    const other = entry(moved('published', 'killed'), [created], newKey().publicKey)
    expect(verified([created, other])).toEqual({ counted: [1], refused: [2], apart: [] })
    const changed = { ...kill, signature: newKey().sign(kill.hash) }
    expect(verified([created, changed])).toEqual({ counted: [1], refused: [2], apart: [] })
  })

  test('gives nothing on another machine: such a kill stands apart there, while it comes in and afterwards', () => {
    expect(verified([created, kill], [kill.hash])).toEqual({ counted: [1], refused: [], apart: [2] })
    const taken = merge([created, kill], [created])
    expect(verified([created, kill, taken])).toEqual({ counted: [1, 3], refused: [], apart: [2] })
  })

  test('holds here when a merge comes later', () => {
    const later = merge([created, kill], [kill])
    expect(verified([created, kill, later])).toEqual({ counted: [1, 2, 3], refused: [], apart: [] })
  })
})
