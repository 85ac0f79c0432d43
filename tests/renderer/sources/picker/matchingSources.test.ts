import { expect, test } from 'vitest'
import { matchingSources } from '../../../../src/renderer/sources/picker/matchingSources'
import type { Source } from '../../../../src/story/desk/source'
import { POOL } from '../../../builders/stories/storyFrom'

const sourceOf = (name: string, more: Partial<Source> = {}): Source => ({ ...POOL, id: name, name, ...more })
const BOOK = [
  sourceOf('Office of Kim'),
  sourceOf('Kim Min-ji'),
  sourceOf('Ms. K.', { aliases: ['Kim'] }),
  sourceOf('Lee', { protected: true, aliases: ['Kim'] }),
  sourceOf('Kim'),
]
const found = (typed: string): readonly string[] => matchingSources(BOOK, BOOK, typed).map(({ name }) => name)

test('who is called as typed comes first, then who begins so, then the others in the order of the book', () => {
  expect([found(' kim '), found('kim o'), found('')]).toEqual([
    ['Kim', 'Kim Min-ji', 'Office of Kim', 'Ms. K.'],
    ['Office of Kim'],
    ['Office of Kim', 'Kim Min-ji', 'Ms. K.', 'Lee', 'Kim'],
  ])
})

test('a protected source is found by its pseudonym in the whole book, never by a name', () => {
  expect([found('lee'), found('source a'), matchingSources(BOOK.slice(3), BOOK, 'source a').length]).toEqual([
    [],
    ['Lee'],
    1,
  ])
})
