import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment } from '../../src/document/comments'
import { newDoc } from '../../src/document/createStoryDoc'
import { ASKED_FOR } from '../../src/editor/copy/origin'
import { undoneMarks, type UndoneMarks } from '../../src/editor/sync/undoneMarks'
import { undoStory } from '../../src/editor/sync/storyUndo'
import { caretAfter, desk, INSTANT, oneDesk, press, resetIds, run, shown, storyState, type } from './desk'

beforeEach(resetIds)
const sheet = (...blocks: readonly string[]) => oneDesk('headline: H', 'deck: D', ...blocks).editor.state.doc

test.each([
  ['a tag that goes', ['Up {f1:57} points.'], ['Up 57 points.'], { mark: 'tag', change: 'gone', words: '57' }],
  ['a tag that comes', ['Up 57 points.'], ['Up {f1:57} points.'], { mark: 'tag', change: 'back', words: '57' }],
])('%s is told with its words', (_what, before, after, told) => {
  expect(undoneMarks(sheet(...before), sheet(...after))).toEqual({ ...told, count: 1 })
})

test('of several tags the first one and their number are told', () => {
  const [before, after] = [sheet('Up {f1:57} points.', 'Down {f2:8}.'), sheet('Up 57 points.', 'Down 8.')]
  expect(undoneMarks(before, after)).toEqual({ mark: 'tag', change: 'gone', words: '57', count: 2 })
})

test.each([
  ['no change', ['Up {f1:57} points.'], ['Up {f1:57} points.']],
  ['other words', ['Up {f1:57} points.'], ['Up points.']],
  ['a paragraph that is split', ['Up {f1:57} points.'], ['Up {f1:57}', ' points.']],
])('%s tells nothing of tags', (_what, before, after) => {
  expect(undoneMarks(sheet(...before), sheet(...after))).toBe(undefined)
})

test('undo of a comment is told, and its redo', () => {
  const told: UndoneMarks[] = []
  const d = desk(storyState(['headline: H', 'deck: D', 'Up 57 points.']), 100, {
    onUndone: (undone) => void told.push(undone),
  })
  const owner = newDoc(300)
  Y.applyUpdate(owner, Y.encodeStateAsUpdate(d.doc))
  const thread = { id: 'c1', by: 'Ida', at: INSTANT, text: 'Says who?', words: '57', mustFix: false, assignee: '' }
  addComment(owner, { ...thread, replies: [] }, [{ block: 2, from: 3, to: 5 }])
  Y.applyUpdate(d.doc, Y.encodeStateAsUpdate(owner, Y.encodeStateVector(d.doc)), ASKED_FOR)
  press(d, 'Mod-z')
  press(d, 'Mod-Shift-z')
  const comment = { mark: 'comment', count: 1, words: '57' }
  expect(told).toEqual([
    { direction: 'undo', change: 'gone', ...comment },
    { direction: 'redo', change: 'back', ...comment },
  ])
})

test('an undo with nothing to take back is told, by key and by command; one that takes words back is not', () => {
  let told = 0
  const d = desk(storyState(['headline: H', 'deck: D', 'Up 57 points.']), 100, { onNothing: () => void told++ })
  press(d, 'Mod-z')
  expect(told).toBe(1)
  run(d, undoStory)
  expect(told).toBe(2)
  caretAfter(d, 'Up')
  type(d, ' again')
  press(d, 'Mod-z')
  expect([shown(d)[2], told]).toEqual(['Up 57 points.', 2])
})
