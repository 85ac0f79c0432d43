/** The next move: filled for the person who makes it, and only while no form has the filled button. */
import { afterEach, expect, test } from 'vitest'
import { isOwnMove, offeredMoves } from '../../../src/renderer/checks/move/nextMove'
import { StoryActions } from '../../../src/renderer/shell/StoryActions'
import { Button } from '../../../src/renderer/ui'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { storyFrom } from '../../builders/stories/storyFrom'
import { DESK, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}.'
const moved = (from: 'draft' | 'filed', to: 'filed' | 'inReview'): LedgerEvent => ({
  ...{ kind: 'moved', from, to, copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
})
const filed = storyFrom(PAGE, { f1: 'figure' }, [moved('draft', 'filed')])
const inReview = storyFrom(PAGE, { f1: 'figure' }, [moved('draft', 'filed'), moved('filed', 'inReview')])
const written = { ...inReview, fields: { ...inReview.fields, byline: [{ name: 'Mina' }] } }
const desk = {
  ...DESK,
  roster: [
    { name: 'Tom', role: 'editor' },
    { name: 'Mina', role: 'editor' },
    { name: 'Ana', role: 'reporter' },
  ],
} as const
const look = (name: RegExp): string | undefined => find('button', name).dataset['look']

test.each([
  ['an editor who may clear it', 'Tom', written, true],
  ['an editor with a byline', 'Mina', written, false],
  ['a reporter', 'Ana', written, false],
  ['a reporter who takes it up', 'Ana', filed, true],
  ['its author, who filed it', 'Mina', { ...filed, fields: written.fields }, false],
] as const)('the next move is that of %s: %s', (_who, person, story, isOwn) => {
  const { next } = offeredMoves(story)
  expect(next && isOwnMove(next, person, story, desk)).toBe(isOwn)
})

test('on a one-person desk each move is the person’s own', () => {
  const alone = { ...desk, settings: { ...desk.settings, deskOfOne: true } }
  for (const story of [written, { ...filed, fields: written.fields }]) {
    const { next } = offeredMoves(story)
    expect(next && isOwnMove(next, 'Mina', story, alone)).toBe(true)
  }
})

test('a move of others is there without fill', async () => {
  const { services } = fakeWindow({ story: written, desk, person: 'Mina' })
  page = await put(services, <StoryActions />)
  expect(look(/^Clear…/)).toBe('quiet')
})

test('while a form has the filled button, the next move is tinted', async () => {
  const { services } = fakeWindow({ story: written, desk, person: 'Tom' })
  page = await put(services, <StoryActions />)
  expect(look(/^Clear…/)).toBe('primary')
  page.unmount()
  page = await put(
    services,
    <>
      <StoryActions />
      <form>
        <Button type="submit" look="primary">
          Add comment
        </Button>
      </form>
    </>,
  )
  expect(look(/^Clear…/)).toBe('tinted')
})
