import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ReviewHead } from '../../../src/renderer/review/ReviewHead'
import { BACKUP, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type FakeWindow, type Page } from '../fakeWindow'

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

test('words and sentence run as their graf does, so that a score reads as in the copy', async () => {
  const directions = async (graf: string): Promise<readonly unknown[]> => {
    page?.unmount()
    await said(`${HEAD}${graf}`, `${HEAD}${graf}`)
    return [...document.querySelectorAll<HTMLElement>('.review-words, .review-sentence')].map(({ dir }) => dir)
  }
  expect([
    await directions('النتيجة {f1:12 - 15} اليوم.'),
    await directions('It ended {f1:12 - 15} today.'),
    await directions('{f1:12 - 15}'),
  ]).toEqual([['rtl', 'rtl'], ['ltr', 'ltr'], ['ltr']])
})

const SAME = 'It drew {f1:12 people} to the hall.'
const DUPLICATES = `${HEAD}The storm killed {f2:12 people}.\nIt held {f3:12 people} in June.\n${SAME}\n${SAME.replace('f1', 'f4')}`

async function duplicates(): Promise<FakeWindow> {
  const types = Object.fromEntries(['f1', 'f2', 'f3', 'f4'].map((id) => [id, 'figure' as const]))
  const fake = fakeWindow({ story: storyFrom(DUPLICATES, types) })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  fake.services.panels.setReview(true)
  page = await put(fake.services, <ReviewHead />)
  return fake
}

test('the place that one key signs too comes first, before those that need their own verdict', async () => {
  await duplicates()
  const parts = [...document.querySelectorAll('.related-places > *')].map(
    (part) => part.querySelector('.serif')?.textContent ?? part.textContent,
  )
  expect([parts, document.querySelectorAll('.related-places li').length]).toEqual([
    [
      'The same statement in 3 other places; one key signs both',
      'It drew 12 people to the hall.',
      'The other places are in different sentences. Each needs its own verdict.',
      'The storm killed 12 people.',
    ],
    3,
  ])
})

test('the next fact is shown from its words on, however far the one before was scrolled', async () => {
  const { services } = await duplicates()
  const head = document.querySelector('.review-head')
  if (head) head.scrollTop = 90
  await act(async () => services.newsroom.store.getState().session?.navigation.setCurrent('f2'))
  expect([document.querySelector('.review-head') === head, head?.scrollTop]).toEqual([true, 0])
})
