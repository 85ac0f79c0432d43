/** The history writes the values of fields as the panel of the fields does. */
import { afterEach, expect, test } from 'vitest'
import { HistoryPanel } from '../../../src/renderer/history/HistoryPanel'
import type { FieldName } from '../../../src/story/ledger/fields'
import { ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { DESK, did, fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const set = (field: FieldName, from: string, to: string) => ({ kind: 'fieldSet', field, from, to }) as const

test('a changed embargo has the zone of the newsroom, a language its name, and what is empty is “nothing”', async () => {
  const entries = ledgerFrom([
    set('embargo', '', '2026-11-05T18:00:00+09:00'),
    set('language', 'en', 'ko'),
    set('urgency', '4', '1'),
    set('slug', '', 'summit'),
  ])
  const { services } = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran.', {}),
    entries,
    desk: { ...DESK, settings: { deskOfOne: false, defaults: { zone: 'Asia/Seoul' } } },
    answers: { 'version.list': () => did({ versions: [], bytes: 0, limit: 1 }) },
  })
  page = await put(services, <HistoryPanel />)
  const both = [...document.querySelectorAll('.history-words')].map((line) =>
    [...line.querySelectorAll('del, ins')].map(({ textContent }) => textContent),
  )
  expect(both).toEqual([
    ['nothing', 'summit'],
    ['4', '1, highest'],
    ['English', 'Korean'],
    ['nothing', '5 Nov 2026 18:00 KST · 09:00 UTC'],
  ])
})
