/** The answer to a verdict comes late: the person has gone on meanwhile, and stays there. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { Outcome } from '../../../src/ipc/contract'
import type { Assessment } from '../../../src/story/assessment/assessment'
import { useStory } from '../../../src/renderer/state'
import { useVerdicts, type Verdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { VERDICTS } from '../../../src/renderer/verdicts/verdicts'
import { BACKUP, ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, lookAt, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const events = [{ kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP, by: 'Editor' }] as const
const story = storyFrom(
  'Leaders meet\nDeck\nIt ran for {f1:100 minutes} in {f2:six years} on {f3:Friday}.',
  { f1: 'figure', f2: 'figure', f3: 'date' },
  events,
)
const VERIFIED = VERDICTS.find(({ status }) => status === 'verified')
const QUESTION = { fact: 'f3', label: 'Question', action: 'Query', optional: false, submit: async () => true } as const

/** A button for each act on the first fact, and a field somewhere else. */
function Keys() {
  const verdicts = useVerdicts()
  const first = useStory(({ assessments }) => assessments[0])
  const acts: Readonly<Record<string, (verdicts: Verdicts, fact: Assessment) => void>> = {
    sign: ({ give }, fact) => VERIFIED && give(fact, VERIFIED),
    accept: ({ acceptContext }, fact) => acceptContext(fact),
    source: ({ sameSource }, fact) => sameSource(fact),
  }
  return (
    <>
      {Object.entries(acts).map(([name, run]) => (
        <button key={name} type="button" onClick={() => first && run(verdicts, first)}>
          {name}
        </button>
      ))}
      <input aria-label="search" />
    </>
  )
}

/** Presses a key whose answer waits until the returned function gives it. */
async function press(key: string, answer: unknown): Promise<FakeWindow & { readonly answer: () => Promise<void> }> {
  let give = (): void => undefined
  const waits = new Promise<Outcome<never>>((resolve) => {
    give = () => resolve(did(answer) as Outcome<never>)
  })
  const answers = { 'fact.sign': () => waits, 'fact.acceptContext': () => waits, 'fact.find': () => waits }
  const fake = lookAt(fakeWindow({ story, entries: ledgerFrom(events), answers }))
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Keys />)
  await act(async () => {
    find('button', key).focus()
    find('button', key).click()
    await Promise.resolve()
  })
  return {
    ...fake,
    answer: () =>
      act(async () => {
        give()
        await waits
      }),
  }
}

const GOES: readonly (readonly [string, (fake: FakeWindow) => void])[] = [
  ['a field', () => find('input', 'search').focus()],
  ['another fact', ({ services }) => services.newsroom.store.getState().session?.navigation.setCurrent('f3')],
  ['another question', ({ services }) => services.panels.store.setState({ ask: QUESTION })],
  ['another story', ({ services }) => services.newsroom.store.setState({ session: null })],
]

const SIGNING: readonly (readonly [string, unknown])[] = [
  ['sign', { entry: 3 }],
  ['accept', { accepted: ['f1'], refused: [] }],
]

test.each(SIGNING)('%s goes on to the next open fact when it is answered', async (key, answer) => {
  const fake = await press(key, answer)
  expect(fake.jumps).toEqual([])
  await fake.answer()
  expect(fake.jumps).toEqual([{ kind: 'fact', fact: 'f2' }])
})

test.each(SIGNING.flatMap(([key, answer]) => GOES.map(([where, go]) => ({ key, answer, where, go }))))(
  '$key leaves a person who went to $where meanwhile there',
  async ({ key, answer, go }) => {
    const fake = await press(key, answer)
    await act(async () => go(fake))
    const at = document.activeElement
    await fake.answer()
    expect([fake.jumps, document.activeElement === at]).toEqual([[], true])
  },
)

const FOUND = { sought: '100 minutes', places: [], why: 'The pool report does not have these words.' }

test('the previous source says where it has the words, and asks for the place if it has none', async () => {
  const fake = await press('source', FOUND)
  await fake.answer()
  expect(fake.services.panels.store.getState().found).toEqual({
    ...{ fact: 'f1', look: expect.stringContaining('f1') as string, source: 'pool', chosen: null },
    ...FOUND,
  })
})

test.each(GOES)('its late answer asks nothing of a person who went to %s meanwhile', async (_where, go) => {
  const fake = await press('source', FOUND)
  await act(async () => go(fake))
  await fake.answer()
  expect(fake.services.panels.store.getState().found).toBe(null)
})
