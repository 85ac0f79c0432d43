import { expect, test } from 'vitest'
import { undoOfMove } from '../../../src/renderer/state/stores/stories/undoOfMove'
import { MOVES, STAGES, findMove } from '../../../src/story/ledger/stages'

test('every way back is a legal move, and asks for a reason when that move does', () => {
  const ways = MOVES.flatMap(({ from, to }) => {
    const back = undoOfMove(from, to)
    if (!back) return []
    const move = findMove({ stage: to, version: 1, live: false, spikedFrom: from }, back.to)
    return [[from, to, back.to, back.needsReason === (move?.needs.includes('reason') ?? 'illegal')]]
  })
  expect(ways).toEqual([
    ['draft', 'filed', 'draft', true],
    ['inReview', 'cleared', 'inReview', true],
    ['draft', 'spiked', 'draft', true],
    ['filed', 'spiked', 'filed', true],
    ['inReview', 'spiked', 'inReview', true],
    ['cleared', 'spiked', 'cleared', true],
  ])
})

test('what was published or killed has no way back', () => {
  expect(STAGES.flatMap((from) => [undoOfMove(from, 'published'), undoOfMove(from, 'killed')])).toEqual(
    STAGES.flatMap((from) =>
      from === 'spiked'
        ? [
            { to: 'spiked', needsReason: false },
            { to: 'spiked', needsReason: false },
          ]
        : [undefined, undefined],
    ),
  )
})
