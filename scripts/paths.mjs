import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The folder of fetched runtimes and of the app's log. Outside the checkout: all clones share it. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'stet')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'stet')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'stet', 'cache')
  return join(home, '.cache', 'stet')
}

/** The folder in which the person typed the command. npm itself runs its scripts in the checkout. */
export function callersFolder(npmScript, env = process.env, cwd = process.cwd()) {
  const startedByNpm = env.npm_lifecycle_event === npmScript && resolve(cwd) === root
  return startedByNpm && env.INIT_CWD ? env.INIT_CWD : cwd
}

export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(resolve(process.argv[1])).href
}
