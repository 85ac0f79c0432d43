// npm run e2e [-- PLAYWRIGHT ARGUMENTS] : runs the tests that drive the real app.
import { join } from 'node:path'
import { hasDisplay, runWithDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { runAsScript } from './log.mjs'
import { setUp } from './setup.mjs'

await runAsScript(async () => {
  const executable = await setUp({ forTests: true })
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const args = process.argv.slice(2)
  // Without arguments all tests run, and those that measure time run last, alone. With arguments only the named ones
  // run.
  const all = args.length === 0 ? ['--project=timed'] : ['--project=app', '--project=timed', '--no-deps']
  const project = args.some((argument) => argument.startsWith('--project')) ? [] : all
  const { code } = await runWithDisplay(process.execPath, [cli, 'test', ...project, ...args], {
    cwd: root,
    env: {
      ...process.env,
      ELECTRON_EXEC_PATH: executable,
      // Windows on one display share a clipboard. Each worker starts a virtual display of its own.
      ...(hasDisplay() ? {} : { STET_OWN_DISPLAYS: '1' }),
    },
  })
  return code
})
