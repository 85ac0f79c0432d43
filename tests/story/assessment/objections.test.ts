/** What another Stet takes away of what speaks against the words: it stays, unless its writer may. */
import { describe, expect, test } from 'vitest'
import { lastCounted } from '../../../src/story/assessment/counting'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Assessment } from '../../../src/story/assessment/assessment'
import type { Evidence } from '../../../src/story/ledger/facts/fact'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashEvidence } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { type Machine, seenOn, signed, twoMachines } from '../../builders/stories/machines'
import { BACKUP, deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const PAGE = 'Headline\nDeck\nIt cost {f:100 won}.'
const deskOf = (deskOfOne = false) =>
  deskFrom({
    roster: [
      { name: 'Ed', role: 'editor' },
      { name: 'Ana', role: 'checker' },
      { name: 'Cho', role: 'checker' },
      { name: 'Author', role: 'reporter' },
    ],
    settings: { deskOfOne },
  })
const AGAINST: Evidence = { id: 'e2', source: 'pool', locator: '¶ 3', stance: 'contradicts' }
const TICK = { ...seenOn(PAGE, 'figure'), evidence: [hashEvidence(BACKUP)] }

const add = (evidence: Evidence, replaces?: string): LedgerEvent => ({
  ...{ kind: 'evidenceAdded', fact: 'f', evidence },
  ...(replaces === undefined ? {} : { replaces }),
})
const remove = (evidence: string): LedgerEvent => ({ kind: 'evidenceRemoved', fact: 'f', evidence })
const withdraw = ({ hash }: LedgerEntry): LedgerEvent => ({ kind: 'withdrawn', fact: 'f', signOff: hash, reason: 'no' })

function begun(): Machine {
  const { desk } = twoMachines()
  desk.write('Author', { kind: 'tagged', fact: 'f', type: 'figure', words: '100 won', writers: ['Author'] }, 1)
  desk.write('Ed', add(BACKUP), 2)
  return desk
}
const verifies = (machine: Machine): LedgerEntry => machine.write('Ed', signed('verified', TICK), 3)
const shown = (machine: Machine, deskOfOne = false): string | undefined => {
  const story = { fields: { ...EMPTY_FIELDS, author: 'Author' }, ledger: machine.state }
  const { current } = lastCounted(machine.fact, story, deskOf(deskOfOne))
  return current && `${current.status} by ${current.by}`
}
function assessed(machine: Machine, deskOfOne = false): Assessment {
  const story = { ...storyFrom(PAGE, { f: 'figure' }, [], { author: 'Author' }), ledger: machine.state }
  const [fact] = assessStory(story, deskOf(deskOfOne))
  if (!fact) throw new Error('The story has no fact.')
  return fact
}
const reads = (machine: Machine): string => {
  const { status, reasons, evidence } = assessed(machine)
  return [status, ...reasons, ...evidence.map(({ id, stance }) => `${id} ${stance}`)].join(', ')
}

describe('a query that was asked after a tick', () => {
  const queried = (): { readonly desk: Machine; readonly query: LedgerEntry } => {
    const desk = begun()
    verifies(desk)
    return { desk, query: desk.write('Cho', signed('queried'), 4) }
  }

  test('is not taken back by the author', () => {
    const { desk, query } = queried()
    desk.write('Author', withdraw(query), 5)
    expect([shown(desk), shown(desk, true)]).toEqual(['queried by Cho', 'verified by Ed'])
    const { desk: alone } = twoMachines()
    alone.write('Author', withdraw(alone.write('Cho', signed('queried'), 4)), 5)
    expect(shown(alone)).toBe('queried by Cho')
  })

  test.each(['Cho', 'Ana', 'Ed'])('is taken back by %s', (by) => {
    const { desk, query } = queried()
    desk.write(by, withdraw(query), 5)
    expect(shown(desk)).toBe('verified by Ed')
  })
})

describe('a tick that an author takes away', () => {
  test('is gone if nothing that gives trust stands below it', () => {
    const desk = begun()
    desk.write('Author', withdraw(verifies(desk)), 5)
    expect(shown(desk)).toBeUndefined()
  })

  test('stays where an earlier one would come back', () => {
    const desk = begun()
    verifies(desk)
    desk.write('Author', withdraw(desk.write('Ana', signed('onAuthor'), 4)), 5)
    expect(shown(desk)).toBe('onAuthor by Ana')
  })
})

describe('evidence that contradicts the words', () => {
  const contradicted = (by = 'Cho'): Machine => {
    const desk = begun()
    verifies(desk)
    desk.write(by, add(AGAINST), 4)
    expect(reads(desk)).toBe('reCheck, evidence, e1 supports, e2 contradicts')
    return desk
  }
  const STANDS = 'reCheck, evidence, e1 supports, e2 contradicts'

  test('is not taken away by an author', () => {
    const desk = contradicted()
    desk.write('Author', remove('e2'), 5)
    expect(reads(desk)).toBe(STANDS)
    expect(assessed(desk, true).status).toBe('verified')
  })

  test('is not turned by an author', () => {
    const desk = contradicted()
    desk.write('Author', add({ ...AGAINST, id: 'e3', stance: 'supports' }, 'e2'), 5)
    desk.write('Author', remove('e3'), 6)
    expect(reads(desk)).toBe(STANDS)
  })

  test('is not turned by an author who gives the new piece its id', () => {
    const desk = contradicted()
    desk.write('Author', add({ ...AGAINST, stance: 'supports' }), 5)
    desk.write('Author', remove('e2'), 6)
    expect(reads(desk)).toBe(STANDS)
  })

  test('is not taken away by who wrote the words, unless somebody else verified them', () => {
    const written = (): Machine => {
      const desk = begun()
      desk.write('Ana', { kind: 'reworded', fact: 'f', words: '100 won', writers: ['Ana'] }, 3)
      return desk
    }
    const unsigned = written()
    unsigned.write('Cho', add(AGAINST), 4)
    unsigned.write('Ana', remove('e2'), 5)
    expect(reads(unsigned)).toBe('toCheck, e1 supports, e2 contradicts')

    const ticked = written()
    verifies(ticked)
    ticked.write('Cho', add(AGAINST), 4)
    ticked.write('Ana', remove('e2'), 5)
    expect(reads(ticked)).toBe('verified, e1 supports')
  })

  test.each(['Cho', 'Ana', 'Ed'])('is taken away by %s, who may', (by) => {
    const desk = contradicted()
    desk.write(by, remove('e2'), 5)
    expect(reads(desk)).toBe('verified, e1 supports')
  })

  test('is taken away by the author who alone brought it', () => {
    const desk = contradicted('Author')
    desk.write('Author', remove('e2'), 5)
    expect(reads(desk)).toBe('verified, e1 supports')
  })

  test('is taken away, or changed, by an editor after an author had no right to', () => {
    const removed = contradicted()
    removed.write('Author', remove('e2'), 5)
    removed.write('Ed', remove('e2'), 6)
    expect(reads(removed)).toBe('verified, e1 supports')

    const changed = contradicted()
    changed.write('Author', remove('e2'), 5)
    changed.write('Ed', add({ ...AGAINST, id: 'e4', locator: '¶ 4' }, 'e2'), 6)
    expect(reads(changed)).toBe('reCheck, evidence, e1 supports, e4 contradicts')
  })
})
