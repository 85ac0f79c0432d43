import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { AskForm } from '../../../src/renderer/facts/forms/AskForm'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { VERDICTS } from '../../../src/renderer/verdicts/verdicts'
import { useStory } from '../../../src/renderer/state'
import { BACKUP, storyFrom } from '../../builders/storyFrom'
import { did, fakeWindow, find, put, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
  { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
])

/** A button for each key of a verdict on the one fact. */
function Keys() {
  const { give } = useVerdicts()
  const fact = useStory(({ assessments }) => assessments[0])
  return fact
    ? VERDICTS.map((verdict) => (
        <button key={verdict.key} type="button" onClick={() => give(fact, verdict)}>
          {verdict.label}
        </button>
      ))
    : null
}

test('a verdict key that comes before the last verdict is signed was meant for the next fact: it signs and asks nothing on this one', async () => {
  const fake = fakeWindow({ story, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  page = await put(fake.services, <Keys />)
  const signed = (): readonly unknown[] =>
    fake.asked
      .filter(({ action }) => action === 'fact.sign')
      .map(({ request }) => (request as { readonly status: string }).status)
  await act(async () => {
    for (const label of ['Verified', 'Verified', 'Wrong', 'On author']) find('button', label).click()
    await Promise.resolve()
  })
  expect([signed(), fake.services.panels.store.getState().ask]).toEqual([['verified'], null])
  // Signed by now: the same fact may be judged anew.
  await act(async () => {
    find('button', 'Wrong').click()
    await Promise.resolve()
  })
  expect([signed(), fake.services.panels.store.getState().ask?.action]).toEqual([['verified'], 'Wrong'])
})

test.each([
  ['with evidence', story, 'they stand verified.'],
  [
    'without evidence',
    storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }),
    'they stand at Re-check when another person accepts them.',
  ],
])('the right words of a fact %s are said to become what they will', async (_how, about, said) => {
  const fake = fakeWindow({ story: about })
  page = await put(
    fake.services,
    <>
      <Keys />
      <AskForm />
    </>,
  )
  await act(async () => {
    find('button', 'Wrong').click()
    await Promise.resolve()
  })
  expect(document.querySelector('.fact-ask')?.textContent).toContain(said)
})
