import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportFileSystem, type ExportFileSystem } from '../../../src/newsroom/exports/file/exportFileSystem'
import { writeExport } from '../../../src/newsroom/exports/file/writeExport'

test('a failed write is noted first, and the message says when that fails, too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-write-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const bytes = new TextEncoder().encode('Words.')
  const told: string[] = []
  const note = async (why: string): Promise<void> => void told.push(why)
  await writeExport(join(folder, 'a.txt'), bytes, note)
  expect([await readFile(join(folder, 'a.txt'), 'utf8'), await readdir(folder), told]).toEqual([
    'Words.',
    ['a.txt'],
    [],
  ])

  const nowhere = join(folder, 'none', 'a.txt')
  const message = `${nowhere} could not be written: its folder does not exist. What was there before is unchanged, and the story is safe. Choose another place.`
  await expect(writeExport(nowhere, bytes, note)).rejects.toMatchObject({ reason: 'failed', message })
  expect(told).toEqual(['its folder does not exist'])
  await expect(writeExport(nowhere, bytes, () => Promise.reject(new Error('The disk is full.')))).rejects.toMatchObject(
    { reason: 'failed', message: `${message} The history still shows it as exported: The disk is full.` },
  )
})

test.each(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EACCES', 'EPERM', 'EIO'])(
  'an export is written although its folder answers %s to open or sync',
  async (code) => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-write-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const told: string[] = []
    const note = async (why: string): Promise<void> => void told.push(why)
    const refuse = (): Promise<never> => Promise.reject(Object.assign(new Error(`simulated ${code}`), { code }))
    const closed: ExportFileSystem = {
      ...exportFileSystem,
      open: (path, flags, permissions) => (flags === 'r' ? refuse() : exportFileSystem.open(path, flags, permissions)),
    }
    const unsynced: ExportFileSystem = {
      ...exportFileSystem,
      open: (path, flags, permissions) =>
        flags === 'r'
          ? Promise.resolve({ write: refuse, sync: refuse, close: () => Promise.resolve() })
          : exportFileSystem.open(path, flags, permissions),
    }
    await writeExport(join(folder, 'a.txt'), new TextEncoder().encode('Words.'), note, closed)
    await writeExport(join(folder, 'b.txt'), new TextEncoder().encode('Others.'), note, unsynced)
    expect([
      await readFile(join(folder, 'a.txt'), 'utf8'),
      await readFile(join(folder, 'b.txt'), 'utf8'),
      await readdir(folder),
      told,
    ]).toEqual(['Words.', 'Others.', ['a.txt', 'b.txt'], []])
  },
)
