/** Who has the pen, as every replica computes it from the ledger. */
import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { KnownEntries } from '../../../src/story/ledger/order/knownEntries'
import {
  afterPen,
  penHolder,
  penHolderWhen,
  penOfAnother,
  typedSince,
  type PenEntry,
  type PenMove,
} from '../../../src/story/ledger/writers/pen'
import { moved, twoMachines, type Machine } from '../../builders/stories/machines'

const given = (to: string, typed: Readonly<Record<string, number>> = {}): LedgerEvent => ({ kind: 'pen', to, typed })
const taken = (to: string, typed: Readonly<Record<string, number>> = {}): LedgerEvent => ({
  kind: 'pen',
  to,
  taken: true,
  reason: 'on deadline',
  typed,
})

/** Both machines have the story filed by Ana. */
function filed(): { readonly desk: Machine; readonly laptop: Machine } {
  const { desk, laptop } = twoMachines('Ana')
  desk.write('Ana', moved('draft', 'filed'), 1)
  return { desk, laptop: laptop.receive(desk) }
}

describe('the pen of a filed story', () => {
  test('is nobody’s until somebody gives or takes it', () => {
    const { desk } = filed()
    expect(desk.state.pen).toBeUndefined()
    expect(penHolder(desk.state)).toBeUndefined()
    expect(penOfAnother(desk.state, 'Ben')).toBeUndefined()
  })

  test('passes from the author to whom they give it, and on from there', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ben'), 2)
    expect(penHolder(desk.state)).toBe('Ben')
    desk.write('Ben', given('Cho'), 3)
    expect(penHolder(desk.state)).toBe('Cho')
    expect([penOfAnother(desk.state, 'Cho'), penOfAnother(desk.state, 'Ben')]).toEqual([undefined, 'Cho'])
  })

  test('is laid down by the person who has it', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ben'), 2)
    desk.write('Ben', given(''), 3)
    expect(penHolder(desk.state)).toBeUndefined()
  })

  test('is not given by a person who does not have it', () => {
    const { desk } = filed()
    desk.write('Ben', given('Ben'), 2)
    expect(penHolder(desk.state)).toBeUndefined()
    desk.write('Ana', given('Cho'), 3)
    desk.write('Ana', given('Ana'), 4)
    desk.write('Ben', given(''), 5)
    expect(penHolder(desk.state)).toBe('Cho')
  })

  test('is taken by an editor from whoever has it, also for somebody else', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ana'), 2)
    desk.write('Ed', taken('Ed'), 3)
    expect(penHolder(desk.state)).toBe('Ed')
    desk.write('Ed', taken('Cho'), 4)
    expect(penHolder(desk.state)).toBe('Cho')
  })

  test.each([
    ['goes back to draft', moved('filed', 'draft', { reason: 'r' }), moved('draft', 'filed')],
    ['is spiked', moved('filed', 'spiked'), moved('spiked', 'filed')],
  ])('ends when the story %s, and does not come back with it', (_what, back, again) => {
    const { desk } = filed()
    desk.write('Ana', given('Ben'), 2)
    desk.write('Ed', back, 3)
    expect(penHolder(desk.state)).toBeUndefined()
    desk.write('Ed', again, 4)
    expect(penHolder(desk.state)).toBeUndefined()
    desk.write('Ana', given('Cho'), 5)
    expect(penHolder(desk.state)).toBe('Cho')
  })

  test('stays with its holder when the story is taken into review, cleared and published', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ben'), 2)
    desk.write('Ed', moved('filed', 'inReview'), 3)
    desk.write('Ed', moved('inReview', 'cleared'), 4)
    desk.write('Ed', moved('cleared', 'published'), 5)
    expect(penHolder(desk.state)).toBe('Ben')
    desk.write('Ed', moved('published', 'killed'), 6)
    expect(penHolder(desk.state)).toBeUndefined()
  })

  test('is nobody’s in a draft, whatever an entry says', () => {
    const { desk } = twoMachines('Ana')
    desk.write('Ana', given('Ben'), 1)
    expect(penHolder(desk.state)).toBeUndefined()
  })

  test('does not pass by an entry whose words are not those of Stet', () => {
    const { desk } = filed()
    desk.write('Ana', { kind: 'pen', to: 7, typed: {} } as never, 2)
    desk.write('Ana', { kind: 'pen', to: 'Ben' } as never, 3)
    desk.write('Ben', given('Cho', { 1: -0.5, x: 3, 2: 'many' } as never), 4)
    expect(desk.state.pen?.map(({ to, typed }) => [to, [...typed]])).toEqual([
      ['Ben', []],
      ['Cho', []],
    ])
  })
})

describe('of two machines that had not heard of one another', () => {
  test.each([
    [3, 5],
    [5, 3],
  ])('an editor’s taking holds beside a giving, at %i and %i', (takes, gives) => {
    const { desk, laptop } = filed()
    desk.write('Ana', given('Ben'), 2)
    laptop.receive(desk).write('Ben', given('Cho'), gives)
    desk.write('Ed', taken('Ed'), takes)
    expect(penHolder(desk.receive(laptop).state)).toBe('Ed')
    expect(penHolder(laptop.receive(desk).state)).toBe('Ed')
  })

  test('the later of two takings holds', () => {
    const { desk, laptop } = filed()
    laptop.write('Fay', taken('Fay'), 5)
    desk.write('Ed', taken('Ed'), 4)
    expect(penHolder(desk.receive(laptop).state)).toBe('Fay')
    expect(penHolder(laptop.receive(desk).state)).toBe('Fay')
  })

  test('the move that sends the story back ends the pen, also when it is filed again', () => {
    const { desk, laptop } = filed()
    laptop.write('Ed', taken('Ed'), 5)
    desk.write('Ana', given('Ben'), 2)
    desk.write('Ben', moved('filed', 'draft', { reason: 'r' }), 3)
    desk.receive(laptop).write('Ana', moved('draft', 'filed'), 6)
    expect(penHolder(desk.state)).toBeUndefined()
  })

  test('a giving counts only if its writer had the pen as far as they knew', () => {
    const { desk, laptop } = filed()
    desk.write('Ana', given('Ben'), 2)
    // Ben had not heard that he has it.
    laptop.write('Ben', given('Ben'), 3)
    expect(penHolder(desk.receive(laptop).state)).toBe('Ben')
    expect(desk.state.pen?.map(({ by, to }) => [by, to])).toEqual([['Ana', 'Ben']])
  })

  test('whoever knew both decides', () => {
    const { desk, laptop } = filed()
    laptop.write('Fay', taken('Fay'), 5)
    desk.write('Ed', taken('Ed'), 4)
    desk.receive(laptop).write('Fay', given('Cho'), 6)
    expect(penHolder(desk.state)).toBe('Cho')
    expect(penHolder(laptop.receive(desk).state)).toBe('Cho')
  })
})

describe('who had the pen when somebody typed', () => {
  test('is asked without the moves that had the typing already', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ben', { 7: 3 }), 2)
    desk.write('Ben', given('Ana', { 7: 3, 8: 20 }), 3)
    // Before anybody had it, while Ben had it, and since Ana has it.
    expect([0, 2].map((clock) => penHolderWhen(desk.state, 7, clock))).toEqual([undefined, undefined])
    expect(penHolderWhen(desk.state, 8, 19)).toBe('Ben')
    expect(penHolderWhen(desk.state, 8, 20)).toBe('Ana')
    expect(penHolderWhen(desk.state, 9, 0)).toBe('Ana')
  })

  test('counts what the moves before had, which an entry does not say again', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ben', { 7: 3 }), 2)
    desk.write('Ben', given('Ana', { 8: 20 }), 3)
    expect(penHolderWhen(desk.state, 7, 2)).toBeUndefined()
    expect(
      typedSince(
        desk.state.pen,
        new Map([
          [7, 3],
          [8, 21],
          [9, 1],
        ]),
      ),
    ).toEqual({ 8: 21, 9: 1 })
  })

  test('is nobody after the story went back, also with what was typed there', () => {
    const { desk } = filed()
    desk.write('Ana', given('Ben', { 7: 3 }), 2)
    desk.write('Ed', moved('filed', 'draft', { reason: 'r' }), 3)
    desk.write('Ana', moved('draft', 'filed'), 4)
    expect(penHolderWhen(desk.state, 7, 3)).toBeUndefined()
    desk.write('Ed', taken('Ed', { 7: 9 }), 5)
    expect(penHolderWhen(desk.state, 7, 8)).toBeUndefined()
    expect(penHolderWhen(desk.state, 7, 9)).toBe('Ed')
  })

  test('is given as far as its giver knew, also after a move that had not heard of another', () => {
    const { desk, laptop } = filed()
    laptop.write('Ed', taken('Ed'), 2)
    desk.write('Ana', given('Ben'), 5)
    desk.write('Ben', given('Dan'), 6)
    desk.receive(laptop)
    expect(desk.state.pen?.map(({ to }) => to)).toEqual(['Ed', 'Ben', 'Dan'])
    expect(penHolder(desk.state)).toBe('Ed')
  })

  test('asks little of the history when it moves ten thousand times', () => {
    let asked = 0
    const known = {
      knew: (later: number, earlier: number) => {
        asked++
        return earlier < later
      },
    } as unknown as KnownEntries
    let pen: readonly PenMove[] = []
    for (let seq = 1; seq <= 10_000; seq++) {
      const to = seq % 2 === 0 ? 'Ana' : 'Ben'
      const by = seq % 2 === 0 ? 'Ben' : 'Ana'
      const entry = { kind: 'pen', to, typed: { 7: seq }, seq, by, at: '' } as unknown as PenEntry
      pen = afterPen({ pen, known, authors: ['Ana'] }, entry)
    }
    expect([pen.length, pen.at(-1)?.typed.get(7), asked]).toEqual([10_000, 10_000, 9_999])
  })
})
