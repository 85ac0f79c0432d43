import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandLine } from '../run/terminal'

it('an editor strikes a mistaken byline, with a reason that the history keeps', async () => {
  const { folder, stet } = await commandLine()
  await stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await writeFile(join(folder, 'a.txt'), 'Council meets\n\nIt cost 100 won.\n')
  const imported = (await stet('import', 'a.txt', '--json')).json()
  const id = (imported as { readonly stories: readonly { readonly id: string }[] }).stories[0]?.id ?? ''
  await stet('set', id, 'byline', 'Ada Park', '--as', 'Editor')
  const strike = ['strike-byline', id, 'Ada Park'] as const
  expect((await stet(...strike, '--as', 'Editor')).code).toBe(1)
  expect((await stet(...strike, '--reason', 'Another Ada Park.')).code).toBe(3)
  const done = await stet(...strike, '--reason', 'Another Ada Park.', '--as', 'Editor')
  expect([done.code, done.out]).toEqual([0, `Ada Park is no longer an author of ${id}.`])
  expect((await stet('history', id)).out).toContain('removed Ada Park from the authors as a mistake')
})
