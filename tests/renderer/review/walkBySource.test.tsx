/** Grouped by their source, a verdict moves its fact into another group. The walk goes on from where the fact was. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { VERDICTS } from '../../../src/renderer/verdicts/verdicts'
import { useStory } from '../../../src/renderer/state'
import { BACKUP, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, put, type Page } from '../fakeWindow'
import { lookKey } from '../../../src/renderer/verdicts/lookKey'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes} in {f2:six years} at {f3:11:01}, with {f4:12 aides}.'
const TYPES = { f1: 'figure', f2: 'figure', f3: 'figure', f4: 'figure' } as const
const backed = [{ kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP }] as const
const before = storyFrom(PAGE, TYPES, backed)
/** f3 rests on the pool report now, as f1 does, and stands beside it. */
const after = storyFrom(PAGE, TYPES, [...backed, ...signedOn(PAGE, 'f3', 'onAuthor', [{ ...BACKUP, id: 'e3' }])])

function Keys() {
  const { give } = useVerdicts()
  const fact = useStory(({ assessments }) => assessments.find(({ id }) => id === 'f3'))
  const onAuthor = VERDICTS.find(({ status }) => status === 'onAuthor')
  return (
    <button type="button" onClick={() => fact && onAuthor && give(fact, onAuthor)}>
      On author
    </button>
  )
}

test('a fact that joins the group of its source takes nobody back to the facts that were skipped', async () => {
  const fake = fakeWindow({
    story: before,
    answers: {
      'fact.sign': () => {
        fake.show(after)
        return did({ entry: 5 })
      },
    },
  })
  const { panels, newsroom } = fake.services
  panels.store.setState({ walk: 'backup' })
  const session = newsroom.store.getState().session
  session?.navigation.setCurrent('f3')
  page = await put(fake.services, <Keys />)
  const fact = session?.store.getState().view.assessments.find(({ id }) => id === 'f3')
  if (!fact) throw new Error('There is no f3.')
  panels.attention.detail.store.setState({ shown: lookKey(fact), ready: true })
  await act(async () => {
    find('button', 'On author').click()
    await Promise.resolve()
  })
  expect(fake.jumps).toEqual([{ kind: 'fact', fact: 'f4' }])
})
