import { expect, test } from 'vitest'
import { placeComments, type CommentThread } from '../../../src/story/copy/comment'
import type { Block } from '../../../src/story/copy/copy'

const thread: CommentThread = {
  id: 'c1',
  by: 'Ida',
  at: '2026-10-30T09:00:00Z',
  text: 'Says who?',
  words: 'an hour',
  mustFix: false,
  assignee: '',
  replies: [],
}
const block = (text: string, ...pieces: readonly (readonly [from: number, to: number])[]): Block => ({
  role: 'paragraph',
  text,
  spans: pieces.map(([from, to]) => ({ mark: 'comment', id: 'c1', from, to })),
})

test.each<readonly [what: string, copy: readonly Block[], standing: string | undefined]>([
  ['the words that carry it, not those that it was made on', [block('They met for two hours.', [13, 22])], 'two hours'],
  ['pieces that touch as one', [block('about two hours', [6, 9], [9, 15])], 'two hours'],
  [
    'pieces that lie apart with what is between left out',
    [block('two or more hours', [0, 3], [12, 17])],
    'two … hours',
  ],
  ['pieces in two paragraphs', [block('for two', [4, 7]), block('hours on end', [0, 5])], 'two … hours'],
  ['nothing when they are gone', [block('They met.')], undefined],
])('a comment stands on %s', (_what, copy, standing) => {
  expect(placeComments(copy, [thread]).map((placed) => placed.standing)).toEqual([standing])
})
