import { afterEach, expect, it } from 'vitest'
import { useState } from 'react'
import { setLanguage } from '../../../src/catalogue/area'
import { speak } from '../../../src/catalogue/language'
import { whyNotLocator } from '../../../src/checks/evidence/whyNotLocator'
import { LocatorField } from '../../../src/renderer/evidence/form/LocatorField'
import { readParts, writeParts, type LocatorParts } from '../../../src/renderer/evidence/form/locatorParts'
import { SOURCE_KINDS, type SourceKind } from '../../../src/story/desk/source'
import { axeFaults, click, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  setLanguage('en')
  page?.unmount()
})

const FILLED: Readonly<Record<SourceKind, LocatorParts>> = {
  document: { page: '3', paragraph: '2' },
  official: { page: '3' },
  pool: { paragraph: '2' },
  media: { time: '00:12:31' },
  outlet: { address: 'https://example.org/a', paragraph: '4', seen: '2026-10-30T11:05' },
  dataset: { table: '2', row: '14', column: 'C', retrieved: '2026-10-30' },
  person: { said: '2026-10-30T09:40', channel: 'phone' },
  observation: { observer: 'Kim Min', place: 'Pier 3', seen: '2026-10-30T11:01' },
}

it('the fields of each kind write a locator that leads to its place', () => {
  expect(SOURCE_KINDS.map((kind) => [kind, writeParts(kind, FILLED[kind])])).toEqual([
    ['person', '2026-10-30 09:40, phone'],
    ['document', 'p. 3 ¶ 2'],
    ['official', 'p. 3'],
    ['pool', '¶ 2'],
    ['outlet', 'https://example.org/a, ¶ 4, 2026-10-30 11:05'],
    ['dataset', 'table 2, row 14, column C, 2026-10-30'],
    ['observation', 'Kim Min, Pier 3, 2026-10-30 11:01'],
    ['media', '00:12:31'],
  ])
  expect(
    SOURCE_KINDS.map((kind) =>
      whyNotLocator({ locator: writeParts(kind, FILLED[kind]) }, kind, '2026-10-30T10:00:00.000Z'),
    ),
  ).toEqual(SOURCE_KINDS.map(() => undefined))
})

it('in Korean the number comes first, and is read back', async () => {
  await speak('ko')
  expect((['document', 'pool', 'dataset'] as const).map((kind) => writeParts(kind, FILLED[kind]))).toEqual([
    '3쪽 2문단',
    '2문단',
    '표 2, 14행, C열, 2026-10-30',
  ])
  expect(readParts(writeParts('document', FILLED.document))).toEqual(FILLED.document)
  expect(whyNotLocator({ locator: writeParts('dataset', FILLED.dataset) }, 'dataset', '2026-10-30T10:00:00.000Z')).toBe(
    undefined,
  )
})

it('page, paragraph and time are read back from what a person wrote', () => {
  expect([readParts('S. 4, ¶ 2'), readParts('1:02:34'), readParts('Exhibit C')]).toEqual([
    { page: '4', paragraph: '2' },
    { time: '1:02:34' },
    {},
  ])
})

function Field({ kind, start = '' }: { readonly kind: SourceKind; readonly start?: string }) {
  const [value, setValue] = useState(start)
  return <LocatorField kind={kind} value={value} onValue={setValue} error={undefined} firstFocus={false} />
}

it('a field writes into the text, and the text that is typed clears what the fields held', async () => {
  page = await put(fakeWindow({ person: 'Kim Min' }).services, <Field kind="observation" />)
  await type(find('input', 'Place'), 'Pier 3')
  await type(find('input', 'Seen on'), '2026-10-30T11:01')
  const text = find<HTMLInputElement>('input', 'Who saw it, and when')
  expect(text.value).toBe('Kim Min, Pier 3, 2026-10-30 11:01')
  expect(await axeFaults()).toEqual([])
  await type(text, 'Lee, Pier 4')
  expect(find<HTMLInputElement>('input', 'Place').value).toBe('')
})

it('a page takes digits, and a time counts once it is whole', async () => {
  page = await put(fakeWindow({}).services, <Field kind="document" />)
  await type(find('input', 'Page'), '1x2')
  expect(find<HTMLInputElement>('input', 'Page or paragraph').value).toBe('p. 12')
  page.unmount()
  page = await put(fakeWindow({}).services, <Field kind="media" />)
  await type(find('input', 'Timecode'), '00:1')
  expect(find<HTMLInputElement>('input', 'Where in the recording').value).toBe('')
  await type(find('input', 'Timecode'), '00:12:31')
  expect(find<HTMLInputElement>('input', 'Where in the recording').value).toBe('00:12:31')
})

const written = (): string => document.querySelector<HTMLInputElement>('.locator-field > * input')?.value ?? ''

it.each<[SourceKind, string, string, string, string]>([
  ['person', 'By phone from her car', 'Said on', '2026-10-30T09:40', 'By phone from her car, 2026-10-30 09:40'],
  [
    'outlet',
    'https://example.org/a, 2026-10-30 11:05',
    'Paragraph',
    '4',
    'https://example.org/a, 2026-10-30 11:05, ¶ 4',
  ],
  ['document', 'Exhibit C', 'Page', '3', 'Exhibit C, p. 3'],
  ['document', 'p. 3', 'Paragraph', '2', 'p. 3 ¶ 2'],
  ['document', 'S. 4, third table', 'Page', '5', 'S. 5, third table'],
  ['document', 'pp. 3–5', 'Paragraph', '2', 'pp. 3–5, ¶ 2'],
  ['document', 'Exhibit C, ¶ 14(b), footnote', 'Paragraph', '', 'Exhibit C, footnote'],
  ['official', '5쪽 표 2', 'Page', '6', '6쪽 표 2'],
  ['media', 'Second part, 00:12:31', 'Timecode', '00:13:02', 'Second part, 00:13:02'],
  ['media', '2026-10-30 09:40, phone', 'Timecode', '00:12:31', '2026-10-30 09:40, phone, 00:12:31'],
  ['media', '2026-10-30 09:40, 00:12:31', 'Timecode', '00:13:02', '2026-10-30 09:40, 00:13:02'],
  ['observation', 'Lee saw it from Pier 4', 'Seen on', '2026-10-30T11:01', 'Lee saw it from Pier 4, 2026-10-30 11:01'],
])('a field for a source of kind %s leaves “%s” where it is: %s %s', async (kind, start, field, words, text) => {
  page = await put(fakeWindow({ person: 'Kim Min' }).services, <Field kind={kind} start={start} />)
  await type(find('input', field), words)
  expect(written()).toBe(text)
})

it('a part that is changed again changes in place of the part before', async () => {
  page = await put(fakeWindow({}).services, <Field kind="person" start="By phone from her car" />)
  await type(find('input', 'Said on'), '2026-10-30T09:40')
  await type(find('input', 'Said on'), '2026-10-30T09:45')
  await type(find('input', 'How (phone, mail …)'), 'phone')
  expect([written(), find<HTMLInputElement>('input', 'Said on').value]).toEqual([
    'By phone from her car, 2026-10-30 09:45, phone',
    '2026-10-30T09:45',
  ])
})

function Kinds() {
  const [kind, setKind] = useState<SourceKind>('person')
  const [value, setValue] = useState('')
  return (
    <>
      <button onClick={() => setKind('document')}>Document</button>
      <LocatorField kind={kind} value={value} onValue={setValue} error={undefined} firstFocus={false} />
    </>
  )
}

it('what was typed for one kind of source stays when the source is of another kind', async () => {
  page = await put(fakeWindow({}).services, <Kinds />)
  await type(find('input', 'Said on'), '2026-10-30T09:40')
  await click(find('button', 'Document'))
  await type(find('input', 'Page'), '3')
  expect(written()).toBe('2026-10-30 09:40, p. 3')
})

it('a picture has no pages, whatever its source is, and “whole” is offered', async () => {
  const Picture = () => {
    const [value, setValue] = useState('')
    return (
      <LocatorField kind="document" picture value={value} onValue={setValue} error={undefined} firstFocus={false} />
    )
  }
  page = await put(fakeWindow({}).services, <Picture />)
  const text = find<HTMLInputElement>('input', 'Where in the picture')
  const before = [text.placeholder, document.querySelectorAll('input').length, await axeFaults()]
  await click(find('button', 'Whole picture'))
  expect([before, text.value, document.querySelectorAll('button').length]).toEqual([['whole', 1, []], 'whole', 0])
  expect(whyNotLocator({ locator: text.value }, 'document', '2026-10-30T10:00:00.000Z', { kind: 'image' })).toBe(
    undefined,
  )
})
