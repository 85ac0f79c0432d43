/** What somebody tries with the keys of another machine, and with what a device card says. */
import { describe, expect, test } from 'vitest'
import { senderOf, wordOf } from '../../../src/newsroom/merging/sender'
import { writeCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { LibraryEvent } from '../../../src/story/ledger/events/libraryEvent'
import { LIBRARY } from '../../../src/story/trust/chain'
import { readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import {
  cardOf,
  changedCard,
  counted,
  library,
  NOTE,
  NOW,
  refusal,
  signed,
  signedAsNote,
  two,
  verdict,
  written,
} from './machines'

const DAMAGED = 'usage: The device card is damaged, or someone changed it. Ask for it again.'

/** Ana (checker) and Kim (reporter) on machines of their own; Ana's key is trusted at Lee's desk. */
async function three() {
  const desk = await library(2, ['Lee', 'editor'])
  const ana = await library(3, ['Ana', 'editor'])
  const kim = await library(1, ['Kim', 'editor'])
  const anas = await ana.act('Ana', 'device.card', {})
  await desk.act('Lee', 'device.trust', { ...anas, role: 'checker' })
  const kims = await kim.act('Kim', 'device.card', {})
  return { desk, ana, kim, anas, kims }
}

describe('the key for notes of another machine', () => {
  const event = (of: object): LedgerEvent => of as LedgerEvent
  const KILL = event({
    kind: 'moved',
    from: 'published',
    to: 'killed',
    copyHash: '',
    blocks: 0,
    warns: 0,
    overrides: [],
  })
  const LOSS = event({ kind: 'lossFound', losses: [{ kind: 'ledgerLine', where: 'made up', detail: 'x' }] })

  test('names nobody but Stet and people whose key there is trusted', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    const first = signed(train, 'Kim Min', { kind: 'created', origin: 'new' })
    for (const [by, counts] of [
      ['Stet', true],
      ['Kim Min', true],
      ['Lee', false],
      ['Reporter', false],
    ] as const)
      expect(counted(desk, [first, signedAsNote(train, by, NOTE, { after: [first] })])).toEqual([
        'created by Kim Min',
        ...(counts ? [`restored by ${by}`] : []),
      ])
  })

  test.each([
    ['kills no story', KILL],
    ['tells of no loss', LOSS],
    ['begins no story anew', event({ kind: 'created', origin: 'new' })],
    ['adds nobody to the roster', event({ kind: 'personAdded', person: 'Eve', role: '' })],
    ['notes no record', event({ kind: 'recordsKept', files: {} })],
  ])('%s', async (_, what) => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    const first = signed(train, 'Kim Min', { kind: 'created', origin: 'new' })
    for (const by of ['Stet', 'Kim Min'])
      expect(counted(desk, [first, signedAsNote(train, by, what, { after: [first] })])).toEqual(['created by Kim Min'])
  })

  test('begins the story of somebody there: whoever wrote it stays its author', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    expect(counted(desk, [signedAsNote(train, 'Kim Min', { kind: 'created', origin: 'new' })])).toEqual([
      'created by Kim Min',
    ])
  })
})

test('a trusted key gives no right in the library’s own ledger, whatever line carries its public half', async () => {
  const { train, desk, card, code } = await two()
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  await train.act('Kim Min', 'pin.set', { pin: '0815' })
  void [card, code]
  const strong = await train.act('Kim Min', 'device.card', {})
  await desk.act('Lee', 'device.trust', { card: strong.card, code: strong.code, role: 'editor' })
  const own = desk.room.ledger.entries
  const { id, publicKey } = cardOf(strong.card)
  const added = { kind: 'keyAdded', id, person: 'Kim Min', device: 'x', grade: 'plain', publicKey } as const
  const place = { ledger: LIBRARY, seq: own.length + 1, at: NOW, by: 'Kim Min', signer: id, signature: 'none' }
  const line = { ...added, ...place, follows: own.slice(-1).map(({ hash }) => hash) }
  const forged = { ...line, hash: hashEntry(line as never) } as LedgerEntry
  const role: LibraryEvent = { kind: 'roleChanged', person: 'Reporter', from: 'reporter', to: 'editor' }
  const made = signed(train, 'Kim Min', role, { ledger: LIBRARY, after: own.slice(-1), seq: own.length + 2 })
  const { history, refused } = readLibraryLedger([...own, forged, made], checkSignature)
  expect(history.people.get('Reporter')).toBe('reporter')
  expect(refused.map(({ entry, kind }) => `${kind}: ${entry.kind}`)).toEqual([
    'forged: keyAdded',
    'forged: roleChanged',
  ])
})

describe('a device card', () => {
  test('is signed with the key for notes, too: nobody names that of somebody else', async () => {
    const { desk, ana, kim, anas, kims } = await three()
    const { id, publicKey } = cardOf(anas.card)
    const evil = { ...cardOf(kims.card), notes: { id, publicKey } }
    const text = writeCard(evil, (_, hash) => kim.room.ring.sign(evil.id, hash))
    expect(await refusal(desk.act('Lee', 'device.read', { card: text }))).toBe(DAMAGED)
    expect(counted(desk, written(ana, ['Ana', verdict('f')]))).toEqual(['signed by Ana'])
  })

  test.each([
    ['a person’s key', (anas: ReturnType<typeof cardOf>) => anas],
    ['the key of a library that signs elsewhere', (anas: ReturnType<typeof cardOf>) => anas.notes],
  ])('takes nothing from %s, also by a line in the library’s ledger', async (_, keyOf) => {
    const { desk, ana, anas, kims } = await three()
    const { id, publicKey } = keyOf(cardOf(anas.card))
    const { role, ...key } = cardOf(kims.card)
    void role
    const event: LibraryEvent = { kind: 'deviceTrusted', ...key, notes: { id, publicKey } }
    const change = desk.room.changeDesk('Lee', (facts) => ({ facts, answer: undefined, events: [event] }))
    expect(await refusal(change)).toMatch(/^refused: /)
    expect(counted(desk, written(ana, ['Ana', verdict('f')], ['Stet', NOTE]))).toEqual([
      'signed by Ana',
      'restored by Stet',
    ])
  })

  test('that names the library of another machine as its own is refused', async () => {
    const { desk, ana, kim, anas, kims } = await three()
    const evil = changedCard(kim, kims.card, { notes: cardOf(anas.card).notes }, ana)
    expect(await refusal(desk.act('Lee', 'device.trust', evil))).toBe(
      'refused: The card claims to come from the library of another computer that is known here. That cannot be right. Do not trust it, and ask Kim about it. Nothing was changed.',
    )
  })

  test('that names another machine ends and keeps its own notes only, and answers for nobody there', async () => {
    const { desk, ana, kim, anas, kims } = await three()
    const { device } = cardOf(anas.card)
    const evil = changedCard(kim, kims.card, { device })
    await desk.act('Lee', 'device.trust', evil)
    expect((await desk.act('Lee', 'device.list', {})).map(({ person, code }) => [person, code])).toEqual([
      ['Ana', anas.code],
      ['Kim', evil.code],
    ])
    const { history } = desk.room.ring
    const sender = senderOf({ manifest: { by: 'Kim', device } as never, card: evil.card }, history, [])
    expect(sender).toMatchObject({ person: 'Kim', standing: 'trusted' })
    expect([...wordOf(sender, history, 'Lee').sure]).toEqual(['Kim'])
    await desk.act('Lee', 'device.end', { key: evil.code })
    expect(counted(desk, written(kim, ['Stet', NOTE]))).toEqual([])
    expect(counted(desk, written(ana, ['Stet', NOTE]))).toEqual(['restored by Stet'])
  })

  test('of another person on the same machine keeps its notes when one of them is trusted no longer', async () => {
    const { desk, ana, anas } = await three()
    await ana.act('Ana', 'roster.add', { name: 'Ben' })
    const bens = await ana.act('Ben', 'device.card', {})
    await desk.act('Lee', 'device.trust', bens)
    await desk.act('Lee', 'device.end', { key: anas.code })
    expect(counted(desk, written(ana, ['Ben', { kind: 'created', origin: 'new' }], ['Stet', NOTE]))).toEqual([
      'created by Ben',
      'restored by Stet',
    ])
    await desk.act('Lee', 'device.end', { key: bens.code })
    expect(counted(desk, written(ana, ['Stet', NOTE]))).toEqual([])
  })

  test('that says a PIN protects its key has another short code than the one that is read out', async () => {
    const { desk, kim, kims } = await three()
    const evil = changedCard(kim, kims.card, { grade: 'pin' })
    expect(await refusal(desk.act('Lee', 'device.trust', { card: evil.card, code: kims.code }))).toMatch(
      /^refused: That is not the short code of this card\./,
    )
  })

  test.each([' Lee', 'Lee ', 'Léa'.normalize('NFD')])('under the name “%s” is refused', async (person) => {
    const { desk, kim, kims } = await three()
    const evil = changedCard(kim, kims.card, { person })
    expect(await refusal(desk.act('Lee', 'device.trust', evil))).toBe(
      'usage: The name on the device card begins or ends with a space, or its letters are encoded differently from this library’s. It could be mistaken for another person’s name, so Stet does not accept the card. Ask for a card with the name typed again.',
    )
  })

  test('tells the role that its person has here, and trust sets it, takes it away or leaves it', async () => {
    const { desk, kims } = await three()
    await desk.act('Lee', 'roster.add', { name: 'Kim', role: 'editor' })
    expect(await desk.act('Lee', 'device.read', { card: kims.card })).toEqual({
      person: 'Kim',
      standing: 'new',
      weak: false,
      saysRole: 'editor',
      role: 'editor',
    })
    const roleAfter = async (role?: 'reporter' | 'none') => {
      await desk.act('Lee', 'device.trust', { card: kims.card, code: kims.code, ...(role ? { role } : {}) })
      return desk.room.library.roster.find(({ name }) => name === 'Kim')?.role
    }
    expect(await roleAfter()).toBe('editor')
    expect(await roleAfter('reporter')).toBe('reporter')
    expect(await roleAfter('none')).toBeUndefined()
    expect(desk.room.ring.history.people.get('Kim')).toBe('')
  })

  test('takes no right from the only editor', async () => {
    const desk = await library(2, ['Lee', 'editor'])
    const train = await library(1, ['Lee', 'editor'])
    const { card, code } = await train.act('Lee', 'device.card', {})
    for (const role of ['none', 'reporter'] as const)
      expect(await refusal(desk.act('Lee', 'device.trust', { card, code, role }))).toBe(
        'refused: Lee is the only editor here and must stay one. Nothing was changed.',
      )
  })
})
