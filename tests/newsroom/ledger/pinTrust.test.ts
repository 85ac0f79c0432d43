/** What somebody with the library's files, but without a PIN, tries. */
import { expect, test } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { checkSignature, signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { MemoryStore } from '../../builders/library/memoryStore'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { LIBRARY, ledgerOf } from '../../../src/story/trust/chain'
import { afterEntry, readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import type { KeyHistory } from '../../../src/story/trust/keys/knownKeys'
import { keyId, vouchFor } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'

const START = '2026-10-30T09:00:00.000Z'

function entryOf(seed: Uint8Array, ledger: string, after: LedgerEntry, event: LedgerEvent, by: string, at: string) {
  const key = signingKey(seed)
  const place = { ledger, seq: after.seq + 1, at, by, follows: [after.hash], vouches: vouchFor([after]), heads: 0 }
  const rest = { ...event, ...place, signer: keyId(key.publicKey) }
  const hash = hashEntry(rest)
  return { ...rest, hash, signature: key.sign(hash) } as LedgerEntry
}

async function desk(store = new MemoryStore('Ana')) {
  let now = Date.parse(START)
  const room = await Newsroom.open({
    store,
    clock: { now: () => new Date((now += 1000)).toISOString() },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, by, action, request)
  return { room, store, act }
}

test('after the first PIN no unencrypted key gives a verdict or lets anybody in, whatever its time', async () => {
  const { room, act } = await desk()
  await act('Ana', 'roster.add', { name: 'Ana', role: 'editor' })
  await act('Ana', 'roster.add', { name: 'Ben', role: 'editor' })
  const { id } = await act('Ben', 'story.create', {})
  const open = (name: string): Uint8Array =>
    Buffer.from(room.library.keys?.keys.find(({ person }) => person === name)?.open ?? '', 'hex')
  const [ben, stet, ana] = [open('Ben'), open('Stet'), open('Ana')]
  await act('Ana', 'pin.set', { pin: '4711' })
  const story = await room.story(id)
  await story.note('Ben', { kind: 'answered', fact: 'f', text: 'no' }).written
  const history = room.ring.history
  const { entries } = story
  const last = entries.at(-1)
  if (!last) throw new Error('no entries')
  const override: LedgerEvent = { kind: 'overridden', rule: 'tk', key: 'k', reason: 'r' }
  const counted = (entry: LedgerEntry): boolean =>
    verifyLedger(story, [...entries, entry], history, checkSignature).counted.includes(entry)
  const named = ledgerOf(story.guid)
  const answer: LedgerEvent = { kind: 'answered', fact: 'f', text: 'yes' }
  expect(counted(entryOf(ben, named, last, answer, 'Ben', last.at))).toBe(true)
  expect(counted(entryOf(ben, named, last, override, 'Ben', last.at))).toBe(false)
  expect(counted(entryOf(ben, named, last, override, 'Ben', START))).toBe(false)
  // Ana's first key, which was not encrypted, retired with the PIN.
  expect(counted(entryOf(ana, named, last, answer, 'Ana', last.at))).toBe(false)
  expect(counted(entryOf(ana, named, last, answer, 'Ana', START))).toBe(false)

  const library = room.ledger.entries
  const end = library.at(-1)
  if (!end) throw new Error('no entries')
  const own = Buffer.alloc(32, 9)
  const { publicKey } = signingKey(own)
  const key = { id: keyId(publicKey), person: 'Ben', device: 'device-1', grade: 'pin', publicKey } as const
  for (const seed of [stet, ben]) {
    const forged = entryOf(seed, LIBRARY, end, { kind: 'keyAdded', ...key }, seed === ben ? 'Ben' : 'Stet', end.at)
    expect(readLibraryLedger([...library, forged], checkSignature).history.keys.has(key.id)).toBe(false)
  }
  // With a PIN of one's own, but not as an editor: no word of the desk, and no story deleted.
  const word = { word: 'w', list: 'name', words: 'Xi' } as const
  const as = (role: string): KeyHistory => ({
    ...room.ring.history,
    people: new Map([...room.ring.history.people, ['Ben', role]]),
    keys: new Map([...room.ring.history.keys, [key.id, key]]),
  })
  for (const event of [
    { kind: 'wordAdded', source: 's', ...word },
    { kind: 'wordRemoved', ...word },
    { kind: 'storyDeleted', story: 's-1', guid: 'urn:x', stage: 'spiked', entries: 1, head: 'h' },
    { kind: 'storyTakenBack', story: 's-1' },
  ] as const) {
    const entry = entryOf(own, LIBRARY, end, event, 'Ben', end.at)
    const counts = ['checker', 'editor'].map((role) => afterEntry(as(role), entry, checkSignature) !== undefined)
    expect(counts).toEqual([false, true])
  }
  await room.close()
})

test('a line that is put before the seal of the first PIN gives no key, no role and no one-person desk', async () => {
  const { room, act } = await desk()
  await act('Ana', 'roster.add', { name: 'Ana', role: 'editor' })
  await act('Ana', 'roster.add', { name: 'Ben' })
  await act('Ben', 'story.create', {})
  const open = (name: string): Uint8Array =>
    Buffer.from(room.library.keys?.keys.find(({ person }) => person === name)?.open ?? '', 'hex')
  const [ben, stet] = [open('Ben'), open('Stet')]
  await act('Ana', 'pin.set', { pin: '4711' })
  const library = room.ledger.entries
  const seal = library.findLastIndex(({ kind }) => kind === 'sealed')
  const before = library[seal - 1]
  if (!before) throw new Error('no entries')
  const own = signingKey(Buffer.alloc(32, 9)).publicKey
  const key = { id: keyId(own), person: 'Ben', device: 'device-1', grade: 'pin', publicKey: own } as const
  const whole = readLibraryLedger(library, checkSignature)
  expect([whole.refused, [...whole.history.people]]).toEqual([
    [],
    [
      ['Ana', 'editor'],
      ['Ben', ''],
    ],
  ])
  const lines: readonly [seed: Uint8Array, by: string, event: LedgerEvent][] = [
    [stet, 'Stet', { kind: 'keyAdded', ...key }],
    [ben, 'Ben', { kind: 'roleChanged', person: 'Ben', from: '', to: 'editor' }],
    [ben, 'Ben', { kind: 'deskOfOne', on: true }],
  ]
  for (const [seed, by, event] of lines) {
    const put = entryOf(seed, LIBRARY, before, event, by, before.at)
    const { history, counted, refused } = readLibraryLedger(
      [...library.slice(0, seal), put, ...library.slice(seal)],
      checkSignature,
    )
    expect([refused, counted, history]).toEqual([[{ entry: put, kind: 'forged' }], whole.counted, whole.history])
  }
  // A line that is lost takes nothing from the lines before it.
  const { history, counted } = readLibraryLedger(
    library.filter((entry) => entry !== before),
    checkSignature,
  )
  expect([counted, history.keys]).toEqual([whole.counted.filter((entry) => entry !== before), whole.history.keys])
  await room.close()
})

test('a key that somebody called one under a PIN before the first PIN gives no verdict after it', async () => {
  const { room, act } = await desk()
  await act('Ana', 'roster.add', { name: 'Ana', role: 'editor' })
  await act('Ana', 'roster.add', { name: 'Ben' })
  const { id } = await act('Ben', 'story.create', {})
  const seed = Buffer.alloc(32, 9)
  const { publicKey } = signingKey(seed)
  const key = { id: keyId(publicKey), person: 'Ben', device: 'elsewhere', grade: 'pin', publicKey } as const
  await room.changeDesk('Ben', (facts) => ({ facts, answer: undefined, events: [{ kind: 'keyAdded', ...key }] }))
  await act('Ana', 'pin.set', { pin: '4711' })
  const story = await room.story(id)
  const last = story.entries.at(-1)
  if (!last) throw new Error('no entries')
  const override: LedgerEvent = { kind: 'overridden', rule: 'tk', key: 'k', reason: 'r' }
  const { history } = readLibraryLedger(room.ledger.entries, checkSignature)
  const live = [...history.keys.values()].filter(({ grade, retired }) => grade === 'pin' && retired === undefined)
  expect(live.map(({ person }) => person)).toEqual(['Ana'])
  for (const at of [last.at, room.ledger.entries.at(-1)?.at ?? '', '2026-11-30T09:00:00.000Z']) {
    const forged = entryOf(seed, ledgerOf(story.guid), last, override, 'Ben', at)
    const { counted } = verifyLedger(story, [...story.entries, forged], history, checkSignature)
    expect(counted.includes(forged)).toBe(false)
  }
  await room.close()
})

test('a ledger that was cut, and a table of heads that was cut or removed, is told', async () => {
  const { room, act, store } = await desk()
  await act('Ana', 'roster.add', { name: 'Ana', role: 'editor' })
  const { id } = await act('Ana', 'story.create', {})
  for (let n = 0; n < 3; n++) await act('Ana', 'story.setField', { story: id, field: 'slug', value: `slug ${n}` })
  const stored = await store.loadStory(id)
  await room.settleAll()
  const heads = (await store.readHeads()) ?? []
  const losses = async (change: Partial<Pick<MemoryStore, 'loadStory' | 'readHeads'>>): Promise<readonly string[]> => {
    const copy = Object.assign(Object.create(store) as MemoryStore, change)
    const { room: again } = await desk(copy)
    const story = await again.story(id)
    return (story.value().losses ?? []).map(({ kind }) => kind)
  }
  expect(await losses({})).toEqual([])
  expect(await losses({ loadStory: () => Promise.resolve({ ...stored, ledger: stored.ledger.slice(0, -1) }) })).toEqual(
    ['ledgerEnd'],
  )
  expect(await losses({ readHeads: () => Promise.resolve(heads.slice(0, 2)) })).toContain('heads')
  expect(await losses({ readHeads: () => Promise.resolve(undefined) })).toContain('heads')
  await room.close()
})
