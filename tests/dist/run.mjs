// npm run dist:test : installs the .deb in a clean Debian root, runs it there as an ordinary user with Chromium's
// sandbox, upgrades and removes it. Needs root on Debian, debootstrap, and the package mirror. About five minutes.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { log, runAsScript, ScriptError } from '../../scripts/log.mjs'
import { root } from '../../scripts/paths.mjs'

const dist = join(root, 'dist')
const clean = join(dist, 'debian')
const here = import.meta.dirname

const LIST = ['deb http://deb.debian.org/debian trixie main']

await runAsScript(() => {
  if (process.getuid?.() !== 0) throw new ScriptError('This makes a Debian root and installs into it: run it as root.')
  const deb = readdirSync(dist).find((name) => /^stet_.*_amd64\.deb$/.test(name))
  if (deb === undefined) throw new ScriptError('There is no package in dist/. Run: npm run dist -- deb')
  const bare = join(dist, 'debian-bare.tar')
  rmSync(clean, { recursive: true, force: true })
  mkdirSync(clean, { recursive: true })
  if (!existsSync(bare)) {
    log('Making a clean Debian')
    const mirror = process.env.DEBIAN_MIRROR ?? LIST[0].split(' ')[1]
    execFileSync('debootstrap', ['--variant=minbase', 'trixie', clean, mirror], { stdio: ['ignore', 'ignore', 'inherit'] })
    execFileSync('tar', ['-C', clean, '-cf', bare, '.'])
  } else execFileSync('tar', ['-C', clean, '-xf', bare])
  // The machine's own way to the mirror.
  for (const name of ['/etc/resolv.conf', '/etc/hosts', '/etc/apt/apt.conf'])
    if (existsSync(name)) copyFileSync(name, join(clean, name))
  for (const folder of ['/etc/apt/apt.conf.d', '/etc/apt/sources.list.d', '/usr/local/share/ca-certificates'])
    if (existsSync(folder)) spawnSync('cp', ['-rT', folder, join(clean, folder)])
  if (existsSync('/etc/apt/sources.list')) copyFileSync('/etc/apt/sources.list', join(clean, '/etc/apt/sources.list'))
  mkdirSync(join(clean, 'test'), { recursive: true })
  copyFileSync(join(dist, deb), join(clean, 'test', 'stet.deb'))
  copyFileSync(join(here, 'inside.sh'), join(clean, 'test', 'inside.sh'))
  writeFileSync(join(clean, 'test', 'summit.md'), STORY)
  // A chroot has no user namespaces of its own. The root of a mount namespace has.
  const enter = `mount --bind ${clean} ${clean} && cd ${clean} && mkdir -p old && pivot_root . old &&
    mount -t proc proc /proc && mount -t sysfs sys /sys && mount --rbind /old/dev /dev && mount -t tmpfs tmpfs /tmp &&
    mount -t tmpfs tmpfs /run && umount -l /old && exec /bin/bash /test/inside.sh`
  const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'sh', '-c', enter], { stdio: 'inherit' })
  if (status !== 0) throw new ScriptError(`The package failed its test (${status}).`)
  rmSync(clean, { recursive: true, force: true })
})

const STORY = `# Ferry strike ends after nine days

*Crews go back to work on Friday*

The crews of the harbour ferries ended their strike on Thursday after 9 days, the union said.
`
