import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { HistoryPanel } from '../../../src/renderer/history/HistoryPanel'
import { SourceItem } from '../../../src/renderer/sources/SourceItem'
import { SourcesPanel } from '../../../src/renderer/sources/SourcesPanel'
import { ledgerFrom, POOL, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  click,
  DESK,
  did,
  fakeWindow,
  find,
  put,
  refused,
  type,
  unfold,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}, and {f2:two days} before.'
const EVENTS = signedOn(PAGE, 'f1')
const story = storyFrom(PAGE, { f1: 'figure', f2: 'figure' }, EVENTS)

describe('Sources', () => {
  it('teach what the book is for while it is empty', async () => {
    page = await put(fakeWindow({ desk: { ...DESK, sources: [] } }).services, <SourcesPanel />)
    expect(page.body.textContent).toContain('The people and documents that your facts are based on')
    expect(await axeFaults()).toEqual([])
  })

  it('say which facts of the story rest on a source, and jump there', async () => {
    const { services, jumps } = fakeWindow({ story })
    page = await put(services, <SourcesPanel />)
    expect(find('li', 'Pool report 3').textContent).toContain('1 fact in this story is based on it')
    await click(find('button', '100 minutes'))
    expect([jumps, await axeFaults()]).toEqual([[{ kind: 'fact', fact: 'f1' }], []])
  })

  it('find by name, alias and kind', async () => {
    const person = { ...POOL, id: 'p', name: 'Kim Min-ji', kind: 'person', aliases: ['MJ'] } as const
    page = await put(fakeWindow({ desk: { ...DESK, sources: [POOL, person] } }).services, <SourcesPanel />)
    await type(find('input', 'Find a source'), 'mj')
    expect(all('.source-name', /./).map((heading) => heading.textContent)).toEqual(['Kim Min-ji'])
  })

  it('show and find a protected source by its pseudonym, and its name only when asked', async () => {
    const person = { ...POOL, id: 'p', name: 'Kim Min-ji', kind: 'person', aliases: ['MJ'], protected: true } as const
    const answers = { 'source.look': () => did({}) }
    const { services, asked } = fakeWindow({ desk: { ...DESK, sources: [POOL, person] }, answers })
    page = await put(services, <SourcesPanel />)
    await type(find('input', 'Find a source'), 'mj')
    expect(all('.source-name', /./)).toEqual([])
    await type(find('input', 'Find a source'), 'source a')
    expect(page.body.textContent).not.toMatch(/Kim|MJ/)
    await click(find('button', 'Show the identity of Source A'))
    expect([all('.source-name', /./).map((heading) => heading.textContent), await axeFaults()]).toEqual([
      ['Kim Min-ji'],
      [],
    ])
    expect(asked).toEqual([{ action: 'source.look', request: { source: 'p' } }])
  })

  it('show no name, and no form with it, unless the history has noted the look', async () => {
    const person = { ...POOL, id: 'p', name: 'Kim Min-ji', kind: 'person', protected: true } as const
    const answers = { 'source.look': () => refused('Give your PIN first.') }
    const { services, asked } = fakeWindow({ desk: { ...DESK, sources: [person] }, answers })
    page = await put(services, <SourcesPanel />)
    await click(find('button', 'Show the identity of Source A'))
    await click(find('button', 'Edit Source A'))
    expect(asked.map(({ action }) => action)).toEqual(['source.look', 'source.look'])
    expect([all('form.panel-form', /./), page.body.textContent?.includes('Kim')]).toEqual([[], false])
  })

  it('say where a protected name still is when one is asked, and by themselves when names of it are given', async () => {
    const person = { ...POOL, id: 'p', name: 'Kim Min-ji', kind: 'person', protected: true } as const
    const traces = {
      stories: [{ story: 's1', title: 'Talks', places: ['a comment', '1 snapshot'], left: ['wire.txt'] }],
      library: ['the history of the library'],
      unread: ['s2'],
    }
    const answers = {
      'source.look': () => did({}),
      'source.edit': () => did(person),
      'source.traces': () => did(traces),
    }
    const { services, asked } = fakeWindow({ desk: { ...DESK, sources: [person] }, answers })
    page = await put(services, <SourcesPanel />)
    await click(find('button', 'Find where the name is: Source A'))
    const said = () => [...document.querySelectorAll('.source-facts li')].map((line) => line.textContent)
    const lines = ['Talks a comment; 1 snapshot; may have left: wire.txt', 'The library: the history of the library']
    expect([said(), await axeFaults()]).toEqual([lines, []])
    expect(page.body.textContent).toContain('1 story could not be read.')
    expect(page.body.textContent).toContain('Take the name out of the copy')
    traces.library = []
    await click(find('button', 'Find where the name is: Source A'))
    expect(said()).toEqual(lines.slice(0, 1))
    await click(find('button', 'Edit Source A'))
    await type(find('input', 'Also known as'), 'MJ')
    asked.length = 0
    await click(find('form button[type=submit]', 'Save'))
    expect(asked.map(({ action }) => action)).toEqual(['source.edit', 'source.traces'])
    expect(said()).toEqual(lines.slice(0, 1))
  })

  it('look where the name is, too, when the new source is drawn before its answer comes', async () => {
    const person = { ...POOL, id: 'late', name: 'Mina Jo', kind: 'person', protected: true } as const
    function Late() {
      const [isNewlyGuarded, answer] = useState(false)
      return (
        <ul>
          <button type="button" onClick={() => answer(true)}>
            answer
          </button>
          <SourceItem {...{ source: person, book: [person], facts: [], isNewlyGuarded }} onMerged={() => undefined} />
        </ul>
      )
    }
    const answers = { 'source.traces': () => did({ stories: [], library: [], unread: [] }) }
    const { services, asked } = fakeWindow({ answers })
    page = await put(services, <Late />)
    expect(asked).toEqual([])
    await click(find('button', 'answer'))
    expect(asked).toEqual([{ action: 'source.traces', request: { source: 'late' } }])
  })

  it('add a source with its ground rules, and keep the form when that is refused', async () => {
    const { services, asked } = fakeWindow({
      answers: { 'source.add': () => refused('There is a source called Aide already.') },
    })
    page = await put(services, <SourcesPanel />)
    await click(find('button', 'Add source'))
    await type(find('input', 'Name'), 'Aide')
    await type(find('select', 'Ground rules'), 'background')
    await click(find('input', 'Protected'))
    await type(find('input', 'Also known as'), 'the aide, A.')
    await click(find('form button[type=submit]', 'Add source'))
    expect(asked).toEqual([
      {
        action: 'source.add',
        request: {
          name: 'Aide',
          kind: 'person',
          groundRules: 'background',
          protected: true,
          aliases: ['the aide', 'A.'],
          contact: '',
          wording: '',
          description: '',
          pooler: '',
          poolNumber: '',
          derivedFrom: [],
          officialRecord: false,
        },
      },
    ])
    expect(find('form', 'New source').querySelector('[role=alert]')?.textContent).toBe(
      'There is a source called Aide already.',
    )
  })

  it('offer the parts of a protected name, each to be looked for alone only when it is chosen', async () => {
    const { services, asked } = fakeWindow({ answers: { 'source.add': () => did({ id: 's' }) } })
    page = await put(services, <SourcesPanel />)
    await click(find('button', 'Add source'))
    await type(find('input', 'Name'), 'Ms. Kim Ji-woo')
    const offered = (): readonly string[] =>
      all<HTMLInputElement>('input[type=checkbox]', /on its own/).map((box) =>
        `${box.labels?.[0]?.textContent ?? ''}${box.checked ? ' ✓' : ''}`.trim(),
      )
    expect(offered()).toEqual([])
    await click(find('input', 'Protected'))
    expect([offered(), find<HTMLInputElement>('input', 'Also known as').value]).toEqual([
      ['Also look for “Kim” on its own', 'Also look for “Ji-woo” on its own'],
      '',
    ])
    await click(find('input', 'Also look for “Kim” on its own'))
    await type(find('input', 'Also known as'), 'Kim, the aide')
    expect([offered(), await axeFaults()]).toEqual([
      ['Also look for “Kim” on its own ✓', 'Also look for “Ji-woo” on its own'],
      [],
    ])
    await click(find('input', 'Also look for “Ji-woo” on its own'))
    await click(find('input', 'Also look for “Kim” on its own'))
    await click(find('form button[type=submit]', 'Add source'))
    expect(asked[0]).toMatchObject({
      action: 'source.add',
      request: { name: 'Ms. Kim Ji-woo', protected: true, aliases: ['the aide', 'Ji-woo'] },
    })
  })

  it('let an editor log another spelling of the name, with a reason', async () => {
    const answers = { 'source.edit': () => did(POOL), 'source.facts': () => did([]) }
    const { services, asked } = fakeWindow({ person: 'Editor', answers })
    page = await put(services, <SourcesPanel />)
    await unfold(find('summary', 'In all stories, merge…'))
    asked.length = 0
    await type(find('input', 'Other spelling of the name'), 'Pool Report 3')
    await click(find('button', 'Save as a spelling'))
    expect(asked).toEqual([])
    await type(find('input', 'Why it is the same name'), 'A capital.')
    await click(find('button', 'Save as a spelling'))
    expect(asked).toEqual([
      {
        action: 'source.edit',
        request: { source: POOL.id, name: 'Pool Report 3', spelling: true, reason: 'A capital.' },
      },
    ])
    page.unmount()
    page = await put(fakeWindow({ person: 'Reporter', answers }).services, <SourcesPanel />)
    await unfold(find('summary', 'In all stories, merge…'))
    expect(all('input', /Other spelling/)).toEqual([])
  })

  it('warn before other ground rules send facts back', async () => {
    const { services, asked } = fakeWindow({ answers: { 'source.edit': () => did(POOL) } })
    page = await put(services, <SourcesPanel />)
    await click(find('button', 'Edit Pool report 3'))
    await type(find('select', 'Ground rules'), 'offTheRecord')
    expect(find('form', 'Edit Pool report 3').textContent).toContain(
      'If the ground rules change, every fact based on this source goes back to “Re-check”.',
    )
    await click(find('form button[type=submit]', 'Save'))
    expect([asked[0]?.action, document.querySelector('form.panel-form')]).toEqual(['source.edit', null])
  })
})

describe('History', () => {
  it('reads as who did what, newest first, and filters by fact', async () => {
    const entries = ledgerFrom([
      { kind: 'created', origin: 'new', by: 'Reporter' },
      { kind: 'tagged', fact: 'f2', type: 'figure', words: 'two days', writers: ['Reporter'], by: 'Reporter' },
      ...EVENTS,
    ])
    page = await put(fakeWindow({ story, entries }).services, <HistoryPanel />)
    const said = (): readonly (string | undefined)[] =>
      [...document.querySelectorAll('.history-line p:first-child')].map((line) => line.textContent)
    expect(said()).toEqual([
      'Editor signed Verified',
      'Editor added evidence',
      'Reporter tagged a figure',
      'Reporter started the story',
    ])
    expect(document.querySelector('.panel-note')?.firstChild?.textContent).toBe(
      '4 entries. An exported history leaves out comments, suggestions, merges and what legal wrote.',
    )
    expect(document.querySelector<HTMLDetailsElement>('.panel-note details')?.open).toBe(false)
    await type(find('select', 'Show'), 'f1')
    expect([said(), await axeFaults()]).toEqual([['Editor signed Verified', 'Editor added evidence'], []])
  })

  it('counts a single entry as one', async () => {
    page = await put(
      fakeWindow({ story, entries: ledgerFrom([{ kind: 'created', origin: 'new', by: 'Reporter' }]) }).services,
      <HistoryPanel />,
    )
    expect(document.querySelector('.panel-note')?.textContent).toMatch(/^1 entry\. /)
    expect(document.querySelector('.problem')).toBeNull()
  })

  it('says over the list that an entry was changed', async () => {
    const entries = ledgerFrom([{ kind: 'created', origin: 'new', by: 'Reporter' }, ...EVENTS])
    const changed = entries.map((entry, place) => (place === 1 ? { ...entry, by: 'Ana' } : entry))
    page = await put(fakeWindow({ story, entries: changed }).services, <HistoryPanel />)
    expect(document.querySelector('.problem')?.textContent).toBe(
      'This history was changed or is damaged (entry 2: its hash does not match its content). Do not rely on it. “stet doctor” says more.',
    )
  })
})
