/**
 * Switches off one item of the security stance at a time in a copy of the sources, builds, and runs the test of that item
 * in the real app, which must fail. Prints a table; exits 1 when a test did not notice. `--only TEXT` picks items.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { electronExecutable } from '../../scripts/electron.mjs'
import { hasDisplay } from '../../scripts/display.mjs'

const items = [
  {
    item: 'sandbox',
    test: 'the renderer is sandboxed',
    changes: [['src/main/windows/windows.ts', 'sandbox: true', 'sandbox: false']],
  },
  {
    item: 'context isolation',
    test: 'the renderer has a context of its own',
    changes: [
      ['src/main/windows/windows.ts', 'contextIsolation: true', 'contextIsolation: false'],
      [
        'src/preload/index.ts',
        "contextBridge.exposeInMainWorld('stet', bridge)",
        '(globalThis as unknown as { stet: unknown }).stet = bridge; void contextBridge',
      ],
    ],
  },
  {
    item: 'content security policy',
    test: 'the page comes from app',
    changes: [
      [
        'src/main/protocols/appProtocol.ts',
        '"script-src \'self\'"',
        "\"script-src 'self' 'unsafe-inline' 'unsafe-eval'\"",
      ],
      ['src/renderer/index.html', "script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'"],
    ],
  },
  {
    item: 'app:// by list',
    test: 'app:// serves the window’s own files',
    changes: [
      [
        'src/main/protocols/appProtocol.ts',
        "url.host === 'stet' ? files.get(decodeURIComponent(url.pathname)) : undefined",
        "files.get(decodeURIComponent(url.pathname)) ?? files.get('/index.html')?.replace('/out/renderer/index.html', decodeURIComponent(url.pathname))",
      ],
    ],
  },
  {
    item: 'navigation',
    test: 'no page navigates anywhere',
    changes: [
      ['src/main/windows/lockDown.ts', 'if (event.url !== APP_URL) event.preventDefault()', ''],
      [
        'src/main/windows/lockDown.ts',
        "if (event.url !== APP_URL && event.url !== 'about:srcdoc') event.preventDefault()",
        '',
      ],
    ],
  },
  {
    item: 'window opening',
    test: 'no page opens a window',
    changes: [['src/main/windows/lockDown.ts', "contents.setWindowOpenHandler(() => ({ action: 'deny' }))", '']],
  },
  {
    item: 'permissions',
    test: 'every permission is denied',
    changes: [
      ['src/main/windows/lockDown.ts', 'answer(false))\n', 'answer(true))\n'],
      [
        'src/main/windows/lockDown.ts',
        'target.setPermissionCheckHandler(() => false)',
        'target.setPermissionCheckHandler(() => true)',
      ],
    ],
  },
  {
    item: 'IPC sender',
    test: 'a call from anything but the main frame',
    changes: [
      [
        'src/main/windows/windows.ts',
        'if (frame === null || frame.parent !== null || frame.url !== APP_URL) return undefined\n    return this.#desks.get(event.sender.id)',
        'if (frame === null || frame.url === APP_URL) return this.#desks.get(event.sender.id)\n    return this.all[0]',
      ],
    ],
  },
  {
    item: 'IPC shape',
    test: 'a call of the wrong shape',
    changes: [
      [
        'src/main/calls/serveCalls.ts',
        'const call = parseCall(message)',
        'const call = message as ReturnType<typeof parseCall>',
      ],
    ],
  },
  {
    item: 'forged sign-off',
    test: 'a forged sign-off is refused',
    changes: [['src/newsroom/facts/signFact.ts', '  refuseOtherWords(assessment, { words, sentence })\n', '']],
  },
  {
    item: 'link schemes',
    test: 'a link opens http',
    changes: [['src/main/windows/externalLink.ts', 'if (!isOpenable(href)) return false', '']],
  },
  {
    item: 'hostile HTML',
    test: 'pasted hostile HTML becomes words',
    changes: [
      [
        'src/editor/schema/safeHref.ts',
        'return (LINK_SCHEMES as readonly string[]).includes(url.protocol) ? url.href : undefined',
        'return LINK_SCHEMES ? url.href : undefined',
      ],
    ],
  },
]

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
    const originals = changes.map(([file]) => [file, readFileSync(join(work, file), 'utf8')])
    let verdict = 'does not apply any more'
    if (changes.every(([file, find]) => readFileSync(join(work, file), 'utf8').includes(find))) {
      for (const [file, find, replace] of changes)
        writeFileSync(
          join(work, file),
          readFileSync(join(work, file), 'utf8').replace(find, () => replace),
        )
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
