// Lays out the installed files below a folder, as they lie below / on the user's machine.
import { createPackageWithOptions } from '@electron/asar'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../paths.mjs'
import { electronExecutable } from '../runtime/executable.mjs'
import { setFuses } from '../runtime/fuses.mjs'
import { layOutApp } from './appFolder.mjs'
import { FUSES } from './appFuses.mjs'
import { copyrightFile } from './copyright.mjs'
import { packagesInside } from './packages.mjs'
import { bashCompletion, fishCompletion, manPage, readCommands, zshCompletion } from './commandFiles.mjs'

/** Languages of Chromium's own texts. Stet speaks English and Korean. */
const LOCALES = new Set(['en-US.pak', 'en-GB.pak', 'ko.pak'])

/** Parts of Electron that an installed Stet never starts. */
const LEFT_OUT = new Set(['resources', 'electron', 'locales', 'version', 'LICENSE', 'chrome_crashpad_handler'])

const linux = join(root, 'resources', 'linux')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** @returns `{ folder, version, date }`. `date`: of the changelog's version, else today. */
export async function stage(folder) {
  const usr = join(folder, 'usr')
  const lib = join(usr, 'lib', 'stet')
  await stageElectron(lib)
  await stageApp(join(lib, 'resources'))
  const date = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000) * 1000).toISOString().slice(0, 10)
  const put = (path, bytes, mode = 0o644) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    chmodSync(file, mode)
  }
  const resource = (name) => readFileSync(join(linux, name), 'utf8')
  put('usr/bin/stet', resource('stet.sh'), 0o755)
  put('usr/bin/stet-app', resource('stet-app.sh'), 0o755)
  put('usr/share/applications/stet.desktop', resource('stet.desktop'))
  put('usr/share/mime/packages/stet.xml', resource('stet-mime.xml'))
  put(
    'usr/share/metainfo/org.stet.Stet.metainfo.xml',
    resource('org.stet.Stet.metainfo.xml').replace('@VERSION@', version).replace('@DATE@', date),
  )
  put('usr/share/icons/hicolor/512x512/apps/stet.png', readFileSync(join(root, 'resources', 'icon.png')))
  put('usr/share/icons/hicolor/scalable/apps/stet.svg', readFileSync(join(root, 'resources', 'icon.svg')))
  put(
    'usr/share/doc/stet/copyright',
    copyrightFile({
      stet: readFileSync(join(root, 'LICENSE'), 'utf8'),
      electron: readFileSync(join(lib, 'LICENSE.electron.txt'), 'utf8'),
      packages: packagesInside(join(root, 'out')),
    }),
  )
  const commands = await readCommands()
  put('usr/share/man/man1/stet.1.gz', gzipSync(manPage(commands, { version, date }), { level: 9 }))
  put('usr/share/bash-completion/completions/stet', bashCompletion(commands))
  put('usr/share/zsh/site-functions/_stet', zshCompletion(commands))
  put('usr/share/fish/vendor_completions.d/stet.fish', fishCompletion(commands))
  return { folder, version, date }
}

/** Electron's files, with its program under Stet's name and its fuses set. */
async function stageElectron(lib) {
  const electron = await electronExecutable()
  const from = dirname(electron)
  mkdirSync(join(lib, 'locales'), { recursive: true })
  for (const name of readdirSync(from))
    if (!LEFT_OUT.has(name)) cpSync(join(from, name), join(lib, name), { recursive: true, dereference: true })
  for (const name of readdirSync(join(from, 'locales')))
    if (LOCALES.has(name)) cpSync(join(from, 'locales', name), join(lib, 'locales', name))
  // Electron's own archive calls it LICENSE.
  if (!existsSync(join(lib, 'LICENSE.electron.txt'))) cpSync(join(from, 'LICENSE'), join(lib, 'LICENSE.electron.txt'))
  const program = readFileSync(electron)
  setFuses(program, FUSES)
  writeFileSync(join(lib, 'stet-app'), program)
  chmodSync(join(lib, 'stet-app'), 0o755)
}

/** The built app in one archive. What native code opens lies beside it. */
async function stageApp(resources) {
  const app = join(dirname(resources), 'app-work')
  layOutApp(app)
  mkdirSync(resources, { recursive: true })
  await createPackageWithOptions(app, join(resources, 'app.asar'), {
    unpack: '*.node',
    unpackDir: 'out/main/typeset',
  })
  rmSync(app, { recursive: true })
}
