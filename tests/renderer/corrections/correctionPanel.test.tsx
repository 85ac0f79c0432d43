import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { CorrectionPanel } from '../../../src/renderer/corrections/CorrectionPanel'
import { Untold } from '../../../src/renderer/export/Untold'
import type { CorrectionRecord } from '../../../src/story/ledger/leaving/corrections/correctionNote'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { CorrectionView } from '../../../src/story/requests/requests'
import type { Stage, VersionKind } from '../../../src/story/ledger/stages'
import { ledgerFrom, NOW, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, click, did, fakeWindow, find, press, put, refused, type, type Page } from '../fakeWindow'
import { defined } from '../../../src/story/text/defined'

let page: Page | undefined
afterEach(() => page?.unmount())

const moved = (from: Stage, to: Stage, versionKind?: VersionKind): LedgerEvent => ({
  kind: 'moved',
  from,
  to,
  copyHash: 'h',
  blocks: 0,
  warns: 0,
  overrides: [],
  ...defined({ versionKind }),
})
const OPENED = [
  moved('inReview', 'cleared'),
  moved('cleared', 'published'),
  moved('published', 'inReview', 'correction'),
]
const story = storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, OPENED)
const RECORD: CorrectionRecord = {
  entry: 4,
  version: 2,
  by: 'Reporter',
  at: NOW,
  was: '90 minutes',
  is: '100 minutes',
  since: { version: 1, at: NOW },
  cause: 'Misheard',
  publicText: 'It ran 100 minutes.',
}
const VIEW: CorrectionView = {
  version: 2,
  kind: 'correction',
  versions: [2],
  published: [{ version: 1, at: NOW }],
  open: true,
  proposed: { was: '90 minutes', is: '100 minutes', since: 1 },
  destinations: [],
}
const SITE = {
  destination: '/out/site/busan.html',
  entry: 3,
  at: NOW,
  format: 'html',
  fileName: 'busan.html',
  sha256: 'a'.repeat(64),
  version: 1,
}

const over = async (
  view: CorrectionView,
  {
    person = 'Editor',
    now = story,
    entries = [],
    note = () => did({ entry: 4, approved: true }),
    show = () => view,
  }: {
    readonly show?: () => CorrectionView
    readonly person?: string
    readonly now?: typeof story
    readonly entries?: readonly LedgerEntry[]
    readonly note?: () => ReturnType<typeof did<{ entry: number; approved: boolean }>> | ReturnType<typeof refused>
  } = {},
) => {
  const fake = fakeWindow({
    story: now,
    entries,
    person,
    answers: { 'correction.show': () => did(show()), 'correction.note': note, 'correction.told': () => did({}) },
    calls: { saveNotice: () => did({ path: '/out/notice.txt' }) },
  })
  fake.services.panels.ask('correction')
  page = await put(fake.services, <CorrectionPanel />)
  return fake
}
const value = (label: string): string => find<HTMLTextAreaElement>('textarea', label).value

test('what changed is proposed, the keyboard stands in what is still to be said, and one key records all of it', async () => {
  const fake = await over(VIEW)
  expect([
    value('Was'),
    value('Is'),
    find<HTMLSelectElement>('select', 'Wrong since').value,
    document.activeElement === find('textarea', 'How it happened'),
    await axeFaults(),
  ]).toEqual(['90 minutes', '100 minutes', '1', true, []])
  await type(find('textarea', 'How it happened'), 'Misheard')
  await type(find('textarea', 'For readers'), 'It ran 100 minutes.')
  await press(find('textarea', 'For readers'), 'Enter')
  expect(fake.asked.at(-1)).toEqual({
    action: 'correction.note',
    request: {
      story: 's1',
      was: '90 minutes',
      is: '100 minutes',
      cause: 'Misheard',
      publicText: 'It ran 100 minutes.',
      since: 1,
    },
  })
})

test('a note whose right words are gone is not shown as approved, and says what to do', async () => {
  await over({ ...VIEW, record: { ...RECORD, approver: 'Editor' }, lapsed: true })
  expect([
    all('span.is-stop', 'Approval lapsed').length,
    document.body.textContent?.includes('“Is” is not in the story now. Change it to the words as they are now.'),
    all('span', /^Approved$/).length,
  ]).toEqual([1, true, 0])
})

test('after an approval lapsed, “Is” has the words as they are now, and one press saves the note', async () => {
  const proposed = { was: '90 minutes', is: '110 minutes', since: 1 }
  const fake = await over({ ...VIEW, record: { ...RECORD, approver: 'Editor' }, lapsed: true, proposed })
  expect([value('Is'), value('How it happened'), all('button', 'Back to the note').length]).toEqual([
    '110 minutes',
    'Misheard',
    0,
  ])
  expect(document.body.textContent).toContain('“Is” below has the words as they are now. Save the note.')
  await click(find('button', 'Save note'))
  expect(fake.asked.at(-1)).toEqual({
    action: 'correction.note',
    request: {
      ...{ story: 's1', was: '90 minutes', is: '110 minutes', cause: 'Misheard', since: 1 },
      publicText: 'It ran 100 minutes.',
    },
  })
})

test('after an approval lapsed, “Is” stays when what changed is another sentence than that of the note', async () => {
  const proposed = { was: 'In Busan', is: 'In Seoul', since: 1 }
  await over({ ...VIEW, record: { ...RECORD, approver: 'Editor' }, lapsed: true, proposed })
  expect([value('Was'), value('Is')]).toEqual(['90 minutes', '100 minutes'])
})

test('what is missing is said in its field, and nothing is sent', async () => {
  const fake = await over(VIEW)
  await type(find('textarea', 'How it happened'), ' ')
  await click(find('button', 'Save note'))
  expect([
    find('textarea', 'How it happened').getAttribute('aria-invalid'),
    document.activeElement === find('textarea', 'How it happened'),
    fake.asked.map(({ action }) => action),
  ]).toEqual(['true', true, ['correction.show']])
})

test('an empty field asks for its own words', async () => {
  await over({ ...VIEW, proposed: {} })
  const asked: (string | undefined)[] = []
  for (const label of ['Was', 'Is', 'How it happened', 'For readers']) {
    await click(find('button', 'Save note'))
    asked.push(document.querySelector('.field-error')?.textContent)
    await type(find('textarea', label), 'Words')
  }
  expect(asked).toEqual([
    'Say what it was.',
    'Say what it is now.',
    'Say how it happened.',
    'Say what readers are told.',
  ])
})

test('typed words outlive the panel until they are recorded, and are kept when the newsroom refuses them', async () => {
  const fake = await over(VIEW, {
    note: () =>
      refused(
        'The text for readers contains Source A’s name, which must not leave the desk. Nothing was saved. Remove it.',
      ),
  })
  await type(find('textarea', 'How it happened'), 'Misheard')
  await type(find('textarea', 'For readers'), 'Mina said so.')
  page?.unmount()
  page = await put(fake.services, <CorrectionPanel />)
  expect([value('How it happened'), value('For readers')]).toEqual(['Misheard', 'Mina said so.'])
  await click(find('button', 'Save note'))
  expect([find('textarea', 'For readers').getAttribute('aria-invalid'), value('For readers')]).toEqual([
    'true',
    'Mina said so.',
  ])
  await click(find('button', 'Start over'))
  expect([value('How it happened'), value('Was')]).toEqual(['', '90 minutes'])
})

/** A ledger in which each of these recorded `RECORD`. */
const recordedBy = (...people: readonly string[]): readonly LedgerEntry[] => {
  const { entry: _entry, by: _by, at: _at, ...texts } = RECORD
  return ledgerFrom([...OPENED, ...people.map((by) => ({ kind: 'correctionNoted' as const, ...texts, by }))])
}

test('who wrote the record is told that somebody else approves it, and has nothing to press', async () => {
  await over({ ...VIEW, proposed: {}, record: { ...RECORD, by: 'Editor' } }, { entries: recordedBy('Editor') })
  expect([
    document.querySelector('.form-note')?.textContent,
    all('button', /^(?:Save|Approve)/),
    await axeFaults(),
  ]).toEqual(['No one approves what they wrote. Someone else must approve the note.', [], []])
  // What they type is theirs, too.
  await type(find('textarea', 'How it happened'), 'Misread')
  expect(find('button', /^Save/).textContent).toBe('Save note')
})

test('an author stands by what an editor wrote, and the editor may approve it then', async () => {
  const view = { ...VIEW, proposed: {}, record: { ...RECORD, by: 'Editor' } }
  await over(view, { person: 'Reporter', entries: recordedBy('Editor') })
  expect([document.querySelector('.form-note')?.textContent, find('button', /^Save/).textContent]).toEqual([
    'You are the author or have a byline. Save the note unchanged if it is right; Editor can approve it then.',
    'Save note',
  ])
  page?.unmount()
  const both = { entries: recordedBy('Editor', 'Reporter') }
  await over({ ...view, record: { ...RECORD, entry: 5 } }, both)
  expect([document.querySelector('.form-note'), find('button', 'Approve').textContent]).toEqual([null, 'Approve'])
})

test('the pressed button goes with its work, and the keyboard moves to what became of the note', async () => {
  const saved: CorrectionView = { ...VIEW, proposed: {}, record: { ...RECORD, by: 'Editor' } }
  const approved: CorrectionView = { ...saved, record: { ...RECORD, approver: 'Editor' } }
  for (const [before, after, entries, button, standing] of [
    [VIEW, saved, recordedBy('Editor'), 'Save note', /^▲ Saved by Editor, .*\. Not approved yet\.$/],
    [saved, approved, recordedBy('Editor', 'Reporter'), 'Approve', /^● Approved by Editor, /],
  ] as const) {
    let shown: CorrectionView = before
    const fake = await over(before, { show: () => shown, entries: before === VIEW ? [] : entries })
    if (before === VIEW) {
      await type(find('textarea', 'How it happened'), 'Misheard')
      await type(find('textarea', 'For readers'), 'It ran 100 minutes.')
    }
    const pressed = find('button', button)
    pressed.focus()
    await click(pressed)
    shown = after
    await act(async () => fake.show(story, [...entries]))
    await vi.waitFor(() => expect(pressed.isConnected).toBe(false))
    await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(standing))
    expect([document.querySelector('.gate-words.is-stop'), await axeFaults()]).toEqual([null, []])
    page?.unmount()
  }
})

test('after Start over the keyboard is in the first field', async () => {
  await over(VIEW)
  await type(find('textarea', 'Is'), '110 minutes')
  const pressed = find('button', 'Start over')
  pressed.focus()
  await click(pressed)
  await vi.waitFor(() => expect(document.activeElement).toBe(find('textarea', 'Was')))
})

test('the author records, and is told that somebody else approves; a cleared version is closed to them', async () => {
  await over(VIEW, { person: 'Reporter' })
  expect([
    find('button', 'Save note').textContent,
    document.body.textContent?.includes('You are the author or have a byline, so someone else must approve the note.'),
  ]).toEqual(['Save note', true])
  page?.unmount()
  await over(
    { ...VIEW, record: RECORD },
    {
      person: 'Reporter',
      now: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, [...OPENED, moved('inReview', 'cleared')]),
    },
  )
  expect([find<HTMLTextAreaElement>('textarea', 'Was').readOnly, all('button', /^(?:Record|Approve)/)]).toEqual([
    true,
    [],
  ])
})

test('a record that waits is approved as it stands with one button, and says whose it is', async () => {
  const fake = await over({ ...VIEW, proposed: {}, record: RECORD }, { entries: recordedBy('Reporter') })
  expect(document.body.textContent).toContain('Saved by Reporter')
  await click(find('button', 'Approve'))
  expect(fake.asked.at(-1)?.request).toMatchObject({ was: '90 minutes', cause: 'Misheard' })
  page?.unmount()
  await over({ ...VIEW, proposed: {}, record: { ...RECORD, by: 'Editor', approver: 'Editor', selfApproved: true } })
  expect(document.querySelector('.gate-words.is-ok')?.textContent).toMatch(
    /^● Approved by Editor, (?:30 Oct )?\d\d:\d\d. Self-approved$/,
  )
  expect([all('button', /^(?:Record|Approve)/), document.activeElement?.getAttribute('aria-label')]).toEqual([
    [],
    'Correction, version 2',
  ])
})

test('each destination has its notice to copy or save, is noted as told with how, and taken back', async () => {
  const open: CorrectionView = {
    ...VIEW,
    record: { ...RECORD, approver: 'Editor' },
    destinations: [
      { ...SITE, notice: 'CORRECTION: …' },
      {
        ...SITE,
        entry: 4,
        destination: 'wire.xml',
        format: 'nitf',
        notice: 'CORRECTION: …',
        told: { by: 'Editor', at: NOW, how: 'by phone' },
      },
    ],
  }
  const fake = await over(open)
  expect([
    document.querySelector('.sent > .gate-words')?.textContent,
    document.querySelector('.sent-told')?.textContent?.replace(/(?:30 Oct )?\d\d:\d\d/, 'TIME'),
    await axeFaults(),
  ]).toEqual(['▲ 1 to notify.', '● Notified by Editor, TIME, by phone', []])
  await click(find('button', 'Mark as notified…'))
  await type(find('input', 'How they were notified'), 'by mail')
  await click(find('button', 'Mark as notified'))
  expect(fake.asked.at(-1)).toEqual({
    action: 'correction.told',
    request: { story: 's1', version: 2, destination: '/out/site/busan.html', entry: 3, how: 'by mail' },
  })
  await click(find('button', 'Undo “notified”'))
  expect(fake.asked.at(-1)).toEqual({
    action: 'correction.told',
    request: { story: 's1', version: 2, destination: 'wire.xml', entry: 4, undo: true },
  })
  await click(all('button', 'Save notice…')[0] ?? document.body)
  expect(fake.asked.at(-1)).toEqual({
    action: 'saveNotice',
    request: { story: 's1', version: 2, destination: '/out/site/busan.html', entry: 3 },
  })
})

test('places that read the same have a form each, and a notice that is held back says why', async () => {
  const held = 'The notice would hold an internal id of this library, which must not leave the desk.'
  const fake = await over({
    ...VIEW,
    record: { ...RECORD, approver: 'Editor' },
    destinations: [
      { ...SITE, held },
      { ...SITE, entry: 4, held },
    ],
  })
  expect([
    document.querySelector('.sent > .gate-words')?.textContent,
    [...document.querySelectorAll('.sent-item > .is-stop')].map(({ textContent }) => textContent),
    all('button', /notice/),
    await axeFaults(),
  ]).toEqual(['▲ 2 to notify.', [`✕ ${held}`, `✕ ${held}`], [], []])
  await click(all('button', 'Mark as notified…')[1] ?? document.body)
  expect(all('input', 'How they were notified')).toHaveLength(1)
  await click(find('button', 'Mark as notified'))
  expect(fake.asked.at(-1)).toEqual({
    action: 'correction.told',
    request: { story: 's1', version: 2, destination: '/out/site/busan.html', entry: 4 },
  })
})

test('an earlier correction of the story is a choice away', async () => {
  const fake = await over({ ...VIEW, version: 4, versions: [2, 4] })
  await type(find('select', 'Version'), '2')
  expect(fake.asked.at(-1)).toEqual({ action: 'correction.show', request: { story: 's1', version: 2 } })
})

test('without a record there is no notice yet, and without a correction the panel says what it is for', async () => {
  await over({ ...VIEW, destinations: [SITE] })
  expect([document.querySelector('.sent > .gate-words')?.textContent, all('button', /notice/)]).toEqual([
    '▲ 1 to notify. The notice is available once the correction note is approved.',
    [],
  ])
  page?.unmount()
  const { kind: _none, ...plain } = VIEW
  await over(plain)
  expect([document.body.textContent?.includes('No correction here'), await axeFaults()]).toEqual([true, []])
})

test('who was not told of a published correction stands with the exports, and nobody once all were', async () => {
  const sent: LedgerEvent = {
    kind: 'exported',
    format: 'html',
    edition: 'public',
    fileName: 'busan.html',
    sha256: 'a',
    draft: false,
    blocks: 0,
    overrides: [],
    destination: '/out/busan.html',
  }
  const noted: LedgerEvent = {
    kind: 'correctionNoted',
    version: 2,
    was: '90',
    is: '100',
    since: { version: 1, at: NOW },
    cause: 'x',
    publicText: 'y',
    approver: 'Editor',
  }
  const events = [
    ...OPENED.slice(0, 2),
    sent,
    moved('published', 'inReview', 'correction'),
    noted,
    moved('inReview', 'cleared'),
    moved('cleared', 'published'),
  ]
  const { services } = fakeWindow()
  page = await put(services, <Untold story={{ entries: ledgerFrom(events) }} />)
  expect(document.querySelector('.untold p')?.textContent).toBe(
    '▲ To notify: Not notified of the correction in version 2: /out/busan.html.',
  )
  page.unmount()
  page = await put(
    services,
    <Untold
      story={{
        entries: ledgerFrom([
          ...events,
          { kind: 'correctionTold', version: 2, export: 3, destination: '/out/busan.html' },
        ]),
      }}
    />,
  )
  expect(document.querySelector('.untold')).toBeNull()
})
