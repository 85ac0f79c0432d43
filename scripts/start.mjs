// npm start [-- FILE] : sets up what is missing and opens the app.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { flagsForRoot, hasDisplay, runWithDisplay } from './display.mjs'
import { folderOfTheCaller, root } from './paths.mjs'
import { runAsScript, log } from './log.mjs'
import { setUp } from './setup.mjs'

await runAsScript(async () => {
  const executable = await setUp()
  const from = folderOfTheCaller('start')
  const args = process.argv.slice(2).map((argument) => {
    const path = resolve(from, argument)
    return !argument.startsWith('-') && existsSync(path) ? path : argument
  })
  if (!hasDisplay())
    log(
      'This machine has no display (DISPLAY and WAYLAND_DISPLAY are not set): Stet runs on a virtual one, nothing is to be seen. Ctrl+C ends it.',
    )
  const { code } = await runWithDisplay(executable, [...flagsForRoot(), root, ...args], { cwd: from })
  return code
})
