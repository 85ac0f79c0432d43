/**
 * Machines that trust each other and have one story. They are made once for each number of machines; each history gets
 * copies of their libraries and opens them: the same libraries, without the time to make keys again.
 */
import type * as Y from 'yjs'
import { MemoryStore } from '../../builders/library/memoryStore'
import { Chain } from '../../../src/story/trust/chain'
import { editList, insertPicture, insertTable } from '../../builders/copy/shapes'
import { bundleOf } from '../merge/bundleOf'
import { machine, trust, type Machine, type Moments } from '../merge/machines'
import { merge } from '../merge/twoMachines'
import { windowOn } from '../newsDesk'

export const PEOPLE = ['Ana', 'Ben', 'Cho', 'Dov', 'Eve'] as const
/** Works on one machine only: gives roles and ends trust there. */
export const deskOf = (name: string): string => `Desk of ${name}`

/** Grafs that no step changes: what is signed on them lapses by backing, sources and roles alone. */
export const STILL = ['Rents climbed 7 points.', 'Fuel slipped 8 points.']
export const STILL_FACTS = ['7 points', '8 points']
const WORDS = [
  'The deal cost 100 won and took 20 days.',
  'Trade rose by 30 percent in the year.',
  'Nobody said how many left.',
  'Ships wait in the port.',
  'Trains stand in the station.',
  ...STILL,
]
const CELLS = ['The year', 'The trade', 'It was 2019', 'about 40 percent']

/** A machine, the person who writes on it, and its place among all. */
export interface Seat {
  readonly here: Machine
  readonly by: string
  readonly index: number
}

export interface Desk {
  readonly seats: readonly Seat[]
  readonly story: string
  /** The story as every machine has it. */
  readonly begun: Uint8Array
}

/** Does an edit at a window, as keys do it: it is never refused. */
export async function atWindow<T>(here: Machine, story: string, by: string, change: (doc: Y.Doc) => T): Promise<T> {
  const window = await windowOn(here as never, story, by)
  const open = await here.room.storyNow(story)
  let answer: T | undefined
  const update = window.type((doc) => {
    answer = change(doc)
  })
  await open.applyWindowUpdate(update, by)
  return answer as T
}

interface Made {
  readonly story: string
  readonly begun: Uint8Array
  readonly libraries: readonly { readonly store: MemoryStore; readonly by: string; readonly asked: number }[]
}
const made = new Map<number, Promise<Made>>()

/** Fresh machines. Whoever takes them closes them. */
export async function readyMachines(count: number): Promise<Desk> {
  const known = made.get(count) ?? make(count)
  made.set(count, known)
  const { story, begun, libraries } = await known
  const seats: Seat[] = []
  for (const [index, { store, by, asked }] of libraries.entries())
    seats.push({ here: await machine(index + 1, [[by, 'editor']], copyOf(store), { asked }), by, index })
  return { seats, story, begun }
}

async function make(count: number): Promise<Made> {
  const seats: (Seat & { readonly store: MemoryStore; readonly moments: Moments })[] = []
  for (const [index, by] of PEOPLE.slice(0, count).entries()) {
    const [store, moments] = [new MemoryStore(by), { asked: 0 }]
    const people = [by, deskOf(by)].map((name) => [name, 'editor'] as const)
    seats.push({ here: await machine(index + 1, people, store, moments), by, index, store, moments })
  }
  for (const { here, by } of seats)
    for (const { here: there, by: person } of seats)
      if (there !== here) for (const name of [person, deskOf(person)]) await trust(by, here, name, there, 'editor')
  const { here: first, by: ana } = seats[0] as Seat
  const bytes = new TextEncoder().encode(WORDS.join('\n\n'))
  const { id: story } = await first.act(ana, 'story.import', { name: 'a.txt', bytes })
  await atWindow(first, story, ana, (doc) => {
    for (const block of [3, 4]) editList(doc, 'bullet', block, 0)
    insertTable(doc, 2, CELLS)
    insertPicture(doc, 5, 'The port seen from the sea')
  })
  for (const text of [...STILL_FACTS, '100 won', '30 percent', 'about 40 percent'])
    await first.act(ana, 'fact.tag', { story, text, type: 'figure' })
  await first.act(ana, 'story.move', { story, to: 'filed' })
  const begun = await bundleOf(first, ana, story)
  for (const { here, by } of seats.slice(1)) await merge(here, by, begun)
  for (const { here } of seats) await here.room.close()
  return { story, begun, libraries: seats.map(({ store, by, moments }) => ({ store, by, asked: moments.asked })) }
}

/** The library as it was closed, as another store that is open. */
function copyOf(store: MemoryStore): MemoryStore {
  const copy = new MemoryStore()
  return Object.assign(copy, copied({ ...store, closed: false })) as MemoryStore
}

function copied<T>(value: T): T {
  if (value instanceof Chain) return value.copy() as T
  if (value instanceof Uint8Array) return Uint8Array.from(value) as T
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key as unknown, copied<unknown>(one)])) as T
  if (Array.isArray(value)) return value.map(copied) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copied<unknown>(one)])) as T
}
