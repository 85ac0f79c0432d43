import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localMinute } from '../../../src/story/text/format/localMinute'
import { commandLine } from '../run/terminal'

test('a library is backed up and restored from the command line, and reads the same', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes, she said.')
  await cli.stet('import', 'a.txt')
  const made = await cli.stet('backup', '--to', 'stick', '--json')
  expect([made.code, made.json()]).toEqual([
    0,
    expect.objectContaining({
      number: 1,
      folder: join(cli.folder, 'stick'),
      made: expect.stringMatching(/^2026-10-30T09:00/),
      notes: [],
    }),
  ])
  expect((await cli.stet('backup', '--to', 'stick')).out).toMatch(
    /^Backup 2 in .*stick: \d+ files, \d+ bytes, \d+ of them new\. Every file was read back/,
  )
  const back = await cli.stet('backup', 'restore', 'stick', '--to', 'again')
  const again = join(cli.folder, 'again')
  expect([back.code, back.out]).toEqual([0, expect.stringContaining(`is now the library ${again}`)])
  expect(back.out).toContain(`Backup 2 of ${localMinute('2026-10-30T09:00:00Z')} is now`)
  expect(back.out.split('\n').slice(1)).toEqual([
    `The library that was backed up is still in ${cli.library}. Go on with one of the two only: Stet does not notice that a library exists twice.`,
    `Next: point STET_LIBRARY to ${again}, run “stet doctor”, and choose a folder for its backups. Until then no backup is made automatically.`,
  ])
  const inside = await cli.stet('backup', 'restore', 'stick', '--to', 'library/again')
  expect([inside.code, inside.err]).toEqual([2, expect.stringContaining(`is inside the library ${cli.library}.`)])
  const there = { STET_LIBRARY: join(cli.folder, 'again') }
  expect((await cli.stetWith(there, 'show', 'story-1', '--json')).json()).toEqual(
    (await cli.stet('show', 'story-1', '--json')).json(),
  )
  expect((await cli.stetWith(there, 'doctor')).out).toContain('Every file is in order.')
})

test('a backup that cannot be made is named, and nothing is made', async () => {
  const cli = await commandLine()
  await cli.stet('roster', 'add', 'Reporter')
  expect(await cli.stet('backup')).toMatchObject({
    code: 1,
    err: 'stet: --to is missing. Usage: stet backup --to FOLDER [--new]',
  })
  expect(await cli.stet('backup', '--to', 'not/there')).toMatchObject({
    code: 2,
    err: expect.stringContaining(
      'it does not exist. The library and the earlier backups are unchanged. Plug in the drive again',
    ),
  })
  expect(await cli.stet('backup', 'restore', 'nowhere', '--to', 'again')).toMatchObject({
    code: 2,
    err: expect.stringContaining('it does not exist'),
  })
})

test('an empty folder that had backups is refused, also to the next command, and --new begins there', async () => {
  const cli = await commandLine()
  await cli.stet('roster', 'add', 'Reporter')
  const stick = join(cli.folder, 'stick')
  expect((await cli.stet('backup', '--to', 'stick')).code).toBe(0)
  const refused = (what: string) => ({ code: 2, err: expect.stringContaining(`${stick}: ${what}`) as string })
  const gone =
    'the earlier backups are missing here. The library is unchanged, and no new backup was started. ' +
    'Plug in the drive again, or choose another folder. “stet backup --new” begins new backups in this one.'
  await rm(stick, { recursive: true })
  expect(await cli.stet('backup', '--to', 'stick')).toMatchObject(refused('it does not exist.'))
  await mkdir(stick)
  expect(await cli.stet('backup', '--to', 'stick')).toMatchObject(refused(gone))
  expect(await readdir(stick)).toEqual([])
  expect((await cli.stet('backup', '--to', 'other')).code).toBe(0)
  expect((await cli.stet('backup', '--to', 'stick', '--new', '--json')).json()).toMatchObject({ number: 1 })
  expect((await cli.stet('backup', '--to', 'stick', '--json')).json()).toMatchObject({ number: 2 })
})

test('a memory that cannot be read lets no empty folder pass for a new one', async () => {
  const cli = await commandLine()
  await cli.stet('roster', 'add', 'Reporter')
  await cli.stet('backup', '--to', 'stick')
  const memory = join(cli.cache, 'state', 'stet', 'backups')
  for (const name of await readdir(memory)) await writeFile(join(memory, name), '{"folders": [')
  expect((await cli.stet('backup', '--to', 'stick')).code).toBe(0)
  await rm(join(cli.folder, 'stick'), { recursive: true })
  await mkdir(join(cli.folder, 'stick'))
  for (const name of await readdir(memory)) await writeFile(join(memory, name), '{"folders": [')
  expect((await cli.stet('backup', '--to', 'stick')).code).toBe(2)
})

test('a folder inside the library is refused, also when the library is named by a link', async () => {
  const cli = await commandLine()
  await cli.stet('roster', 'add', 'Reporter')
  const link = { STET_LIBRARY: join(cli.folder, 'link') }
  await symlink(cli.library, link.STET_LIBRARY)
  const inside = join(cli.library, 'backups')
  for (const folder of [inside, join(link.STET_LIBRARY, 'backups')])
    expect(await cli.stetWith(link, 'backup', '--to', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${folder} is inside the folder of a library. Nothing was changed`) as string,
    })
  expect(await readdir(cli.library)).not.toContain('backups')
})

test('a restore names the stories that were killed since', async () => {
  const { stet, folder } = await commandLine()
  await writeFile(join(folder, 'tug.txt'), 'The tug left\n\nThe harbour was quiet\n\nThe tug left at noon.')
  await stet('import', 'tug.txt')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('set', 'story-1', 'slug', 'tug')
  await stet('set', 'story-1', 'byline', 'Reporter')
  await stet('move', 'story-1', 'filed')
  for (const to of ['inReview', 'cleared', 'published']) await stet('move', 'story-1', to, '--as', 'Editor')
  await stet('backup', '--to', 'stick')
  await stet('kill', 'story-1', '--text', 'All wrong.', '--as', 'Editor')
  expect((await stet('backup', 'restore', 'stick', '--to', 'again')).out).toContain(
    'These stories were killed after the backup was made, and are not killed in this library: story-1. ' +
      'Kill or spike each of them before anything else.',
  )
})
