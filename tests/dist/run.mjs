// npm run dist:test : installs the .deb in a clean Debian root, runs it there as an ordinary user with Chromium's
// sandbox, upgrades and removes it, then installs the .rpm and the .tar.gz and removes them. Compares the .rpm with
// the .deb. Needs root on Debian, and a Debian mirror. A few minutes.
import { createPackage } from '@electron/asar'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianTools } from '../../scripts/debian-packages.mjs'
import { log, runAsScript, ScriptError } from '../../scripts/log.mjs'
import { root } from '../../scripts/paths.mjs'
import { checkBuilderConfig } from './builderSchema.mjs'
import { checkLicencesInside } from './licencesInside.mjs'

const dist = join(root, 'dist')
const clean = join(dist, 'debian')
const here = import.meta.dirname
const mirror = process.env.DEBIAN_MIRROR ?? 'http://deb.debian.org/debian'

/** The root of a mount namespace. A chroot can make no user namespaces, which the sandbox needs. */
const ENTER = `mount --bind . . && cd "$PWD" && mkdir -p old && pivot_root . old &&
  mount -t proc proc /proc && mount -t sysfs sys /sys && mount --rbind /old/dev /dev && mount -t tmpfs tmpfs /tmp &&
  mount -t tmpfs tmpfs /run && umount -l /old && exec /bin/bash /test/inside.sh`

await runAsScript(async () => {
  if (process.getuid?.() !== 0) throw new ScriptError('This makes a Debian root and installs into it: run it as root.')
  await ensureDebianTools(['debootstrap', 'rpm'])
  const deb = built(/^stet_.*_amd64\.deb$/)
  const tarball = built(/^stet-.*-linux-x64\.tar\.gz$/)
  await checkBuilderConfig()
  const rpm = built(/^stet-.*\.x86_64\.rpm$/)
  sameFiles(deb, rpm)
  checkLicencesInside(archiveIn(deb))
  makeRoot()
  const test = join(clean, 'test')
  mkdirSync(test)
  copyFileSync(deb, join(test, 'stet.deb'))
  copyFileSync(rpm, join(test, 'stet.rpm'))
  copyFileSync(tarball, join(test, 'stet.tar.gz'))
  for (const name of readdirSync(here).filter((name) => /\.(?:sh|md)$/.test(name)))
    copyFileSync(join(here, name), join(test, name))
  writeFileSync(join(test, 'probe.html'), '<!doctype html><title>Probe</title>\n')
  await createPackage(join(here, 'probe'), join(test, 'probe.asar'))
  const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'sh', '-c', ENTER], {
    cwd: clean,
    stdio: 'inherit',
  })
  if (status !== 0) throw new ScriptError(`The package failed its test (${status}).`)
  for (const folder of [clean, join(dist, 'inside')]) rmSync(folder, { recursive: true, force: true })
})

function built(pattern) {
  const name = readdirSync(dist).find((one) => pattern.test(one))
  if (name === undefined) throw new ScriptError(`There is no ${pattern.source} in dist/. Run: npm run dist`)
  return join(dist, name)
}

/** @returns the path of app.asar as the package has it. */
function archiveIn(deb) {
  const folder = join(dist, 'inside')
  rmSync(folder, { recursive: true, force: true })
  execFileSync('dpkg-deb', ['-x', deb, folder])
  return join(folder, 'usr', 'lib', 'stet', 'resources', 'app.asar')
}

/** The .rpm is whole, and installs what the .deb does, but for the AppArmor profile. */
function sameFiles(deb, rpm) {
  const read = (program, args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n')
  execFileSync('rpm', ['-K', '--nosignature', rpm])
  const ofRpm = read('rpm', ['-qp', '--qf', '[%{FILEMODES:perms} %{FILENAMES}\\n]', rpm]).filter(isFile)
  const ofDeb = read('dpkg-deb', ['-c', deb])
    .filter(isFile)
    .map((line) => line.replace(/^(\S+) .* \.\/(.*)$/, '$1 /$2'))
    .filter((line) => !line.includes('/etc/apparmor.d/'))
  const only = (these, those) => these.filter((line) => !those.includes(line))
  const differ = [
    ...only(ofDeb, ofRpm).map((line) => `deb ${line}`),
    ...only(ofRpm, ofDeb).map((line) => `rpm ${line}`),
  ]
  if (differ.length > 0) throw new ScriptError(`The .deb and the .rpm differ:\n${differ.join('\n')}`)
  log(`ok   the .rpm has the files of the .deb (${ofRpm.length})`)
}
function isFile(line) {
  return line.startsWith('-')
}

/** A Debian of which only the base is installed. It is kept as an archive for the next time. */
function makeRoot() {
  const bare = join(dist, 'debian-bare.tar')
  rmSync(clean, { recursive: true, force: true })
  mkdirSync(clean, { recursive: true })
  if (existsSync(bare)) execFileSync('tar', ['-C', clean, '-xf', bare])
  else {
    log('Making a clean Debian')
    const args = ['--variant=minbase', 'trixie', clean, mirror]
    execFileSync('debootstrap', args, { stdio: ['ignore', 'ignore', 'inherit'] })
    execFileSync('tar', ['-C', clean, '-cf', bare, '.'])
  }
  writeFileSync(join(clean, 'etc', 'apt', 'sources.list'), `deb ${mirror} trixie main\n`)
  // This machine's own way to the mirror.
  for (const name of ['/etc/resolv.conf', '/etc/hosts']) if (existsSync(name)) copyFileSync(name, join(clean, name))
  for (const folder of ['/etc/apt/apt.conf.d', '/usr/local/share/ca-certificates', '/etc/ssl/certs'])
    if (existsSync(folder)) cpSync(folder, join(clean, folder), { recursive: true, dereference: true })
}
