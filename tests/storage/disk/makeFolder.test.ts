import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'

const codeOf = (making: Promise<void>): Promise<unknown> =>
  making.then(
    () => 'made',
    (error: unknown) => (error as NodeJS.ErrnoException).code,
  )

test.skipIf(process.platform !== 'linux')(
  'a folder on a read-only disk cannot be made because the disk is read-only, not because it is missing',
  async ({ skip }) => {
    const place = await mkdtemp(join(tmpdir(), 'stet-read-only-'))
    onTestFinished(() => rm(place, { recursive: true }))
    const disk = join(place, 'disk')
    await mkdir(disk)
    const isRoot = process.getuid?.() === 0
    if (!isRoot) await chmod(disk, 0o500)
    else {
      const mounted = await promisify(execFile)('mount', ['--bind', '-o', 'ro', disk, disk]).then(
        () => true,
        () => false,
      )
      skip(!mounted, 'root without the right to mount')
    }
    try {
      const codes = [
        await codeOf(nodeFiles.makeFolder(join(disk, 'a'))),
        await codeOf(nodeFiles.makeFolder(join(disk, 'a', 'b'))),
      ]
      expect(codes).toEqual(isRoot ? ['EROFS', 'EROFS'] : ['EACCES', 'EACCES'])
    } finally {
      if (isRoot) await promisify(execFile)('umount', [disk])
      else await chmod(disk, 0o700)
    }
  },
)

test('every folder above a new one is made', async () => {
  const place = await mkdtemp(join(tmpdir(), 'stet-folders-'))
  onTestFinished(() => rm(place, { recursive: true }))
  await nodeFiles.makeFolder(join(place, 'a', 'b'))
  expect(await nodeFiles.list(join(place, 'a'))).toEqual(['b'])
})

test.skipIf(process.platform !== 'linux')('a folder that takes no folders is named as missing, at once', async () => {
  expect(await codeOf(nodeFiles.makeFolder('/proc/stet-backups'))).toBe('ENOENT')
})

test('a file in the place of a folder is named', async () => {
  const place = await mkdtemp(join(tmpdir(), 'stet-folders-'))
  onTestFinished(() => rm(place, { recursive: true }))
  await writeFile(join(place, 'a'), '')
  expect([await codeOf(nodeFiles.makeFolder(join(place, 'a'))), await codeOf(nodeFiles.makeFolder(place))]).toEqual([
    'EEXIST',
    'made',
  ])
})
