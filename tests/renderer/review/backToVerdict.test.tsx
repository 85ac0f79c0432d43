/** A wrong key in review: the way back to the fact that was just signed, and out of its verdict, by keys. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { ReviewKeyId } from '../../../src/ipc/commands'
import { DockQuestion } from '../../../src/renderer/review/dock/DockQuestion'
import { useReviewActs } from '../../../src/renderer/review/useReviewActs'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { ledgerFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, put, refused, type, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes} in {f2:six years} on {f3:Friday}.'
const events = [
  ...signedOn(PAGE, 'f1', 'verified'),
  ...signedOn(PAGE, 'f3', 'verified', [], 'Legal'),
  ...signedOn(PAGE, 'f2', 'wrong', []),
]
const story = storyFrom(PAGE, { f1: 'figure', f2: 'figure', f3: 'date' }, events)

function Keys({ keys }: { readonly keys: readonly ReviewKeyId[] }) {
  const actOf = useReviewActs()
  const { step } = useVerdicts()
  return (
    <>
      {keys.map((key) => (
        <button key={key} type="button" onClick={() => actOf(key)?.()}>
          {key}
        </button>
      ))}
      <button type="button" onClick={() => step(1, 'f3')}>
        after the verdict
      </button>
      <DockQuestion />
    </>
  )
}

const DONE = did({ status: 'verified', by: 'Checker', words: 'about 100 minutes' } as const)

async function review(current: string, answer = DONE, facts = story): Promise<FakeWindow> {
  const fake = fakeWindow({ story: facts, entries: ledgerFrom(events), answers: { 'fact.withdraw': () => answer } })
  act(() => fake.services.panels.setReview(true))
  fake.services.newsroom.store.getState().session?.navigation.setCurrent(current)
  page = await put(fake.services, <Keys keys={['review.back', 'review.takeBack']} />)
  return fake
}
const said = (fake: FakeWindow): readonly string[] =>
  fake.services.notices.store.getState().list.map(({ text }) => text)

test('goes to the fact of this person’s last verdict, then to the one before it, and says when there is none', async () => {
  const fake = await review('f3')
  await click(find('button', 'review.back'))
  expect(fake.jumps).toEqual([{ kind: 'fact', fact: 'f2' }])
  act(() => fake.services.newsroom.store.getState().session?.navigation.setCurrent('f2'))
  await click(find('button', 'review.back'))
  expect(fake.jumps.slice(1)).toEqual([{ kind: 'fact', fact: 'f1' }])
  act(() => fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1'))
  await click(find('button', 'review.back'))
  expect([fake.jumps.length, said(fake)]).toEqual([2, ['You gave no verdict before this one.']])
})

test('takes the verdict back with a reason, asked over the dock, and keeps the reason when it is refused', async () => {
  const fake = await review('f2', refused('Only Editor or another editor may take it back.'))
  await click(find('button', 'review.takeBack'))
  await type(find('textarea', 'Why you take the verdict back (kept in the history)'), 'Wrong key.')
  await click(find('button', /^Take back/u))
  expect(fake.asked.filter(({ action }) => action === 'fact.withdraw')).toMatchObject([
    { request: { fact: 'f2', reason: 'Wrong key.' } },
  ])
  expect(said(fake)).toEqual(['Only Editor or another editor may take it back.'])
  expect(find<HTMLTextAreaElement>('textarea', /^Why you take/u).value).toBe('Wrong key.')
})

test('a fact without a verdict has none to take back', async () => {
  const fake = await review('f1', DONE, storyFrom(PAGE, { f1: 'figure' }))
  await click(find('button', 'review.takeBack'))
  expect([said(fake), fake.services.panels.store.getState().ask]).toEqual([
    ['This fact has no verdict to take back.'],
    null,
  ])
})

test('after the last verdict the window says that no fact is open', async () => {
  const fake = await review('f3', DONE, storyFrom('Leaders meet\nDeck\nThey met.'))
  await click(find('button', 'after the verdict'))
  expect(said(fake)).toEqual(['No open facts left.'])
})
