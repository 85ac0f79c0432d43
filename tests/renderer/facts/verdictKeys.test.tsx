import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { AskForm } from '../../../src/renderer/facts/forms/AskForm'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { partKey, WORDS_PART } from '../../../src/renderer/verdicts/lookKey'
import { LOOK } from '../../../src/renderer/state/stores/attention'
import { VERDICTS } from '../../../src/renderer/verdicts/verdicts'
import { useStory } from '../../../src/renderer/state'
import { signView } from '../../builders/stories/signedView'
import { BACKUP, storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, lookAt, put, type, type Page } from '../fakeWindow'

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
  lookAt(fake)
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

test('a verdict says which place in the same context it did not sign, because it was not on the screen', async () => {
  const words = 'It drew {f1:12 people} at noon.'
  const same = storyFrom(`Leaders meet\nDeck\n${words}\n${words.replace('f1', 'f2')}`, { f1: 'figure', f2: 'figure' }, [
    { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
  ])
  const fake = fakeWindow({ story: same, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  page = await put(fake.services, <Keys />)
  lookAt(fake)
  await click(find('button', 'Verified'))
  expect([
    fake.asked.flatMap(({ action, request }) => (action === 'fact.sign' ? Object.keys(request as object) : [])),
    fake.services.notices.store.getState().list.map(({ text }) => text),
  ]).toEqual([
    ['story', 'fact', 'seen', 'standing', 'status'],
    ['1 other place in the same context was not on the screen, so it is not signed.'],
  ])
})

test.each([
  ['with evidence', story, 'They are verified when another person accepts them.'],
  [
    'without evidence',
    storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }),
    'Without it, the fact reads “Re-check” after another person accepts the words.',
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
  lookAt(fake)
  await act(async () => {
    find('button', 'Wrong').click()
    await Promise.resolve()
  })
  expect(document.querySelector('.fact-ask')?.textContent).toContain(said)
})

const QUOTATION = ['Then {f1:“We agreed,”} he said.', '“We agreed,”'] as const
const NAME = ['The makers, {f1:Acme,} disagree.', 'Acme,'] as const
test.each([
  ['a whole quotation', QUOTATION, '“We lost,”', '“We lost'],
  ['a quotation without its closing mark', QUOTATION, '“We lost', '“We lost'],
  ['a quotation with straight marks', QUOTATION, '"We lost,"', '“We lost'],
  ['a quotation with another point and no mark', QUOTATION, 'We lost.', 'We lost'],
  ['the words as they are', QUOTATION, '“We agreed,”', undefined],
  ['a name that ends with a period', NAME, 'Acme Inc.', 'Acme Inc.'],
  ['a name with what closes it here', NAME, 'Acme Inc., ', 'Acme Inc.'],
])(
  '%s as the right words loses only what closes the words in the copy, and has their opening mark',
  async (_what, [copy, now], typed, proposed) => {
    const fake = fakeWindow({
      story: storyFrom(`Leaders meet\nDeck\n${copy}`, { f1: 'quote' }, [
        { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
      ]),
      answers: { 'fact.sign': () => did({ entry: 3 }) },
    })
    page = await put(
      fake.services,
      <>
        <Keys />
        <AskForm />
      </>,
    )
    lookAt(fake)
    await click(find('button', 'Wrong'))
    const [reason, words] = ['textarea', 'input'].map((field) =>
      document.querySelector<HTMLInputElement>(`.fact-ask ${field}`),
    )
    if (!reason || !words) throw new Error('There is no form.')
    expect(words.value).toBe(now)
    await type(reason, 'The tape says otherwise.')
    await type(words, typed)
    await click(find('.fact-ask-foot button', /^Wrong/))
    expect(
      fake.asked
        .filter(({ action }) => action === 'fact.sign')
        .map(({ request }) => (request as { proposed?: string }).proposed),
    ).toEqual([proposed])
  },
)

test.each([
  ['Query', 'Question to the author', 'queried'],
  ['Let stand', 'Why you let it stand (printed on the fact sheet)', 'letStand'],
  ['Unverifiable', 'What was tried', 'unverifiable'],
])(
  '“%s” on a fact with a verdict against it asks one thing, and says that it is the reason',
  async (key, label, status) => {
    const [evidence, signed] = signView('It ran for {f:100 minutes}.', { type: 'figure' })
    if (!evidence || signed?.kind !== 'signed') throw new Error('Nothing was signed.')
    const against = storyFrom('Talks end\nNo text\nIt ran for {f:100 minutes}.', { f: 'figure' }, [
      evidence,
      { ...signed, status: 'wrong', reason: 'It was 90.' },
    ])
    const fake = fakeWindow({ story: against, answers: { 'fact.sign': () => did({ entry: 4 }) } })
    page = await put(
      fake.services,
      <>
        <Keys />
        <AskForm />
      </>,
    )
    lookAt(fake)
    await act(async () => {
      find('button', key).click()
      await Promise.resolve()
    })
    const form = document.querySelector('.fact-ask')
    expect([...(form?.querySelectorAll('textarea') ?? [])].map((field) => field.labels[0]?.textContent)).toEqual([
      label,
    ])
    expect(form?.textContent).toContain(
      'Replaces “Wrong” by Editor. What you write here stays in the history as the reason.',
    )
    const { ask } = fake.services.panels.store.getState()
    expect([ask?.optional, await ask?.submit('How long was it?', {})]).toEqual([false, true])
    expect(fake.asked.filter(({ action }) => action === 'fact.sign').map(({ request }) => request)).toMatchObject([
      { status, reason: 'How long was it?' },
    ])
  },
)

test('a key on a fact that has only just been shown signs nothing and says so', async () => {
  const fake = fakeWindow({ story, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  page = await put(fake.services, <Keys />)
  const press = async (): Promise<void> =>
    act(async () => {
      find('button', 'Verified').click()
      await Promise.resolve()
    })
  await press()
  expect(fake.asked.filter(({ action }) => action === 'fact.sign')).toEqual([])
  expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual([
    'This has only just appeared. Look at it, then press the key again.',
  ])
  lookAt(fake)
  await press()
  expect(fake.asked.filter(({ action }) => action === 'fact.sign')).toHaveLength(1)
})

test('a key that asks something first opens its form at once; sent before anybody could look, it signs nothing', async () => {
  const fake = fakeWindow({ story, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  page = await put(fake.services, <Keys />)
  const asked = async (label: string) => {
    await act(async () => {
      find('button', label).click()
      await Promise.resolve()
    })
    return fake.services.panels.store.getState().ask
  }
  const signed = () => fake.asked.filter(({ action }) => action === 'fact.sign')
  const early = await asked('Query')
  expect([early?.action, await early?.submit('Who says so?', {}), signed()]).toEqual(['Query', false, []])
  expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual([
    'This has only just appeared. Look at it, then press the key again.',
  ])
  lookAt(fake)
  const late = await asked('Query')
  expect([await late?.submit('Who says so?', {}), signed().length]).toEqual([true, 1])
})

test('a fact that was verified before is verified again after its words changed', async () => {
  const then = signView('It ran for {f:90 minutes}.', { type: 'figure' })
  const changed = storyFrom('Talks end\nNo text\nIt ran for {f:100 minutes}.', { f: 'figure' }, then)
  const fake = fakeWindow({ story: changed, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  page = await put(fake.services, <Keys />)
  lookAt(fake)
  await act(async () => {
    find('button', 'Verified').click()
    await Promise.resolve()
  })
  expect(fake.asked.filter(({ action }) => action === 'fact.sign')).toHaveLength(1)
})

test('a tick on two pieces of evidence is signed once each was seen: the key brings the other one', async () => {
  const both = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
    { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
    { kind: 'evidenceAdded', fact: 'f1', evidence: { ...BACKUP, id: 'e2', locator: '¶ 9' } },
  ])
  const fake = fakeWindow({ story: both, answers: { 'fact.sign': () => did({ entry: 4 }) } })
  page = await put(fake.services, <Keys />)
  lookAt(fake)
  const { panels, notices, newsroom } = fake.services
  const press = async (label: string) => {
    await act(async () => {
      find('button', label).click()
      await Promise.resolve()
    })
    return fake.asked.filter(({ action }) => action === 'fact.sign').map(({ request }) => request)
  }
  expect(await press('Verified')).toEqual([])
  expect(panels.store.getState().piece).toEqual({ fact: 'f1', evidence: 'e2' })
  expect(notices.store.getState().list.map(({ text }) => text)).toEqual([
    'Look at each piece of evidence. This is 2 of 2. Then press the key again.',
  ])
  const [fact] = newsroom.store.getState().session?.store.getState().view.assessments ?? []
  if (!fact) throw new Error('There is no fact.')
  vi.useFakeTimers()
  for (const id of ['e1', 'e2']) {
    panels.attention.piece.show(null)
    panels.attention.piece.show(partKey(fact, id))
    vi.advanceTimersByTime(LOOK)
  }
  vi.useRealTimers()
  // The words are scrolled away.
  panels.attention.words.store.setState({ shown: null, ready: false })
  expect(await press('Verified')).toEqual([])
  panels.attention.words.store.setState({ shown: partKey(fact, WORDS_PART), ready: true })
  expect(await press('Verified')).toMatchObject([{ fact: 'f1', status: 'verified' }])
})
