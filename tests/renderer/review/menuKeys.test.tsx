/** Letters in an open menu choose its items. None is a key of review. */
import { afterEach, expect, test } from 'vitest'
import { useReviewKeys } from '../../../src/renderer/review/useReviewKeys'
import { lookKey } from '../../../src/renderer/verdicts/lookKey'
import { BACKUP, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, press, put, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
  { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
])

function Room() {
  useReviewKeys()
  return (
    <>
      <div role="menu">
        <div role="menuitem" tabIndex={-1}>
          Agreement
        </div>
      </div>
      <div role="listbox">
        <div role="option" tabIndex={-1} aria-selected="false">
          Author
        </div>
      </div>
      <p>Beside</p>
    </>
  )
}

test.each([
  ['an item of a menu', '[role=menuitem]', 'Agreement', 'a', []],
  ['an option of a list', '[role=option]', 'Author', 'a', []],
  ['the room', 'p', 'Beside', 'a', ['onAuthor']],
])('a letter typed at %s', async (_where, selector, name, key, signs) => {
  const fake = fakeWindow({ story, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  fake.services.panels.setReview(true)
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Room />)
  const [fact] = fake.services.newsroom.store.getState().session?.store.getState().view.assessments ?? []
  fake.services.panels.attention.detail.store.setState({ shown: fact ? lookKey(fact) : null, ready: true })
  await press(find(selector, name), key, { code: `Key${key.toUpperCase()}` })
  expect(
    fake.asked
      .filter(({ action }) => action === 'fact.sign')
      .map(({ request }) => (request as { readonly status: string }).status),
  ).toEqual(signs)
})
