/** What keys, the table of heads and the seal prove: no change of the files gives a tick, and none is silent. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import { NO_KEYS, type KeyHistory } from '../../../src/story/trust/keys/knownKeys'
import { Chain } from '../../../src/story/trust/chain'
import { keyId } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'
import { checkSignature, signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { busanDesk, type NewsDesk } from '../newsDesk'

/** Signs an entry again, as somebody would who has this key. */
function signAs(seed: Uint8Array, entry: LedgerEntry): LedgerEntry {
  const key = signingKey(seed)
  const rest = { ...entry, signer: keyId(key.publicKey) }
  const hash = hashEntry(rest)
  return { ...rest, hash, signature: key.sign(hash) }
}
const rehash = (entry: LedgerEntry): LedgerEntry => ({ ...entry, hash: hashEntry(entry) })

describe('A story’s ledger', () => {
  let desk: NewsDesk & { readonly story: string; readonly pool: string }
  let entries: readonly LedgerEntry[]
  let history: KeyHistory
  let header: { readonly id: string; readonly guid: string }

  beforeAll(async () => {
    desk = await busanDesk()
    const { act, story, pool, room } = desk
    await act('Reporter', 'fact.tag', { story, type: 'figure', text: '100 minutes' })
    const open = await room.storyNow(story)
    const fact = open.assessments()[0]?.id ?? ''
    await act('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
    })
    open.note('Editor', { kind: 'answered', fact, text: 'yes' })
    open.note('Reporter', { kind: 'described', fact, statement: 'It lasted 100 minutes' })
    await open.note('Editor', { kind: 'described', fact, statement: 'It lasted about 100 minutes' }).written
    ;({ entries } = open)
    header = { id: story, guid: open.guid }
    history = room.ring.history
  })
  afterAll(() => desk.room.close())

  const counted = (changed: readonly LedgerEntry[], keys = history): readonly LedgerEntry[] =>
    verifyLedger(header, changed, keys, checkSignature).counted

  test('counts as it was written', () => {
    expect(counted(entries)).toEqual(entries)
    expect(entries.every(({ signature, signer, ledger }) => signature && signer && ledger)).toBe(true)
  })

  test('counts no entry that was changed, with a right hash or not, by whom it may be', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: entries.length - 1 }),
        fc.constantFrom('by', 'at', 'kind', 'statement', 'ledger', 'signer', 'signature', 'follows'),
        fc.boolean(),
        (at, field, hashed) => {
          const entry = entries[at]
          if (!entry) return
          const value =
            field === 'follows'
              ? ['0'.repeat(64)]
              : field === 'by'
                ? entry.by === 'Editor'
                  ? 'Reporter'
                  : 'Editor'
                : 'x'
          const changed = { ...entry, [field]: value } as LedgerEntry
          const put = hashed ? rehash(changed) : changed
          const chain = new Chain()
          const whole = entries.with(at, put).filter((one) => chain.add(one)?.damaged !== true)
          expect(counted(whole).some((one) => one === put)).toBe(false)
        },
      ),
    )
  })

  test('counts no entry with another signature, though the next one of its person vouches for the right one', () => {
    const followed = entries.filter(({ signer }, at) => signer === entries[at + 1]?.signer)
    expect(followed).not.toEqual([])
    for (const entry of followed) {
      const put = { ...entry, signature: entries.at(-1)?.signature } as LedgerEntry
      expect(counted(entries.with(entries.indexOf(entry), put))).not.toContain(put)
    }
  })

  test('counts nothing that is appended without a key of its person', () => {
    const last = entries.at(-1)
    if (!last) throw new Error('no entries')
    const { signature: _s, signer: _k, ...bare } = { ...last, seq: last.seq + 1, follows: [last.hash] }
    const stranger = Buffer.alloc(32, 7)
    const library = desk.room.library.keys?.keys.find(({ person }) => person === 'Stet')?.open ?? ''
    const reporter = desk.room.library.keys?.keys.find(({ person }) => person === 'Reporter')?.open ?? ''
    const forged = [
      rehash(bare as LedgerEntry),
      signAs(stranger, bare as LedgerEntry),
      signAs(Buffer.from(library, 'hex'), bare as LedgerEntry),
      signAs(Buffer.from(reporter, 'hex'), bare as LedgerEntry),
      rehash({ ...bare, follows: undefined, prev: last.hash, ledger: undefined } as unknown as LedgerEntry),
      // With the hash and the key of an entry that counts: a signature vouches for what it follows, not for this.
      { ...rehash({ ...bare, signer: last.signer } as LedgerEntry), signature: last.signature } as LedgerEntry,
    ]
    for (const entry of forged) expect(counted([...entries, entry])).toEqual(entries)
    expect(verifyLedger(header, [...entries, ...forged.slice(0, 2)], history, checkSignature).refused).toMatchObject([
      { kind: 'unsigned' },
      { kind: 'forged' },
    ])
  })

  test('proves nothing in another story, and counts nowhere without the library’s keys', () => {
    expect(verifyLedger({ ...header, guid: 'urn:uuid:other' }, entries, history, checkSignature).counted).toEqual([])
    expect(counted(entries, NO_KEYS)).toEqual([])
  })

  test('of a dropped or moved entry is broken where it was', () => {
    fc.assert(
      fc.property(fc.nat({ max: entries.length - 2 }), fc.boolean(), (at, swaps) => {
        const [one, next] = [entries[at], entries[at + 1]]
        if (!one || !next) return
        const changed = swaps ? entries.with(at, next).with(at + 1, one) : entries.toSpliced(at, 1)
        const chain = new Chain()
        expect(changed.map((entry) => chain.add(entry)).some((broken) => broken !== undefined)).toBe(true)
      }),
    )
  })
})

describe('The library’s ledger', () => {
  test('counts a key only if it was introduced rightly', async () => {
    const { room } = await busanDesk()
    await room.changeDesk('Editor', (facts) => ({ facts, answer: undefined }))
    const entries = room.ledger.entries
    const { history, refused } = readLibraryLedger(entries, checkSignature)
    expect([refused, history.people.get('Editor')]).toEqual([[], 'editor'])
    const last = entries.at(-1)
    if (!last) throw new Error('no entries')
    const seed = Buffer.alloc(32, 9)
    const { publicKey } = signingKey(seed)
    const place = { seq: last.seq + 1, at: last.at, ledger: 'library', follows: [last.hash], heads: 0 }
    const key = { id: keyId(publicKey), person: 'Editor', device: 'device-1', grade: 'pin', publicKey } as const
    const own = signAs(seed, { kind: 'keyAdded', ...key, ...place, by: 'Editor', hash: '' })
    const second = signAs(seed, {
      kind: 'keyAdded',
      ...key,
      grade: 'library',
      person: 'Stet',
      ...place,
      by: 'Stet',
      hash: '',
    })
    for (const forged of [own, second])
      expect(readLibraryLedger([...entries, forged], checkSignature).refused).toMatchObject([{ entry: forged }])
    await room.close()
  })
})
