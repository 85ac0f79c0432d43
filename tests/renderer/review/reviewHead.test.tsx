import { afterEach, expect, test } from 'vitest'
import { ReviewHead } from '../../../src/renderer/review/ReviewHead'
import { BACKUP, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

/** The words over the copy, signed and now, or the words alone. */
async function said(signed: string, now: string): Promise<readonly (string | null)[]> {
  const fake = fakeWindow({ story: storyFrom(now, { f1: 'figure' }, signedOn(signed, 'f1', 'verified', [BACKUP])) })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  fake.services.panels.setReview(true)
  page = await put(fake.services, <ReviewHead />)
  return [...page.body.querySelectorAll('.review-old, .review-words')].map(({ textContent }) => textContent)
}
const HEAD = 'Leaders meet\nDeck\n'

test('a digit that touches the tag stands in the words of now: the editor reads what readers read', async () => {
  expect(await said(`${HEAD}It held {f1:12 ships}.`, `${HEAD}It held 1{f1:12 ships}.`)).toEqual([
    '12 ships',
    '112 ships',
  ])
})

test('words that did not change stand alone, with their closing quotation mark', async () => {
  const copy = `${HEAD}He called it {f1:“a very long day.”}`
  expect(await said(copy, copy)).toEqual(['“a very long day.”'])
})
