// npm start [-- FILE] : sets up the checkout if needed and opens the app.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runApp } from './app.mjs'
import { flagsForRoot, hasDisplay } from './display.mjs'
import { log, runAsScript } from './log.mjs'
import { cacheFolder, callersFolder, root } from './paths.mjs'
import { setUp } from './setup.mjs'

await runAsScript(async () => {
  const executable = await setUp()
  const cwd = callersFolder('start')
  const args = process.argv.slice(2).map((argument) => {
    const path = resolve(cwd, argument)
    return !argument.startsWith('-') && existsSync(path) ? path : argument
  })
  if (!hasDisplay())
    log(
      'This machine has no display (DISPLAY and WAYLAND_DISPLAY are not set). ' +
        'Stet runs on a virtual display, and you see nothing of it. Ctrl+C ends it.',
    )
  const logFile = join(cacheFolder(), 'app.log')
  return runApp(executable, [...flagsForRoot(), root, ...args], { cwd, logFile })
})
