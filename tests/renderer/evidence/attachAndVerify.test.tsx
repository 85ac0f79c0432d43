/** “Attach and verify” signs the fact as it was when the form opened, or as it was when the form asked again. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { EvidenceForm } from '../../../src/renderer/evidence/form/attach/EvidenceForm'
import { LOOK } from '../../../src/renderer/state/stores/attention'
import { evidenceDraftKey } from '../../../src/renderer/state/stores/drafts'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, lookAt, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

const talks = (hours: string, events: readonly (LedgerEvent & { readonly by?: string })[] = []) =>
  storyFrom(`Leaders meet\nDeck\nIt ran for {f1:${hours} hours}.`, { f1: 'figure' }, events)
const SEVENTEEN = 'Leaders meet\nDeck\nIt ran for {f1:17 hours}.'

/** The form on “17 hours”, filled in, with a clock that the test moves. */
async function opened() {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  const fake = lookAt(fakeWindow({ story: talks('17'), answers: { 'fact.sign': () => did({ entry: 3 }) } }))
  const { newsroom, panels } = fake.services
  const { person = '', session } = newsroom.store.getState()
  panels.drafts.evidence.keep(evidenceDraftKey(person, session?.id ?? '', 'f1'), {
    ...{ source: 'pool', locator: '¶ 3', excerpt: '', stance: 'supports', reason: '' },
  })
  panels.open({ kind: 'evidence', fact: 'f1', verify: true })
  page = await put(fake.services, <EvidenceForm />)
  return { ...fake, wait: () => void (clock += LOOK) }
}

const viewOf = (fake: FakeWindow) =>
  fake.services.newsroom.store.getState().session?.store.getState().view.assessments[0]?.view?.hash
const signed = ({ asked }: FakeWindow) =>
  asked.filter(({ action }) => action === 'fact.sign').map(({ request }) => (request as { readonly seen: string }).seen)
const send = () => click(find('button', 'Attach and verify'))
const told = (): string => document.querySelector('.changed-meanwhile')?.textContent ?? ''

test('words that somebody typed while the form was filled in are shown, and asked about, before they are signed', async () => {
  const fake = await opened()
  fake.wait()
  await act(async () => fake.show(talks('70')))
  expect(told()).toBe('This fact has changed since you opened the form.its words changed: “17 hours” → “70 hours”')
  await send()
  expect([signed(fake), document.querySelector('form')?.textContent]).toEqual([
    [],
    expect.stringContaining('Nothing was signed: the fact has changed since you opened the form.'),
  ])
  // Hammered: nobody can have looked.
  await send()
  expect(signed(fake)).toEqual([])
  fake.wait()
  await send()
  expect(signed(fake)).toEqual([viewOf(fake)])
})

test('a verdict that came while the form was filled in is shown and asked about, too', async () => {
  const fake = await opened()
  fake.wait()
  await act(async () => fake.show(talks('17', signedOn(SEVENTEEN, 'f1', 'queried', [], 'Checker'))))
  expect(told()).toContain('It now reads “Queried”, and the verdict is by Checker.')
  await send()
  expect(signed(fake)).toEqual([])
})

test('a passage that is taken into the form does not make the new words the seen ones', async () => {
  const fake = await opened()
  fake.wait()
  await act(async () => fake.show(talks('70')))
  await act(async () => fake.services.panels.open({ kind: 'evidence', fact: 'f1', verify: true, taken: 1 }))
  fake.wait()
  await send()
  expect(signed(fake)).toEqual([])
})

test('a fact that nobody touched is signed at once', async () => {
  const fake = await opened()
  fake.wait()
  await send()
  expect([signed(fake), told()]).toEqual([[viewOf(fake)], ''])
  expect(fake.services.notices.store.getState().announced).toBe('Evidence attached. The fact is verified.')
})
