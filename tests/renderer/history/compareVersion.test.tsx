/** The comparison with a published version speaks of the version, not of the snapshot that has its words. */
import { afterEach, expect, test } from 'vitest'
import { ComparePanel } from '../../../src/renderer/history/ComparePanel'
import type { SnapshotLine } from '../../../src/story/requests/snapshotLine'
import { storyFrom } from '../../builders/stories/storyFrom'
import { all, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const snapshot = (n: number, why: string): SnapshotLine => ({
  ...{ n, why, at: '2026-10-30T09:00:00.000Z', by: 'Editor', kind: 'move', headline: 'Leaders meet' },
  ...{ words: 3, facts: 0, bytes: 10 },
})

async function compared(version?: number): Promise<readonly (string | null | undefined)[]> {
  const versions = [snapshot(4, 'Publish'), snapshot(3, 'Clear')]
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.'),
    answers: {
      'version.list': () => did({ versions, bytes: 20, limit: 100 }),
      'version.compare': () => did({ blocks: [], facts: [], fields: [], added: 0, removed: 0 }),
    },
  })
  fake.services.panels.open({ kind: 'compare', from: 4, ...(version === undefined ? {} : { version }) })
  page = await put(fake.services, <ComparePanel />)
  return shown()
}
const shown = (): readonly (string | null | undefined)[] => {
  const restore = find('button', /^Restore/)
  return [
    all('[role="dialog"]', /^Compare/)[0]?.querySelector('h2')?.textContent,
    find<HTMLSelectElement>('select', 'From').selectedOptions[0]?.textContent?.replace(/\d\d:\d\d$/, 'TIME'),
    restore.textContent,
    restore.dataset['look'],
  ]
}

test('a comparison from the version strip names the version', async () => {
  expect(await compared(1)).toEqual([
    'Compare with version 1',
    'Version 1 · 2026-10-30 TIME',
    'Restore version 1',
    'quiet',
  ])
  await type(find('select', 'From'), '3')
  expect(shown()).toEqual(['Compare with version 1', '3 · Clear · 2026-10-30 TIME', 'Restore snapshot 3', 'quiet'])
})

test('a comparison from the snapshots names the snapshot', async () => {
  expect(await compared()).toEqual([
    'Compare snapshots',
    '4 · Publish · 2026-10-30 TIME',
    'Restore snapshot 4',
    'primary',
  ])
})
