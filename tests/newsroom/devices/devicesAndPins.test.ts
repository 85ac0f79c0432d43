/** What PINs here mean for the keys on other machines. */
import { expect, test } from 'vitest'
import type { RequestOf } from '../../../src/story/requests/requests'
import { cardOf, counted, library, NOTE, NOW, refusal, two, verdict, written, type Library } from './machines'

/** Kim's key on the train has a PIN. */
async function withPinThere() {
  const { train, desk } = await two()
  await train.act('Kim Min', 'pin.set', { pin: '0815' })
  return { train, desk, ...(await train.act('Kim Min', 'device.card', {})) }
}

test('the first PIN ends the trust in every key on another machine, also of its Stet, and says whom to trust again', async () => {
  const { train, desk, card, code } = await withPinThere()
  const plain = await library(3, ['Ana', 'editor'])
  const anas = await plain.act('Ana', 'device.card', {})
  await desk.act('Lee', 'device.trust', { card, code, role: 'checker' })
  await desk.act('Lee', 'device.trust', { card: anas.card, code: anas.code, role: 'checker' })
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  expect(desk.remarks).toEqual([
    'With this first PIN of an editor, keys on other computers are no longer trusted, because until now anyone could trust them. Trust these again, each with a device card and the short code by phone (Roster, or “stet roster trust”): Kim Min and Ana. What they signed before stays signed.',
  ])
  expect(await desk.act('Lee', 'device.list', {})).toEqual([])
  for (const [machine, name] of [
    [train, 'Kim Min'],
    [plain, 'Ana'],
  ] as const)
    expect(counted(desk, written(machine, [name, { kind: 'created', origin: 'new' }], ['Stet', NOTE]))).toEqual([])
})

test('a key whose trust ended with the first PIN is trusted again with the same card', async () => {
  const { train, desk, card, code } = await withPinThere()
  await desk.act('Lee', 'device.trust', { card, code, role: 'checker' })
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  expect(await desk.act('Lee', 'device.read', { card })).toMatchObject({ standing: 'again' })
  await desk.act('Lee', 'device.trust', { card, code })
  expect(counted(desk, written(train, ['Kim Min', verdict('f')], ['Stet', NOTE]))).toEqual([
    'signed by Kim Min',
    'restored by Stet',
  ])
  expect((await desk.act('Lee', 'device.list', {})).map(({ code: shown }) => shown)).toEqual([code])
})

test('a key that an editor trusted no longer before the first PIN is not trusted again after it', async () => {
  const { desk, card, code } = await withPinThere()
  await desk.act('Lee', 'device.trust', { card, code, role: 'checker' })
  await desk.act('Lee', 'device.end', { key: code })
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  expect(desk.remarks).toEqual([])
  expect(await desk.act('Lee', 'device.read', { card })).toMatchObject({ standing: 'ended' })
})

test('who resets a PIN is told which keys of that person on other machines stay trusted', async () => {
  const { train, desk, card, code } = await withPinThere()
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  await desk.act('Lee', 'device.trust', { card, code, role: 'checker' })
  const { code: once } = await desk.act('Lee', 'pin.invite', { person: 'Kim Min' })
  await desk.act('Kim Min', 'pin.set', { pin: '9999', code: once })
  expect(await desk.act('Lee', 'pin.reset', { person: 'Kim Min' })).toMatchObject({ devices: [code] })
  expect(counted(desk, written(train, ['Kim Min', verdict('f')]))).toEqual(['signed by Kim Min'])
})

test('a person with a PIN makes a new key, which can be trusted, and the old one ends', async () => {
  const { train, desk, card, code } = await withPinThere()
  const words = await recoveryWordsAfter(train, { pin: '0815', was: '0815', newKey: true })
  const fresh = await train.act('Kim Min', 'device.card', {})
  expect([fresh.grade, fresh.code === code, cardOf(fresh.card).id === cardOf(card).id]).toEqual(['pin', false, false])
  await desk.act('Lee', 'device.trust', { card: fresh.card, code: fresh.code })
  expect(counted(desk, written(train, ['Kim Min', verdict('f')]))).toEqual(['signed by Kim Min'])
  expect(train.room.ring.history.keys.get(cardOf(card).id)?.retired).toBe(NOW)
  // The new words open the new key.
  await train.act('Kim Min', 'pin.recover', { words, pin: '1234' })
  expect(await refusal(train.act('Kim Min', 'pin.set', { pin: '5678', was: '0815', newKey: true }))).toMatch(
    /^refused: /,
  )
})

async function recoveryWordsAfter({ act }: Library, request: RequestOf<'pin.set'>): Promise<string> {
  const { words } = await act('Kim Min', 'pin.set', request)
  if (words === undefined) throw new Error('no words')
  return words
}
