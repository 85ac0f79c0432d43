/** The facts of a story that opens are assessed in short steps: keys come through the same process. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newDoc } from '../../../src/document/createStoryDoc'
import { replaceText } from '../../../src/document/editStory'
import { inSteps } from '../../../src/newsroom/environment/inSteps'
import type { OpenStory } from '../../../src/newsroom/replica/openStory'
import { StoryReading } from '../../../src/newsroom/replica/storyReading'
import { busanDesk } from '../newsDesk'

let desk: Awaited<ReturnType<typeof busanDesk>>
let open: OpenStory

beforeEach(async () => {
  desk = await busanDesk()
  const { act, story, room } = desk
  for (const text of ['Busan', 'about 100 minutes', 'They left separately'])
    await act('Reporter', 'fact.tag', { story, text, type: 'figure' })
  expect(await room.restStories(() => new Set()).look(performance.now() + 150_000)).toEqual([story])
  open = await room.story(story)
})
afterEach(() => {
  vi.restoreAllMocks()
  return desk.room.close()
})

const readAgain = (): StoryReading =>
  new StoryReading(open.doc, {
    ...{ id: open.id, guid: open.guid, created: open.created },
    ledger: () => open.ledger,
    losses: () => [],
    unproven: () => [],
    assessing: () => desk.room.desk(),
  })

const retype = (words: string): Promise<void> =>
  open.edit('Reporter', (doc) => replaceText(doc, { block: 3, from: 19, to: 36 }, words)).saved

/** Whether the facts read as in a story that is read for the first time. */
const areAsRead = (reading: StoryReading): void => expect(reading.assessments()).toEqual(readAgain().assessments())

test('one fact at a time, and the answer is the same', () => {
  const reading = readAgain()
  expect([...reading.assessAhead()]).toHaveLength(4)
  areAsRead(reading)
  expect([...reading.assessAhead()]).toEqual([])
})

test('words that change meanwhile are read as they are then', async () => {
  const reading = readAgain()
  const ahead = reading.assessAhead()
  for (let step = 0; step < 3; step++) ahead.next()
  await retype('nearly two hours')
  reading.forget()
  expect([...ahead]).toHaveLength(4)
  areAsRead(reading)
  expect(reading.assessments().map(({ words }) => words)).toContain('nearly two hours')
})

test('nothing is left to do when somebody has asked for the facts', () => {
  const reading = readAgain()
  const ahead = reading.assessAhead()
  ahead.next()
  reading.assessments()
  expect([...ahead]).toEqual([])
})

/** A clock by which each step takes longer than others should wait. */
const slowSteps = (): void => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10))
}

test('others have their turn between the steps', async () => {
  slowSteps()
  const order: string[] = []
  const work = ['first', 'second', 'third'].values()
  const steps: Iterator<void> = {
    next() {
      const { value, done } = work.next()
      if (value !== undefined) order.push(value)
      return { value: undefined, done: done === true }
    },
  }
  const other = (): void => {
    if (order.push('other') < 6) setImmediate(other)
  }
  setImmediate(other)
  await inSteps(steps)
  expect(order.slice(0, 5)).toEqual(['first', 'other', 'second', 'other', 'third'])
})

test('a key is on the disk before the look at an opened story is over', async () => {
  const doc = newDoc(await open.join('Reporter'))
  Y.applyUpdate(doc, open.state())
  const before = Y.encodeStateVector(doc)
  replaceText(doc, { block: 0, from: 0, to: 0 }, 'x')
  slowSteps()
  const order: string[] = []
  const { saving } = open
  const { settle } = saving
  vi.spyOn(saving, 'settle').mockImplementation((options) => {
    order.push('looked')
    return settle.call(saving, options)
  })
  desk.settle.now()
  setImmediate(() => {
    void open.applyWindowUpdate(Y.encodeStateAsUpdate(doc, before), 'Reporter').then(() => order.push('typed'))
  })
  await vi.waitFor(() => expect(order).toContain('looked'))
  expect(order).toEqual(['typed', 'looked'])
})
