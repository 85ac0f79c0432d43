import { expect, test } from 'vitest'
import { lastCounted } from '../../../src/story/assessment/counting'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../builders/storyFrom'

const PAGE = 'Headline\nDeck\nIt ran {f:100} minutes.'

test('a sign-off that says “self-checked” counts only if the one-person desk was on then', () => {
  const events = signedOn(PAGE, 'f', 'verified', [BACKUP], 'Reporter').map((event) =>
    event.kind === 'signed' ? { ...event, selfChecked: true } : event,
  )
  const story = storyFrom(PAGE, { f: 'figure' }, events)
  const record = story.ledger.facts.get('f')
  if (!record) throw new Error('The story has no fact.')
  const counted = (changes: readonly { at: string; by: string; deskOfOne: boolean }[]) =>
    lastCounted(record, story, deskFrom({ settings: { deskOfOne: false, changes } })).current?.status
  expect([
    counted([]),
    counted([{ at: '2026-10-30T10:00:00.000Z', by: 'Editor', deskOfOne: true }]),
    counted([{ at: '2026-10-30T08:00:00.000Z', by: 'Editor', deskOfOne: true }]),
  ]).toEqual([undefined, undefined, 'verified'])
})
