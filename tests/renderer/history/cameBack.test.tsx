/** A bundle of several stories is merged: each that came back shows what changed, and one undo covers all. */
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Notice } from '../../../src/renderer/state/stores/notices'
import { SinceHandedOverPanel } from '../../../src/renderer/history/since/SinceHandedOver'
import { ImportPanel } from '../../../src/renderer/import/ImportPanel'
import { usePanels } from '../../../src/renderer/state'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { MergeReport } from '../../../src/story/requests/exchange/mergeRequests'
import type { SinceHandedOver } from '../../../src/story/requests/exchange/sinceRequests'
import { ledgerFrom, NOW, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, click, did, fakeWindow, find, press, put, refused, type Page } from '../fakeWindow'
import { localMinute } from '../../../src/story/text/format/localMinute'

/** Nine o’clock of the tests, on the clock of this machine. */
const NINE = localMinute('2026-10-30T09:00:00Z')

let page: Page | undefined
afterEach(() => page?.unmount())

const REPORT: MergeReport = {
  ...{ story: 's1', headline: 'Harbour crews', bundle: 'b', made: NOW, outcome: 'merged', undoable: true, entries: 1 },
  sender: { person: 'Kim Min', device: 'k1', standing: 'trusted' },
  ...{ words: [], verdicts: [], facts: [], dropped: [], keptFields: [], missingFiles: [] },
  ...{ files: 0, versions: 0, sources: [] },
}
const REPORTS: readonly MergeReport[] = [
  { ...REPORT, story: 's0', headline: 'New here', outcome: 'new', undoable: false },
  REPORT,
  { ...REPORT, story: 's2', headline: 'Ferries' },
  { ...REPORT, story: 's3', headline: 'Own work only' },
]
const MERGED: readonly LedgerEvent[] = [
  { kind: 'merged', bundle: 'b', from: 'Kim Min', device: 'k1', entries: 1, here: ['h'], version: 2, copy: 'c' },
]
const CAME: SinceHandedOver = {
  handedOver: { at: NOW, by: 'Editor', from: 'Kim Min' },
  items: [{ key: 'k', by: ['Kim Min'], kind: 'move', from: 'draft', to: 'filed' }],
}

function Overlay() {
  const kind = usePanels(({ overlay }) => overlay?.kind)
  return kind === 'import' ? <ImportPanel /> : kind === 'since' ? <SinceHandedOverPanel /> : null
}

interface Import {
  /** No merge is undone before. */
  readonly waits?: Promise<void>
  /** No story is read before. */
  readonly asks?: Promise<void>
  /** No story after the first opens before. */
  readonly opens?: Promise<void>
  /** Main lets go of no story before. */
  readonly released?: Promise<void>
  /** The story whose merge is not undone. */
  readonly refusing?: string
  /** The reports of each bundle. */
  readonly files?: readonly (readonly MergeReport[])[]
  /** The same once they are merged. */
  readonly came?: readonly (readonly MergeReport[])[]
}

/** A window in which the bundle of all reports was imported. Stories open without being read. */
async function imported(
  refusal?: string,
  { waits, asks, opens, released, refusing = 's2', files = [REPORTS], came = files }: Import = {},
) {
  const story = (id: string) => ({ ...storyFrom('Leaders meet\nDeck\nBody.', {}, MERGED), id })
  const opened: string[] = []
  const fake = fakeWindow({
    story: story('s9'),
    entries: ledgerFrom(MERGED),
    answers: {
      'story.previewMerge': ({ name }) => did({ stories: files[parseInt(name)] ?? [] }),
      'story.merge': ({ name }) => did({ stories: came[parseInt(name)] ?? [] }),
      'story.previewImport': ({ name }) =>
        did({ headline: name, blocks: [], losses: [], language: 'en', format: 'plain text' }),
      'story.import': ({ name }) => did({ id: name, headline: name, losses: [] }),
      'story.sinceHandedOver': async ({ story }) => {
        await asks
        return did(story === 's3' ? { items: [] } : CAME)
      },
      'story.undoMerge': async ({ story }) => {
        await waits
        return refusal !== undefined && story === refusing
          ? refused(refusal)
          : did({ from: 'Kim Min', tray: 1, keptFields: [], facts: {} })
      },
    },
    calls: {
      seenSince: ({ more = [] }) => did({ keys: more }),
      chooseImports: () => did(files.map((_, at) => ({ name: `${at}.stet`, bytes: new Uint8Array() }))),
    },
  })
  const { newsroom, panels, notices } = fake.services
  const announced: string[] = []
  notices.store.subscribe((now, before) => {
    if (now.times !== before.times) announced.push(now.announced)
  })
  Object.assign(newsroom, {
    openStory: async (id: string) => {
      opened.push(id)
      if (newsroom.store.getState().session?.id === id) return true
      const turn = opened.length
      if (turn === 2) await opens
      if (turn !== opened.length) return false
      notices.settle()
      const { session } = newsroom.store.getState()
      const now = fakeWindow({ story: story(id), entries: ledgerFrom(MERGED) }).services.newsroom.store.getState()
      if (session) newsroom.store.setState({ session: now.session })
      panels.leaveStory(id)
      if (opened.length > 1) await released
      return true
    },
  })
  panels.store.setState({ overlay: { kind: 'import' } })
  page = await put(fake.services, <Overlay />)
  await click(find('button', 'Choose files…'))
  await settled()
  await click(find('button', /^Import and merge \d stories$|^(?:Import|Merge) (?:story|\d stories)$/))
  await settled()
  return {
    ...fake,
    opened,
    announced,
    said: () => notices.store.getState().list.map(({ text, act }) => [text, act?.label]),
  }
}
const settled = () =>
  act(async () => {
    await new Promise((resolve: (at: number) => void) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
/** What waits until the test goes on. */
function held() {
  let go = (): void => undefined
  const waits = new Promise<void>((resolve) => {
    go = resolve
  })
  return { waits, go: () => go() }
}
const isKnown = (notice: Notice): boolean => notice.isKnown === true
const textOf = (): string => document.querySelector('[role=dialog]')?.textContent ?? ''
const undone = (asked: readonly { readonly action: string; readonly request: unknown }[]) =>
  asked.flatMap(({ action, request }) => (action === 'story.undoMerge' ? [request] : []))

const ALL = ['What Kim Min handed over was merged with 3 stories that were here.', 'Undo the merge of all 3 stories']

describe('several stories that came back', () => {
  it('show what changed one after the other, with the undo of all', async () => {
    const { opened, said } = await imported()
    expect([opened, said(), textOf().includes('Story 1 of 2: Harbour crews.'), await axeFaults()]).toEqual([
      ['s1'],
      [ALL],
      true,
      [],
    ])
    await click(find('button', 'KeepK'))
    await settled()
    expect(document.activeElement).toBe(find('button', 'Next: Ferries'))
    await click(find('button', 'Next: Ferries'))
    await settled()
    expect([opened, said(), textOf().includes('Story 2 of 2: Ferries.'), all('button', /^Next/)]).toEqual([
      ['s1', 's2'],
      [ALL],
      true,
      [],
    ])
    await click(find('button', 'Keep everything'))
    await settled()
    expect(document.querySelector('[role=dialog]')).toBe(null)
  })

  it('of which somebody else has the pen of one are undone without that one, and the notice says who can', async () => {
    const came = [REPORTS.map((report) => (report.story === 's2' ? { ...report, undoneBy: 'Ana' } : report))]
    const { said, asked } = await imported(undefined, { came })
    expect(said()).toEqual([
      [
        `${ALL[0] ?? ''} Ana has the pen of “Ferries”, so only Ana can undo its merge.`,
        'Undo the merge of all 2 stories',
      ],
    ])
    await click(find('button', 'Undo the merge of all 2 stories'))
    await settled()
    expect(undone(asked)).toEqual([
      { story: 's1', bundle: REPORT.bundle },
      { story: 's3', bundle: REPORT.bundle },
    ])
  })

  it('have no empty bar under them where nothing came and nothing can be undone', async () => {
    const fake = fakeWindow({
      story: storyFrom('Leaders meet\nDeck\nBody.'),
      answers: { 'story.sinceHandedOver': () => did({ ...CAME, items: [] }) },
    })
    page = await put(fake.services, <SinceHandedOverPanel />)
    expect(all('.panel-note', /./).map(({ textContent }) => textContent)).toEqual([
      'Everything that came back is your own work.',
    ])
    expect(document.querySelector('.dialog-foot')).toBeNull()
  })

  it('are announced one by one, once each, and the merge of all is not announced again', async () => {
    const { services } = await imported()
    const { store } = services.notices
    const said: string[] = []
    const stop = store.subscribe(({ announced, times }, before) => {
      if (times !== before.times) said.push(announced)
    })
    const first = store.getState()
    await click(find('button', 'Next: Ferries'))
    await settled()
    stop()
    const { list } = store.getState()
    expect([first.announced, first.list.map(isKnown), said, list.map(isKnown)]).toEqual([
      'Story 1 of 2: Harbour crews.',
      [false],
      ['Story 2 of 2: Ferries.'],
      [true],
    ])
  })

  it('are undone together, each by its own bundle', async () => {
    const { asked, said } = await imported()
    await click(find('button', 'Undo the merge of all 3 stories'))
    await settled()
    expect([undone(asked), said(), document.querySelector('[role=dialog]')]).toEqual([
      ['s1', 's2', 's3'].map((story) => ({ story, bundle: 'b' })),
      [
        [
          'The merge of 3 of 3 stories is undone. Verdicts that came with it no longer count, except those against the words. Words that were removed are in the recovery tray of each story.',
          undefined,
        ],
      ],
      null,
    ])
  })

  it('say which of them stays merged, and why', async () => {
    const { said } = await imported('It has changed.')
    await click(find('button', 'Undo the merge of all 3 stories'))
    await settled()
    expect(said()).toEqual([
      [
        'The merge of 2 of 3 stories is undone. Verdicts that came with it no longer count, except those against the words. Words that were removed are in the recovery tray of each story. “Ferries”: It has changed.',
        undefined,
      ],
    ])
  })

  it('go on after the merge of one is undone, and the undo of all leaves that one out', async () => {
    const { asked } = await imported()
    await click(find('button', 'Undo the merge'))
    await settled()
    expect(document.activeElement).toBe(find('button', 'Next: Ferries'))
    await click(find('button', 'Undo the merge of all 2 stories'))
    await settled()
    expect(undone(asked)).toEqual(['s1', 's2', 's3'].map((story) => ({ story, bundle: 'b' })))
  })

  it('are undone once, also when the button is pressed again meanwhile', async () => {
    const { waits, go } = held()
    const { asked } = await imported(undefined, { waits })
    await click(find('button', 'Undo the merge of all 3 stories'))
    for (const name of ['Undo the merge of all 3 stories', 'Undo the merge', 'Next: Ferries']) {
      expect(find('button', name).getAttribute('aria-disabled')).toBe('true')
      await click(find('button', name))
    }
    go()
    await settled()
    expect([undone(asked), document.querySelector('[role=dialog]')]).toEqual([
      ['s1', 's2', 's3'].map((story) => ({ story, bundle: 'b' })),
      null,
    ])
  })

  it('say in the panel why the merge of one is not undone, and in a notice once the panel is closed', async () => {
    const { waits, go } = held()
    const { said } = await imported('It has changed.', { refusing: 's1' })
    await click(find('button', 'Undo the merge'))
    await settled()
    expect([find('[role=dialog] [role=alert]', /./).textContent, said()]).toEqual(['It has changed.', []])
    page?.unmount()
    const later = await imported('It has changed.', { refusing: 's1', waits })
    await click(find('button', 'Undo the merge'))
    await act(async () => later.services.panels.close())
    go()
    await settled()
    expect(later.said()).toContainEqual(['It has changed.', undefined])
  })

  it('leave the panel closed that is closed while the merge of one is undone', async () => {
    const { waits, go } = held()
    const { asked, services } = await imported(undefined, { waits })
    await click(find('button', 'Undo the merge'))
    await act(async () => services.panels.close())
    go()
    await settled()
    expect([undone(asked), services.panels.store.getState().overlay]).toEqual([[{ story: 's1', bundle: 'b' }], null])
  })

  it('are not offered for undoing where no merge was noted', async () => {
    const { said } = await imported(undefined, { files: [[REPORT, { ...REPORT, story: 's2', undoable: false }]] })
    expect(said()).toEqual([['What Kim Min handed over was merged.', 'Undo the merge']])
  })

  it('count once when one comes in two bundles, and the last merge is undone', async () => {
    const last = REPORTS.slice(1, 3).map((report) => ({ ...report, bundle: 'b2' }))
    const { asked } = await imported(undefined, { files: [[REPORT], last] })
    await click(find('button', 'Undo the merge of all 2 stories'))
    await settled()
    expect(undone(asked)).toEqual(['s1', 's2'].map((story) => ({ story, bundle: 'b2' })))
  })

  it('can be undone when the import panel closes while they are read, and no more of them are read', async () => {
    const { waits: asks, go } = held()
    const { asked, opened, said, services } = await imported(undefined, { asks })
    await act(async () => services.panels.close())
    go()
    await settled()
    expect([opened, said(), asked.filter(({ action }) => action === 'story.sinceHandedOver').length]).toEqual([
      [],
      [[`1 of 1 files were imported. ${ALL[0]}`, ALL[1]]],
      1,
    ])
  })

  it('leave the panel and the next one closed when the panel is closed while that opens', async () => {
    const { waits: opens, go } = held()
    const { opened, said, services } = await imported(undefined, { opens })
    await click(find('button', 'Next: Ferries'))
    await press(find('button', 'Next: Ferries'), 'Escape')
    await settled()
    go()
    await settled()
    const { session } = services.newsroom.store.getState()
    // Asking for the open story calls the other one off.
    expect([opened, said(), services.panels.store.getState().overlay, session?.id]).toEqual([
      ['s1', 's2', 's1'],
      [ALL],
      null,
      's1',
    ])
  })

  it('keep the panel and the keyboard while main lets go of the story before', async () => {
    const { waits: released, go } = held()
    const { services } = await imported(undefined, { released })
    const field = document.body.appendChild(document.createElement('textarea'))
    const overlays: (string | undefined)[] = []
    const stop = services.panels.store.subscribe(({ overlay }) => overlays.push(overlay?.kind))
    await click(find('button', 'Next: Ferries'))
    await settled()
    const dialog = document.querySelector('[role=dialog]')
    expect([textOf().includes('Story 2 of 2: Ferries.'), dialog?.contains(document.activeElement)]).toEqual([
      true,
      true,
    ])
    go()
    await settled()
    expect([overlays, document.activeElement?.textContent]).toEqual([
      ['since', 'since'],
      expect.stringContaining('Keep'),
    ])
    stop()
    field.remove()
  })

  it('keep the panel open with those that stay merged', async () => {
    const { services } = await imported('It has changed.')
    await click(find('button', 'Undo the merge of all 3 stories'))
    await settled()
    const { overlay } = services.panels.store.getState()
    const [merged, next] = [overlay?.kind === 'since' && overlay.back?.merged, all('button', 'Next: Ferries').length]
    expect([merged, next]).toEqual([[{ story: 's2', headline: 'Ferries', from: 'Kim Min', bundle: 'b' }], 1])
  })

  it('leave another panel open that is opened while their merges are undone', async () => {
    const { waits, go } = held()
    const { services } = await imported(undefined, { waits })
    await click(find('button', 'Undo the merge of all 3 stories'))
    await act(async () => services.panels.open({ kind: 'palette' }))
    go()
    await settled()
    expect(services.panels.store.getState().overlay).toEqual({ kind: 'palette' })
  })

  it('undo only the merge that the panel shows, also when it is opened later', async () => {
    const { asked, services } = await imported()
    await act(async () => services.panels.open({ kind: 'since' }))
    await settled()
    await click(find('button', 'Undo the merge'))
    await settled()
    expect(undone(asked)).toEqual([{ story: 's1', bundle: 'b' }])
  })

  it('are counted as they came, not as the preview said', async () => {
    const came = [
      REPORTS.map((report) => (report.story === 's2' ? { ...report, outcome: 'nothing' as const } : report)),
    ]
    const { announced } = await imported(undefined, { came })
    expect(announced[0]).toBe('3 stories imported')
  })

  it('are read with progress shown, and files that come meanwhile wait in the panel', async () => {
    const { waits: asks, go } = held()
    const { asked, opened, services } = await imported(undefined, { asks })
    expect(document.querySelector('[role=status]')?.textContent).toBe('Comparing 1 of 3')
    await act(async () =>
      services.panels.open({ kind: 'import', files: [{ name: '0.stet', bytes: async () => new Uint8Array() }] }),
    )
    go()
    await settled()
    const previews = asked.filter(({ action }) => action === 'story.previewMerge').length
    expect([opened, previews, services.panels.store.getState().overlay?.kind]).toEqual([['s1'], 2, 'import'])
    expect(find<HTMLButtonElement>('button', 'Import and merge 4 stories').disabled).toBe(false)
  })

  it('are shown with the undo of all once a file that came meanwhile is imported', async () => {
    const { waits: asks, go } = held()
    const { opened, said, services } = await imported(undefined, { asks })
    await act(async () =>
      services.panels.open({ kind: 'import', files: [{ name: 'late.txt', bytes: async () => new Uint8Array() }] }),
    )
    go()
    await settled()
    await click(find('button', 'Import story'))
    await settled()
    expect([opened, said(), textOf().includes('Story 1 of 2: Harbour crews.')]).toEqual([['s1', 's1'], [ALL], true])
  })

  it('show what was found when reading them is stopped', async () => {
    const { waits: asks, go } = held()
    const { asked } = await imported(undefined, { asks })
    await click(find('button', 'Stop'))
    go()
    await settled()
    const read = asked.filter(({ action }) => action === 'story.sinceHandedOver').length
    // The second time by the panel that shows it.
    expect([read, textOf().includes('Next')]).toEqual([2, false])
  })
})

it('says one thing where nothing has come back, as after an undone merge, and another where only own work did', async () => {
  const said: (readonly (string | null)[])[] = []
  for (const since of [{ items: [] }, { ...CAME, items: [] }]) {
    const fake = fakeWindow({
      story: storyFrom('Leaders meet\nDeck\nBody.'),
      answers: { 'story.sinceHandedOver': () => did(since) },
      calls: { seenSince: ({ more = [] }) => did({ keys: more }) },
    })
    page = await put(fake.services, <SinceHandedOverPanel />)
    said.push([...document.querySelectorAll('[role=dialog] p')].map(({ textContent }) => textContent))
    page.unmount()
  }
  page = undefined
  expect(said).toEqual([
    ['Nothing has come back since the story was handed over from here.'],
    [`Editor handed it over on ${NINE}. Kim Min brought it back.`, 'Everything that came back is your own work.'],
  ])
})
