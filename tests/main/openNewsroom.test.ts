/**
 * How the app opens a library that another process has.
 * Real files and locks: the wait for a command is over at once.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { openNewsroom, type OpenedNewsroom } from '../../src/main/start/openNewsroom'
import { clockFrom } from '../../src/newsroom/environment/clock'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { runAction } from '../../src/newsroom/runAction'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { mayBeOwned } from '../../src/storage/owner/libraryLock'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const NOW = '2026-10-30T09:00:00.000Z'

async function library() {
  const scratch = await mkdtemp(join(tmpdir(), 'stet-open-'))
  const folder = join(scratch, 'library')
  vi.stubEnv('XDG_CACHE_HOME', join(scratch, 'cache'))
  vi.stubEnv('XDG_STATE_HOME', join(scratch, 'state'))
  vi.stubEnv('STET_NOW', NOW)
  onTestFinished(() => rm(scratch, { recursive: true, force: true }))
  /** Another process that owns the library. */
  const own = (brief: boolean) =>
    openLibrary({ folder, create: true, person: 'Ida', now: () => NOW, newId: (kind) => kind, brief })
  return { folder, own }
}

/** The clock jumps past the time that the app waits for a command. */
async function open(folder: string): Promise<OpenedNewsroom> {
  let now = Date.parse(NOW)
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 20_000))
  const opened = await openNewsroom({
    ...{ folder, person: 'Ida', known: true, launch: {}, onSecondLaunch: () => undefined },
  })
  vi.restoreAllMocks()
  if (opened === 'handedOver') throw new Error('Nobody took over.')
  onTestFinished(() => opened.newsroom.close())
  return opened
}

test('a library that a command has for long is read, and the reason names the command', async () => {
  const { folder, own } = await library()
  const command = await own(true)
  const { readOnly, newsroom } = await open(folder)
  expect([readOnly, newsroom.store.writable]).toEqual([
    {
      why: expect.stringMatching(
        /^A Stet command \(process \d+ on .+, since (?:29|30) Oct 2026 \d\d:\d\d\) is using .+library\. You can read here, but not write\. When the command has ended, this window says so\. Until Stet is restarted, an open story does not show what is written there meanwhile\.$/,
      ) as string,
      inUse: true,
    },
    false,
  ])
  expect(await mayBeOwned(nodeFiles, folder)).toBe(true)
  await command.close()
  expect(await mayBeOwned(nodeFiles, folder)).toBe(false)
})

test('a library that is only read says what this computer knows of its backups', async () => {
  const { folder, own } = await library()
  const command = await Newsroom.open({ store: await own(true), clock: clockFrom(NOW), ids: sequentialIds })
  onTestFinished(() => command.close())
  const { newsroom } = await open(folder)
  const stick = join(dirname(folder), 'stick')
  await newsroom.usedFolders?.add(newsroom.library.libraryKey ?? '', stick, { folder: stick, made: NOW })
  const { backups } = await runAction(newsroom, '', 'library.doctor', {})
  expect(backups).toEqual({ folders: [stick], last: { folder: stick, made: NOW, hours: 0 } })
})

test('a library that nobody has is written', async () => {
  const { folder, own } = await library()
  await (await own(true)).close()
  const { readOnly, newsroom } = await open(folder)
  expect([readOnly, newsroom.store.writable]).toEqual([undefined, true])
})
