/** Who exported says that the file was not written: right then, and before anything relies on the export. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { publishBusan, busanDesk, type BusanDesk } from '../newsDesk'

const REASON = 'The disk is full.'

/** A published story that Editor exported to a place. */
async function sent(): Promise<BusanDesk & { readonly entry: number }> {
  const desk = await busanDesk()
  await publishBusan(desk)
  const request = { story: desk.story, format: 'ninjs', destination: '/out/a.json', override: 'Known.' } as const
  const { entry = 0 } = await desk.act('Editor', 'story.export', request)
  return { ...desk, entry }
}

const fail = ({ act, story, entry }: BusanDesk & { readonly entry: number }) =>
  act('Editor', 'story.exportFailed', { story, entry, reason: REASON })

/** The places that are told of the correction that is open, or of the kill. */
async function listed({ act, story }: BusanDesk): Promise<readonly string[]> {
  const { kill, destinations } = await act('Editor', 'kill.show', { story })
  return kill
    ? destinations.map(({ destination }) => destination)
    : (await act('Editor', 'correction.show', { story })).destinations.map(({ destination }) => destination)
}

afterEach(() => void vi.restoreAllMocks())

describe('an export that was not written', () => {
  test('is noted while its file is on its way, and its place is not told', async () => {
    const desk = await sent()
    expect(await fail(desk)).toEqual({})
    await desk.act('Editor', 'story.move', { story: desk.story, to: 'inReview', kind: 'correction' })
    expect(await listed(desk)).toEqual([])
  })

  test.each([
    ['a correction was begun', { to: 'inReview', kind: 'correction' }],
    ['the story was killed', { to: 'killed', reason: 'All wrong.' }],
  ] as const)('is not noted after %s: its place is told', async (_what, move) => {
    const desk = await sent()
    await desk.act('Editor', 'story.move', { story: desk.story, ...move })
    await expect(fail(desk)).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringMatching(/^Entry \d+ of the history stays an export that left: the story was moved,/u),
    })
    expect(await listed(desk)).toEqual(['/out/a.json'])
  })

  test('is not noted after it was exported again', async () => {
    const desk = await sent()
    await desk.act('Editor', 'story.exportAgain', { story: desk.story, entry: desk.entry })
    await expect(fail(desk)).rejects.toMatchObject({ reason: 'refused' })
  })

  test('is not noted a quarter of an hour later, whatever the clock of the computer says', async () => {
    const desk = await sent()
    const now = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(now + 16 * 60_000)
    await expect(fail(desk)).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('only right after it'),
    })
    vi.spyOn(performance, 'now').mockReturnValue(now + 10 * 60_000)
    expect(await fail(desk)).toEqual({})
  })

  test('is not noted by a later run of Stet', async () => {
    const { room, story, entry } = await sent()
    const { store, clock, ids } = room
    await room.settleAll()
    const later = await Newsroom.open({ store, clock, ids })
    const { exportFailed } = await import('../../../src/newsroom/exports/exportFailed')
    await expect(exportFailed(later, 'Editor', { story, entry, reason: REASON })).rejects.toMatchObject({
      reason: 'refused',
    })
    await later.close()
  })

  test('of a kill is noted at any time: its place is told once more', async () => {
    const desk = await sent()
    const { act, story } = desk
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    const request = { story, format: 'ninjs', destination: '/out/a.json' } as const
    const { entry = 0 } = await act('Editor', 'story.export', request)
    const told = async () => (await act('Editor', 'kill.show', { story })).destinations.map((one) => one.told?.by)
    expect(await told()).toEqual(['Editor'])
    await act('Editor', 'story.export', { ...request, destination: '/out/b.json' })
    await fail({ ...desk, entry })
    expect(await told()).toEqual([undefined])
  })
})
