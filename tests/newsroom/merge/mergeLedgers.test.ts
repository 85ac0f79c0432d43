/** Which entries of another machine's ledger come in, and why none of it does. */
import { describe, expect, test } from 'vitest'
import { signEntry } from '../../../src/newsroom/ledger/signEntry'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { mergeLedgers } from '../../../src/story/merge/mergeLedgers'
import { MOST_ENTRIES } from '../../../src/story/merge/mostEntries'
import { Chain, ledgerOf } from '../../../src/story/trust/chain'
import { line, MERGED, STORY, verdict } from './lines'
import { machine, trust, type Machine } from './machines'

type Lines = readonly LedgerEntry[]

/** What comes in, as kinds with their numbers; or why nothing does. */
function merged({ room }: Machine, lines: Lines, entries: Lines, keys: readonly string[] = []) {
  const merge = mergeLedgers(
    { guid: STORY.guid, lines, seq: lines.length, history: room.ring.history },
    { entries, keys },
    checkSignature,
  )
  if ('refused' in merge) return merge.refused
  const chain = new Chain()
  // What comes in goes on where the file ends.
  for (const entry of [...lines, ...merge.take]) expect(chain.add(entry)).toBeUndefined()
  return merge.take.map(({ seq, kind }) => `${seq} ${kind}`)
}

/** The desk begins a story, the train goes on; the desk trusts Kim's key. */
async function two() {
  const desk = await machine(1, [['Lee', 'editor']])
  const train = await machine(2, [['Kim', 'editor']])
  await trust('Lee', desk, 'Kim', train, 'reporter')
  const begun = line(desk, [], 'Lee', { kind: 'created', origin: 'new' })
  const there = line(train, line(train, begun, 'Kim', verdict('wrong')), 'Kim', {
    kind: 'answered',
    fact: 'f',
    text: 'yes',
  })
  return { desk, train, begun, there }
}

const changed = (entries: Lines, at: number, change: (entry: LedgerEntry) => LedgerEntry): Lines =>
  entries.map((entry, index) => (index === at ? change(entry) : entry))

describe('entries of another machine', () => {
  test('come in after what is here, in their order', async () => {
    const { desk, begun, there } = await two()
    const here = line(desk, begun, 'Lee', verdict('verified'))
    expect(merged(desk, here, there)).toEqual(['3 signed', '4 answered'])
    expect(merged(desk, [], there)).toEqual(['1 created', '2 signed', '3 answered'])
  })

  test('that are all here bring nothing: the same twice, an older ledger, one’s own', async () => {
    const { desk, begun, there } = await two()
    const here = line(desk, there, 'Lee', MERGED)
    expect(merged(desk, here, there)).toEqual([])
    expect(merged(desk, here, begun)).toEqual([])
    expect(merged(desk, here, here)).toEqual([])
  })

  test('of a key of nobody come in, as far as they are whole', async () => {
    const { desk, begun } = await two()
    const stranger = await machine(3, [['Ana', 'editor']])
    expect(merged(desk, begun, line(stranger, begun, 'Ana', verdict('verified')))).toEqual(['2 signed'])
  })

  test('that this library signed and lost come back', async () => {
    const { desk, begun, there } = await two()
    const own = line(desk, there, 'Lee', MERGED)
    expect(merged(desk, begun, own)).toEqual(['2 signed', '3 answered', '4 merged'])
    // Meanwhile it went on.
    expect(merged(desk, line(desk, begun, 'Lee', verdict('queried')), own)).toEqual([
      '3 signed',
      '4 answered',
      '5 merged',
    ])
  })
})

describe('no entry comes in', () => {
  test('when one was changed', async () => {
    const { desk, begun, there } = await two()
    const words = changed(there, 1, (entry) => ({ ...entry, status: 'verified' }) as LedgerEntry)
    expect(merged(desk, begun, words)).toBe('an entry of its history was changed after it was written (entry 2)')
  })

  test('when one was changed and hashed anew', async () => {
    const { desk, begun, there } = await two()
    const words = changed(there.slice(0, 2), 1, (entry) => {
      const forged = { ...entry, status: 'verified' } as LedgerEntry
      return { ...forged, hash: hashEntry(forged) }
    })
    expect(merged(desk, begun, words)).toBe(
      'an entry of its history says that Kim wrote it, but the signature is not valid (entry 2)',
    )
  })

  test('when its signature is missing although the key is known', async () => {
    const { desk, begun, there } = await two()
    const { signature: _, ...bare } = there[1] as LedgerEntry
    expect(merged(desk, begun, [...begun, bare as LedgerEntry])).toBe(
      'an entry of its history says that Kim wrote it, but the signature is not valid (entry 2)',
    )
  })

  test('when it names the key on the sender’s card and is not signed with it', async () => {
    const { desk, begun } = await two()
    const stranger = await machine(3, [['Ana', 'editor']])
    const entries = changed(line(stranger, begun, 'Ana', verdict('verified')), 1, (entry) => ({
      ...entry,
      signature: 'A'.repeat(86),
    }))
    const key = stranger.room.ring.usableKeyOf('Ana')?.publicKey ?? ''
    expect(merged(desk, begun, entries, [key])).toBe(
      'an entry of its history says that Ana wrote it, but the signature is not valid (entry 2)',
    )
  })

  test('when one is in another person’s name', async () => {
    const { desk, train, begun } = await two()
    const place = { ledger: ledgerOf(STORY.guid), seq: 2, at: train.room.clock.now(), after: begun }
    const forged = signEntry({ by: 'Lee', as: 'Kim', event: verdict('verified') }, place, train.room.ring)
    expect(merged(desk, begun, [...begun, forged])).toBe(
      'an entry of its history has the name of Lee but was signed by Kim (entry 2)',
    )
  })

  test('when the key for the notes of Stet gives a verdict', async () => {
    const { desk, train, begun } = await two()
    const place = { ledger: ledgerOf(STORY.guid), seq: 2, at: train.room.clock.now(), after: begun }
    const notes = train.room.ring.history.library ?? ''
    const ring = {
      ready: true,
      notesKey: notes,
      isOwn: () => true,
      heads: 0,
      keyFor: () => notes,
      publicKeyOnce: () => undefined,
      sign: train.room.ring.sign.bind(train.room.ring),
    }
    const forged = signEntry({ by: 'Kim', event: verdict('verified') }, place, ring)
    expect(merged(desk, begun, [...begun, forged])).toBe(
      'an entry of its history says that Kim wrote it, but the signature is not valid (entry 2)',
    )
  })

  test('when the ledger is of another story', async () => {
    const { desk, train, begun } = await two()
    const place = { ledger: ledgerOf('urn:uuid:other'), seq: 2, at: train.room.clock.now(), after: begun }
    const other = signEntry({ by: 'Kim', event: verdict('verified') }, place, train.room.ring)
    expect(merged(desk, begun, [...begun, other])).toBe('an entry of its history belongs to another story (entry 2)')
  })

  test('when one is missing in the middle', async () => {
    const { desk, begun, there } = await two()
    expect(merged(desk, begun, [...there.slice(0, 1), ...there.slice(2)])).toBe(
      'entries of its history are missing before entry 2',
    )
  })

  test('when they are in another order', async () => {
    const { desk, begun, there } = await two()
    const [first, second, third] = there
    expect(merged(desk, begun, [first, third, second] as Lines)).toBe(
      'the entries of its history are not in the order in which they were written (entry 2)',
    )
  })

  test('when one stands there twice', async () => {
    const { desk, begun, there } = await two()
    expect(merged(desk, begun, [...there, ...there.slice(-1)])).toBe('its history contains an entry twice (entry 4)')
  })

  test('when the history begins again', async () => {
    const { desk, train, begun } = await two()
    const again = line(train, [], 'Kim', { kind: 'created', origin: 'new' })
    expect(merged(desk, begun, again)).toBe('its history begins a second time (entry 1)')
    expect(merged(desk, [], [...begun, ...again])).toBe('its history begins a second time (entry 2)')
  })

  test('when the sender’s library was put back and went on without its bad news', async () => {
    const { desk, train, begun, there } = await two()
    const here = line(desk, there, 'Lee', MERGED)
    const putBack = line(train, begun, 'Kim', verdict('verified'))
    expect(merged(desk, here, putBack)).toBe(
      'entries of Kim that were here before are missing from its history, because that library ' +
        'was restored to an earlier day. ' +
        'Hand over the story from here first, then let it come back',
    )
    // It took in what it had lost, and went on.
    const whole = line(train, here, 'Kim', verdict('verified'))
    expect(merged(desk, here, whole)).toEqual(['5 signed'])
    // It has both: nothing is hidden.
    const both = [...there, ...putBack.slice(1).map((entry) => ({ ...entry, seq: 4 }))]
    expect(merged(desk, here, both)).toEqual(['5 signed'])
  })

  test('when entries from before keys are not those that are here', async () => {
    const { desk, begun } = await two()
    const old = { kind: 'created', origin: 'new', seq: 1, at: '2026-01-01T00:00:00.000Z', by: 'Kim', prev: '' }
    const first = { ...old, hash: hashEntry(old as never) } as LedgerEntry
    const next = { kind: 'answered', fact: 'f', text: 't', seq: 2, at: old.at, by: 'Kim', prev: first.hash }
    const second = { ...next, hash: hashEntry(next as never) } as LedgerEntry
    expect(merged(desk, begun, [first])).toBe(
      'it has unsigned entries that are not in the story here, and nothing shows whose they are (entry 1)',
    )
    expect(merged(desk, [first], [first, second])).toBe(
      'it has unsigned entries that are not in the story here, and nothing shows whose they are (entry 2)',
    )
    expect(merged(desk, [], [first, second])).toEqual(['1 created', '2 answered'])
  })

  test('when one is of a kind that this Stet does not know, from a key that is trusted or not', async () => {
    const { desk, train, begun, there } = await two()
    const stranger = await machine(3, [['Ana', 'editor']])
    const taken = { kind: 'verdictDropped', fact: 'f' } as never
    const why = (by: string): string =>
      'an entry of its history is of a kind that this version of Stet does not know, and may take a verdict back ' +
      `(entry 4, by ${by}). Nothing was changed here. Merge it with a newer Stet, or ask ${by} which program wrote ` +
      'that entry'
    const unknown = line(train, there, 'Kim', taken)
    expect(merged(desk, begun, unknown)).toBe(why('Kim'))
    expect(merged(desk, [], line(stranger, there, 'Ana', taken))).toBe(why('Ana'))
    // What is here stays as it is.
    expect(merged(desk, unknown, line(train, unknown, 'Kim', MERGED))).toEqual(['5 merged'])
  })

  test('when there are none, or more than a bundle can hold', async () => {
    const { desk, begun } = await two()
    expect(merged(desk, begun, [])).toBe('it has no history')
    const many = Array.from({ length: MOST_ENTRIES + 1 }, () => begun[0]) as Lines
    expect(merged(desk, begun, many)).toBe('its history has 100,001 entries, more than the 100,000 that Stet accepts')
  })
})
