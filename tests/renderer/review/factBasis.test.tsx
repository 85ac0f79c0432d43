import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ReviewHead } from '../../../src/renderer/review/ReviewHead'
import { BACKUP, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}.'
test('what a verdict rests on stands over the copy while the list of facts is folded, and in the list while it is open', async () => {
  const fake = fakeWindow({
    story: storyFrom(PAGE, { f1: 'figure' }, [
      ...signedOn(PAGE, 'f1', 'queried', [BACKUP]),
      { kind: 'answered', fact: 'f1', text: 'The pool did.', by: 'Reporter' },
    ]),
  })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  fake.services.panels.setReview(true)
  page = await put(fake.services, <ReviewHead />)
  const basis = (): string | undefined => page?.body.querySelector('.review-basis')?.textContent ?? undefined
  expect(basis()).toMatch(/^AnswerThe pool did\. \(Reporter, .*\d\d:\d\d\)$/)
  expect(await axeFaults()).toEqual([])
  await act(async () => fake.services.panels.showTab('facts'))
  expect(basis()).toBeUndefined()
  await act(async () => fake.services.panels.showTab('checks'))
  expect(basis()).toContain('The pool did.')
})
