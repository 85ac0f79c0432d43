/** A person leaves the desk: what they signed stays signed, and they cannot act any more. */
import { describe, expect, it } from 'vitest'
import { parseOwnerMessage } from '../../../../src/ipc/parsers'
import { mustAsk, personOf, provenPerson } from '../../../../src/main/calls/whoActs'
import { serveOwner } from '../../../../src/newsroom/serveOwner'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { historyLines } from '../../../../src/story/history/historyLines'
import { busanDesk, newsDesk, standing } from '../../newsDesk'
import { machine } from '../../merge/machines'
import { bothTrust, handOver, merge, shown, two, verify } from '../../merge/twoMachines'

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ reason, message }: { reason: string; message: string }) => `${reason}: ${message}`,
  )
const KIM = { person: 'Kim Min' }
const LEFT =
  'refused: Kim Min has left the desk. Nothing was changed. An editor can bring Kim Min back under Settings, Roster.'

/** The story of Busan with a figure that Kim Min, a checker, has verified. */
async function checked() {
  const desk = await busanDesk()
  const { story, pool, act } = desk
  await act('Editor', 'roster.add', { name: 'Kim Min', role: 'checker' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
  await act('Kim Min', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source: pool, locator: '¶ 3', stance: 'supports', quote: '' } as never,
  })
  await act('Kim Min', 'fact.sign', { story, fact, status: 'verified' })
  return { ...desk, fact, owner: serveOwner(desk.room, parseOwnerMessage) }
}

/** Editor and Kim Min have PINs. Kim, an editor with recovery words, set the first one. */
async function withPins() {
  const desk = await newsDesk()
  const { act, room } = desk
  await act('Editor', 'roster.add', { name: 'Kim Min', role: 'editor' })
  const { words = '' } = await act('Kim Min', 'pin.set', { pin: '4711' })
  const { code } = await act('Kim Min', 'pin.invite', { person: 'Editor' })
  await act('Editor', 'pin.set', { pin: '0815', code })
  return { ...desk, words, owner: serveOwner(room, parseOwnerMessage) }
}

describe('A person who has left', () => {
  it('has their verdicts count as before, and their name on the roster', async () => {
    const desk = await checked()
    const before = await standing(desk, desk.story)
    const { roster } = await desk.act('Editor', 'roster.leave', KIM)
    expect([before, await standing(desk, desk.story), roster.at(-1)]).toEqual([
      ['about 100 minutes: verified'],
      ['about 100 minutes: verified'],
      { name: 'Kim Min', role: 'checker', left: true },
    ])
  })

  it('cannot act in a window, at the command line or by joining again, and can read', async () => {
    const { act, owner, room, story, fact } = await checked()
    const session = { person: 'Kim Min', proof: undefined }
    const before = [provenPerson(room, session), mustAsk(room, session)]
    await act('Editor', 'roster.leave', KIM)
    const by = 'Kim Min'
    const sent = [
      await owner({ action: 'fact.withdraw', request: { story, fact, reason: 'A slip.' }, by }),
      await owner({ action: 'story.create', request: {}, by }),
      await owner({ action: 'roster.add', request: { name: 'Kim Min' }, by }),
      await owner({ action: 'pin.set', request: { pin: '4711' }, by }),
      await owner({ action: 'story.list', request: {}, by }),
    ]
    expect(sent.map((reply) => (reply.ok ? 'done' : `${reply.reason}: ${reply.message}`))).toEqual([
      ...Array.from({ length: 4 }, () => LEFT),
      'done',
    ])
    expect([before, provenPerson(room, session), mustAsk(room, session)]).toEqual([['Kim Min', false], undefined, true])
    expect(() => personOf(room, session)).toThrow(LEFT.replace('refused: ', ''))
  })

  it('is given nothing by others: no role, no code, no pen, no bundle', async () => {
    const { act, story } = await checked()
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'roster.leave', KIM)
    const others = [
      act('Editor', 'roster.add', { name: 'Kim Min', role: 'editor' }),
      act('Editor', 'story.movePen', { story, to: 'Kim Min' }),
      act('Editor', 'story.handOver', { stories: [story], for: ['Kim Min'] }),
    ]
    expect(await Promise.all(others.map(refusal))).toEqual([LEFT, LEFT, LEFT])
  })

  it('loses the PIN and the key, and recovery words open nothing', { timeout: 60_000 }, async () => {
    const { act, room, owner, words } = await withPins()
    await act('Editor', 'roster.leave', KIM)
    const by = 'Kim Min'
    const sent = [
      await owner({ action: 'story.create', request: {}, by, pin: '4711' }),
      await owner({ action: 'pin.recover', request: { words, pin: '2222' }, by }),
    ]
    expect({
      sent: sent.map((reply) => (reply.ok ? 'done' : reply.message)),
      key: room.ring.usableKeyOf('Kim Min'),
      stored: room.library.keys?.keys.filter(({ person }) => person === 'Kim Min'),
      roster: room.library.roster.at(-1),
      said: historyLines(await act('Editor', 'library.history', {}), (id) => id)
        .slice(0, 3)
        .map(({ entry, did }) => `${entry.by} ${did}`),
    }).toEqual({
      sent: [LEFT.replace('refused: ', ''), LEFT.replace('refused: ', '')],
      key: undefined,
      stored: [],
      roster: { name: 'Kim Min', role: 'editor', left: true },
      said: [
        'Editor retired a key of Kim Min',
        'Editor removed the PIN of Kim Min',
        'Editor noted that Kim Min has left the desk',
      ],
    })
  })

  it('cannot use a code from before, not even after coming back', { timeout: 60_000 }, async () => {
    const { act, room } = await withPins()
    const { code } = await act('Editor', 'pin.reset', KIM)
    await act('Editor', 'roster.leave', KIM)
    const gone = [
      await refusal(act('Kim Min', 'pin.set', { pin: '1111', code })),
      await refusal(act('Editor', 'pin.invite', KIM)),
    ]
    await act('Editor', 'roster.return', KIM)
    const old = await refusal(act('Kim Min', 'pin.set', { pin: '1111', code }))
    const { code: fresh } = await act('Editor', 'pin.invite', KIM)
    await act('Kim Min', 'pin.set', { pin: '1111', code: fresh })
    expect([gone, old, room.library.roster.at(-1)]).toEqual([
      [LEFT, LEFT],
      'refused: First, an editor with a PIN must give Kim Min a one-time code. Nothing was changed.',
      { name: 'Kim Min', role: 'editor', pin: true },
    ])
  })

  it('gets no PIN that was being set meanwhile', { timeout: 60_000 }, async () => {
    const { act, room } = await newsDesk()
    await act('Editor', 'roster.add', { name: 'Kim Min', role: 'editor' })
    const setting = refusal(act('Kim Min', 'pin.set', { pin: '4711' }))
    await act('Editor', 'roster.leave', KIM)
    expect([await setting, room.library.roster.at(-1)]).toEqual([LEFT, { name: 'Kim Min', role: 'editor', left: true }])
  })

  it('comes back with role and history, without a PIN, and acts again', async () => {
    const { act, room, story } = await checked()
    await act('Editor', 'roster.leave', KIM)
    const { roster } = await act('Editor', 'roster.return', KIM)
    await act('Kim Min', 'comment.add', { story, text: 'Back.' })
    expect([
      roster.at(-1),
      historyLines(await act('Editor', 'library.history', {}), (id) => id)
        .map(({ entry, did }) => `${entry.by} ${did}`)
        .filter((line) => /desk$/.test(line)),
      mustAsk(room, { person: 'Kim Min', proof: undefined }),
    ]).toEqual([
      { name: 'Kim Min', role: 'checker' },
      ['Editor brought Kim Min back to the desk', 'Editor noted that Kim Min has left the desk'],
      false,
    ])
  })
})

describe('That a person has left', () => {
  it('is said by an editor, of somebody else who is there, and the last editor stays', async () => {
    const { act } = await newsDesk()
    const early = [
      await refusal(act('Legal', 'roster.leave', { person: 'Reporter' })),
      await refusal(act('Editor', 'roster.leave', { person: 'Nobody' })),
      await refusal(act('Editor', 'roster.leave', { person: 'Editor' })),
      await refusal(act('Editor', 'roster.return', { person: 'Reporter' })),
    ]
    await act('Editor', 'roster.add', { name: 'Kim Min', role: 'editor' })
    const own = await refusal(act('Editor', 'roster.leave', { person: 'Editor' }))
    await act('Editor', 'roster.leave', KIM)
    const late = [
      await refusal(act('Editor', 'roster.leave', KIM)),
      await refusal(act('Kim Min', 'roster.return', KIM)),
      await refusal(act('Editor', 'roster.add', { name: 'Editor', role: 'reporter' })),
    ]
    expect([early, own, late]).toEqual([
      [
        'refused: Only an editor can change the roster; Legal is a legal reader on it.',
        'usage: Nobody is not on the roster of this library.',
        'refused: Editor is the last editor of this library. Without one, no one could clear a story or change the roster. Nothing was changed. Make another person an editor first.',
        'refused: Reporter has not left the desk. Nothing was changed.',
      ],
      'refused: Only another editor can say that you have left. Nothing was changed.',
      [
        'refused: Kim Min has already left the desk. Nothing was changed.',
        LEFT,
        'refused: Editor is the last editor of this library who has not left. Nothing was changed. Make another person an editor first.',
      ],
    ])
  })

  it('is not said of the first person while only the first person is an editor', async () => {
    const { act } = await machine(1, [], new MemoryStore('Ana'))
    await act('Ana', 'roster.add', { name: 'Ben' })
    const asked = [
      await refusal(act('Ben', 'roster.leave', { person: 'Ana' })),
      await refusal(act('Ana', 'roster.leave', { person: 'Ana' })),
    ]
    await act('Ana', 'roster.add', { name: 'Ben', role: 'editor' })
    await act('Ben', 'roster.leave', { person: 'Ana' })
    asked.push(await refusal(act('Ben', 'roster.add', { name: 'Ben', role: 'reporter' })))
    expect(asked.map((text) => text.slice(0, 60))).toEqual([
      'refused: Only an editor can change the roster; Ben is a repo',
      'refused: Ana is the last editor of this library. Without one',
      'refused: Ben is the last editor of this library who has not ',
    ])
  })

  it('is said of one of two editors who say it of each other', async () => {
    const { act, room } = await newsDesk()
    await act('Editor', 'roster.add', { name: 'Kim Min', role: 'editor' })
    const said = await Promise.all([
      refusal(act('Editor', 'roster.leave', KIM)),
      refusal(act('Kim Min', 'roster.leave', { person: 'Editor' })),
    ])
    expect([said, room.library.roster.filter(({ left }) => left).map(({ name }) => name)]).toEqual([
      ['done', LEFT],
      ['Kim Min'],
    ])
  })

  it('needs the PIN of an editor where there are PINs, so the last PIN stays', { timeout: 60_000 }, async () => {
    const { act } = await withPins()
    await act('Editor', 'roster.add', { name: 'Ben', role: 'editor' })
    expect(await refusal(act('Ben', 'roster.leave', KIM))).toContain('Ben has no PIN yet.')
  })
})

describe('The computer of a person who has left', () => {
  it('signs nothing that counts here from then on, and is not trusted again', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await desk.act('Lee', 'roster.leave', { person: 'Kim' })
    await verify(train, 'Kim', story, fact)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const { card, code } = await train.act('Kim', 'device.card', {})
    expect({
      here: (await shown(desk, story)).facts,
      there: (await shown(train, story)).facts,
      trusted: (await desk.act('Lee', 'device.list', {})).map(({ person }) => person),
      apart: (await desk.act('Lee', 'story.apart', { story })).entries.map(({ by, did }) => `${by} ${did}`),
      again: (await refusal(desk.act('Lee', 'device.trust', { card, code, role: 'none' }))).slice(0, 32),
    }).toEqual({
      here: ['about 100 minutes: toCheck'],
      there: ['about 100 minutes: verified'],
      trusted: [],
      apart: ['Kim added evidence', 'Kim signed Verified'],
      again: 'refused: Kim has left the desk. ',
    })
  })

  it('keeps what it signed before', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await desk.act('Lee', 'roster.leave', { person: 'Kim' })
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
  })
})
