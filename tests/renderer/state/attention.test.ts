import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { APART, Attention, LOOK } from '../../../src/renderer/state/stores/attention'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is shown may be signed after 0.8 s, and something else starts anew', () => {
  const { fact } = new Attention()
  fact.show('a')
  vi.advanceTimersByTime(LOOK - 1)
  expect(fact.isReady('a')).toBe(false)
  vi.advanceTimersByTime(1)
  expect([fact.isReady('a'), fact.isReady('b')]).toEqual([true, false])
  // The same thing goes on being shown.
  fact.show('a')
  expect(fact.isReady('a')).toBe(true)
  fact.show('b')
  expect([fact.isReady('a'), fact.isReady('b')]).toEqual([false, false])
})

test('what leaves the screen has to be shown for the whole time again', () => {
  const { place } = new Attention()
  place.show('a')
  vi.advanceTimersByTime(LOOK - 1)
  place.show(null)
  place.show('a')
  vi.advanceTimersByTime(LOOK - 1)
  expect(place.isReady('a')).toBe(false)
})

test('hammered keys do not count, however long somebody goes on', () => {
  const attention = new Attention()
  expect(attention.press(0)).toBe(true)
  for (let at = 100; at <= 30_000; at += 100) expect(attention.press(at)).toBe(false)
  // It is said once.
  expect([attention.tellsOnce(), attention.tellsOnce()]).toEqual([true, false])
  expect(attention.press(30_000 + APART)).toBe(true)
  expect(attention.tellsOnce()).toBe(true)
})

test('a form signs what had been seen when it opened, or what stood behind it for as long as a look takes', () => {
  const attention = new Attention()
  expect(attention.behindForm(true, 0)(1)).toBe(true)
  const isSeen = attention.behindForm(false, 0)
  expect([isSeen(LOOK - 1), isSeen(LOOK)]).toEqual([false, true])
})

test('a part of the fact in hand counts as seen until another fact is taken in hand', () => {
  const { fact, piece, words, wasSeen } = new Attention()
  fact.show('f1')
  words.show('f1 words')
  piece.show('f1 e1')
  vi.advanceTimersByTime(LOOK)
  piece.show('f1 e2')
  expect(['f1 words', 'f1 e1', 'f1 e2'].map(wasSeen)).toEqual([true, true, false])
  vi.advanceTimersByTime(LOOK)
  expect(wasSeen('f1 e2')).toBe(true)
  // The evidence was put away and came back.
  fact.show(null)
  fact.show('f1')
  expect(wasSeen('f1 e1')).toBe(true)
  words.show('f2 words')
  piece.show('f2 e1')
  fact.show('f2')
  expect(['f1 e1', 'f2 words', 'f2 e1'].map(wasSeen)).toEqual([false, false, false])
})
