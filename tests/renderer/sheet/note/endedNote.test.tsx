/** Under a killed or spiked story: a new draft is offered where one can be made. */
import { afterEach, expect, test } from 'vitest'
import { StoryNote } from '../../../../src/renderer/sheet/note/StoryNote'
import { storyFrom } from '../../../builders/stories/storyFrom'
import { all, fakeWindow, put, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test.each([
  ['a library', {}, 1],
  ['an archive, or another library that is only read', { readOnly: 'It is an archive.' }, 0],
] as const)('in %s “Duplicate as a new draft” is drawn or not', async (_where, startup, count) => {
  const moved = {
    kind: 'moved',
    from: 'draft',
    to: 'spiked',
    copyHash: 'h',
    blocks: 0,
    warns: 0,
    overrides: [],
  } as const
  const { services } = fakeWindow({ startup, story: storyFrom('Leaders meet\nDeck\nIt ran.', {}, [moved]) })
  page = await put(services, <StoryNote />)
  expect([document.querySelectorAll('aside').length, all('button', 'Duplicate as a new draft').length]).toEqual([
    1,
    count,
  ])
})
