import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'
import { mayBeOwned, newToken, takeLock } from '../../../src/storage/owner/libraryLock'
import { NO_SOCKET } from '../../../src/storage/owner/ownerSocket'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-owned-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const AT = '2026-10-30T09:00:00.000Z'
/** No process has this number: it is above the highest that Linux gives. */
const NOBODY = 2 ** 22 + 1
const write = (more: object): void =>
  writeFileSync(
    join(folder, 'library-1.lock'),
    JSON.stringify({ pid: NOBODY, host: hostname(), started: '', token: 't', socket: NO_SOCKET, at: AT, ...more }),
  )

it('says yes while a process has the lock, and no when it is given up', async () => {
  expect(await mayBeOwned(nodeFiles, folder)).toBe(false)
  const lock = await takeLock(nodeFiles, folder, { token: newToken(), socket: NO_SOCKET, at: AT })
  expect(await mayBeOwned(nodeFiles, folder)).toBe(true)
  await lock.release()
  expect(await mayBeOwned(nodeFiles, folder)).toBe(false)
})

it('says no for a process of this machine that ended, and yes for one of another machine that does not answer', async () => {
  write({})
  expect(await mayBeOwned(nodeFiles, folder)).toBe(false)
  write({ host: `not-${hostname()}` })
  expect(await mayBeOwned(nodeFiles, folder)).toBe(true)
})

it('says yes when nobody can tell: a lock that is being written, a folder that cannot be listed', async () => {
  writeFileSync(join(folder, 'library-1.lock'), '{"pid": 1')
  expect(await mayBeOwned(nodeFiles, folder)).toBe(true)
  expect(await mayBeOwned(nodeFiles, join(folder, 'away'))).toBe(true)
})
