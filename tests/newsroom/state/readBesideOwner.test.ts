/** What a process that only reads knows of a library, beside an owner that goes on writing. */
import { expect, it } from 'vitest'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { throwawayLibrary } from '../../storage/throwawayLibrary'
import { newsDesk } from '../newsDesk'

it('misses nothing where an owner changes sources while the library is read', { timeout: 60_000 }, async () => {
  const library = await throwawayLibrary()
  const { room: owner, act, settle } = await newsDesk(await library.open())
  try {
    await act('Editor', 'pin.set', { pin: '1234' })
    const { id: source } = await act('Editor', 'source.add', { name: 'Kim Min-ji', kind: 'person', protected: true })
    const store = await library.open({ create: false, lock: 'none' })
    const readLibrary = store.readLibrary.bind(store)
    let changes = 0
    store.readLibrary = async () => {
      // More lines of the table of heads than a library may be ahead of it.
      while (changes < 4) await act('Editor', 'source.edit', { source, description: `an aide ${++changes}` })
      return readLibrary()
    }
    const room = await Newsroom.open({ store, clock: owner.clock, ids: owner.ids, debouncer: settle })
    expect([changes, room.library.losses, room.library.sources.map(({ description }) => description)]).toEqual([
      4,
      [],
      owner.library.sources.map(({ description }) => description),
    ])
    await room.close()
  } finally {
    await owner.close()
    await library.remove()
  }
})
