import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, find, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes} in {f2:six years}.', {
  f1: 'figure',
  f2: 'figure',
})

function Next() {
  const { step } = useVerdicts()
  return (
    <button type="button" onClick={() => step(1)}>
      Next
    </button>
  )
}

const said = (fake: FakeWindow): readonly string[] =>
  fake.services.notices.store.getState().list.map(({ text }) => text)

async function next(fake: FakeWindow): Promise<void> {
  page = await put(fake.services, <Next />)
  await act(async () => {
    find('button', 'Next').click()
    await Promise.resolve()
  })
}

test('the last fact of a kind is not called done while it is open', async () => {
  const fake = fakeWindow({ story })
  fake.services.panels.reviewOnly({ story: story.id, title: 'Figures', facts: new Set(['f1']) })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  await next(fake)
  expect(said(fake)).toEqual(['Figures: no other one is open. This one still is.'])
  expect(fake.services.panels.store.getState().only?.title).toBe('Figures')
})

test('the facts of another story are no end of the walk in this one', async () => {
  const fake = fakeWindow({ story })
  fake.services.panels.reviewOnly({ story: 'another', title: 'Figures', facts: new Set(['x']) })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  await next(fake)
  expect(said(fake)).toEqual([])
  expect(fake.jumps).toEqual([{ kind: 'fact', fact: 'f2' }])
})

const walk = async (from: string, facts = story): Promise<FakeWindow> => {
  const fake = fakeWindow({ story: facts })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent(from)
  fake.services.notices.say('Look at each piece of evidence. This is 2 of 2. Then press the key again.')
  await next(fake)
  return fake
}

test('what was said of a fact leaves with the step to the next one', async () => {
  const fake = await walk('f1')
  expect([said(fake), fake.jumps]).toEqual([[], [{ kind: 'fact', fact: 'f2' }]])
})

test('a step from the last open fact to the first one says so', async () => {
  const fake = await walk('f2')
  expect([said(fake), fake.jumps]).toEqual([
    ['That was the last open fact. The walk continues with the first one.'],
    [{ kind: 'fact', fact: 'f1' }],
  ])
})

test('the only open fact is not called done while it is open', async () => {
  const fake = await walk('f1', storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }))
  expect([said(fake), fake.jumps]).toEqual([['No other fact is open. This one still is.'], []])
})
