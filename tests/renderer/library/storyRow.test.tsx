import { afterEach, expect, it, onTestFinished } from 'vitest'
import { StoryRow } from '../../../src/renderer/library/list/row/StoryRow'
import { setDeskClock } from '../../../src/renderer/state/stores/deskClock'
import type { StorySummary } from '../../../src/story/requests/requests'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { focusPlace } from '../../../src/renderer/ui/focus/focusService'
import { storyFrom } from '../../builders/stories/storyFrom'
import { act, type ReactNode } from 'react'
import { fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const STORY: StorySummary = {
  id: 's1',
  slug: 'busan',
  headline: 'Talks',
  stage: 'draft',
  version: 1,
  facts: {},
  words: 3,
  wordTarget: 0,
  embargo: '',
  updated: '2026-10-30T08:00:00Z',
}
const rowOf = (story: StorySummary): ReactNode => (
  <ul>
    <StoryRow
      story={story}
      place={{ offset: 0, number: 1, of: 1, top: 0 }}
      isActive
      onFocus={() => undefined}
      selectOne={() => undefined}
      selectTo={() => undefined}
    />
  </ul>
)

it.each([
  ['2026-10-30T18:01:00+09:00', true],
  ['2026-10-30T18:00:00+09:00', false],
  ['', false],
])('a row with embargo “%s” at 09:00 UTC is marked: %s', async (embargo, marked) => {
  setDeskClock({ now: '2026-10-30T09:00:00.000Z', ids: 'random' })
  onTestFinished(() => setDeskClock({ now: new Date().toISOString(), ids: 'random' }))
  page = await put(fakeWindow().services, rowOf({ ...STORY, embargo }))
  expect(page.body.textContent?.includes('Embargo')).toBe(marked)
})

it('goes to the words of the open story by Enter; a click leaves the keyboard in the list', async () => {
  const fake = fakeWindow({ story: storyFrom('Talks\nDeck\nThey met.') })
  const open = fake.services.newsroom.store.getState().session?.id ?? ''
  const opened: string[] = []
  Object.assign(fake.services.newsroom, { openStory: async (id: string) => opened.push(id) > 0 })
  page = await put(
    fake.services,
    <>
      <textarea aria-label="Story" ref={focusPlace(PLACES.sheet)} />
      {rowOf({ ...STORY, id: open })}
    </>,
  )
  const row = find('.story-open', /Talks/)
  const places: (string | null | undefined)[] = []
  // What a browser says of a click by mouse, and of one by Enter.
  for (const detail of [1, 0]) {
    act(() => row.focus())
    await act(async () => void row.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail })))
    places.push(document.activeElement?.tagName)
  }
  expect(places).toEqual(['BUTTON', 'TEXTAREA'])
  // It opens all the same: the place that was searched for is shown.
  expect(opened).toEqual([open, open])
})

it('names a story that cannot be read as such, and not as one without a headline', async () => {
  const rows: readonly (readonly [story: StorySummary, name: string])[] = [
    [{ ...STORY, headline: '', unavailable: 'Its file is damaged.' }, 'Story that cannot be read'],
    [{ ...STORY, headline: '' }, 'Untitled'],
  ]
  for (const [story, name] of rows) {
    page = await put(fakeWindow().services, rowOf(story))
    expect(find('.story-headline', /./).textContent).toBe(name)
    expect(page.body.querySelector('input')?.getAttribute('aria-label')).toBe(`Select ${name}`)
    page.unmount()
  }
  page = undefined
})
