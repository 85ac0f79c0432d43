// node scripts/dist/appFolder.mjs : lays out dist/app, the folder that electron-builder packs on Windows and macOS.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { log, runAsScript } from '../log.mjs'
import { ensureNodeModules } from '../node-modules.mjs'
import { isMain, root } from '../paths.mjs'
import { loadedOn } from './packages.mjs'

/** Types are of no use to a program. A package's own packages are named one by one. */
const outside = (path) =>
  !/\.d\.ts$|\.map$/.test(path) &&
  !/node_modules\/.*\/node_modules$/.test(path.replaceAll('\\', '/').slice(root.length))

/** The built app as it lies in the archive: its programs, the window, and what is loaded by name while it runs. */
export function layOutApp(folder, { loaded = loadedOn() } = {}) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(root, 'out', part), join(folder, 'out', part), { recursive: true })
  cpSync(join(root, 'resources', 'icon.png'), join(folder, 'resources', 'icon.png'))
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  cpSync(join(root, 'resources', 'entry.cjs'), join(folder, 'entry.cjs'))
  for (const at of loaded) cpSync(join(root, at), join(folder, at), { recursive: true, filter: outside })
  const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const about = { name: 'stet', productName: 'Stet', version, description, author: 'The Stet contributors' }
  const json = JSON.stringify({ ...about, license: 'MIT', main: 'entry.cjs' }, undefined, 2)
  writeFileSync(join(folder, 'package.json'), `${json}\n`)
}

if (isMain(import.meta.url))
  await runAsScript(async () => {
    await ensureNodeModules()
    await ensureBuilt()
    layOutApp(join(root, 'dist', 'app'))
    // electron-builder copies it as it is.
    chmodSync(join(root, 'resources', 'mac', 'stet.sh'), 0o755)
    log('dist/app is laid out')
  })
