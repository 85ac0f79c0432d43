import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerEnd } from '../../../src/story/ledger/events/libraryEvent'
import { isCompactedHeads, HeadsOfStories } from '../../../src/story/trust/storyHeads'

const head = (entries: number): LedgerEnd => ({ entries, head: entries.toString(16).padStart(64, '0') })

const ids = fc.oneof(
  fc.constant(''),
  fc.uuid(),
  fc.integer({ min: 0, max: 12 }).map((n) => `story-${n}`),
  fc.constantFrom('a', 'A', 'b-', 'b0', 'B'),
)
const heads = fc.array(fc.tuple(ids, fc.nat().map(head)), { maxLength: 12 })

test('heads read as a plain map does, before and after they are compacted, as often as one likes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(heads, fc.array(ids, { maxLength: 3 })), { maxLength: 4 }),
      fc.array(ids, { maxLength: 4 }),
      (rounds, others) => {
        const plain = new Map<string, LedgerEnd>()
        let table = new HeadsOfStories()
        for (const [round, deleted] of rounds) {
          for (const [story, one] of round) plain.set(story, one)
          for (const story of deleted) plain.delete(story)
          table = table.with(round).without(deleted)
          const text = table.toText()
          expect(isCompactedHeads(text)).toBe(true)
          for (const read of [table, new HeadsOfStories(text)]) {
            expect(new Map(read)).toEqual(plain)
            for (const story of [...plain.keys(), ...others]) expect(read.get(story)).toEqual(plain.get(story))
            expect(read.toText()).toBe(text)
          }
          if (round.length % 2 === 0) table = new HeadsOfStories(text)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('a table keeps what it had when another is made from it', () => {
  const before = new HeadsOfStories().with([['a', head(1)]])
  const after = before.with([
    ['a', head(2)],
    ['b', head(3)],
  ])
  expect([[...before], [...after], after.toText()]).toEqual([
    [['a', head(1)]],
    [
      ['a', head(2)],
      ['b', head(3)],
    ],
    `a 2 ${head(2).head};b 3 ${head(3).head};`,
  ])
})

test.each([
  ['is not sorted', 'b 1 0;a 1 0;'],
  ['has a story twice', 'a 1 0;a 2 0;'],
  ['ends in the middle', 'a 1 0;b 1 0'],
  ['lacks a number', 'a x 0;'],
  ['has a line break', 'a 1 0;\n'],
])('a text that %s is no table', (_why, text) => {
  expect(isCompactedHeads(text)).toBe(false)
})

test('an empty text is a table without stories', () => {
  expect([isCompactedHeads(''), [...new HeadsOfStories('')], new HeadsOfStories('').get('a')]).toEqual([
    true,
    [],
    undefined,
  ])
})
