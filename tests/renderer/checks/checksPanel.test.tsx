import { afterEach, describe, expect, it } from 'vitest'
import { ChecksPanel } from '../../../src/renderer/checks/ChecksPanel'
import { ledgerFrom, storyFrom } from '../../builders/storyFrom'
import { all, axeFaults, click, DESK, did, fakeWindow, find, press, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = `Leaders meet\nA long morning\nIt rose to 57 percent, he said. Not all is known: TK.`
const story = storyFrom(PAGE, {}, [])

describe('Checks', () => {
  it('teaches what it is for while no story is open', async () => {
    page = await put(fakeWindow().services, <ChecksPanel />)
    expect(page.body.textContent).toContain('Open a story to see its checks.')
    expect(await axeFaults()).toEqual([])
  })

  it('groups what blocks, and each finding jumps to its place', async () => {
    const { services, jumps } = fakeWindow({ story })
    page = await put(services, <ChecksPanel />)
    expect(all('h2', /./).map((heading) => heading.textContent)).toEqual(['Next: File to desk', 'Blocks clearing 2'])
    await click(find('button', /TK.* is still to come/))
    expect(jumps).toEqual([{ kind: 'text', block: 2, from: 50, to: 52 }])
    expect(await axeFaults()).toEqual([])
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
    ]).toEqual([0, 0, 1])
    expect(page.body.querySelector('.checks-closed')?.textContent).toBe(
      'Reporter is the author or has a byline. Someone else must override this. Tag what can be checked. Someone else confirms what needs no check.',
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
    expect([all('button', 'Override…').length, page.body.querySelector('.checks-closed')]).toEqual([2, null])
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
    expect(asked).toEqual([{ action: 'copy.dropOverrides', request: { story: turned.id } }])
  })

  it('overrides only with a typed reason', async () => {
    const { services, asked } = fakeWindow({ story, answers: { 'finding.override': () => did({}) } })
    page = await put(services, <ChecksPanel />)
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

  it('asks the owner’s gate for what publishing asks beyond clearing', async () => {
    const cleared = storyFrom('Leaders meet\nA long morning\nWords.', {}, [
      { kind: 'moved', from: 'draft', to: 'filed', copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
      { kind: 'moved', from: 'filed', to: 'inReview', copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
      { kind: 'moved', from: 'inReview', to: 'cleared', copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
    ])
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
