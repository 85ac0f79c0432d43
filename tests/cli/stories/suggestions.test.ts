import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('a change is suggested, listed, rejected or accepted, and the copy stays until then', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes, she said.')
  await cli.stet('import', 'a.txt')
  await cli.stet('roster', 'add', 'Editor', '--role', 'editor')
  const body = async () =>
    ((await cli.stet('show', 'story-1', '--json')).json() as { blocks: { text: string }[] }).blocks.at(-1)?.text
  const listed = async () =>
    ((await cli.stet('suggestions', 'story-1', '--json')).json() as { id: string; by: string; about: string }[]).map(
      ({ id, by, about }) => ({ id, by, about }),
    )

  const { code, json } = await cli.stet(
    'suggest',
    'story-1',
    '--replace',
    '100',
    '--with',
    '95',
    '--as',
    'Editor',
    '--json',
  )
  expect([code, json()]).toEqual([0, { id: 'suggestion-1' }])
  await cli.stet('suggest', 'story-1', '--replace', 'she said', '--with', 'she told reporters')
  expect([await listed(), await body()]).toEqual([
    [
      { id: 'suggestion-1', by: 'Editor', about: '“100” → “95”' },
      { id: 'suggestion-2', by: 'Reporter', about: '“she said” → “she told reporters”' },
    ],
    'The talks lasted 100 minutes, she said.',
  ])
  expect(await cli.stet('reject', 'story-1', 'suggestion-2')).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 suggestion rejected.') as string,
  })
  expect((await cli.stet('accept', 'story-1', '--all', '--json')).json()).toEqual({
    decided: ['suggestion-1'],
    verified: [],
  })
  expect([await listed(), await body()]).toEqual([[], 'The talks lasted 95 minutes, she said.'])
})

test('impossible suggestions and decisions are refused with their exit codes', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes, she said.')
  await cli.stet('import', 'a.txt')
  const told = async (...argv: string[]) => {
    const { code, err } = await cli.stet(...argv)
    return `${code} ${err}`
  }
  expect(await told('suggest', 'story-1', '--replace', '101', '--with', '95')).toBe(
    '3 stet: The copy does not contain exactly “101”. Nothing was changed.',
  )
  expect(await told('suggest', 'story-1', '--replace', '100', '--with', '100')).toBe(
    '1 stet: The suggestion is the same as the copy.',
  )
  expect(await told('accept', 'story-1')).toBe('1 stet: Name the suggestions to accept, or give --all.')
  expect(await told('accept', 'story-1', 'suggestion-1')).toBe(
    '3 stet: There is no open suggestion suggestion-1 in this story. “stet suggestions” lists them. Nothing ' +
      'was changed.',
  )
  expect(await told('accept', 'story-1', '--all')).toBe('0 ')
  expect(await told('fact', 'story-1', 'fact-1', '--status', 'verified', '--proposed', '95')).toBe(
    '1 stet: --proposed needs --status wrong.',
  )
})
