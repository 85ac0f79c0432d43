/** Keys on other machines: a card tells of one, an editor trusts it, and its entries count in stories from then on. */
import { describe, expect, test } from 'vitest'
import { readLibraryLedger } from '../../../src/story/trust/keys/keyHistory'
import { signEntry } from '../../../src/newsroom/ledger/signEntry'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { ledgerOf, LIBRARY } from '../../../src/story/trust/chain'
import { counted, NOTE, NOW, refusal, STORY, two, verdict, written } from './machines'

describe('a device card', () => {
  test('tells person, role and short code, and changes nothing', async () => {
    const { desk, card, code } = await two()
    expect(card).toMatch(/^-----BEGIN STET DEVICE CARD-----\n[A-Za-z0-9+/=\n]+\n-----END STET DEVICE CARD-----$/)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(
      await desk.act('Reporter', 'device.read', { card: `Dear Lee,\n\n> ${card.replaceAll('\n', '\n> ')}\n` }),
    ).toEqual({ person: 'Kim Min', standing: 'new', weak: false, saysRole: 'editor' })
    expect(desk.room.library.roster.map(({ name }) => name)).toEqual(['Lee', 'Reporter'])
  })

  test.each([
    [
      'no card at all',
      () => 'Call me',
      'usage: This text contains no device card. A card begins with “BEGIN STET DEVICE CARD”.',
    ],
    [
      'one of a changed name',
      (card: string) =>
        card.replace(/-\n([\s\S]+)\n-/, (_, lines: string) => {
          const text = Buffer.from(lines, 'base64').toString().replace('Kim Min', 'Kim Max')
          return `-\n${Buffer.from(text).toString('base64')}\n-`
        }),
      'usage: The device card is damaged, or someone changed it. Ask for it again.',
    ],
    [
      'one that was cut',
      (card: string) => card.replace(/\n[^\n]+\n-----END/, '\n-----END'),
      'usage: The device card is damaged, or someone changed it. Ask for it again.',
    ],
  ])('is not %s', async (_, change, message) => {
    const { desk, card } = await two()
    expect(await refusal(desk.act('Lee', 'device.read', { card: change(card) }))).toBe(message)
  })

  test('is trusted by its code in full-width letters, as an input method may write them', async () => {
    const { desk, card, code } = await two()
    const typed = code.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))
    expect((await desk.act('Lee', 'device.trust', { card, code: typed })).person).toBe('Kim Min')
  })

  test('of this library needs no trust', async () => {
    const { train, card, code } = await two()
    expect(await refusal(train.act('Kim Min', 'device.trust', { card, code }))).toBe(
      'usage: This card is of a key of this library. It needs no trust. Nothing was changed.',
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
      { key: entries[0]?.signer, person: 'Kim Min', code, weak: false, seals: true },
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
      `usage: This library does not trust a key ${code}. “stet roster devices” lists the keys it trusts. Nothing was changed.`,
    )
  })

  test('that an editor trusts no longer is never trusted again: what was signed meanwhile would count', async () => {
    const { train, desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    await desk.act('Lee', 'device.end', { key: code })
    expect(await refusal(desk.act('Lee', 'device.trust', { card, code }))).toBe(
      'refused: An editor stopped trusting the key on this card, and that is final, because anything signed with it since would count, too. Kim Min makes a new key on the other computer, by setting a PIN or with “stet roster pin --new-key”, and sends a new card. Nothing was changed.',
    )
    // Nor by a line in the library's ledger.
    const again = desk.room.ledger.entries.find(({ kind }) => kind === 'deviceTrusted')
    if (again?.kind !== 'deviceTrusted') throw new Error('no trust')
    const { person, device, grade, id, publicKey, notes } = again
    const event = { kind: 'deviceTrusted' as const, person, device, grade, id, publicKey, notes }
    expect(
      await refusal(desk.room.changeDesk('Lee', (facts) => ({ facts, answer: undefined, events: [event] }))),
    ).toMatch(/^refused: /)
    expect(counted(desk, written(train, ['Kim Min', verdict('f')]))).toEqual([])
    await train.act('Kim Min', 'pin.set', { pin: '0815' })
    const fresh = await train.act('Kim Min', 'device.card', {})
    await desk.act('Lee', 'device.trust', { card: fresh.card, code: fresh.code })
    expect(counted(desk, written(train, ['Kim Min', verdict('f')], ['Stet', NOTE]))).toEqual([
      'signed by Kim Min',
      'restored by Stet',
    ])
  })
})
