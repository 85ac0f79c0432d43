import { expect, test } from 'vitest'
import { shownSource, shownSourceOf, type Source } from '../../../src/story/desk/source'
import { POOL } from '../../builders/stories/storyFrom'

/** A book of protected sources that counts how often one is looked at. */
function bookOf(count: number): { readonly book: readonly Source[]; readonly looks: () => number } {
  let looks = 0
  const book = Array.from({ length: count }, (_, nth): Source => ({
    ...POOL,
    id: `s${nth}`,
    name: `Person ${nth}`,
    protected: true,
    get pseudonym() {
      looks++
      return undefined
    },
  }))
  return { book, looks: () => looks }
}

test('a list of protected sources goes through the book once, not once a row', () => {
  const { book, looks } = bookOf(500)
  expect(book.map((source) => shownSource(source, book)).slice(-2)).toEqual(['Source SE', 'Source SF'])
  const once = looks()
  const byId = new Map(book.map((source) => [source.id, source]))
  expect(shownSourceOf('s499', byId)).toBe('Source SF')
  expect([once, looks()]).toEqual([1500, 3000])
  for (const { id } of book) shownSourceOf(id, byId)
  expect(looks()).toBe(3000)
})

test('a changed book gives its own names', () => {
  const [first, second] = bookOf(2).book
  if (!first || !second) throw new Error('The book is empty.')
  expect([shownSource(second, [first, second]), shownSource(second, [second]), shownSource(second, [])]).toEqual([
    'Source B',
    'Source A',
    'Source',
  ])
})
