import { expect, test } from 'vitest'
import { createStoryState, loadDoc, type StoryContent } from '../../src/document/createStoryDoc'
import { readStory } from '../../src/document/reading/readStory'
import { NO_PICTURE } from '../../src/story/copy/picture'
import { tableOf } from '../../src/story/copy/tables'
import { copyFrom } from '../builders/copy/copyFrom'

const read = (content: StoryContent) => readStory(loadDoc([createStoryState(content, 7, 'Reporter')]))
const AT = '2026-10-30T09:00:00.000Z'

test('a new story holds its words, a picture and a table as they were given', () => {
  const copy = [
    ...copyFrom('Talks after six years\nLeaders meet in Busan\nThe session ran for about 100 minutes.'),
    {
      role: 'cutline' as const,
      text: 'The port\nat night',
      spans: [],
      picture: { ...NO_PICTURE, alt: 'Cranes', width: 1 },
    },
    ...tableOf(
      [
        [
          { text: 'Port', spans: [] },
          { text: 'Ships', spans: [] },
        ],
        [{ text: 'Busan', spans: [] }],
      ],
      true,
    ),
  ]
  expect(read({ copy, fields: { slug: 'talks' } })).toMatchObject({ copy, fields: { slug: 'talks' } })
})

test('a new story holds its facts, comments and suggestions', () => {
  const thread = { id: 'c1', by: 'Ida', at: AT, text: 'Who says so?', mustFix: true, assignee: 'Kim' }
  const comments = [
    {
      ...thread,
      words: '100 minutes',
      resolved: { by: 'Kim', at: AT },
      replies: [{ by: 'Kim', at: AT, text: 'The pool.' }],
    },
    { ...thread, id: 'c2', replies: [] },
  ]
  const tag = { id: 'f1', type: 'figure' as const, by: 'Ida', at: AT, statement: 'About 100 minutes' }
  const { tags, comments: found } = read({ copy: copyFrom('Talks'), fields: {}, tags: [tag], comments })
  expect([[...tags.values()], found]).toEqual([[tag], comments])
})

test('of two records with the same id the later one counts', () => {
  const tag = { id: 'f1', type: 'figure' as const, by: 'Ida', at: AT }
  const { tags } = read({ copy: copyFrom('Talks'), fields: {}, tags: [tag, { ...tag, by: 'Kim' }] })
  expect([...tags.values()]).toEqual([{ ...tag, by: 'Kim' }])
})
