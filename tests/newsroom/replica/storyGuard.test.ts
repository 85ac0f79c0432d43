import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newsroomText } from '../../../src/catalogue/rooms/newsroom'
import { StoryGuard } from '../../../src/newsroom/replica/storyGuard'
import type { FactTag, FactType } from '../../../src/story/ledger/facts/fact'
import { EMPTY_LEDGER } from '../../../src/story/ledger/ledger'
import type { Story } from '../../../src/story/assessment/story'

const tag = (id: string, type: FactType): [string, FactTag] => [
  id,
  { id, type, by: 'Reporter', at: '2026-10-30T09:00:00.000Z' },
]

const guard = (stage: Story['ledger']['standing']['stage']): StoryGuard =>
  new StoryGuard({
    doc: new Y.Doc(),
    ledger: () => ({ ...EMPTY_LEDGER, standing: { ...EMPTY_LEDGER.standing, stage } }),
    tags: () => new Map([tag('quote', 'quote'), tag('figure', 'figure')]),
    desk: () => {
      throw new Error('Nobody has the pen, so nobody asks who may take it.')
    },
  })

test('Anybody forgets the new tag of a figure by an undo, only its tagger that of a quote.', () => {
  const mayForget = (fact: string, by: string): boolean => guard('draft').mayForget(fact, by)
  expect([mayForget('figure', 'Editor'), mayForget('quote', 'Editor'), mayForget('quote', 'Reporter')]).toEqual([
    true,
    false,
    true,
  ])
})

test('A killed story refuses changes of its words, and takes from the ledger’s events only those after a kill.', () => {
  const killed = newsroomText('openStory.killed')
  expect(() => guard('draft').refuseWhenKilled()).not.toThrow()
  expect(() => guard('killed').refuseWhenKilled()).toThrow(killed)
  expect(() => guard('killed').refuseWhenKilled([])).not.toThrow()
  expect(() => guard('killed').refuseWithoutPen('Editor')).not.toThrow()
  expect(guard('killed').guarded).toBeUndefined()
})
