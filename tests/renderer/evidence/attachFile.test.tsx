/** A piece of evidence without its file is completed where it stands. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { EvidencePane } from '../../../src/renderer/evidence/EvidencePane'
import { ChangeEvidenceForm } from '../../../src/renderer/evidence/form/ChangeEvidenceForm'
import { useStory } from '../../../src/renderer/state'
import { evidenceDraftKey } from '../../../src/renderer/state/stores/drafts'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { AnswerOf } from '../../../src/story/requests/requests'
import type { Outcome } from '../../../src/ipc/contract'
import { BACKUP, ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())
Element.prototype.scrollIntoView = () => undefined

const FILE = 'a'.repeat(64)
const BARE: LedgerEvent = { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP }
const COMPLETED: LedgerEvent = {
  kind: 'evidenceAdded',
  fact: 'f1',
  evidence: { ...BACKUP, id: 'e2', file: FILE, fileName: 'deal.txt' },
  replaces: BACKUP.id,
}

function windowWith(events: readonly LedgerEvent[], answer: Outcome<AnswerOf<'fact.editEvidence'>>): FakeWindow {
  const by = events.map((event) => ({ ...event, by: 'Editor' }))
  return fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, by),
    entries: ledgerFrom(by),
    answers: { 'fact.editEvidence': () => answer },
  })
}

/** As after a file was copied into the form. */
function withFile({ services: { panels, newsroom } }: FakeWindow): void {
  const { person = '', session } = newsroom.store.getState()
  const { source, locator, stance } = BACKUP
  panels.drafts.evidence.keep(evidenceDraftKey(person, session?.id ?? '', 'f1', BACKUP.id), {
    ...{ source, locator, excerpt: '', stance, reason: '' },
    file: { sha256: FILE, size: 31, kind: 'text', mediaType: 'text/plain', name: 'deal.txt' },
  })
}

const edits = ({ asked }: FakeWindow): readonly unknown[] =>
  asked.filter(({ action }) => action === 'fact.editEvidence').map(({ request }) => request)

function Room() {
  const fact = useStory(({ assessments }) => assessments?.[0])
  return fact ? (
    <>
      <EvidencePane fact={fact} empty={null} />
      <ChangeEvidenceForm />
    </>
  ) : null
}

test('“Attach the file…” asks for the file of this very piece', async () => {
  const fake = windowWith([BARE], did({ id: 'e2' }))
  page = await put(fake.services, <Room />)
  await click(find('button', 'Attach the file…'))
  expect(find('[role="complementary"], [role="dialog"]', 'Attach the file')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Choose a file')
  expect(await axeFaults()).toEqual([])
  await click(find('button', 'Attach'))
  expect(find('[role="alert"]', 'Choose the file first.')).toBeTruthy()
  expect(edits(fake)).toEqual([])
})

test('the chosen file goes to the piece, and the changed piece is the one that is shown', async () => {
  const fake = windowWith([BARE], did({ id: 'e2' }))
  withFile(fake)
  page = await put(fake.services, <Room />)
  await click(find('button', 'Attach the file…'))
  await click(find('button', 'Attach'))
  expect(edits(fake)).toMatchObject([{ fact: 'f1', evidence: 'e1', locator: '¶ 2', file: FILE, fileName: 'deal.txt' }])
  expect(fake.services.panels.store.getState()).toMatchObject({ overlay: null, piece: { fact: 'f1', evidence: 'e2' } })
})

test('a file that does not hold the place is refused in the form, where the place can be changed', async () => {
  const fake = windowWith([BARE], refused('There is no paragraph 2: the captured file has 1 paragraph.'))
  withFile(fake)
  page = await put(fake.services, <Room />)
  await click(find('button', 'Change…'))
  await click(find('button', 'Save'))
  expect(find('[role="alert"]', 'There is no paragraph 2: the captured file has 1 paragraph.')).toBeTruthy()
  expect(find<HTMLInputElement>('input', 'Paragraph of the pool report').value).toBe('¶ 2')
})

test('“Undo change” takes the file away again', async () => {
  const fake = windowWith([BARE, COMPLETED], did({ id: 'e3' }))
  page = await put(fake.services, <Room />)
  const undo = find('button', 'Undo change')
  await act(async () => {
    undo.click()
    undo.click()
    await Promise.resolve()
  })
  expect(edits(fake)).toMatchObject([{ fact: 'f1', evidence: 'e2', locator: '¶ 2', file: '' }])
})

test('a captured file that the library does not have is attached again there', async () => {
  const fake = windowWith([BARE, COMPLETED], did({ id: 'e2' }))
  page = await put(fake.services, <Room />)
  await click(find('button', 'Attach the file again…'))
  expect(fake.services.panels.store.getState().overlay).toEqual({
    ...{ kind: 'changeEvidence', fact: 'f1', evidence: 'e2', attach: true },
  })
})
