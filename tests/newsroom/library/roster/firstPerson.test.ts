/** The first person of a library is its editor, and stays one when others are named. */
import { expect, test } from 'vitest'
import { debounceByHand } from '../../../builders/time/debounceByHand'
import { withSeen } from '../../seen'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { runAction } from '../../../../src/newsroom/runAction'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { roleOf, type Person } from '../../../../src/story/desk/roster'
import type { ActionName, RequestOf } from '../../../../src/story/requests/requests'

async function desk(roster?: readonly Person[]) {
  const store = new MemoryStore('Ann')
  if (roster) await store.writeRoster(roster, [])
  const room = await Newsroom.open({
    store,
    clock: { now: () => '2026-10-30T09:00:00.000Z' },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>) =>
    runAction(room, by, action, request)
  const events = () =>
    room.ledger.entries.flatMap((entry) =>
      entry.kind === 'roleChanged'
        ? [`${entry.by}: ${entry.person} from “${entry.from}” to “${entry.to}”`]
        : entry.kind === 'personAdded'
          ? [`${entry.by}: ${entry.person} is “${entry.role}”`]
          : [],
    )
  return { room, act, events }
}

test('a new library says that its first person is the editor', async () => {
  const { room } = await desk()
  expect(room.library.roster).toEqual([{ name: 'Ann', role: 'editor' }])
})

test('the first person stays an editor when another one is named, and can take back what was a mistake', async () => {
  const { room, act } = await desk()
  await act('Ann', 'roster.add', { name: 'Eve', role: 'editor' })
  await act('Ann', 'roster.add', { name: 'Eve', role: 'reporter' })
  expect(room.library.roster).toEqual([
    { name: 'Ann', role: 'editor' },
    { name: 'Eve', role: 'reporter' },
  ])
})

test('in a library of an earlier build, the role of its first person is noted before the first other role', async () => {
  const { room, act, events } = await desk([{ name: 'Ann' }])
  await act('Ben', 'roster.add', { name: 'Ben' })
  expect(room.library.roster).toEqual([{ name: 'Ann' }, { name: 'Ben' }])
  await act('Ann', 'roster.add', { name: 'Ben', role: 'editor' })
  await act('Ben', 'roster.add', { name: 'Cho', role: 'checker' })
  await act('Ann', 'roster.add', { name: 'Dan', role: 'legal' })
  expect(room.library.roster).toEqual([
    { name: 'Ann', role: 'editor' },
    { name: 'Ben', role: 'editor' },
    { name: 'Cho', role: 'checker' },
    { name: 'Dan', role: 'legal' },
  ])
  expect(events()).toEqual([
    'Ben: Ben is “”',
    'Ann: Ann from “” to “editor”',
    'Ann: Ben from “” to “editor”',
    'Ben: Cho is “checker”',
    'Ann: Dan is “legal”',
  ])
})

test('the first person of such a library may take another role, and is then what it says when there is an editor', async () => {
  const { room, act } = await desk([{ name: 'Ann' }])
  await act('Ann', 'roster.add', { name: 'Ann', role: 'reporter' })
  expect(roleOf('Ann', room.library.roster)).toBe('editor')
  await act('Ann', 'roster.add', { name: 'Eve', role: 'editor' })
  expect(room.library.roster.map(({ name }) => [name, roleOf(name, room.library.roster)])).toEqual([
    ['Ann', 'reporter'],
    ['Eve', 'editor'],
  ])
})

test('a let stand of the first person goes on counting when another editor is named', async () => {
  const { room, act } = await desk([{ name: 'Ann' }, { name: 'Ben' }])
  const bytes = new TextEncoder().encode('Ferry sails\n\nDeck\n\nIt carried about 100 people.')
  const { id: story } = await act('Ben', 'story.import', { name: 'a.txt', bytes })
  const { id: fact } = await act('Ben', 'fact.tag', { story, text: 'about 100 people', type: 'figure' })
  const verdict = { story, fact, status: 'letStand', reason: 'The harbour says so.' } as const
  await act('Ann', 'fact.sign', await withSeen(room, 'fact.sign', verdict))
  const status = async () => (await room.story(story)).assessment(fact).status
  expect(await status()).toBe('letStand')
  await act('Ann', 'roster.add', { name: 'Eve', role: 'editor' })
  expect(await status()).toBe('letStand')
})
