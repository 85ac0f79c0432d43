/** Before stories are moved to an archive, the library says whether anything can be written there. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkArchiveFolder } from '../../../src/storage/backup/archiveStories'
import { faultyFiles } from '../faultyFiles'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-archive-'))
  await mkdir(join(folder, 'library'))
})
afterEach(() => rm(folder, { recursive: true }))

const look = (to: string, code?: string): Promise<void> => {
  const { files } = faultyFiles({
    strike: (operation, path, mode) =>
      operation === 'open' && mode === 'new' && dirname(path).startsWith(folder) ? code : undefined,
  })
  return checkArchiveFolder({ files, folder: join(folder, 'library'), library: 'l' }, to)
}

describe('The look before stories are moved to an archive', () => {
  it('refuses a folder that takes no file, and one that cannot be made', async () => {
    const there = join(folder, 'there')
    await mkdir(there)
    await expect(look(there, 'EROFS')).rejects.toMatchObject({ name: 'StorageError', path: there })
    await expect(look(join(folder, 'missing'), 'EACCES')).rejects.toMatchObject({ name: 'StorageError' })
  })

  it('leaves nothing in a folder that takes files, and makes none', async () => {
    const there = join(folder, 'there')
    await mkdir(there)
    await look(there)
    await look(join(folder, 'missing'))
    expect([await readdir(there), (await readdir(folder)).toSorted()]).toEqual([[], ['library', 'there']])
  })
})
