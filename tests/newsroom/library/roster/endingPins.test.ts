/** The first PIN of an editor ends PINs from before keys: it is said before and after. */
import { expect, it } from 'vitest'
import { parseOwnerMessage } from '../../../../src/ipc/parsers'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../../builders/time/debounceByHand'
import { serveOwner } from '../../../../src/newsroom/serveOwner'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { hashOldPin } from './oldPin'

const ENDED =
  'With this first PIN of an editor, the earlier PINs of these people ended: Ben and Cal. What they signed stays signed. Give each of them a one-time code (“You and your PIN”, or “stet roster invite”), with which they set a PIN.'

/** Ana (editor), Ben and Cal. Those with PINs have them from before keys. */
async function desk(...withPins: readonly string[]) {
  const store = new MemoryStore('Ana')
  const people = [{ name: 'Ana', role: 'editor' as const }, { name: 'Ben' }, { name: 'Cal', role: 'checker' as const }]
  await store.writeRoster(
    people,
    withPins.map((name) => hashOldPin(name, '4711')),
  )
  const room = await Newsroom.open({
    store,
    clock: { now: () => '2026-10-30T09:00:00.000Z' },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const owner = serveOwner(room, parseOwnerMessage)
  const ends = async (person: string): Promise<unknown> => {
    const reply = await owner({ action: 'pin.ends', request: { person }, by: '' })
    return reply.ok ? reply.value : reply.message
  }
  const remarks = async (message: object): Promise<readonly string[] | undefined> => {
    const reply = await owner(message)
    return reply.ok ? reply.remarks : [reply.message]
  }
  return { room, ends, remarks }
}

it('an editor who gives the PIN from before keys is told that other PINs end', async () => {
  const { ends, remarks } = await desk('Ana', 'Ben', 'Cal')
  expect(await ends('Ben')).toEqual({ isFirst: true, people: [] })
  expect(await ends('Ana')).toEqual({ isFirst: true, people: ['Ben', 'Cal'] })
  const create = { action: 'story.create', request: {}, by: 'Ana', pin: '4711' }
  expect(await remarks(create)).toEqual([ENDED])
  expect(await remarks(create)).toBeUndefined()
  expect(await ends('Ana')).toEqual({ isFirst: false, people: [] })
})

it('an editor without a PIN who sets the first is told that other PINs end', async () => {
  const { ends, remarks } = await desk('Ben', 'Cal')
  expect(await ends('Ana')).toEqual({ isFirst: true, people: ['Ben', 'Cal'] })
  expect(await remarks({ action: 'pin.set', request: { pin: '4712' }, by: 'Ana' })).toEqual([ENDED])
})

it('nobody is told of ended PINs when nobody had one', async () => {
  const { ends, remarks } = await desk()
  expect(await ends('Ana')).toEqual({ isFirst: true, people: [] })
  expect(await remarks({ action: 'pin.set', request: { pin: '4712' }, by: 'Ana' })).toBeUndefined()
})
