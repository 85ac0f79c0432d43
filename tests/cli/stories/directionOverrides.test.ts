import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('the command line says what it left out, and takes out what an older story has', async () => {
  const { folder, stet } = await commandLine()
  await writeFile(join(folder, 'a.txt'), 'Talks end\n\nIt rose to \u202e54\u202c percent.\n')
  const imported = (await stet('import', 'a.txt', '--json')).json() as {
    stories: readonly { id: string; losses: readonly { what: string; count: number }[] }[]
  }
  expect(imported.stories[0]?.losses.map(({ what, count }) => [what, count])).toContainEqual([
    'Hidden characters, left out',
    2,
  ])
  const id = imported.stories[0]?.id ?? ''
  const set = await stet('set', id, 'slug', 'a\u202eb')
  expect([set.code, set.err]).toEqual([0, expect.stringContaining('1 hidden character was removed')])
  expect((await stet('set', id, 'slug', 'ab')).err).toBe('')
  expect((await stet('drop-overrides', id)).out).toBe('There were none.')
  expect((await stet('drop-overrides', id, '--json')).json()).toEqual({ dropped: 0 })
})
