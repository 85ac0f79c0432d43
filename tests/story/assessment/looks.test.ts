/** Looks at a changed context that another Stet signs: what they carry over, and when they count. */
import { describe, expect, test } from 'vitest'
import { lastCounted, type Counted } from '../../../src/story/assessment/counting'
import type { Evidence } from '../../../src/story/ledger/facts/fact'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashEvidence } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ViewParts } from '../../../src/story/ledger/facts/viewParts'
import { type Machine, signed, twoMachines } from '../../builders/stories/machines'
import { deskFrom } from '../../builders/stories/storyFrom'

const DESK = deskFrom({
  roster: [
    { name: 'Ed', role: 'editor' },
    { name: 'Ana', role: 'checker' },
    { name: 'Ben', role: 'checker' },
    { name: 'Author', role: 'reporter' },
  ],
})
const BACKUP: Evidence = { id: 'e1', source: 'pool', locator: '¶ 2', stance: 'supports' }
const PARTS: ViewParts = { rule: 2, type: 'figure', claim: 'the price', graf: 'g', commitments: { pool: 'c' } }
const RESTS = {
  evidence: [hashEvidence(BACKUP)],
  groundRules: { pool: 1 },
  translation: 't',
  derived: 'd',
  parts: PARTS,
}
const answer: LedgerEvent = { kind: 'answered', fact: 'f', text: 'Yes.' }

const counted = (machine: Machine): Counted =>
  lastCounted(machine.fact, { fields: { ...EMPTY_FIELDS, author: 'Author' }, ledger: machine.state }, DESK)
const shown = (machine: Machine): string | undefined => {
  const { current, differs } = counted(machine)
  const looked = current?.acceptedBy === undefined ? '' : `, as ${current.acceptedBy} saw it`
  return current && `${current.status} by ${current.by}${looked}${differs ? ', differs' : ''}`
}
const verifies = (machine: Machine, by = 'Ed', time = 5): LedgerEntry => {
  machine.write(by, { kind: 'evidenceAdded', fact: 'f', evidence: BACKUP }, time)
  return machine.write(by, signed('verified', RESTS), time)
}
const looks = (machine: Machine, { hash }: LedgerEntry, more: object = {}): LedgerEntry =>
  machine.write('Author', signed('verified', { ...RESTS, carries: hash, sentence: 'Now.', ...more }), 40)
const REFUSED =
  'Author accepted the context of a verdict of Ed that no longer stood. Someone must check these words again.'

describe('a look at a changed context', () => {
  test('has the context that its writer saw, and all else as its giver signed it', () => {
    const { desk } = twoMachines()
    looks(desk, verifies(desk), {
      ...{ evidence: [], groundRules: {}, translation: 'other', derived: undefined },
      parts: {
        ...PARTS,
        type: 'name',
        claim: 'the tax',
        saidBy: 'Kim',
        shown: 's',
        graf: 'h',
        near: 'n',
        commitments: {},
      },
    })
    expect(counted(desk).current).toMatchObject({
      ...RESTS,
      ...{ by: 'Ed', acceptedBy: 'Author', sentence: 'Now.' },
      parts: { rule: 2, type: 'figure', claim: 'the price', graf: 'h', near: 'n', commitments: { pool: 'c' } },
    })
    expect(Object.keys(counted(desk).current?.parts ?? {})).not.toContain('saidBy')
  })

  test('is a verdict of its writer if it tells nothing of the context', () => {
    const { desk } = twoMachines()
    looks(desk, verifies(desk), { parts: undefined })
    expect([shown(desk), counted(desk).refused?.signOff.by]).toEqual(['verified by Ed', 'Author'])
  })

  test('counts after another look, and after a verdict that somebody took back', () => {
    const { desk } = twoMachines()
    const tick = verifies(desk)
    looks(desk, tick)
    const { hash } = desk.write('Ana', signed('wrong'), 7)
    desk.write('Ana', { kind: 'withdrawn', fact: 'f', signOff: hash }, 8)
    looks(desk, tick)
    expect(shown(desk)).toBe('verified by Ed, as Author saw it')
  })

  test('counts beside the same verdict by somebody who did not know of the first', () => {
    const { desk, laptop } = twoMachines()
    const tick = verifies(desk)
    verifies(laptop, 'Ana')
    looks(desk.receive(laptop), tick)
    expect(shown(desk)).toBe('verified by Ed, as Author saw it')
  })

  test.each(['wrong', 'disputed', 'queried', 'onAuthor'] as const)('does not carry it over a later “%s”', (status) => {
    const { desk } = twoMachines()
    const tick = verifies(desk)
    desk.write('Ana', signed(status), 7)
    looks(desk, tick)
    expect([shown(desk), counted(desk).refused?.signOff.acceptedBy]).toEqual([`${status} by Ana`, 'Author'])
  })

  test.each(['wrong', 'queried'] as const)('does not carry it over a later “%s” of its own giver', (status) => {
    const { desk } = twoMachines()
    const tick = verifies(desk)
    desk.write('Ed', signed(status), 7)
    looks(desk, tick)
    expect([shown(desk), counted(desk).refused?.why]).toEqual([`${status} by Ed`, REFUSED])
  })

  test('does not choose between it and another verdict whose giver did not know it', () => {
    const { desk, laptop } = twoMachines()
    const tick = verifies(desk)
    laptop.write('Ana', signed('queried'), 6)
    looks(desk.receive(laptop), tick)
    expect([shown(desk), counted(desk).refused?.why]).toEqual(['queried by Ana, differs', REFUSED])
  })

  test('does not bring back what an answer took away', () => {
    const { desk } = twoMachines()
    const tick = verifies(desk)
    desk.write('Ana', signed('queried'), 7)
    desk.write('Author', answer, 8)
    looks(desk, tick)
    expect([shown(desk), counted(desk).refused?.why]).toEqual([undefined, REFUSED])
  })

  test('goes with a verdict that an answer took away of which its writer says not to know', () => {
    const { desk, laptop } = twoMachines()
    const tick = verifies(desk)
    looks(laptop.receive(desk), tick)
    desk.write('Ana', signed('queried'), 7)
    desk.write('Author', answer, 8)
    expect(shown(desk.receive(laptop))).toBeUndefined()
  })
})
