import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, run } from './child.mjs'
import { root } from './paths.mjs'
import { log, ScriptError } from './log.mjs'

/** Runs `npm ci`, unless node_modules is as package-lock.json wants it. */
export async function ensureNodeModules() {
  if (isInstalled(root)) return
  log('Installing npm packages (npm ci)')
  const [command, args] = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  const { code } = await run(command, args, { show: 'stderr', cwd: root })
  if (code === 0) return
  throw new ScriptError(
    `npm ci ended with ${code}. Its messages are above. Only node_modules was changed.\n` +
      'Check the connection to your npm registry, then run the same command again.',
  )
}

/** Returns whether each package of the lock file is installed. npm lists what it installed in node_modules. */
export function isInstalled(folder) {
  const installedList = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installedList)) return false
  const { packages: wanted } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const { packages: installed } = JSON.parse(readFileSync(installedList, 'utf8'))
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return optional === true
    return found.version === version && found.integrity === integrity
  })
}
