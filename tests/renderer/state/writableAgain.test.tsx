/** A window that only reads is told that its library can be written again. */
import { expect, test, vi } from 'vitest'
import type { Bridge, EventName, Events, Outcome } from '../../../src/ipc/contract'
import type { Startup } from '../../../src/ipc/startup'
import { startWindow } from '../../../src/renderer/state/startWindow'
import { did, refused, STARTUP } from '../fakeWindow'

const AGAIN = 'The library can be written again.'

async function windowWith(startup: Partial<Startup>) {
  const asked: string[] = []
  const listening = new Map<EventName, (event: never) => void>()
  const bridge: Bridge = {
    call: (name) => {
      asked.push(name)
      const answer: Outcome<unknown> = name === 'startup' ? did({ ...STARTUP, ...startup }) : refused('Not here.')
      return Promise.resolve(answer as Outcome<never>)
    },
    on: (name, listener) => {
      listening.set(name, listener)
      return () => undefined
    },
  }
  const started = await startWindow(bridge, Promise.resolve())
  if (!started.ok) throw new Error(started.message)
  // What comes after the start is a script of its own.
  await vi.dynamicImportSettled()
  const { newsroom, notices } = started.value
  const tell = <E extends EventName>(name: E, event: Events[E]): void => listening.get(name)?.(event as never)
  const said = () => notices.store.getState().list.map(({ text, act, lasting }) => [text, act?.label, lasting])
  return { asked, newsroom, notices, said, tell }
}

test('a lasting notice offers to start again, and the strip above the sheet says the same', async () => {
  const { asked, newsroom, notices, said, tell } = await windowWith({ readOnly: 'A command has it.' })
  expect(said()).toEqual([])
  tell('writableAgain', { readOnly: AGAIN })
  notices.settle()
  expect([newsroom.store.getState().readOnly, said()]).toEqual([AGAIN, [[AGAIN, 'Restart now', true]]])
  expect(asked).not.toContain('startAgain')
  notices.store.getState().list[0]?.act?.run()
  expect(asked).toContain('startAgain')
})

test('a window that opens later begins with the notice', async () => {
  const { said, tell } = await windowWith({ readOnly: AGAIN, writableAgain: true })
  expect(said()).toEqual([[AGAIN, 'Restart now', true]])
  // The event may come as well, when it was sent while the window began.
  tell('writableAgain', { readOnly: AGAIN })
  expect(said()).toEqual([[AGAIN, 'Restart now', true]])
})
