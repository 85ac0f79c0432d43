/** The key that signs again signs what the person may sign. One message names the other facts, with the reason. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { lookKey } from '../../../src/renderer/verdicts/lookKey'
import { againRow, useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import type { Outcome } from '../../../src/ipc/contract'
import type { AnswerOf } from '../../../src/story/requests/requests'
import { signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt rose for {f1:100 minutes} in {f2:six years}.'
const FACTS = ['f1', 'f2'] as const
/** Editor verified both facts, Checker queried them, and Reporter answered. */
const answered = storyFrom(
  PAGE,
  { f1: 'figure', f2: 'figure' },
  FACTS.flatMap((fact) => [
    ...signedOn(PAGE, fact),
    ...signedOn(PAGE, fact, 'queried', [], 'Checker'),
    { kind: 'answered', fact, text: 'It is.', by: 'Reporter' } as const,
  ]),
)

function Key() {
  const { signAgain } = useVerdicts()
  return (
    <button type="button" onClick={signAgain}>
      Sign again
    </button>
  )
}

/** Presses the key on both facts, whose rows were on the screen long enough. */
async function signsAgain(answer: Outcome<AnswerOf<'fact.signAgain'>>): Promise<FakeWindow> {
  const fake = fakeWindow({ story: answered, answers: { 'fact.signAgain': () => answer } })
  const { panels, newsroom } = fake.services
  page = await put(fake.services, <Key />)
  await act(async () => panels.store.setState({ since: true }))
  for (const fact of newsroom.store.getState().session?.store.getState().view.assessments ?? [])
    panels.attention.row(againRow(fact.id)).store.setState({ shown: lookKey(fact), ready: true })
  await click(find('button', 'Sign again'))
  return fake
}
const asked = (fake: FakeWindow) =>
  fake.asked.map(({ action, request }) => [
    action,
    (request as { readonly facts: readonly { readonly fact: string }[] }).facts.map(({ fact }) => fact),
  ])
const said = ({ services }: FakeWindow) => {
  const { list, announced } = services.notices.store.getState()
  return { notices: list.map(({ tone, text }) => `${tone}: ${text}`), announced }
}
const WROTE = 'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.'

test('all facts that are signed again are counted', async () => {
  const fake = await signsAgain(did({ signed: ['f1', 'f2'], refused: [] }))
  expect(asked(fake)).toEqual([['fact.signAgain', ['f1', 'f2']]])
  expect(said(fake)).toEqual({ notices: [], announced: 'Signed again: 2 facts.' })
})

test('a fact that this person may not sign again is named with the reason, beside the number of signed ones', async () => {
  const fake = await signsAgain(did({ signed: ['f1'], refused: [{ fact: 'f2', why: WROTE }] }))
  expect(said(fake)).toEqual({
    notices: [
      'alert: Signed again: 1 fact. Not signed: “six years”: You wrote these words. ' +
        'Someone else must verify them, or first accept them as a suggestion.',
    ],
    announced: '',
  })
})

test('when this person may sign none of them again, the reason is the message', async () => {
  const fake = await signsAgain(refused(WROTE))
  expect(said(fake)).toEqual({
    notices: ['alert: You wrote these words. Someone else must verify them, or first accept them as a suggestion.'],
    announced: '',
  })
})
