import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseOwnerMessage } from '../../../../src/ipc/parsers'
import { runAction } from '../../../../src/newsroom/runAction'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { serveOwner } from '../../../../src/newsroom/serveOwner'
import { debounceByHand } from '../../../builders/time/debounceByHand'
import { MemoryStore } from '../../../builders/library/memoryStore'
import type { StoryStore } from '../../../../src/storage/disk/storyStore'
import type { ActionName, AnswerOf, RequestOf } from '../../../../src/story/requests/requests'
import { historyLines } from '../../../../src/story/history/historyLines'
import { throwawayLibrary } from '../../../storage/throwawayLibrary'
import { hashOldPin } from './oldPin'

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
  'refused: That is not the PIN of Ana. Nothing was changed. Try again in a second. If the PIN is forgotten, an editor can reset it.'

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
      { action: 'pin.remove', request: {}, by: 'Ana' },
      { action: 'pin.reset', request: { person: 'Ben' }, by: 'Ana' },
      { action: 'pin.recover', request: { words: 'acme acme', pin: '0000' }, by: 'Ana' },
      { action: 'pin.set', request: { pin: '0000' }, by: 'Ana' },
      { action: 'library.settings', request: { deskOfOne: true }, by: 'Аna' },
      { action: 'story.list', request: {}, by: 'Ana' },
      { ...create, by: 'Reporter' },
      { ...create, by: 'Ana', pin: '4711' },
      { ...create, by: 'Ana', pin: '4712' },
    ])
      codes.push((await owner(message)).ok)
    expect(codes).toEqual([...Array.from({ length: 9 }, () => false), true, true, true, false])
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
        'refused: Ana has a PIN, and no one can act as Ana without it. Nothing was changed.',
        'usage: A PIN has 4 to 12 letters or digits and no spaces. Capital letters matter. Nothing ' + 'was changed.',
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

  it('comes first from an editor, who gets recovery words; others join with a one-time code of an editor', async () => {
    const { act } = await desk()
    await act('Ana', 'roster.add', { name: 'Reporter', role: 'reporter' })
    const early = [
      await refusal(act('Reporter', 'pin.set', { pin: '1234' })),
      await refusal(act('Ana', 'pin.invite', { person: 'Ben' })),
    ]
    const { words = '' } = await act('Ana', 'pin.set', { pin: '4711' })
    const { code } = await act('Ana', 'pin.invite', { person: 'Reporter' })
    const { code: other } = await act('Ana', 'pin.invite', { person: 'Ben' })
    const asked = [
      await refusal(act('Reporter', 'pin.set', { pin: '1234' })),
      await refusal(act('Reporter', 'pin.set', { pin: '1234', code: other })),
      await refusal(act('Ben', 'pin.invite', { person: 'Reporter' })),
      await refusal(act('Ana', 'pin.invite', { person: 'Nobody' })),
      await refusal(act('Ana', 'pin.invite', { person: 'Ana' })),
    ]
    const joined = await act('Reporter', 'pin.set', { pin: '1234', code: code.toLowerCase().replace('-', ' ') })
    expect({
      early: early.map((text) => text.split(':')[1]?.slice(0, 47)),
      words: words.split(' ').length,
      asked: asked.map((text) => text.slice(0, 60)),
      roster: joined.roster,
      again: (await refusal(act('Reporter', 'pin.set', { pin: '9999', code }))).slice(0, 40),
    }).toEqual({
      early: [' An editor must set the first PIN of a library.', ' Ana needs a PIN first, because the code for an'],
      words: 12,
      asked: [
        'usage: Enter the one-time code that an editor made for Repor',
        'refused: That is not the latest one-time code that an editor',
        'refused: Ben has no PIN yet. This library uses PINs: without',
        'usage: Nobody is not on the roster of this library.',
        'usage: Ana already has a PIN. If it is forgotten, reset it.',
      ],
      roster: [
        { name: 'Reporter', role: 'reporter', pin: true },
        { name: 'Ana', role: 'editor', pin: true },
        { name: 'Ben', role: 'editor' },
      ],
      again: 'refused: Reporter has a PIN, and no one ',
    })
  })

  it('that was forgotten is reset by an editor, or opened by recovery words; no ledger tells the PIN', async () => {
    const { room, act } = await desk()
    const { words = '' } = await act('Ana', 'pin.set', { pin: '4711' })
    const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
    await act('Ben', 'pin.set', { pin: '1111', code })
    const key = room.ring.usableKeyOf('Ana')?.id
    const asked = [
      await refusal(act('Reporter', 'pin.reset', { person: 'Ana' })),
      await refusal(act('Ben', 'pin.reset', { person: 'Reporter' })),
      await refusal(act('Ben', 'pin.reset', { person: 'Nobody' })),
      await refusal(act('Ana', 'pin.recover', { words: 'zulu zulu', pin: '2222' })),
    ]
    expect(asked).toEqual([
      'refused: Reporter has no PIN yet. This library uses PINs: without one, a person can only write, tag and ask queries. Ask an editor for a one-time code.',
      'usage: Reporter has no PIN.',
      'usage: Nobody is not on the roster of this library.',
      'refused: Those are not the recovery words of Ana. Nothing was changed. Another editor with a PIN can reset it.',
    ])
    await act('Ana', 'pin.recover', { words: ` ${words.toUpperCase()} `, pin: '2222' })
    const recovered = [await refusal(room.pins.check('Ana', '2222')), room.ring.usableKeyOf('Ana')?.id === key]
    const reset = await act('Ben', 'pin.reset', { person: 'Ana' })
    await act('Ana', 'pin.set', { pin: '3333', code: reset.code })
    expect([
      recovered,
      await refusal(act('Ana', 'pin.recover', { words, pin: '5555' })),
      room.ring.usableKeyOf('Ana')?.id === key,
      historyLines(await act('Ben', 'library.history', {}), (id) => id)
        .filter(({ entry }) => entry.kind === 'pinSet' || entry.kind === 'pinRemoved' || entry.kind === 'invited')
        .map(({ entry, did }) => `${entry.by} ${did}`),
    ]).toEqual([
      ['done', true],
      'refused: Those are not the recovery words of Ana. Nothing was changed. Another editor with a PIN can reset it.',
      false,
      [
        'Ana set a PIN',
        'Ben gave Ana a one-time code for a PIN',
        'Ben removed the PIN of Ana',
        'Ana changed their PIN',
        'Ben set a PIN',
        'Ana gave Ben a one-time code for a PIN',
        'Ana set a PIN',
      ],
    ])
  })

  it('is given up by its owner, but not by the last editor who has one', async () => {
    const { room, act } = await desk()
    await act('Ana', 'pin.set', { pin: '4711' })
    const last = await refusal(act('Ana', 'pin.remove', { was: '4711' }))
    const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
    await act('Ben', 'pin.set', { pin: '1111', code })
    await act('Ana', 'pin.remove', { was: '4711' })
    expect([last.slice(0, 44), room.onRoster('Ana'), await refusal(room.pins.check('Ana', undefined))]).toEqual([
      'refused: Ana is the last editor with a PIN. ',
      { name: 'Ana', role: 'editor' },
      'done',
    ])
  })

  it('from before keys is taken over when it is given: then it opens a key', { timeout: 60_000 }, async () => {
    const library = await throwawayLibrary()
    try {
      const store = await library.open()
      const old = hashOldPin('Ana', '4711')
      await store.writeRoster([{ name: 'Reporter' }, { name: 'Ana', role: 'editor' }], [old])
      const room = await Newsroom.open({ store, clock: { now: () => '2026-10-30T09:00:00Z' }, ids: sequentialIds })
      const before = [room.library.pins.length, room.ring.usableKeyOf('Ana')?.grade]
      const proof = await room.pins.check('Ana', '4711')
      expect([
        before,
        room.library.pins,
        room.pins.holds('Ana', proof),
        room.ring.usableKeyOf('Ana')?.grade,
        room.onRoster('Ana'),
        await refusal(room.pins.check('Ana', '4711')),
      ]).toEqual([[1, undefined], [], true, 'pin', { name: 'Ana', role: 'editor', pin: true }, 'done'])
      await room.close()
    } finally {
      await library.remove()
    }
  })

  it.each([
    ['before', ['Ben', 'Ana']],
    ['after', ['Ana']],
  ])(
    'of another person from before keys, given %s the first PIN of an editor, ends with that: a code lets them in',
    { timeout: 60_000 },
    async (_when, given) => {
      const library = await throwawayLibrary()
      try {
        const store = await library.open()
        const pins = [hashOldPin('Ana', '4711'), hashOldPin('Ben', '0815')]
        await store.writeRoster([{ name: 'Ana', role: 'editor' }, { name: 'Ben' }], pins)
        let now = Date.parse('2026-10-30T09:00:00Z')
        const clock = { now: () => new Date((now += 1000)).toISOString() }
        const room = await Newsroom.open({ store, clock, ids: sequentialIds })
        const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>) =>
          runAction(room, by, action, request)
        for (const name of given) await room.pins.check(name, name === 'Ana' ? '4711' : '0815')
        const without = [
          room.library.roster,
          room.library.pins,
          room.library.losses,
          room.ring.usableKeyOf('Ben'),
          await room.pins.check('Ben', '0815'),
          await refusal(act('Ben', 'library.settings', { historyLimit: 1 })),
        ]
        const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
        await act('Ben', 'pin.set', { pin: '0815', code })
        expect([...without, room.ring.usableKeyOf('Ben')?.grade, room.onRoster('Ben')]).toEqual([
          [{ name: 'Ana', role: 'editor', pin: true }, { name: 'Ben' }],
          [],
          [],
          undefined,
          undefined,
          expect.stringMatching(/^refused: Ben has no PIN yet/) as string,
          'pin',
          { name: 'Ben', pin: true },
        ])
        await room.close()
      } finally {
        await library.remove()
      }
    },
  )

  it('leaves the roles to editors, and joining to everybody', async () => {
    const { room, act } = await desk()
    await act('Ana', 'roster.add', { name: 'Reporter', role: 'reporter' })
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
      'refused: Reporter has no PIN yet. This library uses PINs',
      'done',
      'refused: Ana is the last editor with a PIN. Without one',
    ])
    expect(room.onRoster('Ana')).toEqual({ name: 'Ana', role: 'editor', pin: true })
  })

  it('leaves an editor who has one: another role waits until a second editor has a PIN, and keeps its own', async () => {
    const { room, act } = await desk()
    await act('Ana', 'roster.add', { name: 'Ben', role: 'editor' })
    await act('Ana', 'pin.set', { pin: '4711' })
    const toLegal = () => refusal(act('Ana', 'roster.add', { name: 'Ana', role: 'legal' }))
    expect(await toLegal()).toMatch(
      /^refused: Ana is the last editor with a PIN\. Without one, no one could let others/,
    )
    const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
    await act('Ben', 'pin.set', { pin: '1111', code })
    expect(await toLegal()).toBe('done')
    expect([room.onRoster('Ana'), room.pins.holds('Ana', undefined)]).toEqual([
      { name: 'Ana', role: 'legal', pin: true },
      false,
    ])
    expect(await refusal(act('Ben', 'roster.add', { name: 'Ben', role: 'reporter' }))).toMatch(
      /^refused: Ben is the last/,
    )
  })

  it(
    'is on disk only as a key that it encrypts, and survives a new role and a repair',
    { timeout: 60_000 },
    async () => {
      const library = await throwawayLibrary()
      try {
        const { room, act } = await desk(await library.open())
        await act('Ana', 'pin.set', { pin: 'geheim42' })
        const { code } = await act('Ana', 'pin.invite', { person: 'Ben' })
        await act('Ben', 'pin.set', { pin: '1111', code })
        await act('Ben', 'roster.add', { name: 'Ana', role: 'checker' })
        await act('Ana', 'story.create', {})
        await act('Reporter', 'library.doctor', { repair: true })
        await room.rewriteDesk('Editor')
        const told = JSON.stringify([
          await act('', 'roster.list', {}),
          await act('', 'library.history', {}),
          room.desk().roster,
          await act('', 'story.show', { story: 'story-1' }),
        ])
        const kept = room.library.keys?.keys.find(({ person }) => person === 'Ana')
        await room.close()
        const files = (await readdir(library.folder, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
        const texts = await Promise.all(
          files.map(async (path) => [path.slice(library.folder.length + 1), await readFile(path, 'latin1')] as const),
        )
        const sealed = kept?.underPin?.sealed ?? '?'
        const holders = texts.filter(([, text]) => text.includes(sealed)).map(([path]) => path)
        expect({
          clear: texts.filter(([, text]) => text.includes('geheim42') || text.includes(code)).map(([path]) => path),
          elsewhere: holders.filter((path) => !path.startsWith('keys.json')),
          told: [told.includes('geheim42'), told.includes(sealed), told.includes(kept?.underPin?.salt ?? '?')],
          kept: { ...kept, id: '', underPin: kept?.underPin?.algorithm, underWords: kept?.underWords?.algorithm },
        }).toEqual({
          clear: [],
          elsewhere: [],
          told: [false, false, false],
          kept: { id: '', person: 'Ana', underPin: 'argon2id-aes-256-gcm', underWords: 'argon2id-aes-256-gcm' },
        })
        const again = {
          room: await Newsroom.open({
            store: await library.open(),
            clock: { now: () => '2026-10-30T09:00:00Z' },
            ids: sequentialIds,
          }),
        }
        expect([
          await refusal(again.room.pins.check('Ana', 'geheim42')),
          await refusal(again.room.pins.check('Ana', 'Geheim42')),
        ]).toEqual(['done', WRONG])
        await again.room.close()
      } finally {
        await library.remove()
      }
    },
  )
})
