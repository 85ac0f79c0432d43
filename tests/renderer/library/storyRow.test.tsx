import { afterEach, expect, it } from 'vitest'
import { StoryRow } from '../../../src/renderer/library/list/StoryRow'
import { setDeskClock } from '../../../src/renderer/state/stores/deskClock'
import type { StorySummary } from '../../../src/story/requests/requests'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

it.each([
  ['2026-10-30T18:01:00+09:00', true],
  ['2026-10-30T18:00:00+09:00', false],
  ['', false],
])('a row with embargo “%s” at 09:00 UTC is marked: %s', async (embargo, marked) => {
  setDeskClock({ now: '2026-10-30T09:00:00.000Z', ids: 'random' })
  const story: StorySummary = {
    id: 's1',
    slug: 'busan',
    headline: 'Talks',
    stage: 'draft',
    version: 1,
    facts: {},
    words: 3,
    wordTarget: 0,
    embargo,
    updated: '2026-10-30T08:00:00Z',
  }
  page = await put(
    fakeWindow().services,
    <ul>
      <StoryRow
        story={story}
        place={{ offset: 0, number: 1, of: 1, top: 0 }}
        isActive
        onFocus={() => undefined}
        selectOne={() => undefined}
        selectTo={() => undefined}
      />
    </ul>,
  )
  expect(page.body.textContent?.includes('Embargo')).toBe(marked)
})
