import { join } from 'node:path'
import { expect, it } from 'vitest'
import { usedFoldersPlace } from '../../../src/storage/backup/usedFolders'

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
