import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ScriptError } from '../log.mjs'
import { cacheFolder, root } from '../paths.mjs'
import { fallback, fallbackRunsOn, fallbackRuntime } from './fallback.mjs'
import { officialRuntime } from './official.mjs'

/**
 * Returns the path of the Electron executable: the one that the environment names, else the official one, else the
 * fallback. Throws a ScriptError if this machine has none of them.
 */
export async function electronExecutable({
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  cache = cacheFolder(env, platform),
  refresh = false,
  findOfficial = () => officialRuntime({ cache, modules: join(root, 'node_modules'), refresh }),
  findFallback = () => fallbackRuntime(cache),
} = {}) {
  const found = fromEnvironment(env, platform) ?? (await findOfficial())
  if (found) return found
  if (fallbackRunsOn(platform, arch)) return findFallback()
  throw new ScriptError(
    `Electron could not be fetched, and there is no replacement for ${platform} ${arch} (only for linux x64).\n` +
      'Your checkout is unchanged. Either connect to the internet and run: node scripts/electron.mjs --refresh\n' +
      'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron ' +
      `(${fallback.electron} or newer) that you have.`,
  )
}

function fromEnvironment(env, platform) {
  const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[platform] ?? 'electron'
  const choices = {
    ELECTRON_OVERRIDE_DIST_PATH: env.ELECTRON_OVERRIDE_DIST_PATH && join(env.ELECTRON_OVERRIDE_DIST_PATH, name),
    ELECTRON_EXEC_PATH: env.ELECTRON_EXEC_PATH,
  }
  for (const [variable, path] of Object.entries(choices)) {
    if (!path) continue
    if (existsSync(path) && statSync(path).isFile()) return path
    throw new ScriptError(
      `${variable} is set, but there is no file ${path}. Correct it, or unset it to let Stet find an Electron.`,
    )
  }
  return undefined
}
