// node tests/dist/desktop.mjs : tries the app that electron-builder left in dist/desktop, on Windows or macOS. On
// Linux it tries what electron-builder --linux dir makes. Nobody ships that: it shows that the configuration is sound.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { log, runAsScript, ScriptError } from '../../scripts/log.mjs'
import { root } from '../../scripts/paths.mjs'
import { setFuses } from '../../scripts/runtime/fuses.mjs'

const { platform } = process
const FRAMEWORK = 'Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework'
/** Where things lie in the unpacked app. `wire`: the file with the fuses. `digest`: Electron checks the archive's. */
const SYSTEMS = {
  win32: {
    app: 'win-unpacked',
    program: 'Stet.exe',
    wire: 'Stet.exe',
    archive: 'resources/app.asar',
    command: ['cmd.exe', '/d', '/c', 'bin\\stet.cmd'],
    digest: true,
  },
  darwin: {
    app: 'mac-arm64/Stet.app',
    program: 'Contents/MacOS/Stet',
    wire: FRAMEWORK,
    archive: 'Contents/Resources/app.asar',
    command: ['sh', 'Contents/Resources/bin/stet'],
    digest: true,
  },
  linux: {
    app: 'linux-unpacked',
    program: 'stet',
    wire: 'stet',
    archive: 'resources/app.asar',
    command: ['./stet', '--no-sandbox', '--ozone-platform=headless', '--disable-gpu', '--stet-command', '--'],
    digest: false,
  },
}
/** In the order of Electron's wire: RunAsNode, cookies, NODE_OPTIONS, --inspect, digest, archive only, V8, file:. */
const SET = '01001100'

await runAsScript(() => {
  const system = SYSTEMS[platform]
  const work = mkdtempSync(join(tmpdir(), 'stet-desktop-'))
  try {
    // A copy: the package itself stays as it was built.
    const at = join(work, 'Stet.app')
    cpSync(join(root, 'dist', 'desktop', system.app), at, { recursive: true, verbatimSymlinks: true })
    tryApp(at, system, work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})

function tryApp(at, { program, wire, archive, command, digest }, work) {
  const hook = join(work, 'hook.cjs')
  const ran = join(work, 'ran')
  writeFileSync(hook, `require('fs').writeFileSync(${JSON.stringify(ran)}, '')`)
  const start = (args, env = {}) => {
    rmSync(ran, { force: true })
    const [first, ...more] = args
    return spawnSync(first, more, {
      cwd: at,
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, STET_LANGUAGE: 'en', STET_LIBRARY: join(work, 'library'), STET_USER: 'Ada Park', ...env },
    })
  }
  const says = (text, args) => {
    const { status, stdout, stderr } = start([...command, ...args])
    must(`stet ${args.join(' ')}`, status === 0 && stdout.includes(text), `${status} ${stdout} ${stderr}`)
  }
  says('Stet', ['--version'])
  writeFileSync(join(work, 'ferry.md'), '# Ferry strike ends\n\nFerries sail again.\n')
  says('Ferry strike ends', ['import', join(work, 'ferry.md')])
  says('Ferry strike ends', ['list'])
  says('"kept": "file"', ['index', '--json'])
  const fuses = setFuses(readFileSync(join(at, wire)), {}).slice(0, SET.length)
  must('the fuses are set', fuses === SET, fuses)
  start([join(at, program), '-e', readFileSync(hook, 'utf8')], { ELECTRON_RUN_AS_NODE: '1' })
  must('it does not run as Node', !existsSync(ran))
  start([...command, '--version'], { NODE_OPTIONS: `--require ${hook}` })
  must('it does not read NODE_OPTIONS', !existsSync(ran))
  if (!digest) return log('     (on Linux Electron does not look at the digest of the archive)')
  const packed = readFileSync(join(at, archive))
  const words = packed.indexOf('--stet-command')
  if (words < 0) throw new ScriptError('entry.cjs is not in the archive')
  packed[words] ^= 1
  writeFileSync(join(at, archive), packed)
  const { status, stdout } = start([...command, '--version'])
  must('it does not start with another archive', status !== 0 && !stdout.includes('Stet'), `${status} ${stdout}`)
}

function must(what, holds, seen = '') {
  if (!holds) throw new ScriptError(`FAIL ${what}\n${seen}`)
  log(`ok   ${what}`)
}
