/** A tick in “Nothing to check” holds for the places that were there when it was set. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { NothingToCheck } from '../../../src/renderer/checks/groups/NothingToCheck'
import { storyFrom } from '../../builders/stories/storyFrom'
import { all, click, did, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const ONE = 'Head\nDeck\nThen Cho Min-ah met him.'
const boxes = () => all<HTMLInputElement>('input[type=checkbox]', /./)
const mark = () => click(find('.dialog-foot button', /^Nothing to check/))

async function ticked(then: string) {
  const fake = fakeWindow({
    story: storyFrom(ONE),
    answers: {
      'finding.dismissTogether': ({ findings }) =>
        did({ dismissed: findings.map(({ rule, key }) => ({ rule, key })), refused: [] }),
    },
  })
  fake.services.panels.open({ kind: 'nothingToCheck', of: 'names' })
  page = await put(fake.services, <NothingToCheck />)
  for (const box of boxes()) await click(box)
  await act(async () => fake.show(storyFrom(then)))
  return fake
}
const dismissed = (fake: Awaited<ReturnType<typeof ticked>>): readonly number[] =>
  fake.asked
    .filter(({ action }) => action === 'finding.dismissTogether')
    .map(({ request }) => (request as { readonly findings: readonly unknown[] }).findings.length)

test.each([
  ['the same name in another sentence', `${ONE}\nLater Cho Min-ah denied that.`],
  ['other words around the name', 'Head\nDeck\nThen Cho Min-ah never met him.'],
])('%s, which came after the tick, has to be ticked', async (_what, then) => {
  const fake = await ticked(then)
  expect(boxes().map(({ checked }) => checked)).toEqual([false])
  await mark()
  expect(dismissed(fake)).toEqual([])
  for (const box of boxes()) await click(box)
  await mark()
  expect(dismissed(fake)).toEqual([1])
})

test('a tick on a place that stays as it was holds', async () => {
  const fake = await ticked(`${ONE}\nThe rain went on.`)
  await mark()
  expect(dismissed(fake)).toEqual([1])
})
