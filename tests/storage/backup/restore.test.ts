/** A restore that fails says what happened, that nothing was made, and what to do next. */
import { mkdir, readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { restoreBackup, type RestoreOptions } from '../../../src/storage/backup/restoreBackup'
import { HEADER, typing } from '../../contracts/storyStore'
import { faultyFiles, type Strike } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

const NOTHING = 'Nothing was created, and the backups are unchanged.'
let library: Throwaway
let stick: string
let above: string

beforeEach(async () => {
  library = await throwawayLibrary()
  above = dirname(library.folder)
  stick = join(above, 'stick')
  await mkdir(stick)
  const store = await library.open()
  await store.createStory(HEADER, typing('Busan').state())
  await store.backUp({ to: stick, at: '2026-10-30T09:00:00.000Z' })
  await store.close()
})
afterEach(() => library.remove())

/** What a restore into the folder `again` says, and what lies beside the backups afterwards. */
async function restore(strike: Strike, options: Partial<RestoreOptions> = {}) {
  const { files } = faultyFiles({ strike })
  const said = await restoreBackup({ files, folder: stick, to: join(above, 'again'), ...options }).then(
    () => 'restored',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )
  return { said: said.replaceAll(above, ''), left: (await readdir(above)).sort() }
}
const isNew = (path: string): boolean => path.startsWith(join(above, '.again.'))

test.each<readonly [string, Strike, string]>([
  [
    'no room is left',
    (operation, path) => (operation === 'write' && isNew(path) ? 'ENOSPC' : undefined),
    `/again: the disk is full. ${NOTHING} Free some space there, or restore into a folder on another drive.`,
  ],
  [
    'the drive of the new folder is read-only',
    (operation, path) => (operation === 'makeFolder' && isNew(path) ? 'EROFS' : undefined),
    `/again: the disk is read-only. ${NOTHING} Restore into a folder on a drive to which you may write.`,
  ],
  [
    'the files of the backups belong to another account',
    (operation, path) => (operation === 'list' && path === stick ? 'EACCES' : undefined),
    `/stick: Stet is not allowed to use it. ${NOTHING} Give your account access to the folder: on another computer its files may belong to another account.`,
  ],
])('nothing is restored when %s', async (_when, strike, said) => {
  expect(await restore(strike)).toEqual({ said, left: ['library', 'stick'] })
})

test('an error of the drive with the backups names its file, and not the new folder', async () => {
  const { said, left } = await restore((operation, path) =>
    operation === 'readAt' && path.includes('content') ? 'EIO' : undefined,
  )
  expect([said.replace(/[0-9a-f]{64}/, 'HASH').replace(/\/[0-9a-f]{2}\//, '/HH/'), left]).toEqual([
    `/stick/content/HH/HASH: the disk reports an error. ${NOTHING} Copy the folder of backups to another drive, as far as it can be read, and restore from there.`,
    ['library', 'stick'],
  ])
})

test('the folder above the new library is missing', async () => {
  const { said } = await restore(() => undefined, { to: join(above, 'not', 'there') })
  expect(said).toBe(`/not: it does not exist. ${NOTHING} Create this folder first, or plug in its drive.`)
})

test('a folder inside the backups is refused', async () => {
  const { said } = await restore(() => undefined, { to: join(stick, 'again') })
  expect([said, (await readdir(stick)).includes('again')]).toEqual([
    `/stick/again: it is inside the folder of backups. ${NOTHING} Name a folder elsewhere, preferably on another drive.`,
    false,
  ])
})

test('two restores into the same folder: one makes it, and the other says that it is not empty', async () => {
  const both = await Promise.all([restore(() => undefined), restore(() => undefined)])
  expect([both.map(({ said }) => said).sort(), (await readdir(above)).sort()]).toEqual([
    [`/again: the folder is not empty. ${NOTHING} Name a folder that does not exist yet.`, 'restored'],
    ['again', 'library', 'stick'],
  ])
})

test('what is stopped leaves nothing behind', async () => {
  const control = new AbortController()
  const stopped = await restore(() => undefined, { stopped: control.signal, progress: () => control.abort() })
  expect(stopped).toEqual({
    said: `/again: you stopped the restore. ${NOTHING} Run the command again.`,
    left: ['library', 'stick'],
  })
})

test('the library that was backed up is named while it is still there', async () => {
  const original = async (name: string) => (await restoreBackup({ folder: stick, to: join(above, name) })).original
  const here = await original('again')
  await rename(library.folder, join(above, 'elsewhere'))
  expect([here, await original('once more')]).toEqual([library.folder, undefined])
})
