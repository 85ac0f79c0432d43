/** Entries from other computers, in the History tab: an editor takes over or drops, by button and key. */
import { afterEach, describe, expect, it } from 'vitest'
import { act } from 'react'
import { HistoryPanel } from '../../../src/renderer/history/HistoryPanel'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { ApartEntry } from '../../../src/story/requests/exchange/apartRequests'
import type { AnswerOf } from '../../../src/story/requests/requests'
import { signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}.'
const story = storyFrom(PAGE, { f1: 'figure' }, signedOn(PAGE, 'f1'))
const APART = [{ kind: 'signed', seq: 7, at: '', by: 'Kim', hash: 'a', follows: [] } as unknown as LedgerEntry]
const entry = (hash: string, more: Partial<ApartEntry> = {}): ApartEntry => ({
  ...{ n: 7, hash, at: '2026-11-28T09:00:00.000Z', by: 'Kim', device: 'Kim’s laptop', did: 'signed Wrong' },
  ...{
    why: 'An editor stopped trusting the key of Kim on that computer.',
    seen: 'view',
    words: '100 minutes',
    said: 'It is 90.',
  },
  ...more,
})
const MOVE = entry('b', { did: 'moved the story', keep: 'Nobody takes this over for somebody else.' })

async function panel(answer: Partial<AnswerOf<'story.apart'>> = {}) {
  let waits: readonly ApartEntry[] = [entry('a'), MOVE]
  const fake = fakeWindow({
    story,
    apart: APART,
    answers: {
      'story.apart': () => did({ entries: waits, ...answer }),
      'story.decideApart': ({ entries }) => {
        waits = waits.filter(({ hash }) => hash !== entries[0]?.hash)
        return did({ decided: entries.map(({ hash }) => hash), left: [] })
      },
    },
  })
  page = await put(fake.services, <HistoryPanel />)
  const asked = (): readonly unknown[] =>
    fake.asked.flatMap(({ action, request }) => (action === 'story.decideApart' ? [request] : []))
  return { ...fake, decided: asked }
}

const press = (code: string) =>
  act(async () => {
    document
      .querySelector('.apart-item[aria-current="true"]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }))
    await Promise.resolve()
  })

describe('entries that stand apart', () => {
  it('that cannot be read leave no empty list', async () => {
    const why = 'The library cannot be read. Nothing is lost.'
    const fake = fakeWindow({ story, apart: APART, answers: { 'story.apart': () => refused(why) } })
    page = await put(fake.services, <HistoryPanel />)
    expect(document.querySelector('[role="alert"]')?.textContent).toBe(why)
  })

  it('say whose they are, what they say and why they stand apart, and are taken over or dropped', async () => {
    const { decided } = await panel()
    const [wrong, move] = all('.apart-item', /./).map(({ textContent }) => textContent)
    expect(wrong).toContain('Kim signed Wrong')
    expect(wrong).toContain('Kim’s laptop')
    expect(wrong).toContain('100 minutesIt is 90.An editor stopped trusting the key of Kim on that computer.')
    expect(move).toContain('Cannot be taken over: Nobody takes this over for somebody else.')
    expect(await axeFaults()).toEqual([])
    await click(find('button', 'Take overT'))
    await click(find('button', 'DropD'))
    expect(decided()).toEqual([
      { story: story.id, verdict: 'taken', entries: [{ hash: 'a', seen: 'view' }] },
      { story: story.id, verdict: 'dropped', entries: [{ hash: 'b', seen: 'view' }] },
    ])
    expect(all('.apart', /./)).toEqual([])
  })

  it('are decided by key, and one that nobody takes over stays', async () => {
    const { decided } = await panel()
    await press('KeyD')
    await press('KeyT')
    expect(decided()).toEqual([{ story: story.id, verdict: 'dropped', entries: [{ hash: 'a', seen: 'view' }] }])
    expect(all('.apart-item', /./)).toHaveLength(1)
  })

  it('are shown to others with the reason why they decide nothing', async () => {
    await panel({
      more: 12,
      refused: 'Only an editor can take over or drop entries from other computers; Ben is a reporter on the roster.',
    })
    expect(all('.apart button', /./)).toEqual([])
    expect(document.querySelector('.apart')?.textContent).toMatch(
      /Ben is a reporter on the roster\..*12 more are shown when you have decided these\.$/,
    )
    expect(await axeFaults()).toEqual([])
  })

  it('are no region while none stands apart', async () => {
    const { services, asked } = fakeWindow({ story })
    page = await put(services, <HistoryPanel />)
    expect([all('.apart', /./), asked]).toEqual([[], []])
  })
})
