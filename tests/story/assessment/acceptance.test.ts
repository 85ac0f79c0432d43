/**
 * Right words that Ana proposed, and a verdict in her name by who accepted them: when it counts. Ben's Stet may be
 * another one, which says what it likes.
 */
import { describe, expect, test } from 'vitest'
import { lastCounted } from '../../../src/story/assessment/counting'
import { needsAnotherLook } from '../../../src/story/assessment/verdicts/anotherLook'
import type { Desk } from '../../../src/story/assessment/story'
import type { Evidence } from '../../../src/story/ledger/facts/fact'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashEvidence } from '../../../src/story/ledger/hash'
import type { Correction, SuggestedPlace } from '../../../src/story/ledger/events/suggestionEvent'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ViewParts } from '../../../src/story/ledger/facts/viewParts'
import { Machine, signed, twoMachines } from '../../builders/stories/machines'
import { deskFrom, POOL } from '../../builders/stories/storyFrom'

const DESK = deskFrom({
  roster: [
    { name: 'Ed', role: 'editor' },
    { name: 'Ana', role: 'checker' },
    { name: 'Ben', role: 'reporter' },
  ],
})
const OTHERWISE =
  'These words were accepted in the name of Ana, who proposed them in another place or with other evidence. Someone must check them again.'
const SINCE =
  'These words were accepted in the name of Ana, who said something else after proposing them. Someone must check them again.'
const TWICE =
  'This proposal of Ana had been accepted before, and that tick was taken back. Someone must check the words again.'

/** The verdict that holds, or why the last one does not. */
function holds(machine: Machine, desk: Desk = DESK): string {
  const { current, refused } = lastCounted(
    machine.fact,
    { fields: { ...EMPTY_FIELDS, author: 'Ben' }, ledger: machine.state },
    desk,
  )
  return refused?.why ?? `${current?.status} by ${current?.by}: ${current?.words}`
}

type Signed = Extract<LedgerEvent, { kind: 'signed' }>
const RIGHT: Partial<Signed> = { words: '200 won', sentence: 'It cost 200 won.' }
const COUNTS = 'verified by Ana: 200 won'

const suggested = (
  id: string,
  [deleted, inserted]: readonly [string, string],
  more: { readonly corrects?: Correction; readonly places?: readonly SuggestedPlace[]; readonly typedBy?: string } = {},
): LedgerEvent => ({ kind: 'suggested', suggestion: id, inserted, deleted, about: '', ...more })

/** Ana finds the words wrong and proposes others. */
function proposes(
  machine: Machine,
  more: { readonly was?: Partial<Signed>; readonly corrects?: Partial<Correction>; readonly id?: string } = {},
): LedgerEntry {
  machine.write('Ana', signed('wrong', more.was), 1)
  const corrects = { fact: 'f', words: '200 won', sentence: 'It cost 200 won.', ...more.corrects }
  return machine.write('Ana', suggested(more.id ?? 's1', ['100 won', corrects.words], { corrects }), 2)
}

const accepts = (machine: Machine, { hash }: LedgerEntry, more: Partial<Signed> = {}, time = 20): LedgerEntry =>
  machine.write('Ana', { ...signed('verified', { ...RIGHT, ...more }), accepts: hash } as LedgerEvent, time)

const withdrawn = ({ hash }: LedgerEntry): LedgerEvent => ({
  kind: 'withdrawn',
  fact: 'f',
  signOff: hash,
  reason: 'no',
})
const wrongIn = ({ file }: Machine): LedgerEntry => file.find(({ kind }) => kind === 'signed') as LedgerEntry

describe('an acceptance on one machine', () => {
  const one = (): Machine => twoMachines().desk

  test('counts for the proposer', () => {
    const desk = one()
    accepts(desk, proposes(desk))
    expect(holds(desk)).toBe(COUNTS)
  })

  test('counts for nobody without the proposal that it names', () => {
    const desk = one()
    proposes(desk)
    accepts(desk, wrongIn(desk))
    expect(holds(desk)).toBe(OTHERWISE)
  })

  test('does not count for what somebody only typed on another machine', () => {
    const desk = one()
    desk.write('Ana', signed('wrong'), 1)
    const corrects = { fact: 'f', words: '200 won', sentence: 'It cost 200 won.' }
    accepts(desk, desk.write('Ana', suggested('s1', ['100 won', '200 won'], { corrects, typedBy: 'Ana' }), 2))
    expect(holds(desk)).toBe(OTHERWISE)
  })

  test.each<[string, (desk: Machine) => unknown]>([
    ['wrong once more', (desk) => desk.write('Ana', signed('wrong'), 5)],
    ['disputed', (desk) => desk.write('Ana', signed('disputed'), 5)],
    ['a query that is open', (desk) => desk.write('Ana', signed('queried'), 5)],
    ['that the old words are right', (desk) => desk.write('Ana', signed('verified'), 5)],
    ['other right words', (desk) => proposes(desk, { corrects: { words: '300 won' }, id: 's2' })],
    ['nothing, and takes the verdict back', (desk) => desk.write('Ana', withdrawn(wrongIn(desk)), 5)],
  ])('does not count after the proposer has said %s', (_what, since) => {
    const desk = one()
    const proposal = proposes(desk)
    since(desk)
    accepts(desk, proposal)
    expect(holds(desk)).toBe(SINCE)
  })

  test('does not count after an editor has taken the verdict of the proposer back', () => {
    const desk = one()
    const proposal = proposes(desk)
    desk.write('Ed', withdrawn(wrongIn(desk)), 5)
    accepts(desk, proposal)
    expect(holds(desk)).toBe(SINCE)
  })

  test('counts after the proposer has taken a later verdict back, and after an answered query', () => {
    const desk = one()
    const proposal = proposes(desk)
    desk.write('Ana', withdrawn(desk.write('Ana', signed('disputed'), 5)), 6)
    desk.write('Ana', signed('queried'), 7)
    desk.write('Ben', { kind: 'answered', fact: 'f', text: 'From the ministry.' }, 8)
    accepts(desk, proposal)
    expect(holds(desk)).toBe(COUNTS)
  })

  const ended = (verdict: 'dropped' | 'rejected'): LedgerEvent => ({
    ...(verdict === 'dropped' ? { kind: 'suggestionDropped' } : { kind: 'suggestionDecided', verdict, proposedAt: '' }),
    ...{ suggestion: 's1', proposer: 'Ana', inserted: '200 won', deleted: '100 won', about: '' },
  })
  const REOPENED: LedgerEvent = { kind: 'suggestionReopened', suggestion: 's1' }

  test.each<[string, readonly (readonly [string, LedgerEvent])[], string]>([
    ['the proposer has taken it back', [['Ana', ended('dropped')]], SINCE],
    ['the proposer has rejected it', [['Ana', ended('rejected')]], SINCE],
    [
      'somebody else has put back what the proposer took',
      [
        ['Ana', ended('dropped')],
        ['Ben', REOPENED],
      ],
      SINCE,
    ],
    [
      'the proposer has put it back',
      [
        ['Ana', ended('dropped')],
        ['Ana', REOPENED],
      ],
      COUNTS,
    ],
    ['an editor has rejected it', [['Ed', ended('rejected')]], SINCE],
    [
      'an editor has rejected it and put it back',
      [
        ['Ed', ended('rejected')],
        ['Ed', REOPENED],
      ],
      COUNTS,
    ],
  ])('of a proposal when %s: counts or not', (_what, events, expected) => {
    const desk = one()
    const proposal = proposes(desk)
    for (const [by, event] of events) desk.write(by, event, 5)
    accepts(desk, proposal)
    expect(holds(desk)).toBe(expected)
  })

  test('counts after the proposer has put it back with another key of theirs, and not with one of the library', () => {
    const holdsWith = (key: string): string => {
      const desk = one()
      const proposal = proposes(desk)
      desk.write('Ana', withdrawn(desk.write('Ana', signed('disputed'), 5, 'laptop')), 6)
      desk.write('Ana', ended('dropped'), 7, 'library')
      desk.write('Ana', REOPENED, 8, key)
      accepts(desk, proposal)
      return holds(desk)
    }
    expect([holdsWith('laptop'), holdsWith('library'), holdsWith('Ben')]).toEqual([COUNTS, SINCE, SINCE])
  })

  test('counts once: not again after somebody has taken it back', () => {
    const desk = one()
    const proposal = proposes(desk)
    desk.write('Ed', withdrawn(accepts(desk, proposal)), 21)
    accepts(desk, proposal, {}, 22)
    expect(holds(desk)).toBe(TWICE)
  })

  test('that does not count gives no look, and a look at it gives no trust', () => {
    const desk = one()
    const proposal = proposes(desk)
    const forged = accepts(desk, proposal, { sentence: 'It never cost 200 won.' })
    desk.write('Ben', signed('verified', { ...RIGHT, carries: forged.hash } as Partial<Signed>), 21)
    expect(holds(desk)).toBe(OTHERWISE)
    desk.write('Ed', signed('verified', { ...RIGHT, sentence: 'It never cost 200 won.', contextWriters: ['Ed'] }), 22)
    const { fact } = desk
    const tick = fact.signOffs.at(-1)
    expect(tick && [tick.by, needsAnotherLook(tick, fact)]).toEqual(['Ed', true])
  })

  test('may be looked at again in a changed context', () => {
    const desk = one()
    const accepted = accepts(desk, proposes(desk))
    desk.write('Ben', signed('verified', { ...RIGHT, sentence: 'It has cost 200 won.', carries: accepted.hash }), 21)
    expect(holds(desk)).toBe(COUNTS)
  })
})

describe('an acceptance whose acceptor had not heard of what the proposer says meanwhile', () => {
  /** Ana goes on at the laptop while somebody accepts at the desk. */
  function meanwhile(act: (laptop: Machine, proposal: LedgerEntry) => unknown): string {
    const { desk, laptop } = twoMachines()
    const proposal = proposes(laptop)
    desk.receive(laptop)
    act(laptop, proposal)
    accepts(desk, proposal)
    const merged = holds(new Machine().receive(desk).receive(laptop))
    expect(holds(new Machine().receive(laptop).receive(desk))).toBe(merged)
    return merged
  }

  test.each<[string, (laptop: Machine) => unknown, string?]>([
    ['wrong once more', (laptop) => laptop.write('Ana', signed('wrong'), 5)],
    [
      'wrong once more, by a clock that is ahead',
      (laptop) => laptop.write('Ana', signed('wrong'), 30),
      'wrong by Ana: 100 won',
    ],
    ['that the old words are right', (laptop) => laptop.write('Ana', signed('verified'), 5)],
    [
      'that the old words are right, by a clock that is ahead',
      (laptop) => laptop.write('Ana', signed('verified'), 30),
      'verified by Ana: 100 won',
    ],
    ['nothing, and takes the verdict back', (laptop) => laptop.write('Ana', withdrawn(wrongIn(laptop)), 30)],
    [
      'another verdict, and takes that back',
      (laptop) => laptop.write('Ana', withdrawn(laptop.write('Ana', signed('disputed'), 5)), 6),
    ],
  ])('does not count beside %s', (_what, act, expected = SINCE) => {
    expect(meanwhile(act)).toBe(expected)
  })

  test('counts beside the same of the same words, and beside what others say of other words', () => {
    expect(meanwhile((laptop) => laptop.write('Ana', signed('verified', RIGHT), 5))).toBe(COUNTS)
    expect(meanwhile((laptop) => laptop.write('Ben', { kind: 'answered', fact: 'f', text: 'x' }, 5))).toBe(COUNTS)
  })

  test('counts beside another acceptance of the same proposal', () => {
    expect(meanwhile((laptop, proposal) => accepts(laptop, proposal, {}, 30))).toBe(COUNTS)
  })

  test('counts when the proposer has heard of it and then says something of older words', () => {
    const { desk, laptop } = twoMachines()
    const accepted = accepts(desk, proposes(desk))
    laptop.receive(desk)
    laptop.write('Ana', withdrawn(laptop.write('Ana', signed('disputed'), 30)), 31)
    expect([holds(laptop), accepted.kind]).toEqual([COUNTS, 'signed'])
  })
})

describe('the sentence of an acceptance', () => {
  const READS: Partial<Signed> = { sentence: 'It cost 100 won in May, they said.' }
  const CORRECTED = { sentence: 'It cost 200 won in May, they said.' }
  const place = (words: string): readonly SuggestedPlace[] => [
    { standing: READS.sentence ?? '', from: READS.sentence?.indexOf(words) ?? 0 },
  ]

  const after = (
    sentence: string,
    ...others: readonly (readonly [by: string, event: LedgerEvent, signer?: string])[]
  ): string => {
    const { desk } = twoMachines()
    const proposal = proposes(desk, { was: READS, corrects: CORRECTED })
    for (const [by, event, signer = by] of others) {
      const entry = desk.write(by, event, 3)
      if (signer !== by) desk.file[desk.file.length - 1] = { ...entry, signer }
    }
    accepts(desk, proposal, { sentence })
    return holds(desk)
  }

  test('is the one that was proposed, compared by rule 2', () => {
    expect(after('It cost 200 won in May, they said.')).toBe(COUNTS)
    expect(after('It cost 200\u00A0won in  May, they said.')).toBe(COUNTS)
    expect(after('It never cost 200 won in May, they said.')).toBe(OTHERWISE)
  })

  test('may have other changes that its proposer signed, at their places', () => {
    const june = suggested('s2', ['May', 'June'], { places: place('May') })
    const not = suggested('s3', ['', 'has '], { places: place('cost') })
    expect(after('It cost 200 won in June, they said.', ['Ana', june])).toBe(COUNTS)
    expect(after('It has cost 200 won in June, they said.', ['Ana', june], ['Ana', not])).toBe(COUNTS)
    expect(after('It has cost 200 won in May, they said.', ['Ana', june], ['Ana', not])).toBe(COUNTS)
    expect(after('It cost has 200 won in May, they said.', ['Ana', june], ['Ana', not])).toBe(OTHERWISE)
  })

  test.each<[string, string, LedgerEvent, string?]>([
    ['Ben', 'of somebody else', suggested('s2', ['May', 'June'], { places: place('May') }), 'Ana'],
    ['Ana', 'that she only typed', suggested('s2', ['May', 'June'], { places: place('May'), typedBy: 'Ana' })],
    ['Ana', 'that another key signed', suggested('s2', ['May', 'June'], { places: place('May') }), 'library'],
    [
      'Ana',
      'in another sentence',
      suggested('s2', ['May', 'June'], { places: [{ standing: 'It rained in May.', from: 13 }] }),
    ],
    ['Ana', 'at several places', suggested('s2', ['May', 'June'], { places: [] })],
    [
      'Ana',
      'that lies across the right words',
      suggested('s2', ['100 won in May', '100 won in June'], { places: place('100') }),
    ],
  ])('has no change by %s %s', (by, _what, event, signer) => {
    expect(after('It cost 200 won in June, they said.', [by, event, signer])).toBe(OTHERWISE)
  })

  test('has changes of older proposals, which tell no place, where their words stand once', () => {
    expect(after('It cost 200 won in June, they said.', ['Ana', suggested('s2', ['May', 'June'])])).toBe(COUNTS)
    expect(after('It cost 200 won in May, they sad.', ['Ana', suggested('s2', ['i', ''])])).toBe(OTHERWISE)
    expect(after('It never cost 200 won in May, they said.', ['Ana', suggested('s2', ['', 'never '])])).toBe(OTHERWISE)
  })

  test('has the changes that its proposer signed, whatever the acceptor says they were', () => {
    const june = suggested('s2', ['May', 'June'], { places: place('May') })
    const decided: LedgerEvent = {
      ...{ kind: 'suggestionDecided', verdict: 'accepted', proposedAt: '', suggestion: 's2', proposer: 'Ana' },
      ...{ inserted: 'July', deleted: 'May', about: '' },
    }
    expect(after('It cost 200 won in July, they said.', ['Ana', june], ['Ben', decided])).toBe(OTHERWISE)
    expect(after('It cost 200 won in June, they said.', ['Ana', june], ['Ben', decided])).toBe(COUNTS)
  })
})

describe('the rest of the view of an acceptance', () => {
  const PARTS: ViewParts = { rule: 1, type: 'figure', graf: 'g', commitments: {}, headers: ['Price', 'June'] }
  const QUOTE: ViewParts = {
    ...{ rule: 1, type: 'quote', graf: 'g', commitments: {}, saidBy: 'Kim', near: 'Kim spoke. It cost 100 won.' },
    rest: { left: '', right: 'Lee left.', at: 0, edges: ['', ''] },
  }
  const withWords = (parts: ViewParts): ViewParts => ({ ...parts, near: 'Kim spoke. It cost 200 won.' })

  const after = (was: ViewParts | undefined, right: ViewParts | undefined, now: ViewParts | undefined): string => {
    const { desk } = twoMachines()
    const proposal = proposes(desk, {
      was: was ? { parts: was } : {},
      corrects: right ? { parts: right } : {},
    })
    accepts(desk, proposal, now ? { parts: now } : {})
    return holds(desk)
  }

  test('is the one of the proposal; of an older one, that of its verdict with the right words put in', () => {
    expect(after(PARTS, PARTS, PARTS)).toBe(COUNTS)
    expect(after(PARTS, undefined, { ...PARTS, graf: 'h' })).toBe(COUNTS)
    expect(after(QUOTE, withWords(QUOTE), withWords(QUOTE))).toBe(COUNTS)
    expect(after(QUOTE, undefined, { ...withWords(QUOTE), graf: 'h' })).toBe(COUNTS)
    expect(after(undefined, undefined, { rule: 1, type: 'figure', graf: 'g', commitments: {} })).toBe(COUNTS)
    expect(after({ ...PARTS, nth: 2 }, undefined, PARTS)).toBe(COUNTS)
  })

  test('may have a denial and a rest of the graf that only warn', () => {
    expect(after(PARTS, PARTS, { ...PARTS, beside: 'That is false.' })).toBe(COUNTS)
    const rest = { left: '', right: 'Lee left early.', at: 0, edges: ['', ''] } as const
    expect(after(QUOTE, withWords(QUOTE), { ...withWords(QUOTE), graf: 'h', rest })).toBe(COUNTS)
  })

  const denied = { ...PARTS, beside: 'That is false.' }
  test.each<[string, ViewParts | undefined, ViewParts | undefined, ViewParts | undefined]>([
    ['another header', PARTS, PARTS, { ...PARTS, headers: ['Price', 'July'] }],
    ['another header, with an older proposal', PARTS, undefined, { ...PARTS, headers: ['Price', 'July'] }],
    ['another type', PARTS, PARTS, { ...PARTS, type: 'name' }],
    ['a claim', PARTS, PARTS, { ...PARTS, claim: 'the deficit' }],
    ['another of two places', { ...PARTS, nth: 2 }, { ...PARTS, nth: 2 }, PARTS],
    ['no denial any more', denied, denied, PARTS],
    ['another speaker', QUOTE, withWords(QUOTE), { ...withWords(QUOTE), saidBy: 'Lee' }],
    ['another sentence beside it', QUOTE, withWords(QUOTE), { ...QUOTE, near: 'Lee spoke. It cost 200 won.' }],
    [
      'another sentence beside it, with an older proposal',
      QUOTE,
      undefined,
      { ...QUOTE, near: 'Lee spoke. It cost 200 won.' },
    ],
    [
      'a rest of the graf that tells of another speaker',
      QUOTE,
      withWords(QUOTE),
      { ...withWords(QUOTE), graf: 'h', rest: { left: '', right: 'Park said so.', at: 0, edges: ['', ''] } },
    ],
    [
      'no rest of the graf',
      QUOTE,
      withWords(QUOTE),
      { ...PARTS, ...withWords(QUOTE), graf: 'h', rest: undefined } as never,
    ],
    ['no parts', PARTS, PARTS, undefined],
    ['parts of which an old verdict kept none', undefined, undefined, PARTS],
  ])('is not one with %s', (_what, was, right, now) => {
    expect(after(was, right, now)).toBe(OTHERWISE)
  })
})

describe('the evidence of an acceptance', () => {
  const AGAINST: Evidence = { id: 'e1', source: 's', locator: 'p. 1', stance: 'contradicts', file: 'f' }
  const FOR: Evidence = { ...AGAINST, stance: 'supports' }
  const OTHER: Evidence = { id: 'e2', source: 's', locator: 'p. 2', stance: 'supports', file: 'f' }

  const after = (
    evidence: readonly Evidence[],
    more: Partial<Signed> = {},
    was: Partial<Signed> = {},
    library?: Desk,
  ): string => {
    const { desk } = twoMachines()
    desk.write('Ana', { kind: 'evidenceAdded', fact: 'f', evidence: AGAINST }, 0)
    const proposal = proposes(desk, {
      was: { evidence: [hashEvidence(AGAINST)], ...was },
      corrects: { evidence: 'e1' },
    })
    accepts(desk, proposal, { evidence: evidence.map(hashEvidence), ...more })
    return holds(desk, library)
  }

  test('is that of the proposal turned round, and what came since', () => {
    expect(after([FOR])).toBe(COUNTS)
    expect(after([FOR, OTHER])).toBe(COUNTS)
    expect(after([OTHER])).toBe(OTHERWISE)
    expect(after([])).toBe(OTHERWISE)
  })

  test('is with the translation, the working and the sources of the verdict', () => {
    expect(after([FOR], { translation: 't', derived: 'd' }, { translation: 't', derived: 'd' })).toBe(COUNTS)
    expect(after([FOR], { translation: 'u', derived: 'd' }, { translation: 't', derived: 'd' })).toBe(OTHERWISE)
    expect(after([FOR], { translation: 't' }, { translation: 't', derived: 'd' })).toBe(OTHERWISE)
    const parts = (commitment: string): Partial<Signed> => ({
      parts: { rule: 1, type: 'figure', graf: 'g', commitments: { s: commitment } },
    })
    expect(after([FOR], parts('c'), parts('c'))).toBe(COUNTS)
    expect(after([FOR], parts('other'), parts('c'))).toBe(OTHERWISE)
    const [was, is, terms] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)]
    const spelled = deskFrom({ ...DESK, sources: new Map([['s', { ...POOL, id: 's', sameAs: [was] }]]) })
    expect(after([FOR], parts(is + terms), parts(was + terms), spelled)).toBe(COUNTS)
    expect(after([FOR], parts(is + terms), parts(was + terms))).toBe(OTHERWISE)
    expect(after([FOR], parts(was + is), parts(was + terms), spelled)).toBe(OTHERWISE)
  })

  test('that is written in the name of the proposer is nothing else, and stays with its bringer', () => {
    const { desk } = twoMachines()
    desk.write('Ben', { kind: 'evidenceAdded', fact: 'f', evidence: AGAINST }, 0)
    desk.write('Ed', { kind: 'evidenceAdded', fact: 'f', evidence: { ...OTHER, stance: 'contradicts' } }, 0)
    const { hash } = proposes(desk, { corrects: { evidence: 'e1' } })
    const write = (event: LedgerEvent): unknown => desk.write('Ana', { ...event, accepts: hash } as LedgerEvent, 20)
    write({ kind: 'evidenceRemoved', fact: 'f', evidence: 'e2' })
    write({ kind: 'evidenceRemoved', fact: 'f', evidence: 'e1' })
    write({ kind: 'evidenceAdded', fact: 'f', evidence: { ...FOR, id: 'e3' } })
    write({ kind: 'evidenceAdded', fact: 'f', evidence: { ...OTHER, id: 'e4' } })
    const { evidence, broughtBy } = desk.fact
    expect([evidence.map(({ id }) => id), broughtBy?.['e3']]).toEqual([
      ['e2', 'e3'],
      ['Ben', 'Ana'],
    ])
  })
})
