/** The comparison with a published version speaks of the version, not of the snapshot that has its words. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ComparePanel } from '../../../src/renderer/history/ComparePanel'
import { mediaTopics } from '../../../src/story/desk/mediaTopics'
import type { FieldName } from '../../../src/story/ledger/fields'
import type { FieldChange } from '../../../src/story/requests/comparison'
import type { SnapshotLine } from '../../../src/story/requests/snapshotLine'
import { storyFrom } from '../../builders/stories/storyFrom'
import { all, DESK, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

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
    'Version 1 · 30 Oct 2026 TIME',
    'Restore version 1',
    'quiet',
  ])
  await type(find('select', 'From'), '3')
  expect(shown()).toEqual(['Compare with version 1', '3 · Clear · 30 Oct 2026 TIME', 'Restore snapshot 3', 'quiet'])
})

test('a comparison from the snapshots names the snapshot', async () => {
  expect(await compared()).toEqual([
    'Compare snapshots',
    '4 · Publish · 30 Oct 2026 TIME',
    'Restore snapshot 4',
    'primary',
  ])
})

test('fields that differ read as the rest of the window shows them, in the newsroom’s time zone', async () => {
  const change = (field: FieldName, before: string, after: string): FieldChange => ({ field, before, after })
  const fields = [
    change('embargo', '', '2026-12-24T09:00:00Z'),
    change('language', 'en', 'ko'),
    change('urgency', '5', '1'),
    change('needsLegal', 'none', 'required'),
    change('wordTarget', '0', '800'),
    change('subjects', '', 'medtop:11000000'),
    change('edNote', 'Adds handshake', ''),
  ]
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.'),
    desk: { ...DESK, settings: { deskOfOne: false, defaults: { zone: 'Asia/Seoul' } } },
    answers: {
      'version.list': () => did({ versions: [snapshot(4, 'Publish')], bytes: 10, limit: 100 }),
      'version.compare': () => did({ blocks: [], facts: [], fields, added: 0, removed: 0 }),
    },
  })
  fake.services.panels.open({ kind: 'compare', from: 4 })
  page = await put(fake.services, <ComparePanel />)
  await act(async () => void (await mediaTopics()))
  expect(all('section[aria-label="Fields that differ"] li', /./).map(({ textContent }) => textContent)).toEqual([
    'embargonothing →now 24 Dec 2026 18:00 KST · 09:00 UTC',
    'languageEnglish →now Korean',
    'urgency5, normal →now 1, highest',
    'needs legalNot needed →now Required',
    'word targetnothing →now 800',
    'subjectsnothing →now politics',
    'ed noteAdds handshake →now nothing',
  ])
})
