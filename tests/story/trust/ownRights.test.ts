/** Entries that people of this library sign with an own build: what gives trust counts if they might do it there. */
import { describe, expect, test } from 'vitest'
import type { Role } from '../../../src/story/desk/roster'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Stage } from '../../../src/story/ledger/stages'
import { entriesWithoutRight } from '../../../src/story/trust/elsewhere'
import { NO_KEYS, type KeyHistory } from '../../../src/story/trust/keys/knownKeys'

const moved = (from: Stage, to: Stage): LedgerEvent => ({ kind: 'moved', from, to }) as never
const CLEARED = moved('inReview', 'cleared')
const PUBLISHED = moved('cleared', 'published')
const LEGAL = {
  kind: 'fieldSet',
  field: 'needsLegal',
  from: 'required',
  to: 'complete',
  legalHash: 'h',
} as never as LedgerEvent
const NO_LEGAL = { kind: 'fieldSet', field: 'needsLegal', from: 'required', to: 'none' } as never as LedgerEvent
const STRUCK: LedgerEvent = { kind: 'bylineStruck', name: 'Cleo', reason: 'r' }
const LOST: LedgerEvent = { kind: 'lossAccepted', losses: [], reason: 'r' } as never
const APART: LedgerEvent = { kind: 'apartDecided', entries: [] } as never
const UNTAGGED: LedgerEvent = { kind: 'untagged', fact: 'f', reason: 'r', words: 'w', lastStatus: 'toCheck' } as never
const BENS: LedgerEvent = { kind: 'fieldSet', field: 'author', from: '', to: 'Ben' } as never

type Given = KeyHistory['roles'][number]
const given = (person: string, role: string, heads?: number): Given => ({
  at: '',
  person,
  role,
  ...(heads === undefined ? {} : { heads }),
})

/** Ana is an editor and so is or was Ben, as `roles` say; both have PINs. */
const history = (roles: readonly Given[], more: Partial<KeyHistory> = {}): KeyHistory => ({
  ...NO_KEYS,
  keys: new Map(
    ['Ana', 'Ben', 'Cleo'].map((person) => [
      person,
      { id: person, person, device: 'd', grade: 'pin', publicKey: '' } as const,
    ]),
  ),
  people: new Map(['Ana', 'Ben', 'Cleo'].map((person) => [person, ''])),
  roles: [given('Ana', 'editor'), ...roles],
  sealedAtPin: {},
  ...more,
})

const written = (events: readonly LedgerEvent[], heads: readonly (number | undefined)[]): readonly LedgerEntry[] =>
  events.map(
    (event, at) =>
      ({
        ...event,
        seq: at + 1,
        hash: `h${at}`,
        by: 'Ben',
        at: '',
        signer: 'Ben',
        heads: heads[at] ?? heads[0],
      }) as never,
  )

/** What of these entries does not count, and why. `heads`: how many lines the table of heads had at each. */
const whys = (
  events: readonly LedgerEvent[],
  of: KeyHistory,
  heads: readonly (number | undefined)[] = [10],
  beforePins: ReadonlySet<string> | undefined = new Set(),
): readonly string[] =>
  entriesWithoutRight(written(events, heads), of, beforePins).map(
    ({ entry, why, here }) => `${here} ${entry.hash} ${why}`,
  )

describe('of what a reporter writes with an own build and the own PIN', () => {
  test.each([
    ['a clearing', CLEARED, 'Ben is a reporter'],
    ['a publication', PUBLISHED, 'Ben is a reporter'],
    ['legal’s reading', LEGAL, 'Ben is a reporter'],
    ['legal’s reading taken off', NO_LEGAL, 'Ben is a reporter'],
    ['a byline struck', STRUCK, 'Ben is a reporter'],
    ['a loss accepted', LOST, 'Ben is a reporter'],
    ['what stands apart taken over', APART, 'Ben is a reporter'],
  ])('%s does not count', (_what, event, why) => {
    expect(whys([event], history([given('Ben', '')]))).toEqual([expect.stringMatching(/^true h0 .*Ben/)])
    expect(why).toContain('Ben')
  })

  test('what anybody may do counts, and a kill never asks', () => {
    const events: readonly LedgerEvent[] = [
      moved('draft', 'filed'),
      { kind: 'answered', fact: 'f', text: 'no' } as never,
      moved('spiked', 'cleared'),
      moved('published', 'killed'),
    ]
    expect(whys(events, history([]))).toEqual([])
  })
})

test.each<[Role, LedgerEvent]>([
  ['editor', CLEARED],
  ['editor', PUBLISHED],
  ['producer', PUBLISHED],
  ['legal', LEGAL],
  ['legal', NO_LEGAL],
  ['editor', STRUCK],
  ['editor', LOST],
  ['editor', APART],
  ['checker', UNTAGGED],
])('what a person with the role %s may do counts', (role, event) => {
  expect(whys([event], history([given('Ben', role)]))).toEqual([])
})

test('an author clears nothing and removes no guard, and an editor strikes not the own name', () => {
  const tagged: LedgerEvent = { kind: 'tagged', fact: 'f', type: 'quote', words: 'w', writers: [] } as never
  const struck: LedgerEvent = { ...STRUCK, name: 'Ben' } as never
  const found = whys([BENS, tagged, UNTAGGED, CLEARED, LEGAL, struck], history([given('Ben', 'editor')]))
  expect(found.map((why) => why.slice(0, 7))).toEqual(['true h2', 'true h3', 'true h4', 'true h5'])
})

test('nobody approves the record of a correction in the name of somebody else', () => {
  const record = { kind: 'correctionNoted', version: 2, was: 'six', is: 'seven', cause: 'c', publicText: 't' }
  const noted = (more: object): LedgerEvent => ({ ...record, since: { version: 1, at: '' }, ...more }) as never
  expect(whys([noted({ approver: 'Ana' })], history([given('Ben', 'checker')]))).toEqual([
    'true h0 Ben named someone else as the person who approved the correction note. People can approve only in their own name.',
  ])
  expect(whys([noted({})], history([given('Ben', 'checker')]))).toEqual([])
})

describe('the role is the one at that place of the ledger', () => {
  const left = history([given('Ben', 'editor', 2), given('Ben', 'reporter', 6)])
  const came = history([given('Ben', '', 2), given('Ben', 'editor', 6)])
  test.each<[string, KeyHistory, readonly (number | undefined)[], number]>([
    ['an editor then, a reporter now', left, [5], 0],
    ['a reporter by then', left, [7], 1],
    ['in the moment of the change', left, [6], 0],
    ['a reporter then, an editor now', came, [5], 1],
    ['an editor by then', came, [7], 0],
    ['in the moment of the change to editor', came, [6], 0],
    ['nobody knows when, and Ben was an editor once', left, [undefined], 0],
    ['nobody knows when, and Ben was never one', history([given('Ben', 'legal', 2)]), [undefined], 1],
  ])('%s', (_when, of, heads, refused) => {
    expect(whys([CLEARED], of, heads)).toHaveLength(refused)
  })

  test('and an entry that says it is older than those before it is not', () => {
    expect(whys([moved('draft', 'filed'), CLEARED], left, [7, 1])).toHaveLength(1)
  })

  test('what a merge brought may have known another table, so any role that was ever given counts', () => {
    const merged: LedgerEvent = { kind: 'merged', bundle: 'b' } as never
    expect(whys([moved('draft', 'filed'), CLEARED, merged], left, [7, 7, 8])).toEqual([])
    expect(whys([moved('draft', 'filed'), merged, CLEARED], left, [7, 8, 8])).toHaveLength(1)
  })

  test('where nobody was ever an editor, the first person is', () => {
    const first = history([given('Cleo', '')], { roles: [given('Ben', ''), given('Cleo', '')] })
    expect([whys([CLEARED], first), whys([LEGAL], first).length]).toEqual([[], 1])
  })

  test('an author clears while the one-person desk is on, and not before or after', () => {
    const alone = [
      { at: '', on: true, heads: 4 },
      { at: '', on: false, heads: 8 },
    ]
    const of = history([given('Ben', 'editor')], { alone })
    expect([3, 5, 9].map((heads) => whys([BENS, CLEARED], of, [heads]).length)).toEqual([1, 0, 1])
  })
})

describe('nobody is asked', () => {
  test('for what was there before the first PIN', () => {
    expect(whys([CLEARED], history([]), [10], new Set(['h0']))).toEqual([])
  })
  test('in a library without PINs, where anybody signs in any name', () => {
    const { sealedAtPin: _none, ...without } = history([])
    expect(whys([CLEARED], without, [10], undefined)).toEqual([])
  })
  test('for entries without a key, and for what Stet notes', () => {
    const [entry] = written([CLEARED], [10])
    const stet = { id: 'Stet', person: 'Stet', device: 'd', grade: 'library', publicKey: '' } as const
    const of = history([], { keys: new Map([['Stet', stet]]) })
    const lines = [{ ...entry, signer: undefined } as never, { ...entry, signer: 'Stet', by: 'Stet' } as never]
    expect(entriesWithoutRight(lines, of, new Set())).toEqual([])
  })
})
