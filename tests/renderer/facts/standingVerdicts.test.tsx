/** A question that was opened on one verdict is answered for that verdict, whatever came meanwhile. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { VERDICTS } from '../../../src/renderer/verdicts/verdicts'
import { useStory } from '../../../src/renderer/state'
import { standingOf } from '../../../src/story/assessment/verdicts/standing'
import type { SignedStatus } from '../../../src/story/ledger/facts/fact'
import { signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, lookAt, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}.'
const first = (status: SignedStatus) => signedOn(PAGE, 'f1', status, [], 'Checker')
const under = (status: SignedStatus) => storyFrom(PAGE, { f1: 'figure' }, first(status))
/** Mira signed Wrong after that. */
const andWrong = (status: SignedStatus) =>
  storyFrom(PAGE, { f1: 'figure' }, [...first(status), ...signedOn(PAGE, 'f1', 'wrong', [], 'Mira')])

function Keys() {
  const { give, takeBack, answer } = useVerdicts()
  const fact = useStory(({ assessments }) => assessments[0])
  const letStand = VERDICTS.find(({ status }) => status === 'letStand')
  const acts = { takeBack, answer, letStand: (of: Parameters<typeof takeBack>[0]) => letStand && give(of, letStand) }
  return Object.entries(acts).map(([name, run]) => (
    <button key={name} type="button" onClick={() => fact && run(fact)}>
      {name}
    </button>
  ))
}

const names = (fake: FakeWindow): readonly string[] => {
  const fact = fake.services.newsroom.store.getState().session?.store.getState().view.assessments[0]
  return fact ? standingOf(fact) : []
}

test.each([
  ['letStand', 'fact.sign', 'verified'],
  ['takeBack', 'fact.withdraw', 'verified'],
  ['answer', 'fact.answer', 'queried'],
] as const)('%s carries the verdict on which its question was opened', async (key, action, status) => {
  const fake = fakeWindow({
    story: under(status),
    answers: {
      'fact.sign': () => did({ entry: 5 }),
      'fact.withdraw': () => did({ status: 'verified', by: 'Checker', words: 'about 100 minutes' }),
      'fact.answer': () => did({}),
    },
  })
  page = await put(fake.services, <Keys />)
  lookAt(fake)
  await act(async () => {
    find('button', key).click()
    await Promise.resolve()
  })
  const seen = names(fake)
  const { ask } = fake.services.panels.store.getState()
  await act(async () => fake.show(andWrong(status)))
  await act(async () => void (await ask?.submit('They said so.', {})))
  const sent = fake.asked.find((one) => one.action === action)?.request as { readonly standing?: readonly string[] }
  expect([seen.length, sent?.standing, names(fake)[0] === seen[0]]).toEqual([1, seen, false])
})
