/** Undo removes a piece of evidence that was just attached, unless somebody has dealt with the fact since. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { EvidenceForm } from '../../../src/renderer/evidence/form/attach/EvidenceForm'
import { evidenceDraftKey } from '../../../src/renderer/state/stores/drafts'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { BACKUP, ledgerFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, lookAt, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:17 hours}.'
const ADDED = { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP, by: 'Editor' } as const
const LAPSED = { kind: 'lapsed', fact: 'f1', reasons: [], words: '17 hours' } as const

/** Undoes right after evidence was attached and `since` happened. Returns what was asked to be removed and is said. */
async function undoAfter(since: readonly (LedgerEvent & { readonly by?: string })[]) {
  const fake = lookAt(
    fakeWindow({
      story: storyFrom(PAGE, { f1: 'figure' }),
      answers: { 'fact.addEvidence': () => did({ id: BACKUP.id }), 'fact.removeEvidence': () => did({}) },
    }),
  )
  const { newsroom, panels, notices } = fake.services
  const { person = '', session } = newsroom.store.getState()
  panels.drafts.evidence.keep(evidenceDraftKey(person, session?.id ?? '', 'f1'), {
    ...{ source: 'pool', locator: '¶ 3', excerpt: '', stance: 'supports', reason: '' },
  })
  panels.open({ kind: 'evidence', fact: 'f1' })
  page = await put(fake.services, <EvidenceForm />)
  await click(find('button', 'Attach'))
  const offered = notices.store.getState().list.map(({ text, act: offer }) => [text, offer?.label])
  expect(offered).toEqual([['Evidence attached.', 'Undo']])
  const events = [ADDED, ...since]
  await act(async () => fake.show(storyFrom(PAGE, { f1: 'figure' }, events), ledgerFrom(events)))
  await act(() => newsroom.undoList.undoNewest())
  const removed = fake.asked.filter(({ action }) => action === 'fact.removeEvidence').map(({ request }) => request)
  return {
    removed,
    said: [notices.store.getState().announced, ...notices.store.getState().list.map(({ text }) => text)],
  }
}

const REMOVED = { story: 's1', fact: 'f1', evidence: BACKUP.id }

test('evidence that was just attached is removed by undo', async () => {
  expect(await undoAfter([])).toEqual({ removed: [REMOVED], said: ['Undone: Evidence attached.'] })
})

test('a note of Stet’s own on the fact does not stand in the way', async () => {
  expect((await undoAfter([LAPSED])).removed).toEqual([REMOVED])
})

test('once somebody has signed the fact on it, undo leaves the evidence and says so', async () => {
  expect(await undoAfter(signedOn(PAGE, 'f1', 'verified', [], 'Checker'))).toEqual({
    removed: [],
    said: ['', 'Not undone: Evidence attached. Someone has changed it since.'],
  })
})
