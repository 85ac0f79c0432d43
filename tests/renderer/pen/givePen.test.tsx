import { afterEach, expect, test } from 'vitest'
import { GivePenForm } from '../../../src/renderer/pen/GivePenForm'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test('the keyboard starts at the person who gets the pen', async () => {
  const filed = storyFrom('Leaders meet\nDeck\nThey met.', {}, [
    { kind: 'moved', copyHash: 'h', blocks: 0, warns: 0, overrides: [], from: 'draft', to: 'filed' },
    { kind: 'pen', to: 'Editor', taken: true, typed: {}, by: 'Editor' },
  ])
  page = await put(fakeWindow({ story: filed, person: 'Editor' }).services, <GivePenForm />)
  expect(document.activeElement?.tagName).toBe('SELECT')
})
