/** People who have left: the roster has them in a group of their own, and no list offers them. */
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Overlay } from '../../../src/renderer/state/stores/overlay'
import { CommentsPanel } from '../../../src/renderer/comments/CommentsPanel'
import { FirstRun } from '../../../src/renderer/library/firstRun/FirstRun'
import { PenTo } from '../../../src/renderer/pen/PenTo'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
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
  STARTUP,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const LEFT = { ...DESK, roster: [...DESK.roster, { name: 'Kim Min', role: 'checker', left: true }] } as const
const open = async (fake: FakeWindow, overlay: Overlay, content: React.ReactNode): Promise<FakeWindow> => {
  fake.services.panels.open(overlay)
  page = await put(fake.services, content)
  return fake
}
const roster = (fake: FakeWindow) => open(fake, { kind: 'settings', section: 'roster' }, <SettingsPage />)
const people = (label: string): readonly (string | null)[] =>
  [...document.querySelectorAll(`ul[aria-label="${label}"] > li > span:first-child`)].map(
    ({ textContent }) => textContent,
  )

describe('The roster', () => {
  it('asks an editor first, says what happens, and tells a refusal', async () => {
    const fake = await roster(fakeWindow({ answers: { 'roster.leave': () => refused('Reporter stays.') } }))
    expect(all('button', /has left…$/).map(({ textContent }) => textContent)).toEqual(['Reporter has left…'])
    await click(find('button', 'Reporter has left…'))
    const question = document.querySelector('.roster .ask-first')?.textContent
    const before = [document.activeElement?.textContent, fake.asked.length]
    await click(find('button', 'Yes, Reporter has left'))
    expect([
      question?.slice(0, 64),
      before,
      fake.asked,
      document.querySelector('[role=alert]')?.textContent,
      await axeFaults(),
    ]).toEqual([
      'Has Reporter left the desk? Reporter can then no longer act here',
      ['Cancel', 0],
      [{ action: 'roster.leave', request: { person: 'Reporter' } }],
      'Reporter stays.',
      [],
    ])
  })

  it('takes only the question away on Escape, and the keyboard is on the button again', async () => {
    const fake = await roster(fakeWindow())
    const at = (): string | null | undefined => document.activeElement?.textContent
    await click(find('button', 'Reporter has left…'))
    await press(find('button', 'Cancel'), 'Escape')
    const afterEscape = [at(), document.querySelector('.settings') !== null]
    await click(find('button', 'Reporter has left…'))
    await click(find('button', 'Cancel'))
    expect([afterEscape, at(), fake.asked]).toEqual([['Reporter has left…', true], 'Reporter has left…', []])
  })

  it('has those who left in a group, and brings them back', async () => {
    const fake = await roster(
      fakeWindow({ desk: LEFT, answers: { 'roster.return': () => did({ roster: DESK.roster }) } }),
    )
    const groups = [people('People on the roster'), people('Left')]
    await click(find('button', 'Bring Kim Min back'))
    expect([groups, fake.asked, await axeFaults()]).toEqual([
      [['Reporter ', 'Editor '], ['Kim Min Checker']],
      [{ action: 'roster.return', request: { person: 'Kim Min' } }],
      [],
    ])
  })

  it('keeps the keyboard on the person who moves to the other list', async () => {
    const fake = await roster(
      fakeWindow({
        desk: LEFT,
        answers: { 'roster.leave': () => did({ roster: [] }), 'roster.return': () => did({ roster: [] }) },
      }),
    )
    const show = async (left: string): Promise<void> =>
      act(async () => {
        const roster = [...DESK.roster, { name: 'Kim Min' }].map((person) =>
          person.name === left ? { ...person, left: true as const } : person,
        )
        fake.services.newsroom.store.setState({ desk: { ...DESK, roster } })
      })
    const at = (text: string): Promise<void> => vi.waitFor(() => expect(document.activeElement?.textContent).toBe(text))
    await click(find('button', 'Bring Kim Min back'))
    await show('nobody')
    await at('Kim Min has left…')
    await click(find('button', 'Reporter has left…'))
    await click(find('button', 'Yes, Reporter has left'))
    await show('Reporter')
    await at('Bring Reporter back')
  })

  it('gives the buttons to editors only', async () => {
    await roster(fakeWindow({ desk: LEFT, person: 'Reporter' }))
    expect([all('button', /has left…$/), all('button', /^Bring/)]).toEqual([[], []])
  })
})

describe('A person who has left', () => {
  it('is offered neither the pen nor a comment, and a comment that is theirs still says so', async () => {
    const thread = { by: 'Editor', at: STARTUP.now, text: 'Who says so?', mustFix: false, replies: [] }
    const fake = fakeWindow({
      desk: LEFT,
      story: {
        ...storyFrom('Leaders meet\nDeck\nWords.'),
        comments: [
          { ...thread, id: 'c1', assignee: 'Kim Min' },
          { ...thread, id: 'c2', assignee: '' },
        ],
      },
    })
    page = await put(
      fake.services,
      <>
        <CommentsPanel />
        <PenTo label="Pen" value="" nobody="No one" onChange={() => undefined} />
      </>,
    )
    const options = (field: HTMLSelectElement) => [...field.options].map(({ textContent }) => textContent)
    expect(
      [...all<HTMLSelectElement>('select', 'Assigned to'), find<HTMLSelectElement>('select', 'Pen')].map(options),
    ).toEqual([
      ['Unassigned', 'Kim Min', 'Reporter', 'Editor'],
      ['Unassigned', 'Reporter', 'Editor'],
      ['No one', 'Reporter', 'Editor, editor'],
    ])
  })

  it('reads in the own window what happened, and another person goes on there', async () => {
    const fake = fakeWindow({
      desk: { ...DESK, roster: [...DESK.roster, { name: 'Kim Min' }] },
      person: 'Kim Min',
      calls: {
        becomePerson: () => did({ ...STARTUP, desk: LEFT, deskAt: 1, person: 'Editor' }),
        closeStory: () => did({}),
      },
    })
    fake.tell('deskChanged', { since: 0, at: 1, parts: { roster: LEFT.roster }, gone: [] })
    fake.tell('askPin', {})
    await open(fake, { kind: 'firstRun' }, <FirstRun />)
    const name = find<HTMLInputElement>('input', 'Your name')
    const shown = [
      document.querySelector('.first-run p')?.textContent,
      name.value,
      [...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value')),
    ]
    await type(name, 'Editor')
    await click(find('button', 'Start'))
    expect([
      shown,
      fake.services.newsroom.store.getState().person,
      fake.services.newsroom.store.getState().asks,
    ]).toEqual([
      [
        'Kim Min has left the desk and cannot act in this window. What Kim Min signed stays signed. Enter your own name. An editor can bring Kim Min back under Settings, Roster.',
        '',
        ['Reporter', 'Editor'],
      ],
      'Editor',
      undefined,
    ])
  })
})
