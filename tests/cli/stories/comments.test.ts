import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('a comment whose words were cut moves to other words, and options that do not fit are refused', async () => {
  const cli = await commandLine()
  await writeFile(
    join(cli.folder, 'a.txt'),
    'A headline of this story\n\nThe talks lasted 100 minutes. The lunch lasted two hours.',
  )
  await cli.stet('import', 'a.txt')
  const listed = async () =>
    (
      (await cli.stet('show', 'story-1', '--json')).json() as {
        comments: { words: string; standing?: string; place: string }[]
      }
    ).comments.map(({ words, standing, place }) => ({ words, standing, place }))
  await cli.stet('comment', 'story-1', '--text', 'Says who?', '--on', '100 minutes')
  expect([(await cli.stet('comment', 'story-1', 'comment-1', '--on', 'lasted')).code, await listed()]).toEqual([
    3,
    [{ words: '100 minutes', standing: '100 minutes', place: 'text' }],
  ])
  await cli.stet('edit', 'story-1', '--replace', 'lasted 100 minutes.', '--with', 'lasted.')
  expect(await listed()).toEqual([{ words: '100 minutes', place: 'orphan' }])
  const codeOf = async (...more: string[]) => (await cli.stet('comment', 'story-1', 'comment-1', ...more)).code
  expect([
    await codeOf('--on', 'lasted', '--nth', '3'),
    await codeOf('--nth', '2'),
    await codeOf('--on', 'for weeks'),
    await codeOf('--text', 'Says who?'),
  ]).toEqual([1, 1, 3, 1])
  const { code, json } = await cli.stet('comment', 'story-1', 'comment-1', '--on', 'lasted', '--nth', '2', '--json')
  expect([code, json(), await listed()]).toEqual([
    0,
    { words: 'lasted' },
    [{ words: '100 minutes', standing: 'lasted', place: 'text' }],
  ])
})
