/** The place that the key of the previous source shows belongs to the words as they read then, and signs no others. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ReviewRoom } from '../../../src/renderer/review/ReviewRoom'
import { useStory } from '../../../src/renderer/state'
import { lookKey, foundPlaceKey } from '../../../src/renderer/verdicts/lookKey'
import { usePreviousSource } from '../../../src/renderer/verdicts/usePreviousSource'
import type { FoundPlace } from '../../../src/story/assessment/copy/capturedText'
import { BACKUP, ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, lookAt, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const events = [{ kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP, by: 'Editor' }] as const
const talks = (hours: string) =>
  storyFrom(`Leaders meet\nDeck\nIt ran for {f1:${hours} hours}.`, { f1: 'figure' }, events)
const PLACE = {
  ...{ file: 'a'.repeat(64), fileName: 'pool.txt', locator: '¶ 1', graf: 0, from: 11, to: 19 },
  ...{ before: 'It lasted ', words: '17 hours', after: '.' },
} as FoundPlace

function Key() {
  const { press } = usePreviousSource()
  const fact = useStory(({ assessments }) => assessments[0])
  return (
    <button type="button" onClick={() => fact && press(fact)}>
      same source
    </button>
  )
}

/** The key was pressed once on “17 hours”, and the place is shown. */
async function found(): Promise<FakeWindow & { readonly press: () => Promise<void> }> {
  const fake = fakeWindow({
    story: talks('17'),
    entries: ledgerFrom(events),
    answers: {
      'fact.find': () => did({ sought: '17 hours', places: [PLACE] }),
      'fact.sign': () => did({ entry: 3 }),
    },
  })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Key />)
  const press = async (): Promise<void> => {
    lookAt(fake)
    await act(async () => {
      find('button', 'same source').click()
      await Promise.resolve()
    })
  }
  await press()
  const { panels } = fake.services
  panels.attention.place.store.setState({ shown: foundPlaceKey(panels.store.getState().found), ready: true })
  return { ...fake, press }
}
const asked = ({ asked: all }: FakeWindow): readonly string[] =>
  all.map(({ action }) => action).filter((action) => action === 'fact.find' || action === 'fact.sign')

test('the place of words that somebody changed meanwhile is looked for once more, and not signed', async () => {
  const fake = await found()
  await act(async () => fake.show(talks('70')))
  const { panels } = fake.services
  panels.attention.place.store.setState({ shown: foundPlaceKey(panels.store.getState().found), ready: true })
  await fake.press()
  expect(asked(fake)).toEqual(['fact.find', 'fact.find'])
})

test('the place of words that nobody changed is signed by the next press', async () => {
  const fake = await found()
  await fake.press()
  expect(asked(fake)).toEqual(['fact.find', 'fact.sign'])
})

test('the place leaves the room with the words that it was found for, and the evidence can be looked at', async () => {
  const fake = fakeWindow({ story: talks('17'), entries: ledgerFrom(events) })
  const { panels, newsroom } = fake.services
  const session = newsroom.store.getState().session
  session?.navigation.setCurrent('f1')
  page = await put(fake.services, <ReviewRoom />)
  const look = session?.store.getState().view.assessments.map(lookKey).join() ?? ''
  const shown = { fact: 'f1', look, source: 'pool', sought: '17 hours', places: [PLACE], chosen: 0 }
  await act(async () => panels.store.setState({ found: shown }))
  const tab = (): string | null | undefined => document.querySelector('[role=tab][aria-selected=true]')?.id
  expect(tab()).toMatch(/found$/)
  await act(async () => fake.show(talks('70')))
  expect([panels.store.getState().found, tab()]).toEqual([null, expect.stringMatching(/e1$/)])
})

test('a place that comes after the words changed is not shown', async () => {
  let give = (): void => undefined
  const waits = new Promise<void>((resolve) => {
    give = resolve
  })
  const fake = fakeWindow({
    story: talks('17'),
    entries: ledgerFrom(events),
    answers: { 'fact.find': () => waits.then(() => did({ sought: '17 hours', places: [PLACE] })) },
  })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Key />)
  lookAt(fake)
  await act(async () => {
    find('button', 'same source').click()
    await Promise.resolve()
  })
  await act(async () => {
    fake.show(talks('70'))
    give()
    await waits
  })
  expect([fake.services.panels.store.getState().found, fake.services.notices.store.getState().list.length]).toEqual([
    null,
    1,
  ])
})
