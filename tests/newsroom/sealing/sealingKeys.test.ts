/** The key to which others seal: derived, under the person's PIN, on the card, and gone with the signing key. */
import { Encrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { recipientOf, seal, unseal } from '../../../src/newsroom/people/seal'
import { sealingSecret } from '../../../src/newsroom/people/sealingKey'
import { writeCard } from '../../../src/newsroom/people/deviceCardText'
import { shortCode, type DeviceCard } from '../../../src/story/trust/keys/deviceCard'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { trustedDevices } from '../../../src/story/trust/keys/knownKeys'
import { cardOf, changedCard, library, refusal, two } from '../devices/machines'

const utf8 = new TextEncoder()
const seedOf = (byte: number) => new Uint8Array(32).fill(byte)
const DAMAGED = 'usage: The device card is damaged, or someone changed it. Ask for it again.'

/** The card of an older Stet. */
function withoutRecipient({ room }: Awaited<ReturnType<typeof library>>, text: string) {
  const { recipient: _recipient, ...card } = cardOf(text)
  return { card: writeCard(card, (key, hash) => room.ring.sign(key, hash)), code: shortCode(card) }
}

describe('a sealing key', () => {
  test('is another one than the signing key beside which it lies, and the same each time', async () => {
    const secret = sealingSecret(seedOf(1))
    expect(Buffer.from(secret).toString('hex')).toBe('41d25be4d05accf7b867bfbe004c476c0456ade355c001e17198424addc70f17')
    expect(await recipientOf(secret)).toBe('age1z7vpd6kna808679vrhg56sjt8h78urfncl65dhzfdfnlx8yfwswsn6p3kv')
    expect(await recipientOf(sealingSecret(seedOf(2)))).not.toBe(await recipientOf(secret))
  })

  test('opens what is sealed to it, and nothing else', async () => {
    const [kim, pat] = [sealingSecret(seedOf(1)), sealingSecret(seedOf(2))]
    const sealed = await seal(utf8.encode('Olena'), [await recipientOf(kim)])
    expect(Buffer.from((await unseal(sealed, kim)) ?? []).toString()).toBe('Olena')
    expect(await unseal(sealed, pat)).toBeUndefined()
  })

  test('opens nothing that was changed, cut, or is no sealed file', async () => {
    const kim = sealingSecret(seedOf(1))
    const sealed = await seal(utf8.encode('Olena'), [await recipientOf(kim)])
    const changed = Uint8Array.from(sealed)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    for (const bytes of [changed, sealed.subarray(0, -1), utf8.encode('Olena'), new Uint8Array()])
      expect(await unseal(bytes, kim)).toBeUndefined()
  })

  test('does not read an endless header', async () => {
    const kim = sealingSecret(seedOf(1))
    const recipient = await recipientOf(kim)
    const many = await seal(
      new Uint8Array(),
      Array.from({ length: 100 }, () => recipient),
    )
    expect(await unseal(many, kim)).toEqual(new Uint8Array())
    const endless = new Encrypter()
    for (let nth = 0; nth < 200; nth++) endless.addRecipient(recipient)
    expect(await unseal(await endless.encrypt(new Uint8Array()), kim)).toBeUndefined()
    await expect(
      seal(
        new Uint8Array(),
        Array.from({ length: 101 }, () => recipient),
      ),
    ).rejects.toThrow('too many')
    await expect(seal(new Uint8Array(), [])).rejects.toThrow('no recipients')
  })
})

describe('a device card of form 2', () => {
  test('tells to whom one seals, and its short code belongs to that, too', async () => {
    const { train, card, code } = await two()
    const read = cardOf(card)
    expect(read.recipient).toMatch(/^age1[02-9ac-hj-np-z]{58}$/)
    const key = train.room.ring.sealingSecretOf('Kim Min')
    expect(read.recipient).toBe(key && (await recipientOf(key.secret)))
    const { recipient: _recipient, ...bare } = read
    expect(shortCode(read)).toBe(code)
    expect(shortCode(bare)).not.toBe(code)
  })

  test('is trusted with it, and the ledger says so', async () => {
    const { desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    const [key] = trustedDevices(desk.room.ring.history)
    expect(key?.recipient).toBe(cardOf(card).recipient)
    expect(desk.room.ledger.entries.find(({ kind }) => kind === 'deviceTrusted')).toMatchObject({
      recipient: cardOf(card).recipient,
    })
  })

  test('of form 1 is read as before, and nothing is sealed to it', async () => {
    const { train, desk, card } = await two()
    const old = withoutRecipient(train, card)
    await desk.act('Lee', 'device.trust', old)
    expect(await desk.act('Lee', 'device.list', {})).toMatchObject([
      { person: 'Kim Min', code: old.code, seals: false },
    ])
  })

  test('adds to a key that is trusted what sealing needs, with its own short code', async () => {
    const { train, desk, card, code } = await two()
    const old = withoutRecipient(train, card)
    await desk.act('Lee', 'device.trust', { ...old, role: 'checker' })
    expect(await desk.act('Lee', 'device.read', { card })).toMatchObject({ standing: 'trusted', addsSealing: true })
    expect(await refusal(desk.act('Lee', 'device.trust', { card, code: old.code }))).toMatch(/^refused: That is not/)
    await desk.act('Lee', 'device.trust', { card, code })
    expect(await desk.act('Lee', 'device.list', {})).toMatchObject([{ person: 'Kim Min', code, seals: true }])
    expect(await desk.act('Lee', 'device.read', { card })).not.toHaveProperty('addsSealing')
    expect(desk.room.ledger.entries.filter(({ kind }) => kind === 'deviceTrusted').length).toBe(2)
  })

  test.each([
    ['a recipient that was put in', (card: DeviceCard) => ({ ...card, recipient: `age1${'q'.repeat(58)}` })],
    ['a recipient of another form', (card: DeviceCard) => ({ ...card, recipient: 'age1pq1qqqq' })],
    ['no recipient', ({ recipient: _recipient, ...card }: DeviceCard) => card],
  ])('is refused with %s and the old signatures', async (_, change) => {
    const { train, desk, card } = await two()
    const read = cardOf(card)
    const signatures = new Map<string, string>()
    writeCard(read, (key, hash) => {
      const signature = train.room.ring.sign(key, hash)
      signatures.set(key, signature)
      return signature
    })
    const changed = writeCard(change(read), (key) => signatures.get(key) ?? '')
    expect(await refusal(desk.act('Lee', 'device.read', { card: changed }))).toBe(DAMAGED)
  })

  test('is refused with a recipient whose checksum is wrong, or that keeps no secret', async () => {
    const { train, desk, card } = await two()
    for (const recipient of [
      `${cardOf(card).recipient?.slice(0, -1)}${cardOf(card).recipient?.endsWith('q') ? 'p' : 'q'}`,
      // Points of small order: everybody knows what is sealed to it.
      'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z',
      'age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9',
    ])
      expect(await refusal(desk.act('Lee', 'device.trust', changedCard(train, card, { recipient })))).toBe(DAMAGED)
  })

  test('of somebody else is refused when it names the recipient of a key that is known', async () => {
    const { desk, card, code } = await two()
    await desk.act('Lee', 'device.trust', { card, code })
    const evil = await library(3, ['Mal', 'editor'])
    const own = await evil.act('Mal', 'device.card', {})
    const changed = changedCard(evil, own.card, { recipient: cardOf(card).recipient ?? '' })
    expect(await refusal(desk.act('Lee', 'device.trust', changed))).toBe(
      'refused: What is sealed for this card could be opened with another key that is known here. That cannot be right. Do not trust it, and ask Mal about it. Nothing was changed.',
    )
  })
})

describe('under a PIN', () => {
  test('it stays with a changed PIN, and becomes another one with a new key', async () => {
    const { train, desk, card, code } = await two()
    await train.act('Kim Min', 'pin.set', { pin: '4711' })
    const first = cardOf((await train.act('Kim Min', 'device.card', {})).card).recipient
    // The first PIN makes another key: the one before was open to everybody at this computer.
    expect(first).not.toBe(cardOf(card).recipient)
    await train.act('Kim Min', 'pin.set', { pin: '4712', was: '4711' })
    expect(cardOf((await train.act('Kim Min', 'device.card', {})).card).recipient).toBe(first)
    await train.act('Kim Min', 'pin.set', { pin: '4713', was: '4712', newKey: true })
    expect(cardOf((await train.act('Kim Min', 'device.card', {})).card).recipient).not.toBe(first)
    expect(code).not.toBe('')
    expect(trustedDevices(desk.room.ring.history)).toEqual([])
  })

  test('a process without the PIN opens nothing, and gives nothing up', async () => {
    const { train } = await two()
    await train.act('Kim Min', 'pin.set', { pin: '4711' })
    expect(train.room.ring.sealingSecretOf('Nobody')).toBeUndefined()
    const closed = await Newsroom.open({ store: train.store, clock: train.clock, ids: sequentialIds })
    expect(closed.ring.sealingSecretOf('Kim Min')).toBeUndefined()
    await closed.pins.check('Kim Min', '4711')
    expect(closed.ring.sealingSecretOf('Kim Min')?.secret).toEqual(train.room.ring.sealingSecretOf('Kim Min')?.secret)
  })

  test('nothing is sealed to a key without a PIN where verdicts need one', async () => {
    const { desk, card, code } = await two()
    await desk.act('Lee', 'pin.set', { pin: '4711' })
    await desk.act('Lee', 'device.trust', { card, code })
    expect(await desk.act('Lee', 'device.list', {})).toMatchObject([{ weak: true, seals: false }])
  })
})
