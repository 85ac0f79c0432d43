import { afterEach, describe, expect, it } from 'vitest'
import { act } from 'react'
import { useStore } from 'zustand'
import { ChecksPanel } from '../../../src/renderer/checks/ChecksPanel'
import { NothingToCheck } from '../../../src/renderer/checks/groups/NothingToCheck'
import { useIssueCommands } from '../../../src/renderer/checks/groups/useIssues'
import { runCommand } from '../../../src/renderer/state'
import { useWindowServices } from '../../../src/renderer/state/windowServices'
import { ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, click, DESK, did, fakeWindow, find, press, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = `Leaders meet\nA long morning\nIt rose to 57 percent, he said. Not all is known: TK.`
const story = storyFrom(PAGE, {}, [])

const FIGURES = [11, 12, 13, 14, 15, 16].map((figure) => `It rose to ${figure} percent.`).join('\n')

/** Each group with its count, and whether it is open. */
const heads = (): string[] =>
  all('.issue-fold', /./).map(
    (head) => `${head.textContent ?? ''} ${head.getAttribute('aria-expanded') === 'true' ? 'open' : 'folded'}`,
  )
const unfold = async (kind: string): Promise<void> => await click(find('.issue-fold', new RegExp(`^${kind}`)))
const at = (): string | null | undefined => document.querySelector('.checks-at')?.textContent

/** The panel with the keys of the window. */
function WithCommands() {
  useIssueCommands()
  return <ChecksPanel />
}
/** The panel with its overlay. */
function WithDialog() {
  const { overlay } = useStore(useWindowServices().panels.store)
  return (
    <>
      <ChecksPanel />
      {overlay ? <NothingToCheck /> : null}
    </>
  )
}

describe('Checks', () => {
  it('teaches what it is for while no story is open', async () => {
    page = await put(fakeWindow().services, <ChecksPanel />)
    expect(page.body.textContent).toContain('Open a story to see its checks.')
    expect(await axeFaults()).toEqual([])
  })

  it('groups what blocks by kind, opens the first, and each finding jumps to its place', async () => {
    const { services, jumps } = fakeWindow({ story })
    page = await put(services, <ChecksPanel />)
    expect(all('h3', /./).map((heading) => heading.textContent)).toEqual([
      '2 issues block clearing',
      'Next: File to desk',
    ])
    expect(heads()).toEqual(['Figures without a tag 1 open', 'TK 1 folded'])
    expect(all('.issue-open', /./).map((row) => row.textContent)).toEqual(['57 percent graf 1'])
    await unfold('TK')
    await click(find('button', /TK.* is still to come/))
    expect(jumps).toEqual([{ kind: 'text', block: 2, from: 50, to: 52 }])
    expect(await axeFaults()).toEqual([])
  })

  it('shows the selected finding with a neighbour on each side, and all on demand', async () => {
    const fake = fakeWindow({ story: storyFrom(`Head\nDeck\n${FIGURES}`) })
    page = await put(fake.services, <ChecksPanel />)
    const rows = (): (string | null)[] => all('.issue-words', /./).map((row) => row.textContent)
    expect([rows(), at()]).toEqual([['11 percent', '12 percent', '13 percent'], '1 of 6'])
    await click(all('.issue-open', /./)[2] ?? page.body)
    expect([rows(), at()]).toEqual([['12 percent', '13 percent', '14 percent'], '3 of 6'])
    await click(find('button', 'Show all 6'))
    expect([rows().length, at()]).toEqual([6, '3 of 6'])
    await click(find('button', 'Show fewer'))
    expect(rows()).toEqual(['12 percent', '13 percent', '14 percent'])
  })

  it('walks the issues by key from group to group, and around the end', async () => {
    const fake = fakeWindow({ story })
    page = await put(fake.services, <WithCommands />)
    const selected = (): string | null =>
      document.querySelector('[data-selected=true] .issue-words')?.textContent ?? null
    const seen: (string | null)[] = []
    for (const id of ['check.next', 'check.next', 'check.next', 'check.previous'] as const) {
      await act(async () => void runCommand(id))
      seen.push(selected())
    }
    expect(seen).toEqual(['57 percent', expect.stringMatching(/TK/), '57 percent', expect.stringMatching(/TK/)])
    expect(fake.revealed).toHaveLength(4)
  })

  it('walks its rows and headings by arrow keys, and says which are folded', async () => {
    page = await put(fakeWindow({ story }).services, <ChecksPanel />)
    const first = find('.issue-fold', /^Figures/)
    first.focus()
    await press(first, 'ArrowDown')
    expect(document.activeElement?.textContent).toBe('57 percent graf 1')
    await press(document.activeElement as HTMLElement, 'ArrowDown')
    expect([document.activeElement?.textContent, document.activeElement?.getAttribute('aria-expanded')]).toEqual([
      'TK 1',
      'false',
    ])
  })

  it('draws only groups over 200 findings, until one is opened', async () => {
    const many = Array.from({ length: 201 }, (_, index) => `It rose to ${100 + index} percent.`).join('\n')
    page = await put(fakeWindow({ story: storyFrom(`Head\nDeck\n${many}`) }).services, <ChecksPanel />)
    expect([heads(), all('.issue', /./).length]).toEqual([['Figures without a tag 201 folded'], 0])
    await unfold('Figures')
    await click(find('button', /^Show 100 more/))
    expect(all('.issue', /./)).toHaveLength(100)
  })

  it('says “Nothing written yet” of a new story, and lists nothing that it lacks', async () => {
    page = await put(fakeWindow({ story: storyFrom('\n\n') }).services, <ChecksPanel />)
    expect([page.body.textContent?.includes('Nothing written yet'), all('.issue-group', /./)]).toEqual([true, []])
  })

  it('marks ticked names in one act, says what stayed, and takes it back by “Undo”', async () => {
    const named = storyFrom('Head\nDeck\nThen Cho Min-ah met Oh Dae-sung.')
    const keys: unknown[] = []
    const fake = fakeWindow({
      story: named,
      answers: {
        'finding.dismissTogether': ({ findings: [one, ...others] }) =>
          did({
            dismissed: one ? [{ rule: one.rule, key: one.key }] : [],
            refused: others.map(({ rule, key }) => ({ rule, key, why: 'Editor wrote these words.' })),
          }),
        'finding.undismiss': ({ findings }) => {
          keys.push(...findings)
          return did({ findings })
        },
      },
    })
    page = await put(fake.services, <WithDialog />)
    await click(find('button', 'Nothing to check…'))
    const boxes = all<HTMLInputElement>('input[type=checkbox]', /./)
    expect(boxes.map((box) => [box.closest('label')?.textContent, box.checked])).toEqual([
      ['Cho Min-ahgraf 1', false],
      ['Oh Dae-sunggraf 1', false],
    ])
    expect(await axeFaults()).toEqual([])
    await click(find('.dialog-foot button', 'Nothing to check'))
    expect(fake.asked).toEqual([])
    for (const box of boxes) await click(box)
    await click(find('button', 'Nothing to check for 2'))
    const [notice] = fake.services.notices.store.getState().list
    expect(notice?.text).toBe('1 is marked “nothing to check”. 1 stays: You wrote these words.')
    await act(async () => notice?.act?.run())
    expect(keys).toEqual([{ rule: 'untaggedName', key: expect.stringContaining('Cho Min-ah') as string }])
  })

  it('offers the author no “Nothing to check…”', async () => {
    const named = storyFrom('Head\nDeck\nThen Cho Min-ah met Oh Dae-sung.')
    page = await put(fakeWindow({ story: named, person: 'Reporter' }).services, <ChecksPanel />)
    expect([heads(), all('button', /Nothing to check/)]).toEqual([['Names 2 open'], []])
  })

  it('reviews just the facts of a group', async () => {
    const facts = storyFrom('Head\nDeck\nIt rose to {f1:57 percent} and fell to {f2:12 percent}, of {f3:Cho Min-ah}.', {
      f1: 'figure',
      f2: 'figure',
      f3: 'name',
    })
    const fake = fakeWindow({ story: facts })
    page = await put(fake.services, <ChecksPanel />)
    await click(find('button', 'Review these 2 facts'))
    const { review, only } = fake.services.panels.store.getState()
    expect([review, only?.title, [...(only?.facts ?? [])]]).toEqual([true, 'Facts to check', ['f1', 'f2']])
    fake.services.panels.setReview(false)
    expect(fake.services.panels.store.getState().only).toBeNull()
  })

  it('shows a refused dismissal beside the finding, in the words of the rule', async () => {
    const { services, asked } = fakeWindow({
      story,
      answers: {
        'finding.dismiss': () =>
          refused('Reporter is the author: someone else must say that there is nothing to check.'),
      },
    })
    page = await put(services, <ChecksPanel />)
    await click(find('button', 'Nothing to check'))
    expect(asked.map(({ action }) => action)).toEqual(['finding.dismiss'])
    expect(find('[data-rule=untaggedFigure]', /./).querySelector('[role=alert]')?.textContent).toBe(
      'Reporter is the author: someone else must say that there is nothing to check.',
    )
  })

  it('offers the author no verdict that only others may give, and says once whose it is', async () => {
    page = await put(fakeWindow({ story, person: 'Reporter' }).services, <ChecksPanel />)
    expect([
      all('button', 'Override…').length,
      all('button', 'Nothing to check').length,
      all('button', 'Not a TK').length,
    ]).toEqual([0, 0, 0])
    await unfold('TK')
    await click(find('button', /TK.* is still to come/))
    expect(all('button', 'Not a TK')).toHaveLength(1)
    expect(page.body.querySelector('.checks-closed')?.textContent).toBe(
      'You are the author or have a byline. Someone else must override this. Tag what can be checked. Someone else confirms what needs no check.',
    )
    page.unmount()
    page = await put(
      fakeWindow({
        story,
        person: 'Reporter',
        desk: { ...DESK, roster: [{ name: 'Reporter', role: 'editor' }], settings: { deskOfOne: true } },
      }).services,
      <ChecksPanel />,
    )
    expect([all('button', 'Override…').length, page.body.querySelector('.checks-closed')]).toEqual([1, null])
  })

  it.each([
    [{}, 'Marked “nothing to check”, for these words in this sentence.'],
    [
      { waits: true as const },
      'You said that there is nothing to check. Someone else must say so, too. That may be the author.',
    ],
  ])('says what a dismissal did: %o', async (answer, said) => {
    const fake = fakeWindow({ story, answers: { 'finding.dismiss': () => did(answer) } })
    page = await put(fake.services, <ChecksPanel />)
    await click(find('button', 'Nothing to check'))
    expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual([said])
  })

  it('says above the sheet that the words have changed meanwhile, and brings the list up to them', async () => {
    const fake = fakeWindow({
      story,
      answers: {
        'finding.dismiss': () => ({
          ok: false,
          reason: 'usage',
          message: 'The words that this was about have changed meanwhile.',
        }),
      },
    })
    page = await put(fake.services, <ChecksPanel />)
    await click(find('button', 'Nothing to check'))
    expect([fake.services.notices.store.getState().list.map(({ text }) => text), fake.refreshed()]).toEqual([
      ['The words that this was about have changed meanwhile.'],
      1,
    ])
  })

  it('is busy while its list is older than the words, and offers nothing to do on a story of a newer Stet', async () => {
    const fake = fakeWindow({ story })
    page = await put(fake.services, <ChecksPanel />)
    const busy = (): string | null => find('section', 'Checks').getAttribute('aria-busy')
    const seen = [busy()]
    for (const behind of [true, false]) {
      fake.stale(behind)
      seen.push(busy())
    }
    expect(seen).toEqual(['false', 'true', 'false'])
    page.unmount()
    page = await put(fakeWindow({ story, guarded: { why: 'Newer.', text: '' } }).services, <ChecksPanel />)
    expect([all('.finding', /./).length > 0, all('.finding-acts', /./).length]).toEqual([true, 0])
  })

  it('takes direction overrides out by one button, and offers no override of them', async () => {
    const turned = storyFrom('Leaders meet\nA long morning\nIt rose \u202eso he said.')
    const { services, asked, jumps } = fakeWindow({
      story: turned,
      answers: { 'copy.dropOverrides': () => did({ dropped: 1 }) },
    })
    page = await put(services, <ChecksPanel />)
    await click(find('button', /^Hidden direction characters here/))
    expect(jumps).toEqual([{ kind: 'text', block: 2, from: 8, to: 9 }])
    const row = find('[data-rule=directionOverride]', /./)
    expect([...row.querySelectorAll('.finding-acts button')].map((button) => button.textContent)).toEqual([
      'Remove the characters',
    ])
    await click(find('button', 'Remove the characters'))
    expect(asked).toEqual([{ action: 'copy.dropOverrides', request: { story: turned.id, mark: 'mark-1' } }])
  })

  it('overrides only with a typed reason', async () => {
    const { services, asked } = fakeWindow({ story, answers: { 'finding.override': () => did({}) } })
    page = await put(services, <ChecksPanel />)
    await unfold('TK')
    await click(find('button', /TK.* is still to come/))
    await click(all('[data-rule=openTk] button', 'Override…')[0] ?? page.body)
    await click(find('button', 'Override'))
    expect([asked.length, find('textarea', 'Why it may pass').getAttribute('aria-invalid')]).toEqual([0, 'true'])
    expect(await axeFaults()).toEqual([])
    await type(find('textarea', 'Why it may pass'), 'TK is the airline’s code')
    await press(find('textarea', 'Why it may pass'), 'Enter')
    expect(asked[0]).toMatchObject({
      action: 'finding.override',
      request: { story: 's1', rule: 'openTk', reason: 'TK is the airline’s code' },
    })
  })

  it('gives Escape in the reason back to the button, and keeps the panel', async () => {
    page = await put(fakeWindow({ story }).services, <ChecksPanel />)
    await unfold('TK')
    await click(find('button', /TK.* is still to come/))
    await click(all('[data-rule=openTk] button', 'Override…')[0] ?? page.body)
    await press(find('textarea', 'Why it may pass'), 'Escape')
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('lists what was overridden with who and why', async () => {
    const { services } = fakeWindow({ story })
    const { session } = services.newsroom.store.getState()
    const tk = session?.store.getState().view.clear.blocks.find(({ rule }) => rule === 'openTk')
    const overridden = storyFrom(PAGE, {}, [
      { kind: 'overridden', rule: 'openTk', key: tk?.key ?? '', reason: 'The airline', by: 'Editor' },
    ])
    page = await put(fakeWindow({ story: overridden, entries: ledgerFrom([]) }).services, <ChecksPanel />)
    expect(find('section', 'Overridden 1').textContent).toContain('Editor: “The airline”')
  })

  const cleared = storyFrom('Leaders meet\nA long morning\nWords.', {}, [
    { kind: 'moved', from: 'draft', to: 'filed', copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
    { kind: 'moved', from: 'filed', to: 'inReview', copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
    { kind: 'moved', from: 'inReview', to: 'cleared', copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
  ])

  it('says that it checks until it knows what publishing asks', async () => {
    page = await put(
      fakeWindow({ story: cleared, answers: { 'story.gate': () => new Promise(() => undefined) } }).services,
      <ChecksPanel />,
    )
    expect(find('section', 'Next: Publish').textContent).toBe('Next: PublishChecking…')
  })

  it('asks the owner’s gate for what publishing asks beyond clearing', async () => {
    const embargo = {
      rule: 'embargo',
      key: 'e',
      severity: 'block',
      message: 'Embargoed until 30 Oct 18:00 KST.',
      where: { kind: 'field', field: 'embargo' },
      overridable: false,
      dismissable: false,
    } as const
    page = await put(
      fakeWindow({
        story: cleared,
        answers: { 'story.gate': () => did({ door: 'publish', blocks: [embargo], warns: [], overridden: [] }) },
      }).services,
      <ChecksPanel />,
    )
    expect(find('section', 'Next: Publish').textContent).toContain('Embargoed until 30 Oct 18:00 KST.')
  })
})
