import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CodeCache } from '../../src/start/codeCache'

let folder = ''
const chunk = (name: string, code: string): string => {
  const path = join(folder, 'chunks', name)
  writeFileSync(path, code)
  return path
}
/** Requires a chunk as a process does that has not loaded it. */
const requireAgain = (path: string): unknown => {
  const require = createRequire(import.meta.url)
  Reflect.deleteProperty(require.cache, path)
  return require(path) as unknown
}
const kept = (chunkName: string): string => join(folder, `compiled-${process.versions.v8}`, `${chunkName}.bin`)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-compiled-'))
  mkdirSync(join(folder, 'chunks'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a compiled chunk comes from its file in the next process, and does the same', () => {
  const path = chunk(
    'sum-abcd1234.cjs',
    'exports.sum = (a, b) => a + b; exports.here = [typeof require, __filename.endsWith("sum-abcd1234.cjs"), this === exports]',
  )
  const first = new CodeCache(folder)
  const before = requireAgain(path) as { sum: (a: number, b: number) => number; here: unknown }
  expect([before.sum(1, 2), before.here, first.compiled]).toEqual([3, ['function', true, true], ['sum-abcd1234.cjs']])
  first.keep()

  const second = new CodeCache(folder)
  const after = requireAgain(path) as typeof before
  expect([after.sum(1, 2), after.here, second.compiled]).toEqual([3, ['function', true, true], []])
})

test('a chunk finds others beside it', () => {
  chunk('inner-abcd1234.cjs', 'exports.word = "stet"')
  const path = chunk('outer-abcd1234.cjs', 'exports.word = require("./inner-abcd1234.cjs").word')
  new CodeCache(folder)
  expect(requireAgain(path)).toEqual({ word: 'stet' })
})

test('a file with one flipped bit is not used', () => {
  const path = chunk('one-abcd1234.cjs', 'exports.one = () => 1')
  const first = new CodeCache(folder)
  requireAgain(path)
  first.keep()
  const bytes = readFileSync(kept('one-abcd1234.cjs'))
  const last = bytes.length - 1
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last)
  writeFileSync(kept('one-abcd1234.cjs'), bytes)

  const second = new CodeCache(folder)
  expect([(requireAgain(path) as { one: () => number }).one(), second.compiled]).toEqual([1, ['one-abcd1234.cjs']])
})

test('a chunk of another build is compiled', () => {
  const first = new CodeCache(folder)
  requireAgain(chunk('now-abcd1234.cjs', 'exports.now = "old"'))
  first.keep()
  const second = new CodeCache(folder)
  expect([requireAgain(chunk('now-efgh5678.cjs', 'exports.now = "new"')), second.compiled]).toEqual([
    { now: 'new' },
    ['now-efgh5678.cjs'],
  ])
})

test('the files of chunks that are gone are deleted', () => {
  const first = new CodeCache(folder)
  const old = chunk('now-abcd1234.cjs', 'exports.now = "old"')
  requireAgain(old)
  first.keep()
  rmSync(old)
  const second = new CodeCache(folder)
  requireAgain(chunk('now-efgh5678.cjs', 'exports.now = "new"'))
  second.keep()
  expect(readdirSync(join(folder, `compiled-${process.versions.v8}`))).toEqual(['now-efgh5678.cjs.bin'])
})

test('chunks work in a folder that cannot be written', () => {
  const path = chunk('one-abcd1234.cjs', 'exports.one = 1')
  writeFileSync(join(folder, 'file'), '')
  const cache = new CodeCache(join(folder, 'file', 'below'))
  expect(requireAgain(path)).toEqual({ one: 1 })
  cache.keep()
  expect(readdirSync(folder).sort()).toEqual(['chunks', 'file'])
})
