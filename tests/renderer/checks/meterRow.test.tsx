import { afterEach, expect, test } from 'vitest'
import { MeterRow } from '../../../src/renderer/checks/MeterRow'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const moved = (from: 'cleared' | 'published', to: 'published' | 'killed'): LedgerEvent => ({
  ...{ kind: 'moved', from, to, copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
})
const words = async (...events: readonly LedgerEvent[]): Promise<string> => {
  const story = storyFrom('Leaders meet\nA long morning\nAll is well.', {}, events)
  page = await put(fakeWindow({ story, entries: ledgerFrom(events) }).services, <MeterRow />)
  return page.body.querySelector('.meter-row')?.textContent ?? ''
}

test('a killed story is never cleared again: the meter does not say that nothing blocks that', async () => {
  const published = moved('cleared', 'published')
  expect(await words(published)).toContain('block clearing')
  page?.unmount()
  expect(await words(published, moved('published', 'killed'))).toBe('')
})
