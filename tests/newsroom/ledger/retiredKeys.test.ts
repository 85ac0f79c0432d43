/** What somebody with a key that was retired tries, with the time of the entries put back. */
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
import { LIBRARY, ledgerOf } from '../../../src/story/trust/chain'
import { readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import { keyId, vouchFor } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'

const START = '2026-10-30T09:00:00.000Z'
const OVERRIDE: LedgerEvent = { kind: 'overridden', rule: 'tk', key: 'k', reason: 'r' }

/** Ana and Ben are editors with PINs. Ben signs in two stories, then Ana resets his PIN; one story goes on. */
async function afterReset() {
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
  await act('Ana', 'roster.add', { name: 'Ben', role: 'editor' })
  await act('Ana', 'pin.set', { pin: '4711' })
  const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
  await act('Ben', 'pin.set', { pin: '4712', code })
  const [quiet, busy] = [(await act('Ana', 'story.create', {})).id, (await act('Ben', 'story.create', {})).id]
  for (const id of [quiet, busy]) await (await room.story(id)).note('Ben', OVERRIDE).written
  const stored = room.library.keys?.keys.find(({ person, underPin }) => person === 'Ben' && underPin)
  const seed = stored?.underPin && (await unwrapKey(stored.underPin, foldPin('4712'), stored.id))
  if (!seed) throw new Error('Ben has no key')
  const since = new Date(now).toISOString()
  await act('Ana', 'pin.reset', { person: 'Ben' })
  await (await room.story(busy)).note('Ana', { kind: 'answered', fact: 'f', text: 'no' }).written
  const late = (await act('Ana', 'story.create', {})).id
  const bens = (ledger: string, after: LedgerEntry | undefined, event: LedgerEvent, at: string): LedgerEntry => {
    if (!after) throw new Error('nothing to follow')
    const key = signingKey(seed)
    const place = { ledger, seq: after.seq + 1, at, by: 'Ben', follows: [after.hash], vouches: vouchFor([after]) }
    const rest = { ...event, ...place, heads: 0, signer: keyId(key.publicKey) }
    const hash = hashEntry(rest)
    return { ...rest, hash, signature: key.sign(hash) } as LedgerEntry
  }
  return { room, act, quiet, busy, late, bens, since }
}

test('what a key signed before it retired counts, and nothing that is put into a story later', async () => {
  const { room, quiet, busy, late, bens, since } = await afterReset()
  const { history } = room.ring
  for (const id of [quiet, busy, late]) {
    const story = await room.story(id)
    const { entries } = story
    expect(verifyLedger(story, entries, history, checkSignature)).toEqual({
      counted: entries,
      refused: [],
      apart: [],
      withoutRight: [],
    })
    for (const [place, at] of [
      [entries.length, START],
      [entries.length, since],
      [1, START],
    ] as const) {
      const put = bens(ledgerOf(story.guid), entries[place - 1], OVERRIDE, at)
      const lines = [...entries.slice(0, place), put, ...entries.slice(place)]
      expect(verifyLedger(story, lines, history, checkSignature)).toEqual({
        counted: entries,
        refused: [{ entry: put, kind: 'forged' }],
        apart: [],
        withoutRight: [],
      })
    }
  }
  await room.close()
})

test('a retirement names only the ledgers that changed since the last such note', async () => {
  const { room, quiet, busy, act } = await afterReset()
  const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
  await act('Ben', 'pin.set', { pin: '4712', code })
  await act('Ana', 'pin.reset', { person: 'Ben' })
  const noted = room.ledger.entries.flatMap((one) => (one.kind === 'keyRetired' ? [Object.keys(one.ends ?? {})] : []))
  // Ben's key under a PIN, the one without that he then got, and the next one under a PIN.
  expect(noted.slice(-3)).toEqual([[quiet, busy], [busy, 'story-3'], []])
  await room.close()
})

test('a retirement by an older Stet goes by the times of the entries', async () => {
  const { room, quiet, bens, since } = await afterReset()
  const { history } = room.ring
  const keys = new Map([...history.keys].map(([id, { endsKnown: _, ...key }]) => [id, key]))
  const story = await room.story(quiet)
  const counted = (at: string): boolean => {
    const put = bens(ledgerOf(story.guid), story.entries.at(-1), OVERRIDE, at)
    return verifyLedger(story, [...story.entries, put], { ...history, keys }, checkSignature).counted.includes(put)
  }
  expect([since, '2026-10-31T09:00:00.000Z'].map(counted)).toEqual([true, false])
  await room.close()
})

test('in the library’s ledger it gives no right, and takes none from the editor who retired it', async () => {
  const { room, bens, since } = await afterReset()
  const lines = room.ledger.entries
  const whole = readLibraryLedger(lines, checkSignature)
  expect([whole.refused, whole.counted]).toEqual([[], lines])
  const retired = lines.findLastIndex(({ kind }) => kind === 'keyRetired')
  const at = lines[retired]?.at ?? ''
  const roles: readonly LedgerEvent[] = [
    { kind: 'roleChanged', person: 'Eve', from: '', to: 'editor' },
    { kind: 'roleChanged', person: 'Ana', from: 'editor', to: '' },
  ]
  for (const event of roles) {
    // In the same millisecond after it, at the end of the file, and beside it.
    for (const [place, time] of [
      [retired + 1, at],
      [lines.length, at],
      [lines.length, START],
      [retired, since],
      [retired, START],
    ] as const) {
      const put = bens(LIBRARY, lines[place - 1], event, time)
      const { history, counted, refused } = readLibraryLedger(
        [...lines.slice(0, place), put, ...lines.slice(place)],
        checkSignature,
      )
      expect([refused.map(({ entry }) => entry), counted, history]).toEqual([[put], lines, whole.history])
    }
  }
  await room.close()
})

test('a key that retires the editor’s key beside its own retirement does not stay alive', async () => {
  const { room, bens } = await afterReset()
  const lines = room.ledger.entries
  const retired = lines.findLastIndex(({ kind }) => kind === 'keyRetired')
  const { history } = readLibraryLedger(lines, checkSignature)
  const ana = [...history.keys.values()].find(({ person, grade }) => person === 'Ana' && grade === 'pin')
  const put = bens(LIBRARY, lines[retired - 1], { kind: 'keyRetired', person: 'Ana', id: ana?.id ?? '' }, START)
  const reading = readLibraryLedger([...lines.slice(0, retired), put, ...lines.slice(retired)], checkSignature)
  const alive = [...reading.history.keys.values()].filter((key) => key.grade === 'pin' && key.retired === undefined)
  expect(alive).toEqual([])
  // What Ana did since does not count either: the library is closed, and a backup is needed.
  expect(reading.refused.length).toBeGreaterThan(0)
  await room.close()
})
