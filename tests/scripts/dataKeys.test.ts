/**
 * The minifier takes the quotation marks off keys that are letters in the newest Unicode. The oldest Chromium that Stet
 * supports does not know the newest letters, and then the window does not start.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '..', '..', 'src')

test('keys of data files are ASCII', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!tsconfig[^/\\]*)\.json$/.test(name),
  )
  expect(files.length).toBeGreaterThan(5)
  const keys = files.flatMap((name) => keysOf(JSON.parse(readFileSync(join(src, name), 'utf8'))))
  expect(keys.filter((key) => /[^ -~]/.test(key))).toEqual([])
})

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(keysOf)]
}
