/** Wrong numbers of entries and lines, which somebody with the files, or with a key, wrote. */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { openLosses } from '../../../src/story/assessment/lostTrust'
import { hashEntry } from '../../../src/story/ledger/hash'
import { lossKey, type TrustLoss } from '../../../src/story/ledger/loss'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ActionName, AnswerOf } from '../../../src/story/requests/requests'
import { keyId, vouchFor } from '../../../src/story/trust/signing'
import { runAction } from '../../../src/newsroom/runAction'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { withSeen, type Unseen } from '../seen'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'

const NOW = '2026-10-30T09:00:00.000Z'
const LAST = Number.MAX_SAFE_INTEGER

let library: Throwaway
let room: Newsroom
let story: string
beforeEach(async () => {
  library = await throwawayLibrary()
  await begin()
  await act('roster.add', { name: 'Reporter', role: 'editor' })
  story = (await act('story.create', {})).id
  await setSlug('one')
})
afterEach(async () => {
  await room.close()
  await library.remove()
})

async function begin(): Promise<void> {
  const store = await library.open()
  room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds, debouncer: debounceByHand() })
}
const act = async <A extends ActionName>(action: A, request: Unseen<A>): Promise<AnswerOf<A>> =>
  runAction(room, 'Reporter', action, await withSeen(room, action, request))
const setSlug = (value: string) => act('story.setField', { story, field: 'slug', value })
const ofLibrary = (): string => join(library.folder, 'ledger.jsonl')
const ofStory = (): string => join(library.folder, 'stories', story, 'ledger.jsonl')
const linesOf = async (path: string): Promise<readonly LedgerEntry[]> =>
  (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LedgerEntry)

/** Does it to the library while nobody has it open. */
async function whileClosed(change: () => Promise<void>): Promise<void> {
  await room.close()
  await change()
  await begin()
}

/** What is lost, after this process has learned of it. */
async function lost(): Promise<readonly TrustLoss[]> {
  return openLosses((await room.storyNow(story)).value())
}

/** Accepts once what is lost, goes on writing, and opens the library again twice. */
async function acceptedOnce(): Promise<void> {
  const reason = 'A bad line.'
  const keys = (losses: readonly TrustLoss[]): readonly string[] => losses.map(lossKey)
  if (room.library.losses.length > 0) await act('library.acceptLoss', { losses: keys(room.library.losses), reason })
  const losses = keys(await lost())
  if (losses.length > 0) await act('story.acceptLoss', { story, losses, reason })
  for (const slug of ['two', 'three']) {
    await setSlug(slug)
    await whileClosed(async () => undefined)
    expect(await lost()).toEqual([])
    expect((await room.storyNow(story)).value().fields.slug).toBe(slug)
    const { entries } = await room.storyNow(story)
    expect(entries.filter((entry) => entry.kind === 'fieldSet').at(-1)).toMatchObject({ to: slug })
  }
}

/** Appends a line with a right hash. Without `key`, the signature is no one's. */
async function append(path: string, event: LedgerEvent, by: string, heads: number, key?: string): Promise<void> {
  const last = (await linesOf(path)).at(-1)
  if (!last) throw new Error('no entries')
  const signing = key === undefined ? undefined : signingKey(Buffer.from(key, 'hex'))
  const place = { ledger: last.ledger ?? '', seq: last.seq + 1, at: NOW, by, heads }
  const chain = { follows: [last.hash], vouches: vouchFor([last]) }
  const rest = { ...event, ...place, ...chain, signer: signing ? keyId(signing.publicKey) : (last.signer ?? '') }
  const hash = hashEntry(rest)
  const signature = signing?.sign(hash) ?? 'A'.repeat(86)
  await appendFile(path, `${JSON.stringify({ ...rest, hash, signature })}\n`)
}
const keyOf = (person: string): string => room.library.keys?.keys.find((key) => key.person === person)?.open ?? ''

test.each([1_000_000_000, LAST])(
  'a line of the library’s ledger that nobody signed moves no count, whatever number it names: %d',
  async (heads) => {
    const { lines } = room.heads.table
    await whileClosed(() => append(ofLibrary(), { kind: 'personReturned', person: 'Ana' }, 'Stet', heads))
    const [loss, ...more] = room.library.losses
    expect([loss?.kind, loss?.detail.includes('the signature is not theirs'), more]).toEqual([
      'libraryLedger',
      true,
      [],
    ])
    expect([room.heads.table.lines < lines + 10, room.heads.table.gaps]).toEqual([true, []])
    await acceptedOnce()
  },
)

test.each([
  ['the story', ofStory, { kind: 'fieldSet', field: 'desk', from: '', to: 'World' }, 'Reporter'],
  ['the library', ofLibrary, { kind: 'sourceShown', source: 'source-1' }, 'Reporter'],
] as const)(
  'a signed entry of %s that names more lines of the table than it can have is told, and moves no count',
  async (_where, path, event, by) => {
    const key = keyOf(by)
    const last = (await linesOf(path())).length + 1
    await whileClosed(() => append(path(), event as LedgerEvent, by, LAST, key))
    const what = `Entry ${last} of the history says that the table of heads had ${LAST} lines`
    expect((await lost()).map(({ detail }) => detail.startsWith(what))).toEqual([true])
    expect(room.heads.table.gaps).toEqual([])
    await acceptedOnce()
  },
)

test('lines of the table that a signed entry knew are a gap, also the most that may be missing', async () => {
  const key = keyOf('Reporter')
  const most = 1_000_000_000
  const event = { kind: 'fieldSet', field: 'desk', from: '', to: 'World' } as const
  await whileClosed(() => append(ofStory(), event, 'Reporter', most, key))
  await room.storyNow(story)
  expect(room.heads.table.gaps.map(({ to }) => to)).toEqual([most])
  await acceptedOnce()
  expect(room.heads.table.lines).toBeGreaterThan(most)
})

test.each([0, 1, 5, 1_000_000_000, LAST])(
  'a last line of a story whose number was changed to %d is told once, and what comes after it counts',
  async (seq) => {
    await whileClosed(async () => {
      const lines = await linesOf(ofStory())
      const changed = lines.map((line, at) => (at === lines.length - 1 ? { ...line, seq } : line))
      await writeFile(ofStory(), changed.map((line) => `${JSON.stringify(line)}\n`).join(''))
    })
    expect((await lost()).length).toBeGreaterThan(0)
    await acceptedOnce()
  },
)
