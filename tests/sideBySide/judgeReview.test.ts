import { describe, expect, test } from 'vitest'
import { docxOf, paragraph, run } from '../builders/files/docxOf'
import { knownReview, ourReview, scoreReview } from './judgeReview'
import type { ReviewedStory } from './reviewedStories'

const at = '2026-10-30T09:00:00'
const STORY: ReviewedStory = {
  name: '0 en',
  headline: 'Head',
  comments: [{ by: 'Ana García', at, text: 'Sure?' }],
  grafs: [
    [
      { words: 'The port', comments: [] },
      { words: 'said', comments: [0] },
      { words: 'that', comments: [0], change: { kind: 'insertion', by: 'Lee', at } },
    ],
    [
      { words: 'talks', comments: [0] },
      { words: 'have', comments: [], change: { kind: 'deletion', by: 'Kim', at } },
      { words: 'ended.', comments: [] },
    ],
  ],
}
const changed = (kind: 'ins' | 'del', by: string, words: string): string =>
  `<w:${kind} w:id="9" w:author="${by}" w:date="${at}Z"><w:r>` +
  (kind === 'del'
    ? `<w:delText xml:space="preserve">${words}</w:delText>`
    : `<w:t xml:space="preserve">${words}</w:t>`) +
  `</w:r></w:${kind}>`
const COMMENTS = `<w:comment w:id="4" w:author="Ana García" w:date="${at}Z"><w:p>${run('Sure?')}</w:p></w:comment>`
const FILE =
  paragraph('Head', '<w:pStyle w:val="Title"/>') +
  paragraph(`${run('The port ')}<w:commentRangeStart w:id="4"/>${run('said ')}${changed('ins', 'Lee', 'that')}`) +
  paragraph(`${run('talks')}<w:commentRangeEnd w:id="4"/>${run(' ')}${changed('del', 'Kim', 'have')}${run(' ended.')}`)
const judged = async (file: string, comments = COMMENTS) =>
  scoreReview(knownReview(STORY), await ourReview('a.docx', docxOf(file, { comments })))

describe('comments and tracked changes side by side', () => {
  test('score 1 if all come back', async () => {
    expect(await judged(FILE)).toEqual({ comments: 1, changes: 1, invented: 0 })
  })

  test.each([
    ['a comment by another', FILE, COMMENTS.replace('Ana', 'Eva'), { comments: 0, changes: 1, invented: 1 }],
    [
      'a comment on fewer words',
      FILE.replace('<w:commentRangeStart w:id="4"/>', '').replace(
        run('talks'),
        `<w:commentRangeStart w:id="4"/>${run('talks')}`,
      ),
      COMMENTS,
      { comments: 0, changes: 1, invented: 1 },
    ],
    ['a change by another', FILE.replace('"Lee"', '"Kim"'), COMMENTS, { comments: 1, changes: 0.5, invented: 1 }],
    [
      'a change that is not there',
      FILE.replace(changed('del', 'Kim', 'have'), run('have')),
      COMMENTS,
      { comments: 1, changes: 0.5, invented: 0 },
    ],
  ])('%s is a miss', async (_, file, comments, score) => {
    expect(await judged(file, comments)).toEqual(score)
  })
})
