import { act } from 'react'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { FactsPanel } from '../../../src/renderer/facts/list/FactsPanel'
import { SENTENCE_RULE } from '../../../src/story/copy/words/sentences'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerFrom, NOW, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, fakeWindow, put, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
// jsdom lacks it.
vi.stubGlobal('CSS', { escape: (text: string) => text })
afterAll(() => void vi.unstubAllGlobals())
let page: Page | undefined
afterEach(() => page?.unmount())

test('the card says that a verdict was given in the story of which this one is a duplicate', async () => {
  const words = { words: '31 ships', sentence: 'It freed 31 ships at noon.', preceding: '' }
  const verdict = { ...words, status: 'wrong', by: 'Checker', at: NOW, sentenceRule: SENTENCE_RULE } as const
  const created: LedgerEvent = {
    kind: 'created',
    origin: 'duplicate',
    against: { f1: { ...verdict, reason: 'It was 29.' } },
  }
  const story = storyFrom('Ships wait\nDeck\nIt freed {f1:31 ships} at noon.', { f1: 'figure' }, [created])
  const fake = fakeWindow({ story, entries: ledgerFrom([created]), person: 'Editor' })
  page = await put(fake.services, <FactsPanel />)
  await act(async () => fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1'))
  const told = [...page.body.querySelectorAll('.fact-changed')].map(({ textContent }) => textContent)
  const reasons = [...page.body.querySelectorAll('.fact-said dd')].map(({ textContent }) => textContent)
  expect([told, reasons]).toEqual([
    ['Said of these words in the story that this one is a duplicate of.'],
    [expect.stringContaining('Checker'), 'It was 29.'],
  ])
  expect(await axeFaults()).toEqual([])
})
