/** To discard changes brings back the fields that leave, and “Restore fields too” all, as well as the words. */
import { afterEach, expect, test } from 'vitest'
import { ComparePanel } from '../../../src/renderer/history/ComparePanel'
import { StoryNote } from '../../../src/renderer/sheet/note/StoryNote'
import { EMPTY_FIELDS, type FieldName } from '../../../src/story/ledger/fields'
import { hashCopy } from '../../../src/story/ledger/hash'
import { leavingOf } from '../../../src/story/ledger/leaving/leaving'
import { copyFrom } from '../../builders/copy/copyFrom'
import { ledgerFrom, NOW, storyFrom } from '../../builders/stories/storyFrom'
import { all, click, did, fakeWindow, find, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const WORDS = 'Leaders meet\nDeck\nIt ran 100 minutes.'
const move = { kind: 'moved', copyHash: hashCopy(copyFrom(WORDS)), blocks: 0, warns: 0, overrides: [] } as const
const cleared = { ...EMPTY_FIELDS, slug: 'slug', author: 'Reporter', embargo: '2026-11-05T21:00:00Z' }
const events = [
  { ...move, from: 'inReview', to: 'cleared', leaving: leavingOf(copyFrom(WORDS), cleared) },
  { ...move, from: 'cleared', to: 'inReview', by: 'Stet', automatic: true, changed: ['embargo'] },
] as const
const snapshot = { n: 3, why: 'Clear', at: NOW, by: 'Editor', kind: 'move', headline: '', words: 3, facts: 0 } as const

/** A cleared story whose embargo was lifted, in a window. */
const lifted = (more: { readonly stayed?: readonly FieldName[] } = {}): FakeWindow =>
  fakeWindow({
    story: storyFrom(WORDS, {}, events),
    entries: ledgerFrom(events),
    answers: {
      'version.list': () => did({ versions: [{ ...snapshot, bytes: 10 }], bytes: 10, limit: 100 }),
      'version.compare': () => did({ blocks: [], facts: [], fields: [], added: 0, removed: 0 }),
      'version.restore': () => did({ kept: 4, facts: {}, fields: ['embargo'], ...more }),
    },
  })
const restores = ({ asked }: FakeWindow) =>
  asked.flatMap(({ action, request }) => (action === 'version.restore' ? [request] : []))
const notices = ({ services }: FakeWindow) => services.notices.store.getState().list.map(({ text }) => text)
const RESTORED = {
  asked: [{ story: 's1', n: 3, fields: true, mark: 'mark-1' }],
  said: [
    'Snapshot 3 was restored with its fields: embargo. Ctrl+Z undoes the words. The earlier copy and fields are snapshot 4.',
  ],
}

test('“Discard changes” brings back what leaves, also an embargo that was lifted, and says so', async () => {
  const fake = lifted()
  page = await put(fake.services, <StoryNote />)
  await click(find('button', 'Discard changes'))
  expect({ asked: restores(fake), said: notices(fake) }).toEqual({
    ...RESTORED,
    asked: [{ story: 's1', n: 3, fields: 'leaving', mark: 'mark-1' }],
  })
})

test('“Discard changes” says which fields stayed', async () => {
  const fake = lifted({ stayed: ['byline'] })
  page = await put(fake.services, <StoryNote />)
  await click(find('button', 'Discard changes'))
  expect(notices(fake)).toEqual([`${RESTORED.said[0]} These fields stayed as they are: byline.`])
})

test('a stricter embargo is not discarded, and the note says so', async () => {
  const stricter = [
    ...events,
    { kind: 'fieldSet', field: 'embargo', from: cleared.embargo, to: '2026-12-24T09:00:00Z', leaves: true },
  ] as const
  const entries = ledgerFrom(stricter)
  const story = storyFrom(WORDS, {}, stricter, { ...cleared, embargo: '2026-12-24T09:00:00Z' })
  page = await put(fakeWindow({ story, entries }).services, <StoryNote />)
  expect([
    all('button', /./).map(({ textContent }) => textContent),
    find('aside', 'State of the story').textContent,
  ]).toEqual([
    ['See changes'],
    expect.stringContaining('A stricter embargo is not discarded. An editor can change it under Fields.') as string,
  ])
})

test('the box beside Restore says that it restores the fields', async () => {
  const fake = lifted()
  fake.services.panels.open({ kind: 'compare', from: 3 })
  page = await put(fake.services, <ComparePanel />)
  await click(find('input', 'Restore fields too'))
  await click(find('button', 'Restore snapshot 3'))
  expect({ asked: restores(fake), said: notices(fake) }).toEqual(RESTORED)
})
