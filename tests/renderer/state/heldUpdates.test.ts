import { expect, it } from 'vitest'
import { HeldUpdates } from '../../../src/renderer/state/session/sheet/heldUpdates'

function sheet() {
  const state = { composing: true, applied: [] as number[], later: undefined as (() => void) | undefined }
  const held = new HeldUpdates({
    isComposing: () => state.composing,
    apply: ([first = 0]) => void state.applied.push(first),
    after: (ms, step) => {
      expect(ms).toBe(5000)
      state.later = step
      return () => (state.later = undefined)
    },
  })
  return { state, held }
}

it('what others change waits for the end of a composition, and comes in order', () => {
  const { state, held } = sheet()
  held.take(Uint8Array.of(1))
  held.take(Uint8Array.of(2))
  held.settle()
  expect(state.applied).toEqual([])
  state.composing = false
  held.take(Uint8Array.of(3))
  held.settle()
  held.take(Uint8Array.of(4))
  expect([state.applied, state.later]).toEqual([[1, 2, 3, 4], undefined])
})

it('a composition that stays open holds it for five seconds', () => {
  const { state, held } = sheet()
  held.take(Uint8Array.of(1))
  state.later?.()
  expect(state.applied).toEqual([1])
})

it('without a composition it comes at once', () => {
  const { state, held } = sheet()
  state.composing = false
  held.take(Uint8Array.of(1))
  expect([state.applied, state.later]).toEqual([[1], undefined])
})

it('an update of this window brings what is held before it', () => {
  const { state, held } = sheet()
  held.take(Uint8Array.of(1))
  held.release()
  expect(state.applied).toEqual([1])
})
