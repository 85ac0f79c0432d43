/** Where keys end, and tables of heads, when entries come from several machines: nobody honest is harmed. */
import { describe, expect, test } from 'vitest'
import { LedgerBook } from '../../../src/newsroom/ledger/ledgerBook'
import { LibraryTrust, readTrust } from '../../../src/newsroom/state/libraryTrust'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import type { StoredStory } from '../../../src/storage/disk/storyStore'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { LedgerEnd } from '../../../src/story/ledger/events/libraryEvent'
import { LIBRARY, ledgerOf } from '../../../src/story/trust/chain'
import { readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import { countedWith, NOW, signed, STORY, two, verdict, type Library } from './machines'

const AHEAD = '2026-11-29T09:00:00.000Z'
const LATER = '2026-11-28T10:00:00.000Z'

async function trusted() {
  const { train, desk, card, code } = await two()
  await desk.act('Lee', 'device.trust', { card, code, role: 'checker' })
  return { train, desk, first: signed(desk, 'Lee', { kind: 'created', origin: 'new' }) }
}

/** The keys after this one was retired at 10:00, when the story ended there. */
function afterRetirement({ room }: Library, person: string, id: string, end: LedgerEnd) {
  const own = room.ledger.entries
  const event = { kind: 'keyRetired' as const, person, id, ends: { [STORY.id]: end } }
  const place = { ledger: LIBRARY, after: own.slice(-1), seq: own.length + 1, at: LATER }
  return readLibraryLedger([...own, signed({ room } as Library, 'Lee', event, place)], checkSignature).history
}

test('a clock that is ahead on one machine takes nothing from a person here whose key retires later', async () => {
  const { train, desk, first } = await trusted()
  const ahead = signed(train, 'Kim Min', verdict('f'), { after: [first], at: AHEAD })
  const lees = signed(desk, 'Lee', verdict('g'), { after: [ahead] })
  const lines = [first, ahead, lees]
  const history = afterRetirement(desk, 'Lee', lees.signer ?? '', { entries: 3, head: lees.hash })
  expect(countedWith(history, lines)).toEqual(['created by Lee', 'signed by Kim Min', 'signed by Lee'])
  const late = signed(desk, 'Lee', verdict('h'), { after: [lees], at: NOW })
  expect(countedWith(history, [...lines, late])).toEqual(countedWith(history, lines))
})

test('where the noted end of a ledger is missing the times decide, and nothing of another machine counts', async () => {
  const { train, desk, first } = await trusted()
  const kims = signed(train, 'Kim Min', verdict('f'), { after: [first] })
  const lees = signed(desk, 'Lee', verdict('g'), { after: [kims], at: AHEAD })
  const gone = { entries: 9, head: 'gone' }
  expect(countedWith(afterRetirement(desk, 'Lee', lees.signer ?? '', gone), [first, kims, lees])).toEqual([
    'created by Lee',
    'signed by Kim Min',
  ])
  expect(countedWith(afterRetirement(desk, 'Kim Min', kims.signer ?? '', gone), [first, kims])).toEqual([
    'created by Lee',
  ])
})

test('what a key signed stays signed when its ledger had two ends as the trust in it ended', async () => {
  const { train, desk, first } = await trusted()
  const kims = signed(train, 'Kim Min', verdict('f'), { after: [first], at: '2026-11-28T08:00:00.000Z' })
  const lees = signed(desk, 'Lee', verdict('g'), { after: [first], seq: 3 })
  const lines = [first, kims, lees]
  const { end } = new LedgerBook(
    { ledger: ledgerOf(STORY.guid), entries: lines, seq: 3 },
    desk.room.ring,
    desk.clock,
    () => Promise.resolve(),
    () => undefined,
  )
  expect(end).toEqual({ entries: 3, head: lees.hash, beside: [kims.hash] })
  const history = afterRetirement(desk, 'Kim Min', kims.signer ?? '', end)
  expect(countedWith(history, lines)).toEqual(['created by Lee', 'signed by Kim Min', 'signed by Lee'])
  const late = signed(train, 'Kim Min', verdict('h'), { after: [kims], at: '2026-11-28T08:00:00.000Z' })
  expect(countedWith(history, [...lines, late])).toEqual(countedWith(history, lines))
})

describe('the table of heads that an entry knew', () => {
  /** The gaps that a library sees after a story that goes on like this. */
  async function gapsAfter(more: (desk: Library, train: Library, last: LedgerEntry, guid: string) => LedgerEntry[]) {
    const { train, desk } = await trusted()
    const { id } = await desk.act('Lee', 'story.create', {})
    const stored: StoredStory = await desk.store.loadStory(id)
    const last = stored.ledger.at(-1)
    if (!last) throw new Error('no line')
    const { facts, ledger, heads } = await readTrust(desk.store)
    const options = { store: desk.store, clock: desk.clock, facts, ledger, heads, failed: () => undefined }
    const trust = new LibraryTrust(options)
    trust.check({ ...stored, ledger: [...stored.ledger, ...more(desk, train, last, stored.guid)] })
    return trust.gaps().length
  }
  const merged = { kind: 'merged', bundle: 'b', from: 'Kim Min', device: 'device-1', entries: 1 } as const

  test('is no loss here when another machine’s key signed it', async () => {
    expect(
      await gapsAfter((_, train, last, guid) => [
        signed(train, 'Kim Min', verdict('f'), { after: [last], guid, heads: 5000 }),
      ]),
    ).toBe(0)
  })

  test('is no loss here when it came in a merge from a copy of this library, with its keys', async () => {
    expect(
      await gapsAfter((desk, _, last, guid) => {
        const copied = signed(desk, 'Lee', verdict('f'), { after: [last], guid, heads: 5000 })
        return [copied, signed(desk, 'Lee', merged, { after: [copied], guid })]
      }),
    ).toBe(0)
  })

  test('is a loss when it was written here, before any merge and after it', async () => {
    expect(
      await gapsAfter((desk, _, last, guid) => [
        signed(desk, 'Lee', verdict('f'), { after: [last], guid, heads: 5000 }),
      ]),
    ).toBe(1)
    expect(
      await gapsAfter((desk, _, last, guid) => {
        const taken = signed(desk, 'Lee', merged, { after: [last], guid })
        return [taken, signed(desk, 'Lee', verdict('f'), { after: [taken], guid, heads: 5000 })]
      }),
    ).toBe(1)
  })
})
