import { act } from 'react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { FactsPanel } from '../../../src/renderer/facts/list/FactsPanel'
import { BACKUP, ledgerFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, did, fakeWindow, find, press, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
beforeAll(() => {
  // jsdom lacks these. Radix measures its menus with the second.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
})
afterAll(() => void vi.unstubAllGlobals())
let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Ships wait\nDeck\nIt freed {f1:31 ships} at noon.'

/** The open card of a verified fact with one piece of evidence. */
async function card(startup: Parameters<typeof fakeWindow>[0] = {}): Promise<FakeWindow> {
  const events = signedOn(PAGE, 'f1', 'verified', [BACKUP], 'Checker')
  const fake = fakeWindow({
    story: storyFrom(PAGE, { f1: 'figure' }, events),
    entries: ledgerFrom(events),
    answers: { 'fact.removeEvidence': () => did({}) },
    ...startup,
  })
  page = await put(fake.services, <FactsPanel />)
  await act(async () => fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1'))
  return fake
}
const open = async (): Promise<void> => {
  await press(find('button', 'More for this fact'), 'Enter')
  await vi.waitFor(() => expect(items()).not.toEqual([]))
}
const items = (): readonly (string | null)[] => all('[role^="menuitem"]', /./).map(({ textContent }) => textContent)
const choose = (name: string): Promise<void> => press(find('[role^="menuitem"]', name), 'Enter')

test('the menu of a fact removes the piece of evidence that is chosen', async () => {
  const fake = await card()
  await open()
  expect(items()).toEqual([
    'Change type',
    'What it claims…',
    'Calculation…',
    'Remove evidence',
    'Take back verdict…',
    'Remove tag…',
    'History',
  ])
  await choose('Remove evidence')
  await choose('Pool report 3, ¶ 2')
  await vi.waitFor(() =>
    expect(fake.asked).toEqual([
      { action: 'fact.removeEvidence', request: { story: 's1', fact: 'f1', evidence: BACKUP.id } },
    ]),
  )
  // The row gets the keyboard in a later task, which would close the menu of the next test.
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('fact-open'))
})

test('undo adds the evidence that was removed last again, but not once it is there again', async () => {
  const signed = signedOn(PAGE, 'f1', 'verified', [BACKUP], 'Checker')
  const removed = [...signed, { kind: 'evidenceRemoved' as const, fact: 'f1', evidence: BACKUP.id, by: 'Editor' }]
  const again = [...removed, { kind: 'evidenceAdded' as const, fact: 'f1', evidence: { ...BACKUP, id: 'e2' } }]
  const { id: _id, ...evidence } = BACKUP
  const undone = async (since: Parameters<typeof ledgerFrom>[0]): Promise<readonly unknown[]> => {
    const fake = await card({
      story: storyFrom(PAGE, { f1: 'figure' }, signed),
      entries: ledgerFrom(signed),
      answers: { 'fact.removeEvidence': () => did({}), 'fact.addEvidence': () => did({ id: 'e2' }) },
    })
    await open()
    await choose('Remove evidence')
    await choose('Pool report 3, ¶ 2')
    await vi.waitFor(() => expect(document.activeElement?.className).toBe('fact-open'))
    const { newsroom, notices } = fake.services
    await act(async () => {
      fake.show(storyFrom(PAGE, { f1: 'figure' }, since), ledgerFrom(since))
      await newsroom.undoList.undoNewest()
    })
    const { list, announced } = notices.store.getState()
    page?.unmount()
    return [fake.asked.slice(1), announced, list.map(({ text }) => text)]
  }
  expect(await undone(removed)).toEqual([
    [{ action: 'fact.addEvidence', request: { story: 's1', fact: 'f1', evidence } }],
    'Undone: Evidence removed: Pool report 3, ¶ 2.',
    [],
  ])
  expect(await undone(again)).toEqual([
    [],
    expect.any(String),
    ['Not undone: Evidence removed: Pool report 3, ¶ 2. Someone has changed it since.'],
  ])
})

test('the menu of a fact shows its history in the card, and hides it', async () => {
  await card()
  await open()
  await choose('History')
  const history = (): readonly (string | null)[] =>
    all('.fact-history p', /./).map(({ textContent }) => textContent.trim())
  expect(history()).toEqual([
    '30 Oct 09:00 Checker signed Verified',
    '30 Oct 09:00 Checker added evidence Pool report 3 ¶ 2',
  ])
  expect(await axeFaults()).toEqual([])
  await open()
  await choose('Hide history')
  expect(history()).toEqual([])
})

test('the menu of a fact takes back the verdict on which its form was opened', async () => {
  const before = signedOn(PAGE, 'f1', 'verified', [BACKUP], 'Checker')
  const fake = await card({
    answers: { 'fact.withdraw': () => did({ status: 'verified', by: 'Checker', words: 'about 100 minutes' }) },
  })
  await open()
  await choose('Take back verdict…')
  const { overlay } = fake.services.panels.store.getState()
  const wrong = storyFrom(PAGE, { f1: 'figure' }, [...before, ...signedOn(PAGE, 'f1', 'wrong', [], 'Mira')])
  await act(async () => fake.show(wrong))
  await act(async () => void (overlay?.kind === 'reason' && (await overlay.submit('Not settled.'))))
  const seen = ledgerFrom(before).filter(({ kind }) => kind === 'signed')
  expect(fake.asked).toEqual([
    {
      action: 'fact.withdraw',
      request: { story: 's1', fact: 'f1', standing: seen.map(({ hash }) => hash), reason: 'Not settled.' },
    },
  ])
  // The keyboard comes back to the fact, in a moment of its own.
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('fact-open'))
})

test('a library that is only read offers the history alone', async () => {
  await card({ startup: { readOnly: 'Another Stet has this library open.' } })
  await open()
  expect(items()).toEqual(['History'])
})
