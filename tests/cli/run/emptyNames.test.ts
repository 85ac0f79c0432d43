import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from './terminal'

test('an empty name, as of a variable that is not set, is wrong usage and does nothing', async () => {
  const { folder, stet } = await commandLine()
  await writeFile(join(folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await stet('import', 'a.txt')
  const before = await readdir(folder)
  const named = 'Name a story by its id, the beginning of its id, or its slug. “stet list” shows them.'
  const noName = `stet: That does not name a story: it is empty, or longer than 1000 characters. ${named}`
  for (const [argv, err] of [
    [['import', ''], 'stet: The name of a file is empty. Nothing was imported.'],
    [['backup', '--to', ''], 'stet: --to needs a path. Nothing was done.'],
    [['archive', '--before', '2026-01-01', '--to', ' '], 'stet: --to needs a path. Nothing was done.'],
    [['profiles', 'add', 'Wire', '--format', 'text', '--folder', ''], 'stet: --folder needs a path. Nothing was done.'],
    [['backup', 'restore', '', '--to', 'new'], 'stet: The path of the backup is empty. Nothing was restored.'],
    [['take-back', 'story-1', '--from', ''], 'stet: --from needs a path. Nothing was done.'],
    [['search', 'talks', '--also', 'library', '--also', ''], 'stet: --also needs a path. Nothing was done.'],
    [['set', 'story-1', 'desk', 'World', '--as', ''], 'stet: --as needs a name. Nothing was done.'],
    [['show', ''], noName],
    [['show', 'a'.repeat(2000)], noName],
    [['version', 'story-1', '--name', ' '], 'stet: --name needs a name.'],
    [
      ['export', 'story-1', '--format', 'text', '--draft', '--out', '-'],
      'stet: Stet writes an export to a file, not to the output. Nothing was written. For a file of this name, write: --out ./-',
    ],
  ] as const)
    expect(await stet(...argv)).toMatchObject({ code: 1, out: '', err })
  expect(await readdir(folder)).toEqual(before)
})

test('a folder is imported without the library in it, which is named', async () => {
  const { folder, library, stet } = await commandLine()
  await mkdir(join(folder, 'desk'))
  await writeFile(join(folder, 'desk', 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await stet('import', 'desk')
  const again = await stet('import', '.', '--json')
  const why =
    'library was not imported: it is a Stet library, or in one; a story goes to another library in a bundle ' +
    '(“stet export ID --format bundle”). Nothing in the library changed.'
  expect([again.code, again.json(), again.err]).toEqual([
    2,
    {
      stories: [{ id: 'story-2', headline: 'A headline of this story', losses: [] }],
      failed: [{ path: 'library', message: why, reason: 'failed' }],
    },
    `stet: ${why}`,
  ])
  expect((await stet('import', join(library, 'stories'))).code).toBe(2)
})

test('a name with spaces around it is added and answered without them', async () => {
  const { stet } = await commandLine()
  expect((await stet('roster', 'add', ' Cid ')).out).toBe('Cid is on the roster.')
  expect((await stet('roster', 'list', '--json')).json()).toContainEqual(expect.objectContaining({ name: 'Cid' }))
})
