/** Which verdicts count when a story is read. */
import { describe, expect, test } from 'vitest'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { lastCounted } from '../../../src/story/assessment/counting'
import type { Evidence } from '../../../src/story/ledger/fact'
import { hashEvidence } from '../../../src/story/ledger/hash'
import { seenOn, signed, twoMachines } from '../../builders/machines'
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

describe('a tick since keys', () => {
  const TICKED = 'Headline\nDeck\nIt cost {f:100 won}.'
  const AGAINST: Evidence = { ...BACKUP, id: 'e2', stance: 'contradicts' }
  const SEEN = seenOn(TICKED, 'figure')
  const ticked = (more: object, evidence: readonly Evidence[] = [BACKUP], deskOfOne = false): string => {
    const { desk } = twoMachines('Reporter')
    for (const item of evidence) desk.write('Editor', { kind: 'evidenceAdded', fact: 'f', evidence: item }, 1)
    const rests = evidence.map(hashEvidence)
    desk.write('Checker', signed('verified', { ...SEEN, evidence: rests, ...more }), 2)
    const story = { ...storyFrom(TICKED, { f: 'figure' }), ledger: desk.state }
    const [fact] = assessStory(story, deskFrom({ settings: { deskOfOne } }))
    return [fact?.status, ...(fact?.reasons ?? []), fact?.refused?.why].join(', ')
  }
  const REFUSED =
    'toCheck, notEntitled, This tick of Checker names nothing that supports these words. Someone must check them again.'

  test('counts with what its giver saw, and something that supports the words', () => {
    expect(ticked({})).toBe('verified, ')
    expect(ticked({}, [BACKUP, AGAINST])).toBe('verified, ')
  })

  test.each([false, true])('does not count without any of that, on a one-person desk: %s', (deskOfOne) => {
    expect(ticked({}, [], deskOfOne)).toBe(REFUSED)
    expect(ticked({}, [AGAINST], deskOfOne)).toBe(REFUSED)
    expect(ticked({ parts: undefined }, [BACKUP], deskOfOne)).toBe(REFUSED)
  })

  test('is to be checked again when what it names is not there', () => {
    expect(ticked({ evidence: ['other'] })).toBe('reCheck, evidence, ')
  })

  test('counts without the view if it is from before keys', () => {
    const story = storyFrom(TICKED, { f: 'figure' }, signedOn(TICKED, 'f', 'verified', [], 'Checker'))
    expect(assessStory(story, deskFrom())[0]?.status).toBe('verified')
  })
})
