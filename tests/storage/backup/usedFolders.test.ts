import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { UsedFolders, usedFoldersPlace } from '../../../src/storage/backup/usedFolders'

it('what is remembered of backups lies where the machine keeps what programs remember', () => {
  const home = { HOME: '/home/ida' }
  expect([
    usedFoldersPlace(home, 'linux'),
    usedFoldersPlace({ ...home, XDG_STATE_HOME: '/state' }, 'linux'),
    usedFoldersPlace(home, 'darwin'),
    usedFoldersPlace({ ...home, LOCALAPPDATA: '/local' }, 'win32'),
    usedFoldersPlace(home, 'win32'),
  ]).toEqual(
    [
      '/home/ida/.local/state',
      '/state',
      '/home/ida/Library/Application Support',
      '/local',
      '/home/ida/AppData/Local',
    ].map((folder) => join(folder, 'stet', 'backups')),
  )
})

it('the folders of a library and its last backup are remembered, and those of another library are not touched', async () => {
  const place = await mkdtemp(join(tmpdir(), 'stet-used-'))
  onTestFinished(() => rm(place, { recursive: true, force: true }))
  const used = new UsedFolders(place)
  const now = '2026-10-30T12:00:00.000Z'
  expect([await used.known('one', now), await used.has('one', '/stick')]).toEqual([{ folders: [] }, false])
  // The folder that a person chose has other files, so the backups are in one below it.
  const first = { folder: '/stick/Stet backup', made: '2026-10-30T09:00:00.000Z' }
  await used.add('one', '/stick', first)
  expect(await used.known('one', now)).toEqual({ folders: ['/stick'], last: { ...first, hours: 3 } })
  const second = { folder: '/stick/Stet backup', made: '2026-10-30T11:30:00.000Z' }
  await used.add('one', '/stick', second)
  expect(await used.known('one', now)).toEqual({ folders: ['/stick'], last: { ...second, hours: 0 } })
  expect([await used.list('one'), await used.has('one', '/stick'), await used.known('two', now)]).toEqual([
    ['/stick'],
    true,
    { folders: [] },
  ])
})
