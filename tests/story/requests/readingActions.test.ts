import { expect, test } from 'vitest'
import { READING_ACTIONS, type ActionName } from '../../../src/story/requests/requests'

const reads = (actions: readonly ActionName[]): readonly boolean[] => actions.map((one) => READING_ACTIONS.has(one))

test('to ask what would be deleted or moved changes nothing, and needs no name on the roster', () => {
  expect(reads(['story.deletion', 'story.thereAgain', 'story.archivable'])).toEqual([true, true, true])
})

test('to delete, take back or move a story is the act of a person', () => {
  expect(reads(['story.delete', 'story.takeBack', 'story.archive'])).toEqual([false, false, false])
})
