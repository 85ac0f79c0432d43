/** Numbers of a list are words that the reader sees: items that change places warn. */
import { describe, expect, test } from 'vitest'
import { precedingSentence } from '../../../src/checks/rules/facts/precedingSentence'
import { neighboursOf } from '../../../src/story/view/neighbours'
import { blocksRead, isReadFrom } from '../../../src/story/view/blocksRead'
import { rangesOfFact, type Block, type Copy } from '../../../src/story/copy/copy'
import { readTagged } from '../../builders/copy/copyFrom'
import { factAfter, standingAfter } from '../../builders/stories/signedView'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const block = (role: Block['role'], line: string, more: Partial<Block> = {}): Block => ({
  role,
  ...readTagged(line),
  ...more,
})
const item = (line: string, list: Block['list'] = 'ordered', level = 1): Block =>
  block('listItem', line, { level, ...(list ? { list } : {}) })
const LEAD = block('paragraph', 'They came in:')
const NAME = { type: 'name' } as const
const THEN: Copy = [LEAD, item('{f:Kim}'), item('Park'), item('Lee')]

describe('a verified name in a numbered list', () => {
  test.each<[string, Copy, string]>([
    ['stands where it was', THEN, 'verified'],
    ['stands when items below change', [LEAD, item('{f:Kim}'), item('Lee')], 'verified'],
    ['warns when items change places', [LEAD, item('Park'), item('{f:Kim}'), item('Lee')], 'verified warns'],
    ['warns when an item comes above', [LEAD, item('Moon'), ...THEN.slice(1)], 'verified warns'],
    ['stands when the list shows no numbers', [LEAD, item('Park', 'bullet'), item('{f:Kim}', 'bullet')], 'verified'],
    ['stands when items without words stand above', [LEAD, item(''), ...THEN.slice(1)], 'verified'],
  ])('%s', (_what, now, status) => expect(standingAfter(THEN, now, NAME)).toBe(status))

  test('stands in a list of points, whatever changes places', () => {
    const points: Copy = [LEAD, item('{f:Kim}', 'bullet'), item('Park', 'bullet')]
    const now: Copy = [LEAD, item('Park', 'bullet'), item('{f:Kim}', 'bullet')]
    expect(standingAfter(points, now, NAME)).toBe('verified')
  })

  test('says its old and its new number', () => {
    const fact = factAfter(THEN, [LEAD, item('Park'), item('{f:Kim}')], NAME)
    const found = precedingSentence({ story: storyFrom('H\nD'), assessments: [fact], desk: deskFrom() } as never)
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('“Kim” had number 1 in its list and has number 2 now, after'),
    ])
  })
})

test('a verdict from before numbers were noted stands', () => {
  const bare: Copy = [LEAD, block('listItem', '{f:Kim}', { level: 1 })]
  expect(standingAfter(bare, [LEAD, item('{f:Kim}')], NAME)).toBe('verified')
})

test('a fact is read again when an item far above changes its number', () => {
  const far = [item('Moon'), item('Choi'), ...THEN.slice(1)].map((one, at) => (at === 2 ? item('{f:Kim}') : one))
  const copy = [LEAD, item('Ahn'), ...far]
  const ranges = (of: Copy) => rangesOfFact(of, 'f')
  const more = [copy[0], item('Baek'), ...copy.slice(1)] as Copy
  const read = blocksRead(copy, ranges(copy))
  expect([isReadFrom(read, copy, ranges(copy)), isReadFrom(read, more, ranges(more))]).toEqual([true, false])
})

test('numbers go on behind a list within, and begin again behind another kind or a graf', () => {
  const copy: Copy = [
    item('a'),
    item('b', 'ordered', 2),
    item('c'),
    item('d', 'bullet'),
    item('e'),
    block('paragraph', ''),
    item('f'),
    block('paragraph', 'So.'),
    item('g'),
  ]
  expect(neighboursOf(copy).map(({ rank }) => rank)).toEqual([1, 1, 2, undefined, 1, undefined, 2, undefined, 1])
})
