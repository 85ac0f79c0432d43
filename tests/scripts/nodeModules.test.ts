import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from '../../scripts/node-modules.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-modules-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const yjs = { version: '13.6.33', integrity: 'sha512-a' }
function locked(packages: object) {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'stet' }, ...packages } }))
}
function installed(packages: object) {
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}

test('node_modules as package-lock.json wants it counts as installed', () => {
  locked({ 'node_modules/yjs': yjs })
  installed({ 'node_modules/yjs': yjs })
  expect(isInstalled(folder)).toBe(true)
})

test('a package of another platform may be missing', () => {
  locked({ 'node_modules/yjs': yjs, 'node_modules/fsevents': { version: '2.3.3', optional: true } })
  installed({ 'node_modules/yjs': yjs })
  expect(isInstalled(folder)).toBe(true)
})

test.each([
  ['another version', { 'node_modules/yjs': { ...yjs, version: '13.6.0' } }],
  ['other bytes', { 'node_modules/yjs': { ...yjs, integrity: 'sha512-b' } }],
  ['a missing package', {}],
])('%s means that npm ci has to run', (_, packages) => {
  locked({ 'node_modules/yjs': yjs })
  installed(packages)
  expect(isInstalled(folder)).toBe(false)
})

test('an installation that did not finish runs again', () => {
  locked({ 'node_modules/yjs': yjs })
  expect(isInstalled(folder)).toBe(false)
})
