/** Libraries on several machines, each in memory, with a clock and ids of its own. */
import { sequentialIds, type Ids } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import type { StoryStore } from '../../../src/storage/disk/storyStore'
import { MemoryStore } from '../../builders/library/memoryStore'
import type { Role } from '../../../src/story/desk/roster'
import type { ActionName, AnswerOf } from '../../../src/story/requests/requests'
import { withSeen, type Unseen } from '../seen'

const START = Date.parse('2026-11-28T09:00:00.000Z')

/** The counted ids of another machine: nothing is made twice. */
const idsOn = (machine: number): Ids => ({
  ...sequentialIds,
  next: (kind, taken) => `${sequentialIds.next(kind, (id) => taken(`${id}-${machine}`))}-${machine}`,
  client: (taken) => sequentialIds.client((client) => taken(client + machine * 100_000)) + machine * 100_000,
  key: (kind, taken) => {
    const mark = (key: string): string => `${machine}${key.slice(1)}`
    return mark(sequentialIds.key(kind, (key) => taken(mark(key))))
  },
})

export interface Moments {
  asked: number
}

export interface Machine {
  readonly room: Newsroom
  readonly store: StoryStore
  readonly settle: ReturnType<typeof debounceByHand>
  /** A verdict that names no view signs the current one. */
  readonly act: <A extends ActionName>(by: string, action: A, request: Unseen<A>) => Promise<AnswerOf<A>>
}

/** The first of the people begins the library. The clock gives each moment once over all machines. */
export async function machine(
  number: number,
  people: readonly (readonly [name: string, role: Role])[],
  store: StoryStore = new MemoryStore(people[0]?.[0]),
  /** How often the clock was asked before: a library that is opened again goes on from there. */
  moments: Moments = { asked: 0 },
): Promise<Machine> {
  const settle = debounceByHand()
  const clock = { now: () => new Date(START + 10 * moments.asked++ + number).toISOString() }
  const room = await Newsroom.open({ store, clock, ids: idsOn(number), debouncer: settle })
  const act: Machine['act'] = async (by, action, request) =>
    runAction(room, by, action, await withSeen(room, action, request))
  const [first = ''] = people[0] ?? []
  // The first person's own line changes nothing. It makes their key.
  for (const [name, role] of people)
    if (name === first || !room.onRoster(name)?.role) await act(first, 'roster.add', { name, role })
  return { room, store, settle, act }
}

/** An editor of one machine trusts somebody's key on another one. */
export async function trust(editor: string, here: Machine, person: string, there: Machine, role: Role): Promise<void> {
  const { card, code } = await there.act(person, 'device.card', {})
  await here.act(editor, 'device.trust', { card, code, role })
}
