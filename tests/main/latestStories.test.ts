import { expect, test, vi } from 'vitest'
import type { Position } from '../../src/ipc/startup'
import type { CallContext } from '../../src/main/calls/callContext'
import { callHandlers } from '../../src/main/calls/calls'
import { ignoredWords } from '../../src/main/calls/remembered/ignoredWords'
import { seenSince } from '../../src/main/calls/remembered/seenSince'
import type { Remembered, RememberedState } from '../../src/main/windows/rememberedState'
import type { WindowSession } from '../../src/main/windows/windows'

vi.mock('electron', () => ({ app: {}, BrowserWindow: {}, dialog: {}, nativeTheme: {}, screen: {}, shell: {} }))

function remembering(value: Partial<Remembered>) {
  const state = {
    value: value as Remembered,
    change: (changes: Partial<Remembered>) => void (state.value = { ...state.value, ...changes }),
  }
  return state as unknown as RememberedState
}

const at = (story: string, anchor: number): Position => ({ story, anchor, head: anchor, scroll: 0 })
const STORIES = Array.from({ length: 500 }, (_, index) => `story-${index}`)
const ofAll = <T>(value: (story: string) => T): Record<string, T> =>
  Object.fromEntries(STORIES.map((story) => [story, value(story)]))

test('the place of the caret is remembered for the 500 stories that were read last', () => {
  const remembered = remembering({ positions: ofAll((story) => at(story, 1)) })
  const rest = (position: Position) =>
    callHandlers.rememberPosition({ remembered } as CallContext, {} as WindowSession, position, () => undefined)
  void rest(at('story-0', 7))
  void rest(at('story-500', 1))
  const { positions, lastStory } = remembered.value
  expect([Object.keys(positions), lastStory]).toEqual([[...STORIES.slice(2), 'story-0', 'story-500'], 'story-500'])
  expect(positions['story-0']).toEqual(at('story-0', 7))
})

test('a file that somebody edited by hand has no places', () => {
  const remembered = remembering({ positions: 'x' as unknown as Remembered['positions'] })
  void callHandlers.rememberPosition(
    { remembered } as CallContext,
    {} as WindowSession,
    at('story-1', 2),
    () => undefined,
  )
  expect(remembered.value.positions).toEqual({ 'story-1': at('story-1', 2) })
})

test('ignored words are remembered for the 500 stories in which somebody ignored one last', () => {
  const remembered = remembering({ ignoredWords: ofAll(() => ['a']) })
  expect(ignoredWords(remembered, 'story-0', ['b'])).toEqual(['a', 'b'])
  expect(ignoredWords(remembered, 'story-500', ['c'])).toEqual(['c'])
  expect(Object.keys(remembered.value.ignoredWords ?? {})).toEqual([...STORIES.slice(2), 'story-0', 'story-500'])
  expect(ignoredWords(remembered, 'story-1')).toEqual([])
})

test('what a person has seen of merges is remembered for the 500 stories in which they saw something last', () => {
  const remembered = remembering({ seen: { Kim: ofAll(() => ['a']), Lee: { 'story-1': ['a'] } } })
  expect(seenSince(remembered, 'Kim', 'story-0', ['b'])).toEqual(['a', 'b'])
  expect(seenSince(remembered, 'Kim', 'story-500', ['c'])).toEqual(['c'])
  expect(Object.keys(remembered.value.seen?.['Kim'] ?? {})).toEqual([...STORIES.slice(2), 'story-0', 'story-500'])
  expect([seenSince(remembered, 'Kim', 'story-1'), seenSince(remembered, 'Lee', 'story-1')]).toEqual([[], ['a']])
})
