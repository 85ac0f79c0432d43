/** The key that accepts a changed sentence accepts the facts that were shown, each with its change, and no others. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { AcceptedTogether } from '../../../src/renderer/review/signed/AcceptedTogether'
import { useStory } from '../../../src/renderer/state'
import { lookKey } from '../../../src/renderer/verdicts/lookKey'
import { acceptedRow } from '../../../src/renderer/verdicts/useAcceptContext'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, lookAt, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const THEN = 'Leaders meet\nDeck\nIt rose for {f1:100 minutes} in {f2:six years}.'
const NOW = 'Leaders meet\nDeck\nIt fell for {f1:100 minutes} in {f2:six years}.'
const TYPES = { f1: 'figure', f2: 'figure' } as const
const lapsed = storyFrom(NOW, TYPES, [...signedOn(THEN, 'f1'), ...signedOn(THEN, 'f2')])
const neighbour = storyFrom(NOW, TYPES, signedOn(THEN, 'f2'))

function Room() {
  const { acceptContext } = useVerdicts()
  const assessments = useStory((story) => story.assessments) ?? []
  const [fact] = assessments
  return fact ? (
    <>
      <button type="button" onClick={() => acceptContext(fact)}>
        Accept
      </button>
      <AcceptedTogether fact={fact} assessments={assessments} />
    </>
  ) : null
}

async function accepts(
  story: typeof lapsed,
  row: 'away' | 'appearing' | 'seen',
  answer = ACCEPTED,
): Promise<FakeWindow> {
  const fake = fakeWindow({ story, answers: { 'fact.acceptContext': () => did(answer) } })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Room />)
  lookAt(fake)
  const second = fake.services.newsroom.store.getState().session?.store.getState().view.assessments[1]
  if (!second) throw new Error('There is no second fact.')
  fake.services.panels.attention.row(acceptedRow('f2')).store.setState({
    shown: row === 'away' ? null : lookKey(second),
    ready: row === 'seen',
  })
  await act(async () => {
    find('button', 'Accept').click()
    await Promise.resolve()
  })
  return fake
}
const ACCEPTED = { accepted: ['f1'], refused: [] as { fact: string; why: string }[] }
const sent = ({ asked }: FakeWindow) =>
  asked
    .filter(({ action }) => action === 'fact.acceptContext')
    .map(({ request }) => (request as { readonly facts: readonly { fact: string }[] }).facts.map(({ fact }) => fact))
const said = (fake: FakeWindow) => fake.services.notices.store.getState().list.map(({ text }) => text)

test('a neighbour whose row was not on the screen is not accepted with it', async () => {
  expect(sent(await accepts(lapsed, 'away'))).toEqual([['f1']])
})

test('a neighbour whose row has only just appeared keeps the key from signing', async () => {
  const fake = await accepts(lapsed, 'appearing')
  expect([sent(fake), said(fake)]).toEqual([[], ['This has only just appeared. Look at it, then press the key again.']])
})

test('a neighbour whose row was on the screen long enough is accepted with it', async () => {
  expect(sent(await accepts(lapsed, 'seen'))).toEqual([['f1', 'f2']])
})

test('on a fact that nobody checked yet the key accepts nothing for its neighbours', async () => {
  expect(sent(await accepts(neighbour, 'seen'))).toEqual([['f1']])
})

test('a row reads what the fact is now, and what changed beside its words', async () => {
  await accepts(lapsed, 'away')
  const row = document.querySelector('.related-places li')?.textContent ?? ''
  expect([row.includes('Re-check'), row.includes('Verified'), row.includes('rose'), row.includes('fell')]).toEqual([
    ...[true, false, true, true],
  ])
})

test('facts that this person may not accept are named', async () => {
  const why = 'Editor may not do that.'
  const fake = await accepts(lapsed, 'seen', { accepted: ['f1'], refused: [{ fact: 'f2', why }] })
  expect(said(fake)).toEqual([expect.stringContaining('Not accepted: “six years”')])
  expect(fake.jumps).toEqual([{ kind: 'fact', fact: 'f2' }])
})
