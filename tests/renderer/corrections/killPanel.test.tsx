import { afterEach, expect, test } from 'vitest'
import { ExportPanel } from '../../../src/renderer/export/ExportPanel'
import { KillPanel } from '../../../src/renderer/corrections/KillPanel'
import { offeredMoves } from '../../../src/renderer/checks/move/nextMove'
import { StoryActions } from '../../../src/renderer/shell/StoryActions'
import { useTabs } from '../../../src/renderer/shell/useTabs'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Exported, KillView } from '../../../src/story/requests/requests'
import type { Stage } from '../../../src/story/ledger/stages'
import { ledgerFrom, NOW, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, click, did, fakeWindow, find, press, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const moved = (from: Stage, to: Stage, reason?: string): LedgerEvent => ({
  ...{ kind: 'moved', from, to, copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
  ...(reason === undefined ? {} : { reason }),
})
const sent = (destination: string): LedgerEvent => ({
  ...{ kind: 'exported', format: 'html', edition: 'public', destination, fileName: destination },
  ...{ sha256: 'a'.repeat(64), draft: false, blocks: 0, warns: 0, overrides: [] },
})
const PUBLISHED = [moved('inReview', 'cleared'), moved('cleared', 'published'), sent('site.html'), sent('wire.xml')]
const KILLED = [...PUBLISHED, moved('published', 'killed', 'It never took place.')]
const SITE = {
  ...{ destination: 'site.html', entry: 3, at: NOW, format: 'html', fileName: 'site.html', version: 1 },
  sha256: 'a'.repeat(64),
}
const WIRE = { ...SITE, destination: 'wire.xml', entry: 4 }

function Tabs() {
  const { tab, tabs, counts } = useTabs()
  return (
    <output>
      {tab} {counts.kill}: {tabs.join(' ')}
    </output>
  )
}

const over = async (
  events: readonly LedgerEvent[],
  view: Omit<KillView, 'keptBack'> & Partial<KillView>,
  move: () => ReturnType<typeof did<{ stage: 'killed'; version: number }>> | ReturnType<typeof refused> = () =>
    did({ stage: 'killed' as const, version: 1 }),
  person = 'Editor',
) => {
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, events),
    entries: ledgerFrom(events),
    person,
    answers: { 'kill.show': () => did({ keptBack: [], ...view }), 'kill.told': () => did({}), 'story.move': move },
    calls: { saveNotice: () => did({ path: '/out/notice.txt' }) },
  })
  fake.services.panels.store.setState({ killing: 's1' })
  fake.services.panels.ask('kill')
  page = await put(
    fake.services,
    <>
      <StoryActions />
      <KillPanel />
      <Tabs />
    </>,
  )
  return fake
}

test('a kill asks for its text beside the sheet, shows where the story went, and sends the text', async () => {
  const fake = await over(PUBLISHED, { destinations: [SITE, WIRE] })
  expect([
    document.activeElement === find('textarea', /^Kill text/),
    document.body.textContent?.includes('Receiving desks and readers see it'),
    document.querySelector('.sent .panel-title')?.textContent,
    all('button', /notice/i).length,
    await axeFaults(),
  ]).toEqual([true, true, 'The story went to 2', 0, []])
  await click(find('button', 'Kill the story'))
  expect([find('textarea', /^Kill text/).getAttribute('aria-invalid'), fake.asked.map(({ action }) => action)]).toEqual(
    ['true', ['kill.show']],
  )
  await type(find('textarea', /^Kill text/), ' It never took place. ')
  await press(find('textarea', /^Kill text/), 'Enter')
  expect(fake.asked.map(({ action }) => action)).toEqual(['kill.show'])
  await press(find('textarea', /^Kill text/), 'Enter', { ctrlKey: true })
  expect(fake.asked.at(-1)).toEqual({
    action: 'story.move',
    request: { story: 's1', to: 'killed', reason: 'It never took place.' },
  })
})

test('a refused kill keeps its text, and Escape leaves without one', async () => {
  const fake = await over(PUBLISHED, { destinations: [] }, () => refused('The disk is full.'))
  await type(find('textarea', /^Kill text/), 'It never took place.')
  await click(find('button', 'Kill the story'))
  expect([
    document.querySelector('[role=alert]')?.textContent,
    find<HTMLTextAreaElement>('textarea', /^Kill text/).value,
  ]).toEqual(['The disk is full.', 'It never took place.'])
  await press(find('textarea', /^Kill text/), 'Escape')
  expect(fake.services.panels.store.getState().killing).toBeNull()
})

test('a person who may not kill is told so', async () => {
  await over(PUBLISHED, { destinations: [] }, undefined, 'Checker')
  expect(document.querySelector('.problem')?.textContent).toBe(
    'You are not on the roster of this library. Add the name to the roster first.',
  )
})

test('a killed story shows its text and a notice for each destination, and counts who is not told', async () => {
  const kill = {
    by: 'Editor',
    at: '2026-10-31T07:05:00.000Z',
    text: 'It never took place.',
    version: 1,
    published: NOW,
  }
  const fake = await over(KILLED, {
    kill,
    destinations: [
      { ...SITE, notice: 'KILL: Leaders meet' },
      { ...WIRE, notice: 'KILL: Leaders meet', told: { by: 'Editor', at: NOW, how: 'by phone' } },
    ],
  })
  expect([
    find('button', /^Kill notices/).textContent,
    document.querySelector('.kill-facts')?.textContent,
    document.querySelector('.kill-text')?.textContent,
    document.querySelector('.tab-form-aside')?.textContent,
    document.querySelector('output')?.textContent,
    await axeFaults(),
  ]).toEqual([
    'Kill notices… 2 to send',
    expect.stringMatching(/^Killed.*ByEditorVersion1, live for 22 h 5 min$/) as string,
    'It never took place.',
    '1 to notify',
    'kill 2: kill facts checks comments sources history fields',
    [],
  ])
  await click(find('button', 'Mark as notified…'))
  await type(find('input', 'How they were notified'), 'by mail')
  await press(find('input', 'How they were notified'), 'Enter', { ctrlKey: true })
  expect(fake.asked.at(-1)).toEqual({
    action: 'kill.told',
    request: { story: 's1', destination: 'site.html', entry: 3, how: 'by mail' },
  })
  await click(all('button', 'Save notice…')[0] ?? document.body)
  expect(fake.asked.at(-1)).toEqual({
    action: 'saveNotice',
    request: { story: 's1', kill: true, destination: 'site.html', entry: 3 },
  })
})

test('a kill that cannot be read says why, and not that the story went nowhere', async () => {
  const why = 'The library cannot be read. Nothing is lost.'
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, KILLED),
    entries: ledgerFrom(KILLED),
    answers: { 'kill.show': () => refused(why) },
  })
  page = await put(fake.services, <KillPanel />)
  expect(document.querySelector('[role="alert"]')?.textContent).toBe(why)
  expect(document.body.textContent).not.toContain('not sent anywhere')
})

test('a kill says which words stay here before and after it is sent', async () => {
  const keptBack = ['Source A’s name is in the headline. The kill says “Story withdrawn” instead.']
  const shown = () => all('ul', 'Left out of the kill').map(({ textContent }) => textContent)
  await over(PUBLISHED, { keptBack, destinations: [] })
  expect([shown(), await axeFaults()]).toEqual([[`▲ ${keptBack[0]}`], []])
  page?.unmount()
  const kill = { by: 'Editor', at: NOW, text: 'It never took place.', version: 1, published: NOW }
  await over(KILLED, { kill, keptBack, destinations: [] })
  expect(shown()).toEqual([`▲ ${keptBack[0]}`])
})

const bytes = new TextEncoder().encode('KILL')
const exported: Exported = {
  ...{ fileName: 'story-withdrawn-v2-KILL.html', mediaType: 'text/plain', bytes, sha256: 'abc', losses: [] },
  keptBack: ['Source A’s name is in the headline. The kill says “Story withdrawn” instead.'],
  verdict: { door: 'kill', blocks: [], warns: [], overridden: [] },
}

test('the export of a kill says which words stay here, and marks the chosen place as notified once it is saved', async () => {
  const kill = { by: 'Editor', at: NOW, text: 'It never took place.', version: 1, published: NOW }
  const destinations = [SITE, WIRE, { ...SITE, entry: 9, destination: 'told.html', told: { by: 'Editor', at: NOW } }]
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, KILLED),
    entries: ledgerFrom(KILLED),
    answers: {
      'story.previewExport': () => did(exported),
      'kill.show': () => did({ kill, keptBack: [], destinations }),
      'kill.told': () => did({}),
    },
    calls: { saveExport: () => did({ path: '/out/withdrawn-KILL.html', sha256: 'abc' }) },
  })
  fake.services.panels.open({ kind: 'export' })
  page = await put(fake.services, <ExportPanel />)
  const to = find<HTMLSelectElement>('select', /^This kill goes to/)
  expect([
    all('ul', 'Left out of the kill').map(({ textContent }) => textContent),
    [...to.options].map(({ textContent }) => textContent),
    await axeFaults(),
  ]).toEqual([
    ['▲ Source A’s name is in the headline. The kill says “Story withdrawn” instead.'],
    ['Mark no place as notified', 'site.html', 'wire.xml'],
    [],
  ])
  await type(to, '4')
  await click(find('button', 'Save as…'))
  expect(fake.asked.filter(({ action }) => action === 'kill.told')).toEqual([
    {
      action: 'kill.told',
      request: { story: 's1', destination: 'wire.xml', entry: 4, how: 'withdrawn-KILL.html' },
    },
  ])
  expect(document.querySelector('[role=dialog] [role=status]')?.textContent).toContain(
    'wire.xml is marked as notified.',
  )
})

test('a story whose history is short can be killed, and is never said to have gone nowhere', async () => {
  await over([moved('draft', 'filed')], { destinations: [], mayBeElsewhere: true })
  expect(document.querySelector('.sent .panel-note')?.textContent).toBe(
    'Part of the history is missing, so places that are not listed may have the story, too.',
  )
  page?.unmount()
  await over(PUBLISHED, { destinations: [SITE], mayBeElsewhere: true })
  expect(document.querySelector('p.problem')?.textContent).toBe(
    'Part of the history is missing, so places that are not listed may have the story, too.',
  )
  const loss = { kind: 'ledgerEnd', where: 'all', detail: 'The history is short.' } as const
  const draft = storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, [])
  expect([offeredMoves(draft).kill?.to, offeredMoves({ ...draft, losses: [loss] }).kill?.to]).toEqual([
    undefined,
    'killed',
  ])
})
