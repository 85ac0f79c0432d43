import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexFolder } from '../../../src/storage/storyIndex/file/indexFolder'

const base = (env: Record<string, string>, platform: NodeJS.Platform): string =>
  indexFolder('/no/such/library', env, platform).replace(/[0-9a-f]{32}$/, 'HASH')

it('lies where this machine keeps what can be made again', () => {
  expect([
    base({ HOME: '/home/ida' }, 'linux'),
    base({ HOME: '/home/ida', XDG_CACHE_HOME: '/fast' }, 'linux'),
    base({ HOME: '/Users/ida' }, 'darwin'),
    base({ LOCALAPPDATA: '/local' }, 'win32'),
  ]).toEqual([
    join('/home/ida', '.cache', 'stet', 'index', 'HASH'),
    join('/fast', 'stet', 'index', 'HASH'),
    join('/Users/ida', 'Library', 'Caches', 'stet', 'index', 'HASH'),
    join('/local', 'stet', 'index', 'HASH'),
  ])
})

it.skipIf(process.platform === 'win32')(
  'is the same for all names of a library, and another for another library',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-index-'))
    symlinkSync(folder, `${folder}-link`)
    expect(indexFolder(`${folder}-link`)).toBe(indexFolder(folder))
    expect(indexFolder(join(folder, 'other'))).not.toBe(indexFolder(folder))
    rmSync(`${folder}-link`)
    rmSync(folder, { recursive: true })
  },
)
