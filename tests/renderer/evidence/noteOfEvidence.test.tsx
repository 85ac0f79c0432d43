/** The note of a piece of evidence: typed, changed and read beside its excerpt. */
import { afterEach, expect, test } from 'vitest'
import { ChangeEvidenceForm } from '../../../src/renderer/evidence/form/ChangeEvidenceForm'
import { EvidenceForm } from '../../../src/renderer/evidence/form/attach/EvidenceForm'
import { EvidenceList } from '../../../src/renderer/facts/detail/EvidenceList'
import { pick, useStory } from '../../../src/renderer/state'
import { evidenceDraftKey } from '../../../src/renderer/state/stores/drafts'
import { BACKUP, POOL, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, click, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const NOTED = { ...BACKUP, note: 'Page torn, read by phone.' }
const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
  { kind: 'evidenceAdded', fact: 'f1', evidence: NOTED },
])

test('is part of new evidence', async () => {
  const fake = fakeWindow({ story, answers: { 'fact.addEvidence': () => did({ id: 'e2' }) } })
  const { newsroom, panels } = fake.services
  const { person = '', session } = newsroom.store.getState()
  panels.drafts.evidence.keep(evidenceDraftKey(person, session?.id ?? '', 'f1'), {
    ...{ source: 'pool', locator: '', excerpt: '', stance: 'supports', reason: '' },
  })
  fake.services.panels.open({ kind: 'evidence', fact: 'f1' })
  page = await put(fake.services, <EvidenceForm />)
  await type(find('input', 'Paragraph of the pool report'), '¶ 3')
  await type(find('textarea', 'Note'), 'By phone.')
  expect(await axeFaults()).toEqual([])
  await click(find('button', 'Attach'))
  expect(fake.asked.map(({ request }) => request)).toMatchObject([
    { fact: 'f1', evidence: { source: 'pool', locator: '¶ 3', note: 'By phone.' } },
  ])
})

test('is changed with the rest of the piece', async () => {
  const fake = fakeWindow({ story, answers: { 'fact.editEvidence': () => did({ id: 'e2' }) } })
  fake.services.panels.open({ kind: 'changeEvidence', fact: 'f1', evidence: BACKUP.id })
  page = await put(fake.services, <ChangeEvidenceForm />)
  const note = find<HTMLTextAreaElement>('textarea', 'Note')
  expect(note.value).toBe('Page torn, read by phone.')
  await type(note, 'Page whole again.')
  await click(find('button', 'Save'))
  expect(fake.asked.map(({ request }) => request)).toMatchObject([
    { fact: 'f1', evidence: BACKUP.id, locator: BACKUP.locator, note: 'Page whole again.' },
  ])
})

function List() {
  const shown = useStory(pick('id', 'copy', 'entries', 'assessments', 'clear', 'transcripts', 'session'))
  const fact = shown?.assessments[0]
  return shown && fact ? <EvidenceList fact={fact} sources={new Map([[POOL.id, POOL]])} /> : null
}

test('is read under the excerpt', async () => {
  page = await put(fakeWindow({ story }).services, <List />)
  expect(document.querySelector('.backup-note')?.textContent).toBe('Note: Page torn, read by phone.')
})
