/** Keys on other machines: a card tells of one, an editor trusts it, and its entries count in stories from then on. */
import { describe, expect, test } from 'vitest'
import { sequentialIds, type Ids } from '../../../src/newsroom/environment/ids'
import { signEntry } from '../../../src/newsroom/ledger/signEntry'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { debounceByHand } from '../../../src/newsroom/replica/debounceStory'
import { checkSignature } from '../../../src/storage/disk/ed25519'
import { MemoryStore } from '../../../src/storage/memoryStore'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { ledgerOf, LIBRARY } from '../../../src/story/trust/chain'
import { readLibraryLedger } from '../../../src/story/trust/keyHistory'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'

const NOW = '2026-11-28T09:00:00.000Z'
const STORY = { id: 'story-1', guid: sequentialIds.guid('story-1') }

/** The counted ids of another machine: no key is made on both. */
const idsOn = (machine: number): Ids => ({
  ...sequentialIds,
  next: (kind, taken) => `${sequentialIds.next(kind, (id) => taken(`${id}-${machine}`))}-${machine}`,
  key: (taken) => {
    const mark = (key: string): string => `${machine}${key.slice(1)}`
    return mark(sequentialIds.key((key) => taken(mark(key))))
  },
})

type Library = Awaited<ReturnType<typeof library>>
async function library(machine: number, ...people: readonly (readonly [string, 'reporter' | 'editor'])[]) {
  const [first = ''] = people[0] ?? []
  const store = new MemoryStore(first)
  const ids = idsOn(machine)
  const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids, debouncer: debounceByHand() })
  const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, by, action, request)
  for (const [name, role] of people) await act(first, 'roster.add', { name, role })
  return { room, act }
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ reason, message }: { reason: string; message: string }) => `${reason}: ${message}`,
  )

const verdict = (fact: string): LedgerEvent =>
  ({
    kind: 'signed',
    fact,
    status: 'verified',
    words: '100 won',
    sentence: '',
    preceding: '',
    sentenceRule: 2,
    evidence: [],
    groundRules: {},
  }) as LedgerEvent

/** Entries of the story that this library signs, one after the other. */
function written({ room }: Library, ...notes: readonly (readonly [string, LedgerEvent])[]): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const [by, event] of notes) {
    const after = entries.slice(-1)
    const place = { ledger: ledgerOf(STORY.guid), seq: entries.length + 1, at: NOW, after }
    entries.push(signEntry({ by, event }, place, room.ring))
  }
  return entries
}
const counted = ({ room }: Library, entries: readonly LedgerEntry[]): readonly string[] =>
  verifyLedger(STORY, entries, room.ring.history, checkSignature).counted.map(({ kind, by }) => `${kind} by ${by}`)

async function two() {
  const train = await library(1, ['Kim Min', 'editor'])
  const desk = await library(2, ['Lee', 'editor'], ['Reporter', 'reporter'])
  const { card, code } = await train.act('Kim Min', 'device.card', {})
  return { train, desk, card, code }
}

describe('a device card', () => {
  test('tells person, role and short code, and changes nothing', async () => {
    const { desk, card, code } = await two()
    expect(card).toMatch(/^-----BEGIN STET DEVICE CARD-----\n[A-Za-z0-9+/=\n]+\n-----END STET DEVICE CARD-----$/)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(
      await desk.act('Reporter', 'device.read', { card: `Dear Lee,\n\n> ${card.replaceAll('\n', '\n> ')}\n` }),
    ).toEqual({ person: 'Kim Min', code, standing: 'new', weak: false, saysRole: 'editor' })
    expect(desk.room.library.roster.map(({ name }) => name)).toEqual(['Lee', 'Reporter'])
  })

  test.each([
    [
      'no card at all',
      () => 'Call me',
      'usage: There is no device card in this text. A card begins with “BEGIN STET DEVICE CARD”.',
    ],
    [
      'one of a changed name',
      (card: string) =>
        card.replace(/-\n([\s\S]+)\n-/, (_, lines: string) => {
          const text = Buffer.from(lines, 'base64').toString().replace('Kim Min', 'Kim Max')
          return `-\n${Buffer.from(text).toString('base64')}\n-`
        }),
      'usage: The device card is damaged, or somebody changed it. Ask for it again.',
    ],
    [
      'one that was cut',
      (card: string) => card.replace(/\n[^\n]+\n-----END/, '\n-----END'),
      'usage: The device card is damaged, or somebody changed it. Ask for it again.',
    ],
  ])('is not %s', async (_, change, message) => {
    const { desk, card } = await two()
    expect(await refusal(desk.act('Lee', 'device.read', { card: change(card) }))).toBe(message)
  })

  test('of this library needs no trust', async () => {
    const { train, card, code } = await two()
    expect(await refusal(train.act('Kim Min', 'device.trust', { card, code }))).toBe(
      'usage: The card is of a key of this library. It needs no trust. Nothing was changed.',
    )
  })
})

describe('a key on another machine', () => {
  test('counts from the moment an editor trusts it, with the notes of its Stet', async () => {
    const { train, desk, card, code } = await two()
    const entries = written(
      train,
      ['Kim Min', { kind: 'created', origin: 'new' }],
      ['Kim Min', verdict('f')],
      ['Stet', { kind: 'restored', fact: 'f', words: '' }],
    )
    expect(counted(desk, entries)).toEqual([])
    expect(
      await desk.act('Lee', 'device.trust', { card, code: code.toLowerCase().replaceAll('-', ' '), role: 'reporter' }),
    ).toEqual({
      roster: [
        { name: 'Lee', role: 'editor' },
        { name: 'Reporter', role: 'reporter' },
        { name: 'Kim Min', role: 'reporter' },
      ],
      person: 'Kim Min',
      weak: false,
    })
    expect(counted(desk, entries)).toEqual(['created by Kim Min', 'signed by Kim Min', 'restored by Stet'])
    expect(await desk.act('Lee', 'device.list', {})).toEqual([
      { key: entries[0]?.signer, person: 'Kim Min', code, weak: false },
    ])
  })

  test('is trusted only with its short code, and only by an editor', async () => {
    const { desk, card, code } = await two()
    expect(await refusal(desk.act('Lee', 'device.trust', { card, code: '0000-0000-0000' }))).toBe(
      'refused: That is not the short code of this card. If Kim Min read it out like that, the card is not theirs. Nothing was changed.',
    )
    expect(await refusal(desk.act('Reporter', 'device.trust', { card, code }))).toMatch(/^refused: /)
    expect(desk.room.ring.history.keys.size).toBe(3)
  })

  test('gives nobody else’s verdict', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    const [entry] = written(train, ['Kim Min', verdict('f')])
    const forged = signEntry(
      { by: 'Lee', as: 'Kim Min', event: verdict('f') },
      { ledger: ledgerOf(STORY.guid), seq: 1, at: NOW, after: [] },
      train.room.ring,
    )
    expect(counted(desk, entry ? [entry] : [])).toEqual(['signed by Kim Min'])
    expect(counted(desk, [forged])).toEqual([])
  })

  test('gives no right in this library’s own ledger', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code, role: 'editor' })
    const own = desk.room.ledger.entries
    const made = signEntry(
      { by: 'Kim Min', event: { kind: 'roleChanged', person: 'Reporter', from: 'reporter', to: 'editor' } },
      { ledger: LIBRARY, seq: own.length + 1, at: NOW, after: own.slice(-1) },
      train.room.ring,
    )
    const { history, refused } = readLibraryLedger([...own, made], checkSignature)
    expect(history.people.get('Reporter')).toBe('reporter')
    expect(refused.map(({ kind }) => kind)).toEqual(['forged'])
  })

  test('without a PIN gives no verdict where verdicts need one', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'pin.set', { pin: '4711' })
    expect(await desk.act('Lee', 'device.trust', { card, code })).toMatchObject({ weak: true })
    const entries = written(train, ['Kim Min', { kind: 'created', origin: 'new' }], ['Kim Min', verdict('f')])
    expect(counted(desk, entries)).toEqual(['created by Kim Min'])
    await train.act('Kim Min', 'pin.set', { pin: '0815' })
    const strong = await train.act('Kim Min', 'device.card', {})
    expect(strong).toMatchObject({ grade: 'pin' })
    await desk.act('Lee', 'device.trust', { card: strong.card, code: strong.code })
    expect(counted(desk, written(train, ['Kim Min', verdict('f')]))).toEqual(['signed by Kim Min'])
  })

  test('that an editor trusts no longer signs nothing more, and its Stet neither', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    expect(await desk.act('Lee', 'device.end', { key: code })).toEqual({ person: 'Kim Min' })
    const entries = written(
      train,
      ['Kim Min', { kind: 'created', origin: 'new' }],
      ['Stet', { kind: 'restored', fact: 'f', words: '' }],
    )
    expect(counted(desk, entries)).toEqual([])
    expect(await desk.act('Lee', 'device.read', { card })).toMatchObject({ standing: 'ended' })
    expect(await refusal(desk.act('Lee', 'device.end', { key: code }))).toBe(
      `usage: This library trusts no key ${code}. “stet roster devices” lists those that it trusts. Nothing was changed.`,
    )
  })

  test('is trusted again when an editor says so', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    await desk.act('Lee', 'device.end', { key: code })
    await desk.act('Lee', 'device.trust', { card, code })
    expect(counted(desk, written(train, ['Kim Min', verdict('f')]))).toEqual(['signed by Kim Min'])
  })
})
