import { afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStore } from 'zustand'
import { createStoryDoc } from '../../../../../src/document/createStoryDoc'
import type { DeskFacts } from '../../../../../src/ipc/deskFacts'
import { laterChecks } from '../../../../../src/renderer/state/session/laterChecks'
import { SessionReading } from '../../../../../src/renderer/state/session/reading/sessionReading'
import { StoryContents } from '../../../../../src/renderer/state/session/storyContents'
import type { SessionState } from '../../../../../src/renderer/state/session/storyState'
import { copyFrom } from '../../../../builders/copy/copyFrom'
import { ledgerFrom, POOL, signedOn } from '../../../../builders/stories/storyFrom'

const PAGE = `Talks after {six:six years}
Leaders meet
The session ended well.`

const DESK: DeskFacts = {
  roster: [{ name: 'Reporter' }, { name: 'Editor' }],
  settings: { deskOfOne: false },
  sources: [POOL],
}

const MANY = Array.from({ length: 500 }, (_, index) => `more${index}`)
const LONG_PAGE = `${PAGE} ${MANY.map((id) => `{${id}:${id} votes}.`).join(' ')}`

beforeAll(() => laterChecks.load())

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A story without a sheet that is read. The test controls the clock. */
function read(page = PAGE, facts: readonly string[] = ['six']) {
  const doc = createStoryDoc(
    {
      copy: copyFrom(page),
      fields: { slug: 'talks', author: 'Reporter' },
      tags: facts.map((id) => ({ id, type: 'figure', by: 'Reporter', at: '' })),
    },
    1,
    'Reporter',
  )
  const contents = new StoryContents(
    {
      id: 's1',
      guid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      created: '',
      updates: [Y.encodeStateAsUpdate(doc)],
      clientId: 2,
      repairs: [],
      losses: [],
      ledger: JSON.stringify(ledgerFrom(signedOn(PAGE, 'six'))),
      apart: [],
    },
    () => undefined,
  )
  const waiting = { pause: new Set<() => void>(), idle: new Set<() => void>(), task: new Set<() => void>() }
  const queue = (steps: Set<() => void>, step: () => void): (() => void) => {
    const once = (): void => {
      steps.delete(once)
      step()
    }
    steps.add(once)
    return () => void steps.delete(once)
  }
  const reading = new SessionReading({
    contents,
    desk: DESK,
    editor: () => null,
    store: () => store,
    bridge: {
      call: () => {
        throw new Error('These facts rest on no file.')
      },
    },
    clock: {
      after: (_ms, step) => queue(waiting.pause, step),
      afterFrame: () => {
        throw new Error('No letter is typed without a sheet.')
      },
      whenIdle: (step) => queue(waiting.idle, () => step(() => false)),
      nextTask: (step) => queue(waiting.task, () => step(() => false)),
    },
  })
  const store = createStore<Pick<SessionState, 'view' | 'stale'>>(() => ({ view: reading.state(false), stale: false }))
  stops.push(() => reading.stop())
  const status = (): string | undefined => store.getState().view.assessments.find(({ id }) => id === 'six')?.status
  const next = (steps: Set<() => void>): boolean => {
    const [step] = steps
    step?.()
    return step !== undefined
  }
  return {
    ...{ reading, store, status },
    pause: () => next(waiting.pause),
    rest: () => next(waiting.idle),
    task: () => next(waiting.task),
    left: () => waiting.pause.size + waiting.idle.size + waiting.task.size,
  }
}

test('The lists follow somebody who pauses behind each letter for less time than the graf is read in.', () => {
  const { reading, store, pause, task } = read(`${PAGE} Slowly typed.`)
  reading.changed()
  reading.changed()
  // The one that is due without a pause.
  pause()
  let letters = 0
  while (store.getState().stale && letters < 100) {
    task()
    if (!store.getState().stale) break
    reading.changed()
    pause()
    letters++
  }
  expect({ stale: store.getState().stale, judged: store.getState().view.judged, typed: letters > 1 }).toEqual({
    stale: false,
    judged: true,
    typed: true,
  })
})

test('Facts are known at once, and the verdict once the window was idle.', () => {
  const { reading, store, status, rest } = read()
  const first = { status: status(), judged: store.getState().view.judged }
  reading.begin()
  while (rest());
  expect({ first, judged: store.getState().view.judged }).toEqual({
    first: { status: 'verified', judged: false },
    judged: true,
  })
})

test('After a change the lists are marked as older, and follow in a pause.', () => {
  const { reading, store, pause, task } = read()
  const before = store.getState().view
  reading.changed()
  const marked = { stale: store.getState().stale, same: store.getState().view === before }
  pause()
  while (task());
  expect({ marked, stale: store.getState().stale, same: store.getState().view === before }).toEqual({
    marked: { stale: true, same: true },
    stale: false,
    same: false,
  })
})

test('What was typed is read in many short tasks before the lists follow, and none of it is read again for them.', () => {
  const words = (n: number): string => `The ${n}th harbour council met on May ${n}.`
  const { reading, store, pause, task } = read(`Talks after {six:six years}\n${words(3)}\n${words(4)}`)
  reading.changed()
  pause()
  const steps: boolean[] = []
  while (task()) steps.push(store.getState().stale)
  expect([steps.length > 10, steps.slice(0, -1).every((stale) => stale), steps.at(-1)]).toEqual([true, true, false])
  // The same words once more: nothing is left to read, so one task is enough.
  reading.changed()
  pause()
  task()
  expect([store.getState().stale, task()]).toEqual([false, false])
})

test('Lists that are asked for at once do not wait for the tasks, and no task is left.', () => {
  const { reading, store, pause, left } = read(`Talks after {six:six years}\nThe mayor spoke on June 9.`)
  reading.changed()
  pause()
  reading.refresh()
  expect([store.getState().stale, store.getState().view.judged, left()]).toEqual([false, true, 0])
})

test('More than 500 facts are read one by one, and a pause of typing meanwhile does not read them at once.', () => {
  const { reading, store, status, pause, rest } = read(LONG_PAGE, ['six', ...MANY])
  reading.begin()
  rest()
  reading.changed()
  pause()
  const meanwhile = { status: status(), assessed: store.getState().view.assessed }
  while (rest());
  expect({ meanwhile, status: status(), judged: store.getState().view.judged }).toEqual({
    meanwhile: { status: undefined, assessed: false },
    status: 'verified',
    judged: true,
  })
})

test('Another source book is read at once, and other parts of the desk not at all.', () => {
  const { reading, store, status } = read()
  const before = store.getState().view
  reading.setDesk({ ...DESK, losses: [] })
  const same = store.getState().view === before
  reading.setDesk({ ...DESK, sources: [] })
  expect({ same, status: status() }).toEqual({ same: true, status: 'reCheck' })
})

test('A reading that is stopped leaves nothing that runs later.', () => {
  const { reading, left } = read(LONG_PAGE, ['six', ...MANY])
  reading.begin()
  reading.changed()
  const waits = left()
  reading.stop()
  expect([waits, left()]).toEqual([3, 0])
})
