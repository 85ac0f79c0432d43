/**
 * Switches off one item of the security stance at a time in a copy of the sources, builds, and runs the test of that
 * item in the real app, which must fail. Prints a table; exits 1 when a test did not notice. `--only TEXT` picks items.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { electronExecutable } from '../../scripts/runtime/executable.mjs'
import { hasDisplay } from '../../scripts/display.mjs'
import { withPieceReplaced } from './pieces.mjs'
import { items } from './securityItems.mjs'

const root = resolve(import.meta.dirname, '..', '..')
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : ''
const work = mkdtempSync(join(tmpdir(), 'stet-security-'))
for (const entry of [
  'src',
  'tests',
  'resources',
  'scripts',
  'package.json',
  'tsconfig.json',
  'electron.vite.config.ts',
  'playwright.config.ts',
])
  cpSync(join(root, entry), join(work, entry), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'))
const executable = await electronExecutable()
const run = (args, onDisplay = false) =>
  spawnSync(
    onDisplay && !hasDisplay() ? 'xvfb-run' : process.execPath,
    onDisplay && !hasDisplay() ? ['-a', process.execPath, ...args] : args,
    {
      cwd: work,
      encoding: 'utf8',
      env: {
        ...process.env,
        ELECTRON_EXEC_PATH: executable,
        STET_SHARED: process.env.STET_SHARED ?? join(root, '..', 'shared'),
      },
    },
  )

let unnoticed = 0
try {
  for (const { item, test, changes } of items.filter((one) => one.item.includes(only ?? ''))) {
    const originals = new Map(changes.map(([file]) => [file, readFileSync(join(work, file), 'utf8')]))
    const changed = new Map(originals)
    for (const [file, piece, replacement] of changes)
      changed.set(file, withPieceReplaced(changed.get(file) ?? '', piece, replacement))
    let verdict = 'does not apply'
    if ([...changed.values()].every((text) => text !== undefined)) {
      for (const [file, text] of changed) writeFileSync(join(work, file), text)
      const built = run([
        join('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
        'build',
        '--logLevel',
        'error',
      ])
      const tested =
        built.status === 0
          ? run(
              [
                join('node_modules', '@playwright', 'test', 'cli.js'),
                'test',
                '--project=app',
                'security.spec.ts',
                '--grep',
                test,
              ],
              true,
            )
          : undefined
      // A run without a failed test (a build that broke, no test found) proves nothing.
      verdict =
        tested === undefined
          ? `did not build: ${built.stderr.slice(-300)}`
          : tested.status !== 0 && /\d+ failed/.test(tested.stdout)
            ? 'noticed'
            : 'NOT NOTICED'
    }
    for (const [file, text] of originals) writeFileSync(join(work, file), text)
    if (verdict !== 'noticed') unnoticed++
    process.stdout.write(`${verdict.padEnd(12)} ${item}\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.stdout.write(`${unnoticed === 0 ? 'Every switched-off item was noticed.' : `${unnoticed} not noticed.`}\n`)
process.exit(unnoticed === 0 ? 0 : 1)
