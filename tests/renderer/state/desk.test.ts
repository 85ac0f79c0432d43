/** A window has the desk whole from its start, and hears only what changed. */
import { expect, test } from 'vitest'
import type { DeskNews, DeskFacts } from '../../../src/ipc/deskFacts'
import type { Startup } from '../../../src/ipc/startup'
import type { StorySession } from '../../../src/renderer/state/session/storySession'
import { DESK, did, fakeWindow, STARTUP } from '../fakeWindow'

const LEGAL = { name: 'Legal', role: 'legal' } as const
const WORD = { id: 'word-1', list: 'name', words: 'Busan', source: 'Desk', by: 'Editor', at: '' } as const

const change = (since: number, at: number, parts: Partial<DeskFacts>, gone: DeskNews['gone'] = []): DeskNews => ({
  ...{ since, at, parts, gone },
})

/** A window and the desks that its open story was told. `missed`: what main answers when it is asked. */
function open(missed?: (at: number) => DeskNews) {
  const fake = fakeWindow({
    calls: missed ? { deskSince: ({ at }) => did(missed(at)) } : {},
    startup: { deskAt: 4 },
    desk: { ...DESK, beforeFirstPin: true },
  })
  const told: DeskFacts[] = []
  const session = { id: 'a', setDesk: (desk: DeskFacts) => void told.push(desk), autosave: { flush: () => undefined } }
  const { newsroom } = fake.services
  newsroom.store.setState({ session: session as unknown as StorySession })
  return { ...fake, newsroom, told, desk: () => newsroom.store.getState().desk }
}

test('what a change does not name stays the same object, in the window and in its story', () => {
  const { tell, told, desk } = open()
  const before = desk()
  const roster = [...before.roster, LEGAL]
  tell('deskChanged', change(4, 5, { roster }))
  expect(desk()).toEqual({ ...before, roster })
  expect([desk().sources === before.sources, desk().settings === before.settings]).toEqual([true, true])
  expect(told).toEqual([desk()])
})

test('a part that is not there any more goes', () => {
  const { tell, desk } = open()
  tell('deskChanged', change(4, 5, { words: [WORD] }, ['beforeFirstPin']))
  expect(desk()).toEqual({ ...DESK, words: [WORD] })
})

test('a window that missed a change asks for all since its last one, and has no old part', async () => {
  const roster = [...DESK.roster, LEGAL]
  const { tell, told, desk, asked } = open((at) => change(at, 6, { roster, words: [WORD] }))
  tell('deskChanged', change(5, 6, { words: [WORD] }))
  expect([desk().roster, desk().words]).toEqual([DESK.roster, undefined])
  await new Promise((answered) => setImmediate(answered))
  expect(desk()).toEqual({ ...DESK, beforeFirstPin: true, roster, words: [WORD] })
  expect([told, asked]).toEqual([[desk()], [{ action: 'deskSince', request: { at: 4 } }]])
})

test('a window asks what changed before it listened, and nothing is no change', async () => {
  const { newsroom, told, desk, asked } = open((at) => change(at, at, {}))
  const before = desk()
  await newsroom.catchUpDesk()
  expect([desk() === before, told, asked]).toEqual([true, [], [{ action: 'deskSince', request: { at: 4 } }]])
})

test('a change that is known already is passed over, however late it comes', () => {
  const { tell, desk } = open()
  const roster = [...DESK.roster, LEGAL]
  tell('deskChanged', change(4, 6, { roster }))
  tell('deskChanged', change(4, 5, { roster: [] }))
  expect(desk().roster).toEqual(roster)
})

test('the whole desk that answers who acts takes back no later change', async () => {
  const begin = { ...STARTUP, deskAt: 4 }
  let answer: Startup = begin
  const { services, tell } = fakeWindow({ calls: { becomePerson: () => did(answer) }, startup: begin })
  const { newsroom } = services
  const roster = [...DESK.roster, LEGAL]
  tell('deskChanged', change(4, 5, { roster }))
  await newsroom.becomePerson('Editor')
  const late = newsroom.store.getState().desk
  answer = { ...begin, desk: { ...DESK, words: [WORD] }, deskAt: 6 }
  await newsroom.becomePerson('Editor')
  expect([late, newsroom.store.getState().desk]).toEqual([
    { ...DESK, roster },
    { ...DESK, words: [WORD] },
  ])
})
