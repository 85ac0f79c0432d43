import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { electronExecutable } from '../../scripts/runtime/executable.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-order-'))
  writeFileSync(join(folder, 'electron'), '')
  writeFileSync(join(folder, 'mine'), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const here = {
  platform: 'linux',
  arch: 'x64',
  env: {},
  findOfficial: async () => 'official',
  findFallback: async () => 'fallback',
} as const

test('a folder that the environment names comes first', async () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: join(folder, 'mine') }
  expect(await electronExecutable({ ...here, env })).toBe(join(folder, 'electron'))
})

test('then an executable that the environment names', async () => {
  expect(await electronExecutable({ ...here, env: { ELECTRON_EXEC_PATH: join(folder, 'mine') } })).toBe(
    join(folder, 'mine'),
  )
})

test('the official Electron comes next', async () => {
  expect(await electronExecutable(here)).toBe('official')
})

test('the fallback comes last', async () => {
  expect(await electronExecutable({ ...here, findOfficial: async () => undefined })).toBe('fallback')
})

test('an override that does not exist is an error, and no other Electron is used', async () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') }
  await expect(electronExecutable({ ...here, env })).rejects.toThrow(
    /ELECTRON_OVERRIDE_DIST_PATH is set, but there is no file/,
  )
})

test('a folder is not an executable', async () => {
  mkdirSync(join(folder, 'folder'))
  await expect(electronExecutable({ ...here, env: { ELECTRON_EXEC_PATH: join(folder, 'folder') } })).rejects.toThrow(
    /there is no file/,
  )
})

test.each([
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
] as const)('without an official Electron, %s %s is told what to do', async (platform, arch) => {
  const nothing = electronExecutable({ ...here, platform, arch, findOfficial: async () => undefined })
  await expect(nothing).rejects.toThrow(/Your checkout is unchanged.*--refresh/s)
})
