/** A cut and words in brackets are accepted one after the other, and each says which of them it is. */
import { afterEach, expect, test } from 'vitest'
import { quoteOfFact } from '../../../src/checks/quote/quoteOfFact'
import { openGate } from '../../../src/gate/openGate'
import { QuoteLine } from '../../../src/renderer/facts/detail/QuoteLine'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Transcript } from '../../../src/story/assessment/copy/transcript'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { NO_WRITER } from '../../builders/noWriter'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const FILE = 'a'.repeat(64)
const transcripts: ReadonlyMap<string, Transcript> = new Map([
  [FILE, { turns: [{ speaker: 'Trump', text: 'We will, not this year, raise tariffs on them.' }] }],
])
const PAGE = 'Leaders meet\nA deck\nTrump said {f1:“we will … raise [our] tariffs on them,”} and left.'

async function near(
  accepted: readonly string[],
): Promise<{ readonly shown: string; readonly keys: readonly string[] }> {
  const dismissed = accepted.map((key): LedgerEvent => ({ kind: 'dismissed', rule: 'quoteCut', key }))
  const story = storyFrom(PAGE, { f1: 'quote' }, [
    ...signedOn(PAGE, 'f1', 'verified', [{ ...BACKUP, file: FILE }]),
    ...dismissed,
  ])
  const desk = deskFrom({ transcripts })
  const assessments = assessStory(story, desk)
  const [fact] = assessments
  const quote = fact && quoteOfFact(fact, transcripts, story.copy)
  if (!fact || !quote) throw new Error('The page has no quotation.')
  const clear = openGate({ story, assessments, desk, door: 'clear', wroteAt: NO_WRITER })
  page?.unmount()
  const shown = { id: story.id, copy: story.copy, assessments, clear }
  page = await put(fakeWindow({ story }).services, <QuoteLine fact={fact} story={shown} quote={quote} />)
  return {
    shown: document.querySelector('.quote-near')?.textContent ?? '',
    keys: clear.blocks.filter(({ rule }) => rule === 'quoteCut').map(({ key }) => key),
  }
}

test('first the cut, then the words in brackets, then both are accepted', async () => {
  const first = await near([])
  const second = await near(first.keys.slice(0, 1))
  const third = await near(first.keys)
  expect([first, second, third].map(({ shown }) => shown)).toEqual([
    'Cut near notAccept the cut',
    'In brackets, not spoken: ourAccept the brackets',
    'Cut near not · accepted',
  ])
})
