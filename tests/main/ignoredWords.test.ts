import { expect, test } from 'vitest'
import { ignoredWords } from '../../src/main/calls/remembered/ignoredWords'
import type { Remembered, RememberedState } from '../../src/main/windows/rememberedState'

function remembering(value: unknown): RememberedState {
  const state = {
    value: value as Remembered,
    change: (changes: Partial<Remembered>) => void (state.value = { ...state.value, ...changes }),
  }
  return state as unknown as RememberedState
}

test('the keys of ignored words are kept for each story', () => {
  const remembered = remembering({})
  expect(ignoredWords(remembered, 's1')).toEqual([])
  expect(ignoredWords(remembered, 's1', ['a', 'b'])).toEqual(['a', 'b'])
  expect(ignoredWords(remembered, 's1', ['b', 'c'])).toEqual(['a', 'b', 'c'])
  expect([ignoredWords(remembered, 's2'), remembered.value.ignoredWords]).toEqual([[], { s1: ['a', 'b', 'c'] }])
})

test('a word is marked again when its key is taken away', () => {
  const remembered = remembering({ ignoredWords: { s1: ['a', 'b'] } })
  expect(ignoredWords(remembered, 's1', [], ['a', 'x'])).toEqual(['b'])
  expect(remembered.value.ignoredWords).toEqual({ s1: ['b'] })
})

test('a file that somebody edited by hand ignores nothing that is no key', () => {
  for (const damaged of [null, 'x', [], { s1: 'x' }, { s1: [1, null] }])
    expect(ignoredWords(remembering({ ignoredWords: damaged }), 's1')).toEqual([])
  expect(ignoredWords(remembering({ ignoredWords: {} }), 'constructor')).toEqual([])
})
