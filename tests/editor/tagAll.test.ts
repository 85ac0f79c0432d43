import { beforeEach, expect, it } from 'vitest'
import { tagAll } from '../../src/editor/facts/tagAll'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import { onceTakenBack } from '../../src/editor/sync/storyUndo'
import { oneDesk, press, records, resetIds, run, select, shown, type, type Desk } from './desk'

beforeEach(resetIds)

const BLOCKS = ['headline: H', 'deck: D', 'It took 57 minutes and 12 men.', 'cell 0.0: In 2019', 'cell 0.1: 40 boats']
const at = (block: number, from: number, to: number) => ({ block, from, to, type: 'figure' as const })
const WANTED = [at(2, 8, 18), at(2, 23, 25), at(4, 0, 2)]

function tagged(desk: Desk): number {
  let count = 0
  run(
    desk,
    tagAll(WANTED, (facts) => (count = facts)),
  )
  return count
}

it('tags every place as a fact of its own, also in cells, in one update', () => {
  const d = oneDesk(...BLOCKS)
  const before = d.updates.length
  expect(tagged(d)).toBe(3)
  expect(d.updates.length - before).toBe(1)
  expect(shown(d).slice(2, 5)).toEqual([
    'It took {n1:57 minutes} and {n2:12} men.',
    'cell 0.0: In 2019',
    'cell 0.1: {n3:40} boats',
  ])
  expect(records(d)).toEqual({ n1: 'figure', n2: 'figure', n3: 'figure' })
})

it('is undone whole by one step, and what was typed before stays', () => {
  const d = oneDesk(...BLOCKS)
  select(d, 'H')
  type(d, 'X')
  tagged(d)
  press(d, 'Mod-z')
  expect([shown(d)[0], shown(d)[2], records(d)]).toEqual(['headline: X', 'It took 57 minutes and 12 men.', {}])
})

it('says once that it was taken back, and nothing when an earlier step is', () => {
  const d = oneDesk(...BLOCKS)
  select(d, 'H')
  type(d, 'X')
  tagged(d)
  let times = 0
  onceTakenBack(d.editor.state, () => times++)
  const after = ['Mod-z', 'Mod-z', 'Mod-Shift-z', 'Mod-Shift-z', 'Mod-z'].map((keys) => (press(d, keys), times))
  expect(after).toEqual([1, 1, 1, 1, 1])
})

it('leaves out words that are only proposed, and does nothing where nothing is left', () => {
  const d = oneDesk('headline: H', 'deck: D', 'It took.')
  run(d, setWritingMode('suggesting'))
  select(d, 'It took')
  type(d, '57 minutes')
  expect(run(d, tagAll([at(2, 0, 0)]))).toBe(false)
  expect(run(d, tagAll([]))).toBe(false)
})
