/** What somebody tries with a bundle. Nothing of it comes in, and nothing here changes. */
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { setField } from '../../../src/document/editStory'
import { randomBytes } from 'node:crypto'
import { checkSignature, signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { hashBytes, hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { NO_KEYS } from '../../../src/story/trust/keys/knownKeys'
import { keyId, vouchFor } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'
import { COPY_FRAGMENT, HANDS_ARRAY, WRITERS_MAP } from '../../../src/story/copy/documentSchema'
import type { Machine } from './machines'
import { changedDocument, tampered, type Parts } from './tampered'
import { bothTrust, handOver, merge, preview, replace, shown, two, verify } from './twoMachines'

/** A story that was to and fro; what the train hands over now has words and a verdict that are new at the desk. */
async function comingBack() {
  const desk = await two()
  await bothTrust(desk.desk, desk.train)
  await replace(desk.desk, 'Lee', desk.story, 'Leaders meet in Busan', 'Both meet in Busan')
  await merge(desk.train, 'Kim', await handOver(desk.desk, 'Lee', desk.story))
  await verify(desk.train, 'Kim', desk.story, desk.fact)
  await replace(desk.train, 'Kim', desk.story, 'They left separately.', 'Both left by car.')
  return { ...desk, bytes: await handOver(desk.train, 'Kim', desk.story) }
}

/** All that the desk has of its stories and sources. */
async function all({ room, store }: Machine): Promise<unknown> {
  const stories = []
  for (const id of (await store.listStories()).toSorted()) {
    const story = await room.story(id)
    const { ledger } = await store.loadStory(id)
    stories.push([
      id,
      hashBytes(story.state()),
      story.ledgerEnd,
      ledger.map(({ hash }) => hash),
      await shown(room_(room, store), id),
    ])
  }
  return { stories, sources: room.library.sources, library: room.ledger.end }
}
const room_ = (room: Machine['room'], store: Machine['store']): Machine =>
  ({
    room,
    store,
    act: async (_by: string, _action: string, { story }: { readonly story: string }) =>
      (await room.story(story)).view(),
  }) as unknown as Machine

const typed =
  (change: (doc: Y.Doc) => void) =>
  ({ document }: Parts) => ({ document: changedDocument(document, change) })

const forgedVerdict = ({ entries }: Parts) => {
  const last = entries.at(-1) as unknown as LedgerEntry
  const signed = entries.find(({ kind }) => kind === 'signed') as unknown as LedgerEntry
  const { signature: _, hash: __, ...rest } = signed
  const forged = { ...rest, by: 'Lee', follows: [last.hash], seq: last.seq + 1 } as unknown as LedgerEntry
  return { entries: [...entries, { ...forged, hash: hashEntry(forged), signature: signed.signature } as never] }
}

/** A kill in the name of Lee, with a key that the attacker just made and that the kill carries. */
const forgedKill = ({ entries }: Parts) => {
  const last = entries.at(-1) as unknown as LedgerEntry
  const key = signingKey(randomBytes(32))
  const kill = {
    ...{ kind: 'moved', from: 'draft', to: 'killed', copyHash: '', blocks: 0, warns: 0, overrides: [] },
    ...{ reason: 'Forged.', ledger: last.ledger, seq: last.seq + 1, at: last.at, follows: [last.hash] },
    ...{ vouches: vouchFor([last]), by: 'Lee', heads: 0, signer: keyId(key.publicKey), keyOnce: key.publicKey },
  } as unknown as LedgerEntry
  const hash = hashEntry(kill)
  return { entries: [...entries, { ...kill, hash, signature: key.sign(hash) } as never] }
}

const ATTACKS: Readonly<Record<string, readonly [change: (parts: Parts) => Partial<Parts>, why: RegExp]>> = {
  'another story’s id': [() => ({ guid: 'urn:uuid:00000000-0000-4000-8000-00000000ffff' }), /is a different one/],
  'a ledger that lacks a line': [
    ({ entries }) => ({ entries: entries.filter(({ kind }) => kind !== 'evidenceAdded') }),
    /entries of its history are missing before entry \d+/,
  ],
  'a ledger in another order': [
    ({ entries }) => ({ entries: [...entries.slice(0, -2), ...entries.slice(-2).toReversed()] }),
    /not in the order in which they were written/,
  ],
  'a verdict in another person’s name': [forgedVerdict, /the signature is not valid/],
  'a verdict with other words': [
    ({ entries }) => ({ entries: entries.map((one) => (one['kind'] === 'signed' ? { ...one, words: '900' } : one)) }),
    /was changed after it was written/,
  ],
  'a kill that carries its own key': [
    forgedKill,
    /^an entry of its history says that Lee killed the story after the keys of that library were lost, .* by hand/,
  ],
  'no ledger': [() => ({ entries: [] }), /it has no history/],
  'an entry of another shape': [
    ({ entries }) => ({ entries: [...entries, { kind: 'signed', hash: 'a'.repeat(64) }] }),
    /does not have the form that Stet writes/,
  ],
  'words that are said to be somebody else’s': [
    typed((doc) => {
      const writers = doc.getMap(WRITERS_MAP)
      for (const [client, name] of writers) if (name === 'Ben') writers.set(client, 'Kim')
    }),
    /someone else typed words of Ben/,
  ],
  'notes of hands that are gone': [
    typed((doc) => doc.getArray(HANDS_ARRAY).delete(0, doc.getArray(HANDS_ARRAY).length)),
    /its notes on who wrote what are missing/,
  ],
  'an unknown node': [
    typed((doc) => doc.getXmlFragment(COPY_FRAGMENT).push([new Y.XmlElement('script')])),
    /this version of Stet does not know/,
  ],
  'an unknown part': [
    typed((doc) => doc.getMap('secrets').set('a', 1)),
    /a part that this version of Stet does not know/,
  ],
  'bytes that are no document': [() => ({ document: Uint8Array.from([1, 2, 3, 4]) }), /its text cannot be read/],
}

describe('a bundle that comes back', () => {
  for (const [name, [change, why]] of Object.entries(ATTACKS))
    test(`with ${name} changes nothing`, async () => {
      const { desk, train, bytes } = await comingBack()
      const before = await all(desk)
      for (const signer of [undefined, { on: train, by: 'Kim' }]) {
        const forged = await tampered(bytes, change, signer)
        const told = await preview(desk, 'Lee', forged)
        const done = await merge(desk, 'Lee', forged)
        expect([told?.outcome, done?.outcome]).toEqual(['refused', 'refused'])
        expect(done?.refused).toMatch(why)
        expect(await all(desk)).toEqual(before)
      }
    })

  test('with a tick, and with an entry of an unknown kind that may take it back, changes nothing', async () => {
    const { desk, train, story, fact } = await comingBack()
    const open = await train.room.story(story)
    await open.note('Kim', { kind: 'verdictDropped', fact } as never).written
    const bytes = await handOver(train, 'Kim', story)
    const before = await all(desk)
    const [told, done] = [await preview(desk, 'Lee', bytes), await merge(desk, 'Lee', bytes)]
    expect([told?.outcome, done?.outcome]).toEqual(['refused', 'refused'])
    expect(done?.refused).toMatch(/^an entry of its history is of a kind that this version of Stet does not know/)
    expect(told).toEqual(done)
    expect(await all(desk)).toEqual(before)
  })

  test('with a kill that carries its own key kills nothing, whatever is lost here afterwards', async () => {
    const { desk, train, story, bytes } = await comingBack()
    const forged = await tampered(bytes, forgedKill, { on: train, by: 'Kim' })
    expect(await merge(desk, 'Lee', forged)).toMatchObject({ outcome: 'refused' })
    await merge(desk, 'Lee', bytes)
    expect(await merge(desk, 'Lee', forged)).toMatchObject({ outcome: 'refused' })
    const { guid, ledger } = await desk.store.loadStory(story)
    const isKill = (entry: LedgerEntry) => entry.kind === 'moved' && entry.to === 'killed'
    const killed = (lines: readonly LedgerEntry[], history = desk.room.ring.history) =>
      verifyLedger({ id: story, guid }, lines, history, checkSignature).counted.some(isKill)
    const withoutMerge = ledger.filter(({ kind }) => kind !== 'merged')
    expect(withoutMerge.length).toBeLessThan(ledger.length)
    expect([killed(withoutMerge), killed(ledger, NO_KEYS)]).toEqual([false, false])
    // A library that never had the story takes it in no more than one that has it.
    const third = await two()
    expect(await merge(third.train, 'Kim', forged)).toMatchObject({ outcome: 'refused' })
  })

  test('of a story that was deleted here changes nothing', async () => {
    const { desk, story, bytes } = await comingBack()
    await desk.act('Lee', 'story.move', { story, to: 'spiked', reason: 'no' })
    await desk.act('Lee', 'story.delete', { story })
    expect(await merge(desk, 'Lee', bytes)).toMatchObject({
      outcome: 'refused',
      refused: expect.stringContaining('Lee'),
    })
    expect(await desk.room.hasStory(story)).toBe(false)
  })

  test('completes no legal reading, sets no author and lifts no embargo that nobody signed', async () => {
    const { desk, train, story, bytes } = await comingBack()
    await desk.act('Lee', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    await desk.act('Lee', 'story.setField', { story, field: 'embargo', value: '2027-01-01T00:00:00+09:00' })
    const forged = await tampered(
      bytes,
      typed((doc) => {
        setField(doc, 'needsLegal', 'complete')
        setField(doc, 'author', 'Kim')
        setField(doc, 'embargo', '')
      }),
      { on: train, by: 'Kim' },
    )
    const report = await merge(desk, 'Lee', forged)
    expect(report).toMatchObject({ outcome: 'merged' })
    const { fields } = (await desk.room.story(story)).value()
    expect([fields.needsLegal, fields.author, fields.embargo]).toEqual(['required', 'Ben', '2027-01-01T00:00:00+09:00'])
  })

  test('of a story that is new here has no legal reading that nobody signed', async () => {
    const { desk, train, story } = await two()
    const bytes = await handOver(desk, 'Lee', story)
    const forged = await tampered(
      bytes,
      typed((doc) => setField(doc, 'needsLegal', 'complete')),
    )
    await merge(train, 'Kim', forged)
    expect((await train.room.story(story)).value().fields.needsLegal).toBe('required')
  })

  test('changes a field that somebody trusted set', async () => {
    const { desk, train, story } = await comingBack()
    await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'summit' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect((await desk.room.story(story)).value().fields.slug).toBe('summit')
  })

  test('is refused while the story here has lost something', async () => {
    const { desk, story, bytes } = await comingBack()
    const open = await desk.room.story(story)
    await open.note('Stet', {
      kind: 'lossFound',
      losses: [{ kind: 'ledgerLine', where: 'x', detail: 'a line is gone' }],
    }).written
    expect(await merge(desk, 'Lee', bytes)).toMatchObject({
      outcome: 'refused',
      refused: 'the story here has lost something, and an editor must accept that first (a line is gone)',
    })
  })
})
