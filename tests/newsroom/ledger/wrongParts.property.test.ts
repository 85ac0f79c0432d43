/**
 * What somebody with a key writes with an own build: entries of known kinds that lack a part, or have something else
 * in its place. Their hashes and signatures are right. None counts, and none keeps a story from opening.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eachEvent } from '../../builders/stories/eachEvent'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { historyLines } from '../../../src/story/history/historyLines'
import { hashEntry } from '../../../src/story/ledger/hash'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { inOrder } from '../../../src/story/ledger/order/ledgerOrder'
import type { EventKind } from '../../../src/story/ledger/shapes/shape'
import { Chain, ledgerOf } from '../../../src/story/trust/chain'
import { readHeads } from '../../../src/story/trust/heads'
import { readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import { vouchFor } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'
import { machine, type Machine } from '../merge/machines'
import { tampered } from '../merge/tampered'
import { bothTrust, handOver, merge, preview, shown, two, verify } from '../merge/twoMachines'
import { changesOf, type Change } from './wrongParts'

const WHY =
  'Parts of this entry are missing, or are not what Stet writes there. A newer version, or another program, wrote it.'
const KINDS = Object.keys(eachEvent('f', 'Lee')) as readonly EventKind[]

let desk: Machine
let train: Machine
let story: string
let fact: string
let guid: string
/** The story, handed over. */
let bytes: Uint8Array
let entries: readonly LedgerEntry[]

beforeAll(async () => {
  ;({ desk, train, story, fact } = await two())
  await bothTrust(desk, train)
  await verify(desk, 'Lee', story, fact)
  bytes = await handOver(desk, 'Lee', story)
  guid = (await desk.room.storyNow(story)).guid
  entries = (await desk.store.loadStory(story)).ledger
})
afterAll(() => Promise.all([desk.room.close(), train.room.close()]))

/** The next entry, signed with the key of its person, whatever it says. */
function next(event: object, more: object = {}, on = desk, by = 'Lee', lines = entries): LedgerEntry {
  const after = lines.at(-1)
  const { history } = on.room.ring
  const signer = by === 'Stet' ? history.library : on.room.ring.usableKeyOf(by)?.id
  const place = { ledger: after?.ledger, seq: (after?.seq ?? 0) + 1, at: after?.at, by, heads: on.room.ring.heads }
  const links = { follows: after ? [after.hash] : [], vouches: vouchFor(after ? [after] : []), signer }
  const entry = JSON.parse(JSON.stringify({ ...event, ...place, ...links, ...more })) as LedgerEntry
  const hash = hashEntry(entry)
  return { ...entry, hash, signature: on.room.ring.sign(signer ?? '', hash) }
}

const read = (lines: readonly LedgerEntry[]) =>
  verifyLedger({ id: story, guid }, lines, desk.room.ring.history, checkSignature)
const changesOfKind = (kind: EventKind): readonly Change[] => changesOf(eachEvent(fact, 'Lee')[kind])
const said = ({ path, value }: Change): string => `${path}: ${JSON.stringify(value)?.slice(0, 20)}`

/** Where an entry of a kind stands: one begins the story, the others follow. */
const placeOf = (kind: EventKind): { readonly lines: readonly LedgerEntry[]; readonly more: object } =>
  kind === 'created'
    ? { lines: [], more: { ledger: ledgerOf(guid), seq: 1, at: entries[0]?.at } }
    : { lines: entries, more: {} }

/** What a window makes of a ledger. */
async function opened(counted: readonly LedgerEntry[]): Promise<unknown> {
  const value = (await desk.room.storyNow(story)).value()
  const ledger = foldLedger(inOrder(counted))
  const facts = assessStory({ ...value, ledger }, desk.room.desk())
  return [facts.map(({ id, status, reasons }) => [id, status, reasons]), historyLines(counted, () => '').length]
}

describe.each(KINDS)('an entry of the kind %s', (kind) => {
  test('counts with all parts, and not with a part that is missing or something else', () => {
    const { lines, more } = placeOf(kind)
    const whole = read([...lines, next(eachEvent(fact, 'Lee')[kind], more, desk, 'Lee', lines)])
    expect(whole.refused.map(({ why }) => why)).not.toContain(WHY)
    const verdicts = changesOfKind(kind).map((change): readonly [string, unknown] => {
      const entry = next(change.event, more, desk, 'Lee', lines)
      const { counted, refused } = read([...lines, entry])
      const isRefused = refused.some((one) => one.entry === entry && one.kind === 'noRight' && one.why === WHY)
      if (isRefused) expect(counted).toEqual(lines)
      return [said(change), isRefused]
    })
    expect(verdicts).toEqual(changesOfKind(kind).map((change) => [said(change), change.isWrong]))
  })

  test('throws nowhere when a part has an odd value of its type', async () => {
    const { lines, more } = placeOf(kind)
    for (const change of changesOfKind(kind))
      if (!change.isWrong) await opened(read([...lines, next(change.event, more, desk, 'Lee', lines)]).counted)
  })
})

test('an entry that begins the story again counts for nobody, and comes with no bundle', async () => {
  const wrong = { ...eachEvent(fact, 'Lee').created, against: {} }
  for (const by of ['Lee', 'Stet']) {
    const entry = next(wrong, {}, desk, by)
    const { counted, refused } = read([...entries, entry])
    expect([counted, refused]).toEqual([entries, [{ entry, kind: 'noRight', why: WHY }]])
  }
  const add = ({ entries: lines }: { readonly entries: readonly unknown[] }) => ({
    entries: [...lines, next(wrong, {}, desk, 'Lee', lines as never) as never],
  })
  const forged = await tampered(bytes, add as never, { on: desk, by: 'Lee' })
  expect((await merge(train, 'Kim', forged))?.outcome).toBe('refused')
})

test.each<[string, unknown]>([
  ['at', 'yesterday'],
  ['at', ''],
  ['at', '2026-99-99T99:99:99.000Z'],
  ['heads', '7'],
  ['heads', null],
  ['heads', 1e300],
  ['vouches', 7],
  ['vouches', {}],
  ['accepts', 7],
])('an entry whose “%s” is %j does not count', (part, value) => {
  const entry = next({ kind: 'answered', fact, text: 'yes' }, { [part]: value })
  const { counted, refused } = read([...entries, entry])
  expect([counted, refused.map((one) => one.entry)]).toEqual([entries, [entry]])
})

test('no line of the library’s own ledger or table of heads throws, gives a right or hides a line', async () => {
  const library = await desk.store.readLibraryLedger()
  const heads = (await desk.store.readHeads()) ?? []
  const { history } = readLibraryLedger(library, checkSignature)
  const table = readHeads(heads, history, checkSignature)
  for (const kind of KINDS)
    for (const change of changesOfKind(kind)) {
      if (!change.isWrong) continue
      const line = next(change.event, {}, desk, 'Lee', library)
      const reading = readLibraryLedger([...library, line], checkSignature)
      expect([said(change), reading.history, reading.refused.map(({ entry }) => entry)]).toEqual([
        said(change),
        history,
        [line],
      ])
      if (kind !== 'head' && kind !== 'headsCompacted') continue
      const { lines, gaps } = readHeads(
        [...heads, next(change.event, {}, desk, 'Stet', heads)],
        history,
        checkSignature,
      )
      expect([said(change), lines, gaps]).toEqual([said(change), table.lines, table.gaps])
    }
})

test('a library with such a line opens, says so and gives no better state; a bundle with it changes nothing', async () => {
  const before = await shown(desk, story)
  expect(before.facts).toEqual(['about 100 minutes: verified'])
  const wrong = KINDS.flatMap((kind) => changesOfKind(kind).filter(({ isWrong }) => isWrong))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...wrong), async ({ event }) => {
      const entry = next(event)
      const forged = await tampered(
        bytes,
        ({ entries: lines }) => ({ entries: [...lines, next(event, {}, desk, 'Lee', lines as never) as never] }),
        { on: desk, by: 'Lee' },
      )
      const [told, done] = [await preview(train, 'Kim', forged), await merge(train, 'Kim', forged)]
      expect([told?.outcome, told?.refused, done?.outcome]).toEqual([
        'refused',
        expect.stringMatching(/^an entry of its history is of a kind that this version of Stet does not know/),
        'refused',
      ])
      const store = Object.assign(Object.create(desk.store) as typeof desk.store, {
        loadStory: async (id: string) => {
          const stored = await desk.store.loadStory(id)
          return id === story ? { ...stored, ledger: [...entries, entry] } : stored
        },
        appendLedger: async () => undefined,
        appendHeads: async () => undefined,
        writeStoryFile: async () => 'stamp',
      })
      const again = await machine(1, [['Lee', 'editor']], store, { asked: 1_000_000 })
      const open = await again.room.storyNow(story)
      expect(open.entries.filter(({ hash }) => hash === entry.hash)).toEqual([])
      expect((open.value().losses ?? []).map(({ kind, detail }) => [kind, detail.endsWith(WHY)])).toEqual([
        ['noRight', true],
      ])
      const now = await shown(again, story)
      expect([now.text, now.stage]).toEqual([before.text, before.stage])
      expect(now.facts.filter((line) => line.includes(': verified'))).toEqual([])
      await again.act('Lee', 'story.list', {})
      await again.act('Lee', 'story.history', { story })
      await expect(handOver(again, 'Lee', story)).rejects.toThrow(`${WHY} An editor must accept the loss first.`)
    }),
    { numRuns: 15 },
  )
})

test('a chain takes such an entry as any other: its hash is right', () => {
  const chain = new Chain()
  for (const entry of [...entries, next({ kind: 'signed', fact })]) expect(chain.add(entry)).toBeUndefined()
  expect(entries[0]?.ledger).toBe(ledgerOf(guid))
})
