import { expect, it } from 'vitest'
import fc from 'fast-check'
import { hashEntry } from '../../../src/story/ledger/hash'
import { EMPTY_LEDGER, foldLedger } from '../../../src/story/ledger/ledger'
import { findMove, legalMoves, STAGES, type Stage, type Standing } from '../../../src/story/ledger/stages'
import { ledgerFrom } from '../../builders/stories/storyFrom'

const standing = (stage: Stage, live = false): Standing => ({
  stage,
  version: 1,
  live,
  ...(stage === 'spiked' ? { spikedFrom: 'filed' as const } : {}),
})

it('each stage allows the moves of the table', () => {
  const table = Object.fromEntries(
    STAGES.map((stage) => [stage, legalMoves(standing(stage, stage === 'published')).map((move) => move.to)]),
  )
  expect(table).toEqual({
    draft: ['filed', 'spiked'],
    filed: ['inReview', 'draft', 'spiked'],
    inReview: ['cleared', 'draft', 'spiked'],
    cleared: ['published', 'inReview', 'spiked'],
    published: ['inReview', 'killed'],
    spiked: ['filed'],
    killed: [],
  })
})

it('an open next version may be killed, and not spiked', () =>
  expect(legalMoves(standing('inReview', true)).map((move) => move.to)).toEqual(['cleared', 'draft', 'killed']))

it('a story of which something is outside may be killed at every stage, also when it is spiked', () => {
  const last = STAGES.map((stage) => legalMoves(standing(stage, stage === 'published'), 'story', true).at(-1)?.to)
  expect(last).toEqual(['killed', 'killed', 'killed', 'killed', 'killed', 'killed', undefined])
})

const moved = (from: Stage, to: Stage, copyHash = 'h', more = {}) => ({
  kind: 'moved' as const,
  from,
  to,
  copyHash,
  blocks: 0,
  warns: 0,
  overrides: [],
  ...more,
})

it('the ledger state has stage, version, and the hashes of the cleared and published copy', () => {
  const state = foldLedger(
    ledgerFrom([
      moved('draft', 'filed'),
      moved('filed', 'inReview'),
      moved('inReview', 'cleared', 'one'),
      moved('cleared', 'published', 'one'),
      moved('published', 'inReview', 'one', { versionKind: 'correction' }),
      moved('inReview', 'cleared', 'two'),
    ]),
  )
  expect([state.standing, state.clearedHash, state.publishedHash]).toEqual([
    { stage: 'cleared', version: 2, versionKind: 'correction', live: true },
    'two',
    'one',
  ])
})

it('a spiked story remembers where it was, and a killed one is not live', () => {
  expect(foldLedger(ledgerFrom([moved('draft', 'filed'), moved('filed', 'spiked')])).standing).toEqual({
    stage: 'spiked',
    version: 1,
    live: false,
    spikedFrom: 'filed',
  })
  expect(foldLedger(ledgerFrom([moved('cleared', 'published'), moved('published', 'killed')])).standing).toEqual({
    stage: 'killed',
    version: 1,
    live: false,
  })
})

it('any legal moves: spike only for unpublished copy, kill only for live copy, versions count publications', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 30 }), (choices) => {
      let state = EMPTY_LEDGER
      let published = 0
      let opened = 0
      for (const choice of choices) {
        const moves = legalMoves(state.standing)
        const move = moves[choice % Math.max(1, moves.length)]
        if (!move) break
        if (move.to === 'killed') expect(state.standing.live).toBe(true)
        if (move.to === 'spiked') expect(state.standing.live).toBe(false)
        if (move.to === 'published') published++
        if (move.needs.includes('kind')) opened++
        state = foldLedger(ledgerFrom([moved(move.from, move.to)]), state)
        expect(state.standing).toMatchObject({ stage: move.to, version: 1 + opened })
      }
      expect(published).toBeGreaterThanOrEqual(opened)
    }),
  )
})

it('there is no move to the current stage', () =>
  expect(STAGES.map((stage) => findMove(standing(stage), stage))).toEqual(STAGES.map(() => undefined)))

it('entries are chained: a changed entry has another hash', () => {
  const [first, second] = ledgerFrom([moved('draft', 'filed'), moved('filed', 'inReview')])
  if (!first || !second) throw new Error('no entries')
  expect([second.prev, hashEntry(first), hashEntry({ ...first, by: 'Someone' }) === first.hash]).toEqual([
    first.hash,
    first.hash,
    false,
  ])
})
