import { act } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ExportPanel } from '../../../src/renderer/export/ExportPanel'
import { FirstRun } from '../../../src/renderer/library/firstRun/FirstRun'
import { ImportPanel } from '../../../src/renderer/import/ImportPanel'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
import { SECTIONS } from '../../../src/renderer/settings/sections'
import { Palette } from '../../../src/renderer/commands/Palette'
import { ReasonForm } from '../../../src/renderer/shell/overlays/ReasonForm'
import { commandBoard } from '../../../src/renderer/state/commands/commands'
import type { Overlay, SettingsSection } from '../../../src/renderer/state/stores/overlay'
import type { MergeReport } from '../../../src/story/requests/exchange/mergeRequests'
import type { Exported } from '../../../src/story/requests/requests'
import { storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  click,
  DESK,
  did,
  fakeWindow,
  find,
  press,
  put,
  refused,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())
beforeAll(() => {
  // The list of the palette needs this browser API, which jsdom lacks.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
  Element.prototype.scrollIntoView ??= () => undefined
})

// Files that come later run in the same process, where editors pin what is typed if they can observe sizes.
afterAll(() => void vi.unstubAllGlobals())

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' })
const open = async (
  fake: FakeWindow,
  what:
    | SettingsSection
    | Exclude<
        Overlay['kind'],
        | 'settings'
        | 'move'
        | 'evidence'
        | 'changeEvidence'
        | 'picture'
        | 'reason'
        | 'compare'
        | 'version'
        | 'translation'
        | 'derivation'
        | 'bulk'
        | 'delete'
        | 'handOver'
        | 'nothingToCheck'
        | 'unopened'
      >,
  content: React.ReactNode,
): Promise<FakeWindow> => {
  fake.services.panels.open(isSection(what) ? { kind: 'settings', section: what } : { kind: what })
  page = await put(fake.services, content)
  return fake
}
const isSection = (what: string): what is SettingsSection => SECTIONS.some(({ id }) => id === what)
const exported = (text: string, mediaType: string, blocks: Exported['verdict']['blocks'] = []): Exported => ({
  fileName: 'busan.html',
  mediaType,
  bytes: new TextEncoder().encode(text),
  sha256: 'abc',
  losses: [],
  verdict: { door: 'publish', blocks, warns: [], overridden: [] },
})

/** What was asked but for the bundles that wait, which a part that is loaded later asks for. */
const asked = ({ asked: all }: { readonly asked: readonly { readonly action: string }[] }) =>
  all.filter(({ action }) => action !== 'arrivedFiles')

describe('Export', () => {
  it('previews without logging, saves with one button and shows path and SHA-256', async () => {
    const fake = await open(
      fakeWindow({
        story,
        answers: {
          'story.previewExport': ({ format }) =>
            did(
              exported(format === 'text' ? 'It ran' : '<p>It ran</p>', format === 'text' ? 'text/plain' : 'text/html'),
            ),
        },
        calls: { saveExport: () => did({ path: '/out/busan.txt', sha256: 'abc123' }) },
      }),
      'export',
      <ExportPanel />,
    )
    const frame = find<HTMLIFrameElement>('iframe', '')
    expect([frame.getAttribute('sandbox'), frame.getAttribute('srcdoc'), await axeFaults()]).toEqual([
      'allow-same-origin',
      '<p>It ran</p>',
      [],
    ])
    await click(find('input[type=radio]', /^Plain text/))
    expect(find('pre', 'Preview: Plain text').textContent).toBe('It ran')
    await click(find('button', 'Save as…'))
    expect(fake.asked.map(({ action }) => action)).toEqual(['story.previewExport', 'story.previewExport', 'saveExport'])
    expect(document.querySelector('[role=dialog] [role=status]')?.textContent).toBe(
      'Saved as /out/busan.txtSHA-256 abc123',
    )
  })

  it('hands the story over whole, without preview and gate, and says what stays here', async () => {
    let mayShare = false
    const fake = await open(
      fakeWindow({
        story,
        answers: {
          'story.previewExport': () => did(exported('<p>It ran</p>', 'text/html')),
          'device.list': () => did([{ key: 'k', person: 'Kim Lee', code: '', weak: false, seals: true }]),
          'story.handOverName': ({ for: people = [] }) =>
            did({
              fileName: 'busan.stet',
              sources: ['Source A'],
              shares: ['source-1'],
              typed: [],
              ...(people.includes('Kim Lee') && !mayShare ? { refused: 'Only an editor does that.' } : {}),
            }),
        },
        calls: {
          saveBundle: () =>
            did({
              path: '/out/busan.stet',
              sha256: 'abc123',
              shared: ['Source A'],
              losses: [{ what: 'captured files', count: 2, example: '' }],
            }),
        },
      }),
      'export',
      <ExportPanel />,
    )
    await click(find('input[type=radio]', /^Stet bundle/))
    expect([all('iframe', '').length, all('input[type=checkbox]', /^Draft/).length, await axeFaults()]).toEqual([
      0,
      0,
      [],
    ])
    expect(document.body.textContent).toContain('Deleted words are not included.')
    await click(find('input[type=checkbox]', /^Without captured files/))
    const sentence = (): string => document.querySelector('.receivers [aria-live]')?.textContent ?? ''
    expect(sentence()).toBe(
      'Source A: included under a pseudonym. If an editor names people, the identity is sealed for them.',
    )
    await click(find('input[type=checkbox]', /^Kim Lee/))
    expect(sentence()).toBe('Only an editor does that.')
    await click(find('button', 'Save as…'))
    expect(find('[role=alert]', /./).textContent).toBe('Only an editor does that.')
    expect(fake.asked.filter(({ action }) => action === 'saveBundle')).toEqual([])
    mayShare = true
    await click(find('input[type=checkbox]', /^Kim Lee/))
    await click(find('input[type=checkbox]', /^Kim Lee/))
    expect(sentence()).toBe('The identity of Source A is included, sealed for Kim Lee. No one else can open it.')
    await click(find('button', 'Save as…'))
    expect(fake.asked.filter(({ action }) => action === 'saveBundle')).toEqual([
      {
        action: 'saveBundle',
        request: { stories: ['s1'], for: ['Kim Lee'], shares: ['source-1'], withoutFiles: true },
      },
    ])
    expect(document.querySelector('[role=dialog] [role=status]')?.textContent).toBe(
      'Saved as /out/busan.stetThe identity of Source A is included, sealed for Kim Lee. No one else can open it.' +
        'SHA-256 abc123Not included: captured files (2)',
    )
    // Another format has its preview again.
    await click(find('input[type=radio]', /^Plain text/))
    expect(fake.asked.at(-1)).toEqual({ action: 'story.previewExport', request: { story: 's1', format: 'text' } })
  })

  it('shows what blocks and sends the typed reason for overriding it', async () => {
    const block = {
      rule: 'copyChanged',
      key: 'k',
      severity: 'block',
      message: 'The story is not cleared.',
      where: { kind: 'story' },
      overridable: true,
      dismissable: false,
    } as const
    const fake = await open(
      fakeWindow({
        story,
        answers: { 'story.previewExport': () => did(exported('x', 'text/plain', [block])) },
        calls: { saveExport: () => refused('Only an editor can override this; Reporter is a reporter on the roster.') },
      }),
      'export',
      <ExportPanel />,
    )
    expect(document.body.textContent).toContain('The story is not cleared.')
    // Nobody is asked where to save a file that the gate holds back.
    await click(find('button', 'Save as…'))
    expect([
      fake.asked.some(({ action }) => action === 'saveExport'),
      document.activeElement === find('textarea', 'Reason to override the issues'),
      document.body.textContent?.includes('Fix the issues, or give a reason to override them. A draft needs neither.'),
    ]).toEqual([false, true, true])
    await type(find('textarea', 'Reason to override the issues'), 'Checked by phone')
    await click(find('button', 'Save as…'))
    expect([fake.asked.at(-1), document.querySelector('[role=alert]')?.textContent]).toEqual([
      { action: 'saveExport', request: { story: 's1', format: 'html', override: 'Checked by phone' } },
      'Only an editor can override this; Reporter is a reporter on the roster.',
    ])
  })
})

describe('A person who may not override', () => {
  const block = {
    rule: 'copyChanged',
    key: 'k',
    severity: 'block',
    message: 'The story is not cleared.',
    where: { kind: 'story' },
    overridable: true,
    dismissable: false,
  } as const
  const why = 'You are the author or have a byline. Someone else must override this.'

  it('is told so in Export before choosing a file and is not asked for a reason', async () => {
    const fake = await open(
      fakeWindow({
        story,
        person: 'Reporter',
        answers: { 'story.previewExport': () => did(exported('x', 'text/plain', [block])) },
      }),
      'export',
      <ExportPanel />,
    )
    expect([document.body.textContent?.includes(why), all('textarea', /^Override/).length]).toEqual([true, 0])
    await click(find('button', 'Save as…'))
    expect([
      fake.asked.some(({ action }) => action === 'saveExport'),
      document.querySelector('[role=alert]')?.textContent,
    ]).toEqual([false, `${why} Fix the issues, or export a draft.`])
  })
})

describe('Import', () => {
  it('lists what each file would lose before it imports anything, and keeps the unreadable file apart', async () => {
    const fake = await open(
      fakeWindow({
        calls: {
          chooseImports: () =>
            did([
              { name: 'a.md', bytes: new Uint8Array([1]) },
              { name: 'b.bin', bytes: new Uint8Array([0]) },
            ]),
        },
        answers: {
          'story.previewImport': ({ name }) =>
            name === 'b.bin'
              ? refused('b.bin is not text.')
              : did({
                  headline: 'Harbour crews',
                  blocks: [
                    { role: 'headline', text: 'Harbour crews' },
                    { role: 'paragraph', text: 'Talks resume.' },
                  ],
                  losses: [{ what: 'tables', count: 1, example: 'a b' }],
                  language: 'en',
                  format: 'Markdown',
                }),
          'story.import': () => refused('The library cannot be written.'),
        },
      }),
      'import',
      <ImportPanel />,
    )
    expect([
      find<HTMLButtonElement>('button', 'Import').disabled,
      document.body.textContent?.includes('0 stories'),
    ]).toEqual([true, false])
    await click(find('button', 'Choose files…'))
    expect([
      find('ul', 'What a.md would lose').textContent,
      document.body.textContent?.includes('b.bin is not text.'),
      await axeFaults(),
    ]).toEqual(['Not kept: tables (1, such as “a b”)', true, []])
    await click(find('button', 'Import story'))
    expect([
      fake.asked.map(({ action }) => action),
      document.body.textContent?.includes('a.md: The library cannot be written.'),
      fake.services.panels.store.getState().overlay !== null,
    ]).toEqual([['chooseImports', 'story.previewImport', 'story.previewImport', 'story.import'], true, true])
  })
})

describe('Import', () => {
  const report = (story: string, outcome: MergeReport['outcome']): MergeReport => ({
    ...{ story, headline: 'Harbour crews', bundle: 'b', made: '2026-10-30T09:00:00.000Z' },
    sender: { person: 'Ana', device: 'k1', standing: 'trusted' },
    ...{ outcome, undoable: true, entries: 1, words: [], verdicts: [], facts: [], dropped: [] },
    ...{ keptFields: [], missingFiles: [], files: 0, versions: 0, sources: [] },
  })
  it.each([
    [['merged'], 'Merge story'],
    [['merged', 'nothing', 'merged'], 'Merge 2 stories'],
    [['new', 'merged', 'refused'], 'Import and merge 2 stories'],
    [['new', 'nothing'], 'Import story'],
    [['nothing', 'refused'], 'Import'],
  ] as const)('of a bundle with %j has a button that says “%s”', async (outcomes, words) => {
    await open(
      fakeWindow({
        calls: { chooseImports: () => did([{ name: 'b.stet', bytes: new Uint8Array([1]) }]) },
        answers: {
          'story.previewMerge': () =>
            did({ stories: outcomes.map((outcome, at) => report(`s${String(at)}`, outcome)) }),
        },
      }),
      'import',
      <ImportPanel />,
    )
    await click(find('button', 'Choose files…'))
    expect(document.querySelector('[data-look=primary]')?.textContent).toBe(words)
  })
})

describe('Import of what two unknown senders hand over', () => {
  /** The panel with both bundles. `brings`: whether there is anything to import of them. */
  const opened = async (outcome: 'new' | 'refused'): Promise<void> => {
    const trusted: string[] = []
    const report = (person: string): MergeReport => ({
      story: person,
      headline: 'Harbour crews',
      bundle: 'b',
      made: '2026-10-30T09:00:00.000Z',
      sender: { person, device: 'k1', standing: trusted.includes(person) ? 'trusted' : 'new', card: person },
      outcome: trusted.includes(person) ? outcome : 'new',
      undoable: false,
      entries: 1,
      words: [],
      verdicts: [],
      facts: [],
      dropped: [],
      keptFields: [],
      missingFiles: [],
      files: 0,
      versions: 0,
      sources: [],
    })
    await open(
      fakeWindow({
        calls: {
          chooseImports: () =>
            did(['Ana', 'Kim'].map((person) => ({ name: `${person}.stet`, bytes: new Uint8Array([1]) }))),
        },
        answers: {
          'story.previewMerge': ({ name }) => did({ stories: [report(name.replace('.stet', ''))] }),
          'device.trust': ({ card }) => {
            trusted.push(card)
            return did({ roster: [], person: card, weak: false })
          },
        },
      }),
      'import',
      <ImportPanel />,
    )
    await click(find('button', 'Choose files…'))
    await drawn()
  }
  const drawn = (): Promise<void> =>
    act(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
  const trust = async (person: string, meanwhile?: () => HTMLElement): Promise<void> => {
    await type(find('input', `Short code of ${person}`), 'AAAA')
    await act(async () => {
      const button = find('button', `Trust the key of ${person}`)
      button.focus()
      button.click()
      meanwhile?.().focus()
      await Promise.resolve()
    })
    await drawn()
  }
  const at = (): Element | null => document.activeElement

  it('goes on at Import after one is trusted', async () => {
    await opened('new')
    await trust('Ana')
    expect(at()?.textContent).toBe('Import 2 stories')
  })

  it('leaves the keyboard in the form of the other sender', async () => {
    await opened('new')
    await trust('Ana', () => find('input', 'Short code of Kim'))
    expect(at() === find('input', 'Short code of Kim')).toBe(true)
  })

  it('goes on at Choose files while there is nothing to import', async () => {
    await opened('refused')
    for (const person of ['Ana', 'Kim']) await trust(person)
    expect([at()?.textContent, find<HTMLButtonElement>('button', 'Import').disabled]).toEqual(['Choose files…', true])
  })
})

describe('The first run', () => {
  it('asks for one name and does not start without it', async () => {
    const startup = {
      library: '/library',
      person: 'Ada',
      desk: { roster: [], settings: { deskOfOne: false }, sources: [] },
      deskAt: 1,
      hasStories: false,
      platform: 'linux',
      zoom: 1,
      theme: 'system' as const,
      keys: {},
      now: '2026-10-30T09:00:00.000Z',
      ids: 'random' as const,
    }
    const fake = await open(
      fakeWindow({
        ...{ person: undefined, hasStories: false, desk: { ...DESK, roster: [] } },
        calls: { becomePerson: () => did(startup) },
      }),
      'firstRun',
      <FirstRun />,
    )
    expect([document.activeElement === find('input', 'Your name'), await axeFaults()]).toEqual([true, []])
    await click(find('button', 'Start'))
    expect([find('input', 'Your name').getAttribute('aria-invalid'), fake.asked]).toEqual(['true', []])
    await type(find('input', 'Your name'), ' Ada ')
    await click(find('button', 'Start'))
    expect([asked(fake), fake.services.panels.store.getState().overlay]).toEqual([
      [
        { action: 'becomePerson', request: { name: 'Ada', sample: 'en' } },
        { action: 'setLook', request: { look: { tour: { step: 1, open: true } } } },
      ],
      null,
    ])
  })
})

describe('Who is here', () => {
  it('asks for the PIN of the named person and opens nothing before it is right', async () => {
    let right = false
    const desk = {
      ...DESK,
      roster: [{ name: 'Reporter' }, { name: 'Editor', role: 'editor' as const, pin: true as const }],
    }
    const startup = {
      library: '/library',
      person: 'Editor',
      desk,
      deskAt: 1,
      hasStories: false,
      platform: 'linux',
      zoom: 1,
      theme: 'system' as const,
      keys: {},
      now: '2026-10-30T09:00:00.000Z',
      ids: 'random' as const,
    }
    const fake = await open(
      fakeWindow({
        desk,
        startup: { person: undefined, asks: 'Editor' },
        calls: { becomePerson: () => (right ? did(startup) : refused('That is not the PIN of Editor.')) },
      }),
      'firstRun',
      <FirstRun />,
    )
    expect([
      document.querySelector('[role=dialog] h2')?.textContent,
      find<HTMLInputElement>('input', 'Your name').value,
      document.activeElement === find('input', 'PIN'),
      await axeFaults(),
    ]).toEqual(['Who are you?', 'Editor', true, []])
    await click(find('button', 'Start'))
    await type(find('input', 'PIN'), '0000')
    await click(find('button', 'Start'))
    const wrong = [
      find('input', 'PIN').getAttribute('aria-invalid'),
      document.querySelector('.field-error')?.textContent,
      fake.services.panels.store.getState().overlay?.kind,
    ]
    right = true
    await type(find('input', 'PIN'), '4711')
    await click(find('button', 'Start'))
    const sent = (pin: string) => ({ action: 'becomePerson', request: { name: 'Editor', pin } })
    expect([wrong, asked(fake), fake.services.panels.store.getState().overlay]).toEqual([
      ['true', 'That is not the PIN of Editor.', 'firstRun'],
      [sent('0000'), sent('4711')],
      null,
    ])
  })
})

describe('Roster', () => {
  it('lists the people and adds one', async () => {
    const fake = await open(
      fakeWindow({ answers: { 'roster.add': () => did({ roster: [] }) } }),
      'roster',
      <SettingsPage />,
    )
    expect(all('.people li strong', /./).map((one) => one.textContent)).toEqual(['Reporter', 'Editor'])
    await type(find('input', 'New person'), 'Checker')
    await type(find('select', 'Role'), 'checker')
    await click(find('button', 'Add to the roster'))
    expect([fake.asked, await axeFaults()]).toEqual([
      [{ action: 'roster.add', request: { name: 'Checker', role: 'checker' } }],
      [],
    ])
  })

  it('changes the role of a person in their row, and says there why not', async () => {
    const refusal = 'Editor is the last editor of this library who has not left. Nothing was changed.'
    const fake = await open(
      fakeWindow({
        answers: { 'roster.add': ({ name }) => (name === 'Editor' ? refused(refusal) : did({ roster: [] })) },
      }),
      'roster',
      <SettingsPage />,
    )
    await type(find('select', 'Role of Reporter'), 'checker')
    await type(find('select', 'Role of Editor'), 'checker')
    expect([fake.asked, document.querySelector('.roster-person [role=alert]')?.textContent, await axeFaults()]).toEqual(
      [
        [
          { action: 'roster.add', request: { name: 'Reporter', role: 'checker' } },
          { action: 'roster.add', request: { name: 'Editor', role: 'checker' } },
        ],
        refusal,
        [],
      ],
    )
  })

  it('says beside a rule for clearing why it was refused', async () => {
    const fake = await open(
      fakeWindow({ answers: { 'library.settings': () => refused('Only the owner of the library may.') } }),
      'rules',
      <SettingsPage />,
    )
    await click(find('input', 'One-person desk'))
    expect([fake.asked, document.querySelector('[role=alert]')?.textContent, await axeFaults()]).toEqual([
      [{ action: 'library.settings', request: { deskOfOne: true } }],
      'Only the owner of the library may.',
      [],
    ])
  })

  it('reopens the story under the new name', async () => {
    const fake = await open(fakeWindow({ calls: { becomePerson: () => refused('Not now.') } }), 'you', <SettingsPage />)
    await click(find('input[type=radio]', /^Reporter/))
    expect([
      fake.asked.map(({ action }) => action),
      document.body.textContent?.includes('You are still Editor.'),
    ]).toEqual([['becomePerson'], true])
  })

  const withPins = (...names: readonly string[]): typeof DESK => ({
    ...DESK,
    roster: DESK.roster.map((one) => (names.includes(one.name) ? { ...one, pin: true as const } : one)),
  })

  it("asks for a person's PIN before anybody acts as that person, and says beside it what was wrong", async () => {
    const fake = await open(
      fakeWindow({
        desk: withPins('Reporter'),
        calls: { becomePerson: () => refused('That is not the PIN of Reporter.') },
      }),
      'you',
      <SettingsPage />,
    )
    await click(find('input[type=radio]', /^Reporter/))
    expect([
      fake.asked,
      find('input', 'PIN of Reporter').getAttribute('type'),
      document.activeElement === find('input', 'PIN of Reporter'),
      await axeFaults(),
    ]).toEqual([[], 'password', true, []])
    await type(find('input', 'PIN of Reporter'), '4711')
    await click(find('button', 'Act as Reporter'))
    expect([
      fake.asked,
      find<HTMLInputElement>('input', 'PIN of Reporter').value,
      document.querySelector('[role=alert]')?.textContent,
    ]).toEqual([
      [{ action: 'becomePerson', request: { name: 'Reporter', pin: '4711' } }],
      '',
      'You are still Editor. That is not the PIN of Reporter.',
    ])
  })

  it.each([
    [
      'says before an editor gives the first PIN whose PINs end with it',
      { beforeFirstPin: true as const },
      [
        'This is the first PIN of an editor since Stet began to sign with keys, so the PINs of Reporter end now. Give each of them a one-time code afterwards. What they signed stays signed.',
      ],
    ],
    ['says nothing of it after that PIN', {}, []],
  ])('%s', async (_what, first, said) => {
    const desk = { ...withPins('Reporter', 'Editor'), ...first }
    await open(fakeWindow({ desk, person: 'Reporter' }), 'you', <SettingsPage />)
    await click(find('input[type=radio]', /^Editor/))
    expect([...document.querySelectorAll('.panel-form .form-note')].map((note) => note.textContent)).toEqual(said)
  })

  it('keeps asking for the PIN of a person who was chosen while another change was still running', async () => {
    let answer = (): void => undefined
    const desk = { ...withPins('Legal'), roster: [...withPins().roster, { name: 'Legal', pin: true as const }] }
    await open(
      fakeWindow({
        desk,
        calls: {
          becomePerson: () =>
            new Promise((done) => {
              answer = () => done(refused('Not now.'))
            }),
        },
      }),
      'you',
      <SettingsPage />,
    )
    await click(find('input[type=radio]', /^Reporter/))
    await click(find('input[type=radio]', /^Legal/))
    await type(find('input', 'PIN of Legal'), '47')
    await act(async () => answer())
    expect([find<HTMLInputElement>('input', 'PIN of Legal').value, document.querySelector('[role=alert]')]).toEqual([
      '47',
      null,
    ])
  })

  it("sets, changes and removes the person's own PIN after asking for the current one", async () => {
    const fake = await open(
      fakeWindow({
        desk: withPins('Editor'),
        answers: { 'pin.set': () => did({ roster: [] }), 'pin.remove': () => did({ roster: [] }) },
      }),
      'you',
      <SettingsPage />,
    )
    const said = (): string | null | undefined =>
      document.querySelector('[aria-label="Your PIN"] :is([role=alert], [role=status]:not(:empty))')?.textContent
    const fill = async (was: string, pin: string, again: string): Promise<void> => {
      await type(find('input', 'Current PIN'), was)
      await type(find('input', 'New PIN'), pin)
      await type(find('input', 'Repeat the PIN'), again)
    }
    const heard = []
    const invalid: number[] = []
    for (const [was, pin, again] of [
      ['', '4711', '4711'],
      ['0815', '47', '47'],
      ['0815', '4711', '4712'],
      ['0815', '4711', '4711'],
    ] as const) {
      await fill(was, pin, again)
      await click(find('button', 'Change my PIN'))
      heard.push(said())
      invalid.push(document.querySelectorAll('input[aria-invalid=true]').length)
    }
    await fill('0815', '4711', '4711')
    await click(find('input[type=checkbox]', 'Also make a new key'))
    await click(find('button', 'Change my PIN'))
    await click(find('button', 'Remove my PIN'))
    heard.push(said())
    await fill('0815', '', '')
    await click(find('button', 'Remove my PIN'))
    expect(invalid).toEqual([1, 1, 1, 0])
    expect([heard, fake.asked, await axeFaults()]).toEqual([
      [
        'Enter your current PIN.',
        'A PIN has 4 to 12 letters or digits and no spaces. Capital letters matter.',
        'The two PINs are not the same. Enter the new PIN twice.',
        'Your PIN is set. No one can act under your name without it.',
        'Enter your current PIN.',
      ],
      [
        { action: 'pin.set', request: { pin: '4711', was: '0815' } },
        { action: 'pin.set', request: { pin: '4711', was: '0815', newKey: true } },
        { action: 'pin.remove', request: { was: '0815' } },
      ],
      [],
    ])
  })

  it('lets only an editor with a PIN reset a forgotten one, after saying what that means', async () => {
    const fake = await open(
      fakeWindow({
        desk: withPins('Editor', 'Reporter'),
        answers: { 'pin.reset': () => did({ roster: [], devices: ['9D8X-XC4Y-R67R'], code: 'K7PQ-2M4X' }) },
      }),
      'you',
      <SettingsPage />,
    )
    await click(find('button', 'Reset the PIN of Reporter…'))
    expect(fake.asked).toEqual([])
    await click(find('button', 'Reset the PIN'))
    expect([fake.asked, await axeFaults()]).toEqual([[{ action: 'pin.reset', request: { person: 'Reporter' } }], []])
    expect(document.body.textContent).toContain('One-time code for Reporter, shown only now.')
    expect(document.body.textContent).toContain(
      'This library still trusts keys of Reporter on another computer: 9D8X-XC4Y-R67R.',
    )
    page?.unmount()
    await open(fakeWindow({ desk: withPins('Editor', 'Reporter'), person: 'Reporter' }), 'you', <SettingsPage />)
    expect(all('button', /^Reset the PIN of/)).toEqual([])
    page?.unmount()
    await open(fakeWindow({ desk: withPins('Reporter') }), 'you', <SettingsPage />)
    expect(all('button', /^Reset the PIN of/)).toEqual([])
  })
})

describe('The palette', () => {
  /** The request for the stories that changed last. */
  const RECENT = { offset: 0, limit: 6, flat: true }

  it('searches every story during typing, and Enter opens the hit', async () => {
    const fake = await open(
      fakeWindow({
        answers: { 'story.search': () => did([{ id: 's7', headline: 'Harbour crews', snippet: 'set a date' }]) },
        calls: { openStory: () => refused('Gone.') },
      }),
      'palette',
      <Palette />,
    )
    expect([document.activeElement?.getAttribute('role'), await axeFaults()]).toEqual(['combobox', []])
    await type(find('input', 'Search and commands'), 'harbour')
    await act(() =>
      vi.waitFor(() =>
        expect(fake.asked.map(({ request }) => request)).toEqual([
          RECENT,
          { query: 'harbour', limit: 12, partly: true },
        ]),
      ),
    )
    expect(all('[role=option]', /./).map((option) => option.textContent)).toEqual(['Harbour crews set a date'])
    await press(find('input', 'Search and commands'), 'Enter')
    expect([fake.asked.map(({ action }) => action), fake.services.panels.store.getState().overlay]).toEqual([
      ['story.page', 'story.search', 'openStory'],
      null,
    ])
  })

  it('keeps earlier hits only while they contain the typed words: Enter never opens another story', async () => {
    const fake = await open(
      fakeWindow({
        answers: {
          'story.search': ({ query }) =>
            did(query === 'h' ? [{ id: 's7', headline: 'Harbour crews', snippet: 'set a date' }] : []),
        },
      }),
      'palette',
      <Palette />,
    )
    const options = (): readonly (string | null)[] => all('[role=option]', /./).map((option) => option.textContent)
    await type(find('input', 'Search and commands'), 'h')
    await act(() => vi.waitFor(() => expect(fake.asked).toHaveLength(2)))
    expect(options()).toContain('Harbour crews set a date')
    const seen = []
    for (const typed of ['harb', 'history']) {
      await type(find('input', 'Search and commands'), typed)
      seen.push(options().filter((option) => option?.startsWith('Harbour')).length)
    }
    expect(seen).toEqual([1, 0])
  })

  it('takes a command only by the beginning of its name: words that it merely contains may be those of a story', async () => {
    const ran: string[] = []
    const ends = (['suggestion.rejectAll', 'story.handOver'] as const).map((id) =>
      commandBoard.register(id, { current: { run: () => void ran.push(id), enabled: true } }),
    )
    const headline = 'Hand over all suggestions'
    let answer = (): void => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const found = did([{ id: 's7', headline, snippet: headline }])
    const fake = await open(
      fakeWindow({ answers: { 'story.search': () => answered.then(() => found) } }),
      'palette',
      <Palette />,
    )
    const field = find<HTMLInputElement>('input', 'Search and commands')
    const taken = (): string | null | undefined => document.querySelector('[aria-selected=true]')?.textContent
    await type(field, 'all sug')
    await press(field, 'Enter')
    expect([taken(), fake.services.panels.store.getState().overlay, ran]).toEqual([
      'Nothing is selected. Choose with the arrow keys.',
      { kind: 'palette' },
      [],
    ])
    await act(() => vi.waitFor(() => expect(fake.asked).toHaveLength(2)))
    await act(async () => answer())
    expect(taken()).toBe('Hand over all suggestions ')
    await type(field, 'hand over')
    await act(() => vi.waitFor(() => expect(fake.asked).toHaveLength(3)))
    expect(taken()).toBe('Hand over to… File')
    await press(field, 'Enter')
    await act(() => vi.waitFor(() => expect(ran).toEqual(['story.handOver'])))
    for (const end of ends) end()
  })

  it('never takes a command by another word for it while one with that name is listed', async () => {
    const ran: string[] = []
    const end = commandBoard.register('story.kill', { current: { run: () => void ran.push('kill'), enabled: true } })
    const fake = await open(fakeWindow({ answers: { 'story.search': () => did([]) } }), 'palette', <Palette />)
    const field = find('input', 'Search and commands')
    await type(field, 'delete')
    await act(() => vi.waitFor(() => expect(fake.asked).toHaveLength(2)))
    const texts = all('[role=option]', /./)
      .map((option) => option.textContent)
      .slice(0, 3)
    await press(field, 'Enter')
    expect([texts, fake.services.panels.store.getState().overlay, ran]).toEqual([
      ['Nothing is selected. Choose with the arrow keys.', 'Delete… Story, not available now', 'Kill… Story'],
      { kind: 'palette' },
      [],
    ])
    end()
  })

  it('marks a command that is not available, and Enter on it leaves the palette open', async () => {
    const fake = await open(fakeWindow({ answers: { 'story.search': () => did([]) } }), 'palette', <Palette />)
    await type(find('input', 'Search and commands'), 'Kill')
    expect(all('[role=option]', /./).map((option) => option.textContent)).toEqual(['Kill… Story, not available now'])
    await press(find('input', 'Search and commands'), 'Enter')
    expect(fake.services.panels.store.getState().overlay).toEqual({ kind: 'palette' })
  })
})

describe('Keys', () => {
  it('lists review and menu keys in one scrollable list', async () => {
    await open(fakeWindow(), 'keys', <SettingsPage />)
    expect([
      document.activeElement === find('[role=group]', 'All keys'),
      find('section', 'In review').textContent?.includes('Unverifiable'),
      await axeFaults(),
    ]).toEqual([true, true, []])
  })
})

describe('A form that is done', () => {
  it('closes itself and nothing that was opened since', async () => {
    let finish = (_done: boolean): void => undefined
    const work = new Promise<boolean>((done) => {
      finish = done
    })
    const fake = fakeWindow({ story })
    fake.services.panels.open({
      kind: 'reason',
      about: 's1 f1',
      words: '100 minutes',
      title: 'Remove tag',
      label: 'Why',
      action: 'Remove tag',
      submit: () => work,
    })
    page = await put(fake.services, <ReasonForm />)
    expect(document.querySelector('.quoted-words')?.textContent).toBe('100 minutes')
    await type(find('textarea', 'Why'), 'It is round')
    await click(find('button', 'Remove tag'))
    act(() => fake.services.panels.open({ kind: 'palette' }))
    await act(async () => {
      finish(true)
      await work
    })
    expect(fake.services.panels.store.getState().overlay).toEqual({ kind: 'palette' })
  })
})
