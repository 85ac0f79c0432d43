import { expect, test } from 'vitest'
import { libraryText } from '../../../src/catalogue/window/library'

test('the progress of many stories is written as other numbers are', () => {
  const [count, at, of] = [1000, 1000, 1001]
  expect([
    libraryText('bulk.progress', { at, of }),
    libraryText('bulk.did', { count, of }),
    libraryText('bulk.didSome', { count, of }),
    libraryText('bulk.undone', { count, of }),
    libraryText('delete.did', { count, of }),
    libraryText('delete.progress', { at, of }),
  ]).toEqual([
    'Story 1,000 of 1,001…',
    'Done for 1,000 of 1,001 stories.',
    'Done for 1,000 of 1,001 selected stories.',
    'Undone for 1,000 of 1,001 stories.',
    'Deleted 1,000 of 1,001 stories.',
    'Deleting story 1,000 of 1,001…',
  ])
})

test('after an import the stories are counted, and the files that failed', () => {
  expect(
    [
      { stories: 4, failed: 0 },
      { stories: 1, failed: 1 },
      { stories: 0, failed: 2 },
    ].map((outcome) => libraryText('import.done', outcome)),
  ).toEqual(['4 stories imported', '1 story imported, 1 file failed', 'No story imported, 2 files failed'])
})
