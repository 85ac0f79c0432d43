// npm run setup: prepares all that the app needs, without starting it.
import { ensureBuilt } from './build.mjs'
import { ensureDebianPackages } from './debian-packages.mjs'
import { hasDisplay } from './display.mjs'
import { electronExecutable } from './runtime/executable.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { isMain } from './paths.mjs'
import { runAsScript, log } from './log.mjs'

/** Installs packages, finds an Electron and builds. Skips what is done already. Returns the Electron executable. */
export async function setUp({ forTests = false } = {}) {
  await ensureNodeModules()
  await ensureDebianPackages({ withoutDisplay: !hasDisplay(), forTests })
  const executable = await electronExecutable()
  await ensureBuilt()
  return executable
}

if (isMain(import.meta.url)) {
  await runAsScript(async () => {
    const executable = await setUp()
    log(`Ready. npm start opens Stet with ${executable}`)
  })
}
