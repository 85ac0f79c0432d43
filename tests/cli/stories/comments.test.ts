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

test('own words in a comment are edited, deleted and restored, and options that do not fit are refused', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await cli.stet('import', 'a.txt')
  const comment = (...more: string[]) => cli.stet('comment', 'story-1', 'comment-1', ...more)
  const listed = async () =>
    (
      (await cli.stet('show', 'story-1', '--json')).json() as {
        comments: { text: string; replies: { text: string }[] }[]
      }
    ).comments.map(({ text, replies }) => [text, ...replies.map((reply) => reply.text)])
  await cli.stet('comment', 'story-1', '--text', 'Says who?', '--on', '100 minutes')
  await comment('--reply', 'The pol')
  await comment('--edit', 'Says who, and when?')
  await comment('--edit', 'The pool', '--answer', '1')
  expect(await listed()).toEqual([['Says who, and when?', 'The pool']])
  await comment('--delete', '--answer', '1')
  expect([await listed(), (await comment('--restore')).out, await listed()]).toEqual([
    [['Says who, and when?']],
    'Restored “The pool”.',
    [['Says who, and when?', 'The pool']],
  ])
  expect([(await comment('--delete')).out, await listed()]).toEqual([
    'Deleted. The history keeps the words; --restore brings them back.',
    [],
  ])
  expect([(await comment('--restore', '--json')).json(), await listed()]).toEqual([
    { text: 'Says who, and when?' },
    [['Says who, and when?', 'The pool']],
  ])
  expect([
    (await comment('--answer', '1')).code,
    (await comment('--delete', '--restore')).code,
    (await comment('--edit', 'New', '--resolve')).code,
    (await comment('--edit', 'New', '--answer', '2')).code,
  ]).toEqual([1, 1, 1, 1])
})

test('an assignee who is not on the roster keeps the reply from being posted, too', async () => {
  const cli = await commandLine()
  await cli.stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  await cli.stet('comment', 'story-1', '--text', 'Says who?')
  const replying = (...more: string[]) => cli.stet('comment', 'story-1', 'comment-1', '--reply', 'The pool', ...more)
  const codes = [
    (await replying('--assign', 'Reprter')).code,
    (await cli.stet('comment', 'story-1', 'comment-1', '--reply', ' ', '--assign', 'Reporter')).code,
    (await replying('--assign', 'Reporter')).code,
  ]
  const { comments } = (await cli.stet('show', 'story-1', '--json')).json() as {
    readonly comments: readonly { readonly assignee: string; readonly replies: readonly { readonly text: string }[] }[]
  }
  expect([codes, comments.map(({ assignee, replies }) => [assignee, replies.map(({ text }) => text)])]).toEqual([
    [1, 1, 0],
    [['Reporter', ['The pool']]],
  ])
})
