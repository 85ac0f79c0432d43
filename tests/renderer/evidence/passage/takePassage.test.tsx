/** A passage of a captured file goes into a form without the loss of what was typed there. */
import { act, useEffect } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ChangeEvidenceForm } from '../../../../src/renderer/evidence/form/ChangeEvidenceForm'
import { EvidenceForm } from '../../../../src/renderer/evidence/form/attach/EvidenceForm'
import { useTake, type ExcerptTaking } from '../../../../src/renderer/evidence/passage/useTake'
import { withPassage } from '../../../../src/renderer/evidence/passage/withPassage'
import { useStory } from '../../../../src/renderer/state'
import { evidenceDraftKey, type EvidenceDraft } from '../../../../src/renderer/state/stores/drafts'
import type { Overlay } from '../../../../src/renderer/state/stores/overlay'
import type { Assessment } from '../../../../src/story/assessment/assessment'
import type { Source } from '../../../../src/story/desk/source'
import { BACKUP, ledgerFrom, POOL, storyFrom } from '../../../builders/stories/storyFrom'
import { click, DESK, did, fakeWindow, find, put, type, type FakeWindow, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const AGREEMENT: Source = { ...POOL, id: 'deal', name: 'Wage agreement', kind: 'document' }
const FILE = { sha256: 'a'.repeat(64), size: 31, kind: 'pdf', mediaType: 'application/pdf' } as const
const FROM = { source: 'deal', fileName: 'deal.pdf' }
const SEVENTEEN = { excerpt: 'It lasted 17 hours.', locator: 'p. 2' }
const SIGNED = { excerpt: 'Signed at Mokpo.', locator: 'p. 3' }

const events = [
  { kind: 'evidenceAdded', fact: 'f1', evidence: { ...BACKUP, excerpt: 'Seventeen hours' }, by: 'Editor' },
] as const
const windowWith = (): FakeWindow =>
  fakeWindow({
    story: storyFrom('Crews end strike\nDeck\nIt lasted {f1:17 hours}.', { f1: 'figure' }, events),
    entries: ledgerFrom(events),
    desk: { ...DESK, sources: [POOL, AGREEMENT] },
    answers: { 'fact.addEvidence': () => new Promise((resolve) => (answer = () => resolve(did({ id: 'e2' })))) },
  })
let answer: () => void = () => undefined

let taking: ExcerptTaking | undefined
function Taker({ fact }: { readonly fact: Assessment }) {
  const now = useTake(fact)
  useEffect(() => {
    taking = now
  }, [now])
  return null
}
function Room() {
  const fact = useStory(({ assessments }) => assessments[0])
  return (
    <>
      {fact ? <Taker fact={fact} /> : null}
      <EvidenceForm />
      <ChangeEvidenceForm />
    </>
  )
}

const open = async ({ services: { panels } }: FakeWindow, overlay: Overlay): Promise<void> =>
  act(async () => panels.open(overlay))
const take = async (passage: typeof SEVENTEEN): Promise<void> => act(async () => taking?.intoNew(FROM, passage, FILE))
const valueOf = (selector: string, name: string): string => find<HTMLInputElement>(selector, name).value
const shown = (): readonly string[] => [
  valueOf('input[role=combobox]', 'Source'),
  valueOf('input', 'Page or paragraph'),
  valueOf('textarea', 'What it says'),
  valueOf('textarea', 'Note'),
]

test('what was typed before Escape is there beside the passage', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await open(fake, { kind: 'evidence', fact: 'f1' })
  await type(find('textarea', 'What it says'), 'An hour short of the record')
  await type(find('textarea', 'Note'), 'Page torn.')
  await act(async () => fake.services.panels.close())
  await take(SEVENTEEN)
  expect(shown()).toEqual(['Wage agreement', 'p. 2', 'An hour short of the record\nIt lasted 17 hours.', 'Page torn.'])
})

test('an open form shows the passage at once, keeps its verdict, and its next letter loses nothing', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await open(fake, { kind: 'evidence', fact: 'f1', verify: true })
  await type(find('input', 'Paragraph of the pool report'), 'Exhibit C')
  await type(find('textarea', 'Note'), 'Page torn.')
  await take(SEVENTEEN)
  await type(find('textarea', 'Note'), 'Page torn, read by phone.')
  expect([shown(), find('button', 'Attach and verify').textContent]).toEqual([
    ['Wage agreement', 'Exhibit C, p. 2', 'It lasted 17 hours.', 'Page torn, read by phone.'],
    'Attach and verify',
  ])
})

test('the source that the person chose stays', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await open(fake, { kind: 'evidence', fact: 'f1' })
  const source = find<HTMLInputElement>('input[role=combobox]', 'Source')
  await click(source)
  await type(source, 'Pool report 3')
  await act(async () => source.blur())
  await act(async () => fake.services.panels.close())
  await take(SEVENTEEN)
  expect(valueOf('input[role=combobox]', 'Source')).toBe('Pool report 3')
})

test('a second passage replaces the first, and none is there twice', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await take(SEVENTEEN)
  await take(SEVENTEEN)
  await take(SIGNED)
  expect(shown()).toEqual(['Wage agreement', 'p. 3', 'Signed at Mokpo.', ''])
})

test('a passage that comes while the evidence is sent stays in its form', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await take(SEVENTEEN)
  await click(find('button', 'Attach'))
  await take(SIGNED)
  await act(async () => answer())
  await type(find('textarea', 'Note'), 'Page torn.')
  expect(shown()).toEqual(['Wage agreement', 'p. 3', 'Signed at Mokpo.', 'Page torn.'])
})

test('words typed into a change of evidence stay beside the passage', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await open(fake, { kind: 'changeEvidence', fact: 'f1', evidence: BACKUP.id })
  await type(find('textarea', 'Note'), 'Page torn.')
  await type(find('input', 'Paragraph of the pool report'), '¶ 2, second sentence')
  await act(async () => taking?.intoEvidence({ ...BACKUP, excerpt: 'Seventeen hours' }, SEVENTEEN))
  expect([
    valueOf('input', 'Paragraph of the pool report'),
    valueOf('textarea', 'What it says'),
    valueOf('textarea', 'Note'),
  ]).toEqual(['¶ 2, second sentence, p. 2', 'It lasted 17 hours.', 'Page torn.'])
})

test('a passage that takes the place of a saved excerpt shows the old one, and gives it back', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await act(async () => taking?.intoEvidence({ ...BACKUP, excerpt: 'Seventeen hours' }, SEVENTEEN))
  await act(async () => taking?.intoEvidence({ ...BACKUP, excerpt: 'Seventeen hours' }, SIGNED))
  const fields = (): readonly string[] => [
    valueOf('input', 'Paragraph of the pool report'),
    valueOf('textarea', 'What it says'),
  ]
  const taken = [fields(), document.querySelector('.replaced')?.textContent]
  await click(find('button', 'Keep the old words'))
  expect([taken, fields(), document.querySelector('.replaced'), document.activeElement?.tagName]).toEqual([
    [['p. 3', 'Signed at Mokpo.'], 'The passage takes the place of:¶ 2 · Seventeen hoursKeep the old words'],
    ['¶ 2', 'Seventeen hours'],
    ...[null, 'TEXTAREA'],
  ])
  expect(fake.asked).toEqual([])
})

test('words that are typed after a passage stay behind the old ones', async () => {
  const fake = windowWith()
  page = await put(fake.services, <Room />)
  await act(async () => taking?.intoEvidence({ ...BACKUP, excerpt: 'Seventeen hours' }, SEVENTEEN))
  await type(find('textarea', 'What it says'), 'It lasted 17 hours. Or so.')
  await click(find('button', 'Keep the old words'))
  expect(valueOf('textarea', 'What it says')).toBe('Seventeen hours\nIt lasted 17 hours. Or so.')
})

test('a document whose passage is taken in place of another file names that file, and gives it back', async () => {
  const fake = windowWith()
  const other = { ...FILE, sha256: 'b'.repeat(64), name: 'minutes.pdf' }
  const key = evidenceDraftKey('Editor', 's1', 'f1')
  fake.services.panels.drafts.evidence.keep(key, { ...TYPED, source: 'pool', file: other })
  page = await put(fake.services, <Room />)
  await take(SEVENTEEN)
  await take(SIGNED)
  const field = (): string | null | undefined => document.querySelector('.file-taken')?.textContent
  const source = (): string => valueOf('input[role=combobox]', 'Source')
  const taken = [field(), source()]
  await click(find('button', 'Keep the old file'))
  expect([taken, field(), source()]).toEqual([
    ['deal.pdf 31 bytesRemoveIt takes the place of minutes.pdf.Keep the old file', 'Wage agreement'],
    ...['minutes.pdf 31 bytesRemove', 'Pool report 3'],
  ])
})

const TYPED: EvidenceDraft = { locator: '', excerpt: '', stance: 'contradicts', note: 'Torn.', reason: 'Both hold.' }

test.each([
  ['nothing', {}, { locator: 'p. 2', excerpt: 'It lasted 17 hours.' }],
  ['the same words', SEVENTEEN, SEVENTEEN],
  ['words', { excerpt: 'Long.\n' }, { locator: 'p. 2', excerpt: 'Long.\nIt lasted 17 hours.' }],
  ['a longer page', { locator: 'p. 21' }, { locator: 'p. 21, p. 2', excerpt: 'It lasted 17 hours.' }],
  ['a comma', { locator: 'Exhibit C, ' }, { locator: 'Exhibit C, p. 2', excerpt: 'It lasted 17 hours.' }],
])('a passage is put behind %s', (_, written, merged) => {
  expect(withPassage({ ...TYPED, ...written }, SEVENTEEN)).toEqual({ ...TYPED, ...merged, taken: SEVENTEEN })
})

test('words that end like the passage before are not taken for it', () => {
  const taken = { excerpt: '', locator: '1:30' }
  expect(withPassage({ ...TYPED, locator: '11:30', taken }, { excerpt: '', locator: '2:00' })).toEqual({
    ...TYPED,
    locator: '11:30, 2:00',
    taken: { excerpt: '', locator: '2:00' },
  })
})
