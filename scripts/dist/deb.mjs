import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { runTool, sizeOf } from './tools.mjs'

/** The libraries that Electron loads, under the names of Debian 12, Debian 13 and Ubuntu 24.04. */
const DEPENDS = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatk1.0-0t64 | libatk1.0-0',
  'libc6 (>= 2.28)',
  'libcairo2',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0t64 | libglib2.0-0',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'xdg-utils',
]

/** @returns the path of the package. */
export async function buildDeb({ folder, version }, { dist, work }) {
  const at = join(work, 'deb')
  cpSync(folder, at, { recursive: true })
  const apparmor = join(at, 'etc', 'apparmor.d')
  mkdirSync(apparmor, { recursive: true })
  cpSync(join(root, 'resources', 'linux', 'apparmor'), join(apparmor, 'stet'))
  chmodSync(join(at, 'usr/lib/stet/chrome-sandbox'), 0o4755)
  const control = join(at, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(
    join(control, 'control'),
    [
      'Package: stet',
      `Version: ${version}`,
      'Architecture: amd64',
      'Maintainer: The Stet contributors <stet@localhost>',
      `Installed-Size: ${Math.ceil(sizeOf(at) / 1024)}`,
      `Depends: ${DEPENDS.join(', ')}`,
      'Recommends: fonts-noto-cjk',
      'Section: editors',
      'Priority: optional',
      'Description: newsroom for people who have to be right',
      ' Reporters write offline and tag every statement that can be checked. Editors and',
      ' checkers review these facts with their evidence. Finished stories leave in the',
      ' formats of wires and websites.',
      '',
    ].join('\n'),
  )
  writeFileSync(join(control, 'conffiles'), '/etc/apparmor.d/stet\n')
  for (const name of ['postinst', 'prerm']) {
    writeFileSync(join(control, name), readFileSync(join(root, 'resources', 'linux', `deb-${name}.sh`)))
    chmodSync(join(control, name), 0o755)
  }
  const file = join(dist, `stet_${version}_amd64.deb`)
  await runTool('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z12', '--build', at, file], 'apt install dpkg')
  return file
}
