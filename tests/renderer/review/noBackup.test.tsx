import { afterEach, expect, test } from 'vitest'
import { ReviewRoom } from '../../../src/renderer/review/ReviewRoom'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

/** What stands in place of the evidence of a fact that has none. */
async function saidTo(person: string): Promise<string | null | undefined> {
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }),
    person,
  })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  fake.services.panels.setReview(true)
  page = await put(fake.services, <ReviewRoom />)
  return page.body.querySelector('.viewer-note')?.textContent
}

test('a fact without evidence tells an editor how to verify it', async () => {
  expect(await saidTo('Editor')).toBe('No evidence yet. V asks for it and verifies in one step.')
})

test('the author, who cannot verify own words, is told what they can do', async () => {
  expect(await saidTo('Reporter')).toBe(
    'No evidence yet. Add yours with E. You are the author or have a byline. Someone else must verify this.',
  )
})
