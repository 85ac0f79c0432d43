import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseOwnerMessage } from '../../../src/ipc/parsers'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { serveOwner } from '../../../src/newsroom/serveOwner'
import { debounceByHand } from '../../../src/newsroom/replica/debounceStory'
import { MemoryStore } from '../../../src/storage/memoryStore'
import type { StoryStore } from '../../../src/storage/disk/storyStore'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { historyLines } from '../../../src/story/ledger/entryWords'
import { throwawayLibrary } from '../../storage/throwawayLibrary'

/** Reporter, Ana (editor) and Ben (editor), and a clock that moves only when told to. */
async function desk(store: StoryStore = new MemoryStore('Reporter')) {
  let now = Date.parse('2026-10-30T09:00:00Z')
  const room = await Newsroom.open({
    store,
    clock: { now: () => new Date(now).toISOString() },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, by, action, request)
  if (!room.onRoster('Ana')) {
    await act('Reporter', 'roster.add', { name: 'Ana', role: 'editor' })
    await act('Ana', 'roster.add', { name: 'Ben', role: 'editor' })
  }
  return {
    room,
    act,
    wait: (seconds: number) => void (now += seconds * 1000),
    owner: serveOwner(room, parseOwnerMessage),
  }
}
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ reason, message }: { reason: string; message: string }) => `${reason}: ${message}`,
  )
const create = { action: 'story.create', request: {} }
const WRONG =
  'refused: That is not the PIN of Ana. Nothing was changed. Try again in a second; an editor can take away a ' +
  'PIN that was forgotten.'

describe('A PIN', () => {
  it('is needed for every request of another process, except to read', async () => {
    const { act, owner } = await desk()
    await act('Ana', 'pin.set', { pin: '4711' })
    const codes = []
    for (const message of [
      { ...create, by: 'Ana' },
      { ...create, by: 'Ana', pin: '' },
      { ...create, by: ' Ana', pin: undefined },
      { action: 'roster.add', request: { name: 'Eve', role: 'editor' }, by: 'Ana' },
      { action: 'pin.remove', request: { person: 'Ana' }, by: 'Ana' },
      { action: 'pin.set', request: { pin: '0000' }, by: 'Ana' },
      { action: 'library.settings', request: { deskOfOne: true }, by: 'Аna' },
      { action: 'story.list', request: {}, by: 'Ana' },
      { ...create, by: 'Reporter' },
      { ...create, by: 'Ana', pin: '4711' },
      { ...create, by: 'Ana', pin: '4712' },
    ])
      codes.push((await owner(message)).ok)
    expect(codes).toEqual([false, false, false, false, false, false, false, true, true, true, false])
  })

  it('makes a person who guesses wait, longer each time, and says how long; the right PIN waits too', async () => {
    const { room, act, wait } = await desk()
    await act('Ana', 'pin.set', { pin: '4711' })
    const tries = []
    for (const [pin, before] of [
      ['0000', 0],
      ['4711', 0.5],
      ['0000', 0.5],
      ['4711', 1.9],
      ['0000', 0.1],
      ['4711', 3],
      ['4711', 1],
      ['0000', 0],
    ] as const) {
      wait(before)
      tries.push(await refusal(room.pins.check('Ana', pin)))
    }
    const AGAIN = 'refused: The last PIN for Ana was wrong. Try again in a second.'
    expect(tries).toEqual([
      WRONG,
      AGAIN,
      WRONG.replace('a second', '2 seconds'),
      AGAIN,
      WRONG.replace('a second', '4 seconds'),
      AGAIN,
      'done',
      WRONG,
    ])
  })

  it(
    'allows one guess per wait, also for parallel requests; the longest wait is a minute',
    { timeout: 120_000 },
    async () => {
      const { room, act, wait } = await desk()
      await act('Ana', 'pin.set', { pin: '4711' })
      const answers = await Promise.all(
        ['0000', '1111', '2222', '4711'].map((pin) => refusal(room.pins.check('Ana', pin))),
      )
      expect(answers.filter((answer) => answer === WRONG)).toHaveLength(1)
      expect(answers.at(-1)).toContain('Try again in a second.')
      for (let round = 0; round < 9; round++) {
        wait(60)
        await refusal(room.pins.check('Ana', '0000'))
      }
      expect(await refusal(room.pins.check('Ana', '4711'))).toBe(
        'refused: The last PIN for Ana was wrong. Try again in 60 seconds.',
      )
      wait(60)
      expect(await refusal(room.pins.check('Ana', '4711'))).toBe('done')
    },
  )

  it('is changed by its owner only, with the current one; a proof of the old PIN then fails', async () => {
    const { room, act } = await desk()
    await act('Ana', 'pin.set', { pin: '4711' })
    const proof = await room.pins.check('Ana', '4711')
    const asked = [
      await refusal(act('Ana', 'pin.set', { pin: '0815' })),
      await refusal(act('Ana', 'pin.set', { pin: '08 15', was: '4711' })),
    ]
    expect([
      asked,
      room.pins.holds('Ana', proof),
      room.pins.holds('Ana', undefined),
      room.pins.holds('Ben', undefined),
    ]).toEqual([
      [
        'refused: Ana has a PIN, and nobody acts as Ana without it. Nothing was changed.',
        'usage: A PIN has 4 to 12 letters or digits, and no spaces. Capital and small letters differ. Nothing ' +
          'was changed.',
      ],
      true,
      false,
      true,
    ])
    await act('Ana', 'pin.set', { pin: '0815', was: '4711' })
    expect([
      room.pins.holds('Ana', proof),
      room.pins.holds('Ana', room.pins.proofOf('Ana')),
      await refusal(room.pins.check('Ana', '0815')),
      await refusal(room.pins.check('Ana', '4711')),
    ]).toEqual([false, true, 'done', WRONG])
  })

  it('that was forgotten is removed by an editor only; the library’s ledger notes it without the PIN', async () => {
    const { room, act } = await desk()
    await act('Ana', 'pin.set', { pin: '4711' })
    await act('Ana', 'pin.set', { pin: '0815', was: '4711' })
    const unproven = await refusal(act('Ben', 'pin.remove', { person: 'Ana' }))
    await act('Ben', 'pin.set', { pin: '1234' })
    await act('Reporter', 'pin.set', { pin: '5678' })
    const asked = [
      await refusal(act('Reporter', 'pin.remove', { person: 'Ana' })),
      await refusal(act('Ben', 'pin.remove', { person: 'Legal' })),
      await refusal(act('Ben', 'pin.remove', { person: 'Nobody' })),
    ]
    expect(unproven).toMatch(/^refused: Ben has no PIN yet/)
    expect(asked).toEqual([
      'refused: An editor resets the PIN of another person; Reporter is a reporter on the roster.',
      'usage: Legal is not on the roster of this library.',
      'usage: Nobody is not on the roster of this library.',
    ])
    expect((await act('Ben', 'pin.remove', { person: 'Ana' })).roster).toEqual([
      { name: 'Reporter', pin: true },
      { name: 'Ana', role: 'editor' },
      { name: 'Ben', role: 'editor', pin: true },
    ])
    expect([
      await refusal(room.pins.check('Ana', undefined)),
      historyLines(await act('Ben', 'library.history', {}), (id) => id)
        .map(({ entry, did }) => `${entry.by} ${did}`)
        .slice(0, 3),
    ]).toEqual(['done', ['Ben took the PIN of Ana away', 'Reporter set a PIN', 'Ben set a PIN']])
  })

  it('leaves the roles to editors, and joining to everybody', async () => {
    const { room, act } = await desk()
    expect(await refusal(act('Eve', 'roster.add', { name: 'Eve', role: 'editor' }))).toMatch(/^refused: Eve is not on/)
    await act('Ana', 'pin.set', { pin: '4711' })
    const asked = [
      await refusal(act('Mallory', 'roster.add', { name: 'Mallory', role: 'editor' })),
      await refusal(act('Reporter', 'roster.add', { name: 'Reporter', role: 'editor' })),
      await refusal(act('Mallory', 'roster.add', { name: 'Mallory' })),
      await refusal(act('Ana', 'roster.add', { name: 'Ana', role: 'legal' })),
    ]
    expect(asked.map((text) => text.split(',')[0])).toEqual([
      'refused: Mallory is not on the roster of this library. Add the name to the roster first.',
      'refused: Reporter has no PIN yet. This library has PINs',
      'done',
      'done',
    ])
    // A new role does not remove the PIN.
    expect([room.onRoster('Ana'), room.pins.holds('Ana', undefined)]).toEqual([
      { name: 'Ana', role: 'legal', pin: true },
      false,
    ])
  })

  it('is on disk as a salted hash in roster.json only, and survives a new role and a repair', async () => {
    const library = await throwawayLibrary()
    try {
      const { room, act } = await desk(await library.open())
      await act('Ben', 'pin.set', { pin: 'geheim41' })
      await act('Ana', 'pin.set', { pin: 'geheim42' })
      await act('Ben', 'roster.add', { name: 'Ana', role: 'checker' })
      await act('Ana', 'story.create', {})
      await act('Reporter', 'library.doctor', { repair: true })
      await room.rewriteDesk()
      const told = JSON.stringify([
        await act('', 'roster.list', {}),
        await act('', 'library.history', {}),
        room.desk().roster,
        await act('', 'story.show', { story: 'story-1' }),
      ])
      const [kept] = room.library.pins
      await room.close()
      const files = (await readdir(library.folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
      const texts = await Promise.all(
        files.map(async (path) => [path.slice(library.folder.length + 1), await readFile(path, 'latin1')] as const),
      )
      expect({
        clear: texts.filter(([, text]) => text.includes('geheim42')).map(([path]) => path),
        hashed: texts
          .filter(([, text]) => text.includes(kept?.hash ?? '?'))
          .map(([path]) => path)
          .sort(),
        told: [
          told.includes('geheim42'),
          told.includes(kept?.hash ?? '?'),
          told.includes(kept?.salt ?? '?'),
          told.includes('scrypt'),
        ],
        kept: { ...kept, salt: kept?.salt.length, hash: kept?.hash.length },
      }).toEqual({
        clear: [],
        hashed: ['roster.json', 'roster.json.prev', 'roster.json.twin'],
        told: [false, false, false, false],
        kept: { person: 'Ben', algorithm: 'scrypt', n: 65_536, r: 8, p: 1, salt: 32, hash: 64 },
      })
      const again = await desk(await library.open())
      expect([
        await refusal(again.room.pins.check('Ana', 'geheim42')),
        await refusal(again.room.pins.check('Ana', 'Geheim42')),
      ]).toEqual(['done', WRONG])
      await again.room.close()
    } finally {
      await library.remove()
    }
  })
})
