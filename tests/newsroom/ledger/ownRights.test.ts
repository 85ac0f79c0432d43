/** What somebody with a PIN writes into the shared library with an own build: only what they may do counts. */
import { expect, test } from 'vitest'
import { foldPin } from '../../../src/story/desk/pin'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { unwrapKey } from '../../../src/newsroom/people/wrapKey'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { checkSignature, signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { MemoryStore } from '../../builders/library/memoryStore'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import type { Role } from '../../../src/story/desk/roster'
import { ledgerOf } from '../../../src/story/trust/chain'
import { keyId, vouchFor } from '../../../src/story/trust/signing'
import { foldLedger } from '../../../src/story/ledger/ledger'
import { verifyLedger, type VerifiedLedger } from '../../../src/story/trust/verifyLedger'

const START = '2026-10-30T09:00:00.000Z'

/** Ana is an editor, Ben has `role`; both have a PIN. The story is Cleo's. */
async function desk(role: Role) {
  let now = Date.parse(START)
  const room = await Newsroom.open({
    store: new MemoryStore('Ana'),
    clock: { now: () => new Date((now += 1000)).toISOString() },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, by, action, request)
  await act('Ana', 'roster.add', { name: 'Ana', role: 'editor' })
  await act('Ana', 'roster.add', { name: 'Ben', role })
  await act('Ana', 'roster.add', { name: 'Cleo' })
  const { id: old } = await act('Ben', 'story.create', {})
  await (await room.story(old)).note('Ben', CLEARED).written
  await act('Ana', 'pin.set', { pin: '4711' })
  const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
  await act('Ben', 'pin.set', { pin: '4712', code })
  const { id } = await act('Cleo', 'story.create', {})
  const stored = room.library.keys?.keys.find(({ person, underPin }) => person === 'Ben' && underPin)
  const seed = stored?.underPin && (await unwrapKey(stored.underPin, foldPin('4712'), stored.id))
  if (!seed) throw new Error('Ben has no key')
  const story = await room.story(id)
  /** Raw entries of Ben behind those that are there, as an own build writes them. */
  const raw = (events: readonly LedgerEvent[]): readonly LedgerEntry[] => {
    const lines = [...story.entries]
    for (const event of events) {
      const after = lines.at(-1)
      if (!after) throw new Error('nothing to follow')
      const key = signingKey(seed)
      const ledger = ledgerOf(story.guid)
      const place = { ledger, seq: after.seq + 1, at: after.at, by: 'Ben', follows: [after.hash] }
      const rest = { ...event, ...place, vouches: vouchFor([after]), heads: room.heads.table.lines }
      const whole = { ...rest, signer: keyId(key.publicKey), hash: '' } as LedgerEntry
      const hash = hashEntry(whole)
      lines.push({ ...whole, hash, signature: key.sign(hash) })
    }
    return lines
  }
  const read = (lines: readonly LedgerEntry[]): VerifiedLedger =>
    verifyLedger(story, lines, room.ring.history, checkSignature)
  return { room, act, story, old, raw, read }
}

const CLEARED: LedgerEvent = {
  ...{ kind: 'moved', from: 'inReview', to: 'cleared', copyHash: 'h' },
  ...{ blocks: 0, warns: 0, overrides: [] },
}
const LEGAL: LedgerEvent = { kind: 'fieldSet', field: 'needsLegal', from: 'required', to: 'complete', legalHash: 'h' }

test('what a reporter completes with an own build is a loss of the story, and what came before the PINs is no loss', async () => {
  const { raw, read, room, act, story, old } = await desk('reporter')
  const lines = raw([LEGAL])
  const why = 'Only someone with the legal role can'
  const [refused, ...more] = read(lines).refused
  expect([refused?.entry, refused?.kind, refused?.why?.startsWith(why), more]).toEqual([
    lines.at(-1),
    'noRight',
    true,
    [],
  ])
  const before = await room.story(old)
  const { counted, refused: none } = verifyLedger(before, before.entries, room.ring.history, checkSignature)
  expect([counted.some(({ kind }) => kind === 'moved'), none]).toEqual([true, []])
  // Ben did not have then the role that Ben gets now.
  await act('Ana', 'roster.add', { name: 'Cleo', role: 'checker' })
  await act('Ana', 'roster.add', { name: 'Ben', role: 'legal' })
  expect(read(lines).refused).toHaveLength(1)
  await story.note('Ana', { kind: 'answered', fact: 'f', text: 'no' }).written
  expect(read(raw([LEGAL])).refused).toEqual([])
  await room.close()
})

test('an entry of a kind that nobody here knows is a loss, and takes no verdict off a fact', async () => {
  const { raw, read, room } = await desk('reporter')
  const wrong: LedgerEvent = {
    kind: 'signed',
    fact: 'f',
    status: 'wrong',
    words: '300',
    reason: 'The pool says 30.',
    ...{ sentence: '300 came.', preceding: '', sentenceRule: 2, evidence: [], groundRules: {} },
  }
  const lines = raw([wrong, { kind: 'signedAway', fact: 'f' } as never])
  const { counted, refused } = read(lines)
  expect(refused.map(({ entry, kind, why }) => [entry, kind, why])).toEqual([
    [
      lines.at(-1),
      'noRight',
      'This version of Stet does not know this kind of entry. A newer version, or another program, wrote it.',
    ],
  ])
  const statusIn = (entries: readonly LedgerEntry[]): string | undefined =>
    foldLedger(entries).facts.get('f')?.current?.status
  expect([statusIn(counted), statusIn(lines)]).toEqual(['wrong', 'wrong'])
  await room.close()
})
