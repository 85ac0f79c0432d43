/** The question before a window closes says where the words are that would be lost. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { ClosingQuestion } from '../../../src/renderer/shell/closing/ClosingQuestion'
import { usePanels } from '../../../src/renderer/state'
import type { StoryPage } from '../../../src/story/requests/library/listRequests'
import type { StorySummary } from '../../../src/story/requests/storyAnswers'
import { POOL, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, click, DESK, did, fakeWindow, find, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

const Closing = () => (usePanels(({ closing }) => closing !== null) ? <ClosingQuestion /> : null)

const row = (id: string, headline: string): StorySummary => ({
  ...{ id, headline, slug: '', stage: 'draft', version: 0, facts: {}, words: 0, wordTarget: 0 },
  ...{ embargo: '', updated: '2026-10-30T09:00:00.000Z' },
})
const ROWS = [row('s2', 'Port closes'), row('s1', 'Crews end strike'), row('s3', '')]

/** The library has three stories, and the open one has a fact and a comment. */
function windowWith(): FakeWindow {
  return fakeWindow({
    story: {
      ...storyFrom('Crews end strike\nDeck\nIt lasted {f1:17 hours}.', { f1: 'figure' }),
      comments: [{ id: 'c1', by: 'Reporter', at: '', text: 'Who says so?', mustFix: false, assignee: '', replies: [] }],
    },
    desk: { ...DESK, sources: [POOL] },
    answers: {
      'story.page': ({ offset, limit, find: id }) => {
        const at = ROWS.findIndex((one) => one.id === id)
        const shown: StoryPage = { rows: ROWS.slice(offset, offset + limit), groups: [], total: ROWS.length }
        return did(at < 0 ? shown : { ...shown, at })
      },
    },
  })
}

/** What the question lists: headings, and the lines under them. */
async function listed(fake: FakeWindow): Promise<readonly string[]> {
  page = await put(fake.services, <Closing />)
  await act(async () => {
    fake.services.panels.asksToClose(() => undefined)
    await vi.waitFor(() => undefined)
  })
  return [...document.querySelectorAll('[role=alertdialog] :is(h3, li)')].map((line) => line.textContent)
}

const EVIDENCE = { locator: 'p. 2', excerpt: 'Seventeen hours', stance: 'supports', reason: '' } as const

test('the words that are not sent are listed under the headline of their story, the open one first', async () => {
  const fake = windowWith()
  const { drafts } = fake.services.panels
  drafts.comment.keep('Editor\n{"story":"s2"}', { text: 'Since when?', mustFix: false, assignee: '' })
  drafts.reply.keep('Editor\ns1 c1', 'The mayor.')
  drafts.ask.keep('Editor\ns1 f1 Question', { text: 'Which hours?', more: {} })
  drafts.told.keep('Editor\ns3\n1\ne1', 'By phone.')
  drafts.alert.keep('Editor\n', { headline: 'Ferry aground', slug: '' })
  expect([await listed(fake), await axeFaults()]).toEqual([
    [
      ...['An alert'],
      ...['Crews end strike', 'A reply to a comment', 'A question or a note on a fact'],
      ...['Port closes', 'A comment'],
      ...['Untitled', 'A note on who was notified'],
    ],
    [],
  ])
})

test('words whose comment, fact, evidence, source or story is gone are listed as such, and can be copied', async () => {
  const write = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } })
  const fake = windowWith()
  vi.spyOn(fake.services.newsroom.clipboard, 'leaksIn').mockReturnValue([])
  const { drafts } = fake.services.panels
  drafts.reply.keep('Editor\ns1 c9', 'The mayor.')
  drafts.evidence.keep('Editor\ns1 f9', EVIDENCE)
  drafts.evidence.keep('Editor\ns1 f1 e9', EVIDENCE)
  drafts.evidence.keep('Editor\ns1 f1', EVIDENCE)
  drafts.answers.keep('Editor\ns9', { text: 'Yes.' })
  drafts.reason.keep('Editor\ngone Merge', { reason: 'One and the same.' })
  expect(await listed(fake)).toEqual([
    ...['Crews end strike', 'A piece of evidence'],
    'Cannot be sent any more: what it belongs to is gone',
    ...['A reply to a commentThe mayor.Copy ', 'Answers to questionsYes.Copy '],
    ...['A piece of evidencep. 2\nSeventeen hoursCopy ', 'A piece of evidencep. 2\nSeventeen hoursCopy '],
    'A reasonOne and the same.Copy ',
  ])
  const [first] = document.querySelectorAll<HTMLElement>('.closing-group li button')
  if (first) await click(first)
  expect([write.mock.calls, find('[aria-live]', 'Copied').textContent]).toEqual([[['The mayor.']], 'Copied'])
  vi.unstubAllGlobals()
})

test('words of another person, and words about a protected source, are named and not shown', async () => {
  const fake = windowWith()
  const { drafts } = fake.services.panels
  drafts.reply.keep('Lee\ns1 c9', 'The mayor.')
  drafts.source.keep('Editor\ngone', {
    ...{ name: 'Kim Harbour', kind: 'person', groundRules: 'offTheRecord', protected: true, aliases: '' },
    ...{ contact: '', wording: '', description: '', pooler: '', poolNumber: '', derivedFrom: [] },
    ...{ officialRecord: false, reason: '' },
  })
  expect(await listed(fake)).toEqual([
    'Cannot be sent any more: what it belongs to is gone',
    ...['A reply to a comment', 'A source'],
  ])
})

test('a question about words that name a protected source takes the place of the one about the window', async () => {
  const fake = windowWith()
  vi.spyOn(fake.services.newsroom.clipboard, 'copyText').mockResolvedValue('asked')
  fake.services.panels.drafts.reply.keep('Editor\ns1 c9', 'Kim Harbour says so.')
  await listed(fake)
  await click(find('button', 'Copy'))
  expect(fake.services.panels.store.getState().closing).toBe(null)
})

test('a form for several stories names the first of them, and says how many more', async () => {
  const fake = windowWith()
  const { drafts } = fake.services.panels
  const typed = { stage: 'draft', words: '', reason: 'Not before Monday.' } as const
  drafts.bulk.keep('Editor\nmove 1', { ...typed, stories: ['s2', 's3'] })
  drafts.bulk.keep('Editor\nmove 2', { ...typed, stories: ['s2', 's1', 's3', 's4', 's5'] })
  // Nothing typed: stories that were chosen are no words.
  drafts.bulk.keep('Editor\nmove 3', { ...typed, reason: '', stories: ['s2'] })
  expect(await listed(fake)).toEqual([
    'A form for “Port closes” and “Untitled”',
    'A form for “Port closes”, “Crews end strike”, “Untitled” and 2 more stories',
  ])
})

test('the draft of an export profile that is deleted can be copied, not sent', async () => {
  const fake = windowWith()
  const { drafts } = fake.services.panels
  drafts.profile.keep('Editor\nprofile Wire desk', { name: 'Wire desk', pattern: '{slug}-wire' })
  drafts.profile.keep('Editor\nnew', { name: 'Web', pattern: '' })
  expect(await listed(fake)).toEqual([
    'An export profile',
    'Cannot be sent any more: what it belongs to is gone',
    'An export profileWire desk\n{slug}-wireCopy ',
  ])
})
