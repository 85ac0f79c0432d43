/** “Open an archive…” starts a Stet of its own on the folder that a person chose. */
import { EventEmitter } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { CALL_PARSERS } from '../../src/ipc/callParsers'
import { openArchive } from '../../src/main/calls/openArchive'
import { setLanguageOfThreads } from '../../src/main/calls/languageOfThreads'
import { keyOfLibrary } from '../../src/main/windows/keyOfLibrary'
import type { Remembered } from '../../src/main/windows/rememberedState'
import type { WindowSession } from '../../src/main/windows/windows'
import { archiveMarker } from '../../src/storage/records/archiveMarker'
import { nodeFiles } from '../../src/storage/disk/fileLayer'

const host = vi.hoisted(() => ({
  chosen: { canceled: false, filePaths: [] as string[] },
  app: { isPackaged: false, profile: '', named: false },
  started: [] as { args: readonly string[]; options: object }[],
  fails: false,
}))
vi.mock('electron', () => ({
  dialog: { showOpenDialog: () => Promise.resolve(host.chosen) },
  app: {
    commandLine: { hasSwitch: () => host.app.named },
    getPath: () => host.app.profile,
    getAppPath: () => '/stet',
    get isPackaged() {
      return host.app.isPackaged
    },
  },
}))
vi.mock('node:child_process', () => ({
  spawn: (_program: string, args: readonly string[], options: object) => {
    host.started.push({ args, options })
    const child = Object.assign(new EventEmitter(), { unref: () => undefined })
    queueMicrotask(() => (host.fails ? child.emit('error', new Error('EAGAIN')) : child.emit('spawn')))
    return child
  },
}))

const argv = process.argv
afterEach(() => {
  process.argv = argv
  vi.unstubAllEnvs()
  Object.assign(host, { started: [], fails: false, app: { isPackaged: false, profile: '', named: false } })
})

async function chosenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-open-archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  host.chosen = { canceled: false, filePaths: [folder] }
  return folder
}
async function chosenArchive(): Promise<string> {
  const folder = await chosenFolder()
  await archiveMarker(nodeFiles, folder).write({ id: 'a', of: 'l', made: '2026-10-30T09:00:00.000Z' })
  return folder
}
/** A profile of the app, as it lies on a machine. */
async function inProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'stet-profile-'))
  onTestFinished(() => rm(profile, { recursive: true, force: true }))
  host.app.profile = profile
  return profile
}
const LOOK = { positions: {}, theme: 'dark', zoom: 1.5 } as const
const open = (person?: string, remembered: Remembered = LOOK) => openArchive({ person } as WindowSession, remembered)
const rememberedIn = async (profile: string): Promise<unknown> =>
  JSON.parse(await readFile(join(profile, 'remembered.json'), 'utf8'))

test('another Stet reads the archive, for the person of this window, with no debugger and no file of this start', async () => {
  await inProfile()
  const folder = await chosenArchive()
  vi.stubEnv('STET_USER', 'Ben')
  process.argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '/stet', '--no-sandbox', '-r', 'x', 'a.stet']
  expect(await open('Ann')).toEqual({})
  expect(host.started).toEqual([
    {
      args: ['/stet', '--no-sandbox'],
      options: {
        env: { ...process.env, STET_LIBRARY: folder, STET_USER: 'Ann' },
        ...{ detached: true, stdio: 'ignore' },
      },
    },
  ])
  await open()
  expect(host.started[1]?.options).toMatchObject({ env: expect.not.objectContaining({ STET_USER: 'Ben' }) as object })
})

test.each([
  ['the app has its usual profile', false, '', []],
  ['the command line names a profile', true, '', ['libraries']],
  ['it is opened from another archive', true, 'libraries/0123', ['libraries']],
])(
  'a packaged Stet names no folder of the app. Where %s, the archive has one profile',
  async (_where, named, own, at) => {
    const profile = named ? await inProfile() : join(await inProfile(), 'libraries')
    const folder = await chosenArchive()
    host.app = { isPackaged: true, named, profile: named ? join(profile, own) : join(profile, 'key of this library') }
    process.argv = ['stet', '--user-data-dir=/profile', '--ozone-platform=wayland']
    await open('Ann')
    const ofArchive = join(profile, ...at, keyOfLibrary(folder))
    expect(host.started[0]?.args).toEqual([
      '--ozone-platform=wayland',
      ...(named ? [`--user-data-dir=${ofArchive}`] : []),
    ])
    expect(await rememberedIn(ofArchive)).toMatchObject({ library: folder })
  },
)

test('the archive looks as this window the first time, is known as a library that was there, and keeps its own look', async () => {
  const profile = await inProfile()
  const folder = await chosenArchive()
  const ofArchive = join(profile, 'libraries', keyOfLibrary(folder))
  const keys = { 'story.new': 'F2' }
  await open('Ann', { ...LOOK, language: 'ko', keys, person: 'Ann', lastStory: 's1', backup: { folder: '/b' } })
  expect([await rememberedIn(ofArchive), (await stat(ofArchive)).mode & 0o777]).toEqual([
    { positions: {}, library: folder, theme: 'dark', zoom: 1.5, language: 'ko', keys },
    0o700,
  ])
  await open('Ann', { ...LOOK, theme: 'light' })
  expect(await rememberedIn(ofArchive)).toMatchObject({ theme: 'dark' })
})

test('the language of this process does not outrank what a person chooses in the archive', async () => {
  await inProfile()
  await chosenArchive()
  vi.stubEnv('STET_LANGUAGE', undefined)
  setLanguageOfThreads('ko')
  await open('Ann')
  const { env } = host.started[0]?.options as { env: NodeJS.ProcessEnv }
  expect([process.env['STET_LANGUAGE'], 'STET_LANGUAGE' in env]).toEqual(['ko', false])
})

test('a folder that is no archive, or is gone, is named and not opened', async () => {
  const folder = await chosenFolder()
  await writeFile(join(folder, 'library.json'), '{}')
  const refused = {
    reason: 'refused',
    message: `${folder} is not an archive: it has no archive.json. Nothing was opened. Choose the folder into which the stories were moved. If they should be there, “stet doctor” on this folder says what is missing.`,
  }
  await expect(open('Ann')).rejects.toMatchObject(refused)
  await rm(folder, { recursive: true })
  await expect(open('Ann')).rejects.toMatchObject(refused)
  host.chosen = { canceled: true, filePaths: [] }
  expect([await open('Ann'), host.started]).toEqual([{}, []])
})

test('a damaged archive.json is named, and nothing is opened', async () => {
  const folder = await chosenFolder()
  await writeFile(join(folder, 'archive.json'), 'dust')
  await expect(open('Ann')).rejects.toMatchObject({ path: join(folder, 'archive.json') })
  expect(host.started).toEqual([])
})

test('when no Stet can be started, the reason is said', async () => {
  await inProfile()
  const folder = await chosenArchive()
  host.fails = true
  await expect(open('Ann')).rejects.toMatchObject({
    reason: 'failed',
    message: `The archive ${folder} was not opened: Stet could not start another window (EAGAIN). Nothing was changed. Try again.`,
  })
})

test('when the profile of the archive cannot be made, the reason is said, and no Stet is started', async () => {
  const profile = await inProfile()
  await chosenArchive()
  await writeFile(join(profile, 'libraries'), 'in the way')
  await expect(open('Ann')).rejects.toMatchObject({
    reason: 'failed',
    message: expect.stringMatching(/^The archive .* was not opened: Stet could not start another window \(/u) as string,
  })
  expect(host.started).toEqual([])
})

test('a page that names a folder is not understood', () => {
  const parser = CALL_PARSERS.openArchive()
  expect([parser.safeParse({}).success, parser.safeParse({ folder: '/old' }).success]).toEqual([true, false])
})
