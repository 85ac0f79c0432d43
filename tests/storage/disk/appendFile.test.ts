/** A file that only grows, on a disk that fails. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppendFile, FileHandlePool } from '../../../src/storage/disk/appendFile'
import type { FileLayer } from '../../../src/storage/disk/fileLayer'
import { faultyFiles } from '../faultyFiles'

test('a file whose size cannot be read is closed again, and the next append writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-append-'))
  const path = join(folder, 'changes.log')
  await writeFile(path, 'abc')
  const { files: faulty, faults } = faultyFiles()
  let open = 0
  const files: FileLayer = {
    ...faulty,
    open: async (name, mode) => {
      const file = await faulty.open(name, mode)
      open++
      return { ...file, close: () => file.close().finally(() => void open--) }
    },
  }
  const pool = new FileHandlePool()
  const appended = new AppendFile(files, path, pool, 3)
  faults.strike = (operation) => (operation === 'facts' ? 'EIO' : undefined)
  await expect(appended.append(new Uint8Array([100]))).rejects.toThrow(path)
  expect([open, appended.length]).toEqual([0, 3])
  faults.strike = () => undefined
  await appended.append(new Uint8Array([100]))
  await pool.closeAll()
  expect([open, appended.length]).toEqual([0, 4])
  await rm(folder, { recursive: true })
})
