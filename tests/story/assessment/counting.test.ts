/** Which verdicts count when a story is read. */
import { describe, expect, test } from 'vitest'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { lastCounted } from '../../../src/story/assessment/counting'
import type { Evidence } from '../../../src/story/ledger/facts/fact'
import { hashEvidence } from '../../../src/story/ledger/hash'
import { Machine, seenOn, signed, twoMachines } from '../../builders/stories/machines'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'

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

describe('a tick that says it was signed on a one-person desk', () => {
  const at = (second: number): string => `2026-11-28T10:00:${second}.000Z`
  const changes = [
    { at: at(10), by: 'Editor', deskOfOne: true },
    { at: at(20), by: 'Editor', deskOfOne: false },
  ]
  const shown = (machine: Machine): string | undefined => {
    const story = { ...storyFrom('Headline'), ledger: machine.state }
    const { current } = lastCounted(machine.fact, story, deskFrom({ settings: { deskOfOne: false, changes } }))
    return current && `${current.status} by ${current.by}${current.selfChecked ? ', self-checked' : ''}`
  }
  const alone = signed('verified', { selfChecked: true })

  test('counts at its time', () => {
    const { desk } = twoMachines('Reporter')
    desk.write('Reporter', alone, 15)
    desk.write('Checker', { kind: 'answered', fact: 'f', text: 'x' }, 30)
    expect(shown(desk)).toBe('verified by Reporter, self-checked')
  })

  test('does not count after an entry of a later time, which it follows', () => {
    const { desk } = twoMachines('Reporter')
    desk.write('Checker', { kind: 'answered', fact: 'f', text: 'x' }, 30)
    desk.write('Reporter', alone, 15)
    expect(shown(desk)).toBeUndefined()
  })

  test('does not count after such an entry of another machine, and counts beside one', () => {
    const { desk, laptop } = twoMachines('Reporter')
    desk.write('Checker', signed('wrong'), 30)
    desk.write('Checker', { kind: 'withdrawn', fact: 'f', signOff: desk.file.at(-1)?.hash ?? '' }, 31)
    const beside = new Machine().receive(laptop)
    beside.write('Reporter', alone, 15)
    laptop.write('Checker', { kind: 'answered', fact: 'f', text: 'x' }, 12)
    laptop.receive(desk).write('Reporter', alone, 15)
    expect([shown(laptop), shown(beside.receive(desk))]).toEqual([undefined, 'verified by Reporter, self-checked'])
  })

  test('asks for a look at its context like any other if the desk was none then', () => {
    const { desk } = twoMachines('Reporter')
    desk.write('Checker', signed('verified', { selfChecked: true, contextWriters: ['Checker'] }), 30)
    expect(shown(desk)).toBe('verified by Checker')
  })
})
