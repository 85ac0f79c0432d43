/** Rights come from the library's signed ledger, not from what somebody writes into roster.json or library.json. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rewriteRecord } from '../../attack/disk'
import { lossKey } from '../../../src/story/ledger/loss'
import type { Person } from '../../../src/story/desk/roster'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { newsDesk, openedAgain, type NewsDesk } from '../newsDesk'

describe('Roster and settings', { timeout: 60_000 }, () => {
  let library: Throwaway
  let desk: NewsDesk
  beforeEach(async () => {
    library = await throwawayLibrary()
    desk = await newsDesk(await library.open())
  })
  afterEach(async () => {
    await desk.room.close()
    await library.remove()
  })

  async function after(harm: () => Promise<unknown>): Promise<void> {
    desk = await openedAgain(desk, library, harm)
  }
  const roles = () => Object.fromEntries(desk.room.library.roster.map(({ name, role = '' }) => [name, role]))
  const losses = () => desk.room.library.losses.map(lossKey)
  const SIGNED = { Reporter: 'reporter', Editor: 'editor', Legal: 'legal' }

  it('give no role that was written into the file by hand, and say so until an editor accepts it', async () => {
    await after(() =>
      rewriteRecord<{ people: readonly Person[] }>(library.folder, 'roster.json', 'roster', ({ people }) => ({
        people: people.map((person) => (person.name === 'Legal' ? { ...person, role: 'editor' } : person)),
      })),
    )
    expect([roles(), losses()]).toEqual([SIGNED, ['roster roster.json Legal editor']])
    expect(desk.room.library.losses[0]?.detail).toBe(
      'roster.json gives Legal the role editor, but no editor gave it. The role does not count.',
    )
    await expect(desk.act('Legal', 'library.acceptLoss', { losses: losses(), reason: 'Mine.' })).rejects.toThrow(
      'Only an editor can accept a loss',
    )
    await desk.act('Editor', 'library.acceptLoss', { losses: losses(), reason: 'We know who did it.' })
    await after(async () => undefined)
    expect([roles(), losses()]).toEqual([SIGNED, []])
  })

  it('bring nobody back whose “left” was taken out of the file by hand, and make nobody leave', async () => {
    await desk.act('Editor', 'roster.leave', { person: 'Legal' })
    await after(() =>
      rewriteRecord<{ people: readonly Person[] }>(library.folder, 'roster.json', 'roster', ({ people }) => ({
        people: people.map(({ left: _said, ...person }) =>
          person.name === 'Reporter' ? { ...person, left: true } : person,
        ),
      })),
    )
    expect([desk.room.library.roster, losses()]).toEqual([
      [
        { name: 'Reporter', role: 'reporter' },
        { name: 'Editor', role: 'editor' },
        { name: 'Legal', role: 'legal', left: true },
      ],
      [],
    ])
    await expect(desk.act('Legal', 'story.create', {})).rejects.toThrow('Legal has left the desk.')
  })

  it('give no one-person desk that was switched on by hand', async () => {
    await after(() =>
      rewriteRecord<{ settings: object }>(library.folder, 'library.json', 'library', (data) => ({
        ...data,
        settings: { deskOfOne: true, changes: [{ at: '2026-01-01T00:00:00.000Z', by: 'Editor', deskOfOne: true }] },
      })),
    )
    expect(desk.room.library.settings).toEqual({ deskOfOne: false })
    expect(losses()).toEqual(['settings library.json deskOfOne'])
  })

  it('follow the ledger where a crash left the file behind it, and miss nothing', async () => {
    // As after a crash: the entry is on the disk, the file is not written yet.
    const { store } = desk
    const write = store.writeRoster.bind(store)
    store.writeRoster = () => Promise.reject(new Error('crash'))
    await expect(desk.act('Editor', 'roster.add', { name: 'Legal', role: 'producer' })).rejects.toThrow('crash')
    store.writeRoster = write
    await after(async () => undefined)
    expect([roles(), losses()]).toEqual([{ ...SIGNED, Legal: 'producer' }, []])
  })
})
