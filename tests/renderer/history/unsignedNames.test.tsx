import { afterEach, expect, test } from 'vitest'
import { HistoryPanel } from '../../../src/renderer/history/HistoryPanel'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test('the history says of each name that Stet on another machine signed for it, that it did not sign', async () => {
  const entries = ledgerFrom(
    ['Kim', 'Stet', 'Lee'].map((by) => ({ kind: 'described' as const, fact: 'six', statement: 'x', by })),
  ).map((entry): LedgerEntry => ({ ...entry, signer: entry.by === 'Lee' ? 'lee' : 'notes' }))
  const { services } = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran {six|six years}.', { six: 'figure' }),
    entries,
    desk: { roster: [], settings: { deskOfOne: false }, sources: [], notesElsewhere: ['notes'] },
    answers: { 'version.list': () => did({ versions: [], bytes: 0, limit: 1 }) },
  })
  page = await put(services, <HistoryPanel />)
  expect([...document.querySelectorAll('.history-line strong')].map((name) => name.parentElement?.textContent)).toEqual(
    [
      expect.stringMatching(/^Lee (?!\(name not signed\))/u) as string,
      expect.stringMatching(/^Stet (?!\(name not signed\))/u) as string,
      expect.stringMatching(/^Kim \(name not signed\) /u) as string,
    ],
  )
})
