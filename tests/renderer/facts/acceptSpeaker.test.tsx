/** It is open whose words a quotation is: a person reads what the transcript says, and accepts the speaker once. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { quoteOfFact } from '../../../src/checks/quote/quoteOfFact'
import { openGate } from '../../../src/gate/openGate'
import { QuoteLine } from '../../../src/renderer/facts/detail/QuoteLine'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Transcript } from '../../../src/story/assessment/copy/transcript'
import { seenOfFinding } from '../../../src/story/assessment/seenFinding'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { NO_WRITER } from '../../builders/noWriter'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { all, click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const FILE = 'a'.repeat(64)
const transcripts: ReadonlyMap<string, Transcript> = new Map([
  [
    FILE,
    {
      turns: [
        { speaker: 'Trump', text: 'I do not think so.' },
        { speaker: 'Xi', text: 'We met.' },
      ],
    },
  ],
])
const PAGE = 'Leaders meet\nA deck\nIt was clear: {f1:“We met”}. It rained.'

function moment(events: readonly (LedgerEvent & { readonly by?: string })[] = []) {
  const story = storyFrom(PAGE, { f1: 'quote' }, [
    ...signedOn(PAGE, 'f1', 'verified', [{ ...BACKUP, file: FILE }]),
    ...events,
  ])
  const desk = deskFrom({ transcripts })
  const assessments = assessStory(story, desk)
  const [fact] = assessments
  const quote = fact && quoteOfFact(fact, transcripts, story.copy)
  if (!fact || !quote) throw new Error('The page has no quotation.')
  const clear = openGate({ story, assessments, desk, door: 'clear', wroteAt: NO_WRITER })
  return { story, fact, quote, shown: { id: story.id, copy: story.copy, assessments, clear } }
}
const OPEN = moment()
const finding = OPEN.shown.clear.blocks.find(({ rule }) => rule === 'quoteSpeaker')
if (!finding) throw new Error('It is not open whose words these are.')
const { rule, key } = finding

async function line(
  { story, fact, quote, shown } = OPEN,
  options: Partial<Parameters<typeof fakeWindow>[0]> = {},
  before: (fake: FakeWindow) => void = () => undefined,
): Promise<FakeWindow> {
  const fake = fakeWindow({ story, ...options })
  before(fake)
  page = await put(fake.services, <QuoteLine fact={fact} story={shown} quote={quote} />)
  return fake
}
const speaker = () => document.querySelector('.quote-near')?.textContent
const buttons = () => all('button', 'Accept the speaker').length
const REQUEST = {
  action: 'finding.dismiss',
  request: { story: 's1', rule, key, seen: seenOfFinding(finding, OPEN.shown.copy, OPEN.shown.assessments) },
}

test('says whose words the transcript has, and that nobody is named for them', async () => {
  await line()
  expect([speaker(), buttons()]).toEqual(['In the transcript, words of XiAccept the speaker', 1])
  expect(document.querySelector('.quote-line')?.textContent).toContain(
    'The transcript has several speakers, and the copy does not say whose words these are.',
  )
})

test('a second press before the answer accepts nothing twice', async () => {
  let answer: () => void = () => undefined
  const fake = await line(OPEN, {
    answers: { 'finding.dismiss': () => new Promise((resolve) => (answer = () => resolve(did({})))) },
  })
  await click(find('button', 'Accept the speaker'))
  await click(find('button', 'Accept the speaker'))
  await act(async () => answer())
  expect(fake.asked).toEqual([REQUEST])
})

test('a refusal says why, and the speaker can be accepted later', async () => {
  const fake = await line(OPEN, { answers: { 'finding.dismiss': () => refused('Somebody else accepts this.') } })
  await click(find('button', 'Accept the speaker'))
  expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual(['Somebody else accepts this.'])
  await click(find('button', 'Accept the speaker'))
  expect(fake.asked).toEqual([REQUEST, REQUEST])
})

test('an accepted speaker reads so', async () => {
  await line(moment([{ kind: 'dismissed', rule, key }]))
  expect([speaker(), buttons()]).toEqual(['In the transcript, words of Xi · accepted', 0])
})

test.each<readonly [string, Parameters<typeof line>]>([
  [
    'in a library that is only read',
    [OPEN, {}, ({ services }) => services.newsroom.store.setState({ readOnly: 'Another Stet has it.' })],
  ],
  ['that an editor has overridden', [moment([{ kind: 'overridden', rule, key, reason: 'Heard it.' }])]],
  [
    'before the copy has been checked',
    [
      { ...OPEN, shown: { ...OPEN.shown, clear: { ...OPEN.shown.clear, blocks: [] } } },
      {},
      ({ services }) => {
        const { session } = services.newsroom.store.getState()
        const view = session?.store.getState().view
        if (view) session?.store.setState({ view: { ...view, judged: false } })
      },
    ],
  ],
])('a speaker %s does not read accepted, because nobody accepted it', async (_when, given) => {
  await line(...given)
  expect([speaker(), buttons()]).toEqual(['In the transcript, words of Xi', 0])
})
