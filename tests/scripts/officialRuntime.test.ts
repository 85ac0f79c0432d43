import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officialRuntime } from '../../scripts/runtime/official.mjs'

const hour = 60 * 60 * 1000
let folder: string
let reported: string[]
let cache: string
let modules: string
beforeEach(() => {
  reported = []
  folder = mkdtempSync(join(tmpdir(), 'stet-official-'))
  cache = join(folder, 'cache')
  modules = join(folder, 'node_modules')
  mkdirSync(join(modules, 'electron'), { recursive: true })
  writeFileSync(join(modules, 'electron', 'package.json'), '{"version":"45.0.0"}')
  for (const file of ['install.js', 'checksums.json']) writeFileSync(join(modules, 'electron', file), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fillsIn(version: string) {
  return async (into: string) => {
    mkdirSync(join(into, 'dist'))
    writeFileSync(join(into, 'dist', 'electron'), '')
    writeFileSync(join(into, 'dist', 'version'), version)
    writeFileSync(join(into, 'path.txt'), 'electron')
  }
}
const unreachable = async () => {
  throw new Error('fetch failed')
}
const mustNotRun = async () => {
  throw new Error('was asked to fetch')
}

type Install = (into: string) => Promise<void>
const runtime = (install: Install, options: { readonly now?: number; readonly refresh?: boolean } = {}) =>
  officialRuntime({ cache, modules, install, report: (line: string) => reported.push(line), ...options })

test('an Electron in node_modules is used', async () => {
  await fillsIn('45.0.0')(join(modules, 'electron'))
  expect(await runtime(mustNotRun)).toBe(join(modules, 'electron', 'dist', 'electron'))
})

test('an Electron of another version in node_modules is not used, and the failed fetch is reported', async () => {
  await fillsIn('44.0.0')(join(modules, 'electron'))
  expect(await runtime(unreachable)).toBeUndefined()
  expect(reported).toEqual([
    'Fetching Electron 45.0.0',
    'Electron 45.0.0 could not be fetched (fetch failed). Stet tries again in a day, ' +
      'or at once with: node scripts/electron.mjs --refresh',
  ])
})

test('Electron is fetched into the cache, once', async () => {
  const first = await runtime(fillsIn('45.0.0'))
  expect(first?.startsWith(cache)).toBe(true)
  expect(existsSync(String(first))).toBe(true)
  expect(await runtime(mustNotRun)).toBe(first)
})

test('a failed fetch is not tried again for a day, except with refresh', async () => {
  let asked = 0
  const install = async () => {
    asked++
    throw new Error('fetch failed')
  }
  const at = (now: number, refresh = false) => runtime(install, { now, refresh })
  const start = Date.parse('2026-01-01T00:00:00Z')
  await at(start)
  await at(start + 23 * hour)
  expect(asked).toBe(1)
  await at(start + 23 * hour, true)
  expect(asked).toBe(2)
  await at(start + 48 * hour)
  expect(asked).toBe(3)
})

test('an install script that leaves no executable counts as a failed fetch', async () => {
  expect(await runtime(async () => {})).toBeUndefined()
})
