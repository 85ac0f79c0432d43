import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { GAP_PX, layNotes, type NoteToLay } from '../../../src/renderer/margin/layNotes'

const notes = (...all: readonly (readonly [number, number])[]): readonly NoteToLay[] =>
  all.map(([wants, height]) => ({ wants, height }))

test('notes with room stand beside their words', () => {
  expect(layNotes(notes([0, 40], [100, 40], [148, 40]))).toEqual([0, 100, 148])
})

test('notes that would overlap move down, and push the next ones', () => {
  expect(layNotes(notes([100, 40], [110, 40], [120, 40], [400, 40]))).toEqual([100, 148, 196, 400])
})

test('the selected note takes its place: the ones before it move up, the ones after it down', () => {
  expect(layNotes(notes([200, 40], [210, 40], [220, 40], [230, 40]), 2)).toEqual([124, 172, 220, 268])
})

test('a note before the selected one that does not touch it stays', () => {
  expect(layNotes(notes([20, 40], [210, 40], [220, 40]), 2)).toEqual([20, 172, 220])
})

test('where there is no room above the selected note it moves down: no note leaves the sheet', () => {
  expect(layNotes(notes([0, 40], [5, 40], [10, 40]), 2)).toEqual([0, 48, 96])
})

test('in any layout the order is kept, nothing overlaps, and without a selection no note moves up', () => {
  const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 10, max: 200 })), { maxLength: 30 })
  fc.assert(
    fc.property(any, fc.integer({ min: -1, max: 29 }), (made, selected) => {
      const laid = notes(...made.sort(([a], [b]) => a - b))
      const tops = layNotes(laid, selected)
      const overlap = tops.filter((top, at) => {
        const before = laid[at - 1]
        return before !== undefined && top < (tops[at - 1] ?? 0) + before.height + GAP_PX
      })
      const movedUp = tops.filter((top, at) => top < (laid[at]?.wants ?? 0))
      const room = laid.slice(0, Math.max(selected, 0)).reduce((sum, { height }) => sum + height + GAP_PX, 0)
      const chosen = laid[selected]
      expect([overlap, selected < 0 ? movedUp : [], tops.filter((top) => top < 0)]).toEqual([[], [], []])
      if (chosen && chosen.wants >= room) expect(tops[selected]).toBe(chosen.wants)
    }),
  )
})
