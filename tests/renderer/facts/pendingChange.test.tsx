import { act } from 'react'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { FactsPanel } from '../../../src/renderer/facts/list/FactsPanel'
import type { Suggestion } from '../../../src/story/copy/suggestions/suggestion'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { BACKUP, ledgerFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
// jsdom lacks it.
vi.stubGlobal('CSS', { escape: (text: string) => text })
afterAll(() => void vi.unstubAllGlobals())
let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Ships wait\nDeck\nIt freed {f1:31 ships} at noon.'
const AT = '2026-10-30T08:24:00.000Z'
const SUGGESTION: Suggestion = {
  ...{ id: 'g1', by: 'Checker', at: AT, inserted: '29', deleted: '31', facts: ['f1'] },
  changes: [
    { block: 2, from: 9, to: 9, kind: 'insert', text: '29' },
    { block: 2, from: 9, to: 11, kind: 'delete', text: '31' },
  ],
  place: { block: 2, from: 9, to: 11 },
}
const RIGHT_WORDS: LedgerEvent & { readonly by: string } = {
  ...{ kind: 'suggested', suggestion: 'g1', inserted: '29', deleted: '31', about: '31 → 29', by: 'Checker' },
  corrects: { fact: 'f1', words: '29 ships', sentence: 'It freed 29 ships at noon.' },
}

const MERGED: LedgerEvent = { kind: 'merged', bundle: 'b', from: 'Kim', device: 'd', entries: 1 }

/** The card of the fact, opened by the person. */
async function card(
  person: string,
  status: 'wrong' | 'verified',
  notes: readonly (LedgerEvent & { readonly by?: string })[],
) {
  const events = [...signedOn(PAGE, 'f1', status, [BACKUP], 'Checker'), ...notes]
  const fake = fakeWindow({
    story: { ...storyFrom(PAGE, { f1: 'figure' }, events), suggestions: [SUGGESTION] },
    entries: ledgerFrom(events),
    person,
    answers: { 'suggestion.accept': () => did({ decided: ['g1'], verified: ['f1'] }) },
  })
  const session = fake.services.newsroom.store.getState().session as unknown as Record<string, unknown>
  session['requested'] = { mark: () => 'mark-1', deciding: async (send: () => Promise<unknown>) => send() }
  page = await put(fake.services, <FactsPanel />)
  await act(async () => fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1'))
  return fake
}
const said = (): string | undefined => page?.body.querySelector('.fact-pending')?.textContent ?? undefined
const accepted = (fake: FakeWindow): readonly unknown[] =>
  fake.asked.filter(({ action }) => action === 'suggestion.accept').map(({ request }) => request)

test('the card says which change waits on its words, who suggested it and what accepting does', async () => {
  const fake = await card('Editor', 'wrong', [RIGHT_WORDS])
  expect(said()).toBe(
    'Change pending: 31 29 suggested by Checker. Accept it, and the fact is verified if nothing else of it changed.',
  )
  expect(all('.fact-actions button', /./).map((button) => button.textContent)).toEqual(['Accept “29”', 'Evidence', ''])
  expect(await axeFaults()).toEqual([])
  await click(find('button', 'Accept “29”'))
  expect(accepted(fake)).toEqual([{ story: 's1', suggestions: [{ id: 'g1', inserted: '29', deleted: '31' }] }])
})

test('a second press before the answer accepts nothing twice, and the keyboard stays on the button', async () => {
  const fake = await card('Editor', 'verified', [])
  let answer: () => void = () => undefined
  const session = fake.services.newsroom.store.getState().session as unknown as Record<string, unknown>
  session['requested'] = {
    mark: () => 'mark-1',
    deciding: (send: () => Promise<unknown>) =>
      new Promise((resolve) => (answer = () => resolve(send().then(() => refused('Its words have changed.'))))),
  }
  const button = find<HTMLButtonElement>('button', 'Accept “29”')
  await click(button)
  await click(button)
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true'])
  await act(async () => answer())
  expect([accepted(fake).length, document.activeElement === button]).toEqual([1, true])
})

test.each([
  ['right words that their own proposer accepts', 'Checker', 'wrong', [RIGHT_WORDS]],
  ['words that correct nothing', 'Editor', 'wrong', []],
  ['words of a verified fact', 'Editor', 'verified', []],
] as const)('%s lead to a re-check', async (_what, person, status, notes) => {
  await card(person, status, notes)
  expect(said()).toBe('Change pending: 31 29 suggested by Checker. Accept it, and the fact must be checked again.')
})

test('the card says that the name beside a change is not signed', async () => {
  await card('Editor', 'verified', [MERGED, { ...RIGHT_WORDS, by: 'Kim' }])
  expect(said()).toBe(
    'Change pending: 31 29 suggested by Checker (name not signed). Accept it, and the fact must be checked again.',
  )
})
