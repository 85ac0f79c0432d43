/** What a window is told of a library that it only reads. */
import { expect, test } from 'vitest'
import type { CallContext } from '../../src/main/calls/callContext'
import { DeskFeed } from '../../src/main/calls/desk/deskFeed'
import { startup } from '../../src/main/calls/startup'
import type { WindowSession } from '../../src/main/windows/windows'
import { newsDesk } from '../newsroom/newsDesk'

async function begun(readOnly: CallContext['readOnly']) {
  const { room } = await newsDesk()
  const context = {
    ...{ newsroom: room, desk: new DeskFeed(room), readOnly, assisted: () => false },
    remembered: { value: { positions: {}, zoom: 1, theme: 'system' } },
  }
  const session = { person: 'Reporter', drafts: new Map() }
  const begins = await startup(context as unknown as CallContext, session as unknown as WindowSession)
  return { readOnly: begins.readOnly, writableAgain: begins.writableAgain }
}

test('a window begins with why the library is read only, and whether it can be written again', async () => {
  expect([
    await begun(undefined),
    await begun({ why: 'A command has it.', isFree: false }),
    await begun({ why: 'It can be written again.', isFree: true }),
  ]).toEqual([
    { readOnly: undefined, writableAgain: undefined },
    { readOnly: 'A command has it.', writableAgain: undefined },
    { readOnly: 'It can be written again.', writableAgain: true },
  ])
})
