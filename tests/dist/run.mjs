// npm run dist:test : installs the .deb in a clean Debian root, runs it there as an ordinary user with Chromium's
// sandbox, upgrades and removes it. Needs root on Debian, debootstrap, and the package mirror. About five minutes.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { log, runAsScript, ScriptError } from '../../scripts/log.mjs'
import { root } from '../../scripts/paths.mjs'

const dist = join(root, 'dist')
const clean = join(dist, 'debian')
const here = import.meta.dirname

const mirror = process.env.DEBIAN_MIRROR ?? 'http://deb.debian.org/debian'

await runAsScript(() => {
  if (process.getuid?.() !== 0) throw new ScriptError('This makes a Debian root and installs into it: run it as root.')
  const deb = readdirSync(dist).find((name) => /^stet_.*_amd64\.deb$/.test(name))
  if (deb === undefined) throw new ScriptError('There is no package in dist/. Run: npm run dist -- deb')
  const bare = join(dist, 'debian-bare.tar')
  rmSync(clean, { recursive: true, force: true })
  mkdirSync(clean, { recursive: true })
  if (!existsSync(bare)) {
    log('Making a clean Debian')
    execFileSync('debootstrap', ['--variant=minbase', 'trixie', clean, mirror], { stdio: ['ignore', 'ignore', 'inherit'] })
    execFileSync('tar', ['-C', clean, '-cf', bare, '.'])
  } else execFileSync('tar', ['-C', clean, '-xf', bare])
  // The machine's own way to the mirror.
  writeFileSync(join(clean, 'etc', 'apt', 'sources.list'), `deb ${mirror} trixie main\n`)
  for (const name of ['/etc/resolv.conf', '/etc/hosts'])
    if (existsSync(name)) copyFileSync(name, join(clean, name))
  for (const folder of ['/etc/apt/apt.conf.d', '/usr/local/share/ca-certificates', '/etc/ssl/certs'])
    if (existsSync(folder)) cpSync(folder, join(clean, folder), { recursive: true, dereference: true })
  mkdirSync(join(clean, 'test'), { recursive: true })
  copyFileSync(join(dist, deb), join(clean, 'test', 'stet.deb'))
  for (const name of ['inside.sh', 'ferry strike.md']) copyFileSync(join(here, name), join(clean, 'test', name))
  // A chroot has no user namespaces of its own. The root of a mount namespace has.
  const enter = `mount --bind ${clean} ${clean} && cd ${clean} && mkdir -p old && pivot_root . old &&
    mount -t proc proc /proc && mount -t sysfs sys /sys && mount --rbind /old/dev /dev && mount -t tmpfs tmpfs /tmp &&
    mount -t tmpfs tmpfs /run && umount -l /old && exec /bin/bash /test/inside.sh`
  const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'sh', '-c', enter], { stdio: 'inherit' })
  if (status !== 0) throw new ScriptError(`The package failed its test (${status}).`)
  rmSync(clean, { recursive: true, force: true })
})
