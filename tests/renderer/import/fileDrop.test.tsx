/** A dropped file becomes evidence where a fact asks for some, and is imported everywhere else. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { EvidencePane } from '../../../src/renderer/evidence/EvidencePane'
import { EvidenceForm } from '../../../src/renderer/evidence/form/attach/EvidenceForm'
import { ImportPanel } from '../../../src/renderer/import/ImportPanel'
import { useFileDrop } from '../../../src/renderer/import/useFileDrop'
import { useStory } from '../../../src/renderer/state'
import { evidenceDraftKey } from '../../../src/renderer/state/stores/drafts'
import { BACKUP, ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())
Element.prototype.scrollIntoView = () => undefined

const events = [{ kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP, by: 'Editor' }] as const
const KEPT = { sha256: 'a'.repeat(64), size: 3, kind: 'pdf', mediaType: 'application/pdf', name: 'deal.pdf' } as const
const windowWith = (): FakeWindow =>
  fakeWindow({
    story: storyFrom('Crews end strike\nDeck\nIt lasted {f1:17 hours}.', { f1: 'figure' }, events),
    entries: ledgerFrom(events),
    answers: {
      'file.begin': () => did({ upload: 'i1' }),
      'file.write': () => did({ size: 3 }),
      'file.keep': () => did(KEPT),
      'fact.addEvidence': () => did({ id: 'e2' }),
      'story.previewImport': () => refused('deal.pdf was not imported: it is a PDF. Nothing in the library changed.'),
    },
  })

function Window() {
  const fact = useStory(({ assessments }) => assessments[0])
  useFileDrop(true)
  return (
    <>
      <div className="pane" data-evidence-of="f1">
        {fact ? <EvidencePane fact={fact} empty={null} /> : null}
      </div>
      <div className="elsewhere" />
      <EvidenceForm />
    </>
  )
}

async function drop(selector: string): Promise<void> {
  const bytes = { arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)) }
  const files = [{ ...bytes, name: 'deal.pdf', size: 4, slice: () => bytes }]
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ['Files'], items: [], files },
  })
  await act(async () => document.querySelector(selector)?.dispatchEvent(event))
}
const textOf = async (selector: string): Promise<string | null> => {
  const read = () =>
    vi.waitFor(() => document.querySelector(selector)?.textContent ?? Promise.reject(new Error(selector)))
  let text: string | null = null
  await act(async () => {
    text = await read()
  })
  return text
}
const overlay = ({ services }: FakeWindow) => services.panels.store.getState().overlay

test('a file that is dropped on the evidence of a fact goes into the form that adds it', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Window />)
  await drop('.pane')
  expect([overlay(fake), await textOf('.file-taken .file-name')]).toEqual([
    { kind: 'evidence', fact: 'f1' },
    'deal.pdf',
  ])
})

test('while that form is open, a file that is dropped beside it goes into it, and what was typed stays', async () => {
  const fake = windowWith()
  const { newsroom, panels } = fake.services
  const { person = '', session } = newsroom.store.getState()
  panels.drafts.evidence.keep(evidenceDraftKey(person, session?.id ?? '', 'f1'), {
    ...{ source: 'pool', locator: 'p. 3', excerpt: 'Typed', stance: 'supports', reason: '' },
  })
  panels.open({ kind: 'evidence', fact: 'f1', verify: true })
  page = await put(fake.services, <Window />)
  await drop('.elsewhere')
  expect([
    overlay(fake),
    await textOf('.file-taken .file-name'),
    find<HTMLTextAreaElement>('textarea', 'What it says').value,
  ]).toEqual([{ kind: 'evidence', fact: 'f1', verify: true }, 'deal.pdf', 'Typed'])
})

test('the new piece of evidence is the one that is shown', async () => {
  const fake = windowWith()
  const { panels } = fake.services
  panels.open({ kind: 'evidence', fact: 'f1' })
  page = await put(fake.services, <Window />)
  const added = {
    kind: 'evidenceAdded',
    fact: 'f1',
    evidence: { ...BACKUP, id: 'e2', locator: 'p. 3' },
    by: 'Editor',
  } as const
  const { person = '', session } = fake.services.newsroom.store.getState()
  panels.drafts.evidence.keep(evidenceDraftKey(person, session?.id ?? '', 'f1'), {
    ...{ source: 'pool', locator: 'p. 3', excerpt: '', stance: 'supports', reason: '' },
  })
  page.unmount()
  page = await put(fake.services, <Window />)
  await click(find('button', 'Attach'))
  const all = [...events, added]
  await act(async () =>
    fake.show(storyFrom('Crews end strike\nDeck\nIt lasted {f1:17 hours}.', { f1: 'figure' }, all), ledgerFrom(all)),
  )
  expect(find('[role="tab"][aria-selected="true"]', /./).textContent).toContain('p. 3')
})

test('elsewhere it is imported, and a refusal says how it becomes evidence', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Window />)
  await drop('.elsewhere')
  await vi.waitFor(() => expect(overlay(fake)?.kind).toBe('import'))
  page.unmount()
  page = await put(fake.services, <ImportPanel />)
  expect(await textOf('.arrival .problem')).toBe(
    'deal.pdf was not imported: it is a PDF. Nothing in the library changed. ' +
      'To use it as evidence, select a fact and press “Add evidence”.',
  )
})
