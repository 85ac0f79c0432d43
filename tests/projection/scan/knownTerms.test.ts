/** Terms of protected sources are made once per source and label. */
import { expect, test } from 'vitest'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { seekTerm } from '../../../src/projection/scan/seek/seekTerm'
import type { Source } from '../../../src/story/desk/source'

const source = (id: string, name: string): Source =>
  ({ id, name, kind: 'person', protected: true, aliases: ['Dan O.'], groundRules: 'onTheRecord' }) as unknown as Source

test('the same sources give the same terms, whose patterns are made once', () => {
  const book = [source('1', 'Daniel Okafor'), source('2', 'Marta Quill')]
  const terms = protectedTerms(book)
  expect(terms.map(({ label, term }) => [label, term])).toEqual([
    ['Source A', 'Daniel Okafor'],
    ['Source A', 'Dan O.'],
    ['Source B', 'Marta Quill'],
    ['Source B', 'Dan O.'],
  ])
  const again = protectedTerms(book)
  expect(again.map((term, at) => [term === terms[at], seekTerm(term) === seekTerm(terms[at] ?? term)])).toEqual(
    terms.map(() => [true, true]),
  )
})

test('a source that gets another label has it in its terms, and its name is sought when it is no label of its own', () => {
  const [one, other] = [source('1', 'Source A'), source('2', 'Marta Quill')]
  expect(protectedTerms([one, other]).map(({ label, term }) => [label, term])).toEqual([
    ['Source A', 'Dan O.'],
    ['Source B', 'Marta Quill'],
    ['Source B', 'Dan O.'],
  ])
  expect(protectedTerms([other, one]).map(({ label, term }) => [label, term])).toEqual([
    ['Source A', 'Marta Quill'],
    ['Source A', 'Dan O.'],
    ['Source B', 'Source A'],
    ['Source B', 'Dan O.'],
  ])
})
